//! What is said of a document in which no plan was found: what there is instead, and what a person can do.

use super::asides;
use super::origin::Origin;
use super::table::{Aside, AsideKind, Cell, Manuscript, Row, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::text;

/// So many rows of a table could be its header: a title block may stand above it.
const LOOKED_AT: usize = 10;

/// So many tables are shown of a document without a header.
const SHOWN: usize = 3;

/// The fault of a document whose plan was not found, and a warning for each thing beside the text that may hold it.
///
/// It shows the first rows that could be a header; where there are no rows at all, what there is instead.
pub(super) fn fault(manuscript: &Manuscript, tables: &[&Table], file: &str) -> Diagnostics {
    let fault = no_header(tables, file).unwrap_or_else(|| no_table(manuscript, file));
    let mut faults = Diagnostics::from(fault);
    faults.extend(asides::doubts(&manuscript.asides, &[], file));
    faults
}

fn no_table(manuscript: &Manuscript, file: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::ImportNoTable).with("file", file);
    let lines = manuscript.outside().count();
    let is_picture = |aside: &&Aside| aside.kind == AsideKind::Picture;
    let pictures = manuscript.asides.iter().filter(is_picture).count();
    match (pictures, lines) {
        (0, 0) => fault,
        (0, lines) => fault.with("lines", lines),
        (pictures, lines) => fault.with("lines", lines).with("pictures", pictures),
    }
}

/// Nothing where no table has a row.
fn no_header<'t>(tables: &[&'t Table], file: &str) -> Option<Diagnostic> {
    let rows = || tables.iter().flat_map(|table| table.rows.iter().map(move |row| (*table, row)));
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank()).count();
    let widest = |table: &'_ Table| {
        let first =
            table.rows.iter().enumerate().take(LOOKED_AT).filter(|(_, row)| filled(row) > 1);
        // The first one of the widest.
        first
            .max_by_key(|(place, row)| (filled(row), std::cmp::Reverse(*place)))
            .map(|(place, _)| place)
    };
    let candidate = |table: &&'t Table| Some((*table, table.rows.get(widest(table)?)?));
    let candidates: Vec<(&'t Table, &'t Row)> =
        tables.iter().filter_map(candidate).take(SHOWN).collect();
    let first = candidates.first().copied().or_else(|| rows().find(|(_, row)| !row.is_blank()));
    let (table, row) = first?;
    let origin = Origin::of(file, table, row, None);
    let fault = Diagnostic::new(Code::ImportNoHeader).at(&origin.row_span()).with("file", file);
    if candidates.is_empty() {
        return Some(fault);
    }
    let shown = candidates.iter().map(|(table, row)| {
        let names = row.cells.iter().filter(|cell| !cell.is_blank()).map(Cell::text);
        let names = text::excerpt(&names.collect::<Vec<_>>().join(" | "), 120);
        format!("{}: {names}", Origin::of(file, table, row, None).place())
    });
    Some(fault.with("candidates", shown.collect::<Vec<_>>().join("; ")))
}
