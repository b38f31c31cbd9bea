//! A page as tables and the lines between them.
//!
//! A table within a cell is text of that cell, a line a row. But pages also use tables to place things: such a *frame* is no table of
//! the document; what stands in it stands by itself. A table is a frame when it holds another one and is a single row or
//! column, or when the other one is the larger.

use scraper::{ElementRef, Node};

use super::element::{self, Role};
use super::grid;
use super::lines::{Lines, Wraps};
use crate::diagnostic::{Code, Diagnostic};
use crate::import::limits;
use crate::import::table::{Block, Breaks, Table};

/// The blocks of a page, and the elements that its tables are, first to last.
///
/// # Errors
/// When its tables pass the limits.
pub(super) fn blocks<'t>(
    root: ElementRef<'t>,
    file: &str,
) -> Result<(Vec<Block>, Vec<ElementRef<'t>>), Diagnostic> {
    let mut flow = Flow {
        file,
        blocks: Vec::new(),
        lines: Lines::default(),
        tables: Vec::new(),
        cells: 0,
        frames: 0,
    };
    flow.walk(root, Wraps::MeanNothing)?;
    flow.end_text();
    Ok((flow.blocks, flow.tables))
}

struct Flow<'f, 't> {
    file: &'f str,
    blocks: Vec<Block>,
    /// The lines since the last table.
    lines: Lines,
    /// The tables so far, and how many cells they have.
    tables: Vec<ElementRef<'t>>,
    cells: usize,
    /// Within how many frames we are.
    frames: usize,
}

impl<'t> Flow<'_, 't> {
    fn walk(&mut self, element: ElementRef<'t>, wraps: Wraps) -> Result<(), Diagnostic> {
        match element::role(element) {
            Role::Nothing | Role::Aside(_) => {}
            Role::Break => self.lines.end(),
            Role::Inline => self.walk_inside(element, wraps)?,
            role @ (Role::Block | Role::Preformatted) => {
                self.lines.end();
                self.walk_inside(element, wraps.within(role))?;
                self.lines.end();
            }
            Role::Table => {
                self.lines.end();
                if is_frame(element) { self.frame(element)? } else { self.table(element)? }
            }
        }
        Ok(())
    }

    fn walk_inside(&mut self, element: ElementRef<'t>, wraps: Wraps) -> Result<(), Diagnostic> {
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.lines.push(text, wraps);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.walk(child, wraps)?;
            }
        }
        Ok(())
    }

    fn frame(&mut self, table: ElementRef<'t>) -> Result<(), Diagnostic> {
        if self.frames == limits::TABLE_DEPTH {
            let fault = Diagnostic::new(Code::ImportLimit).with("file", self.file);
            return Err(fault.with("limit", limits::TABLE_DEPTH));
        }
        self.frames += 1;
        for part in element::shown_order(table) {
            self.walk(part, Wraps::MeanNothing)?;
        }
        self.frames -= 1;
        Ok(())
    }

    fn table(&mut self, table: ElementRef<'t>) -> Result<(), Diagnostic> {
        for caption in grid::captions(table) {
            self.walk(caption, Wraps::MeanNothing)?;
        }
        let rows = grid::rows(table, self.cells, self.file)?;
        self.cells += rows.iter().map(|row| row.cells.len()).sum::<usize>();
        if rows.iter().all(|row| row.cells.is_empty()) {
            return Ok(());
        }
        self.end_text();
        self.tables.push(table);
        let table = Table { index: self.tables.len(), name: None, breaks: Breaks::Printed, rows };
        self.blocks.push(Block::Table(table));
        Ok(())
    }

    fn end_text(&mut self) {
        let lines = self.lines.take();
        self.blocks.extend((!lines.is_empty()).then_some(Block::Text(lines)));
    }
}

/// Whether a table only places what stands in it.
fn is_frame(table: ElementRef<'_>) -> bool {
    const FEWEST_COLUMNS: usize = 3;
    let own = Size::of(table);
    let mut inner = inner_tables(table).map(Size::of).peekable();
    if inner.peek().is_none() {
        return false;
    }
    own.rows == 1
        || own.columns == 1
        || inner
            .any(|inner| inner.columns >= own.columns.max(FEWEST_COLUMNS) && inner.rows > own.rows)
}

/// The tables within a table, at any depth, that are shown.
fn inner_tables(table: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    let mut open: Vec<ElementRef<'_>> = table.child_elements().collect();
    std::iter::from_fn(move || {
        while let Some(element) = open.pop() {
            match element::role(element) {
                Role::Nothing | Role::Aside(_) => {}
                role => {
                    open.extend(element.child_elements());
                    if role == Role::Table {
                        return Some(element);
                    }
                }
            }
        }
        None
    })
}

/// How many rows a table has, and cells in the row with the most.
struct Size {
    rows: usize,
    columns: usize,
}

impl Size {
    fn of(table: ElementRef<'_>) -> Self {
        let rows: Vec<ElementRef<'_>> = grid::groups(table).into_iter().flatten().collect();
        let columns = rows.iter().map(|row| grid::cells(*row).len()).max().unwrap_or_default();
        Self { rows: rows.len(), columns }
    }
}
