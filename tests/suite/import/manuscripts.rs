//! What readers make of documents, before anything is made of it: `documents/<file>` is the document, as a script or an office
//! program wrote it, and `documents/<file>.manuscript` what must be read, written by hand.
//!
//! A row of a table is printed as `7: 1.1 | Du lịch ¶ cộng đồng | · | ← | ↑`: its place, then its cells; `¶` is a line break,
//! `·` a blank cell, `←` and `↑` cells that another one covers. Text outside is behind `text:`, what is left out behind its kind.
//! A document that is refused has its fault here.

use std::fs;

use planpress::import::table::{Aside, AsideKind, Block, Breaks, Cell, Covered, Manuscript, Table};
use planpress::text;

use super::{read_manuscript, sentences};
use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;

const DOCUMENTS: &str = "import/documents";

#[test]
fn every_document_is_read_as_written_by_hand() {
    let told = |file: String| {
        let document = fs::read(fixture(&format!("{DOCUMENTS}/{file}"))).expect("a document");
        difference(&told(&document, &file), &format!("{DOCUMENTS}/{file}.manuscript"))
    };
    expect_none(stems(DOCUMENTS, ".manuscript").into_iter().filter_map(told));
}

/// What a reader makes of a document, as text. All visible characters of the document must be in it.
#[track_caller]
pub(super) fn told(document: &[u8], file: &str) -> String {
    match read_manuscript(document, file) {
        Ok(manuscript) => {
            assert_eq!(words(&manuscript), manuscript.visible, "{file}: something was lost");
            printed(&manuscript)
        }
        Err(faults) => sentences(&faults) + "\n",
    }
}

/// The visible characters of all blocks, in order.
pub(super) fn words(manuscript: &Manuscript) -> String {
    let block = |block: &Block| -> Vec<String> {
        match block {
            Block::Text(lines) => lines.clone(),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| row.cells.iter().map(Cell::text)).collect()
            }
        }
    };
    manuscript.blocks.iter().flat_map(block).map(|words| text::visible(&words)).collect()
}

fn printed(manuscript: &Manuscript) -> String {
    let blocks = manuscript.blocks.iter().map(|block| match block {
        Block::Text(lines) => lines.iter().map(|line| format!("text: {line}\n")).collect(),
        Block::Table(table) => printed_table(table),
    });
    blocks.chain(manuscript.asides.iter().map(aside)).collect()
}

fn printed_table(table: &Table) -> String {
    let name = table.name.as_ref().map(|name| format!(" «{name}»")).unwrap_or_default();
    let breaks = match table.breaks {
        Breaks::Printed => "",
        Breaks::Wraps => ", wrapped",
    };
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{}: {}\n", row.index, cells.join(" | "))
    });
    format!("table {}{name}{breaks}\n{}", table.index, rows.collect::<String>())
}

fn cell(cell: &Cell) -> String {
    match cell.covered {
        Some(_) if !cell.is_blank() => format!("covered, yet holds {}", cell.text()),
        Some(Covered::FromLeft) => "←".to_owned(),
        Some(Covered::FromAbove) => "↑".to_owned(),
        None if cell.is_blank() => "·".to_owned(),
        None => cell.lines.join(" ¶ "),
    }
}

fn aside(aside: &Aside) -> String {
    let kind = match aside.kind {
        AsideKind::Deleted => "deleted",
        AsideKind::TextBox => "text box",
        AsideKind::Footnote => "footnote",
        AsideKind::Comment => "comment",
        AsideKind::PageFrame => "page frame",
        AsideKind::Picture => "picture",
        AsideKind::Embedded => "embedded",
        AsideKind::Hidden => "hidden",
        AsideKind::HiddenYetRead => "hidden, yet read",
    };
    let place = aside.place.as_ref().map(|place| format!(" in {}", place.words));
    let words = text::one_line(&aside.text);
    let line = format!("{kind}{}: {words}", place.unwrap_or_default());
    line.trim_end().to_owned() + "\n"
}
