//! What flows down the pages of a Word or LibreOffice text, made into blocks.
//!
//! Such texts hold tables within tables for two reasons. A table of one row or of one column that holds another is a mere
//! frame, which its author used to place things: what it holds stands in the text by itself. Any other table within a cell is
//! part of that cell's words, one line a row.

use super::table::{Aside, Block, Breaks, Cell, Covered, Row, Table};
use crate::text;

/// A piece of the text, in its order.
#[derive(Clone)]
pub(super) enum Piece {
    /// The lines of a paragraph: as [`Cell::lines`].
    Paragraph(Vec<String>),
    /// A table.
    Table(Grid),
    /// What stands beside the text at this place.
    Aside(Aside),
}

/// A table, its spans resolved.
#[derive(Clone, Default)]
pub(super) struct Grid {
    /// Its rows, one cell a column.
    pub(super) rows: Vec<Vec<GridCell>>,
}

/// A cell of a table.
#[derive(Clone, Default)]
pub(super) struct GridCell {
    /// What it holds.
    pub(super) pieces: Vec<Piece>,
    /// Where its text stands if another cell covers it.
    pub(super) covered: Option<Covered>,
}

impl GridCell {
    /// The same cell once more, as a document repeats it. What stands beside its text stands there once.
    pub(super) fn again(&self) -> Self {
        let is_text = |piece: &&Piece| !matches!(piece, Piece::Aside(_));
        let pieces = self.pieces.iter().filter(is_text).cloned().collect();
        Self { pieces, covered: self.covered }
    }
}

impl Piece {
    /// The paragraph that holds this text; nothing if it holds none, as the many that only keep a distance.
    pub(super) fn of(text: &str) -> Option<Self> {
        let lines = Cell::of(text).lines;
        (!lines.is_empty()).then_some(Self::Paragraph(lines))
    }
}

/// The blocks of a text, and what stands beside it. Tables are counted as they follow each other here, frames left out.
pub(super) fn blocks(pieces: Vec<Piece>) -> (Vec<Block>, Vec<Aside>) {
    let mut blocks = Vec::new();
    let mut asides = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    let mut index = 0;
    for piece in pieces.into_iter().flat_map(unframed) {
        match piece {
            Piece::Paragraph(paragraph) => lines.extend(paragraph),
            Piece::Table(grid) => {
                index += 1;
                blocks.extend(around(std::mem::take(&mut lines)));
                asides.extend(asides_in(index, &grid));
                blocks.push(Block::Table(table(index, grid)));
            }
            Piece::Aside(aside) => asides.push(aside),
        }
    }
    blocks.extend(around(lines));
    (blocks, asides)
}

/// What stands beside the text in the cells of a table, each with its place.
fn asides_in(index: usize, grid: &Grid) -> Vec<Aside> {
    let of_row = |(row, cells): (usize, &Vec<GridCell>)| {
        let of_cell = |(column, cell): (usize, &GridCell)| {
            let place = || format!("bảng {index}, dòng {}, cột {}", row + 1, column + 1);
            let found = asides(&cell.pieces).into_iter();
            found.map(|aside| aside.at(index, place())).collect::<Vec<_>>()
        };
        cells.iter().enumerate().flat_map(of_cell).collect::<Vec<_>>()
    };
    grid.rows.iter().enumerate().flat_map(of_row).collect()
}

/// What stands beside the text in some pieces, also within their tables.
fn asides(pieces: &[Piece]) -> Vec<Aside> {
    let of_piece = |piece: &Piece| match piece {
        Piece::Paragraph(_) => Vec::new(),
        Piece::Table(grid) => {
            grid.rows.iter().flatten().flat_map(|cell| asides(&cell.pieces)).collect()
        }
        Piece::Aside(aside) => vec![aside.clone()],
    };
    pieces.iter().flat_map(of_piece).collect()
}

/// The piece, or what it holds if it is a frame.
fn unframed(piece: Piece) -> Vec<Piece> {
    match piece {
        Piece::Table(grid) if is_frame(&grid) => {
            let cells = grid.rows.into_iter().flatten();
            cells.flat_map(|cell| cell.pieces).flat_map(unframed).collect()
        }
        piece => vec![piece],
    }
}

fn is_frame(grid: &Grid) -> bool {
    let holds_table =
        |cell: &GridCell| cell.pieces.iter().any(|piece| matches!(piece, Piece::Table(_)));
    let is_narrow =
        |row: &Vec<GridCell>| row.iter().filter(|cell| cell.covered.is_none()).count() <= 1;
    (grid.rows.len() == 1 || grid.rows.iter().all(is_narrow))
        && grid.rows.iter().flatten().any(holds_table)
}

fn around(lines: Vec<String>) -> Option<Block> {
    (!lines.is_empty()).then_some(Block::Text(lines))
}

fn table(index: usize, grid: Grid) -> Table {
    let cell = |cell: GridCell| match cell.covered {
        Some(covered) => Cell::covered(covered),
        None => Cell { lines: lines(&cell.pieces), covered: None },
    };
    let row = |(place, cells): (usize, Vec<GridCell>)| Row {
        index: place + 1,
        cells: cells.into_iter().map(cell).collect(),
    };
    let rows = grid.rows.into_iter().enumerate().map(row).collect();
    Table { index, name: None, breaks: Breaks::Printed, rows }
}

/// The lines of a cell.
fn lines(pieces: &[Piece]) -> Vec<String> {
    let of_piece = |piece: &Piece| match piece {
        Piece::Paragraph(lines) => lines.clone(),
        Piece::Table(grid) => grid.rows.iter().map(|row| line(row)).collect(),
        Piece::Aside(_) => Vec::new(),
    };
    pieces.iter().flat_map(of_piece).filter(|line| !line.is_empty()).collect()
}

/// A row of a table within a cell, on one line.
fn line(row: &[GridCell]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| lines(&cell.pieces).join(" ")).collect();
    text::one_line(&cells.join(" "))
}
