//! Reader of separated values: `.csv` with commas or semicolons, `.tsv` with tabs.
//!
//! 1. [`quotes`] looks at the text for each separator that it may have: where its cells end, and which quotes are none.
//! 2. The first separator with which a header is understood is taken, else the first with which the text is a table at all: three
//!    columns in nearly all rows.
//! 3. The csv crate reads the cells. What they must add up to was worked out before, in step 1.
//!
//! Titles above the header are rows of the table. What is no table is left to [`plain`](super::plain).

mod quotes;

use std::collections::BTreeMap;

use super::choices::Choices;
use super::columns;
use super::table::{Block, Breaks, Cell, Manuscript, Row, Table};
use quotes::Quotes;

/// In the order in which they are tried: a comma stands in prose, a tab nowhere else.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// So many columns make a table even where no header is understood.
const COLUMNS: usize = 3;

/// The table that a text is; nothing when it is none.
#[must_use]
pub fn read(text: &str, choices: &Choices) -> Option<Manuscript> {
    let text = text.trim_start_matches('\u{feff}');
    let (separators, text) = match declared(text) {
        Some((separator, rest)) => (vec![separator], rest),
        None => (SEPARATORS.to_vec(), text),
    };
    let looked_at = separators.into_iter().filter(|separator| text.contains(*separator));
    let readings: Vec<Reading> =
        looked_at.filter_map(|separator| Reading::of(text, separator, choices)).collect();
    let best = readings.iter().find(|reading| reading.has_header);
    let best = best.or_else(|| readings.iter().find(|reading| reading.columns >= COLUMNS));
    best.map(|reading| reading.manuscript.clone())
}

/// Whether a table of a manuscript has a header that is understood.
pub(super) fn has_header(manuscript: &Manuscript, choices: &Choices) -> bool {
    manuscript.tables().any(|table| columns::find(&table.rows, choices).is_some())
}

/// The separator that a first line declares for Excel, and the text below: `sep=;`.
fn declared(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut letters = first.trim_end_matches('\r').strip_prefix("sep=")?.chars();
    let separator = letters.next().filter(char::is_ascii)?;
    letters.next().is_none().then_some((separator, rest))
}

/// A text by one separator.
struct Reading {
    manuscript: Manuscript,
    has_header: bool,
    /// How many columns nearly all rows have.
    columns: usize,
}

impl Reading {
    /// Nothing when most rows differ in length, or a row is longer than a plan's.
    fn of(text: &str, separator: char, choices: &Choices) -> Option<Self> {
        let quotes = Quotes::read(text, separator)?;
        let rows = rows(&quotes, separator);
        let header = columns::find(&rows, choices);
        // Above the header stand titles, each alone in its row.
        let first = header.as_ref().map_or(0, |(place, _)| *place);
        let columns = usual_length(rows.get(first..).unwrap_or_default())?;
        let rows = without_blank_ends(rows);
        let table = Table { index: 1, name: None, breaks: Breaks::Printed, rows };
        let manuscript = Manuscript {
            blocks: vec![Block::Table(table)],
            visible: quotes.visible,
            ..Manuscript::default()
        };
        Some(Self { manuscript, has_header: header.is_some(), columns })
    }
}

/// The rows that hold something, as the csv crate cuts them; each has the number that a spreadsheet shows beside it.
fn rows(quotes: &Quotes, separator: char) -> Vec<Row> {
    let Ok(separator) = u8::try_from(separator) else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(quotes.sound.as_bytes());
    let records = reader.records().filter_map(Result::ok).zip(&quotes.places);
    let row = |(record, place): (csv::StringRecord, &usize)| Row {
        index: *place,
        cells: record.iter().map(|cell| Cell::of(&cell.replace('\r', "\n"))).collect(),
    };
    records.map(row).filter(|row| !row.is_blank()).collect()
}

/// The length of most rows, if more than half of at least two have it and it is more than one.
fn usual_length(rows: &[Row]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_default() += 1;
    }
    let (length, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (rows.len() > 1 && length > 1 && count * 2 > rows.len()).then_some(length)
}

/// The rows without the columns at the right that are blank in all of them.
fn without_blank_ends(mut rows: Vec<Row>) -> Vec<Row> {
    let filled = |row: &Row| row.cells.iter().rposition(|cell| !cell.is_blank());
    let width = rows.iter().filter_map(filled).max().map_or(0, |last| last + 1);
    for row in &mut rows {
        row.cells.truncate(width);
    }
    rows
}
