//! The commands as straight lines of calls: read, work out, make, write.

mod build;
mod document;
mod import;
mod import_again;
mod skip;
mod verify;

use std::collections::BTreeSet;
use std::path::Path;

pub use build::{BrokenPlans, BuildOptions, KeepAddresses, build};
pub use document::{Made, Pages, document};
pub use import::{Conduct, Imported, import};
pub use verify::{Verified, verify};

pub use crate::content::Memory;

use crate::check::{self, LinkSink, published};
use crate::config;
use crate::content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::{self, Workspace};
use crate::manifest::Manifest;
use crate::model::{Library, is_id};
use crate::render;
use crate::site::Site;
use crate::starter;
use crate::text;
use crate::theme::{self, Theme};
use crate::tree::{File, RelPath, Sink, SinkError, Tree, TreeSink};

/// What came of a command: its result unless there were faults, and what is to be told.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The result.
    pub value: Option<T>,
    /// Faults, warnings and notes.
    pub diagnostics: Diagnostics,
}

impl<T> Outcome<T> {
    fn failed(diagnostics: impl Into<Diagnostics>) -> Self {
        Self { value: None, diagnostics: diagnostics.into() }
    }
}

/// A site that was read and may be made.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// Its theme.
    pub theme: Theme,
}

/// What was built.
#[derive(Debug, PartialEq, Eq)]
pub struct Built {
    /// How many plans.
    pub plans: usize,
    /// How many tasks.
    pub tasks: usize,
    /// How many pages.
    pub pages: usize,
    /// How many files in all.
    pub files: usize,
    /// The folders of plans that were left out for their faults.
    pub skipped: BTreeSet<String>,
}

/// What was checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many links of finished pages.
    pub links: usize,
    /// How many pages.
    pub pages: usize,
}

/// Works out a site from what its folder holds. With faults there is no site to be made, but its templates are tried all the
/// same, so that their faults are told together with the others.
#[must_use]
pub fn prepare(workspace: &Workspace) -> Outcome<Ready> {
    prepare_with(workspace, content::parse(&workspace.content))
}

/// The same, of a folder that was worked out before: what has not changed is not read again.
#[must_use]
pub fn prepare_again(workspace: &Workspace, memory: &mut Memory) -> Outcome<Ready> {
    prepare_with(workspace, content::parse_again(&workspace.content, memory))
}

fn prepare_with(
    workspace: &Workspace,
    (library, faults): (Library, Diagnostics),
) -> Outcome<Ready> {
    let (config, mut diagnostics) = config::parse(&workspace.content);
    diagnostics.extend(faults);
    let Some(config) = config else { return Outcome::failed(diagnostics) };
    let (theme, faults) = theme::open(&workspace.themes, &config.theme, &config.languages);
    diagnostics.extend(faults);
    let (site, faults) = Site::derive(library, config);
    diagnostics.extend(faults);
    diagnostics.extend(check::run(&site, theme.as_ref()));
    let Some(theme) = theme else { return Outcome::failed(diagnostics.sorted()) };
    if diagnostics.has_errors() {
        // Templates would tell a missing word again, as a name that they do not know.
        if diagnostics.iter().any(|fault| fault.code == Code::MissingWord) {
            return Outcome::failed(diagnostics.sorted());
        }
        diagnostics.extend(
            render::render(&site, &theme, &render::Options::default(), &())
                .err()
                .unwrap_or_default(),
        );
        return Outcome::failed(diagnostics.sorted());
    }
    Outcome { value: Some(Ready { site, theme }), diagnostics: diagnostics.sorted() }
}

/// One file of a site that was read, by its address within it; nothing where the site has none. It is made alone, and so at once.
///
/// # Errors
/// Faults of templates.
pub fn file(ready: &Ready, path: &str) -> Result<Option<File>, Diagnostics> {
    render::file(&ready.site, &ready.theme, path)
}

/// Tries every page and keeps none, for as long as `wanted` says so.
///
/// # Errors
/// Faults of templates.
pub fn try_pages(ready: &Ready, wanted: &(dyn Fn() -> bool + Sync)) -> Result<(), Diagnostics> {
    render::attempt(&ready.site, &ready.theme, &PagesWhile(wanted))
}

/// A Sink that keeps nothing, and that wants pages for a while: all else is made without templates.
struct PagesWhile<'a>(&'a (dyn Fn() -> bool + Sync));

