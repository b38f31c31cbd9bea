//! A folder in the making: files go into a sibling of the published folder, and the two change places at the end.
//!
//! So readers of the published folder see the old site or the new one, and a failure leaves the old one as it was. A
//! folder that is not empty and was not made by planpress is never replaced.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::cannot_write;
use crate::diagnostic::{Code, Diagnostic};
use crate::tree::{File, RelPath, Sink, SinkError};

/// The file that marks a folder as ours, and what it says near its beginning.
const MARK: (&str, &str) = ("manifest.json", "\"generator\": \"planpress ");

/// A staged folder.
#[derive(Debug)]
pub struct Stage {
    /// Where files that are copied come from.
    root: PathBuf,
    /// The folder to be replaced.
    target: PathBuf,
    /// The folder that is being filled; it is removed when the Stage is dropped.
    staged: TempDir,
}

impl Stage {
    /// Opens a stage for `target`; copied files come from below `root`.
    ///
    /// # Errors
    /// When `target` holds files of somebody else, or its neighbour cannot be made.
    pub fn open(root: &Path, target: &Path) -> Result<Self, Diagnostic> {
        // A link to the published folder stays: what it leads to is exchanged.
        let followed = fs::canonicalize(target).ok().filter(|_| target.is_symlink());
        let target = followed.as_deref().unwrap_or(target);
        if !may_replace(target).map_err(|error| cannot_write(target, &error))? {
            return Err(Diagnostic::new(Code::ForeignFolder).with("folder", target.display()));
        }
        let parent = match target.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(|error| cannot_write(parent, &error))?;
        let staged = folder_beside(parent).map_err(|error| cannot_write(parent, &error))?;
        Ok(Self { root: root.to_owned(), target: target.to_owned(), staged })
    }

    /// Puts the staged folder in the place of the target.
    ///
    /// # Errors
    /// When the system refuses; the target is then as it was.
    pub fn commit(self) -> Result<(), Diagnostic> {
        // Dropping the stage removes whatever lies at its path afterwards: the old site.
        exchange(self.staged.path(), &self.target)
            .map_err(|error| cannot_write(&self.target, &error))
    }
}

impl Sink for Stage {
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        let target = self.staged.path().join(path.as_str());
        let fault = |error: io::Error| SinkError {
            path: self.target.join(path.as_str()).display().to_string(),
            reason: error.to_string(),
        };
        match file {
            File::Bytes(bytes) => write(&target, &bytes).map_err(fault),
            File::Stored(stored) => {
                let origin = self.root.join(stored.origin.as_str());
                make_parent(&target).and_then(|()| copy(&origin, &target)).map_err(fault)
            }
        }
    }
}

/// Writes a file; its folder is made only when it proves missing, since most files share few folders.
fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(target, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_parent(target)?;
            fs::write(target, bytes)
        }
        result => result,
    }
}

/// Copies the bytes of a file, and not its rights: what is published must be readable for the server, too.
fn copy(origin: &Path, target: &Path) -> io::Result<()> {
    let mut from = fs::File::open(origin)?;
    let mut to = fs::File::create(target)?;
    io::copy(&mut from, &mut to).map(drop)
}

fn make_parent(target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), fs::create_dir_all)
}

/// A new folder beside the target, with the rights that a folder made by hand would have.
fn folder_beside(parent: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".planpress-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(parent)
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
    let (file, words) = MARK;
    match fs::read_to_string(target.join(file)) {
        Ok(manifest) => Ok(manifest.lines().take(4).any(|line| line.contains(words))),
        Err(_) => Ok(false),
    }
}

/// Exchanges two folders at once where the system can; else in two steps, the first of which is undone if the second fails.
fn exchange(staged: &Path, target: &Path) -> io::Result<()> {
    if !target.exists() {
        fs::rename(staged, target)?;
        return Ok(());
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let old = staged.with_extension("old");
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(staged, target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    fs::remove_dir_all(&old)
}
