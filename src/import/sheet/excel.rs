//! Excel's sheets: `.xlsx` and `.xlsm`, and the binary `.xlsb`, cell after cell and never as a grid.
//!
//! calamine gives values, number formats and merged regions; of a binary workbook it knows neither formats nor regions, so that
//! its numbers are printed plainly. What else is in the archive, [`excel_parts`](super::excel_parts) reads.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};

use super::excel_values::{contained, printed, region};
use super::number_format::NumberFormat;
use super::{Room, Sheet, broken, excel_parts};
use crate::diagnostic::{Code, Diagnostic};
use crate::import::archive::Archive;

/// The sheets of a workbook, whose archive is known to be harmless.
pub(super) fn read(
    document: &[u8],
    file: &str,
    archive: &mut Archive<'_>,
) -> Result<Vec<Sheet>, Diagnostic> {
    if archive.has("xl/workbook.bin") {
        return contained(file, || binary(document, file));
    }
    excel_parts::expect_true_count(archive, file)?;
    let parts = excel_parts::read(archive, file)?;
    let mut sheets = contained(file, || workbook(document, file))?;
    for sheet in &mut sheets {
        if let Some(parts) = parts.get(&sheet.name) {
            sheet.hidden_rows.clone_from(&parts.hidden_rows);
            sheet.hidden_columns.clone_from(&parts.hidden_columns);
            sheet.asides.clone_from(&parts.asides);
        }
    }
    Ok(sheets)
}

fn workbook(document: &[u8], file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let fault = |error: XlsxError| match error {
        XlsxError::Password => Diagnostic::new(Code::ImportPassword).with("file", file),
        error => broken(file, error),
    };
    let mut workbook = Xlsx::new(Cursor::new(document)).map_err(fault)?;
    let mut sheets = tabs(workbook.sheets_metadata(), file)?;
    let mut room = Room::of(file);
    for sheet in &mut sheets {
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(fault)?;
        sheet.merged = merged.iter().map(region).collect();
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        let formats: Vec<NumberFormat> = cells
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref())
            .map(|format| {
                let read = |format: &calamine::NumberFormat| {
                    NumberFormat::read(&format.format_code, format.format_id)
                };
                format.map(read).unwrap_or_default()
            })
            .collect();
        let plain = NumberFormat::default();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(fault)? {
            let (row, column) = cell.get_position();
            let value = Data::from(cell.get_value().clone());
            let text = printed(&value, formats.get(style).unwrap_or(&plain));
            sheet.keep(row, column, &text, &mut room)?;
        }
    }
    Ok(sheets)
}

fn binary(document: &[u8], file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let fault = |error: XlsbError| match error {
        XlsbError::Password => Diagnostic::new(Code::ImportPassword).with("file", file),
        error => broken(file, error),
    };
    let mut workbook = Xlsb::new(Cursor::new(document)).map_err(fault)?;
    let mut sheets = tabs(workbook.sheets_metadata(), file)?;
    let mut room = Room::of(file);
    for sheet in &mut sheets {
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        while let Some(cell) = cells.next_cell().map_err(fault)? {
            let (row, column) = cell.get_position();
            let text = printed(&Data::from(cell.get_value().clone()), &NumberFormat::default());
            sheet.keep(row, column, &text, &mut room)?;
        }
    }
    Ok(sheets)
}

/// The sheets that have cells, still empty.
///
/// # Errors
/// When two have one name, by which calamine could tell only the first.
pub(super) fn tabs(found: &[calamine::Sheet], file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let with_cells = found.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let mut names = BTreeSet::new();
    let tab = |sheet: &calamine::Sheet| {
        if !names.insert(sheet.name.clone()) {
            return Err(broken(file, format!("«{}» × 2", sheet.name)));
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        Ok(Sheet { name: sheet.name.clone(), hidden, ..Sheet::default() })
    };
    with_cells.map(tab).collect()
}
