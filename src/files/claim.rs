//! A content folder in the hand of one import, from its first reading to its last file: no other one merges into files that this one is
//! changing, and what a killed one left is finished or removed before anything is read.

use std::path::Path;

use super::lock::Lock;
use super::swap::{JOURNAL, STAGED, Swap, left_beside};
use crate::diagnostic::Diagnostic;

/// The name of the lock's file within the content folder, which no reader of content sees.
const LOCK: &str = ".planpress.lock";

/// The right to change a content folder, as long as it is held.
#[derive(Debug)]
pub struct Claim {
    _lock: Option<Lock>,
}

/// Takes a content folder in hand.
///
/// # Errors
/// When another program has it, or what a killed one left cannot be finished.
pub fn claim(content: &Path) -> Result<Claim, Diagnostic> {
    // One that is not there yet is put in its place whole, by whoever comes first.
    if !content.is_dir() {
        return Ok(Claim { _lock: None });
    }
    let lock = Lock::take(content.join(LOCK), content)?;
    for ending in [JOURNAL, STAGED] {
        for target in left_beside(content, ending) {
            // Opening a swap clears up.
            drop(Swap::open(&target)?);
        }
    }
    Ok(Claim { _lock: Some(lock) })
}
