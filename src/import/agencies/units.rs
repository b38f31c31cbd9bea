//! Territorial units and provinces in names: "huyện Kim Động", "tỉnh Hưng Yên".

use crate::text;

/// A unit's words, and how high it stands: what closes an address stands higher than what it follows.
const UNITS: [(&str, u8); 9] = [
    ("thành phố", 2),
    ("thị xã", 2),
    ("thị trấn", 1),
    ("huyện", 2),
    ("quận", 2),
    ("phường", 1),
    ("xã", 1),
    ("tp.", 2),
    ("tp", 2),
];

/// How high a province stands.
const PROVINCE: u8 = 3;

/// The unit that the words begin with and a proper name follows: how many words it has, and how high it stands.
pub(super) fn named(words: &[&str]) -> Option<(usize, u8)> {
    let (length, level) = unit(words)?;
    let name = words.get(length)?;
    // "xã hội" is "society", also where a title writes it "Xã Hội".
    let society = text::name_key(words.first()?) == "xã" && text::name_key(name) == "hội";
    (is_proper(name) && !society).then_some((length, level))
}

/// The unit that the words begin with.
fn unit(words: &[&str]) -> Option<(usize, u8)> {
    UNITS.iter().find_map(|(unit, level)| {
        let length = unit.split(' ').count();
        let same = words.get(..length)?.join(" ").to_lowercase() == *unit;
        same.then_some((length, *level))
    })
}

/// Whether a word is written as part of a proper name.
pub(super) fn is_proper(word: &str) -> bool {
    word.trim_start_matches('(').starts_with(char::is_uppercase)
}

/// Whether what follows a comma closes the name before it as an address does: a higher unit, or the province.
pub(super) fn closes(left: &str, rest: &str) -> bool {
    let words: Vec<&str> = rest.split_whitespace().take(4).collect();
    let level = match words.as_slice() {
        [first, name, ..] if text::name_key(first) == "tỉnh" && is_proper(name) => PROVINCE,
        words => match named(words) {
            Some((_, level)) => level,
            None => return false,
        },
    };
    last_level(left).is_some_and(|last| last < level) || level == PROVINCE
}

/// How high the last unit of a name stands.
fn last_level(name: &str) -> Option<u8> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (0..words.len()).rev().find_map(|start| {
        let rest = words.get(start..)?;
        let province = rest.len() > 1 && text::name_key(rest.first()?) == "tỉnh";
        if province { Some(PROVINCE) } else { named(rest).map(|(_, level)| level) }
    })
}

/// What goes before a unit's proper name, and would go before the next one's too: "Huyện" of "Huyện Thuận Châu",
/// "UBND huyện" of "UBND các huyện Thuận Châu". Only where nothing but the proper name follows the unit.
pub(super) fn shared_head(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let start =
        (0..words.len()).find(|start| words.get(*start..).is_some_and(|w| named(w).is_some()))?;
    let (length, _) = named(words.get(start..)?)?;
    let before = words.get(..start)?;
    // A unit that only says where something lies heads no list.
    let lies =
        |word: &&str| ["tại", "thuộc", "ở", "của", "trên"].contains(&text::name_key(word).as_str());
    let proper = words.get(start + length..)?.iter().all(|word| is_proper(word));
    if !proper || before.iter().any(lies) {
        return None;
    }
    let plural = |word: &&&str| text::name_key(word) != "các";
    let head = before.iter().filter(plural).chain(words.get(start..start + length)?);
    Some(head.copied().collect::<Vec<_>>().join(" "))
}

/// The name with "các" before its unit left out, where one unit's proper name follows: "UBND huyện Thuận Châu" of "UBND các
/// huyện Thuận Châu".
pub(super) fn singular(name: &str) -> Option<String> {
    let head = shared_head(name)?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let plural = words.iter().any(|word| text::name_key(word) == "các");
    let proper = words.len().checked_sub(head.split(' ').count() + 1)?;
    let tail = words.get(words.len() - proper..)?.join(" ");
    plural.then(|| format!("{head} {tail}"))
}

/// The province that a name ends in, as it stands there: "tỉnh Hưng Yên".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Closing {
    /// "tỉnh Hưng Yên".
    pub(crate) words: String,
    /// Whether "thuộc" stands before it.
    pub(crate) belongs: bool,
    /// Whether a comma stands before it, so that it only completes the address of the name.
    pub(crate) address: bool,
}

/// The province that a name ends in.
pub(super) fn closing(name: &str) -> Option<Closing> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let start = words.iter().rposition(|word| text::name_key(word) == "tỉnh")?;
    let rest = words.get(start + 1..)?;
    if rest.is_empty() || !rest.iter().all(|word| is_proper(word)) {
        return None;
    }
    let before =
        start.checked_sub(1).and_then(|place| words.get(place)).copied().unwrap_or_default();
    Some(Closing {
        words: words.get(start..)?.join(" "),
        belongs: text::name_key(before) == "thuộc",
        address: before.ends_with(','),
    })
}

/// Whether a name ends in a bare "tỉnh".
pub(super) fn ends_in_bare_province(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|word| text::name_key(word) == "tỉnh")
}
