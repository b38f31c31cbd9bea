//! What the document says of itself around its table, by the form that offices print: Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! 1. [`surroundings`] lays out the lines around the table, cell by cell, and parts what stands on one line.
//! 2. Each part of the form has its reader: [`number`], [`date`], [`issuer`], [`title`], [`signer`], and [`attached`] for the
//!    line in brackets above an appendix.
//! 3. Each fact keeps the words that it rests on. What is not printed in its place stays absent; where the document
//!    prints two different things, both are kept, and neither counts.
//!
//! The body of the document is not read: a number or a date within its sentences is another document's.

mod attached;
mod date;
mod issuer;
mod number;
mod signer;
mod surroundings;
mod title;

use super::table::{Manuscript, Row, Table};
use crate::text;
use date::DateLine;
use issuer::Issuer;
use surroundings::Line;

/// A fact of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// "Số, ký hiệu".
    Number,
    /// "Kế hoạch".
    Type,
    /// Trích yếu.
    Summary,
    /// The type and the trích yếu, as printed one below the other.
    Title,
    /// Who issued it.
    Issuer,
    /// The province.
    Place,
    /// The day, or what is printed of it.
    Issued,
    /// Who signed it.
    Signer,
    /// In which office.
    SignerRole,
    /// The document that it is attached to.
    AttachedTo,
    /// The period of the whole plan.
    Period,
}

/// A fact that the document prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which one.
    pub fact: Fact,
    /// What it is.
    pub value: String,
    /// The words of the document that it rests on.
    pub words: String,
}

impl Fact {
    /// Its key in `plan.md`.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Type => "type",
            Self::Summary => "abstract",
            Self::Title => "title",
            Self::Issuer => "issuer",
            Self::Place => "place",
            Self::Issued => "issued",
            Self::Signer => "signer",
            Self::SignerRole => "signer_role",
            Self::AttachedTo => "attached_to",
            Self::Period => "period",
        }
    }
}

impl Found {
    fn new(fact: Fact, value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { fact, value: value.into(), words: words.into() }
    }
}

/// The facts of a document; of one fact there may be several, where the document prints several.
#[derive(Debug, Clone, Default)]
pub(super) struct TitleBlock {
    found: Vec<Found>,
}

/// What the document prints of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence<'b> {
    /// Nothing.
    Nothing,
    /// One thing.
    One(&'b Found),
    /// Two that differ.
    Two(&'b Found, &'b Found),
}

impl TitleBlock {
    /// What is printed of a fact.
    pub(super) fn of(&self, fact: Fact) -> Evidence<'_> {
        let mut of_fact = self.found.iter().filter(|found| found.fact == fact);
        let Some(first) = of_fact.next() else { return Evidence::Nothing };
        match of_fact.find(|other| text::name_key(&other.value) != text::name_key(&first.value)) {
            Some(second) => Evidence::Two(first, second),
            None => Evidence::One(first),
        }
    }
}

/// Reads what stands around the chosen tables, given by their places in the document; of the first of them the rows
/// before its header stand around it, too.
pub(super) fn read(manuscript: &Manuscript, chosen: &[usize], header_place: usize) -> TitleBlock {
    let lines = surroundings::lines(manuscript, chosen, header_place);
    let before: Vec<Line> = lines.iter().filter(|line| line.is_before).cloned().collect();
    let title = title::find(&before);
    let head_end = title.as_ref().map_or(before.len(), |title| title.place);
    let head = before.get(..head_end).unwrap_or_default();
    let dates: Vec<DateLine> = head.iter().filter_map(|line| DateLine::read(&line.text)).collect();
    let mut found: Vec<Found> = head.iter().filter_map(number::of_line).collect();
    found.extend(title.iter().flat_map(title::Title::facts));
    found.extend(dates.iter().filter_map(DateLine::fact));
    let attached = attached::find(&lines);
    let is_form = !found.is_empty() || !attached.is_empty() || lines.iter().any(Line::is_motto);
    let issuer = issuer::find(head).filter(|_| is_form);
    found.extend(issuer.iter().map(Issuer::fact));
    let of_appendices: Vec<Found> =
        attached.iter().flat_map(|attached| attached.facts(&found)).collect();
    // "Năm 2022" in the head, and the very day in an appendix: the day says more.
    found.retain(|of_head| !of_appendices.iter().any(|other| other.says_more_than(of_head)));
    found.extend(of_appendices);
    found.extend(issuer::place(issuer.as_ref(), &found, &dates));
    found.extend(signer::find(&lines));
    TitleBlock { found }
}

/// Whether a table is nothing but a part of the form: the head with the motto, or the foot with "Nơi nhận".
pub(super) fn is_form(table: &Table) -> bool {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_blank()).collect();
    let first = |row: &Row| row.cells.iter().find_map(|cell| cell.lines.first().cloned());
    let begins = rows.first().and_then(|row| first(row)).unwrap_or_default();
    let is_head =
        rows.len() <= MOST_ROWS && surroundings::lines_of(table).iter().any(Line::is_motto);
    is_head || (rows.len() <= MOST_ROWS && text::fold(&begins).starts_with("noi nhan"))
}

/// The head and the foot of the form have no more rows.
const MOST_ROWS: usize = 8;

impl Found {
    /// Whether another one says the same date less exactly.
    fn says_more_than(&self, other: &Self) -> bool {
        let longer =
            self.value.strip_prefix(other.value.as_str()).is_some_and(|rest| rest.starts_with('-'));
        self.fact == Fact::Issued && other.fact == Fact::Issued && longer
    }
}
