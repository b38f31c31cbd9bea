//! Reading a site's folder. The only place that knows walkdir.
//!
//! Documents and pictures may be large: they are hashed where they lie and never enter the memory. Links to other places
//! are refused, since what they lead to is not part of the site's folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::swap::{JOURNAL, left_beside};
use super::{cannot_read, unreadable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::hash::sha256_of;
use crate::manifest::MANIFEST;
use crate::text::one_line;
use crate::tree::{File, RelPath, Stored, Tree};

/// What a site's folder holds.
#[derive(Debug, Default)]
pub struct Workspace {
    /// `content/`
    pub content: Tree,
    /// `themes/`
    pub themes: Tree,
}

/// Folders of `content/` whose files are copied and never read as content: a plan's documents, the site's own files.
const COPIED: [&str; 2] = ["nguon", "tep"];

/// Reads a site's folder.
///
/// # Errors
/// When it is no site's folder, or something in it cannot be read; all such faults at once.
pub fn read(root: &Path) -> Result<Workspace, Diagnostics> {
    read_again(root, &Workspace::default(), &BTreeSet::from([root.to_owned()]))
}

/// The same, of a folder that was read before and in which only some files and folders were touched since: what lies elsewhere
/// is not read again.
///
/// # Errors
/// As of [`read`].
pub fn read_again(
    root: &Path,
    before: &Workspace,
    touched: &BTreeSet<PathBuf>,
) -> Result<Workspace, Diagnostics> {
    if !root.join("content").join("site.toml").is_file() {
        return Err(Diagnostic::new(Code::NoSite).with("folder", root.display()).into());
    }
    let known = |tree| Known { tree, touched };
    let content = tree(root, "content", &known(&before.content));
    let themes = if root.join("themes").is_dir() {
        tree(root, "themes", &known(&before.themes))
    } else {
        Ok(Tree::default())
    };
    match (content, themes) {
        (Ok(content), Ok(themes)) => Ok(Workspace { content, themes }),
        (content, themes) => {
            let mut faults = content.err().unwrap_or_default();
            faults.extend(themes.err().unwrap_or_default());
            Err(faults)
        }
    }
}

/// Reads a content folder that need not belong to a whole site yet; an absent one is empty.
///
/// # Errors
/// When something in it cannot be read; all such faults at once.
pub fn read_content(folder: &Path) -> Result<Tree, Diagnostics> {
    if !folder.exists() {
        return Ok(Tree::default());
    }
    tree(folder, "", &Known { tree: &Tree::default(), touched: &BTreeSet::new() })
}

/// The bytes of a document that is to be imported.
///
/// # Errors
/// When it cannot be read, or an office program holds it open.
pub fn read_document(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    // A pipe would never end, and nobody may write to it at all.
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return Err(Diagnostic::new(Code::NoPlainFile).with("file", path.display()));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// The bytes of a site's manifest: of the file that is named, or of the one in a folder.
///
/// # Errors
/// When it cannot be read.
pub fn read_manifest(place: &Path) -> Result<Vec<u8>, Diagnostic> {
    let path = if place.is_dir() { place.join(MANIFEST) } else { place.to_owned() };
    fs::read(&path).map_err(|error| unreadable(&path, &error))
}

/// What is known of a folder already.
struct Known<'a> {
    /// What it held.
    tree: &'a Tree,
    /// Files, and folders with all that they hold, of which nothing is known any more.
    touched: &'a BTreeSet<PathBuf>,
}

impl Known<'_> {
    /// The file at a place, unless it may be another by now.
    fn file(&self, place: &Path, path: &RelPath) -> Option<File> {
        let is_touched = place.ancestors().any(|folder| self.touched.contains(folder));
        if is_touched { None } else { self.tree.get(path).cloned() }
    }
}

fn tree(root: &Path, folder: &str, known: &Known<'_>) -> Result<Tree, Diagnostics> {
    let broken = left_beside(&root.join(folder), JOURNAL);
    let broken = broken.first().map(|plan| {
        // Some of its files are of one document, some of another.
        Diagnostic::new(Code::HalfImported).with("folder", plan.display())
    });
    if let Some(fault) = broken {
        return Err(fault.into());
    }
    let mut faults = Diagnostics::new();
    let mut entries: Vec<DirEntry> = Vec::new();
    let walk = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_passing(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => entries.push(entry),
            Err(error) => {
                faults.push(cannot_read(error.path().unwrap_or(root), &error));
            }
        }
    }
    let files: Vec<Result<(RelPath, File), Diagnostic>> =
        entries.par_iter().map(|entry| file(root, folder, entry, known)).collect();
    let mut tree = Tree::default();
    // Two names that differ in case or in their Unicode form alone are one file on many systems.
    let mut keys: BTreeMap<String, RelPath> = BTreeMap::new();
    for file in files {
        match file {
            Ok((path, file)) => {
                if let Some(twin) = keys.insert(path.as_str().to_lowercase(), path.clone()) {
                    let fault = Diagnostic::new(Code::TwinNames).with("file", &path);
                    faults.push(fault.with("other", twin));
                }
                tree.extend(within(path, folder).map(|inner| (inner, file)));
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(tree) } else { Err(faults) }
}

/// A path within a folder, or within the root where there is none.
fn within(path: RelPath, folder: &str) -> Option<RelPath> {
    if folder.is_empty() { Some(path) } else { path.within(folder) }
}

/// Whether a file is left by a system or an office program and no part of the site.
fn is_passing(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let by_system = ["Thumbs.db", "desktop.ini"].contains(&name.as_ref());
    by_system || name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')
}

fn file(
    root: &Path,
    folder: &str,
    entry: &DirEntry,
    known: &Known<'_>,
) -> Result<(RelPath, File), Diagnostic> {
    let path = entry.path();
    if !entry.file_type().is_file() {
        return Err(Diagnostic::new(Code::NoPlainFile).with("file", path.display()));
    }
    let inner = path.strip_prefix(root).map_err(|error| cannot_read(path, &error))?;
    let names: Option<Vec<&str>> = inner.iter().map(|name| name.to_str()).collect();
    let Some(names) = names else {
        return Err(cannot_read(path, &"tên tệp không phải UTF-8"));
    };
    let Some(origin) = RelPath::new(names.join("/")) else {
        return Err(Diagnostic::new(Code::UnsafeName).with("file", path.display()));
    };
    // Systems differ in the Unicode form of names; addresses have one.
    let target = RelPath::new(one_line(origin.as_str())).unwrap_or_else(|| origin.clone());
    let before = within(target.clone(), folder).and_then(|inner| known.file(path, &inner));
    if let Some(file) = before {
        return Ok((target, file));
    }
    let copied = names.iter().any(|name| COPIED.contains(name));
    let file = if copied {
        let open = fs::File::open(path).map_err(|error| cannot_read(path, &error))?;
        let (sha256, size) = sha256_of(open).map_err(|error| cannot_read(path, &error))?;
        File::Stored(Stored { origin, size, sha256 })
    } else {
        File::Bytes(fs::read(path).map_err(|error| cannot_read(path, &error))?)
    };
    Ok((target, file))
}
