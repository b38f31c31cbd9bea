//! Writing files that must not replace anything: an imported plan, a new site.
//!
//! Folders that are not there yet are made beside their place, whole, and then put there; so a program that is killed leaves them
//! whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::swap::{STAGED, Swap, beside, is_beside};
use super::{cannot_write, write_synced};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::Progress;
use crate::tree::{File, Tree};

/// Writes the files of a Tree below a folder; gives how many were new. A file that is there already with the same bytes is
/// left alone.
///
/// # Errors
/// When files are there with other bytes: all of them are named, and nothing is written. When the system refuses a file:
/// those that were written before it are removed.
pub fn write_new(
    folder: &Path,
    tree: &Tree,
    progress: &dyn Progress,
) -> Result<usize, Diagnostics> {
    let new = new_files(folder, tree)?;
    let mut made: Vec<PathBuf> = Vec::new();
    let written = write_all(folder, &new, progress, &mut |path| made.push(path));
    if let Err(fault) = written {
        for path in made {
            // What cannot be written can often not be removed either; the fault says what happened.
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        return Err(fault.into());
    }
    Ok(new.len())
}

/// The files that are not there yet.
fn new_files<'t>(folder: &Path, tree: &'t Tree) -> Result<Vec<(PathBuf, &'t [u8])>, Diagnostics> {
    let mut new: Vec<(PathBuf, &[u8])> = Vec::new();
    let mut faults = Diagnostics::new();
    for (path, file) in tree.iter() {
        let File::Bytes(bytes) = file else { continue };
        let target = folder.join(path.as_str());
        match fs::read(&target) {
            Ok(existing) if existing == *bytes => {}
            Ok(_) => {
                faults.push(Diagnostic::new(Code::ImportExists).with("file", target.display()));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => new.push((target, bytes)),
            Err(error) => faults.push(cannot_write(&target, &error)),
        }
    }
    if faults.is_empty() { Ok(new) } else { Err(faults) }
}

/// Writes new files: single ones first, then folders; tells each that is in its place.
fn write_all(
    folder: &Path,
    new: &[(PathBuf, &[u8])],
    progress: &dyn Progress,
    made: &mut dyn FnMut(PathBuf),
) -> Result<(), Diagnostic> {
    let mut folders: BTreeMap<PathBuf, Vec<(&Path, &[u8])>> = BTreeMap::new();
    for (target, bytes) in new {
        if let Some(absent) = absent_folder(folder, target) {
            folders.entry(absent).or_default().push((target, bytes));
        } else {
            write_one(target, bytes).map_err(|error| cannot_write(target, &error))?;
            made(target.clone());
            progress.tick();
        }
    }
    for (absent, files) in folders {
        let swap = Swap::open(&absent)?;
        for (target, bytes) in files {
            let inner = target.strip_prefix(&absent).unwrap_or(target);
            let staged = swap.path().join(inner);
            let written = swap.make_parent(&staged).and_then(|()| fs::write(&staged, bytes));
            written.map_err(|error| cannot_write(target, &error))?;
            progress.tick();
        }
        swap.commit_new()?;
        made(absent);
    }
    Ok(())
}

/// The first folder on the way to a file that is not there, from `folder` on.
fn absent_folder(folder: &Path, file: &Path) -> Option<PathBuf> {
    let way: Vec<&Path> =
        file.ancestors().skip(1).take_while(|way| way.starts_with(folder)).collect();
    way.into_iter().rev().find(|way| !way.exists()).map(Path::to_owned)
}

/// Writes a file whole, or not at all, and never over another.
fn write_one(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let staged = beside(target, STAGED);
    write_synced(&staged, bytes)?;
    let placed = match fs::hard_link(&staged, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // A file system without such links.
        Err(_) => return fs::rename(&staged, target),
        Ok(()) => Ok(()),
    };
    fs::remove_file(&staged).and(placed)
}

/// Writes those files of a Tree below a folder that are not there yet, whatever stands in those that are.
///
/// # Errors
/// As [`write_new`].
pub fn write_absent(folder: &Path, tree: &Tree) -> Result<usize, Diagnostics> {
    let absent = tree.iter().filter(|(path, _)| !folder.join(path.as_str()).exists());
    let absent = absent.map(|(path, file)| (path.clone(), file.clone())).collect();
    write_new(folder, &absent, &())
}

/// Makes sure that a folder is absent, empty, or that of a site.
///
/// # Errors
/// When it holds something else, or cannot be read.
pub fn expect_site_or_nothing(folder: &Path) -> Result<(), Diagnostic> {
    if folder.join("content").is_dir() { Ok(()) } else { expect_empty(folder) }
}

/// Makes sure that a folder is absent or empty.
///
/// # Errors
/// When it holds something, or cannot be read.
pub fn expect_empty(folder: &Path) -> Result<(), Diagnostic> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot_write(folder, &error)),
    };
    // What a killed program left is no file of anybody.
    let is_ours = |entry: fs::DirEntry| is_beside(&entry.file_name().to_string_lossy());
    if entries.filter_map(Result::ok).all(is_ours) {
        return Ok(());
    }
    Err(Diagnostic::new(Code::FolderNotEmpty).with("folder", folder.display()))
}
