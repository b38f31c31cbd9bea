//! The lines of a cell as its author meant them: wraps of the source joined, list items kept apart.
//!
//! Whether a line that begins with a dash is an item or the rest of the line above depends on the column: "2023 / - 2024" is
//! one period, "kinh tế - / xã hội" one term, and in a cell of agencies a dash is an item's when an agency's name follows
//! it ("Lao động / - Thương binh và Xã hội" goes on).

use super::agencies;
use super::table::{Breaks, Cell};

/// A period, a number or a title: always one line of words.
pub(super) fn one(cell: &Cell) -> String {
    cell.text()
}

/// Paragraphs of prose. A wrap that begins with a dash is an item only where the line above has come to an end.
pub(super) fn paragraphs(cell: &Cell, breaks: Breaks) -> Vec<String> {
    let ended = |above: &str| above.ends_with(['.', ';', ':', '…', '!', '?']);
    joined(cell, breaks, |above, line| bullet(line).is_some() && ended(above))
}

/// Lines of agencies, each an item of the list or the whole cell.
pub(super) fn agency_lines(cell: &Cell, breaks: Breaks) -> Vec<String> {
    let item = |above: &str, line: &str| {
        bullet(line).is_some_and(|(_, rest)| agencies::begins(rest) || !agencies::names_one(above))
    };
    let lines = joined(cell, breaks, item);
    let itemised = lines.first().is_some_and(|line| bullet(line).is_some());
    if itemised { lines.iter().flat_map(|line| inline_items(line)).collect() } else { lines }
}

/// The sign that a line begins with, and what follows it.
pub(super) fn bullet(line: &str) -> Option<(char, &str)> {
    let line = line.trim_start();
    let sign = line.chars().next()?;
    let rest = line.get(sign.len_utf8()..)?;
    let spaced = rest.starts_with(char::is_whitespace);
    match sign {
        '•' | '·' | '●' | '▪' => Some((sign, rest.trim_start())),
        '-' | '–' | '+' | '*' if spaced => Some((sign, rest.trim_start())),
        // "-Sở Y tế": the blank is often forgotten, but "-5%" is no item.
        '-' | '–' | '+' if rest.starts_with(char::is_alphabetic) => Some((sign, rest)),
        _ => None,
    }
}

fn joined(cell: &Cell, breaks: Breaks, begins: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in &cell.lines {
        match lines.last_mut() {
            Some(above) if breaks == Breaks::Wraps && !begins(above, line) => {
                above.push(' ');
                above.push_str(line);
            }
            _ => lines.push(line.clone()),
        }
    }
    lines
}

/// The items of a list that stands on one line, "- Sở Y tế - Sở Nội vụ": each begins with the first one's sign and with an
/// agency.
fn inline_items(line: &str) -> Vec<String> {
    let Some((sign, _)) = bullet(line) else { return vec![line.to_owned()] };
    let mark = format!(" {sign} ");
    let mut items = Vec::new();
    let mut start = 0;
    for (place, _) in line.match_indices(&mark) {
        let rest = line.get(place + mark.len()..).unwrap_or_default();
        if agencies::begins(rest) {
            items.push(line.get(start..place).unwrap_or_default().trim().to_owned());
            start = place + 1;
        }
    }
    items.push(line.get(start..).unwrap_or_default().trim().to_owned());
    items.retain(|item| !item.is_empty());
    items
}
