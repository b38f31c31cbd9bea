//! `manifest.json`: what a site has published and what it was made from, for those who compare.
//!
//! It marks a folder as one that planpress made, lets the next build see which addresses would die, and lets anybody check a
//! copy against the office's site. It says no time: a build knows none, unless `SOURCE_DATE_EPOCH` gives it one.
//!
//! `SHA256SUMS` says the same of the files in the form of `sha256sum -c`. Neither file lists itself or the other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash::sha256;
use crate::tree::{File, RelPath, Tree};

/// The manifest's name, in the site's first folder.
pub const MANIFEST: &str = "manifest.json";

/// The name of the list for `sha256sum -c`, beside it.
pub const SHA256SUMS: &str = "SHA256SUMS";

/// The one version of the format that there is.
const FORMAT: u32 = 1;

/// What a site has published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this format.
    pub format: u32,
    /// The program that made the site, with its version: "planpress 0.1.0".
    pub generator: String,
    /// When the sources were last changed, RFC 3339 in UTC, where `SOURCE_DATE_EPOCH` said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What the site was made from: [`digest`] of `content` and of `themes`.
    #[serde(default)]
    pub inputs: BTreeMap<String, String>,
    /// Every address that stays, with the fragments of it that stay.
    #[serde(default)]
    pub addresses: BTreeMap<String, Vec<String>>,
    /// Every file, by its path, but for this one and `SHA256SUMS`.
    pub files: BTreeMap<String, FileEntry>,
}

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Whether a server answers with it; `false` only of what is meant for the server itself.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub served: bool,
}

fn yes() -> bool {
    true
}

/// serde asks by reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_yes(served: &bool) -> bool {
    *served
}

impl Manifest {
    /// The manifest of a site that this program made.
    #[must_use]
    pub fn new(generator: &str, files: BTreeMap<String, FileEntry>) -> Self {
        Self {
            format: FORMAT,
            generator: generator.to_owned(),
            date: None,
            inputs: BTreeMap::new(),
            addresses: BTreeMap::new(),
            files,
        }
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the reader of JSON; its format, where that is a later one; a path that is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if manifest.format != FORMAT {
            return Err(format!("format = {}", manifest.format));
        }
        // A manifest may be anybody's, and its paths are asked for.
        let mut paths = manifest.files.keys().chain(manifest.addresses.keys());
        match paths.find(|path| RelPath::new(path.as_str()).is_none()) {
            Some(path) => Err(format!("{path:?}")),
            None => Ok(manifest),
        }
    }

    /// The lines of `SHA256SUMS`. No path of a site holds what that format would have to escape.
    #[must_use]
    pub fn sums(&self) -> String {
        let line = |(path, file): (&String, &FileEntry)| format!("{}  {path}\n", file.sha256);
        self.files.iter().map(line).collect()
    }
}

/// A hash of a whole Tree: that of its own `SHA256SUMS`, lines sorted by path.
#[must_use]
pub fn digest(tree: &Tree) -> String {
    let line = |(path, file): (&RelPath, &File)| {
        let hash = match file {
            File::Bytes(bytes) => sha256(bytes),
            File::Stored(stored) => stored.sha256.clone(),
        };
        format!("{hash}  {path}\n")
    };
    sha256(tree.iter().map(line).collect::<String>().as_bytes())
}
