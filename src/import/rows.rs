//! The rows of the plan's tables by the roles of their cells. A row that fits no pattern becomes a fault; none is passed
//! over.
//!
//! 1. Rows that hold no words of the plan are [left out](super::left_out), each with its reason.
//! 2. The others are [put together](super::whole_rows): spans, repeated titles, page breaks.
//! 3. Each cell is judged by its column ([`fit`](super::fit)) and read by its role.

use super::columns::Header;
use super::continued::{self, Continued};
use super::covers::Covers;
use super::fit::Features;
use super::left_out::{self, LeftOut};
use super::lines;
use super::origin::Origin;
use super::plan_tables::{Piece, PlanTables};
use super::table::{Breaks, Cell, Row};
use super::title_block::foot;
use super::whole_rows::{CellsLeftOut, Extent, RowId, WholeRow};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Column, Period};

/// A row of the plan.
#[derive(Debug, Clone)]
pub(super) struct PlanRow {
    pub(super) id: RowId,
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
    /// Cells that print something else than what was read: a word for "as above", or nothing.
    pub(super) printed: Vec<(Column, String)>,
    /// Whether its text takes the whole row, as a title's.
    pub(super) extent: Extent,
    /// Whether its number is that of the row above, which spans both.
    pub(super) shares_number: bool,
    /// The place of its table among the plan's.
    pub(super) piece: usize,
}

/// The rows of a plan's tables, told apart.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) plan: Vec<PlanRow>,
    /// Rows that are left out.
    pub(super) left_out: Vec<(RowId, LeftOut)>,
    /// Cells that are left out.
    pub(super) cells_left_out: CellsLeftOut,
    /// Rows that go on with another one, each with that one.
    pub(super) joined: Vec<(RowId, RowId)>,
    pub(super) diagnostics: Diagnostics,
}

impl Rows {
    /// Leaves out cells, also of the rows that go on with theirs: such a cell may be printed in several parts.
    pub(super) fn leave_out(&mut self, cells: &CellsLeftOut) {
        for ((id, column), reason) in cells {
            let joined = self.joined.iter().filter(|(_, whole)| whole == id).map(|(part, _)| *part);
            let parts = std::iter::once(*id).chain(joined);
            self.cells_left_out.extend(parts.map(|part| ((part, *column), *reason)));
        }
    }
}

impl PlanRow {
    /// Whether it only has a number and a text, as titles do.
    pub(super) fn is_bare(&self) -> bool {
        self.extra.is_empty() && self.is_bare_but_for_extra()
    }

    /// The same, whatever the plan's own columns say.
    pub(super) fn is_bare_but_for_extra(&self) -> bool {
        self.lead.is_empty()
            && self.coordinating.is_empty()
            && self.period.is_empty()
            && self.printed.iter().all(|(_, cell)| cell.is_empty())
    }

    /// Its text on one line.
    pub(super) fn title(&self) -> String {
        self.paragraphs.join(" ")
    }
}

/// Reads the rows of a plan's tables.
pub(super) fn read(file: &str, tables: &PlanTables) -> Rows {
    let header = &tables.header;
    let mut rows = Rows::default();
    let mut whole: Vec<(usize, WholeRow)> = Vec::new();
    for (place, piece) in tables.pieces.iter().enumerate() {
        // What stands above an appendix does not go on in it.
        let open = if piece.appendix.is_some() { whole.len() } else { 0 };
        for row in piece_rows(piece, header, &mut rows) {
            let above = whole.get_mut(open..).and_then(<[_]>::last_mut);
            match above.and_then(|(_, above)| Some((continued::how(above, &row, header)?, above))) {
                Some((how, above)) => above.join(row, how, header),
                None => whole.push((place, row)),
            }
        }
    }
    for (place, mut row) in whole {
        let Some(piece) = tables.pieces.get(place) else { continue };
        row.give_to_roles(header);
        add(file, piece, place, &row, header, &mut rows);
    }
    rows
}

/// The rows of a table that are the plan's; those that are not go to `rows`.
fn piece_rows(piece: &Piece, header: &Header, rows: &mut Rows) -> Vec<WholeRow> {
    let table = &piece.table;
    let covers = Covers::of(&table.rows);
    let own = piece.header.clone().unwrap_or(0..0);
    let foot = own.end + foot::place(table.rows.get(own.end..).unwrap_or_default());
    let notes = first_note(table.rows.get(..foot).unwrap_or_default());
    let mut whole = Vec::new();
    let mut place = 0;
    let mut behind_header = false;
    while let Some(row) = table.rows.get(place) {
        let id = RowId { table: table.index, row: row.index };
        let below = || table.rows.iter().skip(place).map(|row| row.cells.as_slice());
        let repeated = if place < own.end { 0 } else { header.repeated_by(below()) };
        let reason = if place < own.start {
            Some(LeftOut::AboveHeader)
        } else if place < own.end || repeated > 0 {
            Some(LeftOut::Header)
        } else if row.is_blank() {
            Some(LeftOut::Blank)
        } else if behind_header && header.is_counted_by(&row.cells) {
            Some(LeftOut::Counting)
        } else if place >= foot {
            Some(LeftOut::Foot)
        } else if place >= notes {
            Some(LeftOut::Note)
        } else if left_out::is_page(
            &row.cells,
            header.place(Column::Number),
            next_number(&whole, header),
        ) {
            Some(LeftOut::Page)
        } else if is_sum(row, header) {
            Some(LeftOut::Sum)
        } else {
            None
        };
        match reason {
            Some(LeftOut::Header) => {
                for row in table.rows.iter().skip(place).take(repeated.max(1)) {
                    rows.left_out
                        .push((RowId { table: table.index, row: row.index }, LeftOut::Header));
                }
            }
            Some(reason) => rows.left_out.push((id, reason)),
            None => {
                let (row, repeated) =
                    WholeRow::of(id, place, &table.rows, &covers, header, own.end);
                let cells = repeated.into_iter().map(|column| ((id, column), LeftOut::Repeated));
                rows.cells_left_out.extend(cells);
                whole.push(row);
            }
        }
        behind_header = reason == Some(LeftOut::Header);
        place += repeated.max(1);
    }
    whole
}

