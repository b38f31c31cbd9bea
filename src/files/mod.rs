//! The disk: reading a site's folder into Trees, and writing finished files.
//!
//! Nothing outside this module, `serve` and `main` touches the disk. Every fault names the path and the act.

mod claim;
mod hashes;
mod kept;
mod lock;
mod one_by_one;
mod read;
mod replace;
mod stage;
mod swap;
mod write;

use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

pub use claim::{Claim, claim};
pub use hashes::hashes;
pub use read::{Workspace, read, read_again, read_content, read_document, read_manifest};
pub use replace::replace;
pub use stage::Stage;
pub use swap::Swapped;
pub use write::{expect_empty, expect_site_or_nothing, write_absent, write_new};

use crate::diagnostic::{Code, Diagnostic};

/// The fault of a document that cannot be read, where Windows says that another program holds it open.
fn held(path: &Path, error: &io::Error) -> Option<Diagnostic> {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; elsewhere these numbers mean something else.
    const HELD_ON_WINDOWS: [i32; 2] = [32, 33];
    let on_windows =
        cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD_ON_WINDOWS.contains(&code));
    let held = on_windows || error.kind() == ErrorKind::ResourceBusy;
    held.then(|| Diagnostic::new(Code::FileHeld).with("file", path.display()))
}

/// The fault of a document that cannot be read.
fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    if let Some(fault) = held(path, error) {
        return fault;
    }
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::new(Code::CannotRead).with("missing", path.display()),
        ErrorKind::PermissionDenied => {
            Diagnostic::new(Code::CannotRead).with("denied", path.display())
        }
        ErrorKind::IsADirectory => Diagnostic::new(Code::CannotRead).with("folder", path.display()),
        _ => cannot_read(path, error),
    }
}

/// Makes the folders that lie within a folder, which itself must be there.
fn make_folder(folder: &Path, inner: &Path) -> io::Result<()> {
    let mut way = folder.to_owned();
    for name in inner {
        way.push(name);
        match std::fs::create_dir(&way) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => made?,
        }
    }
    Ok(())
}

/// Writes a file and brings it to the disk, before it gets the name that counts.
fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn cannot_read(path: &Path, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CannotRead).with("file", path.display()).with("reason", reason)
}

fn cannot_write(path: &Path, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CannotWrite).with("file", path.display()).with("reason", reason)
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::held;
    use crate::diagnostic::Code;

    #[test]
    fn a_document_that_another_program_holds_is_told_as_such() {
        let code = |error: &Error| held(Path::new("a.docx"), error).map(|fault| fault.code);
        assert_eq!(code(&Error::from(ErrorKind::ResourceBusy)), Some(Code::FileHeld));
        assert_eq!(code(&Error::from(ErrorKind::NotFound)), None);
        let sharing_violation = Error::from_raw_os_error(32);
        assert_eq!(code(&sharing_violation), cfg!(windows).then_some(Code::FileHeld));
    }
}
