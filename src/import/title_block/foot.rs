//! The foot of the form within the plan's own table, as in a sheet, where the signatures stand in rows below the tasks.
//!
//! It begins with a row in which every cell is a beginning of the foot: "Nơi nhận:", a line of place and date, "NGƯỜI LẬP BIỂU", an office
//! in capitals, "TM. ỦY BAN NHÂN DÂN". From there to the end of the table no row may say more than two things, so that no row
//! of a task is ever taken for a signature.

use super::date::DateLine;
use super::signer;
use crate::import::table::{Cell, Row};
use crate::text;

/// The left half of the foot, and the right one.
const MOST_CELLS: usize = 2;

/// Beginnings of the lines of a foot, folded: who receives the document, who made the sheet, who confirms it, how it is signed.
const BEGINNINGS: [&str; 7] = [
    "noi nhan",
    "nguoi lap",
    "nguoi tong hop",
    "xac nhan cua",
    "ky ten",
    "ky ghi ro ho ten",
    "ky va ghi ro ho ten",
];

/// The place of the first row of the foot; the number of the rows where there is none.
pub(in crate::import) fn place(rows: &[Row]) -> usize {
    let is_short = |row: &&Row| filled(row).count() <= MOST_CELLS;
    let short = rows.iter().rev().take_while(is_short).count();
    let begins = |row: &Row| {
        !row.is_blank()
            && filled(row).all(|cell| cell.lines.first().is_some_and(|line| is_beginning(line)))
    };
    let tail = rows.len() - short;
    let found = rows.get(tail..).unwrap_or_default().iter().position(begins);
    found.map_or(rows.len(), |found| tail + found)
}

fn filled(row: &Row) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| !cell.is_blank())
}

/// Whether a line begins a part of the foot.
fn is_beginning(line: &str) -> bool {
    let folded = text::folded_words(line).join(" ");
    BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
        || signer::is_office(line)
        || DateLine::read(line).is_some()
}
