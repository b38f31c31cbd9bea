//! Reader of web pages: saved from a portal, or written by Word or Excel as a page.
//!
//! 1. [`parse`] makes the tree of elements, within limits; unclosed and misplaced tags are mended as browsers mend them.
//! 2. [`element`] says what an element is for the text: something to leave out, a line of its own, or a mere style.
//! 3. [`flow`] reads the tree into lines and tables, and [`grid`] a table's cells into rows, spans resolved.
//!
//! A line ends where the page shows one: at `<br>` and around blocks. How the source is wrapped means nothing. Numbers and dots
//! that a browser draws before the items of a list are no text of the document. What the page does not show is left out and
//! named. No style sheet is read: only what an element says of itself counts.

mod element;
mod flow;
mod grid;
mod lines;
mod parse;
mod visible;

use super::table::Manuscript;
use crate::diagnostic::Diagnostic;

/// The tables of a page, and the text around them.
///
/// # Errors
/// When it passes the limits.
pub(super) fn read(page: &str, file: &str) -> Result<Manuscript, Diagnostic> {
    let tree = parse::tree(page, file)?;
    let (blocks, tables) = flow::blocks(tree.root_element(), file)?;
    let (visible, asides) = visible::of(tree.root_element(), &tables);
    Ok(Manuscript { blocks, visible, asides })
}
