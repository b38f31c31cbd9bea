//! Remarks and text boxes of an `.xls` sheet, which calamine does not read.
//!
//! An object says its number, and its text follows in records of its own; a note then says which object's text is a remark, and
//! on which cell. The numbers of records are those of [MS-XLS].

use std::collections::BTreeMap;

use super::old_excel_records::u16_at;
use super::{place_of_cell, place_of_sheet};
use crate::import::table::{Aside, AsideKind};
use crate::text;

const NOTE: u16 = 0x001C;
const CONTINUE: u16 = 0x003C;
const OBJECT: u16 = 0x005D;
const TEXT: u16 = 0x01B6;

/// What the objects of a sheet say.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The letters of each object in UTF-16, by its number.
    texts: BTreeMap<u16, Vec<u16>>,
    /// Rows and columns of remarks, with the numbers of their objects.
    places: Vec<(u16, u16, u16)>,
    /// The object that was met last.
    object: Option<u16>,
    /// How many letters its text still lacks.
    lacking: usize,
}

impl Notes {
    /// Takes the next record of the sheet.
    pub(super) fn take(&mut self, kind: u16, record: &[u8]) {
        match kind {
            // Behind the kind and the length of its first part, and what kind of object it is.
            OBJECT => self.object = u16_at(record, 6),
            TEXT => self.lacking = u16_at(record, 10).map(usize::from).unwrap_or_default(),
            CONTINUE if self.lacking > 0 => self.take_letters(record),
            NOTE => {
                let place = u16_at(record, 0).zip(u16_at(record, 2)).zip(u16_at(record, 6));
                self.places.extend(place.map(|((row, column), object)| (row, column, object)));
            }
            _ => {}
        }
    }

    /// Letters of one or two bytes, as the first byte says.
    fn take_letters(&mut self, record: &[u8]) {
        let Some((wide, letters)) = record.split_first() else { return };
        let letters: Vec<u16> = if wide & 1 == 0 {
            letters.iter().copied().map(u16::from).take(self.lacking).collect()
        } else {
            let pairs = letters.chunks_exact(2).filter_map(|pair| u16_at(pair, 0));
            pairs.take(self.lacking).collect()
        };
        self.lacking -= letters.len();
        if let Some(object) = self.object {
            self.texts.entry(object).or_default().extend(letters);
        }
    }

    /// The remarks with their cells, then the text boxes.
    pub(super) fn asides(&self, sheet: &str) -> Vec<(String, Aside)> {
        let words = |object: &u16| {
            let letters = self.texts.get(object)?;
            Some(text::one_line(&String::from_utf16_lossy(letters))).filter(|w| !w.is_empty())
        };
        let remark = |(row, column, object): &(u16, u16, u16)| {
            let place = place_of_cell(sheet, u32::from(*row), u32::from(*column));
            Some((place, Aside::of(AsideKind::Comment, words(object)?)))
        };
        let is_remark = |object: &u16| self.places.iter().any(|(_, _, of)| of == object);
        let boxes = self.texts.keys().filter(|object| !is_remark(object));
        let text_box = |object: &u16| {
            Some((place_of_sheet(sheet), Aside::of(AsideKind::TextBox, words(object)?)))
        };
        self.places.iter().filter_map(remark).chain(boxes.filter_map(text_box)).collect()
    }
}
