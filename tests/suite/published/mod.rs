//! Addresses that were published: what is promised is there, what is gone is named, and what was renamed still arrives.

mod exact;
mod lost;
mod promised;
mod renamed;

use planpress::check::published::{faults, lost};
use planpress::manifest::{MANIFEST, Manifest};

use crate::made::{Made, report};
use crate::site_text::SiteText;

/// The site that everything here happens to: two plans, with documents.
fn before() -> SiteText {
    SiteText::read("published/site.txt")
}

/// The manifest of a site.
fn manifest(made: &Made) -> Manifest {
    Manifest::parse(made.text(MANIFEST).as_bytes()).expect("a manifest")
}

/// What a change takes away, as `check --published` tells it.
fn told(change: impl FnOnce(SiteText) -> SiteText) -> String {
    let published = manifest(&Made::of(&before().workspace()));
    let after = Made::of(&change(before()).workspace());
    report(&faults(&lost(&published, &after.ready.site.published())))
}

/// The addresses that a report tells as gone, in its order.
fn gone(told: &str) -> Vec<String> {
    let lines = told.lines().filter(|line| line.contains("đã công bố nay không còn"));
    lines.filter_map(|line| line.split('`').nth(1)).map(str::to_owned).collect()
}
