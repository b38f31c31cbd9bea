//! The words of a part of a text or a sheet of LibreOffice, as one piece.

use super::super::namespace::Space;
use super::super::symbols;
use super::super::xml::{Element, Event, Xml};
use crate::diagnostic::Diagnostic;

/// What was found in a part of the text that is left out.
#[derive(Default)]
pub(in crate::import) struct Found {
    /// Its words, a line a paragraph.
    pub(in crate::import) words: String,
    /// How many pictures it holds.
    pub(in crate::import) pictures: usize,
    /// How many other documents it holds.
    pub(in crate::import) objects: usize,
}

/// All that stands in paragraphs up to the end of the element that was opened last.
pub(in crate::import) fn in_paragraphs(xml: &mut Xml<'_>) -> Result<Found, Diagnostic> {
    found(xml, 0)
}

/// All that stands up to the end of the element that was opened last, which is within a paragraph.
pub(in crate::import) fn in_line(xml: &mut Xml<'_>) -> Result<Found, Diagnostic> {
    found(xml, 1)
}

/// What an element within a paragraph prints by itself; nothing if it does not.
pub(super) fn sign(element: &Element<'_>) -> Option<char> {
    match element.named() {
        (Space::Text, "s" | "tab") => Some(' '),
        (Space::Text, "line-break") => Some('\n'),
        _ => None,
    }
}

/// A piece of text as it is printed: line breaks of the file are blanks.
pub(super) fn text(piece: &str) -> impl Iterator<Item = char> {
    piece.chars().map(|sign| if sign.is_whitespace() { ' ' } else { symbols::printed(sign) })
}

fn found(xml: &mut Xml<'_>, paragraphs_around: usize) -> Result<Found, Diagnostic> {
    let mut found = Found::default();
    let mut paragraphs = paragraphs_around;
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        match event {
            Event::Text(piece) if paragraphs > 0 => found.words.extend(text(&piece)),
            Event::Open(element) => match element.named() {
                (Space::Text, "p" | "h") => paragraphs += 1,
                (Space::Draw, "image") => found.pictures += 1,
                (Space::Draw, "object" | "object-ole") => found.objects += 1,
                // Who wrote a remark and when; what a picture is called.
                // Who wrote a remark and when; what a picture is called; how a word is spoken, which stands above it.
                (Space::Office, "change-info")
                | (Space::Text, "note-citation" | "ruby-text")
                | (Space::Other, "creator" | "date" | "creator-initials" | "title" | "desc") => {
                    xml.skip()?;
                }
                _ => found.words.extend(sign(&element).filter(|_| paragraphs > 0)),
            },
            Event::Close(closed) if matches!(closed.named(), (Space::Text, "p" | "h")) => {
                paragraphs = paragraphs.saturating_sub(1);
                found.words.push('\n');
            }
            Event::Text(_) | Event::Close(_) => {}
        }
    }
    Ok(found)
}
