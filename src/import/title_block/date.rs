//! Dates as the form prints them: "Sơn La, ngày 15 tháng 6 năm 2022", "ngày … tháng … năm 2022", "ngày 15/6/2022".
//!
//! What was left to be filled in by hand is not known: of "ngày … tháng … năm 2022" only the year is.

use super::{Fact, Found};
use crate::model::PartialDate;
use crate::text;

/// The line of place and date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateLine {
    /// "Sơn La".
    pub(super) place: Option<String>,
    /// "2022-06-15", "2022".
    pub(super) issued: Option<String>,
    /// The line.
    pub(super) words: String,
}

/// A place's name has at most so many words.
const LONGEST_PLACE: usize = 6;

impl DateLine {
    /// The line, if it is one: a place, a date, and nothing else.
    pub(super) fn read(line: &str) -> Option<Self> {
        let words = split(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let start = words.iter().position(|word| text::name_key(word) == "ngày")?;
        let (issued, length) = date(words.get(start..)?)?;
        let behind = words.get(start + length..)?;
        if behind.iter().any(|word| word.contains(char::is_alphanumeric)) {
            return None;
        }
        let before = words.get(..start)?;
        let is_name = |word: &&&str| word.starts_with(char::is_uppercase) || **word == "-";
        let is_place = before.len() <= LONGEST_PLACE
            && before
                .iter()
                .filter(|word| word.contains(char::is_alphanumeric))
                .all(|word| is_name(&word))
            && before.last().is_none_or(|last| last.ends_with(','));
        let place = before.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        is_place.then(|| Self {
            place: Some(place).filter(|place| !place.is_empty()),
            issued,
            words: line.to_owned(),
        })
    }

    /// When the document was issued.
    pub(super) fn fact(&self) -> Option<Found> {
        Some(Found::new(Fact::Issued, self.issued.clone()?, &self.words))
    }
}

/// The first date within a text, and what stands behind it.
pub(super) fn within(text: &str) -> Option<(String, String)> {
    let words = split(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = words.iter().position(|word| text::name_key(word) == "ngày")?;
    let (issued, length) = date(words.get(start..)?)?;
    Some((issued?, words.get(start + length..)?.join(" ")))
}

/// The words of a text, each row of dots one word by itself.
fn split(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    for c in text.replace("...", "…").replace("..", "…").chars() {
        if matches!(c, '…' | '_') { spaced.push_str(" … ") } else { spaced.push(c) }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The date that the words begin with, as far as it is known, and how many words it takes; the first word is "ngày".
fn date(words: &[&str]) -> Option<(Option<String>, usize)> {
    in_words(words).or_else(|| in_strokes(words))
}

/// "ngày 15 tháng 6 năm 2022".
fn in_words(words: &[&str]) -> Option<(Option<String>, usize)> {
    let at = |key: &str| words.iter().position(|word| text::name_key(word) == key);
    let (month_word, year_word) = (at("tháng")?, at("năm")?);
    // Dots may stand for either number, each a word by itself.
    if !(1..=8).contains(&month_word) || !(month_word + 1..=month_word + 8).contains(&year_word) {
        return None;
    }
    let number = |start: usize, end: usize| digits(&words.get(start..end)?.concat());
    let year = words.get(year_word + 1)?;
    let (day, month) = (number(1, month_word)?, number(month_word + 1, year_word)?);
    Some((known(day, month, year), year_word + 2))
}

/// "ngày 15/6/2022".
fn in_strokes(words: &[&str]) -> Option<(Option<String>, usize)> {
    let ends = |word: &&str| {
        year(word.rsplit(['/', '-', '.']).find(|part| !part.is_empty()).unwrap_or_default())
            .is_some()
    };
    let last = words.iter().skip(1).take(6).position(ends)? + 1;
    let whole = words.get(1..=last)?.concat();
    let whole = whole.trim_end_matches(['.', ',', ';', ')', ':']);
    let parts: Vec<&str> = whole.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Some((known(digits(day)?, digits(month)?, year), last + 1))
}

/// A place of the form for a number.
enum Place {
    /// Dots, or a blank.
    Empty,
    Number(i8),
}

/// What stands in a place of the form; nothing where it is no number.
fn digits(text: &str) -> Option<Place> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { Some(Place::Empty) } else { bare.parse().ok().map(Place::Number) }
}

fn year(text: &str) -> Option<i16> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    bare.parse().ok().filter(|year| (1945..2200).contains(year) && bare.len() == 4)
}

/// What is known of a date: a day that the calendar lacks was not meant, so that only the year counts.
fn known(day: Place, month: Place, year: &str) -> Option<String> {
    let year = self::year(year)?;
    let exact = match (day, month) {
        (Place::Number(day), Place::Number(month)) => format!("{year}-{month:02}-{day:02}"),
        (Place::Empty, Place::Number(month)) => format!("{year}-{month:02}"),
        _ => year.to_string(),
    };
    Some(if PartialDate::parse(&exact).is_some() { exact } else { year.to_string() })
}

#[cfg(test)]
mod tests {
    use super::{DateLine, within};

    #[test]
    fn lines_of_place_and_date() {
        for (line, place, issued) in [
            ("Sơn La, ngày 15 tháng 6 năm 2022", "Sơn La", "2022-06-15"),
            ("Sơn La, ngày … tháng … năm 2022", "Sơn La", "2022"),
            ("Sơn La, ngày.....tháng 6 năm 2022", "Sơn La", "2022-06"),
            ("Sơn La, ngày tháng năm 2022", "Sơn La", "2022"),
            ("TP. Hồ Chí Minh, ngày 05 tháng 01 năm 2023.", "TP. Hồ Chí Minh", "2023-01-05"),
            ("Hà Nội, ngày 3/2/2023", "Hà Nội", "2023-02-03"),
            ("…, ngày … tháng … năm 2022", "-", "2022"),
            ("Sơn La, ngày 31 tháng 2 năm 2022", "Sơn La", "2022"),
            ("Ngày 15 tháng 6 năm 2022", "-", "2022-06-15"),
            ("Sơn La, ngày tháng năm", "", ""),
            ("Căn cứ Quyết định số 1/QĐ-TTg, ngày 15 tháng 6 năm 2022", "", ""),
            ("Sơn La, ngày 15 tháng 6 năm 2022 của Ủy ban", "", ""),
        ] {
            let read = DateLine::read(line);
            let found = read.as_ref().map(|read| {
                (read.place.as_deref().unwrap_or("-"), read.issued.as_deref().unwrap_or("-"))
            });
            assert_eq!(found.unwrap_or_default(), (place, issued), "{line}");
        }
    }

    #[test]
    fn dates_within_a_text() {
        let found =
            |text| within(text).map_or(String::new(), |(date, behind)| format!("{date}|{behind}"));
        assert_eq!(found("ngày 15/6/2022 của UBND tỉnh"), "2022-06-15|của UBND tỉnh");
        assert_eq!(found("ngày /6/2022 của UBND tỉnh"), "2022-06|của UBND tỉnh");
        assert_eq!(found("ngày …/…/2022 của UBND tỉnh)"), "2022|của UBND tỉnh)");
        assert_eq!(found("ngày 15.6.2022"), "2022-06-15|");
        assert_eq!(found("ngày nay"), "");
    }
}
