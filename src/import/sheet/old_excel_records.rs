//! The records of an `.xls` workbook, as far as calamine keeps them to itself: number formats, hidden rows and columns, remarks, and
//! how far apart the cells of a sheet lie.
//!
//! The numbers of records and the places of their fields are those of [MS-XLS]. A record that is too short says nothing.

use std::collections::BTreeMap;

use super::Range;
use super::number_format::NumberFormat;
use super::old_excel_notes::Notes;

const END: u16 = 0x000A;
const BEGIN: u16 = 0x0809;
const PASSWORD: u16 = 0x002F;
const TAB: u16 = 0x0085;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const NUMBERS: u16 = 0x00BD;
/// Formula, number, label, label with runs, truth or error, rounded number, shared label.
const CELLS: [u16; 7] = [0x0006, 0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD];

/// Built-in formats. Dates of the reader's country are told by their number alone.
const BUILT_IN: [(u16, &str); 24] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "d/m/yyyy"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "d/m/yyyy h:mm"),
    (37, "#,##0 ;(#,##0)"),
    (38, "#,##0 ;[Red](#,##0)"),
    (39, "#,##0.00;(#,##0.00)"),
    (40, "#,##0.00;[Red](#,##0.00)"),
    (41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
    (43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (47, "mm:ss"),
];

/// What the records of a workbook say.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    /// The formats, by the number of a cell's style.
    pub(super) formats: Vec<NumberFormat>,
    /// By the place of the tab.
    pub(super) sheets: Vec<SheetRecords>,
    /// How many bytes the sheets have together: more than there are if two share some, and then not all sheets were read.
    pub(super) walked: usize,
}

/// What the records of a sheet say.
#[derive(Debug, Default)]
pub(super) struct SheetRecords {
    /// The styles of its cells, by row and column from 0.
    pub(super) styles: BTreeMap<(u32, u32), u16>,
    pub(super) hidden_rows: Vec<Range>,
    pub(super) hidden_columns: Vec<Range>,
    pub(super) notes: Notes,
    /// How many cells the sheet claims to have, blank ones that have a style included.
    pub(super) claimed: usize,
    walked: usize,
}

impl Workbook {
    /// Reads the records of a workbook; nothing where they are under a password.
    pub(super) fn read(stream: &[u8]) -> Option<Self> {
        let mut workbook = Self::default();
        let mut codes: BTreeMap<u16, String> = BTreeMap::new();
        let mut styles: Vec<u16> = Vec::new();
        for (kind, record) in records(stream, 0) {
            match kind {
                PASSWORD if u16_at(record, 0) != Some(0) => return None,
                FORMAT => codes.extend(format(record)),
                STYLE => styles.push(u16_at(record, 2).unwrap_or_default()),
                TAB => {
                    let start = u32_at(record, 0).and_then(|start| usize::try_from(start).ok());
                    let start = start.unwrap_or(stream.len());
                    let sheet = SheetRecords::read(stream, start);
                    workbook.walked = workbook.walked.saturating_add(sheet.walked);
                    workbook.sheets.push(sheet);
                    if workbook.walked > stream.len() {
                        break;
                    }
                }
                END => break,
                _ => {}
            }
        }
        let format = |id: &u16| {
            let built_in = BUILT_IN.iter().find(|(known, _)| known == id).map(|(_, code)| *code);
            let code = codes.get(id).map(String::as_str).or(built_in).unwrap_or_default();
            NumberFormat::read(code, Some(u32::from(*id)))
        };
        workbook.formats = styles.iter().map(format).collect();
        Some(workbook)
    }
}

impl SheetRecords {
    /// Reads the records of a sheet; those of charts within it are passed over.
    fn read(stream: &[u8], start: usize) -> Self {
        let mut sheet = Self::default();
        let mut depth = 0_usize;
        for (kind, record) in records(stream, start) {
            sheet.walked += 4 + record.len();
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                _ if depth > 1 => {}
                DIMENSIONS => sheet.claimed = sheet.claimed.max(claimed(record)),
                ROW if u16_at(record, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                    let row = u16_at(record, 0).map(u32::from);
                    sheet.hidden_rows.extend(row.map(|row| row..=row));
                }
                COLUMNS if u16_at(record, 8).is_some_and(|flags| flags & 1 != 0) => {
                    let ends = u16_at(record, 0).zip(u16_at(record, 2));
                    let range = |(first, last)| u32::from(first)..=u32::from(last);
                    sheet.hidden_columns.extend(ends.map(range));
                }
                NUMBERS => sheet.styles.extend(numbers(record)),
                kind if CELLS.contains(&kind) => sheet.styles.extend(cell(record)),
                _ => sheet.notes.take(kind, record),
            }
        }
        sheet
    }

    /// How many cells a grid has that holds all cells of the sheet.
    pub(super) fn grid(&self) -> usize {
        let rows = self.styles.keys().map(|(row, _)| *row);
        let columns = self.styles.keys().map(|(_, column)| *column);
        let height = length(rows.clone().min(), rows.max());
        height.saturating_mul(length(columns.clone().min(), columns.max()))
    }
}

/// The records from a place on: their kinds and their bytes, those that continue another left out.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let record = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..)?;
        Some((kind, record))
    })
}

fn cell(record: &[u8]) -> Option<((u32, u32), u16)> {
    let (row, column) = (u16_at(record, 0)?, u16_at(record, 2)?);
    Some(((u32::from(row), u32::from(column)), u16_at(record, 4)?))
}

/// Numbers side by side: the row, the first column, then a style and a number each.
fn numbers(record: &[u8]) -> Vec<((u32, u32), u16)> {
    let (Some(row), Some(first)) = (u16_at(record, 0), u16_at(record, 2)) else {
        return Vec::new();
    };
    let pairs = record.get(4..record.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
    let style = |(column, pair)| Some(((u32::from(row), column), u16_at(pair, 0)?));
    (u32::from(first)..).zip(pairs).filter_map(style).collect()
}

/// A format of the workbook's own: its number, and its code in one or two bytes a letter.
fn format(record: &[u8]) -> Option<(u16, String)> {
    let (id, length) = (u16_at(record, 0)?, usize::from(u16_at(record, 2)?));
    let wide = record.get(4)? & 1 != 0;
    let letters = record.get(5..)?;
    let units: Vec<u16> = if wide {
        letters.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).take(length).collect()
    } else {
        letters.iter().copied().map(u16::from).take(length).collect()
    };
    Some((id, String::from_utf16_lossy(&units)))
}

/// How many cells a sheet claims, as calamine counts them: rows and columns up to those behind the last ones.
fn claimed(record: &[u8]) -> usize {
    let old = || (u16_at(record, 0), u16_at(record, 2), u16_at(record, 6));
    let ends = match record.len() {
        10 => {
            let (top, bottom, right) = old();
            (top.map(u32::from), bottom.map(u32::from), right)
        }
        _ => (u32_at(record, 0), u32_at(record, 4), u16_at(record, 10)),
    };
    let (Some(top), Some(bottom), Some(right)) = ends else { return 0 };
    if bottom == 0 || right == 0 {
        return 0;
    }
    // A sheet that ends above its beginning would be counted around the end of numbers.
    let rows = bottom.checked_sub(top).map_or(Ok(usize::MAX), usize::try_from);
    rows.unwrap_or(usize::MAX).saturating_mul(usize::from(right))
}

fn length(first: Option<u32>, last: Option<u32>) -> usize {
    let length = first.zip(last).map(|(first, last)| u64::from(last - first) + 1);
    usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX)
}

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(place..place + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], place: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(place..place + 4)?.try_into().ok()?))
}
