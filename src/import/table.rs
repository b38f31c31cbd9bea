//! What every reader makes of a document: its tables, cell by cell, and the text that stands around them.
//!
//! A [`Manuscript`] keeps all words of the document in their order, so that the account can show that none was lost between
//! the bytes and the tables. Places are counted as a person counts them, from 1: the header is row 1 of its table.

use crate::text;

/// A document as a reader found it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// Its tables and the text between them, in the order of the document.
    pub blocks: Vec<Block>,
    /// The visible characters of the whole document, marks of the table's frame left out: what [`blocks`](Self::blocks)
    /// must add up to.
    pub visible: String,
    /// What a reader names besides.
    pub asides: Vec<Aside>,
}

/// Something of a document that stands beside the text, or that no page of the document shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// Its words; empty for a picture.
    pub text: String,
    /// Where it stands, if that is in a table.
    pub place: Option<AsidePlace>,
}

/// Where in a table something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsidePlace {
    /// The table's index.
    pub table: usize,
    /// The place as a person finds it: "bảng 2, dòng 7, cột 3", "trang tính «Kế hoạch», ô C7".
    pub words: String,
}

/// What stands beside the text. All but [`HiddenYetRead`](Self::HiddenYetRead) is left out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AsideKind {
    /// Text that a tracked change deleted.
    Deleted,
    /// A text box or another drawing with words.
    TextBox,
    /// A footnote or an endnote.
    Footnote,
    /// A remark in the margin of the document or of a cell.
    Comment,
    /// A header or a footer of the pages.
    PageFrame,
    /// A picture, which may show words.
    Picture,
    /// Another document within the document: a sheet of Excel in a text of Word, a page that Word would read in.
    Embedded,
    /// Words that no page of the document prints: hidden ones, and those that a merged cell covers.
    Hidden,
    /// A row, a column or a sheet that a person hid from sight. It is read as others are.
    HiddenYetRead,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Lines that belong to no table.
    Text(Vec<String>),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its place among the document's tables, from 1.
    pub index: usize,
    /// The name of the sheet that it is; nothing for a table of a text.
    pub name: Option<String>,
    /// What the line breaks within its cells are worth.
    pub breaks: Breaks,
    /// Its rows. They may differ in length: how many cells a row lacks is for the structure to judge, not for the reader.
    pub rows: Vec<Row>,
}

/// What a line break within a cell is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// It may be a mere wrap of the source, as in a text dump.
    Wraps,
    /// The document prints it: a paragraph, or a break that its author set.
    Printed,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place in the table, from 1; of a sheet the number that stands beside it, so that places may be missing.
    pub index: usize,
    /// Its cells, by column: one a column of the grid, covered ones included.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its lines: precomposed (NFC), no runs of white space, none of them empty.
    pub lines: Vec<String>,
    /// Where its text stands if another cell covers it. A covered cell has no lines of its own.
    pub covered: Option<Covered>,
}

/// Where the text of a covered cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// In the cell to its left, which spans columns.
    FromLeft,
    /// In the cell above it, which spans rows.
    FromAbove,
}

impl AsideKind {
    /// Whether it is something even without words.
    #[must_use]
    pub fn may_be_wordless(self) -> bool {
        matches!(self, Self::Picture | Self::Embedded)
    }
}

impl Aside {
    /// Something that stands in no table, or nobody knows in which.
    #[must_use]
    pub fn of(kind: AsideKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), place: None }
    }

    /// The same in a table, by its index and the place in words.
    #[must_use]
    pub fn at(self, table: usize, words: String) -> Self {
        Self { place: Some(AsidePlace { table, words }), ..self }
    }
}

impl Manuscript {
    /// The tables, in the order of the document.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Text(_) => None,
        })
    }

    /// The lines that belong to no table.
    pub fn outside(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(Block::lines).map(String::as_str)
    }
}

impl Block {
    /// Its lines, if it is no table.
    fn lines(&self) -> &[String] {
        match self {
            Self::Text(lines) => lines,
            Self::Table(_) => &[],
        }
    }
}

impl Cell {
    /// The cell that holds this text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let composed = text::composed(text);
        let lines = composed.lines().map(text::one_line).filter(|line| !line.is_empty());
        Self { lines: lines.collect(), covered: None }
    }

    /// A cell that another one covers.
    #[must_use]
    pub fn covered(covered: Covered) -> Self {
        Self { lines: Vec::new(), covered: Some(covered) }
    }

    /// Its text on one line.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join(" ")
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.lines.is_empty()
    }
}

impl Row {
    /// Whether all its cells are blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}
