//! Tables of Word: rows and cells onto the columns of a grid.
//!
//! A cell that goes on from above is covered only where a cell begins or goes on in the same column of the row above; else Word
//! prints it as a cell of its own, and so does the reader. Words of a covered cell are in the file and never printed: they are
//! named as hidden.

use super::super::flow::{Grid, GridCell, Piece};
use super::super::limits;
use super::super::namespace::Space;
use super::super::table::{AsideKind, Covered};
use super::super::xml::{Element, Event};
use super::body::{Body, Pieces};
use super::inline;
use super::properties::{self, CellProperties, Merge, RowProperties};
use crate::diagnostic::Diagnostic;

/// A row that was read.
struct Row {
    cells: Vec<GridCell>,
    /// The columns in which a region of several rows begins or goes on.
    merged: Vec<usize>,
}

impl Body<'_> {
    /// Reads the table that was opened last.
    ///
    /// # Errors
    /// When it passes the limits or has words outside its cells.
    pub(super) fn table(&mut self) -> Result<Grid, Diagnostic> {
        self.tables += 1;
        if self.tables > limits::TABLE_DEPTH {
            return Err(self.xml.part().too_large(None, limits::TABLE_DEPTH));
        }
        let mut grid = Grid::default();
        let mut merged_above = Vec::new();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "tr") => {
                    // A row without cells is none.
                    let row = self.row(&merged_above)?.filter(|row| !row.cells.is_empty());
                    let Some(row) = row else { continue };
                    grid.rows.push(row.cells);
                    merged_above = row.merged;
                }
                _ => self.between(&element)?,
            }
        }
        self.tables -= 1;
        Ok(grid)
    }

    /// Reads the row that was opened last; nothing if it is left out.
    fn row(&mut self, merged_above: &[usize]) -> Result<Option<Row>, Diagnostic> {
        let mut row = Row { cells: Vec::new(), merged: Vec::new() };
        let mut properties = RowProperties::default();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "trPr") => {
                    properties = properties::row(&mut self.xml)?;
                    if properties.deleted {
                        return self.deleted_row(level);
                    }
                    self.add(&mut row.cells, properties.before, GridCell::default)?;
                }
                (Space::Word, "tc") => row = self.cell(row, merged_above)?,
                _ => self.between(&element)?,
            }
        }
        self.add(&mut row.cells, properties.after, GridCell::default)?;
        Ok(Some(row))
    }

    /// Passes over the rest of a row that a tracked change deleted, and names its words.
    fn deleted_row(&mut self, level: usize) -> Result<Option<Row>, Diagnostic> {
        let mut words = String::new();
        while let Some(event) = self.xml.next_within(level)? {
            if let Event::Open(element) = event
                && element.named() == (Space::Word, "tc")
            {
                words += &inline::words(&mut self.xml)?;
            }
        }
        self.leave_out(AsideKind::Deleted, words);
        Ok(None)
    }

    /// Reads the cell that was opened last, behind the cells of its row.
    fn cell(&mut self, mut row: Row, merged_above: &[usize]) -> Result<Row, Diagnostic> {
        let column = row.cells.len();
        let before = self.asides.len();
        let mut properties = CellProperties::default();
        let mut covered = None;
        let mut pieces = Pieces::default();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "tcPr") => {
                    properties = properties::cell(&mut self.xml)?;
                    covered = covering(&properties, column, merged_above);
                }
                (Space::Word, "p" | "tbl") if properties.deleted || covered.is_some() => {
                    let kind =
                        if properties.deleted { AsideKind::Deleted } else { AsideKind::Hidden };
                    let words = inline::words(&mut self.xml)?;
                    self.leave_out(kind, words);
                }
                _ => pieces = self.piece(&element, pieces)?,
            }
        }
        let mut pieces = self.finished(pieces);
        if properties.deleted {
            return Ok(row);
        }
        pieces.extend(self.asides.drain(before..).map(Piece::Aside));
        if properties.down == Merge::Begins || covered == Some(Covered::FromAbove) {
            row.merged.push(column);
        }
        self.add_spanning(&mut row.cells, &properties, covered, pieces)?;
        Ok(row)
    }

    /// Adds a cell and those that it covers in its row.
    fn add_spanning(
        &mut self,
        cells: &mut Vec<GridCell>,
        properties: &CellProperties,
        covered: Option<Covered>,
        pieces: Vec<Piece>,
    ) -> Result<(), Diagnostic> {
        let others = properties.span.unwrap_or(1).saturating_sub(1);
        let mut own = Some(GridCell { pieces, covered });
        self.add(cells, 1, || own.take().unwrap_or_default())?;
        let beside = covered.unwrap_or(Covered::FromLeft);
        self.add(cells, others, || GridCell { pieces: Vec::new(), covered: Some(beside) })
    }

    /// Adds cells to a row, as many as a table and a document may have.
    fn add(
        &mut self,
        cells: &mut Vec<GridCell>,
        count: usize,
        cell: impl FnMut() -> GridCell,
    ) -> Result<(), Diagnostic> {
        let columns = cells.len().saturating_add(count);
        if columns > limits::COLUMNS {
            return Err(self.xml.part().too_large(Some(("columns", columns)), limits::COLUMNS));
        }
        self.cells += count;
        if self.cells > limits::CELLS {
            return Err(self.xml.part().too_large(Some(("cells", self.cells)), limits::CELLS));
        }
        cells.extend(std::iter::repeat_with(cell).take(count));
        Ok(())
    }

    /// Sees through what stands between rows or cells. Words cannot stand there.
    fn between(&mut self, element: &Element<'_>) -> Result<(), Diagnostic> {
        match element.named() {
            (Space::Word, "p" | "r" | "t" | "tbl" | "tr" | "tc") => Err(self.misplaced(element)),
            (Space::Word, name) if name.ends_with("Pr") => self.xml.skip(),
            _ => Ok(()),
        }
    }
}

/// By which cell a cell is covered.
fn covering(properties: &CellProperties, column: usize, merged_above: &[usize]) -> Option<Covered> {
    if properties.across == Merge::GoesOn && column > 0 {
        return Some(Covered::FromLeft);
    }
    let goes_on = properties.down == Merge::GoesOn && merged_above.contains(&column);
    goes_on.then_some(Covered::FromAbove)
}
