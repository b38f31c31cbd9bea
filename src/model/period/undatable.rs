//! Periods that name no day by their nature: they hang on something else, or say only roughly when.
//!
//! Such words are understood as far as they can be; no calendar has them, and nobody needs to look at them again. What names a
//! year besides is left to be looked at: it may hold a date that the grammar does not know.

use crate::text;

/// Words that begin such a period.
const BEGINNINGS: &[&str] = &[
    "sau",
    "ngay sau",
    "khi",
    "ngay khi",
    "den khi",
    "cho den khi",
    "theo",
    "tuy theo",
    "can cu",
    "trong vong",
    "dinh ky",
    "dot xuat",
    "ngay",
];

/// Words that say on what a count of days hangs.
const HANGING: &[&str] = &["ke tu", "tu khi", "sau khi", "tu ngay ban hanh", "tu ngay co"];

/// Words that say only roughly when within a year or a quarter.
const ROUGH: &[&str] = &["dau nam", "dau quy", "dau thang", "giua nam", "giua quy", "giua thang"];

/// Whether a period that is not understood names no day by its nature.
pub(super) fn is_undatable(printed: &str) -> bool {
    let words = text::folded_words(printed);
    let phrase = format!(" {} ", words.join(" "));
    let begins = |start: &&str| phrase.starts_with(&format!(" {start} "));
    let holds = |part: &&str| phrase.contains(&format!(" {part} "));
    if ROUGH.iter().any(begins) {
        return true;
    }
    let year = |word: &String| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let told = BEGINNINGS.iter().any(begins) || HANGING.iter().any(holds);
    told && !words.iter().any(year)
}
