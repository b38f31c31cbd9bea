//! The shapes that a row's number can have. What a number means is decided by the rows around it, in `outline`.

use crate::text;

/// A number as a row prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) shape: Shape,
    /// Its values: 1.2 is [1, 2], B is [2], IV is [4], c) is [3]; empty for what cannot be counted.
    pub(super) path: Vec<u32>,
}

/// Shapes of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Shape {
    /// "A", "B".
    Letter,
    /// "I", "IV".
    Roman,
    /// "1", "1.1", "1.1.1", by how many numbers it has.
    Arabic(usize),
    /// "a)", "đ)".
    Lower,
    /// "-".
    Dash,
    /// "+", "•".
    Plus,
    /// No number.
    Empty,
    /// Something else: a task's code.
    Other,
}

/// Numbers in words are at most so large: a larger one is a year or an amount.
const LARGEST: u32 = 999;

/// Numbers in the column of numbers are at most so large: a plan may count its rows through.
const LARGEST_OF_A_ROW: u32 = 99_999;

/// No plan goes deeper than 1.1.1.1; a longer run is an IP address or a date.
const DEEPEST: usize = 5;

impl Number {
    /// Reads a number that may stand anywhere: "2023" is a year.
    pub(super) fn read(text: &str) -> Self {
        Self::up_to(LARGEST, text, 0)
    }

    /// Reads the number of a row: "2023" comes behind "2022". "C" is a letter behind "B" and a hundred elsewhere:
    /// `letter_before` is the value of the letter that stands before, 0 where there is none.
    pub(super) fn of_row(text: &str, letter_before: u32) -> Self {
        Self::up_to(LARGEST_OF_A_ROW, text, letter_before)
    }

    fn up_to(largest: u32, text: &str, letter_before: u32) -> Self {
        let text = text.trim();
        // "A -" and "Phần I:" are kept as a title prints them.
        let bare = text.trim_matches(['.', ')', '(', '/', ':', '-', '–', ' ']);
        let number = |shape, path| Self { shape, path };
        match text {
            "" => return number(Shape::Empty, vec![]),
            "-" | "–" | "—" | "−" => return number(Shape::Dash, vec![]),
            "+" | "•" | "*" | "·" => return number(Shape::Plus, vec![]),
            _ => {}
        }
        if let Some(path) = arabic(bare, largest) {
            return number(Shape::Arabic(path.len()), path);
        }
        let letter = single_letter(bare, &UPPER);
        match (letter, roman(bare)) {
            (Some(value), Some(_)) if value == letter_before + 1 => {
                number(Shape::Letter, vec![value])
            }
            (_, Some(value)) => number(Shape::Roman, vec![value]),
            (Some(value), None) => number(Shape::Letter, vec![value]),
            (None, None) => match single_letter(bare, &LOWER) {
                Some(value) => number(Shape::Lower, vec![value]),
                None => number(Shape::Other, vec![]),
            },
        }
    }

    /// A title's number and its words, where both stand in one cell: "I." and "NHIỆM VỤ CHUNG", "A -" and "VỀ Y TẾ". The
    /// number keeps its marks.
    pub(super) fn split_off(text: &str) -> Option<(&str, &str)> {
        let text = text.trim();
        let end = number_end(text)?;
        let (number, words) = (text.get(..end)?.trim_end(), text.get(end..)?.trim_start());
        let named = words.contains(char::is_alphabetic);
        named.then_some((number, words))
    }

    /// Whether a cell with this text looks like a number, whatever stands around it.
    pub(super) fn looks_like_one(text: &str) -> bool {
        !matches!(Self::read(text).shape, Shape::Empty | Shape::Other)
    }
}

/// Words that a title's number may begin with.
const HEADS: [&str; 4] = ["phần", "mục", "chương", "nhóm"];

/// Such a number has at most so many words: "Phần thứ nhất:".
const LONGEST_HEAD: usize = 4;

/// Where a number ends that a text begins with.
fn number_end(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    if matches!(first, '-' | '–' | '+' | '•' | '*') {
        return Some(first.len_utf8());
    }
    // "Phần I:", "Mục 2.", "Phần thứ nhất:"
    let word = text.split_whitespace().next()?;
    if HEADS.contains(&text::name_key(word).as_str()) {
        let end = text.find([':', '.', '-', '–'])?;
        let head = text.get(..end)?;
        let sign = text.get(end..)?.chars().next()?.len_utf8();
        return (head.split_whitespace().count() <= LONGEST_HEAD).then_some(end + sign);
    }
    let counting = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | 'đ');
    let end = text.find(|c: char| !counting(c)).unwrap_or(text.len());
    // "I.NHIỆM VỤ" has no blank: the number ends at its last full stop.
    let (token, after) = (text.get(..end)?, text.get(end..)?);
    let closed = after.starts_with([')', '/', ':']).then_some(end + 1);
    let apart = after.starts_with(char::is_whitespace).then_some(end);
    let stop = token.rfind('.').map(|stop| stop + 1);
    let numbers = |end: &usize| {
        let shape = text.get(..*end).map(|number| Number::read(number).shape);
        matches!(shape, Some(Shape::Letter | Shape::Roman | Shape::Arabic(_) | Shape::Lower))
    };
    let end = [closed, apart, stop].into_iter().flatten().find(numbers)?;
    let number = text.get(..end)?;
    let shape = Number::read(number).shape;
    let behind = text.get(end..)?.trim_start();
    let dash = behind.chars().next().filter(|sign| matches!(sign, '-' | '–' | ':'));
    if let Some(dash) = dash {
        return Some(text.len() - behind.len() + dash.len_utf8());
    }
    // "A Pa Chải" and "3 tháng" are words; "I NHIỆM VỤ" is numbered.
    let marked = number.ends_with(['.', ')', '/', ':']) || number.contains('.');
    let capital = behind.starts_with(char::is_uppercase);
    let bare = matches!(shape, Shape::Roman | Shape::Arabic(_)) && capital;
    let letter = rest.starts_with(|c: char| c.is_whitespace()) && shape == Shape::Letter;
    let heading = letter && behind.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (marked || bare || heading).then_some(end)
}

