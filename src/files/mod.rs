//! The disk: reading a site's folder into Trees, and writing finished files.
//!
//! Nothing outside this module, `serve` and `main` touches the disk. Every fault names the path and the act.

mod read;
mod stage;
mod write;

use std::path::Path;

pub use read::{Workspace, read, read_content, read_document};
pub use stage::Stage;
pub use write::{expect_empty, write_new};

use crate::diagnostic::{Code, Diagnostic};

fn cannot_read(path: &Path, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CannotRead).with("file", path.display()).with("reason", reason)
}

fn cannot_write(path: &Path, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CannotWrite).with("file", path.display()).with("reason", reason)
}
