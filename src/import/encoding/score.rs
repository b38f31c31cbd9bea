//! How Vietnamese a text is: how many of its words with letters beyond ASCII can be Vietnamese syllables.
//!
//! Words of plain letters say nothing, since they read alike in every encoding. A word may also be an abbreviation of capitals with
//! Đ among them (HĐND, QĐ), and it must be written in one case, but for its first letter: the stand-ins of an old font are
//! capitals and small letters at random (`TiÕn`).

use crate::syllable::is_syllable;

/// The words that speak for or against an encoding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// Words with letters beyond ASCII.
    pub(super) words: usize,
    /// Those that can be Vietnamese.
    pub(super) plausible: usize,
}

/// What the case of letters is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// It is as somebody wrote it.
    Written,
    /// The encoding lost it.
    Lost,
}

impl Score {
    /// The score of a text.
    pub(super) fn of(text: &str, case: Case) -> Self {
        words(text).fold(Self::default(), |score, word| Self {
            words: score.words + 1,
            plausible: score.plausible + usize::from(is_plausible(word, case)),
        })
    }

    /// Whether at least `part` in `whole` of the words are plausible.
    pub(super) fn reaches(self, part: usize, whole: usize) -> bool {
        self.plausible * whole >= self.words * part
    }

    /// Whether a larger share of its words is plausible.
    pub(super) fn is_above(self, other: Self) -> bool {
        self.plausible * other.words.max(1) > other.plausible * self.words.max(1)
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self { words: self.words + other.words, plausible: self.plausible + other.plausible }
    }
}

/// The words of a text that have Latin letters or stand-ins beyond ASCII. Words of other scripts say nothing.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_latin =
        |c: char| matches!(c, '\u{a1}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') || is_mark(c);
    text.split(is_between)
        .filter(move |word| word.contains(is_latin) && word.contains(char::is_alphabetic))
}

/// Whether a character parts words. Signs of Latin-1 do not: in an old font they are letters.
pub(super) fn is_between(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphabetic();
    }
    c.is_whitespace() || (c > '\u{ff}' && !c.is_alphanumeric() && !is_mark(c))
}

/// A mark that is written behind its letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a word can be Vietnamese as it is written; signs at its ends aside.
pub(super) fn is_plausible(word: &str, case: Case) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic() && !is_mark(c));
    // Eth looks like Đ, and was typed for it before keyboards had that.
    let word = word.replace('Ð', "Đ").replace('ð', "đ");
    let is_cased = || case == Case::Lost || is_of_one_case(&word);
    word.is_ascii() || is_cased() && is_syllable(&word) || is_abbreviation(&word)
}

/// Whether only the first letter is a capital, or all are, or none is.
fn is_of_one_case(word: &str) -> bool {
    let first_aside = word.chars().skip(1);
    let (mut large, mut small) = (0, 0);
    for letter in first_aside {
        large += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    let first_is_large = word.chars().next().is_some_and(char::is_uppercase);
    large == 0 || (small == 0 && first_is_large)
}

/// Capitals with Đ among them, or the letter đ alone, which counts points of a list.
fn is_abbreviation(word: &str) -> bool {
    let is_capital = |letter: char| letter.is_ascii_uppercase() || letter == 'Đ';
    word == "đ" || word.chars().all(is_capital)
}

/// Whether a text has letters that only Unicode has among the encodings of Vietnamese.
pub(super) fn is_unicode(text: &str) -> bool {
    const BARE: &str = "ĂăĐđĨĩŨũƠơƯư";
    text.chars().any(|c| ('\u{1ea0}'..='\u{1ef9}').contains(&c) || BARE.contains(c) || is_mark(c))
}
