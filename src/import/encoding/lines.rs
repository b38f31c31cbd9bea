//! Which lines of a document are stand-ins of another encoding, each line by itself: a document often has a title in Unicode above
//! a table that was copied out of an old one.
//!
//! 1. A line is *sure* when the words that speak say so: nearly all can be Vietnamese in one reading, and fewer in any other.
//! 2. Lines that read well both ways ("vô" is a word, and is also how an old font writes "vụ") go with the nearest sure line of
//!    their own column, else of the document.
//! 3. A reading needs two words in the whole document that speak for it: one may be a foreign name.
//!
//! Ordinary Vietnamese in Unicode is never changed: its lines are sure by letters that no old encoding has.

use std::collections::BTreeMap;

use super::reading::Reading;
use super::score::{Case, Score, is_unicode};

/// A line and the column that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// What stands in one column of one table has one number; text outside has the number of its block.
    pub(super) column: (usize, usize),
    pub(super) text: &'t str,
}

/// What a line says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// It is right as it is.
    AsIs,
    /// It is to be read, and how many words say so.
    Read(Reading, usize),
    /// It reads well both ways, or says nothing.
    Open,
}

/// How each line is to be read; nothing for one that is right as it is.
pub(super) fn readings(lines: &[Line<'_>], readings: &[Reading]) -> Vec<Option<Reading>> {
    const FEWEST_WORDS: usize = 2;
    let mut sure: Vec<Sure> = lines.iter().map(|line| of(line.text, readings)).collect();
    for reading in readings {
        let words = |sure: &Sure| match sure {
            Sure::Read(own, words) if own == reading => *words,
            _ => 0,
        };
        if sure.iter().map(words).sum::<usize>() < FEWEST_WORDS {
            let doubted = sure.iter_mut().filter(|sure| words(sure) > 0);
            doubted.for_each(|sure| *sure = Sure::Open);
        }
    }
    if !sure.iter().any(|sure| matches!(sure, Sure::Read(..))) {
        return vec![None; lines.len()];
    }
    decided(lines, &sure)
}

/// How each line is to be read when a person says which encoding it is: all but those that are right as they are.
pub(super) fn readings_said(lines: &[Line<'_>], reading: Reading) -> Vec<Option<Reading>> {
    let is_right = |line: &Line<'_>| of(line.text, &[reading]) == Sure::AsIs;
    lines.iter().map(|line| (!is_right(line)).then_some(reading)).collect()
}

/// The text of a line, read as was decided.
pub(super) fn read(text: &str, reading: Option<Reading>) -> String {
    match reading {
        None => text.to_owned(),
        Some(reading) if is_unicode(text) => reading.read_odd_words(text),
        Some(reading) => reading.read(text).unwrap_or_else(|| text.to_owned()),
    }
}

fn of(text: &str, readings: &[Reading]) -> Sure {
    if text.is_ascii() {
        return Sure::Open;
    }
    let as_is = Score::of(text, Case::Written);
    // No reading can be better than one in which every word is Vietnamese.
    if is_unicode(text) && as_is.plausible > 0 && as_is.reaches(1, 1) {
        return Sure::AsIs;
    }
    let scores: Vec<(Reading, Score)> = readings.iter().map(|r| (*r, r.score(text))).collect();
    let best = scores.iter().copied().reduce(
        |best, next| {
            if next.1.is_above(best.1) { next } else { best }
        },
    );
    let Some((reading, score)) = best.filter(|(_, score)| score.plausible > 0) else {
        return if as_is.plausible > 0 { Sure::AsIs } else { Sure::Open };
    };
    let is_alone = scores.iter().all(|(other, own)| *other == reading || score.is_above(*own));
    if score.is_above(as_is) && score.reaches(2, 3) && is_alone {
        // Words that are right either way do not speak.
        let speaking = score.plausible.saturating_sub(as_is.plausible.min(score.plausible - 1));
        Sure::Read(reading, speaking)
    } else if is_unicode(text) || as_is.is_above(score) {
        Sure::AsIs
    } else {
        Sure::Open
    }
}

/// Open lines by their neighbours.
fn decided(lines: &[Line<'_>], sure: &[Sure]) -> Vec<Option<Reading>> {
    let mut columns: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let mut all: Vec<usize> = Vec::new();
    for (place, (line, sure)) in lines.iter().zip(sure).enumerate() {
        if *sure != Sure::Open {
            columns.entry(line.column).or_default().push(place);
            all.push(place);
        }
    }
    let decide = |(place, line): (usize, &Line<'_>)| {
        let own = sure.get(place).copied().filter(|sure| *sure != Sure::Open);
        let in_column = || nearest(columns.get(&line.column)?, place);
        let decisive = own.or_else(|| {
            let neighbour = in_column().or_else(|| nearest(&all, place))?;
            sure.get(neighbour).copied()
        });
        match decisive {
            Some(Sure::Read(reading, _)) => Some(reading),
            _ => None,
        }
    };
    lines.iter().enumerate().map(decide).collect()
}

/// The place nearest to another one, of two the one before it.
fn nearest(places: &[usize], place: usize) -> Option<usize> {
    let behind = places.partition_point(|known| *known < place);
    let before = behind.checked_sub(1).and_then(|before| places.get(before)).copied();
    let behind = places.get(behind).copied();
    [before, behind].into_iter().flatten().min_by_key(|known| known.abs_diff(place))
}
