//! What stands beside a document's text in parts of its own: footnotes and endnotes, remarks, headers and footers of pages, the
//! words of charts and diagrams.
//!
//! Each is named where the text refers to it, so that a person finds it; what no place refers to is named at the end.
//! Deliberately absent: pictures in headers and footers, which are emblems.

use std::collections::BTreeMap;

use super::super::left_out;
use super::super::namespace::Space;
use super::super::office::drawing;
use super::super::table::{Aside, AsideKind};
use super::super::xml::{Element, Event, Part, Xml};
use super::inline;
use super::package::Related;
use crate::diagnostic::Diagnostic;

/// What stands beside the text, as far as no place of the text has referred to it yet.
#[derive(Default)]
pub(super) struct Beside {
    /// By what refers to it.
    referred: BTreeMap<Reference, Aside>,
    frames: Vec<Aside>,
}

/// What refers to something: notes and remarks have numbers of their own, other parts the name of their relation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Reference {
    Footnote(String),
    Endnote(String),
    Comment(String),
    Part(String),
}

impl Beside {
    /// Reads the parts.
    ///
    /// # Errors
    /// When one is no XML.
    pub(super) fn read(parts: &[Related]) -> Result<Self, Diagnostic> {
        let mut beside = Self::default();
        for part in parts {
            match part.kind.as_str() {
                "header" | "footer" => beside.frames.extend(frame(&part.part)?),
                "chart" | "diagramData" => {
                    let words = Aside::of(AsideKind::TextBox, drawing::of_part(&part.part)?);
                    beside.referred.insert(Reference::Part(part.id.clone()), words);
                }
                _ => beside.referred.extend(notes(&part.part)?),
            }
        }
        // The pages of a document often have the same header three times.
        beside.frames.dedup();
        Ok(beside)
    }

    /// What an element of the text refers to, the first time.
    pub(super) fn at(&mut self, element: &Element<'_>) -> Option<Aside> {
        let refers = match element.named() {
            (Space::Word, "footnoteReference") => Reference::Footnote(element.attribute("id")?),
            (Space::Word, "endnoteReference") => Reference::Endnote(element.attribute("id")?),
            (Space::Word, "commentReference") => Reference::Comment(element.attribute("id")?),
            (Space::Chart, "chart") => Reference::Part(element.attribute("id")?),
            (Space::Diagram, "relIds") => Reference::Part(element.attribute("dm")?),
            _ => return None,
        };
        self.referred.remove(&refers)
    }

    /// What no place referred to.
    pub(super) fn rest(self) -> impl Iterator<Item = Aside> {
        self.referred.into_values().chain(self.frames).filter(|aside| !aside.text.is_empty())
    }
}

/// The notes or remarks of a part.
fn notes(part: &Part) -> Result<Vec<(Reference, Aside)>, Diagnostic> {
    let mut notes = Vec::new();
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let number = element.attribute("id").unwrap_or_default();
        // Those with a type are lines and notices of Word's own.
        let is_words = element.attribute("type").is_none_or(|kind| kind == "normal");
        let (refers, kind) = match element.named() {
            (Space::Word, "footnote") if is_words => {
                (Reference::Footnote(number), AsideKind::Footnote)
            }
            (Space::Word, "endnote") if is_words => {
                (Reference::Endnote(number), AsideKind::Footnote)
            }
            (Space::Word, "comment") => (Reference::Comment(number), AsideKind::Comment),
            _ => continue,
        };
        notes.push((refers, Aside::of(kind, words(&mut xml)?)));
    }
    Ok(notes)
}

/// The header or footer that a part is; nothing if it holds no more than a page's number.
fn frame(part: &Part) -> Result<Option<Aside>, Diagnostic> {
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        if let Event::Open(element) = event
            && matches!(element.named(), (Space::Word, "hdr" | "ftr"))
        {
            let words = words(&mut xml)?;
            let says = left_out::says_more_than_a_page(&words);
            return Ok(says.then(|| Aside::of(AsideKind::PageFrame, words)));
        }
    }
    Ok(None)
}

fn words(xml: &mut Xml<'_>) -> Result<String, Diagnostic> {
    Ok(inline::words(xml)?.trim().to_owned())
}
