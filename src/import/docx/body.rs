//! The text of a Word document: paragraphs and tables in their order, in one pass over the part.
//!
//! Elements that only hold others (content controls, links, inserted text, fields, tags) are seen through. What is left out is
//! named beside the text. Each line is also counted into the visible characters as it is read, before tables are put together.

use super::super::flow::{Grid, Piece};
use super::super::namespace::Space;
use super::super::table::{Aside, AsideKind};
use super::super::xml::{Element, Event, Part, Xml};
use super::beside::Beside;
use super::fields::Fields;
use super::inline;
use super::labels::Labels;
use super::properties::{self, Mark, ParagraphProperties};
use super::styles::Styles;
use crate::diagnostic::Diagnostic;
use crate::text;

/// Reads a text.
pub(super) struct Body<'p> {
    pub(super) xml: Xml<'p>,
    styles: &'p Styles,
    labels: Labels<'p>,
    beside: Beside,
    fields: Fields,
    visible: String,
    pub(super) asides: Vec<Aside>,
    /// Tables that are open.
    pub(super) tables: usize,
    /// Cells that were read.
    pub(super) cells: usize,
}

/// A text that was read.
pub(super) struct Story {
    pub(super) pieces: Vec<Piece>,
    pub(super) visible: String,
    pub(super) asides: Vec<Aside>,
}

/// The pieces of a cell or of the whole text, while they are read.
#[derive(Default)]
pub(super) struct Pieces {
    list: Vec<Piece>,
    /// The words of a paragraph whose end was deleted: they belong to the next one.
    carried: String,
}

impl<'p> Body<'p> {
    /// Before the first event of the document's part.
    pub(super) fn new(
        part: &'p Part,
        styles: &'p Styles,
        labels: Labels<'p>,
        beside: Beside,
    ) -> Self {
        let (visible, asides) = (String::new(), Vec::new());
        let (xml, fields) = (part.events(), Fields::default());
        Self { xml, styles, labels, beside, fields, visible, asides, tables: 0, cells: 0 }
    }

    /// Reads the whole text.
    ///
    /// # Errors
    /// When the part is no XML, passes the limits, or has rows where none can be.
    pub(super) fn read(mut self) -> Result<Story, Diagnostic> {
        let mut pieces = Pieces::default();
        while let Some(event) = self.xml.next()? {
            match event {
                Event::Open(element) => pieces = self.piece(&element, pieces)?,
                Event::Text(_) | Event::Close(_) => {}
            }
        }
        let pieces = self.finished(pieces);
        let asides = self.asides.into_iter().chain(self.beside.rest()).collect();
        Ok(Story { pieces, visible: self.visible, asides })
    }

    /// Adds what the element that was opened last holds.
    pub(super) fn piece(
        &mut self,
        element: &Element<'_>,
        pieces: Pieces,
    ) -> Result<Pieces, Diagnostic> {
        match element.named() {
            (Space::Word, "p") => self.paragraph(pieces),
            (Space::Word, "tbl") => {
                let mut list = self.finished(pieces);
                let grid: Grid = self.table()?;
                list.push(Piece::Table(grid));
                Ok(Pieces { list, carried: String::new() })
            }
            (Space::Word, "tr" | "tc" | "r" | "t") => Err(self.misplaced(element)),
            (Space::Word, name) if name.ends_with("Pr") => self.xml.skip().map(|()| pieces),
            // A drawing or a formula that stands between paragraphs, as older programs write it.
            _ => match self.inline(element)? {
                Some(words) => Ok(Pieces { carried: pieces.carried + &words, ..pieces }),
                None => Ok(pieces),
            },
        }
    }

    /// The pieces, with what was left of a paragraph.
    pub(super) fn finished(&mut self, pieces: Pieces) -> Vec<Piece> {
        let Pieces { mut list, carried } = pieces;
        self.visible.push_str(&text::visible(&carried));
        list.extend(Piece::of(&carried));
        list
    }

