//! A word as it is read, letter by letter and mark by mark, and its two keys.

use std::ops::Range;

use super::{LONGEST_KEY, Token};

/// A word that is being read.
#[derive(Default)]
pub(super) struct Word {
    letters: Vec<Letter>,
    /// Tones in the order in which they came; Vietnamese has one a syllable.
    tones: String,
    range: Range<usize>,
}

struct Letter {
    base: char,
    /// 6 to 9, or none.
    quality: Option<char>,
}

impl Word {
    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    pub(super) fn letter(&mut self, base: char, start: usize, end: usize) {
        if self.letters.is_empty() {
            self.range.start = start;
        }
        self.range.end = end;
        // What is longer than a key is not kept, so that the key of a key is the key.
        if self.letters.len() < LONGEST_KEY {
            self.letters.push(Letter { base, quality: None });
        }
    }

    /// Puts a mark on the last letter; a mark without a letter is nothing.
    pub(super) fn mark(&mut self, mark: u8, end: usize) {
        let Some(last) = self.letters.last_mut() else { return };
        self.range.end = end;
        let sign = char::from(b'0' + mark);
        let fits = match mark {
            1..=5 => {
                if self.tones.len() < LONGEST_KEY {
                    self.tones.push(sign);
                }
                false
            }
            6 => matches!(last.base, 'a' | 'e' | 'o'),
            7 => matches!(last.base, 'o' | 'u'),
            8 => last.base == 'a',
            9 => last.base == 'd',
            _ => false,
        };
        if fits {
            last.quality = Some(sign);
        }
    }

    /// The word with its keys; nothing when it has no letters.
    pub(super) fn finish(mut self) -> Option<Token> {
        if self.letters.is_empty() {
            return None;
        }
        self.spell_with_i();
        let fold = self.letters.iter().map(|letter| letter.base).take(LONGEST_KEY).collect();
        let marked = self.letters.iter().flat_map(|l| [Some(l.base), l.quality]).flatten();
        let accent = marked.chain(self.tones.chars()).take(LONGEST_KEY).collect();
        Some(Token { fold, accent, range: self.range, parts: 0 })
    }

    /// "kỹ" is "kĩ", "quý" is "quí"; "thủy" and "ý" are no "thủi" and "í".
    fn spell_with_i(&mut self) {
        let [before @ .., previous, last] = self.letters.as_mut_slice() else { return };
        let consonant = previous.base.is_ascii_lowercase() && !"aeiouy".contains(previous.base);
        let in_qu = previous.base == 'u' && before.last().is_some_and(|letter| letter.base == 'q');
        if last.base == 'y' && (consonant || in_qu) {
            last.base = 'i';
        }
    }
}
