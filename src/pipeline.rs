//! The commands as straight lines of calls: read, work out, make, write.

use std::path::{Path, PathBuf};

use crate::check::{self, LinkSink};
use crate::config;
use crate::content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::{self, Stage, Workspace};
use crate::import::{self, ImportOptions, Report};
use crate::render;
use crate::site::Site;
use crate::theme::{self, Theme};
use crate::tree::{File, RelPath, Tree, TreeSink};

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
}

/// What was checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many links of finished pages.
    pub links: usize,
    /// How many pages.
    pub pages: usize,
}

/// What was imported.
#[derive(Debug)]
pub struct Imported {
    /// The plan's id.
    pub plan: String,
    /// How many files were new.
    pub files: usize,
    /// What was read.
    pub report: Report,
}

/// Works out a site from what its folder holds.
#[must_use]
pub fn prepare(workspace: &Workspace) -> Outcome<Ready> {
    let (config, mut diagnostics) = config::parse(&workspace.content);
    let (library, faults) = content::parse(&workspace.content);
    diagnostics.extend(faults);
    let Some(config) = config else { return Outcome::failed(diagnostics) };
    let (theme, faults) = theme::open(&workspace.themes, &config.theme, &config.language);
    diagnostics.extend(faults);
    let (site, faults) = Site::derive(library, config);
    diagnostics.extend(faults);
    let Some(theme) = theme else { return Outcome::failed(diagnostics.sorted()) };
    diagnostics.extend(check::run(&site, &theme));
    let value = (!diagnostics.has_errors()).then_some(Ready { site, theme });
    Outcome { value, diagnostics: diagnostics.sorted() }
}

/// Builds the site of `root` into `out`. When there is a fault, `out` stays as it was.
#[must_use]
pub fn build(root: &Path, out: &Path) -> Outcome<Built> {
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return Outcome::failed(faults),
    };
    let Outcome { value, mut diagnostics } = prepare(&workspace);
    let Some(ready) = value else { return Outcome::failed(diagnostics) };
    match write(&ready, root, out) {
        Ok(files) => Outcome { value: Some(built(&ready.site, files)), diagnostics },
        Err(faults) => {
            diagnostics.extend(faults);
            Outcome::failed(diagnostics)
        }
    }
}

fn write(ready: &Ready, root: &Path, out: &Path) -> Result<usize, Diagnostics> {
    let stage = Stage::open(root, out)?;
    let files = render::render(&ready.site, &ready.theme, &stage)?;
    stage.commit()?;
    Ok(files)
}

/// The finished site in memory.
///
/// # Errors
/// Faults of templates.
pub fn build_in_memory(ready: &Ready) -> Result<(Tree, Built), Diagnostics> {
    let sink = TreeSink::default();
    let files = render::render(&ready.site, &ready.theme, &sink)?;
    Ok((sink.into_tree(), built(&ready.site, files)))
}

fn built(site: &Site, files: usize) -> Built {
    let plans = &site.library.plans;
    Built {
        plans: plans.len(),
        tasks: plans.iter().map(|plan| plan.tasks.len()).sum(),
        pages: site.pages.len() + site.aliases.len(),
        files,
    }
}

/// Looks for every fault of the content and of the finished pages, and writes nothing.
#[must_use]
pub fn check(root: &Path) -> Outcome<Checked> {
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return Outcome::failed(faults),
    };
    let Outcome { value, mut diagnostics } = prepare(&workspace);
    let Some(ready) = value else { return Outcome::failed(diagnostics) };
    diagnostics.extend(check_pages(&ready));
    let (links, pages) = (0, ready.site.pages.len());
    let value = (!diagnostics.has_errors()).then_some(Checked { links, pages });
    Outcome { value, diagnostics }
}

fn check_pages(ready: &Ready) -> Diagnostics {
    let sink = LinkSink::default();
    match render::render(&ready.site, &ready.theme, &sink) {
        Ok(_) => sink.faults(&ready.site),
        Err(faults) => faults,
    }
}

/// Imports a document into a content folder. Nothing that is there is overwritten.
#[must_use]
pub fn import(document: &Path, content: &Path, options: &ImportOptions) -> Outcome<Imported> {
    let _ = (document, content, options);
    Outcome::failed(Diagnostic::new(Code::ImportKind))
}

/// Makes a new site that builds at once.
#[must_use]
pub fn new(folder: &Path) -> Outcome<PathBuf> {
    let _ = (folder, File::Bytes(Vec::new()), RelPath::new("a"));
    Outcome::failed(Diagnostic::new(Code::FolderNotEmpty))
}
