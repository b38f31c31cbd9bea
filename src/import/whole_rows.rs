//! The rows of the plan's tables as a reader of the page sees them: what spans, repeats and page breaks took apart is put
//! together again.
//!
//! - A cell that spans rows holds for each of them: its words are printed beside all. A row below it whose text it is has no
//!   text of its own and goes on with the row above.
//! - A title that spans columns, or that a portal repeats in each of them, is parted into its number and its words.
//! - A row that a page break cut off goes on with the row above where its cells can be nothing else.
//!
//! Nothing is decided here of what a row is; [`rows`](super::rows) reads the roles of its cells.

use std::collections::BTreeMap;

use super::columns::Header;
use super::continued::{self, Continued};
use super::covers::Covers;
use super::left_out::LeftOut;
use super::number::Number;
use super::table::{Cell, Covered, Row};
use crate::model::Column;

/// A row's place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowId {
    /// The table's index, from 1.
    pub(super) table: usize,
    /// The row's index in it, from 1.
    pub(super) row: usize,
}

/// A row put together.
#[derive(Debug, Clone)]
pub(super) struct WholeRow {
    pub(super) id: RowId,
    /// The rows that go on with it, each with how.
    pub(super) joined: Vec<(RowId, Continued)>,
    /// Its cells. One that a cell above covers has that one's words, and still says that it is covered.
    pub(super) cells: Vec<Cell>,
    /// The row in which its text stands: itself, unless a cell above spans down to it.
    pub(super) text_from: RowId,
    /// Whether one cell spans all columns from the text's on.
    pub(super) extent: Extent,
    /// The number that stood before the words of a title, where the table has no column of numbers.
    pub(super) number: Option<String>,
}

/// How far the text of a row goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Its own column.
    Column,
    /// All columns from its own on, as a title's.
    Row,
}

/// Cells that are left out of the files, by their places.
pub(super) type CellsLeftOut = BTreeMap<(RowId, usize), LeftOut>;

impl WholeRow {
    /// A row of a table below its header, and the columns in which it repeats itself.
    pub(super) fn of(
        id: RowId,
        place: usize,
        rows: &[Row],
        covers: &Covers,
        header: &Header,
        first: usize,
    ) -> (Self, Vec<usize>) {
        let row = rows.get(place);
        let raw = row.map(|row| row.cells.as_slice()).unwrap_or_default();
        let cell = |(column, cell): (usize, &Cell)| {
            let below_header = covers.row_above(place, column).is_some_and(|above| above >= first);
            let above = covers.above(rows, place, column).filter(|_| below_header);
            above.map_or_else(
                || cell.clone(),
                |above| Cell { lines: above.lines.clone(), covered: Some(Covered::FromAbove) },
            )
        };
        let mut cells: Vec<Cell> = raw.iter().enumerate().map(cell).collect();
        let repeated = repeated(raw, header);
        for column in &repeated {
            if let Some(cell) = cells.get_mut(*column) {
                *cell = Cell::covered(Covered::FromLeft);
            }
        }
        let text_row = header.place(Column::Text).and_then(|text| covers.row_above(place, text));
        let text_row = text_row.and_then(|above| rows.get(above)).map_or(id.row, |row| row.index);
        let mut whole = Self {
            id,
            joined: Vec::new(),
            cells,
            text_from: RowId { row: text_row, ..id },
            extent: Extent::Column,
            number: None,
        };
        whole.part_title(header, |column| match repeated.last() {
            Some(last) if repeated.contains(&(column + 1)) => *last,
            _ => covers.right_end(place, column),
        });
        (whole, repeated)
    }

    /// A cell that begins in a column of no role and spans one that has a role, says that one: "Cả năm" below "Bắt đầu" and
    /// "Hoàn thành".
    pub(super) fn give_to_roles(&mut self, header: &Header) {
        let end = header.ends.map(|(_, end)| end);
        let is_taker = |place: usize| {
            let role = header.columns.get(place).and_then(|column| column.role);
            role.is_some() || end == Some(place)
        };
        for taker in (1..self.cells.len()).filter(|place| is_taker(*place)) {
            let covered = |cell: &Cell| cell.covered == Some(Covered::FromLeft);
            let behind = self.cells.get(..=taker).unwrap_or_default();
            let spanned = behind.iter().rev().take_while(|cell| covered(cell)).count();
            let giver = taker - spanned.min(taker);
            if spanned == 0 || (giver..taker).any(is_taker) {
                continue;
            }
            let words = self.cells.get_mut(giver).map(|cell| std::mem::take(&mut cell.lines));
            if let Some(cell) = self.cells.get_mut(taker) {
                // Rows that go on with this one may have words of their own there.
                cell.lines.splice(..0, words.unwrap_or_default());
            }
        }
    }