/// The Vietnamese alphabet as lists count with it, đ included; ă, â, ê, ô, ơ, ư are never used.
const LOWER: [char; 24] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y', 'z',
];

/// The Latin alphabet as parts count with it.
const UPPER: [char; 26] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S',
    'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];

fn single_letter(text: &str, alphabet: &[char]) -> Option<u32> {
    let mut letters = text.chars();
    let letter = letters.next()?;
    if letters.next().is_some() {
        return None;
    }
    let place = alphabet.iter().position(|known| *known == letter)?;
    u32::try_from(place + 1).ok()
}

fn arabic(text: &str, largest: u32) -> Option<Vec<u32>> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse().ok().filter(|n| *n <= largest && digits(part));
    let path: Vec<u32> = text.split('.').map(number).collect::<Option<_>>()?;
    (path.len() <= DEEPEST).then_some(path)
}

/// Roman numbers up to 39: no list of parts is longer.
fn roman(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = text.bytes().take_while(|b| *b == b'X').count().min(3);
    let ones = ONES.iter().position(|ones| *ones == text.get(tens..).unwrap_or("?"))?;
    u32::try_from(tens * 10 + ones).ok().filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::{Number, Shape};

    #[test]
    fn numbers_have_the_shape_that_their_neighbours_allow() {
        let read =
            |text, before| (Number::of_row(text, before).shape, Number::of_row(text, before).path);
        assert_eq!(read("A", 0), (Shape::Letter, vec![1]));
        assert_eq!(read("I", 0), (Shape::Roman, vec![1]));
        assert_eq!(read("I", 8), (Shape::Letter, vec![9]));
        assert_eq!(read("XIV.", 0), (Shape::Roman, vec![14]));
        assert_eq!(read("1.2.", 0), (Shape::Arabic(2), vec![1, 2]));
        assert_eq!(read("đ)", 0), (Shape::Lower, vec![5]));
        assert_eq!(read("–", 0), (Shape::Dash, vec![]));
        assert_eq!(read("2023", 0), (Shape::Arabic(1), vec![2023]));
        assert_eq!(read("5.10000", 0), (Shape::Arabic(2), vec![5, 10_000]));
        assert_eq!(read("100000", 0), (Shape::Other, vec![]));
        assert_eq!(Number::read("2023").shape, Shape::Other);
        assert_eq!(read("", 0), (Shape::Empty, vec![]));
        assert_eq!(read("A -", 0), (Shape::Letter, vec![1]));
    }

    #[test]
    fn a_number_is_split_off_the_words_of_a_title() {
        let split = Number::split_off;
        assert_eq!(split("I. NHIỆM VỤ CHUNG"), Some(("I.", "NHIỆM VỤ CHUNG")));
        assert_eq!(split("I.NHIỆM VỤ CHUNG"), Some(("I.", "NHIỆM VỤ CHUNG")));
        assert_eq!(split("1.1. Y tế"), Some(("1.1.", "Y tế")));
        assert_eq!(split("1.1 Y tế"), Some(("1.1", "Y tế")));
        assert_eq!(split("a) Y tế"), Some(("a)", "Y tế")));
        assert_eq!(split("đ) Y tế"), Some(("đ)", "Y tế")));
        assert_eq!(split("A - VỀ Y TẾ"), Some(("A -", "VỀ Y TẾ")));
        assert_eq!(split("A VỀ Y TẾ"), Some(("A", "VỀ Y TẾ")));
        assert_eq!(split("II VỀ Y TẾ"), Some(("II", "VỀ Y TẾ")));
        assert_eq!(split("Phần I: VỀ Y TẾ"), Some(("Phần I:", "VỀ Y TẾ")));
        assert_eq!(split("Phần thứ nhất: Y tế"), Some(("Phần thứ nhất:", "Y tế")));
        assert_eq!(split("- Y tế"), Some(("-", "Y tế")));
        for whole in ["A Pa Chải", "3 tháng đầu năm", "2023. Y tế", "Y tế", "I.", "", "NHIỆM VỤ"]
        {
            assert_eq!(split(whole), None, "{whole}");
        }
    }
}
