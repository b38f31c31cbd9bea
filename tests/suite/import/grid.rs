//! Documents with spans, written as text: what a reader of Word files or web pages makes of them.
//!
//! A row is a line of cells between `|`; `←` is a cell that the one to its left covers, `↑` one that the cell above covers, and
//! ` / ` a line break that the document prints. Lines without `|` are text; a blank line ends a table. Lines that begin with
//! `--` are options of the import (`--column`, `--table`).

use planpress::import::ImportOptions;
use planpress::import::table::{Block, Breaks, Cell, Covered, Manuscript, Row, Table};
use planpress::text::visible;

use super::facts;

/// The document, and the options that it asks for.
pub(crate) fn read(text: &str) -> (Manuscript, ImportOptions) {
    let mut options = facts();
    let mut manuscript = Manuscript::default();
    let mut open = false;
    for line in text.lines() {
        if let Some(column) = line.strip_prefix("--column ") {
            options.columns.push(column.to_owned());
        } else if let Some(table) = line.strip_prefix("--table ") {
            options.table = Some(table.parse().expect("a number"));
        } else if line.trim().is_empty() {
            open = false;
        } else if line.contains('|') {
            add_row(&mut manuscript, line, open);
            open = true;
        } else {
            manuscript.visible += &visible(line);
            manuscript.blocks.push(Block::Text(vec![line.to_owned()]));
            open = false;
        }
    }
    (manuscript, options)
}

fn add_row(manuscript: &mut Manuscript, line: &str, open: bool) {
    let cells: Vec<Cell> = line.split('|').map(cell).collect();
    manuscript.visible += &cells.iter().map(|cell| visible(&cell.text())).collect::<String>();
    let index = manuscript.tables().count();
    match manuscript.blocks.last_mut() {
        Some(Block::Table(table)) if open => {
            let row = Row { index: table.rows.len() + 1, cells };
            table.rows.push(row);
        }
        _ => manuscript.blocks.push(Block::Table(Table {
            index: index + 1,
            name: None,
            breaks: Breaks::Printed,
            rows: vec![Row { index: 1, cells }],
        })),
    }
}

fn cell(text: &str) -> Cell {
    match text.trim() {
        "←" => Cell::covered(Covered::FromLeft),
        "↑" => Cell::covered(Covered::FromAbove),
        text => Cell::of(&text.replace(" / ", "\n")),
    }
}
