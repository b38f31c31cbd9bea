//! Reader of Word's documents (`.docx`).
//!
//! 1. [`package`] finds the parts; [`styles`] and [`numbering`] read what the text refers to.
//! 2. [`body`] reads the text once, from its begin to its end, and [`grid`] its tables; [`labels`] counts automatic numbers.
//! 3. What stands [`beside`] the text (footnotes, remarks, headers of pages) is named, and no more.
//!
//! Deliberately absent: how anything looks. Capitals that Word makes of small letters stay small, since these were written.

mod beside;
mod body;
mod fields;
mod grid;
mod inline;
mod labels;
mod numbering;
mod package;
mod properties;
mod styles;

use beside::Beside;
use body::Body;
use labels::Labels;
use numbering::Numbering;
use package::{Package, Parts};
use styles::Styles;

use super::flow;
use super::namespace::Space;
use super::table::Manuscript;
use super::xml::{Event, Part};
use crate::diagnostic::{Code, Diagnostic};

/// Reads a document of Word.
///
/// # Errors
/// When it is damaged, passes the limits, or is a document of another program of Office.
pub(super) fn read(document: &[u8], file: &str) -> Result<Manuscript, Diagnostic> {
    let Parts { main, styles, numbering, beside } = Package::open(document, file)?.parts()?;
    expect_text(&main, file)?;
    let styles = styles.as_ref().map(Styles::read).transpose()?.unwrap_or_default();
    let numbering = numbering.as_ref().map(Numbering::read).transpose()?.unwrap_or_default();
    let labels = Labels::new(&styles, &numbering);
    let beside = Beside::read(&beside)?;
    let story = Body::new(&main, &styles, labels, beside).read()?;
    let (blocks, asides) = flow::blocks(story.pieces);
    let asides = story.asides.into_iter().chain(asides).collect();
    Ok(Manuscript { blocks, visible: story.visible, asides })
}

/// A part whose first element is a text of Word. Other programs of Office write such archives, too.
fn expect_text(main: &Part, file: &str) -> Result<(), Diagnostic> {
    let mut xml = main.events();
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(element) if element.named() == (Space::Word, "document") => return Ok(()),
            Event::Open(element) => {
                let kind = format!("Office ({})", element.named().1);
                return Err(Diagnostic::new(Code::ImportKind)
                    .with("file", file)
                    .with("kind", kind));
            }
            Event::Text(_) | Event::Close(_) => {}
        }
    }
    Err(main.broken("no element"))
}
