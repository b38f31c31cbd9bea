//! The lines around the plan's tables: text, the cells of tables that only lay it out, and what stands in one table with the
//! plan above its header, as in a sheet.
//!
//! Two columns of a title block come as one line where a document was copied as text; such a line is parted at the words
//! that begin a part of the form.

use crate::import::table::{Block, Cell, Manuscript, Row, Table};
use crate::text;

/// A line around the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// Lines of one cell, or of one stretch of text, have one number.
    pub(super) group: usize,
    /// Whether it stands before the plan's first table.
    pub(super) is_before: bool,
    /// Whether something is drawn before it, which ends what stands above.
    pub(super) behind_rule: bool,
}

/// The motto of the state and that of the Party's documents, folded.
const MOTTOES: [&str; 3] =
    ["cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam"];

/// The lines, in the order of the document; lines that only draw something are left out.
pub(super) fn lines(manuscript: &Manuscript, chosen: &[usize], header_place: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = 0;
    let mut is_before = true;
    for block in &manuscript.blocks {
        let groups: Vec<Vec<String>> = match block {
            Block::Text(lines) => vec![lines.clone()],
            Block::Table(table) if !chosen.contains(&table.index) => cells(&table.rows),
            Block::Table(table) if is_before => cells(above_header(table, header_place)),
            Block::Table(_) => Vec::new(),
        };
        for texts in groups {
            group += 1;
            let mut behind_rule = false;
            for text in texts.iter().flat_map(|text| parted(text)) {
                if text.contains(char::is_alphanumeric) || text.contains('…') {
                    lines.push(Line { text, group, is_before, behind_rule });
                    behind_rule = false;
                } else {
                    behind_rule = true;
                }
            }
        }
        is_before &= !matches!(block, Block::Table(table) if chosen.contains(&table.index));
    }
    lines
}

/// The lines of one table.
pub(super) fn lines_of(table: &Table) -> Vec<Line> {
    let parts = cells(&table.rows).into_iter().flatten().flat_map(|text| parted(&text));
    parts.map(|text| Line { text, group: 0, is_before: true, behind_rule: false }).collect()
}

fn above_header(table: &Table, header_place: usize) -> &[Row] {
    table.rows.get(..header_place).unwrap_or_default()
}

/// The lines of each cell, row by row.
fn cells(rows: &[Row]) -> Vec<Vec<String>> {
    let cells = rows.iter().flat_map(|row| &row.cells).filter(|cell: &&Cell| !cell.is_blank());
    cells.map(|cell| cell.lines.clone()).collect()
}

/// A line cut before and behind a motto, before "Số:" and behind the number that follows it.
fn parted(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut cuts = vec![0, words.len()];
    for motto in MOTTOES {
        if let Some((start, end)) = motto_in(&words, motto) {
            cuts.extend([start, end]);
        }
    }
    if let Some(start) = words.iter().position(|word| *word == "Số:") {
        let number = words.iter().skip(start + 1).position(|word| word.contains('/'));
        cuts.push(start);
        cuts.extend(number.map(|number| start + number + 2));
    }
    cuts.sort_unstable();
    let pieces = cuts.iter().zip(cuts.iter().skip(1));
    let text =
        |(start, end): (&usize, &usize)| words.get(*start..*end).map(|words| words.join(" "));
    pieces.filter_map(text).filter(|piece| !piece.is_empty()).collect()
}

/// Where a motto stands among the words: its first word, and the one behind its last.
fn motto_in(words: &[&str], motto: &str) -> Option<(usize, usize)> {
    let folded: Vec<(usize, String)> = words
        .iter()
        .enumerate()
        .flat_map(|(place, word)| {
            text::folded_words(word).into_iter().map(move |word| (place, word))
        })
        .collect();
    let length = motto.split(' ').count();
    let found = folded
        .windows(length)
        .find(|window| window.iter().map(|(_, word)| word.as_str()).eq(motto.split(' ')))?;
    Some((found.first()?.0, found.last()?.0 + 1))
}

impl Line {
    /// Whether it is a motto.
    pub(super) fn is_motto(&self) -> bool {
        MOTTOES.contains(&text::folded_words(&self.text).join(" ").as_str())
    }

    /// Whether it is written in capitals.
    pub(super) fn is_in_capitals(&self) -> bool {
        is_in_capitals(&self.text)
    }
}

/// Whether a text is written in capitals.
pub(super) fn is_in_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}
