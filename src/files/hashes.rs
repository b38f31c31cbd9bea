//! What lies in a folder, by its hashes: a copy of a site, to be compared with its manifest.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::cannot_read;
use crate::diagnostic::Diagnostic;
use crate::hash::sha256_of;
use crate::text::composed;
use crate::verify::Seen;

/// What is said of something that is no file.
const NO_FILE: &str = "không phải tệp thường (symbolic link?)";

/// What lies below a folder: the SHA-256 of each file, by its path. A link, or what is no file, counts as unreadable.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn hashes(folder: &Path) -> Result<BTreeMap<String, Seen>, Diagnostic> {
    let mut entries: Vec<DirEntry> = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| cannot_read(error.path().unwrap_or(folder), &error))?;
        if !entry.file_type().is_dir() {
            entries.push(entry);
        }
    }
    let seen = |entry: &DirEntry| {
        let path = entry.path();
        let names = path.strip_prefix(folder).unwrap_or(path).iter();
        let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
        let hashed = || fs::File::open(path).and_then(sha256_of);
        let seen = match entry.file_type().is_file().then(hashed) {
            Some(Ok((sha256, _))) => Seen::File(sha256),
            Some(Err(error)) => Seen::Unreadable(error.to_string()),
            None => Seen::Unreadable(NO_FILE.to_owned()),
        };
        (composed(&names.join("/")), seen)
    };
    Ok(entries.par_iter().map(seen).collect())
}
