//! "Số, ký hiệu": "Số: 150/KH-UBND".

use super::surroundings::Line;
use super::{Fact, Found};

/// The number of a line that is its own: "Số: 150/KH-UBND", and nothing else.
pub(super) fn of_line(line: &Line) -> Option<Found> {
    let rest = line.text.strip_prefix("Số").or_else(|| line.text.strip_prefix("SỐ"))?;
    let rest = rest.trim_start().trim_start_matches(':').trim_start();
    let (number, behind) = leading(rest)?;
    behind
        .trim_matches(['.', ',', ';', ' '])
        .is_empty()
        .then(|| Found::new(Fact::Number, number, &line.text))
}

/// The number that a text begins with, blanks within it left out, and what stands behind it.
///
/// Digits, a stroke or a dash, and letters: "150/KH-UBND", "12/2023/QĐ-UBND", "05-CTr/TU". A form that was not filled in ("…/KH-UBND")
/// has no digits and gives none.
pub(super) fn leading(text: &str) -> Option<(String, &str)> {
    let mut number = String::new();
    let mut end = 0;
    let mut open = true;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let joins = bare.starts_with(['/', '-', '–']) || open;
        let part = bare.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '&' | '.' | ',' | ';' | ')')
        });
        // "150/KH - UBND": a sign at either side of the blank joins.
        if bare.is_empty() || !joins || !part {
            break;
        }
        number.push_str(bare);
        end += word.len();
        open = bare.ends_with(['/', '-', '–', '&']);
        if bare.ends_with([',', ';', ')', '.']) {
            break;
        }
    }
    let number = number.trim_end_matches(['.', ',', ';', ')']).replace('–', "-");
    let symbol = number.split_once(['/', '-']).map(|(_, symbol)| symbol);
    let is_whole = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains('/')
        && symbol.is_some_and(|symbol| symbol.contains(char::is_uppercase));
    is_whole.then(|| (number, text.get(end..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        for (text, number, behind) in [
            ("150/KH-UBND", "150/KH-UBND", ""),
            ("150 /KH-UBND ngày 15", "150/KH-UBND", "ngày 15"),
            ("150/KH - UBND", "150/KH-UBND", ""),
            ("12/2023/QĐ-UBND, ngày", "12/2023/QĐ-UBND", "ngày"),
            ("05-CTr/TU", "05-CTr/TU", ""),
            ("1234/QĐ-TTg.", "1234/QĐ-TTg", ""),
        ] {
            assert_eq!(leading(text), Some((number.to_owned(), behind)), "{text}");
        }
        for text in ["/KH-UBND", "…/KH-UBND", "150", "15/6/2022", "", "A/B"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
