//! Files that the new site has in common with the published one: they are the same files, with their times, so that whoever mirrors
//! the folder (rsync, a bucket's tool) sends only what has changed.
//!
//! What is on the disk is compared, never what a manifest says of it: somebody may have changed the file since. No file of a
//! published folder is ever written into, so that one file may stand in two folders for a while.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

use crate::hash::sha256_of;
use crate::tree::Stored;

/// A file that is made to see its rights, and removed at once.
const PROBE: &str = ".planpress-rights";

/// What a file must be like to be taken over.
#[derive(Debug)]
pub(super) struct Kept {
    /// Rights and owner of a file that is written now.
    rights: Option<Rights>,
}

impl Kept {
    /// Looks which rights a new file gets in a folder.
    pub(super) fn within(folder: &Path) -> Self {
        let probe = folder.join(PROBE);
        let rights = File::create(&probe).and_then(|file| Ok(rights(&file.metadata()?))).ok();
        // One that stays is no file of the site, so it must not.
        let removed = fs::remove_file(&probe).is_ok();
        Self { rights: rights.filter(|_| removed) }
    }

    /// Whether a plain file at this path holds these bytes.
    pub(super) fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.is_plain(path, size) && fs::read(path).is_ok_and(|there| there == bytes)
    }

    /// Whether a plain file at this path is a copy of a document or picture.
    pub(super) fn is_copy(&self, path: &Path, of: &Stored) -> bool {
        let hash = || sha256_of(File::open(path)?).map(|(hash, _)| hash);
        self.is_plain(path, of.size) && hash().is_ok_and(|hash| hash == of.sha256)
    }

    /// A link is no file of the site, whatever it leads to; nor is a file that a server cannot read, or that somebody may write
    /// into under another name or by other rights.
    fn is_plain(&self, path: &Path, size: u64) -> bool {
        let is_it = |about: &Metadata| {
            about.is_file()
                && about.len() == size
                && self.rights == Some(rights(about))
                && has_one_name(about)
        };
        fs::symlink_metadata(path).is_ok_and(|about| is_it(&about))
    }
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

/// Who may do what with a file: its mode, its owner and its group.
type Rights = [u32; 3];

#[cfg(unix)]
fn rights(about: &Metadata) -> Rights {
    use std::os::unix::fs::MetadataExt;
    [about.mode(), about.uid(), about.gid()]
}

/// Elsewhere rights follow from the folder.
#[cfg(not(unix))]
fn rights(_about: &Metadata) -> Rights {
    [0; 3]
}

#[cfg(unix)]
fn has_one_name(about: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    about.nlink() == 1
}

/// Elsewhere the standard library does not say it.
#[cfg(not(unix))]
fn has_one_name(_about: &Metadata) -> bool {
    true
}
