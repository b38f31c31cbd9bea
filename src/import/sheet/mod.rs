//! Readers of sheets: Excel's of today ([`excel`]) and of before 2007 ([`old_excel`]), and LibreOffice's ([`open_sheet`]).
//!
//! Each gives [`Sheet`]s: the cells that hold something, as a person sees them, with merged regions and what is hidden. [`grid`]
//! makes tables of them. No reader lays out a grid before it is known to be small: a sheet with two cells in opposite
//! corners has 17 billion.

mod excel;
mod excel_drawings;
mod excel_frames;
mod excel_parts;
mod excel_values;
mod grid;
mod number;
mod number_format;
mod old_excel;
mod old_excel_notes;
mod old_excel_records;
mod open_cell;
mod open_sheet;

use super::archive::Archive;
use super::limits;
use super::odt;
use super::table::{Aside, Manuscript};
use super::xml::Part;
use crate::diagnostic::{Code, Diagnostic};
use crate::text;

/// A sheet as a reader found it.
#[derive(Debug, Clone, Default)]
struct Sheet {
    /// Its name on the tab.
    name: String,
    /// Whether the tab is hidden.
    hidden: bool,
    /// The cells that hold something, in any order.
    cells: Vec<Stored>,
    /// Regions that are shown as one cell.
    merged: Vec<Region>,
    hidden_rows: Vec<Range>,
    hidden_columns: Vec<Range>,
    /// What stands beside the cells, each with its place: comments, drawings with words.
    asides: Vec<(String, Aside)>,
}

/// What a cell holds, by its place from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stored {
    row: u32,
    column: u32,
    text: String,
}

/// A merged region, both ends included, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Region {
    top: u32,
    left: u32,
    bottom: u32,
    right: u32,
}

/// Rows or columns from one to another, both included, from 0.
type Range = std::ops::RangeInclusive<u32>;

/// Reads a workbook of Excel.
///
/// # Errors
/// When it is broken, under a password, or larger than a plan's may be.
pub(super) fn read_excel(document: &[u8], file: &str) -> Result<Manuscript, Diagnostic> {
    let sheets = if document.starts_with(b"PK") {
        let mut archive = Archive::open(document, file)?;
        archive.expect_harmless()?;
        excel::read(document, file, &mut archive)?
    } else {
        old_excel::read(document, file)?
    };
    grid::manuscript(&sheets, file)
}

/// Reads a workbook of LibreOffice.
///
/// # Errors
/// As [`read_excel`].
pub(super) fn read_open(document: &[u8], file: &str) -> Result<Manuscript, Diagnostic> {
    let mut archive = Archive::open(document, file)?;
    let mut manuscript = grid::manuscript(&open_sheet::read(&mut archive, file)?, file)?;
    if let Some(styles) = Part::open(&mut archive, file, "styles.xml")? {
        manuscript.asides.extend(odt::page_frames(&styles)?);
    }
    Ok(manuscript)
}

/// How much a workbook has held so far. What its parts refer to again and again can be much larger than the parts.
struct Room<'f> {
    file: &'f str,
    cells: usize,
    bytes: usize,
}

/// Bytes of all cells.
const LARGEST: usize = 64 << 20;

impl<'f> Room<'f> {
    fn of(file: &'f str) -> Self {
        Self { file, cells: 0, bytes: 0 }
    }
}

impl Sheet {
    /// Keeps what a cell holds, if it is something.
    ///
    /// # Errors
    /// When the workbook then has more cells, columns or words than a plan's may have.
    fn keep(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        room: &mut Room<'_>,
    ) -> Result<(), Diagnostic> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let width = usize::try_from(column).unwrap_or(usize::MAX).saturating_add(1);
        if width > limits::COLUMNS {
            return Err(too_large(room.file, "columns", width, limits::COLUMNS));
        }
        room.cells += 1;
        room.bytes += text.len();
        if room.cells > limits::CELLS {
            return Err(too_large(room.file, "cells", room.cells, limits::CELLS));
        }
        if room.bytes > LARGEST {
            return Err(too_large(room.file, "size", room.bytes.div_ceil(1 << 20), LARGEST >> 20));
        }
        // Excel writes the break of a cell's lines as it comes; one that is no line feed still breaks the line.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.cells.push(Stored { row, column, text });
        Ok(())
    }
}

/// A sheet as a person finds it: "trang tính «Kế hoạch»".
fn place_of_sheet(name: &str) -> String {
    format!("trang tính «{}»", text::one_line(name))
}

/// A cell as a person finds it: "trang tính «Kế hoạch», ô C7".
fn place_of_cell(sheet: &str, row: u32, column: u32) -> String {
    let row = u64::from(row) + 1;
    format!("{}, ô {}{row}", place_of_sheet(sheet), column_letters(column))
}

/// The letters of a column: "A" for 0, "AA" for 26.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The fault of what is larger than a plan can be; `what` is its name in the catalogue.
fn too_large(file: &str, what: &'static str, found: usize, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::ImportLimit).with("file", file).with(what, found).with("limit", limit)
}

fn broken(file: &str, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::ImportBroken).with("file", file).with("reason", reason)
}
