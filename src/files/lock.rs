//! A lock, so that two programs never write one folder at once. The system takes it from a program that dies, so that no lock is
//! ever stale.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::cannot_write;
use crate::diagnostic::{Code, Diagnostic};

/// The right to write a folder, as long as it is held.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Folders that were made for the lock's file, the innermost first.
    made: Vec<PathBuf>,
    /// Closing the file gives the lock back.
    _file: File,
}

impl Lock {
    /// Takes the lock of what `target` is to become; `path` is the file that stands for it.
    ///
    /// # Errors
    /// When another program holds it, or the file cannot be made.
    pub(super) fn take(path: PathBuf, target: &Path) -> Result<Self, Diagnostic> {
        let parent = path.parent().unwrap_or(Path::new(""));
        let absent = parent.ancestors().take_while(|way| *way != Path::new("") && !way.exists());
        let made: Vec<PathBuf> = absent.map(Path::to_owned).collect();
        if !made.is_empty() {
            fs::create_dir_all(parent).map_err(|error| cannot_write(parent, &error))?;
        }
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let file = file.map_err(|error| cannot_write(target, &error))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Diagnostic::new(Code::FolderBusy).with("folder", target.display()));
                }
                Err(TryLockError::Error(error)) => return Err(cannot_write(target, &error)),
            }
            // Whoever held it before may have removed the file after we opened it; then it stands for nothing any more.
            if is_still(&file, &path).map_err(|error| cannot_write(target, &error))? {
                return Ok(Self { path, made, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while the lock is still held, and the folders that were made for nothing. Where a file cannot be told
    /// from its successor, it stays.
    fn drop(&mut self) {
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        for folder in &self.made {
            // One that holds something by now stays: the system refuses it.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Whether a path still leads to the file that was opened at it.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let opened = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (opened.dev(), opened.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where lock files are never removed, a path always leads to the one file.
#[cfg(not(unix))]
fn is_still(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
