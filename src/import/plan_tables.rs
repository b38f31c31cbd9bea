//! Which tables of a document are the plan's: one that is chosen by its columns and rows, and those that go on with it.
//!
//! A document has other tables: the title block, related documents, "Nơi nhận". Every table with a header is weighed by how
//! many of its rows read as tasks and by what its columns say; the heaviest one is the plan's, the first of equals.
//! `--table` chooses another. A table with the same columns belongs to the plan, too, and so does one without a header that
//! follows upon nothing but a page break and has as many columns. A table below a heading of its own ("Phụ lục II") begins
//! an [`Appendix`].

use std::ops::Range;

use super::choices::Choices;
use super::column_words;
use super::columns::Header;
use super::fit::Features;
use super::header::{self, Found};
use super::not_found;
use super::number::Number;
use super::origin::Origin;
use super::table::{Block, Cell, Manuscript, Row, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;

/// The tables of a plan. They have the same columns.
#[derive(Debug, Clone)]
pub(super) struct PlanTables {
    pub(super) header: Header,
    /// In the order of the document.
    pub(super) pieces: Vec<Piece>,
}

/// A table of the plan.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) table: Table,
    /// The rows of its header, if it has one.
    pub(super) header: Option<Range<usize>>,
    /// The appendix that begins with it.
    pub(super) appendix: Option<Appendix>,
}

/// An appendix of the document with rows of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Appendix {
    /// "Phụ lục II", as printed, else the name of the sheet; empty where there is neither.
    pub(super) name: String,
    /// Whether the document calls it an appendix.
    pub(super) heads: bool,
    /// The words behind its name, or below.
    pub(super) title: String,
    /// Its number as the heading says it, else its place among the appendices.
    pub(super) number: Option<u32>,
}

impl PlanTables {
    /// Whether a table of the document is one of them.
    pub(super) fn has(&self, table: &Table) -> bool {
        self.pieces.iter().any(|piece| piece.table.index == table.index)
    }

    /// Their places in the document: "2, 3".
    pub(super) fn places(&self) -> String {
        let places = self.pieces.iter().map(|piece| piece.table.index.to_string());
        places.collect::<Vec<_>>().join(", ")
    }

    /// The same, each for itself.
    pub(super) fn indexes(&self) -> Vec<usize> {
        self.pieces.iter().map(|piece| piece.table.index).collect()
    }

    /// The names of their sheets: "Kế hoạch", "PL1», «PL2".
    pub(super) fn sheets(&self) -> Option<String> {
        let names = self.pieces.iter().map(|piece| piece.table.name.as_deref());
        Some(names.collect::<Option<Vec<&str>>>()?.join("», «"))
    }

    /// Where the first one's header begins; the rows above it stand around the table.
    pub(super) fn header_place(&self) -> usize {
        let header = self.pieces.first().and_then(|piece| piece.header.as_ref());
        header.map_or(0, |header| header.start)
    }

    /// The warning that no column says who leads: it may have a name that no plan was seen to give it.
    pub(super) fn without_lead(&self, file: &str) -> Option<Diagnostic> {
        if self.header.place(Column::Lead).is_some() {
            return None;
        }
        let piece = self.pieces.iter().find(|piece| piece.header.is_some())?;
        let row = piece.table.rows.get(piece.header.as_ref()?.start)?;
        let columns = self.header.columns.iter().map(|column| column.name.as_str());
        let origin = Origin::of(file, &piece.table, row, None);
        let warning = Diagnostic::new(Code::LeadMissing).at(&origin.row_span());
        Some(warning.with("columns", columns.collect::<Vec<_>>().join("; ")))
    }

    /// How many rows they have together.
    pub(super) fn rows(&self) -> usize {
        self.pieces.iter().map(|piece| piece.table.rows.len()).sum()
    }
}

