//! What the words of a header say that a column holds.
//!
//! Words are compared folded, numbers at their ends left out, so that "NỘI DUNG (2)" and "Noi dung" are one. A column of
//! which the words say nothing is kept under its own name; a person may say what it holds (`--column`).

use crate::model::Column;
use crate::text;

/// A header cell is at most so many words long; a longer one is a sentence that begins with a column's word.
const LONGEST_NAME: usize = 12;

/// Words that begin the name of the column of texts.
const TEXTS: &[&str] = &[
    "noi dung",
    "nhiem vu",
    "cac nhiem vu",
    "cong viec",
    "ten nhiem vu",
    "ten cong viec",
    "ten de an",
    "ten van ban",
    "ten du an",
    "ten chuong trinh",
    "ten noi dung",
    "ten hoat dong",
    "hoat dong",
    "cac hoat dong",
    "de an",
    "giai phap",
];

/// Those of them that a plan has, and a table of other documents has not.
const TEXTS_OF_PLANS: &[&str] = &["noi dung", "nhiem vu", "cac nhiem vu", "cong viec"];

/// Words that begin the name of the column of periods.
const PERIODS: &[&str] = &[
    "thoi gian",
    "thoi han",
    "tien do",
    "thoi diem",
    "han hoan thanh",
    "han trinh",
    "ngay hoan thanh",
    "thang hoan thanh",
    "nam thuc hien",
    "nam hoan thanh",
];

/// What an agent does whose column holds those who lead.
const ACTS: &[&str] = &[
    "thuc hien",
    "chuan bi",
    "dau moi",
    "phu trach",
    "tham muu",
    "soan thao",
    "chiu trach nhiem",
    "xay dung",
];

/// What the words of a header cell say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A column that every plan has.
    Role(Column),
    /// When something begins; a period only together with its end.
    Start,
    /// When something ends.
    End,
    /// A year or another number, as over columns of money.
    Number,
    /// Something else.
    Other,
}

/// What a column's name means.
pub(super) fn meaning(name: &str) -> Meaning {
    let words = key(name);
    let begins = |starts: &[&str]| {
        let whole = |start: &&str| words.strip_prefix(*start).is_some_and(ends_a_word);
        starts.iter().any(whole)
    };
    let count = words.split(' ').count();
    if count > LONGEST_NAME {
        return Meaning::Other;
    }
    if words.is_empty() {
        let numbered = name.contains(|c: char| c.is_ascii_digit());
        return if numbered { Meaning::Number } else { Meaning::Other };
    }
    let of_agents = words.contains("co quan") || words.contains("don vi");
    let (leads, takes_part) = (words.contains("chu tri"), words.contains("phoi hop"));
    let agent = begins(&["co quan", "don vi", "bo phan", "nguoi", "can bo", "ca nhan", "to chuc"]);
    if matches!(words.as_str(), "stt" | "tt" | "so tt" | "so thu tu" | "s tt") {
        Meaning::Role(Column::Number)
    } else if begins(TEXTS) && !of_agents {
        Meaning::Role(Column::Text)
    } else if leads {
        // "Cơ quan chủ trì, phối hợp", too: who of the names leads is written in the cells.
        Meaning::Role(Column::Lead)
    } else if takes_part && count <= 8 {
        Meaning::Role(Column::Coordinating)
    } else if begins(&["phan cong", "dau moi", "trach nhiem thuc hien", "phu trach"])
        || (agent && ACTS.iter().any(|act| words.contains(act)))
    {
        Meaning::Role(Column::Lead)
    } else if words.contains("bat dau") || words == "tu" || words == "tu ngay" {
        Meaning::Start
    } else if words.contains("ket thuc") || words == "den" || words == "den ngay" {
        Meaning::End
    } else if (begins(PERIODS) && !words.contains("ban hanh")) || words == "nam" || words == "han" {
        Meaning::Role(Column::Period)
    } else {
        Meaning::Other
    }
}

/// Whether a name of a column of texts is one that plans use.
pub(super) fn is_of_a_plan(name: &str) -> bool {
    let words = key(name);
    TEXTS_OF_PLANS.iter().any(|start| words.strip_prefix(*start).is_some_and(ends_a_word))
}

/// A name as names of columns are compared.
pub(super) fn key(name: &str) -> String {
    let words = text::folded_words(name);
    let number = |word: &&String| word.bytes().all(|b| b.is_ascii_digit());
    let behind = words.iter().rev().take_while(number).count();
    let before = words.iter().take_while(number).count();
    let length = words.len().saturating_sub(behind);
    words.get(before.min(length)..length).unwrap_or_default().join(" ")
}

/// Whether what follows a word begins behind its end.
fn ends_a_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}
