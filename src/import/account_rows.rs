//! The rows of the document as the account compares them with the files.
//!
//! A cell's words must be what the files say of its column. A cell that spans columns must be what they say of all of those
//! together, one that spans rows what they say of each; the cells of rows that go on with one another, what they say of the
//! one row. How the import put rows together is not looked at: spans are read here once more, from the table itself.

use std::ops::Range;

use super::account_files::WrittenRow;
use super::columns::{Header, HeaderColumn};
use super::covers::Covers;
use super::left_out::LeftOut;
use super::origin::Origin;
use super::reading::Reading;
use super::table::{Cell, Row, Table};
use super::whole_rows::{CellsLeftOut, RowId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;

/// The words of a row, by column.
#[derive(Debug, Clone, Default)]
pub(super) struct RowWords {
    cells: Vec<CellWords>,
    /// Cells that are no part of the plan's words.
    pub(super) left_out: Vec<(String, LeftOut)>,
}

#[derive(Debug, Clone, Default)]
struct CellWords {
    /// What stands in the cell itself.
    own: String,
    /// What stands in a cell above that spans down to it.
    above: String,
    /// Whether the cell to the left goes on here.
    goes_on: bool,
}

impl RowWords {
    /// Visible characters of the row itself.
    pub(super) fn characters(&self) -> usize {
        self.cells.iter().map(|cell| text::visible(&cell.own).chars().count()).sum()
    }
}

/// A column of the table as the files know it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Written<'c> {
    Role(Column),
    Extra(&'c str),
}

impl<'c> Written<'c> {
    fn of(column: &'c HeaderColumn) -> Self {
        match column.role {
            Some(role) => Self::Role(role),
            None => Self::Extra(&column.name),
        }
    }
}

/// Each row of a table with its words.
pub(super) fn read<'t>(
    table: &'t Table,
    header: Option<&Range<usize>>,
    left_out: &CellsLeftOut,
) -> Vec<(&'t Row, RowWords)> {
    let covers = Covers::of(&table.rows);
    let body = header.map_or(0, |header| header.end);
    let words = |(place, row): (usize, &'t Row)| {
        let id = RowId { table: table.index, row: row.index };
        let mut words = RowWords::default();
        for (column, cell) in row.cells.iter().enumerate() {
            let reason = left_out.get(&(id, column));
            if let Some(reason) = reason.filter(|_| !cell.is_blank()) {
                words.left_out.push((cell.text(), *reason));
            }
            let from_body = covers.row_above(place, column).is_some_and(|above| above >= body);
            let above = covers.above(&table.rows, place, column);
            // What spans a cell that is left out is compared where it stands.
            let above = above.filter(|_| from_body && reason.is_none());
            words.cells.push(CellWords {
                own: if reason.is_some() { String::new() } else { cell.text() },
                above: above.map(Cell::text).unwrap_or_default(),
                goes_on: reason == Some(&LeftOut::Repeated)
                    || (covers.source(place, column) != (place, column) && above.is_none()),
            });
        }
        (row, words)
    };
    table.rows.iter().enumerate().map(words).collect()
}

/// A row and those that go on with it.
pub(super) struct RowGroup<'t> {
    pub(super) table: &'t Table,
    pub(super) row: &'t Row,
    words: Vec<RowWords>,
}

impl<'t> RowGroup<'t> {
    pub(super) fn of(table: &'t Table, row: &'t Row, words: RowWords) -> Self {
        Self { table, row, words: vec![words] }
    }

    /// Takes a row that goes on with this one.
    pub(super) fn add(&mut self, words: RowWords) {
        self.words.push(words);
    }

    /// A fault for each cell whose words the files do not hold.
    pub(super) fn differences(
        &self,
        reading: &Reading,
        written: Option<&WrittenRow>,
    ) -> Diagnostics {
        let header = &reading.tables.header;
        let longest = self.words.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let width = header.columns.len().max(longest);
        let mut faults = Diagnostics::new();
        let mut column = 0;
        while column < width {
            let goes_on = |column: &usize| self.cells(*column).any(|cell| cell.goes_on);
            let end = (column + 1..width).find(|column| !goes_on(column)).unwrap_or(width);
            let expected: String = (column..end).map(|column| self.expected(column)).collect();
            let found = written.map(|row| found(row, header, column..end)).unwrap_or_default();
            if expected != text::visible(&found) {
                faults.push(self.fault(reading, column, &expected, &text::visible(&found)));
            }
            column = end;
        }
        faults
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &CellWords> {
        self.words.iter().filter_map(move |row| row.cells.get(column))
    }

    /// The words of a column: of the first row also those that a cell above lends it.
    fn expected(&self, column: usize) -> String {
        let above = self.words.first().and_then(|row| row.cells.get(column));
        let above = above.map(|cell| cell.above.as_str()).unwrap_or_default();
        let own = self.cells(column).map(|cell| cell.own.as_str());
        text::visible(&std::iter::once(above).chain(own).collect::<String>())
    }

    fn fault(&self, reading: &Reading, column: usize, expected: &str, found: &str) -> Diagnostic {
        let header = &reading.tables.header;
        let origin = Origin::of(&reading.document.name, self.table, self.row, Some(header));
        let name = header.columns.get(column).map_or("", |column| column.name.as_str());
        let printed = self.row.cells.get(column).map(Cell::text).unwrap_or_default();
        let (expected, found) = first_difference(expected, found);
        Diagnostic::new(Code::ImportLost)
            .at(&origin.span(column, &printed))
            .with("row", origin.place())
            .with("column", name)
            .with("expected", expected)
            .with("found", found)
    }
}

/// What the files say of some neighbouring columns.
fn found(row: &WrittenRow, header: &Header, columns: Range<usize>) -> String {
    let numbered = header.place(Column::Number).is_some();
    let columns = header.columns.get(columns.start..columns.end.min(header.columns.len()));
    let cell = |column: &HeaderColumn| {
        let words = row.cell(Written::of(column));
        // Without a column of numbers a title's number stands before its words.
        match column.role {
            Some(Column::Text) if !numbered => row.cell(Written::Role(Column::Number)) + &words,
            _ => words,
        }
    };
    columns.unwrap_or_default().iter().map(cell).collect()
}

/// Both texts from shortly before the first character in which they differ; "…" stands for what is left out.
pub(super) fn first_difference(expected: &str, found: &str) -> (String, String) {
    const BEFORE: usize = 10;
    const LENGTH: usize = 40;
    let same = expected.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let cut = |text: &str| {
        let start = same.saturating_sub(BEFORE);
        let piece: String = text.chars().skip(start).take(LENGTH).collect();
        let end = if text.chars().count() > start + LENGTH { "…" } else { "" };
        format!("{}{piece}{end}", if start > 0 { "…" } else { "" })
    };
    (cut(expected), cut(found))
}
