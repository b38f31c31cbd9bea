//! The register of agencies: whose name a printed name is, and what the shipped register makes of the shipped plan.

mod resolution;
mod shipped_plan;
mod shipped_register;

use std::path::Path;

use planpress::files::{self, Workspace};

use crate::made::report;

/// The project's own site, as it is published.
pub(crate) fn shipped() -> Workspace {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    files::read(root).unwrap_or_else(|faults| panic!("{}", report(&faults)))
}
