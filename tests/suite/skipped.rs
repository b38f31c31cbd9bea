//! A site of many plans of which some have faults: these are told and left out, and the others are published.

use std::fs;

use planpress::diagnostic::Code;
use planpress::pipeline::{self, BrokenPlans, BuildOptions, Built, KeepAddresses, Outcome};
use tempfile::TempDir;

use crate::made::report;
use crate::site_text::SiteText;

const TASK: &str = "content/ke-hoach/1-kh-2025/a-1/a-1-1.md";

/// The site of two plans whose addresses are known, in a folder in which it was published once.
fn published() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    site().write(folder.path());
    assert!(build(&folder, &BuildOptions::default()).value.is_some());
    folder
}

fn site() -> SiteText {
    SiteText::read("published/site.txt")
}

fn skipping() -> BuildOptions {
    BuildOptions { broken_plans: BrokenPlans::Skip, ..BuildOptions::default() }
}

fn build(folder: &TempDir, options: &BuildOptions) -> Outcome<Built> {
    pipeline::build(folder.path(), &folder.path().join("public"), options, &())
}

/// How many pages of the first plan's tasks are published.
fn pages_of_first(folder: &TempDir) -> usize {
    fs::read_dir(folder.path().join("public/nhiem-vu/1-kh-2025")).map_or(0, Iterator::count)
}

#[test]
fn a_broken_plan_is_told_and_left_out_with_all_its_addresses_named() {
    let folder = published();
    assert!(pages_of_first(&folder) > 0);
    site().edited(TASK, "lead = ", "laed = ").write(folder.path());

    let refused = build(&folder, &BuildOptions::default());
    assert!(refused.value.is_none());
    assert!(pages_of_first(&folder) > 0);

    let outcome = build(&folder, &skipping());
    let told = report(&outcome.diagnostics);
    let built = outcome.value.expect("a site of the other plan");
    assert_eq!(
        (built.plans, built.skipped.iter().next().map(String::as_str)),
        (1, Some("1-kh-2025"))
    );
    assert_eq!(pages_of_first(&folder), 0);
    let faults = outcome.diagnostics.iter().map(|fault| fault.code);
    assert_eq!(faults.filter(|code| *code == Code::UnknownKey).count(), 1, "{told}");
    let vanishing = outcome.diagnostics.iter().find(|fault| fault.code == Code::AddressesVanish);
    let (_, named) = vanishing
        .and_then(|fault| fault.details.iter().find(|(name, _)| *name == "named"))
        .expect("the addresses that vanish");
    for address in [
        "ke-hoach/1-kh-2025.html",
        "nhiem-vu/1-kh-2025/a-1-2.html",
        "du-lieu/1-kh-2025.json",
        "en/toan-van/1-kh-2025.html",
    ] {
        assert!(named.split(", ").any(|lost| lost == address), "{address} is not in {named}");
    }
}

#[test]
fn addresses_that_must_stay_are_not_left_out() {
    let folder = published();
    site().edited(TASK, "lead = ", "laed = ").write(folder.path());
    let options = BuildOptions { addresses: KeepAddresses::Demand, ..skipping() };
    assert!(build(&folder, &options).value.is_none());
    assert!(pages_of_first(&folder) > 0);
}

#[test]
fn a_fault_beside_the_plans_is_left_to_nobody() {
    let folder = published();
    let broken = site().edited(TASK, "lead = ", "laed = ");
    broken.edited("content/site.toml", "title = ", "titel = ").write(folder.path());
    assert!(build(&folder, &skipping()).value.is_none());
    assert!(pages_of_first(&folder) > 0);
}

#[test]
fn a_file_beside_the_folders_of_plans_is_no_plan() {
    let folder = published();
    let broken = site().edited(TASK, "lead = ", "laed = ");
    broken.with_file("content/ke-hoach/ghi-chu.txt", "Ghi chú.\n").write(folder.path());
    let outcome = build(&folder, &skipping());
    assert!(outcome.value.is_none());
    assert!(outcome.diagnostics.iter().any(|fault| fault.code == Code::StrayFile));
    assert!(pages_of_first(&folder) > 0);
}

#[test]
fn a_site_without_a_sound_plan_is_not_published() {
    let folder = published();
    let task = "content/ke-hoach/2-kh-2025/d-1/d-1-1.md";
    let broken = site().edited(TASK, "lead = ", "laed = ").edited(task, "lead = ", "laed = ");
    broken.write(folder.path());
    assert!(build(&folder, &skipping()).value.is_none());
}

#[test]
fn sound_plans_are_published_as_ever() {
    let folder = published();
    let outcome = build(&folder, &skipping());
    assert_eq!(outcome.value.map(|built| (built.plans, built.skipped.len())), Some((2, 0)));
    assert!(outcome.diagnostics.iter().all(|fault| fault.code != Code::AddressesVanish));
}
