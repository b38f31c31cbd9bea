//! Changing files of a folder together: all of them, or none.
//!
//! The folder is made anew beside itself, with everything in it that does not change as the same files (hard links), and the two
//! change places. So whatever a person has put there stays, and a program that is killed leaves the old folder or the new one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::cannot_write;
use super::swap::{Swap, Swapped};
use crate::diagnostic::Diagnostics;
use crate::progress::Progress;
use crate::tree::{File, RelPath, Tree};

/// Writes the files of a Tree below a folder over those that are there, and removes others. All of them lie in the folder `within`
/// of it, which is there. Gives how they took their place.
///
/// # Errors
/// When the system refuses a file; then all is as it was.
pub fn replace(
    folder: &Path,
    within: &RelPath,
    written: &Tree,
    removed: &[RelPath],
    progress: &dyn Progress,
) -> Result<Swapped, Diagnostics> {
    let target = folder.join(within.as_str());
    let swap = Swap::open(&target)?;
    let changed: BTreeSet<PathBuf> = written
        .iter()
        .map(|(path, _)| path)
        .chain(removed)
        .map(|path| folder.join(path.as_str()))
        .collect();
    for entry in WalkDir::new(&target).min_depth(1) {
        let entry = entry.map_err(|error| cannot_write(&target, &error))?;
        if changed.contains(entry.path()) {
            continue;
        }
        keep(&entry, &target, &swap).map_err(|error| cannot_write(entry.path(), &error))?;
    }
    for (path, file) in written.iter() {
        let (File::Bytes(bytes), Some(inner)) = (file, path.within(within.as_str())) else {
            continue;
        };
        let staged = swap.path().join(inner.as_str());
        let made = swap.make_parent(&staged).and_then(|()| fs::write(&staged, bytes));
        made.map_err(|error| cannot_write(&folder.join(path.as_str()), &error))?;
        progress.tick();
    }
    // Folders that held only what is gone are gone, too.
    let parents = removed.iter().filter_map(|path| path.within(within.as_str()));
    for parent in parents.filter_map(|path| Path::new(path.as_str()).parent().map(Path::to_owned)) {
        let folders = parent.ancestors().filter(|folder| *folder != Path::new(""));
        for folder in folders {
            // One that holds something stays: the system refuses it.
            let _ = fs::remove_dir(swap.path().join(folder));
        }
    }
    let rights = fs::metadata(&target).map(|folder| folder.permissions());
    rights
        .and_then(|rights| fs::set_permissions(swap.path(), rights))
        .map_err(|error| cannot_write(&target, &error))?;
    Ok(swap.commit()?)
}

/// Takes over what lies in the old folder: a folder, a file by the same inode where that can be, or a link.
fn keep(entry: &DirEntry, target: &Path, swap: &Swap) -> io::Result<()> {
    let inner = entry.path().strip_prefix(target).map_err(io::Error::other)?;
    let staged = swap.path().join(inner);
    if entry.file_type().is_dir() {
        fs::create_dir(&staged)?;
        return fs::set_permissions(&staged, entry.metadata()?.permissions());
    }
    match fs::hard_link(entry.path(), &staged) {
        Err(_) if entry.file_type().is_file() => fs::copy(entry.path(), &staged).map(drop),
        linked => linked,
    }
}
