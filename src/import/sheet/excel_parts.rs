//! What calamine leaves aside in an archive of Excel: hidden rows and columns, and comments. And a count that it believes.

use std::collections::{BTreeMap, BTreeSet};

use super::excel_values::from_one;
use super::xml::{Element, Piece, Xml};
use super::{Range, broken, place_of_sheet, too_large};
use crate::diagnostic::Diagnostic;
use crate::import::archive::Archive;
use crate::import::limits;
use crate::import::table::{Aside, AsideKind};
use crate::text;

/// What a sheet hides, and what is remarked in it.
#[derive(Debug, Default)]
pub(super) struct SheetParts {
    pub(super) hidden_rows: Vec<Range>,
    pub(super) hidden_columns: Vec<Range>,
    pub(super) comments: Vec<(String, Aside)>,
}

/// A file within the archive that another refers to.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

/// The parts of each sheet, by its name. A part that is not where it should be is passed over: the sheet itself is calamine's to
/// find.
pub(super) fn read(
    archive: &mut Archive<'_>,
    file: &str,
) -> Result<BTreeMap<String, SheetParts>, Diagnostic> {
    let mut parts = BTreeMap::new();
    let package = relations(archive, "", file)?;
    let Some(workbook) = package.iter().find(|part| part.kind == "officeDocument") else {
        return Ok(parts);
    };
    let sheets = relations(archive, &workbook.path, file)?;
    let mut taken = BTreeSet::new();
    for tab in elements(archive, &workbook.path, "sheet", file)? {
        let (name, id) = (tab.attribute("name"), tab.attribute("id"));
        let relation = sheets.iter().find(|sheet| Some(sheet.id.as_str()) == id);
        if let (Some(name), Some(relation)) = (name, relation) {
            // A part under thousands of names would be read thousands of times.
            if !taken.insert(relation.path.to_lowercase()) {
                return Err(broken(file, format!("{} × 2", relation.path)));
            }
            parts.insert(name.to_owned(), sheet_parts(archive, name, &relation.path, file)?);
        }
    }
    Ok(parts)
}

/// Makes sure that the table of strings does not claim to be longer than a plan's can be: calamine makes room for what is
/// claimed before it reads the first one.
pub(super) fn expect_true_count(archive: &mut Archive<'_>, file: &str) -> Result<(), Diagnostic> {
    let is_strings = |name: &String| name.to_lowercase().ends_with("sharedstrings.xml");
    let tables: Vec<String> = archive.names().filter(is_strings).collect();
    for name in tables {
        let bytes = archive.bytes(&name)?.unwrap_or_default();
        let mut xml = Xml::of(&bytes, file);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else { continue };
            let claimed = element.number("uniqueCount").unwrap_or_default();
            let claimed = usize::try_from(claimed).unwrap_or(usize::MAX);
            if claimed > limits::CELLS {
                return Err(too_large(file, "cells", claimed, limits::CELLS));
            }
            break;
        }
    }
    Ok(())
}

fn sheet_parts(
    archive: &mut Archive<'_>,
    name: &str,
    path: &str,
    file: &str,
) -> Result<SheetParts, Diagnostic> {
    let mut parts = SheetParts::default();
    let bytes = archive.bytes(path)?.unwrap_or_default();
    let mut xml = Xml::of(&bytes, file);
    let mut row = 0;
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else { continue };
        match element.name.as_str() {
            "row" => {
                row = element.number("r").unwrap_or(row + 1);
                if element.says_yes("hidden") {
                    parts.hidden_rows.extend(from_one(row, row));
                }
            }
            "col" if element.says_yes("hidden") => {
                let ends = element.number("min").zip(element.number("max"));
                parts.hidden_columns.extend(ends.and_then(|(min, max)| from_one(min, max)));
            }
            _ => {}
        }
    }
    let related = relations(archive, path, file)?;
    for part in related.iter().filter(|part| part.kind == "comments") {
        parts.comments.extend(comments(archive, name, &part.path, file)?);
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
    let mut current: Option<(String, String)> = None;
    let mut in_text = false;
    let bytes = archive.bytes(path)?.unwrap_or_default();
    let mut xml = Xml::of(&bytes, file);
    while let Some(piece) = xml.next()? {
        match (piece, current.as_mut()) {
            (Piece::Open(element), _) if element.name == "comment" => {
                let place = element.attribute("ref").unwrap_or_default();
                let place = format!("{}, ô {place}", place_of_sheet(sheet));
                current = Some((place, String::new()));
            }
            (Piece::Open(element), _) => in_text = element.name == "t",
            (Piece::Text(words), Some((_, text))) if in_text => text.push_str(&words),
            (Piece::Close(name), Some((place, words))) if name == "comment" => {
                let aside = Aside::of(AsideKind::Comment, text::one_line(words));
                comments.push((place.clone(), aside));
                current = None;
            }
            (Piece::Close(_), _) => in_text = false,
            (Piece::Text(_), _) => {}
        }
    }
    Ok(comments)
}

/// What a part of the archive refers to; of the archive itself for an empty path.
fn relations(
    archive: &mut Archive<'_>,
    path: &str,
    file: &str,
) -> Result<Vec<Relation>, Diagnostic> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let rels = joined(folder, &format!("_rels/{name}.rels"));
    let relation = |element: Element| {
        let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
        let path = joined(folder, element.attribute("Target")?);
        Some(Relation { id: element.attribute("Id")?.to_owned(), kind, path })
    };
    let elements = elements(archive, &rels, "Relationship", file)?;
    Ok(elements.into_iter().filter_map(relation).collect())
}

/// All elements of a name in a part of the archive.
fn elements(
    archive: &mut Archive<'_>,
    path: &str,
    name: &str,
    file: &str,
) -> Result<Vec<Element>, Diagnostic> {
    let mut found = Vec::new();
    let bytes = archive.bytes(path)?.unwrap_or_default();
    let mut xml = Xml::of(&bytes, file);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if element.name == name => found.push(element),
            _ => {}
        }
    }
    Ok(found)
}

/// A path as another refers to it: from the archive's root behind a `/`, else from the folder.
fn joined(folder: &str, target: &str) -> String {
    let from_root = target.strip_prefix('/');
    let start = if from_root.is_some() { "" } else { folder };
    let mut names: Vec<&str> = start.split('/').filter(|name| !name.is_empty()).collect();
    for name in from_root.unwrap_or(target).split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}