/// The plan's tables.
///
/// # Errors
/// There is no table, none that has a header, or not the one that `chosen` names.
pub(super) fn find(
    manuscript: &Manuscript,
    file: &str,
    chosen: Option<usize>,
    choices: &Choices,
) -> Result<PlanTables, Diagnostics> {
    let count = manuscript.tables().count();
    let wanted = |table: &&Table| chosen.is_none_or(|chosen| chosen == table.index);
    if let Some(chosen) = chosen.filter(|_| !manuscript.tables().any(|table| wanted(&table))) {
        let fault = Diagnostic::new(Code::BadFact).with("option", "--table").with("found", chosen);
        return Err(fault.with("expected", format!("1–{count}")).into());
    }
    let found = manuscript.tables().filter(wanted).filter_map(|table| {
        let found = header::find(&table.rows, choices)?;
        Some((weight(table, &found), table, found))
    });
    // The first one of the heaviest: `max_by_key` would give the last.
    let heaviest = found.reduce(|best, other| if other.0 > best.0 { other } else { best });
    let Some((_, table, found)) = heaviest else {
        let tables: Vec<&Table> = manuscript.tables().filter(wanted).collect();
        return Err(not_found::fault(manuscript, &tables, file));
    };
    let unknown = choices.unknown(&found.header);
    if unknown.has_errors() {
        return Err(unknown);
    }
    let pieces = match chosen {
        Some(_) => vec![Piece { table: table.clone(), header: Some(found.rows), appendix: None }],
        None => pieces(manuscript, table, &found.header, choices),
    };
    Ok(PlanTables { header: found.header, pieces })
}

/// How much speaks for a table: the rows that read as tasks, times what its columns say.
fn weight(table: &Table, found: &Found) -> usize {
    let header = &found.header;
    let filled = |row: &Row, role: Column| {
        let cell = header.place(role).and_then(|place| row.cells.get(place));
        cell.is_some_and(|cell| !cell.is_blank() || cell.covered.is_some())
    };
    let agents = [Column::Lead, Column::Coordinating, Column::Period];
    let is_task =
        |row: &&Row| filled(row, Column::Text) && agents.iter().any(|role| filled(row, *role));
    let tasks = table.rows.iter().skip(found.rows.end).filter(is_task).count();
    let text = header.place(Column::Text).and_then(|place| header.columns.get(place));
    let of_a_plan = text.is_some_and(|column| column_words::is_of_a_plan(&column.name));
    let lead = header.place(Column::Lead).is_some();
    let told = 1 + 2 * usize::from(lead) + 2 * usize::from(of_a_plan);
    tasks * told + 1
}

/// The chosen table and those that go on with it.
fn pieces(
    manuscript: &Manuscript,
    chosen: &Table,
    header: &Header,
    choices: &Choices,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // The words since the last table, and whether that one was the plan's.
    let mut between: Vec<&str> = Vec::new();
    let mut goes_on = false;
    for block in &manuscript.blocks {
        let table = match block {
            Block::Text(lines) => {
                between.extend(lines.iter().map(String::as_str));
                continue;
            }
            Block::Table(table) => table,
        };
        let own = header::find(&table.rows, choices);
        let same = own.as_ref().filter(|found| found.header.has_columns_of(header));
        let rest = own.is_none() && goes_on && is_rest(table, header, &between);
        if table.index == chosen.index || same.is_some() || rest {
            let rows = same.map(|found| found.rows.clone());
            let appendix = appendix(table, &between, rows.as_ref(), header);
            pieces.push(Piece { table: table.clone(), header: rows, appendix });
            goes_on = true;
        } else {
            goes_on = false;
        }
        between.clear();
    }
    without_a_single_appendix(pieces)
}

/// Where only one appendix holds the plan, its heading parts nothing.
fn without_a_single_appendix(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let begun = pieces.iter().filter(|piece| piece.appendix.is_some()).count();
    let first = pieces.first().is_some_and(|piece| piece.appendix.is_some());
    if begun == 1 && first {
        for piece in &mut pieces {
            piece.appendix = None;
        }
    }
    pieces
}