/// The number that the rows come to next, where they are counted by one number.
fn next_number(rows: &[WholeRow], header: &Header) -> usize {
    let last = rows.iter().rev().find_map(|row| row.own(header.place(Column::Number)));
    last.and_then(|cell| cell.text().trim_matches(['.', ')']).parse().ok())
        .map_or(1, |n: usize| n.saturating_add(1))
}

/// The place of the first of the notes that end a table.
fn first_note(rows: &[Row]) -> usize {
    let behind =
        rows.iter().rev().take_while(|row| row.is_blank() || left_out::is_note(&row.cells));
    rows.len() - behind.count()
}

/// Whether a row only adds up others: nobody is to do it.
fn is_sum(row: &Row, header: &Header) -> bool {
    let blank = |role: Column| {
        let cell = header.place(role).and_then(|place| row.cells.get(place));
        let text = cell.map(Cell::text).unwrap_or_default();
        !text.contains(char::is_alphabetic) || left_out::is_sum(&[Cell::of(&text)])
    };
    left_out::is_sum(&row.cells) && blank(Column::Lead) && blank(Column::Coordinating)
}

/// Reads a row, or says why it cannot be read.
fn add(
    file: &str,
    piece: &Piece,
    place: usize,
    whole: &WholeRow,
    header: &Header,
    rows: &mut Rows,
) {
    let row = Row { index: whole.id.row, cells: whole.cells.clone() };
    let origin = Origin::of(file, &piece.table, &row, Some(header));
    rows.diagnostics.extend(joints(whole, &origin));
    rows.joined.extend(whole.joined.iter().map(|(id, _)| (*id, whole.id)));
    if let Some(fault) = misfit(&row, header, &origin) {
        rows.diagnostics.push(fault);
        return;
    }
    if let Some(warning) = lacking(&row, header, &origin) {
        rows.diagnostics.push(warning);
    }
    rows.plan.push(plan_row(whole, place, header, piece.table.breaks, origin));
}

/// A note for each row that goes on with another.
fn joints(whole: &WholeRow, origin: &Origin) -> Diagnostics {
    let note = |(id, how): &(RowId, Continued)| {
        let how = match how {
            Continued::Cut => "cut",
            Continued::Shared => "shared",
        };
        // The rest of a row may stand in the table behind a page break.
        let place = if id.table == whole.id.table {
            origin.place_of(id.row)
        } else {
            format!("bảng {}, dòng {}", id.table, id.row)
        };
        Diagnostic::new(Code::RowJoined)
            .at(&origin.row_span())
            .with(how, place)
            .with("row", origin.place())
    };
    whole.joined.iter().map(note).collect()
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
        if !Features::of(&text).fits(column.role) {
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

fn plan_row(
    whole: &WholeRow,
    piece: usize,
    header: &Header,
    breaks: Breaks,
    origin: Origin,
) -> PlanRow {
    let blank = Cell::default();
    let cell = |role: Column| whole.cell(header.place(role)).unwrap_or(&blank);
    let extra = header.columns.iter().zip(&whole.cells).filter(|(column, _)| column.role.is_none());
    let number = cell(Column::Number);
    PlanRow {
        id: whole.id,
        origin,
        number: whole.number.clone().unwrap_or_else(|| lines::one(number)),
        number_column: header.place(Column::Number).unwrap_or_default(),
        paragraphs: lines::paragraphs(cell(Column::Text), breaks),
        lead: lines::agency_lines(cell(Column::Lead), breaks),
        coordinating: lines::agency_lines(cell(Column::Coordinating), breaks),
        period: period(cell(Column::Period), breaks),
        extra: extra
            .filter(|(_, cell)| !cell.is_blank())
            .map(|(column, cell)| (column.name.clone(), lines::paragraphs(cell, breaks).join("\n")))
            .collect(),
        printed: Vec::new(),
        extent: whole.extent,
        shares_number: number.covered.is_some() && !number.is_blank(),
        piece,
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
