//! `manifest.json`: every file of a site with its SHA-256, which also marks the folder as one that planpress made.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Listing;
use super::compose::GENERATOR;
use super::data::json;

/// The file's name, in the site's first folder.
pub const MANIFEST: &str = "manifest.json";

#[derive(Serialize)]
struct Manifest<'a> {
    format: u32,
    generator: &'a str,
    files: BTreeMap<&'a str, &'a str>,
}

/// The manifest of files: path and hash of each. It does not list itself.
pub(super) fn manifest(files: &[Listing]) -> Vec<u8> {
    let files = files.iter().map(|file| (file.path.as_str(), file.sha256.as_str())).collect();
    json(&Manifest { format: 1, generator: GENERATOR, files })
}
