//! The jobs of which a site is made, and which of them belong together.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::compose::{self, Here, Items};
use super::data::{self, Lines};
use super::{Listing, machines, put, search};
use crate::diagnostic::Diagnostic;
use crate::model::{Plan, PlanId};
use crate::site::{Route, Site};
use crate::theme::Theme;
use crate::tree::Sink;

/// What one thread makes at a time.
pub(super) enum Job<'a> {
    /// A search index with its cards, of a plan or of all.
    Search(Option<&'a Plan>),
    /// A file of data, or one that only machines read, at its own address or at an earlier one.
    Data(&'a Route, Option<&'a String>),
    /// A page, at its own address or at an earlier one.
    Page(&'a Route, Option<&'a String>),
}

impl Job<'_> {
    /// The addresses of what it makes.
    fn paths(&self) -> Vec<String> {
        match self {
            Job::Search(part) => search::routes(*part).iter().map(Route::path).collect(),
            Job::Data(route, alias) | Job::Page(route, alias) => {
                vec![alias.map_or_else(|| route.path(), Clone::clone)]
            }
        }
    }
}

/// What the jobs of a group have in common: made when it is first asked for, and gone with the last of them.
#[derive(Default)]
struct Common {
    items: Items,
    lines: Lines,
}

/// All jobs of a site, what takes longest first. Those that have much in common stand in one group: files of data, pages of no one
/// plan, pages of each plan.
fn groups(site: &Site) -> Vec<Vec<Job<'_>>> {
    let search = search::parts(site).into_iter().map(|part| vec![Job::Search(part)]);
    let files = site.data.iter().chain(&site.machine_files).map(|route| Job::Data(route, None));
    let mut data: Vec<Job<'_>> = files.collect();
    let mut pages: Vec<Job<'_>> = Vec::new();
    let mut plans: BTreeMap<&PlanId, Vec<Job<'_>>> = BTreeMap::new();
    let own = site.pages.iter().map(|route| (route, None));
    for (route, alias) in own.chain(site.aliases.iter().map(|(alias, route)| (route, Some(alias))))
    {
        match (route.template(), route.plan()) {
            (None, _) => data.push(Job::Data(route, alias)),
            (Some(_), None) => pages.push(Job::Page(route, alias)),
            (Some(_), Some(plan)) => plans.entry(plan).or_default().push(Job::Page(route, alias)),
        }
    }
    search.chain([data, pages]).chain(plans.into_values()).collect()
}

/// Does all jobs whose files the Sink wants; what came of each.
pub(super) fn done(
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
) -> Vec<Result<Vec<Listing>, Diagnostic>> {
    let mut jobs: Vec<(Job<'_>, Arc<Common>)> = Vec::new();
    for group in groups(site) {
        let common = Arc::new(Common::default());
        jobs.extend(group.into_iter().map(|job| (job, Arc::clone(&common))));
    }
    // An agency's page may take as long as those of a thousand tasks, so that jobs are dealt out one by one.
    let jobs = jobs.into_par_iter().with_max_len(1);
    jobs.map(|(job, common)| work(site, theme, &common, sink, &job)).collect()
}

/// Does the one job that makes a file, if there is one, on this thread: all others may be at work on the whole site.
///
/// # Errors
/// Faults of templates.
pub(super) fn done_alone(
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
    path: &str,
) -> Result<(), Diagnostic> {
    let mut jobs = groups(site).into_iter().flatten();
    let Some(job) = jobs.find(|job| job.paths().iter().any(|own| own == path)) else {
        return Ok(());
    };
    work(site, theme, &Common::default(), sink, &job).map(drop)
}

fn work(
    site: &Site,
    theme: &Theme,
    common: &Common,
    sink: &dyn Sink,
    job: &Job<'_>,
) -> Result<Vec<Listing>, Diagnostic> {
    let Common { items, lines } = common;
    let paths = job.paths();
    if !paths.iter().any(|path| sink.wants(path)) {
        return Ok(Vec::new());
    }
    let path = paths.first().map_or("", String::as_str);
    match job {
        Job::Data(route, _) => {
            let here = at_home(site, theme, items);
            let bytes = data::file(&here, lines, route).or_else(|| machines::file(&here, route));
            let Some(bytes) = bytes else { return Ok(Vec::new()) };
            Ok(vec![put(sink, path, bytes)?])
        }
        Job::Page(route, alias) => {
            let own = route.path();
            let alias_of = alias.map(|_| own.as_str());
            let further = route.language();
            let here = Here { path, further, alias_of, ..at_home(site, theme, items) };
            let Some((template, view)) = compose::page(&here, route.page())? else {
                return Ok(Vec::new());
            };
            let html = theme.render(here.language(), &format!("{template}.html"), view)?;
            Ok(vec![put(sink, path, html.into_bytes())?])
        }
        Job::Search(part) => {
            let here = at_home(site, theme, items);
            let files = search::files(&here, *part).into_iter();
            let wanted = files.filter(|file| here.searches() || !file.is_script);
            wanted.map(|file| put(sink, &file.route.path(), file.bytes)).collect()
        }
    }
}

/// The home page's place, from which data and cards are written: their addresses count from the site's first folder.
pub(super) fn at_home<'a>(site: &'a Site, theme: &'a Theme, items: &'a Items) -> Here<'a> {
    let path = "index.html";
    Here { site, theme, path, further: None, quoting: None, alias_of: None, items }
}
