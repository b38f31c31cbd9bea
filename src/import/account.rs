//! The account: proof that every visible character of the document is in the files that were written, or named as left out.
//!
//! It knows nothing of how the draft was made or printed. It reads the files anew, puts every row of the tables together
//! again from what they say, and compares the two cell by cell, white space and the frame of the table aside. Before that it
//! compares the tables themselves with the document, so that a reader cannot lose anything either.

use std::collections::BTreeMap;

use super::account_files::Files;
use super::account_rows::{self, RowGroup};
use super::left_out::LeftOut;
use super::origin::Origin;
use super::outline::Became;
use super::reading::Reading;
use super::table::{Block, Cell, Row, Table};
use super::whole_rows::RowId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::text;
use crate::tree::Tree;

/// An account that closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Visible characters of the tables that are in the content.
    pub content: usize,
    /// Rows and cells of the tables that are not part of the plan's text, with the reason's name in the catalogue.
    pub left_out: Vec<(String, &'static str)>,
    /// Visible characters of those rows and cells.
    pub left_out_characters: usize,
    /// Lines of the document that belong to no table, and rows of tables that were not chosen.
    pub outside: Vec<String>,
    /// Visible characters of those lines.
    pub outside_characters: usize,
}

impl Account {
    /// Visible characters of the plan's tables.
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
    let became: BTreeMap<RowId, &Became> = reading.became().collect();
    let left_out: BTreeMap<RowId, LeftOut> = reading.rows.left_out.iter().copied().collect();
    let joined: BTreeMap<RowId, RowId> = reading.rows.joined.iter().copied().collect();
    let mut groups: BTreeMap<RowId, RowGroup> = BTreeMap::new();
    for piece in &reading.tables.pieces {
        for (row, words) in
            account_rows::read(&piece.table, piece.header.as_ref(), &reading.rows.cells_left_out)
        {
            let id = RowId { table: piece.table.index, row: row.index };
            if let Some(reason) = left_out.get(&id) {
                account.left_out_characters += characters(row);
                if *reason != LeftOut::Blank {
                    account.left_out.push((self::words(row), reason.name()));
                }
                continue;
            }
            for (cell, reason) in &words.left_out {
                account.left_out_characters += text::visible(cell).chars().count();
                account.left_out.push((cell.clone(), reason.name()));
            }
            account.content += words.characters();
            // A row that goes on with another is compared together with it.
            let head = joined.get(&id).copied().unwrap_or(id);
            match groups.get_mut(&head) {
                Some(group) => group.add(words),
                None => {
                    groups.insert(head, RowGroup::of(&piece.table, row, words));
                }
            }
        }
    }
    for (id, group) in &groups {
        match became.get(id) {
            Some(became) => {
                counts.add(became);
                let written = files.row(became, &place(reading, group.table, group.row));
                faults.extend(group.differences(reading, Some(&written)));
            }
            // A row that is neither: nothing of it can be in the files.
            None => faults.extend(group.differences(reading, None)),
        }
    }
    // The heads of appendices are parts without a row.
    counts.parts += reading.outline.headings;
    if counts.all() != files.counts() {
        let fault = Diagnostic::new(Code::ImportLost).with("file", &reading.document.name);
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

/// The fault of a reader that lost something between the document and its tables.
fn lost_by_the_reader(reading: &Reading) -> Diagnostics {
    let block = |block: &Block| match block {
        Block::Text(lines) => lines.iter().map(|line| text::visible(line)).collect::<String>(),
        Block::Table(table) => {
            table.rows.iter().map(words).map(|row| text::visible(&row)).collect()
        }
    };
    let read: String = reading.document.manuscript.blocks.iter().map(block).collect();
    if read == reading.document.manuscript.visible {
        return Diagnostics::new();
    }
    let (expected, found) =
        account_rows::first_difference(&reading.document.manuscript.visible, &read);
    let fault = Diagnostic::new(Code::ImportLost).with("file", &reading.document.name);
    fault.with("expected", expected).with("found", found).into()
}

/// What stands outside the plan's tables.
fn outside(reading: &Reading) -> Account {
    let mut outside: Vec<String> = Vec::new();
    for block in &reading.document.manuscript.blocks {
        match block {
            Block::Text(lines) => outside.extend(lines.iter().cloned()),
            Block::Table(table) if !reading.tables.has(table) => outside.extend(rows(table)),
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

fn characters(row: &Row) -> usize {
    row.cells.iter().map(|cell| text::visible(&cell.text()).chars().count()).sum()
}

fn place(reading: &Reading, table: &Table, row: &Row) -> String {
    Origin::of(&reading.document.name, table, row, None).place()
}
