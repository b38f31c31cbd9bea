//! Vietnamese text: normal form, fold, tone placement, slugs, order, cutting at a word, and filling a sentence's places.
//!
//! Everything here is a function of its argument: no locale, no tables that depend on the machine. Unicode's canonical
//! decomposition does the work; what it leaves out is `đ`, which has no decomposition, and the look-alikes Ð (eth) and Ɖ
//! (African D) that copying from other programs brings in.

use std::borrow::Cow;
use std::cmp::Ordering;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The precomposed form (NFC).
#[must_use]
pub fn composed(text: &str) -> String {
    in_composed(text).into_owned()
}

fn in_composed(text: &str) -> Cow<'_, str> {
    // Nearly every text is composed already, and to see that is much faster than to compose it again.
    if text.chars().all(is_whole) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// A letter that is in the precomposed form in whatever order such letters come: all below the first combining mark, and those of the
/// block of Vietnamese (Latin Extended Additional).
fn is_whole(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{1e00}'..='\u{1eff}')
}

/// The precomposed form (NFC) with all runs of white space as one blank, none at the ends.
///
/// ```
/// assert_eq!(planpress::text::one_line(" Sở \n Y  tế "), "Sở Y tế");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let composed = in_composed(text);
    let mut line = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The precomposed form (NFC), line by line: no white space at the ends of lines, no empty lines at the ends.
#[must_use]
pub fn tidy_lines(text: &str) -> String {
    let composed = composed(text);
    let lines: Vec<&str> = composed.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Lower case without marks, `đ` as `d`; everything else stays.
///
/// ```
/// assert_eq!(planpress::text::fold("Đường ở Hưng Yên"), "duong o hung yen");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    // What was folded before is plain, and the search index folds every word twice.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(plain_d)
        .collect()
}

/// The letter d for each of the letters that stand for `đ`, in lower case.
fn plain_d(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        other => other,
    }
}

/// The folded words of a text: runs of letters and digits.
///
/// ```
/// assert_eq!(planpress::text::folded_words("Sở NN&PTNT, mục 3.7"), ["so", "nn", "ptnt", "muc", "3", "7"]);
/// ```
#[must_use]
pub fn folded_words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The name of a thing as part of an address: folded words of ASCII letters and digits joined by `-`, at most `limit`
/// characters, cut at a word where that is possible. Empty when nothing is left.
///
/// ```
/// assert_eq!(planpress::text::slug("Kế hoạch số 150/KH-UBND", 60), "ke-hoach-so-150-kh-ubnd");
/// ```
#[must_use]
pub fn slug(text: &str, limit: usize) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        let room = limit.saturating_sub(slug.len());
        if slug.is_empty() {
            slug.extend(word.chars().take(limit));
        } else if word.len() < room {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// The key under which two spellings of one name are equal: case, spacing, Unicode form, tone placement and a closing full
/// stop, comma or semicolon make no difference.
///
/// ```
/// use planpress::text::name_key;
/// assert_eq!(name_key("Uỷ ban  Nhân dân."), name_key("Ủy ban nhân dân"));
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    let line = one_line(name);
    let bare = line.trim_end_matches(['.', ',', ';', ' ']);
    // Some letters have a precomposed form in lower case only, such as ǰ.
    let lower = composed(&bare.to_lowercase());
    lower.split(' ').map(tone_on_main_vowel).collect::<Vec<_>>().join(" ")
}

/// A lower-case syllable with its tone where the older spelling puts it: `hoà` becomes `hòa`, `uỷ` becomes `ủy`.
///
/// Only open syllables that end in oa, oe or uy can be spelt both ways; `quý` has no choice, since its u belongs to `qu`.
fn tone_on_main_vowel(syllable: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    // Composed, such a syllable ends in a bare o or u and a letter with a mark; few do, and the rest need not be taken apart.
    let mut from_the_end = syllable.chars().rev();
    let (end, before) = (from_the_end.next(), from_the_end.next());
    if end.is_none_or(|end| end.is_ascii()) || !matches!(before, Some('o' | 'u')) {
        return syllable.to_owned();
    }
    let letters: Vec<char> = syllable.nfd().collect();
    let [head @ .., first, last, tone] = letters.as_slice() else {
        return syllable.to_owned();
    };
    let movable = matches!((first, last), ('o', 'a' | 'e') | ('u', 'y')) && TONES.contains(tone);
    if !movable || (*first == 'u' && head.last() == Some(&'q')) {
        return syllable.to_owned();
    }
    head.iter().chain([first, tone, last]).copied().nfc().collect()
}

/// The order of a Vietnamese dictionary, near enough for lists: by base letters with `ă â đ ê ô ơ ư` behind their plain
/// twins, then by tone in the order `a à ả ã á ạ`; digits by their value.
#[must_use]
pub fn compare(left: &str, right: &str) -> Ordering {
    sort_key(left).cmp(&sort_key(right))
}

/// What [`compare`] compares, for lists that are long enough to work it out once for each text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    /// Letters with their quality.
    letters: Vec<(u32, u32)>,
    tones: Vec<u32>,
    /// The text itself, so that only equals are equal.
    text: String,
}

