//! The account: proof that every visible character of the document is in the files that were written, or named as left out.
//!
//! It knows nothing of how the draft was made or printed. It reads the files anew, puts every row of the table together again
//! from what they say, and compares the two cell by cell, white space and the frame of the table aside. Before that it
//! compares the tables themselves with the document, so that a reader cannot lose anything either.

use std::collections::BTreeMap;

use super::Reading;
use super::account_files::Files;
use super::columns::HeaderColumn;
use super::origin::Origin;
use super::outline::Became;
use super::rows::LeftOut;
use super::table::{Block, Cell, Row, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;
use crate::tree::Tree;

/// An account that closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Visible characters of the table that are in the content.
    pub content: usize,
    /// Rows of the table that are not part of the plan's text, with the reason's name in the catalogue.
    pub left_out: Vec<(String, &'static str)>,
    /// Visible characters of those rows.
    pub left_out_characters: usize,
    /// Lines of the document that belong to no table, and rows of tables that were not chosen.
    pub outside: Vec<String>,
    /// Visible characters of those lines.
    pub outside_characters: usize,
}

impl Account {
    /// Visible characters of the whole table.
    #[must_use]
    pub fn table(&self) -> usize {
        self.content + self.left_out_characters
    }
}

/// Takes the account of the files of a plan.
pub(super) fn take(reading: &Reading, plan: &str, files: &Tree) -> Result<Account, Diagnostics> {
    let mut faults = Diagnostics::new();
    faults.extend(lost_by_the_reader(reading));
    let files = Files::read(plan, files);
    let mut account = outside(reading);
    let mut counts = Counts::default();
    let became: BTreeMap<usize, &Became> =
        reading.became.iter().map(|(index, became)| (*index, became)).collect();
    let left_out: BTreeMap<usize, LeftOut> = reading.left_out.iter().copied().collect();
    for row in &reading.table.rows {
        let characters: usize = row.cells.iter().map(characters).sum();
        match (became.get(&row.index), left_out.get(&row.index)) {
            (Some(became), _) => {
                account.content += characters;
                counts.add(became);
                let written = files.row(became, &place(reading, row));
                faults.extend(differences(reading, row, |column| written.cell(column)));
            }
            (None, Some(reason)) => {
                account.left_out_characters += characters;
                if *reason != LeftOut::Blank {
                    account.left_out.push((words(row), reason_name(*reason)));
                }
            }
            // A row that is neither: nothing of it can be in the files.
            (None, None) => faults.extend(differences(reading, row, |_| String::new())),
        }
    }
    if counts.all() != files.counts() {
        let fault = Diagnostic::new(Code::ImportLost).with("file", &reading.file);
        let fault = fault.with("expected_rows", counts.all().iter().sum::<usize>());
        faults.push(fault.with("found_rows", files.counts().iter().sum::<usize>()));
    }
    if faults.is_empty() { Ok(account) } else { Err(faults) }
}

/// How many parts, domains, groups and tasks the rows became.
#[derive(Default)]
struct Counts {
    parts: usize,
    domains: usize,
    groups: usize,
    tasks: usize,
}

impl Counts {
    fn add(&mut self, became: &Became) {
        let count = match became {
            Became::Part(_) => &mut self.parts,
            Became::Domain(_) => &mut self.domains,
            Became::Group(..) => &mut self.groups,
            Became::Task(_) => &mut self.tasks,
        };
        *count += 1;
    }

    /// Domains are not compared: those that stand for a part have no row of their own.
    fn all(&self) -> [usize; 3] {
        [self.parts, self.groups, self.tasks]
    }
}

/// A fault for each cell whose characters the files do not hold.
fn differences(
    reading: &Reading,
    row: &Row,
    written: impl Fn(Written<'_>) -> String,
) -> Diagnostics {
    let mut faults = Diagnostics::new();
    let blank = Cell::default();
    let width = reading.header.columns.len().max(row.cells.len());
    for place in 0..width {
        let cell = row.cells.get(place).unwrap_or(&blank);
        let column = reading.header.columns.get(place);
        let found = column.map(|column| written(Written::of(column))).unwrap_or_default();
        let expected = text::visible(&cell.text());
        let found = text::visible(&found);
        if expected != found {
            let origin = Origin::of(&reading.file, &reading.table, row, Some(&reading.header));
            let (expected, found) = first_difference(&expected, &found);
            faults.push(
                Diagnostic::new(Code::ImportLost)
                    .at(&origin.span(place, &cell.text()))
                    .with("row", origin.place())
                    .with("column", column.map_or("", |column| column.name.as_str()))
                    .with("expected", expected)
                    .with("found", found),
            );
        }
    }
    faults
}

/// A column of the table as the files know it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Written<'c> {
    Role(Column),
    Extra(&'c str),
}

impl<'c> Written<'c> {
    fn of(column: &'c HeaderColumn) -> Self {
        match column.role {
            Some(role) => Self::Role(role),
            None => Self::Extra(&column.name),
        }
    }
}

/// The fault of a reader that lost something between the document and its tables.
fn lost_by_the_reader(reading: &Reading) -> Diagnostics {
    let block = |block: &Block| match block {
        Block::Text(lines) => lines.iter().map(|line| text::visible(line)).collect::<String>(),
        Block::Table(table) => {
            table.rows.iter().map(words).map(|row| text::visible(&row)).collect()
        }
    };
    let read: String = reading.manuscript.blocks.iter().map(block).collect();
    if read == reading.manuscript.visible {
        return Diagnostics::new();
    }
    let (expected, found) = first_difference(&reading.manuscript.visible, &read);
    let fault = Diagnostic::new(Code::ImportLost).with("file", &reading.file);
    fault.with("expected", expected).with("found", found).into()
}

/// What stands outside the table.
fn outside(reading: &Reading) -> Account {
    let mut outside: Vec<String> = Vec::new();
    for block in &reading.manuscript.blocks {
        match block {
            Block::Text(lines) => outside.extend(lines.iter().cloned()),
            Block::Table(table) if table.index != reading.table.index => {
                outside.extend(rows(table));
            }
            Block::Table(_) => {}
        }
    }
    let outside_characters = outside.iter().map(|line| text::visible(line).chars().count()).sum();
    Account {
        content: 0,
        left_out: Vec::new(),
        left_out_characters: 0,
        outside,
        outside_characters,
    }
}

fn rows(table: &Table) -> impl Iterator<Item = String> {
    table.rows.iter().map(words).filter(|row| !row.is_empty())
}

fn words(row: &Row) -> String {
    let cells = row.cells.iter().filter(|cell| !cell.is_blank()).map(Cell::text);
    cells.collect::<Vec<_>>().join(" ")
}

fn characters(cell: &Cell) -> usize {
    text::visible(&cell.text()).chars().count()
}

fn place(reading: &Reading, row: &Row) -> String {
    Origin::of(&reading.file, &reading.table, row, None).place()
}

fn reason_name(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::AboveHeader => "left-above-header",
        LeftOut::Header => "left-header",
        LeftOut::Counting => "left-counting",
        LeftOut::Blank => "left-blank",
    }
}

/// Both texts from shortly before the first character in which they differ; "…" stands for what is left out.
fn first_difference(expected: &str, found: &str) -> (String, String) {
    const BEFORE: usize = 10;
    const LENGTH: usize = 40;
    let same = expected.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let cut = |text: &str| {
        let start = same.saturating_sub(BEFORE);
        let piece: String = text.chars().skip(start).take(LENGTH).collect();
        let end = if text.chars().count() > start + LENGTH { "…" } else { "" };
        format!("{}{piece}{end}", if start > 0 { "…" } else { "" })
    };
    (cut(expected), cut(found))
}
