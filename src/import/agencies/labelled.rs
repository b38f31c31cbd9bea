//! Lists below a heading of their kind: "Các sở: Y tế, Tài chính", "UBND các huyện: Mai Sơn, Sông Mã".
//!
//! The heading says what each of them is and is no name itself.

use super::heads::{self, Left};
use super::signs::Sign;
use super::{subjects, units};
use crate::text;

/// Words of which a heading consists.
const KINDS: &[&str] = &[
    "phòng",
    "các",
    "sở",
    "ban",
    "ngành",
    "bộ",
    "ubnd",
    "huyện",
    "xã",
    "phường",
    "quận",
    "thị",
    "trấn",
    "thành",
    "phố",
    "và",
    "đoàn",
    "thể",
];

/// Kinds whose names can be completed by the kind's word.
const COMPLETING: [&str; 7] = ["sở", "bộ", "phòng", "huyện", "xã", "phường", "quận"];

/// A heading: what completes the names behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    head: String,
}

/// The heading that a line begins with, and the list behind it.
pub(super) fn split(line: &str) -> Option<(Label, &str)> {
    let (before, list) = line.split_once(':')?;
    let words: Vec<String> = before.split_whitespace().map(text::name_key).collect();
    if words.is_empty() || !words.iter().all(|word| KINDS.contains(&word.as_str())) {
        return None;
    }
    let kind = words.iter().position(|word| COMPLETING.contains(&word.as_str()))?;
    let kind_word = before.split_whitespace().nth(kind)?.trim_end_matches(',');
    let of_people = words.first().is_some_and(|word| word == "ubnd");
    let head = match words.get(kind)?.as_str() {
        "sở" | "bộ" | "phòng" => text::capitalised(&kind_word.to_lowercase()),
        unit if of_people => format!("UBND {unit}"),
        unit => text::capitalised(unit),
    };
    Some((Label { head }, list.trim_start()))
}

impl Label {
    /// Whether a name of the list ends at a separator, which stands at this place of what begins with the name.
    pub(super) fn cuts(&self, sign: Sign, name: &str, separator: usize, rest: &str) -> bool {
        let length = subjects::length(name, &self.head).unwrap_or_default();
        if length > separator || subjects::holds(name, separator) {
            return false;
        }
        let left = name.get(..separator).unwrap_or_default();
        let begins = heads::begins(rest, Left::of(left)) || units::is_proper(rest);
        match sign {
            Sign::Semicolon | Sign::Bullet => true,
            Sign::Dash => heads::is_of_the_state(rest),
            Sign::Comma | Sign::And | Sign::Stop | Sign::Slash => begins,
        }
    }

    /// A name with its kind; nothing where it says its kind itself.
    pub(super) fn complete(&self, name: &str) -> Option<String> {
        let subject = subjects::length(name, &self.head).is_some();
        let own = heads::begins(name, Left::Name) && !subject;
        (!own).then(|| format!("{} {name}", self.head))
    }
}
