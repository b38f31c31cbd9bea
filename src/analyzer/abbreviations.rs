//! Abbreviations and the words they stand for, so that either finds the other.
//!
//! An abbreviation is known by its letters alone: "LĐ-TB&XH", "LĐTB & XH" and "ldtbxh" are one. Where a text has the
//! abbreviation, it is found by its words as well, and where it has the words, side by side, by the abbreviation. Those of
//! agencies follow from the register: "Sở VHTTDL" beside "Sở Văn hóa, Thể thao và Du lịch" says what VHTTDL is.

use std::collections::{BTreeMap, BTreeSet};

use super::{LONGEST_KEY, Token, tokens};

/// In how many pieces an abbreviation may be written: "LĐ-TB & XH" has three.
const MOST_PIECES: usize = 4;

/// What may stand between the pieces.
const BETWEEN_PIECES: &str = "&-–—‑./ ";

/// Abbreviations by their letters.
#[derive(Debug, Clone, Default)]
pub struct Abbreviations {
    /// The words for each, as they are written.
    meanings: BTreeMap<String, BTreeSet<String>>,
    /// The fold keys of all words, each with the abbreviation that stands for them, by the first of these keys.
    phrases: BTreeMap<String, Vec<(Vec<String>, String)>>,
}

impl Abbreviations {
    /// From pairs of an abbreviation and its words.
    #[must_use]
    pub fn new<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut meanings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (short, long) in pairs {
            meanings.entry(key(short)).or_default().insert(long.to_owned());
        }
        // Nobody types a longer one, and the index is as deep as its longest key.
        meanings.retain(|short, _| !short.is_empty() && short.chars().count() <= LONGEST_KEY);
        let mut phrases: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for (short, long) in
            meanings.iter().flat_map(|(short, longs)| longs.iter().map(move |long| (short, long)))
        {
            let phrase = folds(long);
            let Some(first) = phrase.first().cloned() else { continue };
            phrases.entry(first).or_default().push((phrase, short.clone()));
        }
        Self { meanings, phrases }
    }

    /// All pairs: the letters, and the words.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.meanings.iter().flat_map(|(short, longs)| {
            longs.iter().map(move |long| (short.as_str(), long.as_str()))
        })
    }

    /// All keys under which a text is found: its words and atoms, the words of its abbreviations, the abbreviations of its
    /// words.
    #[must_use]
    pub fn terms(&self, text: &str) -> Vec<String> {
        let found = tokens(text);
        let words: Vec<&Token> = found.iter().filter(|token| token.parts == 0).collect();
        let mut terms: Vec<String> = found.iter().map(|token| token.fold.clone()).collect();
        for start in 0..words.len() {
            for (pieces, short, longs) in self.shorts(text, words.get(start..).unwrap_or_default())
            {
                for long in longs {
                    terms.extend(folds(long));
                    terms.extend((pieces > 1).then(|| short.to_owned()));
                }
            }
            let first = words.get(start).and_then(|word| self.phrases.get(&word.fold));
            for (phrase, short) in first.into_iter().flatten() {
                let here = words.iter().skip(start).map(|word| &word.fold).take(phrase.len());
                if here.eq(phrase) {
                    terms.push(short.clone());
                }
            }
        }
        terms
    }

    /// The abbreviations that the first words of some are: in how many pieces, the letters, and what they stand for.
    fn shorts(&self, text: &str, words: &[&Token]) -> Vec<(usize, &str, &BTreeSet<String>)> {
        let mut all = Vec::new();
        let mut letters = String::new();
        let mut end = None;
        for (index, word) in words.iter().take(MOST_PIECES).enumerate() {
            let between = end.and_then(|end| text.get(end..word.range.start)).unwrap_or_default();
            if !between.chars().all(|c| BETWEEN_PIECES.contains(c)) {
                break;
            }
            end = Some(word.range.end);
            letters.push_str(&word.fold);
            // The first abbreviation from these letters on begins with them, or none does.
            let mut from_here = self.meanings.range(letters.clone()..);
            match from_here.next().filter(|(short, _)| short.starts_with(&letters)) {
                Some((short, longs)) if *short == letters => all.push((index + 1, &**short, longs)),
                Some(_) => {}
                None => break,
            }
        }
        all
    }
}

fn key(short: &str) -> String {
    folds(short).concat()
}

fn folds(text: &str) -> Vec<String> {
    tokens(text).into_iter().filter(|token| token.parts == 0).map(|token| token.fold).collect()
}

/// What an alias of an agency says of an abbreviation: "Sở KH&ĐT" beside "Sở Kế hoạch và Đầu tư tỉnh Sơn La" gives "KH&ĐT"
/// and "Kế hoạch và Đầu tư". Both begin with the same words; what follows in the alias are the first letters of what
/// follows in the name, where "và" may be passed over.
#[must_use]
pub fn of_alias(name: &str, alias: &str) -> Option<(String, String)> {
    let names: Vec<&str> = name.split_whitespace().collect();
    let aliases: Vec<&str> = alias.split_whitespace().collect();
    let shared = names.iter().zip(&aliases).take_while(|(a, b)| a == b).count();
    let short = aliases.get(shared..)?.join(" ");
    if short.is_empty() || short.chars().any(char::is_lowercase) {
        return None;
    }
    let letters: Vec<char> = key(&short).chars().collect();
    let rest = names.get(shared..)?;
    let mut taken = 0;
    let mut wanted = letters.iter();
    for word in rest {
        if wanted.len() == 0 {
            break;
        }
        let initial = key(word).chars().next();
        if key(word) != "va" && initial.is_some() && wanted.next() != initial.as_ref() {
            return None;
        }
        taken += 1;
    }
    let whole = wanted.len() == 0 && letters.len() > 1;
    let long = rest.get(..taken)?.join(" ");
    whole.then(|| (short, long.trim_end_matches([',', ';']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Abbreviations, of_alias};

    #[test]
    fn either_finds_the_other() {
        let known = [("LĐTBXH", "Lao động - Thương binh và Xã hội"), ("KCN", "khu công nghiệp")];
        let known = Abbreviations::new(known.into_iter());
        let has = |text: &str, term: &str| known.terms(text).contains(&term.to_owned());
        assert!(has("các KCN", "nghiep"));
        assert!(has("Khu công nghiệp Phố Nối", "kcn"));
        assert!(has("Sở LĐ-TB & XH", "thuong"));
        assert!(has("Sở LĐ-TB & XH", "ldtbxh"));
        assert!(!has("khu, công trình nghiệp vụ", "kcn"));
    }

    #[test]
    fn the_register_says_what_letters_mean() {
        let of = |name, alias| of_alias(name, alias);
        let pair = |short: &str, long: &str| Some((short.to_owned(), long.to_owned()));
        assert_eq!(
            of("Bộ Chỉ huy Quân sự tỉnh Sơn La", "Bộ CHQS"),
            pair("CHQS", "Chỉ huy Quân sự")
        );
        assert_eq!(
            of("Sở Lao động - Thương binh và Xã hội", "Sở LĐTB&XH"),
            pair("LĐTB&XH", "Lao động - Thương binh và Xã hội")
        );
        assert_eq!(of("Sở Y tế tỉnh Sơn La", "Sở KH&ĐT"), None);
        assert_eq!(
            of("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT"),
            pair("PTNT", "Phát triển nông thôn")
        );
    }
}
