//! Rows of a table that are no part of the plan's words: told by what stands in them, left out and named with the reason.

use super::table::Cell;
use crate::text;

/// Why a row, or a cell, is no part of the plan's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LeftOut {
    /// It stands above the header.
    AboveHeader,
    /// It is the header, or repeats it.
    Header,
    /// It counts the columns.
    Counting,
    /// Nothing stands in it.
    Blank,
    /// It adds up the rows above.
    Sum,
    /// It is a note below the rows.
    Note,
    /// It belongs to the signatures below the rows.
    Foot,
    /// It is a page's number that came between the rows.
    Page,
    /// A cell that says once more what the title in its row says.
    Repeated,
    /// A cell of a title that holds for the tasks below, where it is written.
    Inherited,
    /// A cell of a title in a column of the plan's own, for which its file has no place.
    OfTitle,
}

impl LeftOut {
    /// The reason's name in the catalogue.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::AboveHeader => "left-above-header",
            Self::Header => "left-header",
            Self::Counting => "left-counting",
            Self::Blank => "left-blank",
            Self::Sum => "left-sum",
            Self::Note => "left-note",
            Self::Foot => "left-foot",
            Self::Page => "left-page",
            Self::Repeated => "left-repeated",
            Self::Inherited => "left-inherited",
            Self::OfTitle => "left-of-title",
        }
    }
}

/// Words that the text of a row of sums begins with; behind them stands at most what it adds up.
const SUMS: &[&str] = &["cong", "tong", "tong cong", "tong so", "tong kinh phi", "cong cong"];

/// What goes before the numbers of what a row adds up: "Cộng mục I", "Tổng cộng phần A và B".
const ADDED_UP: &[&str] = &["muc", "phan", "nhom", "va"];

/// Whether a row adds up the rows above: its first words say so.
pub(super) fn is_sum(cells: &[Cell]) -> bool {
    let first = cells.iter().map(Cell::text).find(|text| text.contains(char::is_alphabetic));
    let words = first.map(|text| text::folded_words(&text)).unwrap_or_default();
    let begins = |length: &usize| {
        words.get(..*length).is_some_and(|begin| SUMS.contains(&begin.join(" ").as_str()))
    };
    let longest = (1..=words.len()).rev().find(begins);
    longest.and_then(|length| words.get(length..)).is_some_and(|rest| {
        rest.iter().all(|word| ADDED_UP.contains(&word.as_str()) || is_number(word))
    })
}

/// Whether a folded word is the number of a part: "i", "iv", "a", "2".
fn is_number(word: &str) -> bool {
    let roman = word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    roman || word.chars().all(|c| c.is_ascii_digit()) || word.chars().count() == 1
}

/// Whether a row is a note: one cell that begins with "Ghi chú".
pub(super) fn is_note(cells: &[Cell]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_blank());
    let Some(first) = filled.next() else { return false };
    let words = text::fold(&first.text());
    let begins = words.strip_prefix("ghi chu").or_else(|| words.strip_prefix("* ghi chu"));
    filled.next().is_none()
        && begins.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '.', ' ']))
}

/// Whether a row holds nothing but a page's number. A bare number may also be the rest of a row whose other cells were lost:
/// in the column of numbers of a row that has all its cells, and anywhere if it is the one that the rows come to next.
pub(super) fn is_page(cells: &[Cell], number_column: Option<usize>, next: usize) -> bool {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
    let (Some((place, cell)), None) = (filled.next(), filled.next()) else { return false };
    let text = cell.text();
    let bare = text.bytes().all(|b| b.is_ascii_digit());
    let numbers = cells.len() > 1 && number_column == Some(place);
    is_page_number(&text) && !(bare && (numbers || text == next.to_string()))
}

/// Whether the header or footer of a page says more than its number, which a field may have left blank: "Trang /".
pub(super) fn says_more_than_a_page(words: &str) -> bool {
    text::folded_words(words).iter().any(|word| {
        !matches!(word.as_str(), "trang" | "page") && word.contains(char::is_alphabetic)
    })
}

/// Whether a line is a page's number: "2", "- 2 -", "Trang 2/5".
pub(super) fn is_page_number(line: &str) -> bool {
    let folded = text::fold(line);
    let folded = folded.trim_matches(['-', '–', ' ']);
    let number = folded.strip_prefix("trang").unwrap_or(folded).trim();
    let digits = |text: &str| {
        const LONGEST: usize = 3;
        let text = text.trim();
        !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_digit())
    };
    match number.split_once('/') {
        Some((page, pages)) => digits(page) && digits(pages),
        None => digits(number),
    }
}
