//! Changing files of a folder together: all of them, or none.
//!
//! New bytes are written beside their places first, and what stands there is moved aside; a failure puts everything back.
//! Names begin with a full stop, so that what a crash leaves behind is never read as content.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cannot_write;
use crate::diagnostic::Diagnostics;
use crate::progress::Progress;
use crate::tree::{File, RelPath, Tree};

/// A file on its way.
#[derive(Debug)]
struct Step {
    /// Where the file belongs.
    target: PathBuf,
    /// Its new bytes, written beside it; nothing for a file that goes.
    new: Option<PathBuf>,
    /// Where the old file waits, in case that it must come back.
    old: PathBuf,
}

/// Writes the files of a Tree below a folder over those that are there, and removes others.
///
/// # Errors
/// When the system refuses a file; then all is as it was.
pub fn replace(
    folder: &Path,
    written: &Tree,
    removed: &[RelPath],
    progress: &dyn Progress,
) -> Result<(), Diagnostics> {
    let mut steps: Vec<Step> = Vec::new();
    let mut failure: Option<(PathBuf, io::Error)> = None;
    for (path, file) in written.iter() {
        let File::Bytes(bytes) = file else { continue };
        let step = Step::new(folder, path, Kind::Written);
        let parent = step.target.parent().map_or(Ok(()), fs::create_dir_all);
        let made =
            parent.and_then(|()| step.new.as_ref().map_or(Ok(()), |new| fs::write(new, bytes)));
        let target = step.target.clone();
        steps.push(step);
        if let Err(error) = made {
            failure = Some((target, error));
            break;
        }
        progress.tick();
    }
    steps.extend(removed.iter().map(|path| Step::new(folder, path, Kind::Removed)));
    let mut done = 0;
    if failure.is_none() {
        for step in &steps {
            done += 1;
            if let Err(error) = step.take() {
                failure = Some((step.target.clone(), error));
                break;
            }
        }
    }
    if let Some((target, error)) = failure {
        for step in steps.iter().take(done).rev() {
            step.undo();
        }
        steps.iter().for_each(Step::forget_new);
        return Err(cannot_write(&target, &error).into());
    }
    for step in &steps {
        step.forget_old();
    }
    Ok(())
}

/// What is to happen to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Written,
    Removed,
}

impl Step {
    fn new(folder: &Path, path: &RelPath, kind: Kind) -> Self {
        let target = folder.join(path.as_str());
        let beside = |ending: &str| target.with_file_name(format!(".{}.{ending}", path.name()));
        let new = (kind == Kind::Written).then(|| beside("moi"));
        Self { new, old: beside("cu"), target }
    }

    /// Moves the old file aside and the new one to its place.
    fn take(&self) -> io::Result<()> {
        match fs::rename(&self.target, &self.old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            moved => moved?,
        }
        self.new.as_ref().map_or(Ok(()), |new| fs::rename(new, &self.target))
    }

    /// Puts the old file back. What cannot be put back stays beside its place.
    fn undo(&self) {
        if self.old.exists() {
            let _ = fs::rename(&self.old, &self.target);
        } else if self.new.as_ref().is_some_and(|new| !new.exists()) {
            let _ = fs::remove_file(&self.target);
        }
    }

    fn forget_new(&self) {
        if let Some(new) = &self.new {
            let _ = fs::remove_file(new);
        }
    }

    /// Removes what is needed no more, and the folder if it was the last file there.
    fn forget_old(&self) {
        let _ = fs::remove_file(&self.old);
        if self.new.is_none()
            && let Some(folder) = self.target.parent()
        {
            // A folder that holds something stays: the system refuses it.
            let _ = fs::remove_dir(folder);
        }
    }
}
