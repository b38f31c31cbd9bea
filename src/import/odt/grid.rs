//! Tables of LibreOffice: rows and cells onto the columns of a grid.
//!
//! Covered cells stand in the file, so that places need not be worked out; only by which cell one is covered must be. A covered
//! cell that no region reaches is a cell like any other. Rows and cells may be repeated by a number, which is believed only as
//! far as a document's cells and a bound on repeated text allow.

use super::super::flow::{Grid, GridCell, Piece};
use super::super::limits;
use super::super::namespace::Space;
use super::super::table::{AsideKind, Covered};
use super::super::xml::{Element, Event};
use super::body::Body;
use super::inline;
use super::lists::Open;
use crate::diagnostic::Diagnostic;

/// How many rows below are still covered, by column.
type CoveredBelow = Vec<usize>;

/// What a row or a cell that is repeated began with.
struct Begin {
    visible: usize,
    cells: usize,
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
        let lists_around = self.lists.exchange(Open::default());
        let mut grid = Grid::default();
        let mut covered: CoveredBelow = Vec::new();
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Table, "table-row") => {
                    let times = element.number("number-rows-repeated").unwrap_or(1).max(1);
                    let begin = self.begin();
                    let (cells, below) = self.row(&covered)?;
                    self.repeat(&begin, times)?;
                    covered =
                        below.into_iter().map(|rows| rows.saturating_sub(times - 1)).collect();
                    // A row without cells is none.
                    if !cells.is_empty() {
                        let again: Vec<GridCell> = cells.iter().map(GridCell::again).collect();
                        grid.rows.push(cells);
                        grid.rows.extend(std::iter::repeat_n(again, times - 1));
                    }
                }
                // What a table is called, and drawings that hang on it.
                (Space::Table, "title" | "desc") => self.xml.skip()?,
                (Space::Table, "shapes") => {
                    let words = inline::in_paragraphs(&mut self.xml)?.words;
                    self.leave_out(AsideKind::TextBox, words);
                }
                (Space::Text, "p" | "h" | "list") | (Space::Table, "table" | "table-cell") => {
                    return Err(self.misplaced(&element));
                }
                _ => {}
            }
        }
        self.lists.exchange(lists_around);
        self.tables -= 1;
        Ok(grid)
    }

    /// Reads the row that was opened last. Gives its cells and what it leaves covered below it.
    fn row(&mut self, covered: &CoveredBelow) -> Result<(Vec<GridCell>, CoveredBelow), Diagnostic> {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut below: CoveredBelow = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        // The columns that the last cell of the row reaches.
        let mut reached = 0;
        let level = self.xml.depth();
        while let Some(event) = self.xml.next_within(level)? {
            let Event::Open(element) = event else { continue };
            let column = cells.len();
            let covering = match element.named() {
                (Space::Table, "table-cell") => None,
                (Space::Table, "covered-table-cell")
                    if covered.get(column).is_some_and(|rows| *rows > 0) =>
                {
                    Some(Covered::FromAbove)
                }
                (Space::Table, "covered-table-cell") => {
                    (column < reached).then_some(Covered::FromLeft)
                }
                (Space::Text, "p" | "h" | "list") | (Space::Table, "table" | "table-row") => {
                    return Err(self.misplaced(&element));
                }
                _ => continue,
            };
            if element.named() == (Space::Table, "table-cell") {
                reached = self.reached(&element, column)?;
                let rows = self.rows_spanned(&element)?;
                if rows > 1 {
                    below.resize(below.len().max(reached), 0);
                    below.iter_mut().take(reached).skip(column).for_each(|left| *left = rows - 1);
                }
            }
            let times = element.number("number-columns-repeated").unwrap_or(1).max(1);
            self.expect_columns(column.saturating_add(times))?;
            let begin = self.begin();
            let cell = self.cell(covering)?;
            self.repeat(&begin, times)?;
            let again = cell.again();
            cells.push(cell);
            cells.extend(std::iter::repeat_n(again, times - 1));
        }
        Ok((cells, below))
    }

    /// Reads the cell that was opened last.
    fn cell(&mut self, covered: Option<Covered>) -> Result<GridCell, Diagnostic> {
        self.cells += 1;
        let before = self.asides.len();
        let mut pieces = Vec::new();
        if covered.is_none() {
            pieces = self.pieces()?;
        } else {
            let words = inline::in_paragraphs(&mut self.xml)?.words;
            self.leave_out(AsideKind::Hidden, words);
        }
        pieces.extend(self.asides.drain(before..).map(Piece::Aside));
        Ok(GridCell { pieces, covered })
    }

    /// The column behind those that a cell spans.
    fn reached(&self, cell: &Element<'_>, column: usize) -> Result<usize, Diagnostic> {
        let reached = column.saturating_add(cell.number("number-columns-spanned").unwrap_or(1));
        self.expect_columns(reached)?;
        Ok(reached)
    }

    fn rows_spanned(&self, cell: &Element<'_>) -> Result<usize, Diagnostic> {
        let rows = cell.number("number-rows-spanned").unwrap_or(1);
        if rows > limits::ROW_SPAN {
            return Err(self.xml.part().too_large(Some(("span", rows)), limits::ROW_SPAN));
        }
        Ok(rows)
    }

    fn expect_columns(&self, columns: usize) -> Result<(), Diagnostic> {
        if columns > limits::COLUMNS {
            return Err(self.xml.part().too_large(Some(("columns", columns)), limits::COLUMNS));
        }
        Ok(())
    }

    /// Before what may be repeated.
    fn begin(&self) -> Begin {
        Begin { visible: self.visible.len(), cells: self.cells }
    }

    /// Counts what was read since then as often as it stands in the document.
    fn repeat(&mut self, begin: &Begin, times: usize) -> Result<(), Diagnostic> {
        let more = self.cells.saturating_sub(begin.cells).max(1).saturating_mul(times - 1);
        self.cells = self.cells.saturating_add(more);
        if self.cells > limits::CELLS {
            return Err(self.xml.part().too_large(Some(("cells", self.cells)), limits::CELLS));
        }
        let text = self.visible.get(begin.visible..).unwrap_or_default().to_owned();
        self.repeated = self.repeated.saturating_add(text.len().saturating_mul(times - 1));
        if self.repeated > limits::REPEATED {
            let size = (self.repeated >> 20).max(1);
            return Err(self.xml.part().too_large(Some(("size", size)), limits::REPEATED >> 20));
        }
        self.visible.extend(std::iter::repeat_n(text.as_str(), times - 1));
        Ok(())
    }
}
