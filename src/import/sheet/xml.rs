//! The XML that Word, Excel and LibreOffice write, piece by piece and within bounds. The only place of our code that knows
//! quick-xml.
//!
//! Names are given without their prefix, since programs choose prefixes as they like. An entity that XML itself does not define
//! is a fault, so that no declaration is ever expanded; elements within elements are counted against the limit. No tree is built.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::diagnostic::{Code, Diagnostic};
use crate::import::limits;

/// Reads the pieces of a document in their order.
pub(super) struct Xml<'d> {
    reader: Reader<&'d [u8]>,
    file: &'d str,
    depth: usize,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins. An empty one ends with the next piece.
    Open(Element),
    /// The element of this name ends.
    Close(String),
    /// Words between marks, as they stand.
    Text(String),
}

/// How an element begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name without the prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl<'d> Xml<'d> {
    /// The document of these bytes; `file` is named in its faults.
    pub(super) fn of(bytes: &'d [u8], file: &'d str) -> Self {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, file, depth: 0 }
    }

    /// The next piece; nothing at the end.
    ///
    /// # Errors
    /// When the document is broken, nests too deep, or uses an entity that it would have to declare.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, Diagnostic> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let file = self.file;
            let event = self.reader.read_event_into(&mut buffer);
            let piece = match event.map_err(|error| broken(file, &error.to_string()))? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > limits::DEPTH {
                        let fault = Diagnostic::new(Code::ImportLimit).with("file", file);
                        return Err(fault.with("limit", limits::DEPTH));
                    }
                    Piece::Open(element(&start, file)?)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => Piece::Text(entity_text(&entity, file)?),
                Event::Eof if self.depth > 0 => return Err(broken(file, "XML")),
                Event::Eof => return Ok(None),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// Reads on to the end of the element whose beginning was read last.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub(super) fn skip(&mut self) -> Result<(), Diagnostic> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

impl Element {
    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn says_yes(&self, name: &str) -> bool {
        matches!(self.attribute(name), Some("1" | "true" | "on"))
    }
}

fn element(start: &BytesStart<'_>, file: &str) -> Result<Element, Diagnostic> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| broken(file, &error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| broken(file, &error.to_string()))?;
        let name = attribute.key.local_name().as_ref().to_owned();
        attributes.push((name, value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes })
}

/// The character that a reference stands for.
fn entity_text(entity: &BytesRef<'_>, file: &str) -> Result<String, Diagnostic> {
    let by_number = entity.resolve_char_ref().map_err(|error| broken(file, &error.to_string()))?;
    if let Some(character) = by_number {
        return Ok(character.to_string());
    }
    let name: Cow<'_, str> = entity.xml10_content();
    let known = resolve_predefined_entity(&name).map(str::to_owned);
    known.ok_or_else(|| broken(file, &format!("&{name};")))
}

fn broken(file: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::ImportBroken).with("file", file).with("reason", reason)
}
