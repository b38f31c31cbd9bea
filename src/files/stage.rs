//! The published folder: finished files go into a staged one, which takes its place at the end.
//!
//! So readers of the published folder see the old site or the new one, and a failure leaves the old one as it was. A
//! folder that is not empty and was not made by planpress is never replaced. A file that the published folder has already is taken
//! over as it is (`kept`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cannot_write;
use super::kept::{self, Kept};
use super::swap::{self, Swap, Swapped};
use crate::diagnostic::{Code, Diagnostic};
use crate::manifest::MANIFEST;
use crate::tree::{File, RelPath, Sink, SinkError};

/// What marks a folder's manifest as ours, near its beginning.
const MARK: &str = "\"generator\": \"planpress ";

/// A site that is being published.
#[derive(Debug)]
pub struct Stage {
    /// Where files that are copied come from.
    root: PathBuf,
    swap: Swap,
    /// Which files of the published folder are taken over; nothing where there is none.
    kept: Option<Kept>,
}

impl Stage {
    /// Opens a stage for `target`; copied files come from below `root`.
    ///
    /// # Errors
    /// When `target` holds files of somebody else, another build writes it, or its neighbour cannot be made.
    pub fn open(root: &Path, target: &Path) -> Result<Self, Diagnostic> {
        // A link to the published folder stays: what it leads to is exchanged. "." has no name to put another beside.
        let is_followed = target.is_symlink() || target.file_name().is_none();
        let followed = fs::canonicalize(target).ok().filter(|_| is_followed);
        let target = followed.as_deref().unwrap_or(target);
        // First of all, what an earlier build has begun is finished: its manifest, by which the folder is known as ours, comes last.
        let swap = Swap::open(target)?;
        if !may_replace(target).map_err(|error| cannot_write(target, &error))? {
            return Err(Diagnostic::new(Code::ForeignFolder).with("folder", target.display()));
        }
        let kept = target.exists().then(|| Kept::within(swap.path()));
        Ok(Self { root: root.to_owned(), kept, swap })
    }

    /// Puts the staged site in the place of the published one; says how.
    ///
    /// # Errors
    /// When the system refuses; the published site is then as it was.
    pub fn commit(self) -> Result<Swapped, Diagnostic> {
        self.swap.commit()
    }

    /// The same file by file, as where the system cannot exchange folders; `before` is asked before each step and may refuse it.
    /// For tests, which break it off at every step.
    ///
    /// # Errors
    /// When a step is refused; the next build finishes what has begun.
    pub fn commit_one_by_one(
        self,
        before: &dyn Fn(&str) -> io::Result<()>,
    ) -> Result<Swapped, Diagnostic> {
        self.swap.commit_one_by_one(before)
    }

    /// Makes a staged file; its folder is made only when it proves missing, since most files share few folders.
    fn make(&self, staged: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match make() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.swap.make_parent(staged)?;
                make()
            }
            done => done,
        }
    }
}

impl Sink for Stage {
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        let staged = self.swap.path().join(path.as_str());
        let published = self.swap.target().join(path.as_str());
        let is_published = self.kept.as_ref().is_some_and(|kept| match &file {
            File::Bytes(bytes) => kept.holds(&published, bytes),
            File::Stored(stored) => kept.is_copy(&published, stored),
        });
        let write = || match &file {
            File::Bytes(bytes) => swap::write(&staged, bytes),
            File::Stored(stored) => copy(&self.root.join(stored.origin.as_str()), &staged),
        };
        let kept = is_published && self.make(&staged, || kept::keep(&published, &staged)).is_ok();
        // Somebody may have removed the published file since.
        let made = if kept { Ok(()) } else { self.make(&staged, write) };
        made.map_err(|error| SinkError {
            path: published.display().to_string(),
            reason: error.to_string(),
        })
    }
}

/// Copies the bytes of a file, and not its rights: what is published must be readable for the server, too.
fn copy(origin: &Path, target: &Path) -> io::Result<()> {
    let mut from = fs::File::open(origin)?;
    let mut to = fs::File::create(target)?;
    io::copy(&mut from, &mut to).map(drop)
}

/// Whether a folder is absent, empty, or made by planpress.
fn may_replace(target: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(target) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    if entries.count() == 0 {
        return Ok(true);
    }
    match fs::read_to_string(target.join(MANIFEST)) {
        Ok(manifest) => Ok(manifest.lines().take(4).any(|line| line.contains(MARK))),
        Err(_) => Ok(false),
    }
}
