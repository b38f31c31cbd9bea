//! A copy of a site, in a folder or on a server, against the manifest of what was published.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::Outcome;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files;
use crate::manifest::{FileEntry, MANIFEST, Manifest, SHA256SUMS};
use crate::progress::{Progress, Step};
use crate::remote::{Answer, Remote, is_remote};
use crate::site::relative;
use crate::verify::{Finding, Seen, compare, expected};

/// How many files of a server are asked for at once: enough to hide the way there and back, few enough not to burden it.
const AT_ONCE: usize = 6;

/// The most bytes of a file that no manifest knows.
const UNKNOWN: u64 = 1024 * 1024;

/// What came of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many files were compared.
    pub files: usize,
    /// The program that made what was published.
    pub generator: String,
    /// What differs.
    pub findings: Vec<Finding>,
}

/// Compares a copy with a manifest, its own unless another is named. Both may be paths or addresses of the web.
#[must_use]
pub fn verify(place: &str, manifest: Option<&str>, progress: &dyn Progress) -> Outcome<Verified> {
    match compared(place, manifest.unwrap_or(place), progress) {
        Ok(verified) => Outcome { value: Some(verified), diagnostics: Diagnostics::new() },
        Err(fault) => Outcome::failed(fault),
    }
}

fn compared(place: &str, manifest: &str, progress: &dyn Progress) -> Result<Verified, Diagnostic> {
    let bytes = list(manifest)?;
    let manifest = parsed(manifest, &bytes)?;
    let (expected, seen) = if is_remote(place) {
        // What is meant for the server itself is not shown by it.
        let expected = expected(&manifest, &bytes, |file| file.served);
        let remote = remote(place)?;
        // What the server should hide is listed all the same, and is no surplus.
        let is_known =
            |path: &String| expected.contains_key(path) || manifest.files.contains_key(path);
        let surplus = listed(&remote).into_iter().filter(|path| !is_known(path));
        let asked: Vec<String> = expected.keys().cloned().chain(surplus).collect();
        let seen = asked_for(&remote, &asked, &manifest, &bytes, progress)?;
        (expected, seen)
    } else {
        let found = files::hashes(Path::new(place))?;
        (expected(&manifest, &bytes, |_| true), found)
    };
    let seen: BTreeMap<String, Seen> = seen.into_iter().collect();
    let findings = compare(&expected, &seen);
    Ok(Verified { files: expected.len(), generator: manifest.generator, findings })
}

/// The bytes of a manifest, wherever it is.
fn list(place: &str) -> Result<Vec<u8>, Diagnostic> {
    if !is_remote(place) {
        return files::read_manifest(Path::new(place));
    }
    let fault =
        |reason: &str| Diagnostic::new(Code::CannotRead).with("file", place).with("reason", reason);
    match remote(place)?.list(MANIFEST) {
        Answer::Found(bytes) => Ok(bytes),
        Answer::Nothing => Err(fault("HTTP 404")),
        Answer::Failed(reason) => Err(fault(&reason)),
    }
}

fn parsed(place: &str, bytes: &[u8]) -> Result<Manifest, Diagnostic> {
    Manifest::parse(bytes).map_err(|reason| {
        Diagnostic::new(Code::BadManifest).with("file", place).with("reason", reason)
    })
}

fn remote(place: &str) -> Result<Remote, Diagnostic> {
    Remote::new(place).map_err(|reason| {
        Diagnostic::new(Code::CannotRead).with("file", place).with("reason", reason)
    })
}

/// What the server's own lists name. It cannot be asked what else it has.
fn listed(remote: &Remote) -> BTreeSet<String> {
    let own = match remote.list(MANIFEST) {
        Answer::Found(bytes) => Manifest::parse(&bytes).ok(),
        _ => None,
    };
    let own = own.into_iter().flat_map(|manifest| manifest.files);
    let own = own.filter(|(_, file)| file.served).map(|(path, _)| path);
    let sums = match remote.list(SHA256SUMS) {
        Answer::Found(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        _ => String::new(),
    };
    let sums = sums.lines().filter_map(|line| Some(line.split_once("  ")?.1.to_owned()));
    own.chain(sums).collect()
}

/// What the server answers for each path.
fn asked_for(
    remote: &Remote,
    paths: &[String],
    manifest: &Manifest,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<BTreeMap<String, Seen>, Diagnostic> {
    progress.start(Step::Verifying, paths.len());
    let size = |path: &str| match path {
        MANIFEST => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        SHA256SUMS => u64::try_from(manifest.sums().len()).unwrap_or(u64::MAX),
        path => manifest.files.get(path).map_or(UNKNOWN, |file: &FileEntry| file.bytes),
    };
    let ask = |path: &String| {
        let seen = match remote.hash(&relative("", path), size(path)) {
            Answer::Found(sha256) => Seen::File(sha256),
            Answer::Nothing => Seen::Nothing,
            Answer::Failed(reason) => Seen::Unreadable(reason),
        };
        progress.tick();
        (path.clone(), seen)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build().map_err(|error| {
        Diagnostic::new(Code::CannotRead).with("reason", error).with("file", MANIFEST)
    })?;
    Ok(pool.install(|| paths.par_iter().with_max_len(1).map(ask).collect()))
}
