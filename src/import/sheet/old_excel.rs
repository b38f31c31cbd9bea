//! Excel's sheets of before 2007, `.xls`: calamine reads the values, [`old_excel_records`](super::old_excel_records) what they need
//! to be printed right and read safely.
//!
//! calamine lays a sheet out as a grid. So the records are looked at first: a sheet whose cells lie too far apart is refused
//! before a grid is made of it. Pictures are not looked for.

use std::io::{Cursor, Read};

use calamine::{Reader, Xls, XlsError};

use super::excel::tabs;
use super::excel_values::{contained, printed, region};
use super::number_format::NumberFormat;
use super::old_excel_records::{SheetRecords, Workbook};
use super::{Room, Sheet, broken, too_large};
use crate::diagnostic::{Code, Diagnostic};
use crate::import::limits;

/// The cells of a whole sheet, which is more than calamine may make room for; no memory is used for what is blank.
const LARGEST: usize = 65_536 * 256;

/// The sheets of a workbook.
pub(super) fn read(document: &[u8], file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let stream = contained(file, || stream(document, file))?;
    let Some(records) = Workbook::read(&stream) else {
        return Err(Diagnostic::new(Code::ImportPassword).with("file", file));
    };
    if records.walked > stream.len() {
        return Err(broken(file, "BoundSheet8"));
    }
    let grids = records.sheets.iter().map(SheetRecords::grid);
    let cells = grids.fold(0, usize::saturating_add);
    if cells > limits::CELLS {
        return Err(too_large(file, "cells", cells, limits::CELLS));
    }
    for sheet in &records.sheets {
        if sheet.claimed > LARGEST {
            return Err(too_large(file, "cells", sheet.claimed, LARGEST));
        }
    }
    contained(file, || workbook(document, &records, file))
}

/// The bytes of the workbook in the compound file.
fn stream(document: &[u8], file: &str) -> Result<Vec<u8>, Diagnostic> {
    let compound = cfb::CompoundFile::open(Cursor::new(document));
    let mut compound = compound.map_err(|error| broken(file, error))?;
    let name = if compound.is_stream("Workbook") { "Workbook" } else { "Book" };
    let stream = compound.open_stream(name).map_err(|error| broken(file, error))?;
    let mut bytes = Vec::new();
    stream.take(limits::ENTRY).read_to_end(&mut bytes).map_err(|error| broken(file, error))?;
    Ok(bytes)
}

fn workbook(document: &[u8], records: &Workbook, file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let fault = |error: XlsError| match error {
        XlsError::Password => Diagnostic::new(Code::ImportPassword).with("file", file),
        error => broken(file, error),
    };
    let mut workbook = Xls::new(Cursor::new(document)).map_err(fault)?;
    // Charts and macros have records, too: a sheet's are found by its place among all tabs.
    let places: Vec<String> =
        workbook.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
    let mut sheets = tabs(workbook.sheets_metadata(), file)?;
    let mut room = Room::of(file);
    let nothing = SheetRecords::default();
    let plain = NumberFormat::default();
    for sheet in &mut sheets {
        let place = places.iter().position(|name| *name == sheet.name);
        let records_of_sheet =
            place.and_then(|place| records.sheets.get(place)).unwrap_or(&nothing);
        sheet.hidden_rows.clone_from(&records_of_sheet.hidden_rows);
        sheet.hidden_columns.clone_from(&records_of_sheet.hidden_columns);
        sheet.asides = records_of_sheet.notes.asides(&sheet.name);
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(fault)?;
        sheet.merged = merged.iter().map(region).collect();
        let values = workbook.worksheet_range(&sheet.name).map_err(fault)?;
        let (top, left) = values.start().unwrap_or_default();
        for (row, column, value) in values.used_cells() {
            let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            let style = records_of_sheet.styles.get(&(row, column));
            let format = style.and_then(|style| records.formats.get(usize::from(*style)));
            sheet.keep(row, column, &printed(value, format.unwrap_or(&plain)), &mut room)?;
        }
    }
    Ok(sheets)
}
