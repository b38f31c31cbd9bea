//! Reader of text dumps, in both layouts that they come in.
//!
//! A dump of the *row* layout has one row a line, `a | b | c`, with or without a `|` at either end of the line. A dump of
//! the *group* layout has one cell in each group of lines between lines that hold only `|`; nothing marks where a row
//! ends, so that is found by [`segment`]. Whatever the layout, a line break within a cell is a mere wrap.
//!
//! Text around the table is kept apart, never taken for cells where the layout tells them apart.

mod segment;

use super::columns::{self, Header};
use super::table::{Block, Breaks, Cell, Manuscript, Row, Table};
use crate::text;

/// What separates cells.
const SEPARATOR: char = '|';

/// A header's name is wrapped over at most so many lines; what stands above them is another text.
const HEADER_LINES: usize = 4;

/// The tables of a dump, and the text around them.
#[must_use]
pub fn read(dump: &str) -> Manuscript {
    let (blocks, words) = match layout(dump) {
        Layout::Rows => {
            let lines: Vec<&str> = dump.lines().filter(|line| !is_frame(line)).collect();
            (rows(&lines), lines.join("\n"))
        }
        Layout::Groups => (groups(dump), dump.to_owned()),
    };
    Manuscript { blocks, visible: text::visible(&words).replace(SEPARATOR, "") }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Rows,
    Groups,
}

/// Whichever layout more of the separators speak for.
fn layout(dump: &str) -> Layout {
    let separated = dump.lines().filter(|line| line.contains(SEPARATOR));
    let (alone, within): (Vec<&str>, Vec<&str>) =
        separated.partition(|line| line.trim().len() == SEPARATOR.len_utf8());
    if alone.len() > within.len() { Layout::Groups } else { Layout::Rows }
}

/// A line that only draws the table: `|---|:--:|`, `+-----+`.
fn is_frame(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | ':' | '+' | '=') || c == SEPARATOR || c.is_whitespace();
    line.contains("--") && line.chars().all(drawn)
}

/// One row a line.
fn rows(lines: &[&str]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut table: Vec<&str> = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let mut index = 0;
    let last = lines.iter().filter(|line| line.contains(SEPARATOR)).count();
    let mut seen = 0;
    for line in lines {
        if line.contains(SEPARATOR) {
            seen += 1;
            close_text(&mut around, &mut blocks);
            table.push(line);
        } else if !line.trim().is_empty() {
            // A line without a separator between two rows belongs to the table, and will be named as a row that fits no
            // pattern; before the first and behind the last one it is text around the table.
            if table.is_empty() || seen == last {
                close_rows(&mut table, &mut index, &mut blocks);
                around.push(text::one_line(line));
            } else {
                table.push(line);
            }
        }
    }
    close_rows(&mut table, &mut index, &mut blocks);
    close_text(&mut around, &mut blocks);
    blocks
}

fn close_text(around: &mut Vec<String>, blocks: &mut Vec<Block>) {
    if !around.is_empty() {
        blocks.push(Block::Text(std::mem::take(around)));
    }
}

fn close_rows(lines: &mut Vec<&str>, index: &mut usize, blocks: &mut Vec<Block>) {
    if lines.is_empty() {
        return;
    }
    *index += 1;
    let framed = Frame::of(lines);
    let rows = lines.drain(..).map(|line| framed.cells(line)).filter(|c| !c.is_empty());
    let row = |(place, cells)| Row { index: place + 1, cells };
    let rows = rows.enumerate().map(row).collect();
    blocks.push(Block::Table(Table { index: *index, breaks: Breaks::Wraps, rows }));
}

/// Whether the lines of a table begin and end with a separator that belongs to the frame, not to a cell: told by the
/// header, so that a row whose first cell is empty is read right.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: bool,
    right: bool,
}

impl Frame {
    fn of(lines: &[&str]) -> Self {
        let unframed = Self { left: false, right: false };
        let is_header = |line: &&&str| Header::read(&unframed.cells(line)).is_some();
        let header = lines.iter().find(is_header).or(lines.first());
        let header = header.map_or("", |line| line.trim());
        Self { left: header.starts_with(SEPARATOR), right: header.ends_with(SEPARATOR) }
    }

    fn cells(self, line: &str) -> Vec<Cell> {
        let line = line.trim();
        let line = if self.left { line.strip_prefix(SEPARATOR).unwrap_or(line) } else { line };
        let line = if self.right { line.strip_suffix(SEPARATOR).unwrap_or(line) } else { line };
        line.split(SEPARATOR).map(Cell::of).collect()
    }
}

/// One cell in each group of lines.
fn groups(dump: &str) -> Vec<Block> {
    let mut cells: Vec<Cell> = dump.split(SEPARATOR).map(Cell::of).collect();
    if cells.last().is_some_and(Cell::is_blank) {
        cells.pop();
    }
    let Some((start, length, above)) = find_header(&cells) else {
        let row = Row { index: 1, cells };
        return vec![Block::Table(Table { index: 1, breaks: Breaks::Wraps, rows: vec![row] })];
    };
    let mut blocks = Vec::new();
    let mut around: Vec<String> = cells.drain(..start).flat_map(|cell| cell.lines).collect();
    if let Some(first) = cells.first_mut() {
        around.extend(first.lines.drain(..above));
    }
    close_text(&mut around, &mut blocks);
    let mut body = cells.split_off(length.min(cells.len()));
    let mut rows = vec![cells];
    if let Some(header) = rows.first().and_then(|cells| Header::read(cells)) {
        // From the back, so that each cut is a cheap one.
        let ends = segment::row_starts(&body, &header);
        let mut cut: Vec<Vec<Cell>> =
            ends.into_iter().rev().map(|start| body.split_off(start)).collect();
        cut.reverse();
        rows.extend(cut);
    }
    let row = |(place, cells)| Row { index: place + 1, cells };
    let rows = rows.into_iter().enumerate().map(row).collect();
    blocks.push(Block::Table(Table { index: 1, breaks: Breaks::Wraps, rows }));
    blocks
}

/// Where the header's first cell stands, how many cells it has, and how many lines of the first one stand above it.
///
/// The header ends at the first cell that is a number, blank or too long for a name, since every plan's first row begins
/// with one of them; else behind the last cell that names a column that we know.
fn find_header(cells: &[Cell]) -> Option<(usize, usize, usize)> {
    let candidate = |start: usize| {
        let above = lines_above(cells.get(start)?)?;
        let mut header: Vec<Cell> =
            cells.iter().skip(start).take(columns::MOST_COLUMNS).cloned().collect();
        header.first_mut()?.lines.drain(..above);
        let ends = |cell: &Cell| segment::cannot_name_a_column(cell);
        let known = |cell: &Cell| columns::role_of(cell).is_some();
        let length = match header.iter().position(ends) {
            Some(end) => end,
            None => header.iter().rposition(known)? + 1,
        };
        Header::read(header.get(..length)?)?;
        Some((start, length, above))
    };
    (0..cells.len()).find_map(candidate)
}

/// How many lines stand above a column's name at the end of a cell; nothing when no name that we know stands there.
fn lines_above(cell: &Cell) -> Option<usize> {
    let most = cell.lines.len().min(HEADER_LINES);
    let named = |length: &usize| {
        let lines = cell.lines.iter().skip(cell.lines.len() - length).cloned().collect();
        columns::role_of(&Cell { lines }).is_some()
    };
    let whole = (cell.lines.len() <= HEADER_LINES).then_some(cell.lines.len()).filter(named);
    let length = whole.or_else(|| (1..=most).find(named))?;
    Some(cell.lines.len() - length)
}
