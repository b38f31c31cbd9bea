//! Rows that go on with the row above: cut off by a page break, or further agencies and periods of one text that spans
//! rows. Only what can be nothing else is joined; every joint is noted.

use super::agencies;
use super::columns::Header;
use super::lines;
use super::table::{Cell, Covered};
use super::whole_rows::{Extent, WholeRow};
use crate::model::Column;

/// How a row goes on with the row above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Continued {
    /// A page break cut it off in the middle of its words.
    Cut,
    /// Its text is the cell above, which spans both rows.
    Shared,
}

/// How a row goes on with the one above it, if it does.
pub(super) fn how(above: &WholeRow, row: &WholeRow, header: &Header) -> Option<Continued> {
    let (number, text) = (header.place(Column::Number), header.place(Column::Text));
    if row.own(number).is_some() || row.extent == Extent::Row || above.extent == Extent::Row {
        return None;
    }
    let covered = row
        .cell(text)
        .is_some_and(|cell| cell.covered == Some(Covered::FromAbove) && !cell.is_blank());
    if covered {
        return Some(Continued::Shared);
    }
    if number.is_some() && row.cell(number).is_some_and(|cell| !cell.is_blank()) {
        // The number spans both rows, the text does not: a text of its own.
        return None;
    }
    let others = |column: &usize| Some(*column) != text;
    let own = |column: &usize| row.own(Some(*column)).is_some();
    let filled: Vec<usize> = (0..row.cells.len()).filter(others).filter(own).collect();
    let blank = Cell::default();
    let goes_on = |column: &usize| {
        let above = above.cell(Some(*column)).unwrap_or(&blank);
        row.own(Some(*column)).is_some_and(|cell| completes(&above.text(), &cell.text()))
    };
    let rest = match (row.own(text), above.cell(text)) {
        (Some(below), Some(above)) => goes_on_with(&above.text(), &below.text()),
        (None, _) => !filled.is_empty(),
        (Some(_), None) => false,
    };
    (rest && filled.iter().all(goes_on)).then_some(Continued::Cut)
}

/// Whether a text can only be the rest of another: it begins in lower case, and the other has not come to an end.
fn goes_on_with(above: &str, below: &str) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphabetic());
    let small = below.starts_with(char::is_lowercase);
    let ended = above.ends_with(['.', ';', ':', '!', '?', '…']);
    small && !ended && first(above).is_some_and(char::is_uppercase)
}

/// Whether a cell can only be the rest of the cell above.
fn completes(above: &str, below: &str) -> bool {
    let open = above.ends_with([',', '-', '–', ';']) || above.ends_with(" và");
    let small = below.starts_with(char::is_lowercase) && !agencies::begins(below);
    !above.is_empty() && (open || small)
}

/// The lines of a cell and of the one that goes on with it.
pub(super) fn joined(
    above: &[String],
    below: Vec<String>,
    how: Continued,
    role: Option<Column>,
) -> Vec<String> {
    let mut lines = above.to_vec();
    let mut below = below.into_iter();
    let agencies = matches!(role, Some(Column::Lead | Column::Coordinating));
    let apart = |line: &str| agencies && lines::bullet(line).is_some();
    if how == Continued::Cut
        && let Some(first) = below.next()
    {
        match lines.last_mut() {
            Some(last) if !apart(&first) => {
                last.push(' ');
                last.push_str(&first);
            }
            _ => lines.push(first),
        }
    }
    lines.extend(below);
    lines
}
