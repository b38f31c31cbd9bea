//! A drafted plan as the files of the content format.

use crate::model::Draft;
use crate::tree::Tree;

/// The files of a plan.
#[must_use]
pub fn print(_draft: &Draft) -> Tree {
    Tree::default()
}
