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
    /// Its place in the table, from 1.
    pub index: usize,
    /// Its cells, by column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its lines: precomposed (NFC), no runs of white space, none of them empty.
    pub lines: Vec<String>,
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
        Self { lines: lines.collect() }
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
