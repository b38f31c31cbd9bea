//! Where a row of a document stands, and spans for faults of its cells.
//!
//! A fault is shown in the text of its row, one line a cell or an item of its list, under a name that leads a person to it:
//! "ke-hoach.docx, bảng 1, dòng 14, cột Thời gian thực hiện".

use std::ops::Range;

use super::columns::Header;
use super::lines;
use super::table::{Row, Table};
use crate::model::Column;
use crate::source::{SourceFile, Span};

/// The place of a row and its text.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    file: String,
    /// The place of the table: "bảng 1", "trang tính «Kế hoạch»".
    table: String,
    row: usize,
    text: String,
    /// Where each cell stands in the text.
    cells: Vec<Range<usize>>,
    /// The names of the columns.
    columns: Vec<String>,
}

impl Origin {
    pub(super) fn of(file: &str, table: &Table, row: &Row, header: Option<&Header>) -> Self {
        let mut text = String::new();
        let mut cells = Vec::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let role = header.and_then(|header| header.columns.get(place)?.role);
            if !cells.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            // Items of a list keep their lines, so that a person finds the marked one.
            text.push_str(&match role {
                Some(Column::Lead | Column::Coordinating) => {
                    lines::agency_lines(cell, table.breaks).join("\n")
                }
                _ => cell.text(),
            });
            cells.push(start..text.len());
        }
        let names = header.map(|header| header.columns.iter().map(|column| column.name.clone()));
        let columns = names.into_iter().flatten().collect();
        Self {
            file: file.to_owned(),
            table: table_place(table),
            row: row.index,
            text,
            cells,
            columns,
        }
    }

    /// The place as content keeps it: "bảng 1, dòng 7", "trang tính «Kế hoạch», dòng 7".
    pub(super) fn place(&self) -> String {
        format!("{}, dòng {}", self.table, self.row)
    }

    /// The place of another row of the same table.
    pub(super) fn place_of(&self, row: usize) -> String {
        format!("{}, dòng {row}", self.table)
    }

    /// The whole row.
    pub(super) fn row_span(&self) -> Span {
        let source = SourceFile::new(format!("{}, {}", self.file, self.place()), &self.text);
        Span::new(&source, 0..self.text.len())
    }

    /// Words of a cell, or the whole cell where it does not print them so.
    pub(super) fn span(&self, column: usize, words: &str) -> Span {
        self.span_at(column, self.find(column, words, 0))
    }

    /// Where a cell prints some words behind a place of the row's text; the whole cell where it does not print them so.
    pub(super) fn find(&self, column: usize, words: &str, from: usize) -> Range<usize> {
        let cell = self.cells.get(column).cloned().unwrap_or(0..self.text.len());
        let from = from.max(cell.start);
        let found = self.text.get(from..cell.end).and_then(|text| text.find(words));
        match found {
            Some(start) => from + start..from + start + words.len(),
            None => cell,
        }
    }

    /// A stretch of the row's text, in the name of a column.
    pub(super) fn span_at(&self, column: usize, range: Range<usize>) -> Span {
        let mut name = format!("{}, {}", self.file, self.place());
        if let Some(column) = self.columns.get(column) {
            name.push_str(", cột ");
            name.push_str(column);
        }
        Span::new(&SourceFile::new(name, &self.text), range)
    }
}

/// A sheet by its name, as its tab shows it; another table by its number.
fn table_place(table: &Table) -> String {
    match &table.name {
        Some(name) => format!("trang tính «{name}»"),
        None => format!("bảng {}", table.index),
    }
}
