//! A folder that takes another's place file by file, where the system cannot exchange the two: on Windows, which refuses to rename
//! a folder in which a file is open.
//!
//! Files that others need come first: assets and data, then pages, then the home page, then the lists of all files; what is gone is
//! deleted last, unless it stands in the way. Readers may see old and new pages beside each other for a moment, and each file is whole at every moment. A journal beside
//! the folder says that it has begun, so that the next swap finishes what was broken off. Every step may be repeated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::swap::{STAGED, beside};
use super::{make_folder, write_synced};
use crate::manifest::{MANIFEST, SHA256SUMS};
use crate::text::composed;

/// The note that files of a staged folder are being moved.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
}

/// What the note says.
#[derive(Debug, Serialize, Deserialize)]
struct Plan {
    /// Files that stand in the way of a new one, each with that one: they bear its name in other letters, which many systems take for
    /// the same, or the one is to be where a folder of the other is. They are deleted at the beginning.
    obstacles: Vec<(String, String)>,
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
        let plan = Plan::of(&moves(staged)?, paths(target)?);
        // Half a note must not be taken for one.
        let unfinished = self.unfinished();
        write_synced(&unfinished, &serde_json::to_vec(&plan)?)?;
        fs::rename(unfinished, &self.path)
    }

    /// Takes the note back, before anything has been moved.
    pub(super) fn forget(&self) -> io::Result<()> {
        fs::remove_file(&self.path)
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
        for (obstacle, new) in &plan.obstacles {
            // Once the new file has been moved, the obstacle's name may lead to it.
            if staged.join(new).exists() {
                before(obstacle)?;
                remove(target, obstacle).map_err(|error| named(obstacle, &error))?;
            }
        }
        for path in &moves(staged)? {
            before(path)?;
            let inner = Path::new(path).parent().unwrap_or(Path::new(""));
            let moved = make_folder(target, inner)
                .and_then(|()| move_file(&staged.join(path), &target.join(path)));
            moved.map_err(|error| named(path, &error))?;
        }
        for path in &plan.deletions {
            before(path)?;
            remove(target, path).map_err(|error| named(path, &error))?;
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
            let copy = beside(to, STAGED);
            let copied = fs::copy(from, &copy).and_then(|_| fs::rename(&copy, to));
            if copied.is_err() {
                // What could not be written whole is nobody's file; the fault says what happened.
                let _ = fs::remove_file(copy);
            }
            copied.and_then(|()| fs::remove_file(from))
        }
        moved => moved,
    }
}

impl Plan {
    /// What is to be deleted, and when, of the old files, where the new ones are moved in this order.
    fn of(new: &[String], old: Vec<String>) -> Self {
        let kept: BTreeSet<&String> = new.iter().collect();
        let mut files: BTreeMap<String, &String> = BTreeMap::new();
        // Each folder that is needed, with the first file that needs it.
        let mut folders: BTreeMap<String, &String> = BTreeMap::new();
        for path in new {
            let folded = folded(path);
            for folder in above(&folded) {
                folders.entry(folder).or_insert(path);
            }
            files.insert(folded, path);
        }
        let hindered = |path: &str| {
            let folded = folded(path);
            let same = files.get(&folded).or_else(|| folders.get(&folded));
            same.or_else(|| above(&folded).find_map(|folder| files.get(&folder))).copied()
        };
        let (mut obstacles, mut deletions) = (Vec::new(), Vec::new());
        for path in old.into_iter().filter(|path| !kept.contains(path)) {
            match hindered(&path).cloned() {
                Some(new) => obstacles.push((path, new)),
                None => deletions.push(path),
            }
        }
        Self { obstacles, deletions }
    }
}

/// A path as a system reads it that knows neither capitals nor the two Unicode forms of a letter.
fn folded(path: &str) -> String {
    composed(path).to_lowercase()
}

/// The folders that a path lies in.
fn above(path: &str) -> impl Iterator<Item = String> {
    let folders = Path::new(path).ancestors().skip(1).filter(|folder| *folder != Path::new(""));
    folders.map(|folder| folder.to_string_lossy().into_owned())
}

/// Deletes a file and the folders that it leaves empty. It may be gone already, with a folder in its place, or a file in that of its folder.
fn remove(target: &Path, path: &str) -> io::Result<()> {
    let file = target.join(path);
    if !file.is_symlink() && file.is_dir() {
        return Ok(());
    }
    match fs::remove_file(file) {
        Err(error)
            if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&error.kind()) => {}
        removed => removed?,
    }
    for folder in above(path) {
        // One that holds something stays: the system refuses it.
        let _ = fs::remove_dir(target.join(folder));
    }
    Ok(())
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

/// The files of a staged folder, in the order in which they are moved.
fn moves(staged: &Path) -> io::Result<Vec<String>> {
    let mut moves = paths(staged)?;
    moves.sort_by(|a, b| (rank(a), a).cmp(&(rank(b), b)));
    Ok(moves)
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
