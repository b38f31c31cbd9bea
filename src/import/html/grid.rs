//! The cells of a table in their rows and columns, spans resolved by HTML's own rules.
//!
//! A span of rows ends with its group (thead, tbody, tfoot), and `rowspan="0"` means to its end. Where two spans overlap, the
//! earlier one keeps the place. A span of more columns than any row fills, as titles often have, adds no columns.

use scraper::ElementRef;

use super::element::{self, Role};
use super::lines::Lines;
use crate::diagnostic::{Code, Diagnostic};
use crate::import::limits;
use crate::import::table::{Cell, Covered, Row};

/// The rows of a table, in the order in which they are shown. The document has so many cells already.
///
/// # Errors
/// When there are more columns or cells than a document can have.
pub(super) fn rows(
    table: ElementRef<'_>,
    cells_before: usize,
    file: &str,
) -> Result<Vec<Row>, Diagnostic> {
    let fault = || Diagnostic::new(Code::ImportLimit).with("file", file);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut count = cells_before;
    for group in groups(table) {
        let mut spans = Spans::default();
        for row in group {
            let cells = spans.row(row).ok_or_else(|| {
                fault()
                    .with("columns", format!("> {}", limits::COLUMNS))
                    .with("limit", limits::COLUMNS)
            })?;
            count += cells.len();
            if count > limits::CELLS {
                return Err(fault().with("cells", count).with("limit", limits::CELLS));
            }
            rows.push(cells);
        }
    }
    let own = |cells: &Vec<Cell>| cells.iter().rposition(|cell| cell.covered.is_none());
    let width = rows.iter().filter_map(own).max().map_or(0, |last| last + 1);
    let row = |(place, mut cells): (usize, Vec<Cell>)| {
        cells.truncate(width);
        Row { index: place + 1, cells }
    };
    Ok(rows.into_iter().enumerate().map(row).collect())
}

/// The rows of each group that are shown.
pub(super) fn groups(table: ElementRef<'_>) -> Vec<Vec<ElementRef<'_>>> {
    let is_group = |part: &ElementRef<'_>| {
        matches!(part.value().name(), "thead" | "tbody" | "tfoot") && is_shown(part)
    };
    let is_row = |row: &ElementRef<'_>| row.value().name() == "tr" && is_shown(row);
    let parts = element::shown_order(table).into_iter().filter(is_group);
    parts.map(|part| part.child_elements().filter(is_row).collect()).collect()
}

/// The cells of a row that are shown.
pub(super) fn cells(row: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let is_cell =
        |cell: &ElementRef<'_>| matches!(cell.value().name(), "td" | "th") && is_shown(cell);
    row.child_elements().filter(is_cell).collect()
}

/// The captions of a table that are shown.
pub(super) fn captions(table: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let is_caption = |part: &ElementRef<'_>| part.value().name() == "caption" && is_shown(part);
    table.child_elements().filter(is_caption).collect()
}

fn is_shown(element: &ElementRef<'_>) -> bool {
    !matches!(element::role(*element), Role::Aside(_) | Role::Nothing)
}

/// For each column of a group, how many of the rows to come a cell above still covers.
#[derive(Default)]
struct Spans {
    rows_left: Vec<usize>,
}

impl Spans {
    /// The cells of the next row, one a column; nothing when there are too many columns.
    fn row(&mut self, row: ElementRef<'_>) -> Option<Vec<Cell>> {
        let mut places: Vec<Option<Cell>> = Vec::new();
        for left in &mut self.rows_left {
            places.push((*left > 0).then(|| Cell::covered(Covered::FromAbove)));
            *left = left.saturating_sub(1);
        }
        let mut column = 0;
        for cell in cells(row) {
            while places.get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let room = limits::COLUMNS.checked_sub(column).filter(|room| *room > 0)?;
            let across = element::number(cell, "colspan").unwrap_or(1).clamp(1, room);
            let down = match element::number(cell, "rowspan").unwrap_or(1) {
                0 => usize::MAX,
                down => down - 1,
            };
            let end = column + across;
            places.resize(places.len().max(end), None);
            self.rows_left.resize(self.rows_left.len().max(end), 0);
            let own = Cell::of(&Lines::of(cell).join("\n"));
            let covered = std::iter::repeat_with(|| Cell::covered(Covered::FromLeft));
            let filling = std::iter::once(own).chain(covered);
            let spanned = places.iter_mut().zip(&mut self.rows_left).skip(column).take(across);
            for ((place, left), cell) in spanned.zip(filling) {
                place.get_or_insert(cell);
                *left = down.max(*left);
            }
            column = end;
        }
        while places.last().is_some_and(Option::is_none) {
            places.pop();
        }
        Some(places.into_iter().map(Option::unwrap_or_default).collect())
    }
}
