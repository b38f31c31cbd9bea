//! Reader of text dumps, in both layouts that they come in.
//!
//! A dump of the *row* layout has one row a line, `a | b | c`, with or without a `|` at either end of the line
//! ([`row_lines`]). A dump of the *group* layout has one cell in each group of lines between lines that hold only `|`
//! ([`cell_groups`]). Whatever the layout, a line break within a cell is a mere wrap, and text around the table is kept
//! apart.

mod cell_groups;
mod row_lines;
mod segment;

use super::table::Manuscript;
use crate::diagnostic::{Code, Diagnostic};
use crate::document;
use crate::text;
use crate::tree::RelPath;

/// What separates cells.
const SEPARATOR: char = '|';

/// The text that a document's bytes are.
///
/// # Errors
/// When they are no text in UTF-8.
pub(super) fn decode(bytes: &[u8], file: &str) -> Result<String, Diagnostic> {
    let path = RelPath::new(file).or_else(|| RelPath::new("van-ban.txt"));
    let source = path.map(|path| document::decode(&path, bytes)).transpose()?;
    let text = source.map(|source| source.text.clone()).unwrap_or_default();
    if text.contains('\0') {
        let fault = Diagnostic::new(Code::ImportKind).with("file", file);
        return Err(fault.with("kind", "nhị phân"));
    }
    Ok(text)
}

/// The tables of a dump, and the text around them.
#[must_use]
pub fn read(dump: &str) -> Manuscript {
    let (blocks, words) = match layout(dump) {
        Layout::Rows => {
            let lines: Vec<&str> = dump.lines().filter(|line| !is_frame(line)).collect();
            (row_lines::read(&lines), lines.join("\n"))
        }
        Layout::Groups => (cell_groups::read(dump), dump.to_owned()),
    };
    let visible = text::visible(&words).replace(SEPARATOR, "");
    Manuscript { blocks, visible, ..Manuscript::default() }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Rows,
    Groups,
}

/// Whichever layout more of the lines with separators speak for.
fn layout(dump: &str) -> Layout {
    let separated = dump.lines().filter(|line| line.contains(SEPARATOR));
    let (alone, within): (Vec<&str>, Vec<&str>) =
        separated.partition(|line| line.trim().len() == SEPARATOR.len_utf8());
    if alone.len() > within.len() { Layout::Groups } else { Layout::Rows }
}

/// A line that only draws the table: `|---|:--:|`, `+-----+`.
fn is_frame(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | ':' | '+' | '=') || c == SEPARATOR || c.is_whitespace();
    line.contains("--") && line.chars().all(drawn)
}
