//! Rows of a Markdown table as they are printed.
//!
//! A text is taken for Markdown when it has a row that only draws: `|---|:--:|`. Then `\|` is a bar and no separator, a backslash
//! before any other sign is not printed, `<br>` is a line break, `&nbsp;` a blank, and the marks of strong words (`**`, `__`) are
//! not printed where a cell has them in pairs. Single `*` and `_` stay: plans print them as they are, "(*)".

use super::SEPARATOR;

/// Stands for a bar within a cell until the row is cut into cells. No text has it.
const BAR: char = '\u{1}';
/// Stands for a line break within a cell.
const BREAK: char = '\u{2}';

/// What Markdown writes for strong words.
const STRONG: [&str; 2] = ["**", "__"];

/// Whether a line draws the table below a Markdown header.
pub(super) fn draws_a_table(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | ':') || c == SEPARATOR || c.is_whitespace();
    line.contains(SEPARATOR) && line.contains('-') && line.chars().all(drawn)
}

/// A row as it is printed, but for bars and line breaks within its cells, which [`cell`] gives back.
pub(super) fn row(line: &str) -> String {
    let line = unescaped(&line.replace("&nbsp;", " "));
    let cells = line.split(SEPARATOR).map(|cell| without_strong(&with_breaks(cell)));
    cells.collect::<Vec<String>>().join("|")
}

/// The text of a cell of such a row.
pub(super) fn cell(cell: &str) -> String {
    cell.replace(BAR, "|").replace(BREAK, "\n")
}

fn unescaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.next_if(|next| letter == '\\' && next.is_ascii_punctuation()) {
            Some(SEPARATOR) => text.push(BAR),
            Some(sign) => text.push(sign),
            None => text.push(letter),
        }
    }
    text
}

fn with_breaks(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        let tag = behind
            .split_once('>')
            .filter(|(tag, _)| tag.trim_end_matches('/').trim_end().eq_ignore_ascii_case("br"));
        if let Some((_, after)) = tag {
            text.push(BREAK);
            rest = after;
        } else {
            text.push('<');
            rest = behind;
        }
    }
    text + rest
}

fn without_strong(cell: &str) -> String {
    STRONG.iter().fold(cell.to_owned(), |cell, mark| {
        let count = cell.matches(mark).count();
        if count > 0 && count.is_multiple_of(2) { cell.replace(mark, "") } else { cell }
    })
}

#[cfg(test)]
mod tests {
    use super::{cell, draws_a_table, row};

    #[test]
    fn a_row_is_read_as_it_is_printed() {
        let printed = row(r"| **1\.** | a \| b \\ (\*) (*) <br/>c <b | __Sở__ ** |&nbsp;x|");
        assert_eq!(cell(&printed), "| 1. | a | b \\ (*) (*) \nc <b | Sở ** | x|");
        assert_eq!(printed.matches('|').count(), 5);
    }

    #[test]
    fn only_a_drawn_row_makes_a_table() {
        assert!(draws_a_table("|---|:--:|") && draws_a_table("--- | ---"));
        assert!(!draws_a_table("+---+") && !draws_a_table("| - | a |") && !draws_a_table("----"));
    }
}
