//! How badly a cell fits the column that it would stand in. The reader of text dumps finds the ends of rows by it, and every
//! row is judged by it once more before it is understood.

use super::agencies;
use super::number::{Number, Shape};
use crate::model::{Column, Period};

/// What can be said of a cell before its column is known.
#[allow(clippy::struct_excessive_bools, reason = "independent answers to independent questions")]
#[derive(Debug, Clone)]
pub(super) struct Features {
    blank: bool,
    dash: bool,
    numbered: bool,
    /// Whether it could be the number of a row of a long plan: "1234", and "2023", which a period is as well.
    counted: bool,
    dated: bool,
    agency: bool,
    /// Whether it could be a code of the plan's own: "NV-01".
    code: bool,
    letters: usize,
}

/// From here on a cell cannot be meant to stand in the column.
const SEVERE: u32 = 25;

/// Longer than any period, number or name of an agency: a stretch of prose.
const PROSE: usize = 160;

/// Longer than any code or word that stands for a number: "Phần thứ nhất".
const LONGEST_CODE: usize = 15;

impl Features {
    pub(super) fn of(text: &str) -> Self {
        let number = Number::of_row(text, 0);
        let letters = text.chars().count();
        let short = letters <= PROSE;
        Self {
            blank: text.is_empty(),
            dash: number.shape == Shape::Dash,
            numbered: short && Number::looks_like_one(text),
            counted: short && matches!(number.shape, Shape::Arabic(1 | 2)),
            dated: short && Period::read(text).understood(),
            agency: agencies::begins(agencies::without_bullet(text)),
            code: letters <= LONGEST_CODE
                && text.contains(char::is_numeric)
                && !text.contains(char::is_whitespace),
            letters,
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.blank
    }

    /// Whether it can only be a number: "2023" and "1.2023" could be periods.
    pub(super) fn is_number(&self) -> bool {
        self.numbered
    }

    /// Whether a cell that the document itself puts into a column can be meant to stand there. What could be the number of a
    /// row is one in the column of numbers, though it looks like a year.
    pub(super) fn fits(&self, column: Option<Column>) -> bool {
        let is_number = column == Some(Column::Number) && self.counted;
        is_number || self.misfit(column) < SEVERE
    }

    /// How badly it fits a column, 0 for well.
    pub(super) fn misfit(&self, column: Option<Column>) -> u32 {
        match column {
            Some(Column::Number) => self.misfit_number(),
            Some(Column::Text) => match (self.blank, self.numbered, self.dated) {
                (true, ..) => SEVERE,
                (_, true, _) => 30,
                (_, _, true) => 20,
                _ => 0,
            },
            Some(Column::Lead | Column::Coordinating) => self.misfit_agencies(),
            Some(Column::Period) => self.misfit_period(),
            None if self.numbered => 4,
            None => 0,
        }
    }

    fn misfit_number(&self) -> u32 {
        if self.numbered || (self.counted && !self.dated) {
            0
        } else if self.blank {
            6
        } else if self.code && !self.dated {
            8
        } else if self.letters <= LONGEST_CODE && !self.agency && !self.dated {
            22
        } else {
            40
        }
    }

    fn misfit_agencies(&self) -> u32 {
        // A bare dash stands in many plans for "nobody".
        match (self.blank || self.agency, self.dash, self.numbered || self.dated) {
            (true, ..) => 0,
            (_, true, _) => 18,
            (_, _, true) => 40,
            _ if self.letters > PROSE => 15,
            _ => 5,
        }
    }

    fn misfit_period(&self) -> u32 {
        match (self.blank || self.dated, self.dash, self.numbered || self.agency) {
            (true, ..) => 0,
            (_, true, _) => 18,
            (_, _, true) => 40,
            _ if self.letters > PROSE => 24,
            _ => 8,
        }
    }
}
