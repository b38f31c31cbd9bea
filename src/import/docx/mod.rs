//! Reader of Word's documents (`.docx`).
//!
//! 1. [`package`] finds the parts; [`styles`] and [`numbering`] read what the text refers to.
//! 2. [`body`] reads the text once, from its begin to its end, and [`grid`] its tables; [`labels`] counts automatic numbers.
//! 3. What stands beside the text (footnotes, comments, headers of pages) is named, and no more.
//!
//! Deliberately absent: how anything looks. Capitals that Word makes of small letters stay small, since these were written.

mod body;
mod grid;
mod inline;
mod labels;
mod numbering;
mod package;
mod properties;
mod styles;

use body::Body;
use labels::Labels;
use numbering::Numbering;
use package::{Package, Parts};
use styles::Styles;

use super::flow;
use super::namespace::Space;
use super::table::{Aside, AsideKind, Manuscript};
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
    let story = Body::new(&main, &styles, labels).read()?;
    let mut asides = story.asides;
    for part in &beside {
        // The pages of a document often have the same header three times.
        let found = asides_of(part)?.into_iter();
        asides.extend(found.filter(|aside| !asides.contains(aside)).collect::<Vec<_>>());
    }
    Ok(Manuscript { blocks: flow::blocks(story.pieces), visible: story.visible, asides })
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

/// What a part beside the text holds, named.
fn asides_of(part: &Part) -> Result<Vec<Aside>, Diagnostic> {
    let mut asides = Vec::new();
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let found = match element.named() {
            // Those with a type are lines and notices of Word's own.
            (Space::Word, "footnote" | "endnote")
                if element.attribute("type").is_none_or(|kind| kind == "normal") =>
            {
                AsideKind::Footnote
            }
            (Space::Word, "comment") => AsideKind::Comment,
            (Space::Word, "hdr" | "ftr") => AsideKind::PageFrame,
            _ => continue,
        };
        let text = inline::words(&mut xml)?.trim().to_owned();
        asides.push(Aside { kind: found, text });
    }
    asides.retain(|aside| match aside.kind {
        // A page number alone is no word.
        AsideKind::PageFrame => aside.text.chars().any(char::is_alphabetic),
        _ => !aside.text.is_empty(),
    });
    Ok(asides)
}
