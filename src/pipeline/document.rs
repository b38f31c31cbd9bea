//! `planpress FILE`: a document that was dropped on the program becomes a site beside it, imported and built.
//!
//! The site is an ordinary one: what the clerk corrects in its `content/` stays, and the same document dropped again is
//! imported again into it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{BuildOptions, Built, Conduct, Imported, Outcome, build, import};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files;
use crate::import::ImportOptions;
use crate::progress::Progress;
use crate::starter;

/// What stands behind the document's name in the name of its site's folder.
const SITE: &str = "-trang-web";

/// Beginnings of the names of files that an office program leaves beside a document while it holds it open.
const LOCKS: [&str; 2] = ["~$", ".~lock."];

/// The site of a document.
#[derive(Debug)]
pub struct Made {
    /// The site's folder.
    pub root: PathBuf,
    /// What was imported.
    pub imported: Imported,
    /// The finished pages, unless the document was only tried.
    pub pages: Option<Pages>,
}

/// The finished pages of a document's site.
#[derive(Debug)]
pub struct Pages {
    /// The first one.
    pub index: PathBuf,
    /// What was built.
    pub built: Built,
}

/// Makes the site of a document beside it, or makes it anew. With a fault of the document nothing is written.
#[must_use]
pub fn document(
    document: &Path,
    options: &ImportOptions,
    conduct: Conduct,
    progress: &dyn Progress,
) -> Outcome<Made> {
    if let Some(fault) = lock(document) {
        return Outcome::failed(fault);
    }
    let root = site_of(document);
    let content = root.join("content");
    if let Err(fault) = files::expect_site_or_nothing(&root) {
        return Outcome::failed(fault);
    }
    let Outcome { value, mut diagnostics } = import(document, &content, options, conduct, progress);
    let Some(imported) = value else { return Outcome::failed(diagnostics) };
    if conduct.dry_run {
        return Outcome { value: Some(Made { root, imported, pages: None }), diagnostics };
    }
    if let Err(faults) = files::write_absent(&root, &starter::settings(&imported.title)) {
        return failed(diagnostics, faults);
    }
    let out = root.join("public");
    let Outcome { value, diagnostics: told } =
        build(&root, &out, &BuildOptions::default(), progress);
    diagnostics.extend(told);
    let made = |built| {
        let pages = Some(Pages { index: out.join("index.html"), built });
        Made { root, imported, pages }
    };
    Outcome { value: value.map(made), diagnostics }
}

fn failed<T>(mut diagnostics: Diagnostics, faults: Diagnostics) -> Outcome<T> {
    diagnostics.extend(faults);
    Outcome::failed(diagnostics)
}

/// The fault of a file that only marks another one as open.
fn lock(document: &Path) -> Option<Diagnostic> {
    let name = document.file_name()?.to_string_lossy();
    let is_lock = LOCKS.iter().any(|start| name.starts_with(start));
    is_lock.then(|| Diagnostic::new(Code::LockFile).with("file", name))
}

/// "ke-hoach.docx" has its site in "ke-hoach-trang-web".
fn site_of(document: &Path) -> PathBuf {
    let mut name = document.file_stem().map(OsString::from).unwrap_or_default();
    name.push(SITE);
    document.with_file_name(name)
}
