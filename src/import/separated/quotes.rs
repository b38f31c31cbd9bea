//! Which quotes of separated values enclose a cell.
//!
//! One that opens at a cell's beginning must close before a separator or the end of a line. Where it does not, as in
//! `1,"Sở Y tế,2023`, it is a letter like others, and the cell ends where it would without it: otherwise one forgotten quote would
//! make a single cell of the rest of the file, and nobody would see it.

use crate::import::limits;
use crate::text;

/// A text of separated values whose quotes are sound.
pub(super) struct Quotes {
    /// The text; a quote that encloses nothing is written as a letter.
    pub(super) sound: String,
    /// The number of each row that is not empty, from 1, empty ones counted.
    pub(super) places: Vec<usize>,
    /// The visible characters of all cells.
    pub(super) visible: String,
}

impl Quotes {
    /// Looks through a text; nothing when it has more cells or longer rows than a plan can have.
    pub(super) fn read(text: &str, separator: char) -> Option<Self> {
        let mut quotes = Self { sound: String::new(), places: Vec::new(), visible: String::new() };
        let mut cells = 0;
        let mut rest = text;
        let mut place = 0;
        while !rest.is_empty() {
            place += 1;
            if let Some(behind) = line_end(rest) {
                rest = behind;
                continue;
            }
            quotes.places.push(place);
            let mut width = 0;
            loop {
                let (cell, behind) = Found::first(rest, separator);
                quotes.sound.push_str(&cell.written());
                quotes.visible.push_str(&text::visible(&cell.words()));
                (width, cells) = (width + 1, cells + 1);
                if width > limits::COLUMNS || cells > limits::CELLS {
                    return None;
                }
                let Some(behind) = behind.strip_prefix(separator) else {
                    rest = line_end(behind).unwrap_or(behind);
                    break;
                };
                quotes.sound.push(separator);
                rest = behind;
            }
            quotes.sound.push('\n');
        }
        Some(quotes)
    }
}

/// A cell as it stands in the text.
enum Found<'t> {
    /// Within quotes, which are not part of it; a quote within is doubled.
    Quoted(&'t str),
    Bare(&'t str),
}

impl<'t> Found<'t> {
    /// The first cell of a text, and what stands behind it.
    fn first(text: &'t str, separator: char) -> (Self, &'t str) {
        let ends = |c: char| c == separator || c == '\n' || c == '\r';
        if let Some(within) = text.strip_prefix('"') {
            let close = closing_quote(within);
            let behind = close.and_then(|close| within.get(close + 1..));
            if let Some(behind) =
                behind.filter(|behind| behind.is_empty() || behind.starts_with(ends))
            {
                let words = close.and_then(|close| within.get(..close)).unwrap_or_default();
                return (Self::Quoted(words), behind);
            }
        }
        let (words, behind) = text.split_at(text.find(ends).unwrap_or(text.len()));
        (Self::Bare(words), behind)
    }

    /// The cell as sound values have it.
    fn written(&self) -> String {
        match self {
            Self::Quoted(words) => format!("\"{words}\""),
            Self::Bare(words) if words.starts_with('"') => {
                format!("\"{}\"", words.replace('"', "\"\""))
            }
            Self::Bare(words) => (*words).to_owned(),
        }
    }

    /// Its words.
    fn words(&self) -> String {
        match self {
            Self::Quoted(words) => words.replace("\"\"", "\""),
            Self::Bare(words) => (*words).to_owned(),
        }
    }
}

/// Where the quote stands that closes a cell: the first one that is not doubled.
fn closing_quote(within: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let quote = from + within.get(from..)?.find('"')?;
        if !within.get(quote + 1..)?.starts_with('"') {
            return Some(quote);
        }
        from = quote + 2;
    }
}

/// What stands behind the end of a line, if the text begins with one.
fn line_end(text: &str) -> Option<&str> {
    let windows = text.strip_prefix("\r\n");
    windows.or_else(|| text.strip_prefix('\n')).or_else(|| text.strip_prefix('\r'))
}
