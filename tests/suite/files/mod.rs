//! The disk: what is published is whole or as it was, and nothing of anybody else's is touched.

mod broken;
mod claim;
mod kept;
mod killed;
mod one_by_one;
mod reading;
mod stage;
mod writing;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use planpress::diagnostic::{Code, Diagnostics};
use planpress::pipeline::{self, BuildOptions};
use planpress::tree::RelPath;
use tempfile::TempDir;

use crate::site_text::SiteText;

/// A folder with the small sound site of the diagnostics in `trang/`.
fn folder_with_site() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("trang");
    SiteText::read("diagnostics/base.txt").write(&root);
    (folder, root)
}

/// Gives the site another title, which every page of it says.
fn retitle(root: &Path, title: &str) {
    let settings = root.join("content/site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, text.replace("Trang thử", title)).expect("a file");
}

/// All files below a folder with their bytes; links are followed nowhere.
pub(crate) fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a file of the folder");
            (path.to_owned(), fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

fn codes(diagnostics: &Diagnostics) -> Vec<Code> {
    diagnostics.iter().map(|fault| fault.code).collect()
}

/// What a fault says of a particular.
fn detail<'d>(diagnostics: &'d Diagnostics, name: &str) -> &'d str {
    let details = diagnostics.iter().flat_map(|fault| &fault.details);
    details
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value.as_str())
        .next()
        .expect("a detail")
}

fn build(root: &Path, out: &Path) -> Diagnostics {
    pipeline::build(root, out, &BuildOptions::default(), &()).diagnostics
}

fn path(path: &str) -> RelPath {
    RelPath::new(path).expect("a path")
}
