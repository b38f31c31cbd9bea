//! The analyzer of search: a text as words with the keys under which they are found.
//!
//! It stands here once and is carried over to the browser: `table` writes what [`glyph`](Glyph) knows of letters into the client,
//! whose few rules are these ones. `tests/search/golden.jsonl` holds both to the same answers.
//!
//! A *word* is a run of letters and digits. It has two keys. The *fold key* has neither marks nor case, `đ` is `d`, and a
//! final `y` is `i` behind a consonant and in "qu", so that "kỹ" is "kĩ" and "quý" is "quí". The *accent key* adds the marks
//! as digits, as VNI typists do: 6 â ê ô, 7 ơ ư, 8 ă, 9 đ behind their letters, and the tone (1 sắc, 2 huyền, 3 hỏi, 4 ngã,
//! 5 nặng) at the end, wherever it was put: "hoà" is "hòa".
//!
//! An *atom* is a run of words joined by single full stops or slashes, with a digit in it: "3.7", "30/9/2025", "150/KH". It
//! stands in the list before its parts. No atom holds a blank or a hyphen, where other lunr clients cut.
//!
//! Zero-width characters are dropped, full-width letters and digits are plain ones. Of scripts other than Latin a whole run
//! is a word, as it is written: nothing is folded, nothing cut.

mod abbreviations;
mod glyph;
mod table;
mod word;

use std::ops::Range;

pub use abbreviations::{Abbreviations, of_alias};
pub use table::client_table;

use glyph::Glyph;
use word::Word;

/// Longest key, in characters: the index nests an object a letter, and a nesting without end would exhaust the stack of
/// whoever writes or reads it. No syllable, number or code comes near.
pub const LONGEST_KEY: usize = 64;

/// A word or an atom of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The key without marks.
    pub fold: String,
    /// The key with marks.
    pub accent: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Of how many words an atom is made, which follow it; 0 for a word.
    pub parts: usize,
}

/// The words and atoms of a text, in its order, each atom before its parts.
///
/// ```
/// let tokens = planpress::analyzer::tokens("Mục 3.7: Kỹ thuật");
/// let keys: Vec<&str> = tokens.iter().map(|token| token.fold.as_str()).collect();
/// assert_eq!(keys, ["muc", "3.7", "3", "7", "ki", "thuat"]);
/// assert_eq!(tokens[4].accent, "ki4");
/// ```
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut chain = Chain::default();
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match Glyph::of(c) {
            Glyph::Nothing => {}
            Glyph::Mark(mark) => word.mark(mark, end),
            Glyph::Letter(base, marks) => {
                word.letter(base, at, end);
                for mark in marks {
                    word.mark(mark, end);
                }
            }
            Glyph::Joint(joint) if !word.is_empty() => {
                chain.push(std::mem::take(&mut word));
                chain.joint = Some(joint);
            }
            Glyph::Joint(_) | Glyph::Apart => {
                chain.push(std::mem::take(&mut word));
                found.append(&mut chain.finish());
            }
        }
    }
    chain.push(word);
    found.append(&mut chain.finish());
    found
}

/// The fold key of a single word or atom; what stands around and between words stays. Folding twice changes nothing: it is
/// the pipeline of the index, and a client that cuts at blanks and hyphens only needs nothing else for plain syllables.
///
/// ```
/// assert_eq!(planpress::analyzer::fold_key("Nghiệp"), "nghiep");
/// assert_eq!(planpress::analyzer::fold_key("(150/KH)"), "150/kh");
/// ```
#[must_use]
pub fn fold_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut end = 0;
    for token in tokens(text).into_iter().filter(|token| token.parts == 0) {
        if !key.is_empty() {
            key.push_str(text.get(end..token.range.start).unwrap_or_default());
        }
        end = token.range.end;
        key.push_str(&token.fold);
    }
    key
}

/// Words that are joined so far, and what joined them.
#[derive(Default)]
struct Chain {
    words: Vec<Token>,
    joints: Vec<char>,
    /// The sign behind the last word, if it may join it to the next.
    joint: Option<char>,
}

impl Chain {
    fn push(&mut self, word: Word) {
        let joint = self.joint.take();
        let Some(token) = word.finish() else { return };
        if !self.words.is_empty() {
            self.joints.extend(joint);
        }
        self.words.push(token);
    }

    /// The words, behind the atom that they make, if they make one; empty afterwards.
    fn finish(&mut self) -> Vec<Token> {
        let words = std::mem::take(&mut self.words);
        let joints = std::mem::take(&mut self.joints);
        self.joint = None;
        let numbered = words.iter().any(|word| word.fold.bytes().any(|b| b.is_ascii_digit()));
        let [first, .., last] = words.as_slice() else { return words };
        if !numbered {
            return words;
        }
        let join = |key: fn(&Token) -> &str| {
            let signs = joints.iter().map(|joint| Some(*joint)).chain([None]);
            let joined = words
                .iter()
                .zip(signs)
                .flat_map(|(word, joint)| key(word).chars().chain(joint).collect::<Vec<_>>());
            joined.collect::<String>()
        };
        let fold = join(|word| &word.fold);
        if fold.chars().count() > LONGEST_KEY {
            return words;
        }
        let atom = Token {
            fold,
            accent: join(|word| &word.accent),
            range: first.range.start..last.range.end,
            parts: words.len(),
        };
        let mut all = vec![atom];
        all.extend(words);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{fold_key, tokens};

    fn keys(text: &str) -> String {
        let keys = tokens(text).into_iter().map(|token| format!("{}~{}", token.fold, token.accent));
        keys.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn spellings_of_one_word_have_one_key() {
        assert_eq!(keys("hoà"), keys("hòa"));
        assert_eq!(keys("THUỶ"), keys("thủy"));
        assert_eq!(keys("kỹ quý công ty"), keys("kĩ quí công ti"));
        assert_eq!(keys("Đ"), keys("\u{d0}"));
        assert_eq!(keys("\u{189}ường"), keys("đươ\u{300}ng"));
        assert_eq!(keys("tê\u{301}"), keys("te\u{301}\u{302}"));
        assert_eq!(keys("３．７"), keys("3.7"));
        assert_eq!(keys("nông\u{200b}\u{a0}thôn"), keys("nông thôn"));
    }

    #[test]
    fn words_that_differ_have_keys_that_differ() {
        assert_ne!(keys("thủy"), keys("thúy"));
        assert_eq!(keys("quyết y thủy"), "quyet~quye6t1 y~y thuy~thuy3");
    }

    #[test]
    fn an_atom_stands_before_its_parts() {
        assert_eq!(keys("150/KH-UBND"), "150/kh~150/kh 150~150 kh~kh ubnd~ubnd");
        assert_eq!(keys("số 3.7. Và/hoặc"), "so~so61 3.7~3.7 3~3 7~7 va~va2 hoac~hoa8c5");
        assert_eq!(keys("30/9/2025"), "30/9/2025~30/9/2025 30~30 9~9 2025~2025");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for word in ["Kỹ", "quý", "150/KH", "(mít", "Đ", "3.7.", "ﬀ", "İ", "Ǆ", "ẞ", "-"]
        {
            let once = fold_key(word);
            assert_eq!(fold_key(&once), once);
        }
    }
}
