//! A folder in the making: it is filled beside the one that it is to replace, and the two change places at the end.
//!
//! 1. A lock keeps every other program away from the target.
//! 2. What a killed program left is finished, if it had begun to move files, or removed.
//! 3. The staged folder is filled.
//! 4. One sync of the file system, then one exchange: before it there is the old folder, after it the new one, each whole.
//!
//! Where the system knows no exchange, files are moved one by one (`one_by_one`), which is not atomic. Two renames are not tried there:
//! between them there would be no folder at all. A failure before the first move leaves the target as it was. All names beside the target
//! begin with a full stop, so that no reader of content sees them.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::lock::Lock;
use super::one_by_one::Journal;
use super::{cannot_write, make_folder};
use crate::diagnostic::{Code, Diagnostic};

/// What the names beside a target begin with, and how they end.
const BEFORE: &str = ".planpress-";
const LOCK: &str = ".lock";
pub(super) const STAGED: &str = ".moi";
pub(super) const JOURNAL: &str = ".do-dang";

/// A folder in the making.
#[derive(Debug)]
pub(super) struct Swap {
    target: PathBuf,
    staged: PathBuf,
    journal: Journal,
    /// What is to become of the staged folder when this is dropped.
    leave: Leave,
    _lock: Lock,
}

/// What a staged folder is at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leave {
    /// It is removed: unfinished, or the old one after the exchange.
    Nothing,
    /// It is needed to finish what has begun.
    Staged,
}

/// How a folder took the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swapped {
    /// At once.
    AtOnce,
    /// File by file, since the system cannot exchange folders.
    OneByOne,
}

impl Swapped {
    /// What is to be said of it.
    #[must_use]
    pub fn note(self, folder: &Path) -> Option<Diagnostic> {
        let not_at_once = self == Self::OneByOne;
        not_at_once.then(|| Diagnostic::new(Code::NotAtOnce).with("folder", folder.display()))
    }
}

impl Swap {
    /// Opens a stage for `target`, an absolute or relative path to a folder that may be absent.
    ///
    /// # Errors
    /// When another program writes the target, when what a killed one left cannot be finished, or when nothing can be
    /// written beside the target.
    pub(super) fn open(target: &Path) -> Result<Self, Diagnostic> {
        let fault = |error: io::Error| cannot_write(target, &error);
        if target.file_name().is_none() {
            return Err(fault(io::ErrorKind::InvalidInput.into()));
        }
        let lock = Lock::take(beside(target, LOCK), target)?;
        let (staged, journal) = (beside(target, STAGED), Journal::at(beside(target, JOURNAL)));
        journal.finish(&staged, target).map_err(|error| {
            Diagnostic::new(Code::HalfPublished)
                .with("folder", target.display())
                .with("reason", error)
        })?;
        remove(&staged).map_err(fault)?;
        fs::create_dir(&staged).map_err(fault)?;
        Ok(Self { target: target.to_owned(), staged, journal, leave: Leave::Nothing, _lock: lock })
    }

    /// The staged folder.
    pub(super) fn path(&self) -> &Path {
        &self.staged
    }

    /// The folder that it is to replace.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Makes the folder of a file of the staged folder. The staged folder itself is never made anew: if it has vanished, what
    /// was in it is lost.
    pub(super) fn make_parent(&self, file: &Path) -> io::Result<()> {
        let inner = file.strip_prefix(&self.staged).ok().and_then(Path::parent);
        make_folder(&self.staged, inner.unwrap_or(Path::new("")))
    }

    /// Puts the staged folder in the place of the target.
    ///
    /// # Errors
    /// When the system refuses. The target is then as it was, unless files were being moved one by one.
    pub(super) fn commit(self) -> Result<Swapped, Diagnostic> {
        let fault = |error: io::Error| cannot_write(&self.target, &error);
        synced(&self.staged).map_err(fault)?;
        if !self.target.exists() {
            fs::rename(&self.staged, &self.target).map_err(fault)?;
        } else if !exchange(&self.staged, &self.target) {
            return self.commit_one_by_one(&|_| Ok(()));
        }
        // What was exchanged must not come undone by a power cut, either. A system that cannot sync a folder keeps it anyway.
        let parent = self.target.parent().filter(|parent| *parent != Path::new(""));
        let _ = File::open(parent.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all());
        Ok(Swapped::AtOnce)
    }

