//! The text of a LibreOffice document: paragraphs, lists and tables in their order, in one pass over the part.
//!
//! Elements that only hold others (sections, spans, links, fields, indexes) are seen through. What is left out is named beside
//! the text. Each line is also counted into the visible characters as it is read, before tables are put together.

use super::super::flow::Piece;
use super::super::namespace::Space;
use super::super::table::{Aside, AsideKind};
use super::super::xml::{Closed, Element, Event, Part, Xml};
use super::inline;
use super::lists::Lists;
use super::styles::Styles;
use crate::diagnostic::Diagnostic;
use crate::text;

/// Reads a text.
pub(super) struct Body<'p> {
    pub(super) xml: Xml<'p>,
    styles: &'p Styles,
    pub(super) lists: Lists<'p>,
    pub(super) visible: String,
    pub(super) asides: Vec<Aside>,
    /// Tables that are open.
    pub(super) tables: usize,
    /// Cells that were read, and how many more were made of them.
    pub(super) cells: usize,
    /// Bytes of text that were made by repeating.
    pub(super) repeated: usize,
}

/// A text that was read.
pub(super) struct Story {
    pub(super) pieces: Vec<Piece>,
    pub(super) visible: String,
    pub(super) asides: Vec<Aside>,
}

impl<'p> Body<'p> {
    /// Before the first event of the document's part.
    pub(super) fn new(part: &'p Part, styles: &'p Styles) -> Self {
        Self {
            xml: part.events(),
            styles,
            lists: Lists::new(styles),
            visible: String::new(),
            asides: Vec::new(),
            tables: 0,
            cells: 0,
            repeated: 0,
        }
    }

    /// Reads the whole text.
    ///
    /// # Errors
    /// When the part is no XML, passes the limits, or has no text.
    pub(super) fn read(mut self) -> Result<Story, Diagnostic> {
        while let Some(event) = self.xml.next()? {
            if let Event::Open(element) = event
                && element.named() == (Space::Office, "text")
            {
                let pieces = self.pieces()?;
                return Ok(Story { pieces, visible: self.visible, asides: self.asides });
            }
        }
        Err(self.xml.part().broken("no <office:text>"))
    }

    /// What the element that was opened last holds.
    pub(super) fn pieces(&mut self) -> Result<Vec<Piece>, Diagnostic> {
        let mut pieces = Vec::new();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            match event {
                Event::Open(element) => pieces.extend(self.piece(&element)?),
                Event::Close(closed) => self.close(&closed),
                Event::Text(_) => {}
            }
        }
        Ok(pieces)
    }

    fn piece(&mut self, element: &Element<'_>) -> Result<Option<Piece>, Diagnostic> {
        match element.named() {
            (Space::Text, "p" | "h") => return self.paragraph(element),
            (Space::Table, "table") => return Ok(Some(Piece::Table(self.table()?))),
            (Space::Table, "table-row" | "table-cell" | "covered-table-cell") => {
                return Err(self.misplaced(element));
            }
            (Space::Text, "list") => self.lists.begin_list(element),
            (Space::Text, "list-item") => self.lists.begin_item(element),
            (Space::Text, "deletion") => {
                let words = inline::in_paragraphs(&mut self.xml)?.words;
                self.leave_out(AsideKind::Deleted, words);
            }
            (Space::Text, "section")
                if element.attribute("display").is_some_and(|value| value == "none") =>
            {
                let words = inline::in_paragraphs(&mut self.xml)?.words;
                self.leave_out(AsideKind::Hidden, words);
            }
            _ => {
                self.left_out(element)?;
            }
        }
        Ok(None)
    }

    fn close(&mut self, closed: &Closed<'_>) {
        if closed.named() == (Space::Text, "list") {
            self.lists.end_list();
        }
    }

    /// Reads the paragraph that was opened last.
    fn paragraph(&mut self, paragraph: &Element<'_>) -> Result<Option<Piece>, Diagnostic> {
        let is_hidden = self.styles.hides("paragraph", paragraph) == Some(true);
        let mut shown = String::new();
        let mut words = String::new();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            match event {
                Event::Text(piece) => words.extend(inline::text(&piece)),
                Event::Close(_) => {}
                Event::Open(element) => match element.named() {
                    (Space::Text, "span") => match self.styles.hides("text", &element) {
                        Some(true) => {
                            let hidden = inline::in_line(&mut self.xml)?.words;
                            self.leave_out(AsideKind::Hidden, hidden);
                        }
                        Some(false) if is_hidden => {
                            shown += &inline::in_line(&mut self.xml)?.words;
                        }
                        _ => {}
                    },
                    (Space::Text, "hidden-text") => {
                        let hidden = element.attribute("string-value").unwrap_or_default();
                        self.xml.skip()?;
                        self.leave_out(AsideKind::Hidden, hidden);
                    }
                    // How a word is spoken stands above it and is no word of the text.
                    (Space::Text, "script" | "ruby-text") => self.xml.skip()?,
                    (Space::Table, _) => return Err(self.misplaced(&element)),
                    _ if self.left_out(&element)? => {}
                    _ => words.extend(inline::sign(&element)),
                },
            }
        }
        if is_hidden {
            self.leave_out(AsideKind::Hidden, std::mem::replace(&mut words, shown));
            if words.trim().is_empty() {
                return Ok(None);
            }
        }
        let line = self.lists.next(paragraph).unwrap_or_default() + words.trim();
        self.visible.push_str(&text::visible(&line));
        Ok(Piece::of(&line))
    }

    /// Passes over an element that is left out wherever it stands, and names it. Gives whether it is one.
    fn left_out(&mut self, element: &Element<'_>) -> Result<bool, Diagnostic> {
        let kind = match element.named() {
            (Space::Text, "note") => AsideKind::Footnote,
            (Space::Office, "annotation") => AsideKind::Comment,
            // A link around a drawing and a group of drawings hold others.
            (Space::Draw, "a" | "g") => return Ok(false),
            (Space::Draw, _) => AsideKind::TextBox,
            _ => return Ok(false),
        };
        let found = inline::in_paragraphs(&mut self.xml)?;
        self.leave_out(kind, found.words);
        // An object has a picture of itself beside it, and a picture often a second form.
        if found.objects > 0 {
            self.leave_out(AsideKind::Embedded, String::new());
        } else if found.pictures > 0 {
            self.leave_out(AsideKind::Picture, String::new());
        }
        Ok(true)
    }

    /// Names something that is left out.
    pub(super) fn leave_out(&mut self, kind: AsideKind, words: String) {
        if kind.may_be_wordless() || !words.trim().is_empty() {
            self.asides.push(Aside::of(kind, words));
        }
    }

    /// The fault of an element where LibreOffice can have none.
    pub(super) fn misplaced(&self, element: &Element<'_>) -> Diagnostic {
        self.xml.part().broken(&format!("<{}>", element.named().1))
    }
}
