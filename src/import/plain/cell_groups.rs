//! The group layout: one cell in each group of lines.
//!
//! The header is looked for among the cells; it gives the number of columns, without which the rows' ends cannot be found
//! ([`segment`]). Text above the header stands in its first cell's group, since nothing but a line break parts them.

use super::super::choices::Choices;
use super::super::columns::{self, Header};
use super::super::table::{Block, Breaks, Cell, Row, Table};
use super::{SEPARATOR, segment};

/// A column's name is wrapped over at most so many lines; what stands above them is another text.
const NAME_LINES: usize = 4;

/// The table of a dump, and the text above it.
pub(super) fn read(dump: &str, choices: &Choices) -> Vec<Block> {
    let mut cells: Vec<Cell> = dump.split(SEPARATOR).map(Cell::of).collect();
    if cells.last().is_some_and(Cell::is_blank) {
        cells.pop();
    }
    let Some(place) = find_header(&cells, choices) else {
        return vec![table(vec![cells])];
    };
    let mut above: Vec<String> = cells.drain(..place.start).flat_map(|cell| cell.lines).collect();
    if let Some(first) = cells.first_mut() {
        above.extend(first.lines.drain(..place.lines_above));
    }
    let mut body = cells.split_off(place.header.columns.len().min(cells.len()));
    // From the back, so that each cut is a cheap one.
    let starts = segment::row_starts(&body, &place.header).into_iter().rev();
    let mut rows: Vec<Vec<Cell>> = starts.map(|start| body.split_off(start)).collect();
    rows.push(cells);
    rows.reverse();
    let above = (!above.is_empty()).then_some(Block::Text(above));
    above.into_iter().chain([table(rows)]).collect()
}

fn table(rows: Vec<Vec<Cell>>) -> Block {
    let row = |(place, cells)| Row { index: place + 1, cells };
    let rows = rows.into_iter().enumerate().map(row).collect();
    Block::Table(Table { index: 1, name: None, breaks: Breaks::Wraps, rows })
}

/// Where a header was found.
struct HeaderPlace {
    /// Its first cell.
    start: usize,
    /// How many lines stand above the name in that cell.
    lines_above: usize,
    header: Header,
}

/// The first header among the cells.
///
/// It ends at the first cell that is a number, blank or too long for a name, since every plan's first row begins with one
/// of them; else behind the last cell that names a column that we know.
fn find_header(cells: &[Cell], choices: &Choices) -> Option<HeaderPlace> {
    let candidate = |start: usize| {
        let lines_above = lines_above(cells.get(start)?, choices)?;
        let mut names: Vec<Cell> =
            cells.iter().skip(start).take(columns::MOST_COLUMNS).cloned().collect();
        names.first_mut()?.lines.drain(..lines_above);
        let length = match names.iter().position(segment::cannot_name_a_column) {
            Some(end) => end,
            None => names.iter().rposition(|name| columns::is_named(name, choices))? + 1,
        };
        let header = Header::read(names.get(..length)?, choices)?;
        Some(HeaderPlace { start, lines_above, header })
    };
    (0..cells.len()).find_map(candidate)
}

/// How many lines stand above a column's name at the end of a cell; nothing when no name that we know stands there.
fn lines_above(cell: &Cell, choices: &Choices) -> Option<usize> {
    let all = cell.lines.len();
    let named = |length: &usize| {
        let lines = cell.lines.iter().skip(all - length).cloned().collect();
        columns::is_named(&Cell { lines, covered: None }, choices)
    };
    let whole = (all <= NAME_LINES).then_some(all).filter(named);
    let length = whole.or_else(|| (1..=all.min(NAME_LINES)).find(named))?;
    Some(all - length)
}
