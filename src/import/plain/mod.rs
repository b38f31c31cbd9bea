//! Reader of text dumps, in both layouts that they come in.
//!
//! A dump of the *row* layout has one row a line, `a | b | c`, with or without a `|` at either end of the line
//! ([`row_lines`]). A dump of the *group* layout has one cell in each group of lines between lines that hold only `|`
//! ([`cell_groups`]). Whatever the layout, a line break within a cell is a mere wrap, and text around the table is kept
//! apart. A table of Markdown has the row layout, with signs of its own ([`markdown`]).

mod cell_groups;
mod markdown;
mod row_lines;
mod segment;

use super::choices::Choices;
use super::table::{Block, Breaks, Cell, Manuscript};
use crate::text;

/// What separates cells.
const SEPARATOR: char = '|';

/// The tables of a dump, and the text around them. Headers are known by their words, or by what a person said of them.
#[must_use]
pub fn read(dump: &str, choices: &Choices) -> Manuscript {
    let (blocks, words) = match layout(dump) {
        Layout::Rows if dump.lines().any(markdown::draws_a_table) => {
            let lines: Vec<String> = lines(dump).map(markdown::row).collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let words = lines.join("\n").replace(SEPARATOR, "");
            let blocks = row_lines::read(&lines, choices).into_iter().map(printed).collect();
            return Manuscript {
                blocks,
                visible: text::visible(&markdown::cell(&words)),
                ..Manuscript::default()
            };
        }
        Layout::Rows => {
            let lines: Vec<&str> = lines(dump).collect();
            (row_lines::read(&lines, choices), lines.join("\n"))
        }
        Layout::Groups => (cell_groups::read(dump, choices), dump.to_owned()),
    };
    let visible = text::visible(&words).replace(SEPARATOR, "");
    Manuscript { blocks, visible, ..Manuscript::default() }
}

/// The lines that hold words.
fn lines(dump: &str) -> impl Iterator<Item = &str> {
    dump.lines().filter(|line| !is_frame(line))
}

/// A block of a Markdown text with the bars and the breaks of its cells. No cell of Markdown is wrapped in the source.
fn printed(block: Block) -> Block {
    match block {
        Block::Text(lines) => {
            let line = |line: String| text::one_line(&markdown::cell(&line));
            Block::Text(lines.into_iter().map(line).filter(|line| !line.is_empty()).collect())
        }
        Block::Table(mut table) => {
            table.breaks = Breaks::Printed;
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                *cell = Cell::of(&markdown::cell(&cell.text()));
            }
            Block::Table(table)
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Rows,
    Groups,
}

/// Whichever layout more of the lines with separators speak for.
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