impl Sink for PagesWhile<'_> {
    fn wants(&self, path: &str) -> bool {
        Path::new(path).extension().is_some_and(|ending| ending == "html") && (self.0)()
    }

    fn put(&self, _path: &RelPath, _file: File) -> Result<(), SinkError> {
        Ok(())
    }
}

/// The finished site in memory.
///
/// # Errors
/// Faults of templates.
pub fn build_in_memory(ready: &Ready) -> Result<(Tree, Built), Diagnostics> {
    let sink = TreeSink::default();
    let files = render::render(&ready.site, &ready.theme, &render::Options::default(), &sink)?;
    Ok((sink.into_tree(), built(&ready.site, files)))
}

fn built(site: &Site, files: usize) -> Built {
    let plans = &site.library.plans;
    let aliases = site.aliases.iter().filter(|(_, route)| route.template().is_some());
    Built {
        plans: plans.len(),
        tasks: plans.iter().map(|plan| plan.tasks.len()).sum(),
        pages: site.pages.len() + aliases.count(),
        files,
        skipped: BTreeSet::new(),
    }
}

/// Looks for every fault of the content and of the finished pages, and writes nothing. With the place of a published site,
/// or of its manifest, addresses that were published there and are gone are faults, too.
#[must_use]
pub fn check(root: &Path, published: Option<&Path>) -> Outcome<Checked> {
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return Outcome::failed(faults),
    };
    let before = match published.map(manifest).transpose() {
        Ok(before) => before,
        Err(fault) => return Outcome::failed(fault),
    };
    let Outcome { value, mut diagnostics } = prepare(&workspace);
    let Some(ready) = value else { return Outcome::failed(diagnostics) };
    let sink = LinkSink::default();
    let rendered = render::render(&ready.site, &ready.theme, &render::Options::default(), &sink);
    let (links, pages) = sink.counts();
    match rendered {
        Ok(_) => {
            let lost = before.map(|before| published::lost(&before, &sink.addresses()));
            diagnostics.extend(lost.map(|lost| published::faults(&lost)).unwrap_or_default());
            diagnostics.extend(sink.faults(&ready.site));
        }
        Err(faults) => diagnostics.extend(faults),
    }
    let value = (!diagnostics.has_errors()).then_some(Checked { links, pages });
    Outcome { value, diagnostics }
}

/// The manifest at a place: a file, or the folder that it stands in.
fn manifest(place: &Path) -> Result<Manifest, Diagnostic> {
    let bytes = files::read_manifest(place)?;
    Manifest::parse(&bytes).map_err(|reason| {
        let fault = Diagnostic::new(Code::BadManifest).with("file", place.display());
        fault.with("reason", reason)
    })
}

/// Makes a new site that builds at once, in a folder that is absent or empty; gives the number of its files.
#[must_use]
pub fn new(folder: &Path) -> Outcome<usize> {
    let written = files::expect_empty(folder)
        .map_err(Diagnostics::from)
        .and_then(|()| files::write_new(folder, &starter::site(), &()));
    match written {
        Ok(count) => Outcome { value: Some(count), diagnostics: Diagnostics::new() },
        Err(faults) => Outcome::failed(faults),
    }
}

/// Makes a theme of a site that overrides nothing yet.
#[must_use]
pub fn new_theme(root: &Path, name: &str, extends: &str) -> Outcome<usize> {
    if !is_id(name) {
        return Outcome::failed(Diagnostic::new(Code::BadId).with("found", name));
    }
    match files::write_new(root, &starter::theme(name, extends), &()) {
        Ok(count) => Outcome { value: Some(count), diagnostics: Diagnostics::new() },
        Err(faults) => Outcome::failed(faults),
    }
}

/// What the template of a page sees, as JSON; the page is named by its address within the site.
#[must_use]
pub fn view(root: &Path, page: &str) -> Outcome<String> {
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return Outcome::failed(faults),
    };
    let Outcome { value, diagnostics } = prepare(&workspace);
    let Some(Ready { site, theme }) = value else { return Outcome::failed(diagnostics) };
    let route = site.pages.iter().find(|route| route.path() == page);
    match route.map(|route| render::view(&site, &theme, route)) {
        Some(Ok(Some((_, view)))) => {
            return Outcome { value: Some(view.to_json()), diagnostics };
        }
        Some(Err(fault)) => return Outcome::failed(fault),
        _ => {}
    }
    let addresses = site.addresses();
    let fault = Diagnostic::new(Code::UnknownPage).with("page", page);
    Outcome::failed(match text::nearest(page, addresses.iter().map(String::as_str)) {
        Some(nearest) => fault.with("nearest", nearest),
        None => fault,
    })
}
