//! The register of agencies: whose name a printed name is, and what the shipped register makes of the shipped plan.

mod resolution;
mod shipped_plan;
mod shipped_register;

use std::path::Path;
use std::sync::OnceLock;

use planpress::files::{self, Workspace};

use crate::made::{Made, report};

/// The project's own site, finished; made once for all tests that look at it.
pub(crate) fn shipped_site() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| Made::of(&shipped()))
}

/// The project's own site, as it lies in its folder.
fn shipped() -> Workspace {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    files::read(root).unwrap_or_else(|faults| panic!("{}", report(&faults)))
}
