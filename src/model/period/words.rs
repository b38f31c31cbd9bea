//! The words, numbers and signs of a period, one after the other, for its grammar in [`parse`](super::parse).
//!
//! Words are folded, signs stand alone. A sign that no period has makes the whole unreadable: nothing is passed over.

use crate::text;

/// A date that is written with full stops or dashes, "30.9.2025", as one with slashes. "6-2025" is left: it may be a run.
fn with_slashes(word: &str) -> String {
    let parts: Vec<&str> = word.split(['.', '-']).collect();
    let digits = |part: &&str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit())
    };
    match parts.as_slice() {
        [day, month, year]
            if digits(day, 2) && digits(month, 2) && digits(year, 4) && year.len() == 4 =>
        {
            parts.join("/")
        }
        _ => word.to_owned(),
    }
}

/// Quarters as they stand behind a "Q".
const ROMAN_QUARTERS: [&str; 4] = ["i", "ii", "iii", "iv"];

/// The words, numbers and signs that are still to be read.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) rest: Vec<String>,
}

impl Words {
    /// Cuts at blanks and around signs; nothing when a sign stands there that no period has.
    pub(super) fn of(printed: &str) -> Option<Self> {
        let folded = text::fold(printed).replace(['–', '—', '−'], "-");
        let bare = folded.trim().trim_end_matches(['.', ';']);
        let dates: Vec<String> = bare.split_whitespace().map(with_slashes).collect();
        let bare = dates.join(" ");
        let mut spaced = String::new();
        for c in bare.chars() {
            match c {
                '/' | '-' | ',' => spaced.extend([' ', c, ' ']),
                c if c.is_alphanumeric() || c.is_whitespace() => spaced.push(c),
                _ => return None,
            }
        }
        let rest: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
        (!rest.is_empty()).then_some(Self { rest })
    }

    /// Takes the words of a phrase if they come next.
    pub(super) fn take(&mut self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(' ').collect();
        let comes =
            self.rest.len() >= words.len() && self.rest.iter().zip(&words).all(|(a, b)| a == b);
        if comes {
            self.rest.drain(..words.len());
        }
        comes
    }

    /// Takes letters off the beginning of the next word, where a number follows them: "T6", "QIV".
    pub(super) fn splits(&mut self, letters: &str) -> bool {
        let Some(rest) = self.rest.first().and_then(|word| word.strip_prefix(letters)) else {
            return false;
        };
        let number =
            rest.starts_with(|c: char| c.is_ascii_digit()) || ROMAN_QUARTERS.contains(&rest);
        if number {
            let rest = rest.to_owned();
            self.rest.splice(..1, [rest]);
        }
        number
    }

    /// Whether a year follows behind this sign.
    pub(super) fn is_year_behind(&self, sign: &str) -> bool {
        let mut ahead = self.clone();
        ahead.take(sign) && ahead.year().is_some()
    }

    /// Puts a word back that was taken.
    pub(super) fn give_back(&mut self, word: &str) {
        self.rest.insert(0, word.to_owned());
    }

    /// What a reader makes of the next words; when it fails, they are still there.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.clone();
        let result = read(self);
        if result.is_none() {
            *self = before;
        }
        result
    }

    /// A number of at most so many digits.
    pub(super) fn number(&mut self, digits: usize) -> Option<i16> {
        let first = self.rest.first()?;
        let number = (first.len() <= digits).then(|| first.parse().ok())??;
        self.rest.remove(0);
        Some(number)
    }

    /// A year of four digits, 1900 to 2199: no other number of four digits is one in a plan.
    pub(super) fn year(&mut self) -> Option<i16> {
        self.attempt(|words| words.number(4).filter(|year| (1900..2200).contains(year)))
    }

    pub(super) fn month(&mut self) -> Option<i8> {
        let number = self.attempt(|words| words.number(2).filter(|n| (1..=12).contains(n)))?;
        i8::try_from(number).ok()
    }

    pub(super) fn quarter(&mut self) -> Option<i8> {
        let names = [("i", "1", 1), ("ii", "2", 2), ("iii", "3", 3), ("iv", "4", 4)];
        let first = self.rest.first()?.clone();
        let (_, _, quarter) =
            names.into_iter().find(|(roman, digit, _)| first == *roman || first == *digit)?;
        self.rest.remove(0);
        Some(quarter)
    }
}
