//! Files that the new site has in common with the published one: they are the same files, with their times, so that whoever mirrors
//! the folder (rsync, a bucket's tool) sends only what has changed.
//!
//! What is on the disk is compared, never what a manifest says of it: somebody may have changed the file since. No file of a
//! published folder is ever written into, so that one file may stand in two folders for a while.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::hash::sha256_of;
use crate::tree::Stored;

/// Whether a plain file at this path holds these bytes.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    is_plain(path, size) && fs::read(path).is_ok_and(|there| there == bytes)
}

/// Whether a plain file at this path is a copy of a document or picture.
pub(super) fn is_copy(path: &Path, of: &Stored) -> bool {
    let hash = || sha256_of(File::open(path)?).map(|(hash, _)| hash);
    is_plain(path, of.size) && hash().is_ok_and(|hash| hash == of.sha256)
}

/// Puts a published file at another place, too; where the system has no such links, a copy that is as old.
pub(super) fn keep(published: &Path, staged: &Path) -> io::Result<()> {
    match fs::hard_link(published, staged) {
        // The staged file's folder is not there yet.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(_) => {
            let modified = fs::metadata(published)?.modified()?;
            fs::copy(published, staged)?;
            File::options().write(true).open(staged)?.set_modified(modified)
        }
        Ok(()) => Ok(()),
    }
}

/// A link is no file of the site, whatever it leads to.
fn is_plain(path: &Path, size: u64) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == size)
}
