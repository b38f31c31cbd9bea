//! What stands in one cell of a LibreOffice sheet: its paragraphs, and apart from them remarks and drawings with words.

use super::xml::{Piece, Xml};
use crate::diagnostic::Diagnostic;
use crate::import::table::{Aside, AsideKind};
use crate::text;

/// What a cell holds.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Its paragraphs, one a line.
    pub(super) text: String,
    /// What belongs to the cell and is no part of its text.
    pub(super) asides: Vec<Aside>,
}

/// More blanks than so many in a row stand for no more: the space before a word is no word.
const MOST_BLANKS: u64 = 100;

/// Reads a cell, whose beginning was read, to its end.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<Content, Diagnostic> {
    let mut content = Content::default();
    let mut paragraphs: Vec<String> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if element.name == "p" => paragraphs.push(words(xml)?),
            Piece::Open(element) if element.name == "annotation" => {
                content.asides.extend(aside(xml, AsideKind::Comment)?);
            }
            Piece::Open(_) => content.asides.extend(text_box(xml)?),
            Piece::Close(_) => break,
            Piece::Text(_) => {}
        }
    }
    content.text = paragraphs.join("\n");
    Ok(content)
}

/// The words of a drawing, whose beginning was read, if it has any.
pub(super) fn text_box(xml: &mut Xml<'_>) -> Result<Option<Aside>, Diagnostic> {
    aside(xml, AsideKind::TextBox)
}

fn aside(xml: &mut Xml<'_>, kind: AsideKind) -> Result<Option<Aside>, Diagnostic> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Some(Piece::Open(element)) if element.name == "p" => paragraphs.push(words(xml)?),
            Some(Piece::Open(_)) => depth += 1,
            Some(Piece::Close(_)) => depth -= 1,
            Some(Piece::Text(_)) => {}
            None => break,
        }
    }
    let words = text::one_line(&paragraphs.join("\n"));
    Ok((!words.is_empty()).then(|| Aside::of(kind, words)))
}

/// The words of a paragraph, whose beginning was read.
fn words(xml: &mut Xml<'_>) -> Result<String, Diagnostic> {
    let mut words = String::new();
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Some(Piece::Open(element)) => {
                depth += 1;
                match element.name.as_str() {
                    "s" => {
                        let count = element.number("c").unwrap_or(1).min(MOST_BLANKS);
                        words.extend((0..count).map(|_| ' '));
                    }
                    "tab" => words.push('\t'),
                    "line-break" => words.push('\n'),
                    // How a word is spoken stands above it and is no word of the text.
                    "ruby-text" => {
                        xml.skip()?;
                        depth -= 1;
                    }
                    _ => {}
                }
            }
            Some(Piece::Close(_)) => depth -= 1,
            // A break of the source is a blank; those that are printed have elements of their own.
            Some(Piece::Text(text)) => words.push_str(&text.replace(['\n', '\r'], " ")),
            None => break,
        }
    }
    Ok(words)
}
