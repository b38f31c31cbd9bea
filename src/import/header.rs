//! Finding a table's header: the first row that reads as one, with the rows below that go on with it.
//!
//! A row goes on with a header when it names columns below a cell that spans several, and nothing anywhere else: "Chủ trì"
//! and "Phối hợp" below "Cơ quan thực hiện". Where a portal resolved the spans, it may repeat the upper row's words.

use std::ops::Range;

use super::choices::Choices;
use super::columns::{self, Header, MOST_COLUMNS, Names};
use super::covers::Covers;
use super::number::Number;
use super::table::{Cell, Covered, Row};
use crate::text;

/// No header has more rows.
const MOST_ROWS: usize = 3;

/// A column's name is at most so many words; more are a task's text.
const LONGEST_NAME: usize = 12;

/// A header and the rows that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rows: Range<usize>,
    pub(super) header: Header,
}

/// The first header of a table.
pub(super) fn find(rows: &[Row], choices: &Choices) -> Option<Found> {
    let covers = Covers::of(rows);
    (0..rows.len()).find_map(|place| at(rows, &covers, place, choices))
}

/// The header that begins in this row, as long as it may be.
fn at(rows: &[Row], covers: &Covers, place: usize, choices: &Choices) -> Option<Found> {
    let first = rows.get(place)?;
    if first.cells.len() > MOST_COLUMNS || first.is_blank() {
        return None;
    }
    let mut names: Vec<Names> = (0..first.cells.len())
        .map(|column| {
            let (row, source) = covers.source(place, column);
            let cell = (row == place).then(|| first.cells.get(source)).flatten();
            cell.map(Cell::text).filter(|name| !name.is_empty()).into_iter().collect()
        })
        .collect();
    let mut end = place + 1;
    // A row of one cell is a title above the table, whatever stands below its blank ones.
    let rows_at_most =
        if names.iter().filter(|parts| !parts.is_empty()).count() > 1 { MOST_ROWS } else { 1 };
    while end < place + rows_at_most {
        let (Some(above), Some(below)) = (rows.get(end - 1), rows.get(end)) else { break };
        if !goes_on(above, below) {
            break;
        }
        for (parts, cell) in names.iter_mut().zip(&below.cells) {
            let name = cell.text();
            if !name.is_empty() && parts.last() != Some(&name) {
                parts.push(name);
            }
        }
        end += 1;
    }
    let printed = rows.get(place..end)?.iter().map(|row| columns::printed(&row.cells)).collect();
    Some(Found { rows: place..end, header: Header::of(&names, printed, choices)? })
}

/// Whether a row names columns below the cells of a header's row that span several.
fn goes_on(above: &Row, below: &Row) -> bool {
    if above.cells.len() != below.cells.len() {
        return false;
    }
    let mut names = 0;
    for (column, (over, cell)) in above.cells.iter().zip(&below.cells).enumerate() {
        let name = cell.text();
        if name.is_empty() || name == over.text() {
            continue;
        }
        let next = above.cells.get(column + 1);
        let unnamed = |cell: &Cell| cell.is_blank() && cell.covered != Some(Covered::FromAbove);
        // The first column of a span holds its words; the others are covered, or left blank by a portal, or repeat them.
        let repeats = |cell: &Cell| !over.is_blank() && cell.lines == over.lines;
        let before = column.checked_sub(1).and_then(|before| above.cells.get(before));
        let spanned = unnamed(over)
            || next.is_some_and(|next| unnamed(next) || repeats(next))
            || before.is_some_and(repeats);
        let is_name = !Number::looks_like_one(&name)
            && name.contains(char::is_alphabetic)
            && text::folded_words(&name).len() <= LONGEST_NAME;
        let year = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
        if !spanned || !(is_name || year) {
            return false;
        }
        names += 1;
    }
    names > 0
}