    /// The words of a column, covered ones included.
    pub(super) fn cell(&self, column: Option<usize>) -> Option<&Cell> {
        self.cells.get(column?)
    }

    /// The words of a column that stand in this very row.
    pub(super) fn own(&self, column: Option<usize>) -> Option<&Cell> {
        self.cell(column).filter(|cell| cell.covered.is_none() && !cell.is_blank())
    }

    /// Whether a row is this one or goes on with it.
    pub(super) fn includes(&self, row: RowId) -> bool {
        self.id == row || self.joined.iter().any(|(joined, _)| *joined == row)
    }

    /// Takes the cells of a row that goes on with this one.
    pub(super) fn join(&mut self, row: Self, how: Continued, header: &Header) {
        for (column, cell) in row.cells.into_iter().enumerate() {
            if cell.is_blank() || cell.covered.is_some() {
                continue;
            }
            while self.cells.len() <= column {
                self.cells.push(Cell::default());
            }
            let role = header.columns.get(column).and_then(|column| column.role);
            if let Some(above) = self.cells.get_mut(column) {
                above.lines = continued::joined(&above.lines, cell.lines, how, role);
            }
        }
        self.joined.push((row.id, how));
    }

    /// Parts a cell that spans columns up to the text's into a number and words.
    fn part_title(&mut self, header: &Header, right_end: impl Fn(usize) -> usize) {
        let Some(text) = header.place(Column::Text) else { return };
        let number = header.place(Column::Number);
        let last = header.columns.len().saturating_sub(1);
        // The first cell that reaches over the text's column, or the text's own cell.
        let spanning = |column: &usize| {
            self.cells.get(*column).is_some_and(|cell| !cell.is_blank() && cell.covered.is_none())
                && right_end(*column) >= text
        };
        let Some(start) = (0..=text).find(spanning) else { return };
        if right_end(start) >= last && start < last {
            self.extent = Extent::Row;
        }
        let parted = match number {
            Some(number) => start <= number && number < text,
            None => self.extent == Extent::Row,
        };
        if !parted && start == text {
            return;
        }
        let Some(words) = self.cells.get_mut(start).map(std::mem::take) else { return };
        let words = words.lines;
        let split = words.first().filter(|_| parted).and_then(|line| {
            let (number, rest) = Number::split_off(line)?;
            Some((number.to_owned(), rest.to_owned()))
        });
        let lines = match &split {
            Some((_, rest)) => {
                [rest.clone()].into_iter().chain(words.into_iter().skip(1)).collect()
            }
            None => words,
        };
        if let Some(cell) = self.cells.get_mut(text) {
            *cell = Cell { lines, covered: None };
        }
        match (split, number.and_then(|place| self.cells.get_mut(place))) {
            (Some((number, _)), Some(cell)) => *cell = Cell::of(&number),
            (Some((number, _)), None) => self.number = Some(number),
            (None, _) => {}
        }
    }
}

/// The columns in which a row says the same as in the one before: a title in each of its cells, as portals write it that
/// do not know spans. Two equal cells may be two agencies.
fn repeated(cells: &[Cell], header: &Header) -> Vec<usize> {
    const FEWEST: usize = 3;
    let Some(text) = header.place(Column::Text) else { return Vec::new() };
    let Some(words) = cells.get(text) else { return Vec::new() };
    let same = |cell: &Cell| cell.covered.is_none() && cell.lines == words.lines;
    let says = words.text().contains(char::is_alphabetic);
    let before = cells.get(..text).unwrap_or_default().iter().rev().take_while(|c| same(c)).count();
    let behind = cells.get(text..).unwrap_or_default().iter().take_while(|c| same(c)).count();
    let to_the_end = text + behind == cells.len() && cells.len() == header.columns.len();
    if !says || !to_the_end || before + behind < FEWEST {
        return Vec::new();
    }
    (text - before + 1..cells.len()).collect()
}
