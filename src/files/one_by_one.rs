//! A folder that takes another's place file by file, where the system cannot exchange the two: on Windows, which refuses to rename
//! a folder in which a file is open.
//!
//! Files that others need come first: assets and data, then pages, then the home page, then the lists of all files; what is gone is
//! deleted last. Readers may see old and new pages beside each other for a moment, and each file is whole at every moment. A journal beside
//! the folder says that it has begun, so that the next swap finishes what was broken off. Every step may be repeated.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::make_folder;
use crate::manifest::{MANIFEST, SHA256SUMS};

/// The note that files of a staged folder are being moved.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
}

/// What the note says.
#[derive(Debug, Serialize, Deserialize)]
struct Plan {
    /// Files that are deleted at the end.
    deletions: Vec<String>,
}

impl Journal {
    /// The journal of a folder, which there may or may not be.
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Notes that the files of the staged folder, which is whole, are to be moved.
    pub(super) fn begin(&self, staged: &Path, target: &Path) -> io::Result<()> {
        let new: BTreeSet<String> = paths(staged)?.into_iter().collect();
        let deletions = paths(target)?.into_iter().filter(|path| !new.contains(path)).collect();
        let text = serde_json::to_vec(&Plan { deletions })?;
        // Half a note must not be taken for one.
        let unfinished = self.unfinished();
        fs::write(&unfinished, text)?;
        fs::File::open(&unfinished)?.sync_all()?;
        fs::rename(unfinished, &self.path)
    }

    /// Goes on where a program was broken off, if there is a note.
    pub(super) fn finish(&self, staged: &Path, target: &Path) -> io::Result<()> {
        let _ = fs::remove_file(self.unfinished());
        if self.path.exists() { self.go_on(staged, target, &|_| Ok(())) } else { Ok(()) }
    }

    fn unfinished(&self) -> PathBuf {
        self.path.with_extension("ghi-do-dang")
    }

    /// Moves what is still staged, deletes what is gone, and removes the note. `before` is asked before each step.
    pub(super) fn go_on(
        &self,
        staged: &Path,
        target: &Path,
        before: &dyn Fn(&str) -> io::Result<()>,
    ) -> io::Result<()> {
        let plan: Plan = serde_json::from_slice(&fs::read(&self.path)?)?;
        let mut moves = paths(staged)?;
        moves.sort_by(|a, b| (rank(a), a).cmp(&(rank(b), b)));
        for path in &moves {
            before(path)?;
            let inner = Path::new(path).parent().unwrap_or(Path::new(""));
            let moved = make_folder(target, inner)
                .and_then(|()| move_file(&staged.join(path), &target.join(path)));
            moved.map_err(|error| named(path, &error))?;
        }
        for path in &plan.deletions {
            before(path)?;
            match fs::remove_file(target.join(path)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed.map_err(|error| named(path, &error))?,
            }
            // A folder that holds something stays: the system refuses it.
            for folder in Path::new(path).ancestors().skip(1).filter(|path| *path != Path::new(""))
            {
                let _ = fs::remove_dir(target.join(folder));
            }
        }
        before(".")?;
        fs::remove_file(&self.path)
    }
}

/// Moves a file over another. Where the target is a file system of its own, as a volume of a container is, the bytes are brought
/// there first.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let name = to.file_name().unwrap_or_default().to_string_lossy();
            let beside = to.with_file_name(format!(".planpress-{name}.moi"));
            fs::copy(from, &beside)?;
            fs::rename(beside, to)?;
            fs::remove_file(from)
        }
        moved => moved,
    }
}

/// The same fault, with the file that it was met at.
fn named(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}

/// When a file is moved.
fn rank(path: &str) -> u8 {
    match path {
        MANIFEST | SHA256SUMS => 3,
        "index.html" => 2,
        _ if Path::new(path).extension().is_some_and(|ending| ending == "html") => 1,
        _ => 0,
    }
}

/// The files below a folder, by their paths; none of one that is not there.
fn paths(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let inner = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let inner = inner.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
            paths.push(inner.to_owned());
        }
    }
    Ok(paths)
}
