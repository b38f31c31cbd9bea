//! The row layout: one row a line.
//!
//! Lines without a separator are text around the tables where they stand before the first row, behind the last one, or before
//! the header of another table. Anywhere else they are rows of one cell, which will be named as rows that fit no pattern:
//! nothing between two rows of one table is passed over.

use super::super::choices::Choices;
use super::super::columns::Header;
use super::super::table::{Block, Breaks, Cell, Row, Table};
use super::SEPARATOR;
use crate::text;

/// The tables of these lines, and the text around them.
pub(super) fn read(lines: &[&str], choices: &Choices) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut table: Vec<&str> = Vec::new();
    let mut loose: Vec<&str> = Vec::new();
    let mut index = 0;
    for line in lines.iter().copied().filter(|line| !line.trim().is_empty()) {
        if !line.contains(SEPARATOR) {
            loose.push(line);
            continue;
        }
        if !loose.is_empty() && !table.is_empty() && !begins_another_table(line, &table, choices) {
            table.append(&mut loose);
        } else if !loose.is_empty() {
            blocks.extend(rows(std::mem::take(&mut table), &mut index, choices));
            blocks.extend(around(std::mem::take(&mut loose)));
        }
        table.push(line);
    }
    blocks.extend(rows(table, &mut index, choices));
    blocks.extend(around(loose));
    blocks
}

/// Whether a line is a header, and not the one that a table has already, repeated after a page break.
fn begins_another_table(line: &str, table: &[&str], choices: &Choices) -> bool {
    let key = |line: &str| text::name_key(&line.replace(SEPARATOR, " "));
    Header::read(&Frame::NONE.cells(line), choices).is_some()
        && !table.iter().any(|row| key(row) == key(line))
}

fn around(lines: Vec<&str>) -> Option<Block> {
    let lines: Vec<String> = lines.into_iter().map(text::one_line).collect();
    (!lines.is_empty()).then_some(Block::Text(lines))
}

fn rows(lines: Vec<&str>, index: &mut usize, choices: &Choices) -> Option<Block> {
    if lines.is_empty() {
        return None;
    }
    *index += 1;
    let frame = Frame::of(&lines, choices);
    let row = |(place, line)| Row { index: place + 1, cells: frame.cells(line) };
    let rows = lines.into_iter().enumerate().map(row).collect();
    Some(Block::Table(Table { index: *index, name: None, breaks: Breaks::Wraps, rows }))
}

/// Whether the lines of a table begin and end with a separator that belongs to the frame, not to a cell: told by the
/// header and by whether all lines do so, so that a row whose first cell is empty is read right.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: bool,
    right: bool,
}

impl Frame {
    const NONE: Self = Self { left: false, right: false };

    fn of(lines: &[&str], choices: &Choices) -> Self {
        let is_header = |line: &&&str| Header::read(&Self::NONE.cells(line), choices).is_some();
        let header = lines.iter().find(is_header).or(lines.first());
        let header = header.map_or("", |line| line.trim());
        let left = header.starts_with(SEPARATOR);
        let ends = |line: &&str| line.trim_end().ends_with(SEPARATOR);
        let right = if left { header.ends_with(SEPARATOR) } else { lines.iter().all(ends) };
        Self { left, right }
    }

    fn cells(self, line: &str) -> Vec<Cell> {
        let line = line.trim();
        let line = if self.left { line.strip_prefix(SEPARATOR).unwrap_or(line) } else { line };
        let line = if self.right { line.strip_suffix(SEPARATOR).unwrap_or(line) } else { line };
        line.split(SEPARATOR).map(Cell::of).collect()
    }
}
