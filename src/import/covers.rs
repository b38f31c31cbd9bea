//! Which cell covers which: where the words of a covered cell stand.

use super::table::{Cell, Covered, Row};

/// Row and column of a cell, both from 0.
pub(super) type Place = (usize, usize);

/// For each cell of a table the cell in which its words stand: itself, unless another one covers it.
#[derive(Debug)]
pub(super) struct Covers {
    sources: Vec<Vec<Place>>,
}

impl Covers {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut sources: Vec<Vec<Place>> = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            let mut places: Vec<Place> = Vec::new();
            for (column, cell) in cells.cells.iter().enumerate() {
                let left = || places.last().copied();
                let above = || sources.last().and_then(|above| above.get(column)).copied();
                let source = match cell.covered {
                    None => None,
                    Some(Covered::FromLeft) => left(),
                    Some(Covered::FromAbove) => above(),
                };
                places.push(source.unwrap_or((row, column)));
            }
            sources.push(places);
        }
        Self { sources }
    }

    /// Where the words of a cell stand.
    pub(super) fn source(&self, row: usize, column: usize) -> Place {
        let place = self.sources.get(row).and_then(|row| row.get(column));
        place.copied().unwrap_or((row, column))
    }

    /// The cell that spans rows down to this one, and begins in this very column.
    pub(super) fn above<'r>(&self, rows: &'r [Row], row: usize, column: usize) -> Option<&'r Cell> {
        let (source, begins) = self.source(row, column);
        let spans = source < row && begins == column;
        let cell = spans.then(|| rows.get(source)?.cells.get(column))??;
        (!cell.is_blank()).then_some(cell)
    }

    /// The row in which the words of a cell stand, if it is one above.
    pub(super) fn row_above(&self, row: usize, column: usize) -> Option<usize> {
        let (source, _) = self.source(row, column);
        (source < row).then_some(source)
    }

    /// The last column that the cell at this place covers in its own row.
    pub(super) fn right_end(&self, row: usize, column: usize) -> usize {
        let places = self.sources.get(row).map(Vec::as_slice).unwrap_or_default();
        let covered = places.iter().skip(column + 1).take_while(|place| **place == (row, column));
        column + covered.count()
    }
}
