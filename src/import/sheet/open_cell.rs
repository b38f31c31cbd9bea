//! What stands in one cell of a LibreOffice sheet: its paragraphs, and apart from them remarks and drawings.

use crate::diagnostic::Diagnostic;
use crate::import::namespace::Space;
use crate::import::odt::inline;
use crate::import::table::{Aside, AsideKind};
use crate::import::xml::{Event, Xml};
use crate::text;

/// What a cell holds.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Its paragraphs, one a line.
    pub(super) text: String,
    /// What belongs to the cell and is no part of its text.
    pub(super) asides: Vec<Aside>,
}

/// Reads the cell that was opened last.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<Content, Diagnostic> {
    let mut content = Content::default();
    let mut paragraphs: Vec<String> = Vec::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Text, "p") => paragraphs.push(inline::in_line(xml)?.words),
            (Space::Office, "annotation") => {
                let words = inline::in_paragraphs(xml)?.words;
                content.asides.extend(said(AsideKind::Comment, &words));
            }
            _ => content.asides.extend(drawn(xml)?),
        }
    }
    content.text = paragraphs.join("\n");
    Ok(content)
}

/// Reads the drawing that was opened last: its words, and that it is a picture or another document.
pub(super) fn drawn(xml: &mut Xml<'_>) -> Result<Vec<Aside>, Diagnostic> {
    let found = inline::in_paragraphs(xml)?;
    let shown = match (found.objects, found.pictures) {
        (0, 0) => None,
        (0, _) => Some(AsideKind::Picture),
        _ => Some(AsideKind::Embedded),
    };
    let words = said(AsideKind::TextBox, &found.words);
    Ok(words.into_iter().chain(shown.map(|kind| Aside::of(kind, ""))).collect())
}

fn said(kind: AsideKind, words: &str) -> Option<Aside> {
    let words = text::one_line(words);
    (!words.is_empty()).then(|| Aside::of(kind, words))
}
