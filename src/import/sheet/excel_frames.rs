//! Headers and footers of the pages of a sheet of Excel: words with codes between them, `&C&"Arial"&12Phụ lục&R&P`.

use crate::diagnostic::Diagnostic;
use crate::import::left_out;
use crate::import::table::{Aside, AsideKind};
use crate::import::xml::{Event, Xml};
use crate::text;

/// Reads the header or footer that was opened last; nothing if it says no more than a page's number.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<Option<Aside>, Diagnostic> {
    let mut coded = String::new();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        if let Event::Text(piece) = event {
            coded.push_str(&piece);
        }
    }
    let words = text::one_line(&words(&coded));
    let says = left_out::says_more_than_a_page(&words);
    Ok(says.then(|| Aside::of(AsideKind::PageFrame, words)))
}

/// The words between the codes.
fn words(coded: &str) -> String {
    let mut pieces = coded.split('&');
    let mut words = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next() {
        match piece.chars().next() {
            // The sign itself, written twice.
            None => words.push_str(&format!("&{}", pieces.next().unwrap_or_default())),
            // A font: `"Arial,Bold"`.
            Some('"') => words.push_str(piece.splitn(3, '"').nth(2).unwrap_or_default()),
            // A size of letters.
            Some(first) if first.is_ascii_digit() => {
                words.push_str(piece.trim_start_matches(|sign: char| sign.is_ascii_digit()));
            }
            // A colour in six signs.
            Some('K') => words.extend(piece.chars().skip(7)),
            // The left, the middle, the right; numbers, days and names that are put in; how letters look.
            Some(_) => {
                words.push(' ');
                words.extend(piece.chars().skip(1));
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn codes_are_no_words() {
        let coded =
            "&L&\"Times New Roman,Bold\"&12Sở Y tế && Sở Nội vụ&C&KFF0000Phụ lục&RTrang &P/&N";
        assert_eq!(crate::text::one_line(&words(coded)), "Sở Y tế & Sở Nội vụ Phụ lục Trang /");
    }
}
