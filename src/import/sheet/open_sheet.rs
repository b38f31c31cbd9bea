//! LibreOffice's sheets, `.ods`: the words of a cell stand in the file as they were printed when it was saved.
//!
//! So no number format is needed; only a cell without words is printed from its value. Cells and rows that repeat are written once
//! with a count. calamine is not used here, since it gives neither those words nor merged regions.

use std::collections::BTreeSet;

use super::excel_values::iso_date;
use super::open_cell::{self, Content};
use super::{Region, Room, Sheet, number, place_of_cell, place_of_sheet};
use crate::diagnostic::Diagnostic;
use crate::import::archive::Archive;
use crate::import::namespace::Space;
use crate::import::odt;
use crate::import::xml::{Element, Event, Xml};

/// The sheets of a workbook.
pub(super) fn read(archive: &mut Archive<'_>, file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let content = odt::content(archive, file)?;
    workbook(&mut content.events(), file)
}

fn workbook(xml: &mut Xml<'_>, file: &str) -> Result<Vec<Sheet>, Diagnostic> {
    let mut sheets = Vec::new();
    let mut room = Room::of(file);
    // The styles of hidden tables.
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Style, "style") => style = element.attribute("name").unwrap_or_default(),
            (Space::Style, "table-properties")
                if element.attribute("display").is_some_and(|display| display == "false") =>
            {
                hidden.insert(style.clone());
            }
            // What was changed and is still remembered; it is not shown.
            (Space::Table, "tracked-changes") => xml.skip()?,
            (Space::Table, "table") => {
                let style = element.attribute("style-name").unwrap_or_default();
                let sheet = Sheet {
                    name: element.attribute("name").unwrap_or_default(),
                    hidden: hidden.contains(&style),
                    ..Sheet::default()
                };
                sheets.push(table(xml, sheet, &mut room)?);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// Reads the table that was opened last.
fn table(xml: &mut Xml<'_>, mut sheet: Sheet, room: &mut Room<'_>) -> Result<Sheet, Diagnostic> {
    let (mut row, mut column) = (0_u32, 0_u32);
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Table, "table-column") => {
                let behind = column.saturating_add(repeated(&element, "number-columns-repeated"));
                if is_hidden(&element) {
                    sheet.hidden_columns.push(column..=behind - 1);
                }
                column = behind;
            }
            (Space::Table, "table-row") => {
                let behind = row.saturating_add(repeated(&element, "number-rows-repeated"));
                if is_hidden(&element) {
                    sheet.hidden_rows.push(row..=behind - 1);
                }
                let cells = cells(xml)?;
                // Where nothing stands nothing repeats.
                let last =
                    if cells.iter().any(RowCell::holds_something) { behind } else { row + 1 };
                for row in row..last {
                    for cell in &cells {
                        cell.keep(row, &mut sheet, room)?;
                    }
                }
                for cell in cells {
                    let place = place_of_cell(&sheet.name, row, cell.column);
                    let asides = cell.content.asides.into_iter();
                    sheet.asides.extend(asides.map(|aside| (place.clone(), aside)));
                }
                row = behind;
            }
            (Space::Table, "shapes") => {
                let asides = open_cell::drawn(xml)?.into_iter();
                sheet.asides.extend(asides.map(|aside| (place_of_sheet(&sheet.name), aside)));
            }
            _ => {}
        }
    }
    Ok(sheet)
}

/// A cell of a row, and how many columns it stands in.
struct RowCell {
    column: u32,
    columns: u32,
    span: (u32, u32),
    content: Content,
}

/// Reads the row that was opened last; its blank cells are left out.
fn cells(xml: &mut Xml<'_>) -> Result<Vec<RowCell>, Diagnostic> {
    let mut cells = Vec::new();
    let mut column = 0_u32;
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        let (Space::Table, "table-cell" | "covered-table-cell") = element.named() else { continue };
        let columns = repeated(&element, "number-columns-repeated");
        let span = |name| repeated(&element, name);
        let span = (span("number-rows-spanned"), span("number-columns-spanned"));
        let mut content = open_cell::read(xml)?;
        if content.text.is_empty() {
            content.text = value(&element);
        }
        let cell = RowCell { column, columns, span, content };
        column = column.saturating_add(columns);
        if cell.holds_something() || span != (1, 1) || !cell.content.asides.is_empty() {
            cells.push(cell);
        }
    }
    Ok(cells)
}

impl RowCell {
    fn holds_something(&self) -> bool {
        !self.content.text.trim().is_empty()
    }

    /// Puts the cell into a row of the sheet.
    fn keep(&self, row: u32, sheet: &mut Sheet, room: &mut Room<'_>) -> Result<(), Diagnostic> {
        let (rows, columns) = self.span;
        if self.span != (1, 1) {
            let (bottom, right) =
                (row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
            sheet.merged.push(Region { top: row, left: self.column, bottom, right });
        }
        let columns = if self.holds_something() { self.columns } else { 0 };
        for column in self.column..self.column.saturating_add(columns) {
            sheet.keep(row, column, &self.content.text, room)?;
        }
        Ok(())
    }
}

/// How often something stands: at least once.
fn repeated(element: &Element<'_>, name: &str) -> u32 {
    let number = element.number(name).unwrap_or(1);
    u32::try_from(number).unwrap_or(u32::MAX).max(1)
}

fn is_hidden(element: &Element<'_>) -> bool {
    matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"))
}

/// The value of a cell that prints no words.
fn value(cell: &Element<'_>) -> String {
    let number = || cell.attribute("value").and_then(|value| value.parse::<f64>().ok());
    let text = match cell.attribute("value-type").as_deref() {
        Some("percentage") => number().map(|value| format!("{}%", number::plain(value * 100.0))),
        Some("float" | "currency") => number().map(number::plain),
        Some("date") => cell.attribute("date-value").as_deref().map(iso_date),
        Some("time") => cell.attribute("time-value"),
        Some("boolean") => cell.attribute("boolean-value").map(|value| value.to_uppercase()),
        Some("string") => cell.attribute("string-value"),
        _ => None,
    };
    text.unwrap_or_default()
}
