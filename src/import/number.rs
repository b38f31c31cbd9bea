//! The shapes that a row's number can have. What a number means is decided by the rows around it, in `outline`.

/// A number as a row prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) shape: Shape,
    /// Its values: 1.2 is [1, 2], B is [2], IV is [4], c) is [3]; empty for what cannot be counted.
    pub(super) path: Vec<u32>,
}

/// Shapes of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// Numbers are at most so large: a larger one is a year or an amount.
const LARGEST: u32 = 999;

/// No plan goes deeper than 1.1.1.1; a longer run is an IP address or a date.
const DEEPEST: usize = 5;

impl Number {
    /// Reads a number. "C" is a letter behind "B" and a hundred elsewhere: `letter_before` is the value of the letter that
    /// stands before, 0 where there is none.
    pub(super) fn read(text: &str, letter_before: u32) -> Self {
        let text = text.trim();
        let bare = text.trim_matches(['.', ')', '(', '/', ':', ' ']);
        let number = |shape, path| Self { shape, path };
        match text {
            "" => return number(Shape::Empty, vec![]),
            "-" | "–" | "—" | "−" => return number(Shape::Dash, vec![]),
            "+" | "•" | "*" | "·" => return number(Shape::Plus, vec![]),
            _ => {}
        }
        if let Some(path) = arabic(bare) {
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

    /// Whether a cell with this text looks like a number, whatever stands around it.
    pub(super) fn looks_like_one(text: &str) -> bool {
        !matches!(Self::read(text, 0).shape, Shape::Empty | Shape::Other)
    }
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

fn arabic(text: &str) -> Option<Vec<u32>> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse().ok().filter(|n| *n <= LARGEST && digits(part));
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
            |text, before| (Number::read(text, before).shape, Number::read(text, before).path);
        assert_eq!(read("A", 0), (Shape::Letter, vec![1]));
        assert_eq!(read("I", 0), (Shape::Roman, vec![1]));
        assert_eq!(read("I", 8), (Shape::Letter, vec![9]));
        assert_eq!(read("XIV.", 0), (Shape::Roman, vec![14]));
        assert_eq!(read("1.2.", 0), (Shape::Arabic(2), vec![1, 2]));
        assert_eq!(read("đ)", 0), (Shape::Lower, vec![5]));
        assert_eq!(read("–", 0), (Shape::Dash, vec![]));
        assert_eq!(read("2023", 0), (Shape::Other, vec![]));
        assert_eq!(read("", 0), (Shape::Empty, vec![]));
    }
}
