//! The XML parts of an archive, as a bounded stream of events. The only place that knows quick-xml.
//!
//! What every reader would else have to care for is done here once: encodings, names by namespace whatever their prefix,
//! depth, references and alternatives. A part is never expanded: a reference to anything but a character or one of the five
//! names of XML itself is a fault, and a document type is passed over. Of alternatives that say the same for programs of
//! different age (`mc:AlternateContent`) the first is read.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event as Raw};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::archive::Archive;
use super::limits;
use super::namespace::Space;
use crate::diagnostic::{Code, Diagnostic};

/// A part of an archive, decoded.
pub(super) struct Part {
    file: String,
    name: String,
    text: String,
}

/// What stands next in a part.
pub(super) enum Event<'p> {
    /// An element begins. One without content ends with the next event.
    Open(Element<'p>),
    /// Text; a text with references in it comes in several pieces.
    Text(Cow<'p, str>),
    /// An element ends.
    Close(Closed<'p>),
}

/// The begin of an element. Its attributes are known to be sound.
pub(super) struct Element<'p> {
    space: Space,
    tag: BytesStart<'p>,
}

/// The end of an element.
pub(super) struct Closed<'p> {
    space: Space,
    tag: BytesEnd<'p>,
}

/// The events of a part.
pub(super) struct Xml<'p> {
    part: &'p Part,
    reader: NsReader<&'p [u8]>,
    depth: usize,
    /// The alternatives that are open: the depth of their element, and whether one of them was read.
    alternatives: Vec<(usize, bool)>,
}

impl Part {
    /// A part of an archive; nothing where there is none of that name.
    ///
    /// # Errors
    /// When it cannot be unpacked or is no text.
    pub(super) fn open(
        archive: &mut Archive<'_>,
        file: &str,
        name: &str,
    ) -> Result<Option<Self>, Diagnostic> {
        let Some(bytes) = archive.bytes(name)? else { return Ok(None) };
        let part = |text| Self { file: file.to_owned(), name: name.to_owned(), text };
        match decode(bytes) {
            Some(text) => Ok(Some(part(text))),
            None => Err(part(String::new()).broken("encoding")),
        }
    }

    /// Its events, from its begin.
    pub(super) fn events(&self) -> Xml<'_> {
        let mut reader = NsReader::from_str(&self.text);
        reader.config_mut().expand_empty_elements = true;
        Xml { part: self, reader, depth: 0, alternatives: Vec::new() }
    }

    /// The fault of a part that cannot be understood.
    pub(super) fn broken(&self, reason: &str) -> Diagnostic {
        let reason = format!("{}: {reason}", self.name);
        Diagnostic::new(Code::ImportBroken).with("file", &self.file).with("reason", reason)
    }

    /// The fault of a document that is larger than one can be; `what` names the number, if there is one.
    pub(super) fn too_large(
        &self,
        what: Option<(&'static str, usize)>,
        limit: usize,
    ) -> Diagnostic {
        let fault = Diagnostic::new(Code::ImportLimit).with("file", &self.file);
        let fault = what.into_iter().fold(fault, |fault, (name, number)| fault.with(name, number));
        fault.with("limit", limit)
    }
}

