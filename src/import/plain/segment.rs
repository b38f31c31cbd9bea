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
/// A row with cells too many.
const LONG: u32 = 40;
/// Each cell too many.
const SURPLUS: u32 = 10;
/// A cell too many before the row's number: rather the last one of the row before.
const SURPLUS_FIRST: u32 = 25;
/// A cell too many that is a number: rather the next row's.
const SURPLUS_NUMBER: u32 = 40;
/// A number that was lost from a damaged row: dearer than a blank one, since the rest of a row would else be taken for a row
/// without a number, behind a title made of the row's beginning.
const LOST_NUMBER: u32 = 25;
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

/// What it costs to take these cells for a row.
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
        length if length < width => SHORT.saturating_add(damaged(row, header)),
        _ => LONG.saturating_add(damaged(row, header)),
    }
}

/// How badly a damaged row fits at best, whichever of its cells were lost or came in: the cells and the columns are laid beside
/// each other in order, a column that is passed over costs what a blank cell in it would, and a cell that is passed over
/// costs as a surplus one.
fn damaged(row: &[Features], header: &Header) -> u32 {
    let blank = Features::of("");
    let lost = |role: Option<Column>| match role {
        Some(Column::Number) => LOST_NUMBER,
        role => blank.misfit(role),
    };
    let lost: Vec<u32> = header.columns.iter().map(|column| lost(column.role)).collect();
    // What the cells so far cost against the first so many columns.
    let mut costs: Vec<u32> = std::iter::once(0)
        .chain(lost.iter().scan(0, |sum: &mut u32, cost| {
            *sum += cost;
            Some(*sum)
        }))
        .collect();
    for (index, cell) in row.iter().enumerate() {
        // A row that is too short has no surplus cell that would explain it.
        let surplus = match row.len() > header.columns.len() {
            false => u32::MAX,
            true if cell.is_number() => SURPLUS_NUMBER,
            true if index == 0 => SURPLUS_FIRST,
            true => SURPLUS,
        };
        let mut next: Vec<u32> = Vec::with_capacity(costs.len());
        for (place, above) in costs.iter().enumerate() {
            let passed_over = above.saturating_add(surplus);
            let before = place.checked_sub(1);
            let column = before.and_then(|before| {
                let role = header.columns.get(before)?.role;
                Some(costs.get(before)?.saturating_add(cell.misfit(role)))
            });
            let left_blank = before
                .and_then(|before| Some(next.get(before)?.saturating_add(*lost.get(before)?)));
            let cheapest = [Some(passed_over), column, left_blank].into_iter().flatten().min();
            next.push(cheapest.unwrap_or(passed_over));
        }
        costs = next;
    }
    costs.last().copied().unwrap_or(u32::MAX)
}
