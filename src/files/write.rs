//! Writing files that must not replace anything: an imported plan, a new site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cannot_write;
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
    if !faults.is_empty() {
        return Err(faults);
    }
    for (index, (target, bytes)) in new.iter().enumerate() {
        let parent = target.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = parent.and_then(|()| fs::write(target, bytes)) {
            for (written, _) in new.iter().take(index + 1) {
                // What cannot be written can often not be removed either; the fault below says what happened.
                let _ = fs::remove_file(written);
            }
            return Err(cannot_write(target, &error).into());
        }
        progress.tick();
    }
    Ok(new.len())
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
        Ok(entries) => entries.count(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(error) => return Err(cannot_write(folder, &error)),
    };
    if entries == 0 {
        return Ok(());
    }
    Err(Diagnostic::new(Code::FolderNotEmpty).with("folder", folder.display()))
}
