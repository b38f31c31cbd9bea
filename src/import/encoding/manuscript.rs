//! Text of a document that was copied out of an old one, brought to Unicode: line by line, wherever it stands.
//!
//! What the reader calls visible is brought to Unicode with the same lines, and only where the two agreed before: what a reader
//! lost stays lost, for the account to find.

use super::invisible;
use super::lines::{self, Line};
use super::reading::Reading;
use super::score::{Case, Score};
use super::{Decoded, Encoding};
use crate::diagnostic::Diagnostic;
use crate::import::table::{Block, Manuscript};
use crate::text;

/// A manuscript in Unicode, and the encoding whose stand-ins it held.
///
/// # Errors
/// When the words of a table are Vietnamese in no reading.
pub(in crate::import) fn modernise(
    manuscript: Manuscript,
    file: &str,
    said: Option<Encoding>,
) -> Result<(Manuscript, Option<Encoding>), Diagnostic> {
    let readings = readings(&lines_of(&manuscript), said);
    let Some(found) = most(&readings) else {
        expect_readable(&manuscript, file, said)?;
        return Ok((invisible::dropped_from(manuscript), None));
    };
    let added_up = visible(&manuscript) == manuscript.visible;
    let mut manuscript = manuscript;
    let places = manuscript.blocks.iter_mut().flat_map(lines_mut);
    for (line, reading) in places.zip(&readings) {
        *line = text::one_line(&lines::read(line, *reading));
    }
    if added_up {
        manuscript.visible = visible(&manuscript);
    }
    for aside in &mut manuscript.asides {
        let line = Line { column: (0, 0), text: &aside.text };
        let reading = self::readings(&[line], said).into_iter().flatten().next();
        aside.text = lines::read(&aside.text, reading);
    }
    expect_readable(&manuscript, file, said)?;
    Ok((invisible::dropped_from(manuscript), Some(found.encoding())))
}

/// The same of a text that no reader has seen yet, so that the words of a header are known to it.
pub(in crate::import) fn modernise_text(decoded: Decoded, said: Option<Encoding>) -> Decoded {
    let said = super::still_said(said, decoded.found);
    let split: Vec<&str> = decoded.text.split('\n').collect();
    let lines: Vec<Line<'_>> = split.iter().map(|text| Line { column: (0, 0), text }).collect();
    let readings = readings(&lines, said);
    let Some(found) = most(&readings) else {
        return Decoded { text: invisible::dropped(decoded.text), ..decoded };
    };
    let read = split.iter().zip(&readings).map(|(line, reading)| lines::read(line, *reading));
    let text = read.collect::<Vec<String>>().join("\n");
    Decoded { text: invisible::dropped(text), found: Some(found.encoding()) }
}

/// The same of the source of a page, as far as its bytes were taken for letters: among them are blanks, which no reader keeps.
pub(super) fn decode_once(decoded: Decoded) -> Decoded {
    let read = Reading::Once.score(&decoded.text);
    let is_better = read.is_above(Score::of(&decoded.text, Case::Written)) && read.reaches(9, 10);
    match Reading::Once.read(&decoded.text).filter(|_| is_better) {
        Some(text) => Decoded { text, found: Some(Encoding::Utf8Twice) },
        None => decoded,
    }
}

/// How each line is to be read, as far as a person leaves that open.
fn readings(lines: &[Line<'_>], said: Option<Encoding>) -> Vec<Option<Reading>> {
    match said {
        None => lines::readings(lines, &Reading::ALL),
        Some(Encoding::Tcvn3) => lines::readings_said(lines, Reading::Tcvn3),
        Some(Encoding::Vni) => lines::readings_said(lines, Reading::Vni),
        Some(_) => vec![None; lines.len()],
    }
}

/// All lines with the columns that they stand in, in the order of the document.
fn lines_of(manuscript: &Manuscript) -> Vec<Line<'_>> {
    let blocks = manuscript.blocks.iter().enumerate();
    let lines = blocks.flat_map(|(place, block)| match block {
        Block::Text(lines) => {
            lines.iter().map(|text| Line { column: (place, 0), text }).collect::<Vec<_>>()
        }
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
            let lines = cells.flat_map(|(column, cell)| {
                cell.lines.iter().map(move |text| Line { column: (place, column), text })
            });
            lines.collect()
        }
    });
    lines.collect()
}

/// The same lines in the same order, to be written.
fn lines_mut(block: &mut Block) -> Vec<&mut String> {
    match block {
        Block::Text(lines) => lines.iter_mut().collect(),
        Block::Table(table) => {
            let cells = table.rows.iter_mut().flat_map(|row| row.cells.iter_mut());
            cells.flat_map(|cell| cell.lines.iter_mut()).collect()
        }
    }
}

/// The visible characters of all lines.
fn visible(manuscript: &Manuscript) -> String {
    lines_of(manuscript).iter().map(|line| text::visible(line.text)).collect()
}

/// The reading that most lines were given.
fn most(readings: &[Option<Reading>]) -> Option<Reading> {
    let count = |reading: &Reading| readings.iter().flatten().filter(|own| *own == reading).count();
    Reading::ALL.into_iter().filter(|reading| count(reading) > 0).max_by_key(count)
}

/// Makes sure that the words of each table can be Vietnamese, unless a person said how to read them. A few need not: they are
/// foreign names.
///
/// # Errors
/// When most of a table's words cannot be Vietnamese.
pub(in crate::import) fn expect_readable(
    manuscript: &Manuscript,
    file: &str,
    said: Option<Encoding>,
) -> Result<(), Diagnostic> {
    const FEW: usize = 5;
    for table in manuscript.tables().filter(|_| said.is_none()) {
        let lines = || table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines);
        let score = |line: &String| Score::of(line, Case::Lost);
        let whole = lines().map(score).fold(Score::default(), Score::and);
        if whole.words >= FEW && !whole.reaches(1, 2) {
            let odd = lines().find(|line| !score(line).reaches(1, 1));
            let words = odd.map(|line| text::excerpt(line, 60)).unwrap_or_default();
            return Err(super::unreadable(&words, file));
        }
    }
    Ok(())
}
