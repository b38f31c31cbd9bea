//! What a character is to the analyzer. The one function that both languages share: `table` writes its answers for Latin
//! letters into the client, and the client repeats the ranges of [`Glyph::beyond_latin`].

use unicode_normalization::UnicodeNormalization;

/// What a character is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Glyph {
    /// It parts words.
    Apart,
    /// A full stop or a slash: it parts words, but may join them to an atom.
    Joint(char),
    /// It is as if it were not there.
    Nothing,
    /// A mark on the letter before.
    Mark(u8),
    /// A letter or digit in lower case, and the marks on it.
    Letter(char, Marks),
}

/// The marks on one letter, of which none in [`LATIN`] bears more; [`OTHER_MARK`] where there are fewer.
pub(super) type Marks = [u8; 2];

/// No marks.
const UNMARKED: Marks = [OTHER_MARK; 2];

/// Marks without a meaning in Vietnamese: they belong to the word and to neither key.
pub(super) const OTHER_MARK: u8 = 0;

/// The bar of đ.
const BAR: u8 = 9;

/// The Latin letters that the table holds, in ranges: those of the languages of Europe and of Việt Nam. Rarer ones, of African
/// languages and of phonetics, are letters as they are.
pub(super) const LATIN: [(u32, u32); 4] =
    [(0xc0, 0x17f), (0x1a0, 0x1a1), (0x1af, 0x1b0), (0x1ea0, 0x1ef9)];

impl Glyph {
    /// What a character is.
    pub(super) fn of(c: char) -> Self {
        match c {
            '.' | '/' => Self::Joint(c),
            'a'..='z' | '0'..='9' => Self::Letter(c, UNMARKED),
            'A'..='Z' => Self::Letter(c.to_ascii_lowercase(), UNMARKED),
            '\u{ad}' => Self::Nothing,
            '\0'..='\u{bf}' | '×' | '÷' => Self::Apart,
            'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => Self::Letter('d', [BAR, OTHER_MARK]),
            c if LATIN.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c))) => {
                Self::latin(c)
            }
            c => Self::beyond_latin(c),
        }
    }

    /// A letter with its marks taken off.
    fn latin(c: char) -> Self {
        let mut letters = c.to_lowercase().nfd();
        let Some(base) = letters.next() else { return Self::Apart };
        let mut marks = letters.map(mark_of).filter(|mark| *mark != OTHER_MARK);
        Self::Letter(base, [(); 2].map(|()| marks.next().unwrap_or(OTHER_MARK)))
    }

    /// Marks, full-width forms, and the ranges of signs; everything else is a letter as it is.
    fn beyond_latin(c: char) -> Self {
        match c {
            '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' => Self::Mark(mark_of(c)),
            '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}' => Self::Nothing,
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(c) - 0xfee0).map_or(Self::Apart, Self::of)
            }
            '\u{1680}'
            | '\u{2000}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe10}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}'
            | '\u{1f000}'..='\u{1fbff}' => Self::Apart,
            c => Self::Letter(c, UNMARKED),
        }
    }
}

/// The digit that stands for a combining mark; the ranges hold signs as well that Unicode has given to nobody yet.
fn mark_of(mark: char) -> u8 {
    match mark {
        '\u{301}' | '\u{341}' => 1,
        '\u{300}' | '\u{340}' => 2,
        '\u{309}' => 3,
        '\u{303}' => 4,
        '\u{323}' => 5,
        '\u{302}' => 6,
        '\u{31b}' => 7,
        '\u{306}' => 8,
        _ => OTHER_MARK,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{LATIN, Marks, OTHER_MARK, mark_of};

    #[test]
    fn no_letter_bears_more_marks_than_there_is_room_for() {
        for c in LATIN.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32) {
            let letters: Vec<char> = c.to_lowercase().nfd().collect();
            let marks = letters.iter().skip(1).filter(|mark| mark_of(**mark) != OTHER_MARK);
            assert!(marks.count() <= Marks::default().len(), "{c}");
        }
    }
}