impl<'p> Xml<'p> {
    /// The part that is read.
    pub(super) fn part(&self) -> &'p Part {
        self.part
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The next event, as long as the element at this depth is open. The end of that element gives nothing.
    ///
    /// ```text
    /// let level = xml.depth();                            // an element was opened
    /// while let Some(event) = xml.next_within(level)? {   // all that it holds
    /// ```
    ///
    /// # Errors
    /// When the part is no XML, ends too early, or nests too deep.
    pub(super) fn next_within(&mut self, level: usize) -> Result<Option<Event<'p>>, Diagnostic> {
        let event = self.next()?;
        Ok(event.filter(|_| self.depth >= level))
    }

    /// Passes over the rest of the element that was opened last.
    ///
    /// # Errors
    /// As [`next_within`](Self::next_within).
    pub(super) fn skip(&mut self) -> Result<(), Diagnostic> {
        let level = self.depth;
        while self.next_within(level)?.is_some() {}
        Ok(())
    }

    /// The next event; nothing at the part's end.
    ///
    /// # Errors
    /// As [`next_within`](Self::next_within).
    pub(super) fn next(&mut self) -> Result<Option<Event<'p>>, Diagnostic> {
        loop {
            let part = self.part;
            let (space, event) = match self.reader.read_resolved_event() {
                Ok((resolved, event)) => (space(&resolved), event),
                Err(error) => return Err(part.broken(&error.to_string())),
            };
            let event = match event {
                Raw::Start(tag) => self.opened(Element { space, tag })?,
                Raw::End(tag) => Some(self.closed(Closed { space, tag })),
                Raw::Text(text) => Some(Event::Text(text.into_inner())),
                Raw::CData(text) => Some(Event::Text(text.into_inner())),
                Raw::GeneralRef(reference) => Some(Event::Text(resolved(part, &reference)?)),
                Raw::Eof if self.depth > 0 => return Err(part.broken("unexpected end")),
                Raw::Eof => return Ok(None),
                Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) => {
                    None
                }
            };
            if event.is_some() {
                return Ok(event);
            }
        }
    }

    /// Nothing if the element was passed over.
    fn opened(&mut self, element: Element<'p>) -> Result<Option<Event<'p>>, Diagnostic> {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(self.part.too_large(None, limits::DEPTH));
        }
        for attribute in element.tag.attributes() {
            let value = attribute.map_err(quick_xml::Error::from);
            let value = value.and_then(|value| value.normalized_value(XmlVersion::Implicit1_0));
            value.map_err(|error| self.part.broken(&error.to_string()))?;
        }
        match element.named() {
            (Space::Compatibility, "AlternateContent") => {
                self.alternatives.push((self.depth, false));
            }
            (Space::Compatibility, "Choice" | "Fallback") => {
                let alternative = self.alternatives.last_mut();
                if alternative.is_some_and(|(_, read)| std::mem::replace(read, true)) {
                    self.pass_over()?;
                    return Ok(None);
                }
            }
            _ => {}
        }
        Ok(Some(Event::Open(element)))
    }

    /// Passes over an alternative without looking into it, since alternatives may hold others.
    fn pass_over(&mut self) -> Result<(), Diagnostic> {
        let level = self.depth;
        while self.depth >= level {
            match self.reader.read_event() {
                Ok(Raw::Start(_)) => self.depth += 1,
                Ok(Raw::End(_)) => self.depth -= 1,
                Ok(Raw::Eof) => return Err(self.part.broken("unexpected end")),
                Ok(_) => {}
                Err(error) => return Err(self.part.broken(&error.to_string())),
            }
            if self.depth > limits::DEPTH {
                return Err(self.part.too_large(None, limits::DEPTH));
            }
        }
        Ok(())
    }

    fn closed(&mut self, closed: Closed<'p>) -> Event<'p> {
        self.alternatives.pop_if(|(depth, _)| *depth == self.depth);
        self.depth = self.depth.saturating_sub(1);
        Event::Close(closed)
    }
}

impl Element<'_> {
    /// Its name: the namespace, and the name without prefix.
    pub(super) fn named(&self) -> (Space, &str) {
        (self.space, self.tag.name().local_name().into_inner())
    }

    /// The value of an attribute, by its name without prefix: no element that is read has two of one name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes().flatten();
        let attribute = attributes.find(|found| found.key.local_name().into_inner() == name)?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Whether an attribute says yes.
    pub(super) fn says_yes(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }

    /// The value of an attribute that is a whole number. One that is too large for any document stays too large.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let value = self.attribute(name)?;
        let value = value.trim();
        let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| value.parse().unwrap_or(usize::MAX))
    }
}

impl Closed<'_> {
    /// Its name: the namespace, and the name without prefix.
    pub(super) fn named(&self) -> (Space, &str) {
        (self.space, self.tag.name().local_name().into_inner())
    }
}

fn space(resolved: &ResolveResult<'_>) -> Space {
    match resolved {
        ResolveResult::Bound(namespace) => Space::of(namespace.0),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => Space::Other,
    }
}

/// What a reference stands for. Those that a document declares itself are how a small file unpacks without end.
fn resolved<'p>(part: &Part, reference: &BytesRef<'p>) -> Result<Cow<'p, str>, Diagnostic> {
    let by_number = reference.resolve_char_ref();
    let by_number = by_number.map_err(|error| part.broken(&error.to_string()))?;
    if let Some(character) = by_number {
        return Ok(Cow::Owned(character.to_string()));
    }
    let name: &str = reference;
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => Ok(Cow::Borrowed(text)),
        None => Err(part.broken(&format!("&{name};"))),
    }
}

/// The text of a part: UTF-8, or UTF-16 told by its mark or by the zero byte beside its first `<`.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let wide = |read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let text =
            String::from_utf16(&pairs.iter().copied().map(read).collect::<Vec<u16>>()).ok()?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        rest.is_empty().then_some(text)
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, b'<', ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}