/// The place of a text in the order of [`compare`].
#[must_use]
pub fn sort_key(text: &str) -> SortKey {
    let mut letters: Vec<(u32, u32)> = Vec::new();
    let mut tones = Vec::new();
    for c in text.to_lowercase().nfd() {
        match (c, letters.last_mut()) {
            // Breve before circumflex: ă stands before â.
            ('\u{306}', Some(letter)) => letter.1 = 1,
            ('\u{302}' | '\u{31b}', Some(letter)) => letter.1 = u32::from(c),
            ('\u{300}', _) => tones.push(1),
            ('\u{309}', _) => tones.push(2),
            ('\u{303}', _) => tones.push(3),
            ('\u{301}', _) => tones.push(4),
            (c, _) if is_combining_mark(c) => tones.push(u32::from(c)),
            ('đ' | 'ð', _) => letters.push((u32::from('d'), 1)),
            (c, Some(number)) if c.is_ascii_digit() && is_number(*number) => {
                number.1 =
                    number.1.saturating_mul(10).saturating_add(u32::from(c) - u32::from('0'));
            }
            (c, _) if c.is_ascii_digit() => letters.push((NUMBER, u32::from(c) - u32::from('0'))),
            (c, _) => letters.push((u32::from(c), 0)),
        }
    }
    SortKey { letters, tones, text: text.to_owned() }
}

/// Stands in a sort key for a number, whose value stands beside it; digits sort before letters.
const NUMBER: u32 = '0' as u32;

fn is_number(letter: (u32, u32)) -> bool {
    letter.0 == NUMBER
}

/// The first words of a text, at most `limit` characters, with "…" where something was left out.
///
/// ```
/// assert_eq!(planpress::text::excerpt("Trao đổi kinh nghiệm", 12), "Trao đổi…");
/// ```
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let room: String = text.chars().take(limit).collect();
    let at_word = room.rfind(' ').map_or(room.as_str(), |blank| &room[..blank]);
    format!("{}…", at_word.trim_end_matches([' ', ',', ';', '.', ':', '-']))
}

/// The text with its first letter as a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The number of a row as a sentence says it, without the signs that close it in a table: "1" for "1.", "a" for "a)".
///
/// ```
/// assert_eq!(planpress::text::said_number("B.1."), "B.1");
/// ```
#[must_use]
pub fn said_number(printed: &str) -> &str {
    let bare = printed.trim_end_matches(['.', ')', ':', ' ']);
    if bare.is_empty() { printed } else { bare }
}

/// A number of bytes as people read it, with a decimal comma: "19,2 KB". Units of 1,024.
///
/// ```
/// assert_eq!(planpress::text::size_in_words(19_658), "19,2 KB");
/// ```
#[must_use]
pub fn size_in_words(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes * 10 + unit / 2) / unit;
    let with_comma = |tenths: u64, unit: &str| format!("{},{} {unit}", tenths / 10, tenths % 10);
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => with_comma(tenths(1024), "KB"),
        _ => with_comma(tenths(1_048_576), "MB"),
    }
}

/// The nearest of the names, if one is near enough to be meant: at most a third of its letters differ.
///
/// ```
/// assert_eq!(planpress::text::nearest("laed", ["lead", "period"].into_iter()), Some("lead"));
/// ```
#[must_use]
pub fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    names
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|(distance, known)| distance * 3 <= known.chars().count().max(3))
        .min()
        .map(|(_, known)| known)
}

/// How alike two texts are, word by word: 1000 where they are the same, 0 where they have nothing in common. Counted are the
/// words that must be added, left out or exchanged, against those of the longer text.
///
/// ```
/// use planpress::text::{folded_words, likeness};
/// let words = |text| folded_words(text);
/// assert_eq!(likeness(&words("Quy hoạch chung đô thị"), &words("Quy hoạch chi tiết đô thị")), 666);
/// ```
#[must_use]
pub fn likeness(left: &[String], right: &[String]) -> usize {
    let longer = left.len().max(right.len());
    if longer == 0 {
        return 1000;
    }
    let distance = strsim::generic_levenshtein(&Words(left), &Words(right));
    (longer - distance.min(longer)) * 1000 / longer
}

/// Words as strsim takes them: a sequence that can be gone through again and again.
struct Words<'w>(&'w [String]);

impl<'w> IntoIterator for &Words<'w> {
    type Item = &'w String;
    type IntoIter = std::slice::Iter<'w, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// All that is not white space, in order: what must survive when a text is taken apart and put together again.
#[must_use]
pub fn visible(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

/// The sentence with each `{place}` filled by the value of that name; nothing when a place has none.
///
/// ```
/// use planpress::text::fill;
/// assert_eq!(fill("{count} nhiệm vụ", &[("count", "42")]).as_deref(), Some("42 nhiệm vụ"));
/// assert_eq!(fill("{count} nhiệm vụ", &[("năm", "2022")]), None);
/// ```
#[must_use]
pub fn fill<V: AsRef<str>>(sentence: &str, values: &[(&str, V)]) -> Option<String> {
    let lengths = values.iter().map(|(_, value)| value.as_ref().len());
    let mut filled = String::with_capacity(sentence.len() + lengths.sum::<usize>());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, behind) = after.split_once('}')?;
        let (_, value) = values.iter().find(|(name, _)| *name == place)?;
        filled.push_str(before);
        filled.push_str(value.as_ref());
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