    /// Puts the staged folder where there is none.
    ///
    /// # Errors
    /// When the system refuses, or there is something by now; that is then as it was.
    pub(super) fn commit_new(self) -> Result<(), Diagnostic> {
        let placed = synced(&self.staged).and_then(|()| fs::rename(&self.staged, &self.target));
        placed.map_err(|error| cannot_write(&self.target, &error))
    }

    /// The same file by file; `before` is asked before each step and may refuse it, as a system would.
    ///
    /// # Errors
    /// When a step is refused. Unless it was the first one, the target is then a mixture, which the next swap of it finishes.
    pub(super) fn commit_one_by_one(
        mut self,
        before: &dyn Fn(&str) -> io::Result<()>,
    ) -> Result<Swapped, Diagnostic> {
        let target = self.target.clone();
        let planned = self.journal.begin(&self.staged, &target);
        planned.map_err(|error| cannot_write(&target, &error))?;
        self.leave = Leave::Staged;
        let begun = Cell::new(0);
        let counted = |path: &str| {
            begun.set(begun.get() + 1);
            before(path)
        };
        match self.journal.go_on(&self.staged, &target, &counted) {
            Ok(()) => {
                self.leave = Leave::Nothing;
                Ok(Swapped::OneByOne)
            }
            // A folder that nothing can be moved into, such as another disk's: nothing has happened yet.
            Err(error) if begun.get() <= 1 && self.journal.forget().is_ok() => {
                self.leave = Leave::Nothing;
                Err(cannot_write(&target, &error))
            }
            Err(error) => Err(Diagnostic::new(Code::HalfPublished)
                .with("folder", target.display())
                .with("reason", error)),
        }
    }
}

impl Drop for Swap {
    fn drop(&mut self) {
        if self.leave == Leave::Nothing {
            // What cannot be removed is removed by the next swap.
            let _ = remove(&self.staged);
        }
    }
}

/// The name beside a target that ends so.
pub(super) fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(BEFORE);
    name.push(target.file_name().unwrap_or_default());
    name.push(ending);
    target.with_file_name(name)
}

/// Whether a name is one that only stands beside a target for a while.
pub(super) fn is_beside(name: &str) -> bool {
    name.starts_with(BEFORE)
}

/// What lies two folders deep at most, and beside which something with this ending was left.
pub(super) fn left_beside(folder: &Path, ending: &str) -> Vec<PathBuf> {
    // What cannot be read is told by those who need it.
    let entries = WalkDir::new(folder).min_depth(1).max_depth(2).sort_by_file_name();
    let target = |entry: walkdir::DirEntry| {
        let name = entry.file_name().to_str()?;
        let name = name.strip_prefix(BEFORE)?.strip_suffix(ending)?;
        Some(entry.path().with_file_name(name))
    };
    entries.into_iter().filter_map(|entry| target(entry.ok()?)).collect()
}

fn remove(staged: &Path) -> io::Result<()> {
    match fs::remove_dir_all(staged) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => fs::remove_file(staged),
        removed => removed,
    }
}

/// From how many bytes on a file is sent to the disk as soon as it is written. To send smaller ones costs what it saves (measured).
const SENT_AT_ONCE: usize = 64 * 1024;

/// Writes a file of the staged folder. The disk takes large ones while others are made, so that less is left for the sync at the end:
/// of 600 MB, 0.13 s instead of 0.35.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    if bytes.len() >= SENT_AT_ONCE {
        send(&file);
    }
    Ok(())
}

/// "No longer needed" is how Linux is told to begin; what is not on the disk yet stays in memory. It is a hint, and may be ignored.
#[cfg(target_os = "linux")]
fn send(file: &File) {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

/// Elsewhere there is no sync at the end, either.
#[cfg(not(target_os = "linux"))]
fn send(_file: &File) {}

/// Brings all that was written to the disk: one sync of the file system instead of one a file.
#[cfg(target_os = "linux")]
fn synced(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Elsewhere no call is known for one file system, and one a file would take minutes.
#[cfg(not(target_os = "linux"))]
fn synced(folder: &Path) -> io::Result<()> {
    fs::metadata(folder).map(drop)
}

/// Exchanges two folders at once; gives whether the system did.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(staged: &Path, target: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_staged: &Path, _target: &Path) -> bool {
    false
}
