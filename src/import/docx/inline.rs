//! What elements within a run print, and the words of a part of the text that is left out as a whole.

use super::super::namespace::Space;
use super::super::symbols;
use super::super::xml::{Element, Event, Xml};
use crate::diagnostic::Diagnostic;

/// What the element that was opened last prints; nothing if it is none that prints.
pub(super) fn printed(
    xml: &mut Xml<'_>,
    element: &Element<'_>,
) -> Result<Option<String>, Diagnostic> {
    let text = match element.named() {
        (Space::Word | Space::Math | Space::Drawing, "t") => text(xml, element)?,
        (Space::Word, "tab" | "ptab") => " ".to_owned(),
        (Space::Word, "br" | "cr") => "\n".to_owned(),
        (Space::Word, "noBreakHyphen") => "-".to_owned(),
        // A sign of a symbol font, and one of a font of pictures.
        (Space::Word, "sym") | (_, "symEx") => sign(element).into_iter().collect(),
        _ => return Ok(None),
    };
    Ok(Some(text))
}

/// All words up to the end of the element that was opened last, a line a paragraph; deleted ones, too.
pub(super) fn words(xml: &mut Xml<'_>) -> Result<String, Diagnostic> {
    let mut words = String::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        match event {
            Event::Open(element) => {
                if let Some(text) = printed(xml, &element)? {
                    words.push_str(&text);
                    continue;
                }
                match element.named() {
                    (Space::Word, "delText") => words.push_str(&text(xml, &element)?),
                    (Space::Word, name) if name.ends_with("Pr") => xml.skip()?,
                    (Space::Vml, "textpath") => {
                        words.push_str(&element.attribute("string").unwrap_or_default());
                    }
                    _ => {}
                }
            }
            Event::Close(closed)
                if matches!(closed.named(), (Space::Word | Space::Drawing, "p")) =>
            {
                words.push('\n');
            }
            Event::Text(_) | Event::Close(_) => {}
        }
    }
    Ok(words)
}

/// The text of the element that was opened last. Line breaks in the file are blanks, and blanks at the ends count only where
/// the element says so.
pub(super) fn text(xml: &mut Xml<'_>, element: &Element<'_>) -> Result<String, Diagnostic> {
    let mut text = String::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        if let Event::Text(piece) = event {
            let piece = piece.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign });
            text.extend(piece.map(symbols::printed));
        }
    }
    let keeps_blanks = element.attribute("space").is_some_and(|space| space == "preserve");
    let is_word = element.named().0 == Space::Word;
    Ok(if keeps_blanks || !is_word { text } else { text.trim_matches(' ').to_owned() })
}

fn sign(element: &Element<'_>) -> Option<char> {
    let place = u32::from_str_radix(element.attribute("char")?.trim(), 16).ok()?;
    symbols::of_font(&element.attribute("font").unwrap_or_default(), place)
}
