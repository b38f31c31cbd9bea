//! Where a row of a document stands, and spans for faults of its cells.
//!
//! A fault is shown in the text of its row, one line a cell, under a name that leads a person to it:
//! "ke-hoach.docx, bảng 1, dòng 14, cột Thời gian thực hiện".

use std::ops::Range;

use super::columns::Header;
use super::table::Row;
use crate::source::{SourceFile, Span};

/// The place of a row and its text.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    file: String,
    table: usize,
    row: usize,
    text: String,
    /// Where each cell stands in the text.
    cells: Vec<Range<usize>>,
    /// The names of the columns.
    columns: Vec<String>,
}

impl Origin {
    pub(super) fn of(file: &str, table: usize, row: &Row, header: Option<&Header>) -> Self {
        let mut text = String::new();
        let mut cells = Vec::new();
        for cell in &row.cells {
            if !cells.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(&cell.text());
            cells.push(start..text.len());
        }
        let names = header.map(|header| header.columns.iter().map(|column| column.name.clone()));
        let columns = names.into_iter().flatten().collect();
        Self { file: file.to_owned(), table, row: row.index, text, cells, columns }
    }

    /// The place as content keeps it: "bảng 1, dòng 7".
    pub(super) fn place(&self) -> String {
        format!("bảng {}, dòng {}", self.table, self.row)
    }

    /// The whole row.
    pub(super) fn row_span(&self) -> Span {
        let source = SourceFile::new(format!("{}, {}", self.file, self.place()), &self.text);
        Span::new(&source, 0..self.text.len())
    }

    /// Words of a cell, or the whole cell where it does not print them so.
    pub(super) fn span(&self, column: usize, words: &str) -> Span {
        let mut name = format!("{}, {}", self.file, self.place());
        if let Some(column) = self.columns.get(column) {
            name.push_str(", cột ");
            name.push_str(column);
        }
        let source = SourceFile::new(name, &self.text);
        let cell = self.cells.get(column).cloned().unwrap_or(0..self.text.len());
        let found = self.text.get(cell.clone()).and_then(|text| text.find(words));
        let range = match found {
            Some(start) => cell.start + start..cell.start + start + words.len(),
            None => cell,
        };
        Span::new(&source, range)
    }
}