/// Whether a table without a header is the rest of the table before it: nothing but a page's number stands between them, and
/// every row of it can stand below the header.
fn is_rest(table: &Table, header: &Header, between: &[&str]) -> bool {
    let width = header.columns.len();
    let page = |line: &&str| super::left_out::is_page_number(line);
    let fits = |row: &Row| {
        let cells = row.cells.iter().zip(&header.columns);
        let severe = |(cell, column): (&Cell, &super::columns::HeaderColumn)| {
            cell.covered.is_none() && !Features::of(&cell.text()).fits(column.role)
        };
        row.cells.len() == width && (row.is_blank() || cells.filter(|c| severe(*c)).count() <= 1)
    };
    width > 2 && between.iter().all(page) && table.rows.iter().all(fits)
}

/// Whether a table that was left out could hold tasks: a title block, a list of attributes and the signatures have two
/// columns, and none of them is headed.
pub(super) fn may_be_a_plan(table: &Table) -> bool {
    const WIDEST: usize = 2;
    let wide = table.rows.iter().any(|row| row.cells.len() > WIDEST);
    wide || header::find(&table.rows, &Choices::default()).is_some()
}

/// The appendix that begins with a table: below a heading of its own, or where its numbers begin anew.
fn appendix(
    table: &Table,
    between: &[&str],
    rows: Option<&Range<usize>>,
    header: &Header,
) -> Option<Appendix> {
    let rows = rows?;
    let above = table.rows.get(..rows.start).unwrap_or_default();
    let above: Vec<String> = above.iter().flat_map(|row| &row.cells).map(Cell::text).collect();
    let sheet = table.name.as_deref().into_iter();
    let lines = between.iter().copied().chain(above.iter().map(String::as_str)).chain(sheet);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let found = lines.iter().enumerate().find_map(|(place, line)| Some((place, heading(line)?)));
    if let Some((place, appendix)) = found {
        let below = lines.get(place + 1).filter(|line| !line.starts_with('('));
        let below = below.filter(|_| appendix.title.is_empty()).map(|line| (*line).to_owned());
        let title = below.unwrap_or(appendix.title);
        return Some(Appendix { title, ..appendix });
    }
    let place = header.place(Column::Number)?;
    let cells = table.rows.iter().skip(rows.end).filter_map(|row| row.cells.get(place));
    let first = cells.map(counted).find(|path| !path.is_empty())?;
    let begins = first.iter().all(|number| *number == 1);
    let name = table.name.clone().unwrap_or_default();
    begins.then(|| Appendix { name, ..Appendix::default() })
}

/// The number by which a cell counts its row, also before the words of a title; none in a dash, nor in "(1)" below a header.
fn counted(cell: &Cell) -> Vec<u32> {
    let text = cell.text();
    let number = Number::split_off(&text).map_or(text.as_str(), |(number, _)| number);
    if number.starts_with('(') { Vec::new() } else { Number::of_row(number, 0).path }
}

/// The appendix that a line heads: "Phụ lục II", "PHỤ LỤC SỐ 02: DANH MỤC NHIỆM VỤ".
fn heading(line: &str) -> Option<Appendix> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| text::fold(word)).collect();
    if !matches!(folded.as_slice(), [first, second, ..] if first == "phu" && second.starts_with("luc"))
    {
        return None;
    }
    let numbered = if folded.get(2).is_some_and(|word| word == "so") { 3 } else { 2 };
    let number = words.get(numbered).and_then(|word| {
        let number = Number::read(word);
        number.path.first().copied().filter(|_| number.path.len() == 1)
    });
    let length = if number.is_some() { numbered + 1 } else { 2 };
    let name = words.get(..length)?.join(" ").trim_end_matches([':', '.', ',']).to_owned();
    let title = words.get(length..)?.join(" ").trim_start_matches([':', '-', '–', ' ']).to_owned();
    Some(Appendix { name, heads: true, title, number })
}
