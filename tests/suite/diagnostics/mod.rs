//! Faults to the letter: `cases/<name>.in.txt` lays files over `base.txt`, and `cases/<name>.txt` is what
//! `planpress check` then says in Vietnamese.

mod catalogues;
mod coverage;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use planpress::diagnostic::{Diagnostics, Lang};
use planpress::pipeline;
use planpress::theme::REQUIRED_WORDS;
use rayon::prelude::*;

use crate::expected::{difference, expect_none, stems};
use crate::made::{report, report_in};
use crate::site_text::{SiteText, fixture};

/// Where the cases lie.
const CASES: &str = "diagnostics/cases";

/// The ending of a case's site.
const SITE: &str = ".in.txt";

/// What is said of the site of each case.
fn cases() -> &'static BTreeMap<String, Diagnostics> {
    // Checking a site means making all its pages; the tests below look at the same cases from several sides.
    static CHECKED: OnceLock<BTreeMap<String, Diagnostics>> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let checked = |case: String| {
            let site = fixture(&format!("{CASES}/{case}{SITE}"));
            let faults = faults(&fs::read_to_string(site).expect("a case"));
            (case, faults)
        };
        stems(CASES, SITE).into_par_iter().map(checked).collect()
    })
}

/// What `check` says of the base with the files of a text laid over it.
fn faults(text: &str) -> Diagnostics {
    let folder = tempfile::tempdir().expect("a folder for the case");
    SiteText::read("diagnostics/base.txt").with(text).write(folder.path());
    pipeline::check(folder.path(), None).diagnostics
}

#[test]
fn the_base_of_all_cases_is_without_faults() {
    let folder = tempfile::tempdir().unwrap();
    SiteText::read("diagnostics/base.txt").write(folder.path());
    let outcome = pipeline::check(folder.path(), None);
    assert_eq!(report(&outcome.diagnostics), "");
    assert!(outcome.value.is_some());
}

#[test]
fn every_case_is_told_as_expected() {
    let told = |(case, faults): (&String, &Diagnostics)| {
        difference(&report(faults), &format!("{CASES}/{case}.txt"))
    };
    expect_none(cases().iter().filter_map(told));

    // Each case has two files, and no other file lies there.
    assert_eq!(stems(CASES, "").len(), 2 * cases().len());
}

#[test]
fn faults_are_told_in_english_too() {
    let report = report_in(Lang::En, &cases()["all-at-once"]);
    expect_none(difference(&report, "diagnostics/all-at-once.en.txt"));
}

#[test]
fn each_word_that_a_language_lacks_is_told() {
    let has = |key: &&str| !["basis", "nav_home", "task_label"].contains(key);
    // What the templates of the theme below ask for, too, save one word of theirs.
    let below = include_str!("../../../themes/cong-bo/i18n/vi.toml");
    let below: toml::Table = below.parse().expect("a catalogue");
    let keys = below.keys().map(String::as_str).chain(REQUIRED_WORDS.iter().copied());
    let keys: BTreeSet<&str> = keys.filter(has).collect();
    let words: Vec<String> = keys.into_iter().map(|key| format!("{key} = \"–\"")).collect();
    let theme = fs::read_to_string(fixture("golden/theme.txt")).expect("a theme");
    let text = format!(
        "{theme}\n=== content/site.toml\nformat = 1\ntitle = \"Trang\"\nlanguage = \"fr\"\n\
        theme = \"thu\"\nbase_url = \"https://thu.example\"\n\
        \n=== themes/thu/i18n/fr.toml\ntask_lable = \"Task {{number}}\"\n{}\n",
        words.join("\n")
    );
    let report = report(&faults(&text));
    expect_none(difference(&report, "diagnostics/missing-word.txt"));
}
