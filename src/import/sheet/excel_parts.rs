//! What calamine leaves aside in an archive of Excel: hidden rows and columns, comments, drawings, headers of pages. And a count that it believes.
//!
//! A part that is not where it should be is passed over: the sheet itself is calamine's to find.

use std::collections::{BTreeMap, BTreeSet};

use super::excel_drawings;
use super::excel_frames;
use super::excel_values::from_one;
use super::{Range, broken, place_of_sheet, too_large};
use crate::diagnostic::Diagnostic;
use crate::import::archive::Archive;
use crate::import::limits;
use crate::import::namespace::Space;
use crate::import::office::relations;
use crate::import::table::{Aside, AsideKind};
use crate::import::xml::{Event, Part};
use crate::text;

/// What a sheet hides, and what stands beside its cells, each with its place.
#[derive(Debug, Default)]
pub(super) struct SheetParts {
    pub(super) hidden_rows: Vec<Range>,
    pub(super) hidden_columns: Vec<Range>,
    pub(super) asides: Vec<(String, Aside)>,
}

/// Headers and footers of a sheet's pages.
const PAGE_FRAMES: [&str; 6] =
    ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/// The parts of each sheet, by its name.
pub(super) fn read(
    archive: &mut Archive<'_>,
    file: &str,
) -> Result<BTreeMap<String, SheetParts>, Diagnostic> {
    let mut parts = BTreeMap::new();
    let package = relations::of(archive, file, "")?;
    let Some(workbook) = package.iter().find(|part| part.kind == "officeDocument") else {
        return Ok(parts);
    };
    let sheets = relations::of(archive, file, &workbook.target)?;
    let mut taken = BTreeSet::new();
    for (name, id) in tabs(archive, &workbook.target, file)? {
        let Some(relation) = sheets.iter().find(|sheet| sheet.id == id) else { continue };
        // A part under thousands of names would be read thousands of times.
        if !taken.insert(relation.target.to_lowercase()) {
            return Err(broken(file, format!("{} × 2", relation.target)));
        }
        let read = sheet_parts(archive, &name, &relation.target, file)?;
        parts.insert(name, read);
    }
    Ok(parts)
}

/// Makes sure that the table of strings does not claim to be longer than a plan's can be: calamine makes room for what is
/// claimed before it reads the first one.
pub(super) fn expect_true_count(archive: &mut Archive<'_>, file: &str) -> Result<(), Diagnostic> {
    let is_strings = |name: &String| name.to_lowercase().ends_with("sharedstrings.xml");
    let tables: Vec<String> = archive.names().filter(is_strings).collect();
    for name in tables {
        let Some(part) = Part::open(archive, file, &name)? else { continue };
        let mut xml = part.events();
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            let claimed = element.number("uniqueCount").unwrap_or_default();
            if claimed > limits::CELLS {
                return Err(too_large(file, "cells", claimed, limits::CELLS));
            }
            break;
        }
    }
    Ok(())
}

/// The names of the tabs, and of the relations by which their parts are found.
fn tabs(
    archive: &mut Archive<'_>,
    workbook: &str,
    file: &str,
) -> Result<Vec<(String, String)>, Diagnostic> {
    let mut tabs = Vec::new();
    let Some(part) = Part::open(archive, file, workbook)? else { return Ok(tabs) };
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        if let Event::Open(element) = event
            && element.named() == (Space::Sheet, "sheet")
        {
            tabs.extend(element.attribute("name").zip(element.attribute("id")));
        }
    }
    Ok(tabs)
}

fn sheet_parts(
    archive: &mut Archive<'_>,
    name: &str,
    path: &str,
    file: &str,
) -> Result<SheetParts, Diagnostic> {
    let mut parts = SheetParts::default();
    let Some(part) = Part::open(archive, file, path)? else { return Ok(parts) };
    let mut xml = part.events();
    let mut row = 0;
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Sheet, "row") => {
                row = element.number("r").unwrap_or(row + 1);
                if element.says_yes("hidden") {
                    parts.hidden_rows.extend(from_one(row, row));
                }
            }
            (Space::Sheet, "col") if element.says_yes("hidden") => {
                let ends = element.number("min").zip(element.number("max"));
                parts.hidden_columns.extend(ends.and_then(|(min, max)| from_one(min, max)));
            }
            (Space::Sheet, tag) if PAGE_FRAMES.contains(&tag) => {
                let frame = excel_frames::read(&mut xml)?;
                parts.asides.extend(frame.map(|frame| (place_of_sheet(name), frame)));
            }
            _ => {}
        }
    }
    for related in relations::of(archive, file, path)? {
        match related.kind.as_str() {
            "comments" => parts.asides.extend(comments(archive, name, &related.target, file)?),
            "drawing" => {
                parts.asides.extend(excel_drawings::read(archive, name, &related.target, file)?);
            }
            _ => {}
        }
    }
    Ok(parts)
}

/// The remarks on the cells of a sheet.
fn comments(
    archive: &mut Archive<'_>,
    sheet: &str,
    path: &str,
    file: &str,
) -> Result<Vec<(String, Aside)>, Diagnostic> {
    let mut comments = Vec::new();
    let Some(part) = Part::open(archive, file, path)? else { return Ok(comments) };
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        if element.named() != (Space::Sheet, "comment") {
            continue;
        }
        let cell = element.attribute("ref").unwrap_or_default();
        let mut words = String::new();
        let mut in_text = false;
        let level = xml.depth();
        while let Some(event) = xml.next_within(level)? {
            match event {
                Event::Open(element) => in_text = element.named() == (Space::Sheet, "t"),
                Event::Close(_) => in_text = false,
                Event::Text(text) if in_text => words.push_str(&text),
                Event::Text(_) => {}
            }
        }
        let aside = Aside::of(AsideKind::Comment, text::one_line(&words));
        comments.push((format!("{}, ô {cell}", place_of_sheet(sheet)), aside));
    }
    Ok(comments)
}
