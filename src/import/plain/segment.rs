//! Where the rows of the group layout end, which the dump does not mark.
//!
//! Rows have as many cells as the header, or only a number and a title: a title's empty cells are sometimes left out and
//! sometimes not, in the same table. A row that was damaged may have any other length. Every way to cut the cells into rows
//! has a price: how badly each cell fits the column that it would stand in ([`Features::misfit`]), and a price for each row of
//! an unusual length. The cheapest way is found by going through the cells once from the back, so that a damaged row is
//! isolated between its neighbours rather than shifting all that follow. The shape of a cell alone decides nothing: a
//! bare "2023" behind a list of agencies is cheap as a period and dear as a number.

use super::super::columns::Header;
use super::super::fit::Features;
use super::super::table::Cell;
use crate::model::Column;

/// A damaged row has at most so many cells too many; what is more is a row of its own.
const MOST_SURPLUS: usize = 4;

/// A row of a number and a title: usual, but a full row that fits as well is likelier.
const TITLE: u32 = 3;
/// A row that lacks some cells.
const SHORT: u32 = 30;
/// A cell that belongs to no row.
const STRAY: u32 = 60;
/// A blank cell that belongs to no row, as a dump may have at its end.
const STRAY_BLANK: u32 = 35;
/// A row with cells too many, and each of them.
const LONG: u32 = 60;
const EACH_SURPLUS: u32 = 10;
/// A title without a number, in a table that numbers its rows.
const UNNUMBERED_TITLE: u32 = 40;

/// Where each row begins, first to last, the first one at 0.
pub(super) fn row_starts(cells: &[Cell], header: &Header) -> Vec<usize> {
    let features: Vec<Features> = cells.iter().map(|cell| Features::of(&cell.text())).collect();
    let longest = header.columns.len() + MOST_SURPLUS;
    // What the cells from each place on cost at least, and how long their first row is then; from the back.
    let mut best: Vec<(u32, usize)> = vec![(0, 0)];
    for start in (0..cells.len()).rev() {
        let rest = features.get(start..).unwrap_or_default();
        let mut cheapest = (u32::MAX, 1);
        for length in 1..=longest.min(rest.len()) {
            // `best` is filled from the back: the entry for the cells behind this row stands `length` before its end.
            let behind = best.get(best.len() - length).map_or(0, |(cost, _)| *cost);
            let row = rest.get(..length).unwrap_or_default();
            let words = cells.get(start..start + length).unwrap_or_default();
            let own = if header.is_counted_by(words) || header.is_repeated_by(words) {
                0
            } else {
                price(row, header)
            };
            let cost = behind.saturating_add(own);
            if cost < cheapest.0 {
                cheapest = (cost, length);
            }
        }
        best.push(cheapest);
    }
    let mut starts = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        starts.push(start);
        let (_, length) = best.get(cells.len() - start).copied().unwrap_or((0, 1));
        start += length.max(1);
    }
    starts
}

/// Whether a cell of the header's neighbourhood is no column's name: a number, blank, or prose.
pub(super) fn cannot_name_a_column(cell: &Cell) -> bool {
    const LONGEST_NAME: usize = 80;
    let features = Features::of(&cell.text());
    features.is_blank() || features.is_number() || cell.text().chars().count() > LONGEST_NAME
}

fn price(row: &[Features], header: &Header) -> u32 {
    let width = header.columns.len();
    let title_length = header.place(Column::Text).map_or(2, |place| place + 1);
    let misfit: u32 =
        row.iter().zip(&header.columns).map(|(cell, column)| cell.misfit(column.role)).sum();
    let numbered = header
        .place(Column::Number)
        .is_none_or(|place| row.get(place).is_some_and(Features::is_number));
    match row.len() {
        length if length == width => misfit,
        length if length == title_length && numbered => TITLE + misfit,
        length if length == title_length => TITLE + UNNUMBERED_TITLE + misfit,
        1 if row.iter().all(Features::is_blank) => STRAY_BLANK,
        1 => STRAY,
        length if length < width => SHORT + misfit,
        length => {
            let surplus = u32::try_from(length - width).unwrap_or(u32::MAX);
            let head: u32 = row
                .iter()
                .zip(&header.columns)
                .take(title_length)
                .map(|(cell, column)| cell.misfit(column.role))
                .sum();
            LONG.saturating_add(EACH_SURPLUS.saturating_mul(surplus)).saturating_add(head)
        }
    }
}
