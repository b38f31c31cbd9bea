//! The rows of a table by the roles of their cells. A row that fits no pattern becomes a fault; none is passed over.

use super::columns::Header;
use super::fit::{Features, SEVERE};
use super::lines;
use super::origin::Origin;
use super::table::{Breaks, Cell, Row, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Column, Period};

/// A row of the plan.
#[derive(Debug, Clone)]
pub(super) struct PlanRow {
    /// Its place in the table, from 1.
    pub(super) index: usize,
    pub(super) origin: Origin,
    pub(super) number: String,
    /// Where the number stands, for faults.
    pub(super) number_column: usize,
    pub(super) paragraphs: Vec<String>,
    /// Lines of agencies, items of a list kept apart.
    pub(super) lead: Vec<String>,
    pub(super) coordinating: Vec<String>,
    pub(super) period: String,
    /// Further columns by their names, blank cells left out.
    pub(super) extra: Vec<(String, String)>,
}

/// Why a row is no part of the plan's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// It stands above the header.
    AboveHeader,
    /// It is the header, or repeats it.
    Header,
    /// It counts the columns.
    Counting,
    /// Nothing stands in it.
    Blank,
}

/// The rows of a table, told apart.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) plan: Vec<PlanRow>,
    /// Rows that are left out, by their places in the table.
    pub(super) left_out: Vec<(usize, LeftOut)>,
    pub(super) diagnostics: Diagnostics,
}

impl PlanRow {
    /// Whether it only has a number and a text, as titles do.
    pub(super) fn is_bare(&self) -> bool {
        self.lead.is_empty()
            && self.coordinating.is_empty()
            && self.period.is_empty()
            && self.extra.is_empty()
    }

    /// Its text on one line.
    pub(super) fn title(&self) -> String {
        self.paragraphs.join(" ")
    }
}

/// Reads the rows below a header.
pub(super) fn read(file: &str, table: &Table, header_place: usize, header: &Header) -> Rows {
    let mut rows = Rows::default();
    for (place, row) in table.rows.iter().enumerate() {
        let origin = Origin::of(file, table, row, Some(header));
        if let Some(reason) = left_out(place, row, header_place, header) {
            rows.left_out.push((row.index, reason));
        } else if let Some(fault) = misfit(row, header, &origin) {
            rows.diagnostics.push(fault);
        } else {
            if let Some(warning) = lacking(row, header, &origin) {
                rows.diagnostics.push(warning);
            }
            rows.plan.push(plan_row(row, header, table.breaks, origin));
        }
    }
    rows
}

fn left_out(place: usize, row: &Row, header_place: usize, header: &Header) -> Option<LeftOut> {
    let first_row = place == header_place + 1;
    if place == header_place || header.is_repeated_by(&row.cells) {
        Some(LeftOut::Header)
    } else if place < header_place {
        Some(LeftOut::AboveHeader)
    } else if row.is_blank() {
        Some(LeftOut::Blank)
    } else if first_row && header.is_counted_by(&row.cells) {
        Some(LeftOut::Counting)
    } else {
        None
    }
}

/// How many cells a row has, blank ones behind the last column left out.
fn length(row: &Row, header: &Header) -> usize {
    let width = header.columns.len();
    let beyond = row.cells.iter().skip(width).rposition(|cell| !cell.is_blank());
    beyond.map_or(row.cells.len().min(width), |place| width + place + 1)
}

/// The fault of a row that cannot be read.
fn misfit(row: &Row, header: &Header, origin: &Origin) -> Option<Diagnostic> {
    let fault = || Diagnostic::new(Code::RowNotUnderstood).with("row", origin.place());
    let width = header.columns.len();
    let length = length(row, header);
    let counted =
        || fault().at(&origin.row_span()).with("found", row.cells.len()).with("expected", width);
    if length > width {
        return Some(counted());
    }
    for (place, (cell, column)) in row.cells.iter().zip(&header.columns).enumerate() {
        let text = cell.text();
        if Features::of(&text).misfit(column.role) >= SEVERE {
            if length < width && length != title_length(header) {
                return Some(counted());
            }
            let fault = fault().at(&origin.span(place, &text)).with("column", &column.name);
            return Some(if text.is_empty() { fault } else { fault.with("text", short(&text)) });
        }
    }
    (length < title_length(header)).then(counted)
}

/// The warning of a row that lacks cells but can be read.
fn lacking(row: &Row, header: &Header, origin: &Origin) -> Option<Diagnostic> {
    let (width, length) = (header.columns.len(), length(row, header));
    (length < width && length != title_length(header)).then(|| {
        Diagnostic::new(Code::RowCells)
            .at(&origin.row_span())
            .with("row", origin.place())
            .with("found", length)
            .with("expected", width)
    })
}

/// How many cells a row has that is only a number and a title.
fn title_length(header: &Header) -> usize {
    header.place(Column::Text).map_or(1, |place| place + 1)
}

fn plan_row(row: &Row, header: &Header, breaks: Breaks, origin: Origin) -> PlanRow {
    let blank = Cell::default();
    let cell =
        |role: Column| header.place(role).and_then(|place| row.cells.get(place)).unwrap_or(&blank);
    let extra = header.columns.iter().zip(&row.cells).filter(|(column, _)| column.role.is_none());
    PlanRow {
        index: row.index,
        origin,
        number: lines::one(cell(Column::Number)),
        number_column: header.place(Column::Number).unwrap_or_default(),
        paragraphs: lines::paragraphs(cell(Column::Text), breaks),
        lead: lines::agency_lines(cell(Column::Lead), breaks),
        coordinating: lines::agency_lines(cell(Column::Coordinating), breaks),
        period: period(cell(Column::Period), breaks),
        extra: extra
            .filter(|(_, cell)| !cell.is_blank())
            .map(|(column, cell)| (column.name.clone(), lines::paragraphs(cell, breaks).join("\n")))
            .collect(),
    }
}

/// A period on one line, unless only its lines make sense of it: two quarters, one under the other.
fn period(cell: &Cell, breaks: Breaks) -> String {
    let line = lines::one(cell);
    let lines = cell.lines.join("\n");
    let by_lines = !Period::read(&line).understood() && Period::read(&lines).understood();
    if breaks == Breaks::Printed || by_lines { lines } else { line }
}

/// The beginning of a cell, for messages.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    crate::text::excerpt(text, LONGEST)
}
