//! What is drawn on a sheet of Excel, each by the cell on which it hangs: text boxes, pictures, charts.

use super::{place_of_cell, place_of_sheet};
use crate::diagnostic::Diagnostic;
use crate::import::archive::Archive;
use crate::import::namespace::Space;
use crate::import::office::{drawing, relations};
use crate::import::table::{Aside, AsideKind};
use crate::import::xml::{Event, Part, Xml};
use crate::text;

/// The drawings of a sheet, with their places.
///
/// # Errors
/// When a part is no XML.
pub(super) fn read(
    archive: &mut Archive<'_>,
    sheet: &str,
    path: &str,
    file: &str,
) -> Result<Vec<(String, Aside)>, Diagnostic> {
    let mut drawings = Vec::new();
    let Some(part) = Part::open(archive, file, path)? else { return Ok(drawings) };
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        if let Event::Open(element) = event
            && matches!(element.named(), (Space::SheetDrawing, name) if name.ends_with("Anchor"))
        {
            drawings.extend(anchored(&mut xml, sheet)?);
        }
    }
    for chart in relations::of(archive, file, path)?.iter().filter(|part| part.kind == "chart") {
        let Some(part) = Part::open(archive, file, &chart.target)? else { continue };
        let words = text::one_line(&drawing::of_part(&part)?);
        if !words.is_empty() {
            drawings.push((place_of_sheet(sheet), Aside::of(AsideKind::TextBox, words)));
        }
    }
    Ok(drawings)
}

/// What hangs on a cell.
fn anchored(xml: &mut Xml<'_>, sheet: &str) -> Result<Vec<(String, Aside)>, Diagnostic> {
    let (mut row, mut column) = (None, None);
    let mut found = Vec::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::SheetDrawing, "row") => row = row.or(number(xml)?),
            (Space::SheetDrawing, "col") => column = column.or(number(xml)?),
            (Space::SheetDrawing, "pic") => found.push(Aside::of(AsideKind::Picture, "")),
            (Space::SheetDrawing, "txBody") => {
                let words = text::one_line(&drawing::of_element(xml)?);
                found.extend((!words.is_empty()).then(|| Aside::of(AsideKind::TextBox, words)));
            }
            _ => {}
        }
    }
    let place = row.zip(column).map(|(row, column)| place_of_cell(sheet, row, column));
    let place = place.unwrap_or_else(|| place_of_sheet(sheet));
    Ok(found.into_iter().map(|aside| (place.clone(), aside)).collect())
}

/// The number that an element holds.
fn number(xml: &mut Xml<'_>) -> Result<Option<u32>, Diagnostic> {
    let mut digits = String::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        if let Event::Text(text) = event {
            digits.push_str(&text);
        }
    }
    Ok(digits.trim().parse().ok())
}
