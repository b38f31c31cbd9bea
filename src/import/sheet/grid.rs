//! Tables out of sheets: one a sheet that holds something, columns from A on, blank rows and blank columns at the right left out.
//!
//! A row keeps the number that stands beside it. Of a merged region only the first cell is shown; what other cells of it still
//! hold, nobody sees: such words stay out of the table and are named. Hidden rows, columns and sheets are read as others are.

use std::collections::{BTreeMap, BTreeSet};

use super::{Range, Sheet, Stored, column_letters, place_of_cell, place_of_sheet, too_large};
use crate::diagnostic::Diagnostic;
use crate::import::limits;
use crate::import::table::{
    Aside, AsideKind, Block, Breaks, Cell, Covered, Manuscript, Row, Table,
};
use crate::text;

/// How much of what is hidden is told.
const EXCERPT: usize = 120;

/// What the sheets of a workbook hold.
pub(super) fn manuscript(sheets: &[Sheet], file: &str) -> Result<Manuscript, Diagnostic> {
    let mut manuscript = Manuscript::default();
    let mut cells = 0;
    for (place, sheet) in sheets.iter().enumerate() {
        let covered = covered(sheet, file)?;
        let (beneath, mut shown): (Vec<&Stored>, Vec<&Stored>) =
            sheet.cells.iter().partition(|cell| covered.contains_key(&(cell.row, cell.column)));
        shown.sort_by_key(|cell| (cell.row, cell.column));
        let rows = rows(&shown, &covered);
        cells += rows.iter().map(|row| row.cells.len()).sum::<usize>();
        if cells > limits::CELLS {
            return Err(too_large(file, "cells", cells, limits::CELLS));
        }
        manuscript.asides.extend(asides(place + 1, sheet, &shown, &beneath));
        manuscript.visible.extend(shown.iter().map(|cell| text::visible(&cell.text)));
        if !rows.is_empty() {
            let name = Some(text::one_line(&sheet.name));
            let table = Table { index: place + 1, name, breaks: Breaks::Printed, rows };
            manuscript.blocks.push(Block::Table(table));
        }
    }
    Ok(manuscript)
}

/// The cells of merged regions that are not shown, in rows that hold something; with where their text stands, if any does.
type CoveredCells = BTreeMap<(u32, u32), Option<Covered>>;

fn covered(sheet: &Sheet, file: &str) -> Result<CoveredCells, Diagnostic> {
    let filled: BTreeSet<(u32, u32)> =
        sheet.cells.iter().map(|cell| (cell.row, cell.column)).collect();
    let rows: BTreeSet<u32> = filled.iter().map(|(row, _)| *row).collect();
    let last_row = rows.last().copied().unwrap_or_default();
    let last_column = filled.iter().map(|(_, column)| *column).max().unwrap_or_default();
    let mut covered = CoveredCells::new();
    let mut marked = 0;
    for region in &sheet.merged {
        let (bottom, right) = (region.bottom.min(last_row), region.right.min(last_column));
        if bottom < region.top || right < region.left {
            continue;
        }
        let span = usize::try_from(bottom - region.top).unwrap_or(usize::MAX).saturating_add(1);
        if span > limits::ROW_SPAN {
            return Err(too_large(file, "span", span, limits::ROW_SPAN));
        }
        // Where nothing stands in the first cell, the others have no text to share.
        let shares = filled.contains(&(region.top, region.left));
        for row in rows.range(region.top..=bottom).copied() {
            for column in region.left..=right {
                let first = row == region.top;
                let from = if first { Covered::FromLeft } else { Covered::FromAbove };
                if !first || column != region.left {
                    covered.entry((row, column)).or_insert(shares.then_some(from));
                }
                marked += 1;
            }
            if marked > limits::CELLS {
                return Err(too_large(file, "cells", marked, limits::CELLS));
            }
        }
    }
    Ok(covered)
}

/// The rows that hold something, each as long as the widest.
fn rows(shown: &[&Stored], covered: &CoveredCells) -> Vec<Row> {
    let mut by_row: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    for cell in shown {
        let text = by_row.entry(cell.row).or_default().entry(cell.column).or_default();
        // Two cells of one place, which no program writes: both are kept.
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&cell.text);
    }
    let width = shown.iter().map(|cell| cell.column + 1).max().unwrap_or_default();
    let row = |(row, texts): (u32, BTreeMap<u32, String>)| {
        let cell = |column: u32| match (texts.get(&column), covered.get(&(row, column))) {
            (Some(text), _) => Cell::of(text),
            (None, Some(Some(from))) => Cell::covered(*from),
            (None, _) => Cell::default(),
        };
        let index = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        Row { index, cells: (0..width).map(cell).collect() }
    };
    by_row.into_iter().map(row).collect()
}

/// What of a sheet is hidden, or stands beside its cells.
fn asides(index: usize, sheet: &Sheet, shown: &[&Stored], beneath: &[&Stored]) -> Vec<Aside> {
    let name = place_of_sheet(&sheet.name);
    let hidden = |kind: AsideKind, place: String, words: &str| {
        (place, Aside::of(kind, text::excerpt(&text::one_line(words), EXCERPT)))
    };
    let mut asides = Vec::new();
    if sheet.hidden && !shown.is_empty() {
        let words = words(shown.iter().copied());
        asides.push(hidden(AsideKind::HiddenYetRead, name.clone(), &words));
    }
    for rows in joined(&sheet.hidden_rows) {
        let words = words(shown.iter().copied().filter(|cell| rows.contains(&cell.row)));
        if !words.is_empty() {
            let place = format!("{name}, dòng {}", ends(&rows, |row| (row + 1).to_string()));
            asides.push(hidden(AsideKind::HiddenYetRead, place, &words));
        }
    }
    for columns in joined(&sheet.hidden_columns) {
        let words = words(shown.iter().copied().filter(|cell| columns.contains(&cell.column)));
        if !words.is_empty() {
            let place = format!("{name}, cột {}", ends(&columns, |column| column_letters(*column)));
            asides.push(hidden(AsideKind::HiddenYetRead, place, &words));
        }
    }
    for cell in beneath {
        let place = place_of_cell(&sheet.name, cell.row, cell.column);
        asides.push(hidden(AsideKind::Hidden, place, &cell.text));
    }
    asides.extend(sheet.asides.iter().cloned());
    asides.into_iter().map(|(place, aside)| aside.at(index, place)).collect()
}

/// The words of some cells, as many as an excerpt may need.
fn words<'c>(cells: impl Iterator<Item = &'c Stored>) -> String {
    let mut words = String::new();
    for cell in cells {
        if words.chars().nth(EXCERPT).is_some() {
            break;
        }
        words.push_str(&cell.text);
        words.push(' ');
    }
    words
}

/// Ranges that follow each other as one.
fn joined(ranges: &[Range]) -> Vec<Range> {
    let mut sorted = ranges.to_vec();
    sorted.sort_by_key(|range| *range.start());
    let mut joined: Vec<Range> = Vec::new();
    for range in sorted {
        match joined.last_mut() {
            Some(last) if *range.start() <= last.end().saturating_add(1) => {
                *last = *last.start()..=*range.end().max(last.end());
            }
            _ => joined.push(range),
        }
    }
    joined
}

/// "5", "5–9".
fn ends(range: &Range, name: impl Fn(&u32) -> String) -> String {
    if range.start() == range.end() {
        name(range.start())
    } else {
        format!("{}–{}", name(range.start()), name(range.end()))
    }
}