    /// Names something that is left out.
    pub(super) fn leave_out(&mut self, kind: AsideKind, words: String) {
        if kind.may_be_wordless() || !words.trim().is_empty() {
            self.asides.push(Aside::of(kind, words));
        }
    }

    /// The fault of an element where Word can have none.
    pub(super) fn misplaced(&self, element: &Element<'_>) -> Diagnostic {
        self.xml.part().broken(&format!("<{}>", element.named().1))
    }

    /// Reads the paragraph that was opened last.
    fn paragraph(&mut self, pieces: Pieces) -> Result<Pieces, Diagnostic> {
        let Pieces { mut list, carried } = pieces;
        let mut properties = ParagraphProperties::default();
        let mut words = carried;
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "pPr") => properties = properties::paragraph(&mut self.xml)?,
                (Space::Word, "r") => words += &self.run(properties.style.as_deref())?,
                (Space::Word, "del" | "moveFrom") => {
                    let deleted = inline::words(&mut self.xml)?;
                    self.leave_out(AsideKind::Deleted, deleted);
                }
                (Space::Word, "p" | "tbl" | "tr" | "tc") => return Err(self.misplaced(&element)),
                (Space::Word, name) if name.ends_with("Pr") => self.xml.skip()?,
                _ => words.extend(self.inline(&element)?),
            }
        }
        words += &self.fields.unended();
        if properties.mark == Mark::Deleted || (properties.mark == Mark::Hidden && words.is_empty())
        {
            return Ok(Pieces { list, carried: words });
        }
        let line = self.labels.next(&properties).unwrap_or_default() + &words;
        self.visible.push_str(&text::visible(&line));
        list.extend(Piece::of(&line));
        Ok(Pieces { list, carried: String::new() })
    }

    /// Reads the run that was opened last.
    fn run(&mut self, paragraph_style: Option<&str>) -> Result<String, Diagnostic> {
        let mut words = String::new();
        let mut hidden = self.styles.hides(paragraph_style).unwrap_or(false);
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "rPr") => {
                    let properties = properties::run(&mut self.xml)?;
                    let of_style = self.styles.hides(properties.style.as_deref());
                    hidden = properties.hidden.or(of_style).unwrap_or(hidden);
                }
                (Space::Word, "p" | "tbl" | "tr" | "tc") => return Err(self.misplaced(&element)),
                _ => words.extend(self.inline(&element)?),
            }
        }
        if hidden {
            self.leave_out(AsideKind::Hidden, std::mem::take(&mut words));
        }
        Ok(words)
    }

    /// What an element within a paragraph prints; names it if it is left out.
    fn inline(&mut self, element: &Element<'_>) -> Result<Option<String>, Diagnostic> {
        match element.named() {
            (Space::Word, "delText") => {
                let deleted = inline::text(&mut self.xml, element)?;
                self.leave_out(AsideKind::Deleted, deleted);
            }
            (Space::Word, "txbxContent") | (Space::Drawing, "txBody") => {
                let words = inline::words(&mut self.xml)?;
                self.leave_out(AsideKind::TextBox, words);
            }
            (Space::Vml, "textpath") => {
                let words = element.attribute("string").unwrap_or_default();
                self.leave_out(AsideKind::TextBox, words);
            }
            (Space::Picture, "pic") | (Space::Vml, "imagedata") => {
                self.leave_out(AsideKind::Picture, String::new());
            }
            // What another program shows, and a document that Word reads in as it opens this one.
            (Space::Object, "OLEObject") => {
                let program = element.attribute("ProgID").unwrap_or_default();
                self.leave_out(AsideKind::Embedded, program);
            }
            (Space::Word, "fldChar") => {
                return self.fields.mark(&mut self.xml, element).map(Some);
            }
            (Space::Word, "altChunk") => self.leave_out(AsideKind::Embedded, String::new()),
            _ => {
                if let Some(aside) = self.beside.at(element) {
                    self.leave_out(aside.kind, aside.text);
                }
                let printed = inline::printed(&mut self.xml, element)?;
                return Ok(printed.map(|words| self.fields.printed(words)));
            }
        }
        Ok(None)
    }
}
