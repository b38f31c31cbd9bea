//! Whether a copy of a site is what was published: what stands somewhere, compared with a manifest.
//!
//! A pure comparison; `files` and `remote` say what stands there. A manifest and `SHA256SUMS` leave themselves out, so that
//! they are compared apart: with the manifest that was asked for, and with what follows from it.

use std::collections::BTreeMap;

use crate::hash::sha256;
use crate::manifest::{MANIFEST, Manifest, SHA256SUMS};

/// What stands at the path of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A file with this SHA-256.
    File(String),
    /// Nothing.
    Nothing,
    /// Something that could not be read, and why.
    Unreadable(String),
}

/// What is wrong with a file of a copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It should be there.
    Missing,
    /// It has other bytes.
    Changed,
    /// It should not be there.
    Surplus,
    /// It could not be read, and why.
    Unreadable(String),
}

/// A file of a copy that is not as it was published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Its path within the site.
    pub path: String,
    /// What is wrong with it.
    pub difference: Difference,
}

/// The files to be looked at, each with the SHA-256 that it should have: those of the manifest for which `is_expected` holds, and
/// the two lists of all files, which the manifest itself does not list. `bytes` are those of the manifest.
#[must_use]
pub fn expected(
    manifest: &Manifest,
    bytes: &[u8],
    is_expected: impl Fn(&crate::manifest::FileEntry) -> bool,
) -> BTreeMap<String, String> {
    let files = manifest.files.iter().filter(|(_, file)| is_expected(file));
    let files = files.map(|(path, file)| (path.clone(), file.sha256.clone()));
    let lists = [
        (MANIFEST.to_owned(), sha256(bytes)),
        (SHA256SUMS.to_owned(), sha256(manifest.sums().as_bytes())),
    ];
    files.chain(lists).collect()
}

/// All that differs, by path. What was seen and is not expected is surplus.
#[must_use]
pub fn compare(expected: &BTreeMap<String, String>, seen: &BTreeMap<String, Seen>) -> Vec<Finding> {
    let of_expected = expected.iter().filter_map(|(path, sha256)| {
        let difference = match seen.get(path) {
            Some(Seen::File(found)) if found == sha256 => return None,
            Some(Seen::File(_)) => Difference::Changed,
            Some(Seen::Unreadable(reason)) => Difference::Unreadable(reason.clone()),
            Some(Seen::Nothing) | None => Difference::Missing,
        };
        Some(Finding { path: path.clone(), difference })
    });
    let surplus = seen.iter().filter_map(|(path, seen)| {
        let is_there = *seen != Seen::Nothing && !expected.contains_key(path);
        is_there.then(|| Finding { path: path.clone(), difference: Difference::Surplus })
    });
    let mut findings: Vec<Finding> = of_expected.chain(surplus).collect();
    findings.sort();
    findings
}

impl Difference {
    /// Its name in the catalogue.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "verify-missing",
            Self::Changed => "verify-changed",
            Self::Surplus => "verify-surplus",
            Self::Unreadable(_) => "verify-unreadable",
        }
    }
}
