//! Whether a copy is what was published: a changed byte, a missing and a surplus file are found, in a folder and on a server.

mod folder;
mod server;

use std::fs;
use std::path::{Path, PathBuf};

use planpress::pipeline::{self, BuildOptions, Verified};
use planpress::verify::{Difference, Finding};
use tempfile::TempDir;

use crate::made::report;
use crate::site_text::SiteText;

/// A published site, and a copy of it.
struct Copied {
    folder: TempDir,
}

impl Copied {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("trang");
        SiteText::read("published/site.txt").write(&root);
        for out in ["public", "bản sao"] {
            let out = folder.path().join(out);
            assert!(pipeline::build(&root, &out, &BuildOptions::default(), &()).value.is_some());
        }
        Self { folder }
    }

    fn published(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn copy(&self) -> PathBuf {
        self.folder.path().join("bản sao")
    }

    /// Changes a byte, takes a file away and adds one.
    fn tamper(&self) {
        let page = self.copy().join("nhiem-vu/1-kh-2025/a-1-2.html");
        let mut bytes = fs::read(&page).expect("a page");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(page, bytes).expect("a page");
        fs::remove_file(self.copy().join("du-lieu/1-kh-2025.csv")).expect("a file");
        fs::write(self.copy().join("van-ban/them.html"), "x").expect("a file");
    }
}

#[track_caller]
fn verified(place: &str, manifest: Option<&str>) -> Verified {
    let outcome = pipeline::verify(place, manifest, &());
    outcome.value.unwrap_or_else(|| panic!("{}", report(&outcome.diagnostics)))
}

fn findings(place: &str, manifest: Option<&str>) -> Vec<Finding> {
    verified(place, manifest).findings
}

fn finding(path: &str, difference: Difference) -> Finding {
    Finding { path: path.to_owned(), difference }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}
