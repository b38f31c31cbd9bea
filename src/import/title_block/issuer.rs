//! Who issued the document, and the province: the names in capitals in the upper left corner.
//!
//! Of two names the lower one is the issuer's, the upper one that of the organ above it. The form prints them in capitals;
//! the letters of running text are given back where the way in which such names are written leaves no doubt, else the name
//! stays as printed.

use super::date::DateLine;
use super::surroundings::Line;
use super::{Fact, Found, title};
use crate::import::agencies;
use crate::import::propose::abbreviations::spelt_out;
use crate::import::propose::places::is_city;
use crate::model::CITIES;
use crate::text;

/// Words that begin the name of an organ that issues documents, in lower case.
const HEADS: [&str; 30] = [
    "ủy ban",
    "ubnd",
    "hội đồng",
    "hđnd",
    "chính phủ",
    "thủ tướng",
    "bộ",
    "sở",
    "ban",
    "công an",
    "văn phòng",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "đảng bộ",
    "đảng ủy",
    "ban chấp hành",
    "tổng cục",
    "cục",
    "chi cục",
    "thanh tra",
    "quốc hội",
    "kho bạc nhà nước",
    "bảo hiểm xã hội",
    "liên đoàn lao động",
    "ngân hàng nhà nước",
    "tòa án",
    "viện",
    "trường",
    "bệnh viện",
];

/// What begins as an organ's name does and is none.
const NO_NAMES: [&str; 3] = ["ban hành", "bộ tiêu chí", "viện dẫn"];

/// Words that say that a body is the country's, by their keys; its seat says nothing of a province.
const CENTRAL: [&str; 5] = ["bộ", "chính phủ", "thủ tướng", "quốc hội", "tổng cục"];

/// Words that own the proper name behind them.
const UNITS: [&str; 8] =
    ["thành phố", "thị xã", "thị trấn", "tỉnh", "huyện", "quận", "phường", "xã"];

/// A name has at most so many bytes; what is longer is no name.
const LONGEST: usize = 300;

/// Who issued a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Issuer {
    /// "Ủy ban nhân dân tỉnh Sơn La".
    name: String,
    /// The name of the organ above it, and as printed.
    above: Option<(String, String)>,
    /// As printed.
    words: String,
}

/// The issuer among the lines of the head.
pub(super) fn find(head: &[Line]) -> Option<Issuer> {
    let mut names: Vec<(String, usize)> = Vec::new();
    let mut is_open = false;
    for line in head {
        is_open &= !line.behind_rule;
        let is_name =
            line.is_in_capitals() && !line.is_motto() && title::type_named(&line.text).is_none();
        let key = text::name_key(&line.text);
        let begins = HEADS.iter().any(|head| begins_with(&key, head))
            && !NO_NAMES.iter().any(|other| begins_with(&key, other));
        match names.last_mut() {
            _ if is_name && begins => names.push((line.text.clone(), line.group)),
            Some((name, group))
                if is_name && is_open && *group == line.group && name.len() <= LONGEST =>
            {
                name.push(' ');
                name.push_str(&line.text);
            }
            _ => {
                is_open = false;
                continue;
            }
        }
        is_open = true;
    }
    let (words, _) = names.pop()?;
    let above = names.pop().map(|(words, _)| (in_full(&words), words));
    Some(Issuer { name: in_full(&words), above, words })
}

impl Issuer {
    /// The issuer with its province, as the organ above it says it.
    pub(super) fn fact(&self) -> Found {
        let own = province(&self.name);
        let above = self.above.as_ref().filter(|_| own.is_none() && self.name.starts_with("Sở "));
        let name = match above.and_then(|(name, _)| province(name)) {
            Some(place) if is_city(&place) => format!("{} thành phố {place}", self.name),
            Some(place) => format!("{} tỉnh {place}", self.name),
            None => self.name.clone(),
        };
        Found::new(Fact::Issuer, name, &self.words)
    }

    /// The province in its name or in that of the organ above it, with the words.
    fn province(&self) -> Option<(String, String)> {
        let own = province(&self.name).map(|place| (place, self.words.clone()));
        let above = || {
            let (name, words) = self.above.as_ref()?;
            Some((province(name)?, words.clone()))
        };
        own.or_else(above)
    }

    /// Whether it is no province's organ: one of the country, or one of a unit within a province.
    fn is_of_no_province(&self) -> bool {
        let key = text::name_key(&self.name);
        CENTRAL.iter().any(|head| begins_with(&key, head)) || agencies::is_of_unit(&self.name)
    }
}

/// The province: the one in the issuer's name, else the place of the date, where that can only be a province.
pub(super) fn place(issuer: Option<&Issuer>, found: &[Found], dates: &[DateLine]) -> Option<Found> {
    let of_fact = || found.iter().find(|found| found.fact == Fact::Issuer);
    let named = issuer.and_then(Issuer::province);
    let named = named.or_else(|| {
        of_fact().and_then(|found| Some((province(&found.value)?, found.words.clone())))
    });
    let written = |place: &str| {
        // The line of the date has the letters of running text.
        let same = |line: &&DateLine| {
            line.place
                .as_deref()
                .is_some_and(|other| text::name_key(&without_rank(other)) == text::name_key(place))
        };
        dates
            .iter()
            .find(same)
            .and_then(|line| line.place.as_deref())
            .map_or(place.to_owned(), without_rank)
    };
    if let Some((place, words)) = named {
        return Some(Found::new(Fact::Place, written(&place), words));
    }
    if issuer.is_some_and(Issuer::is_of_no_province) {
        return None;
    }
    let of_date =
        dates.iter().find_map(|line| Some((without_rank(line.place.as_deref()?), &line.words)));
    // Without an issuer, Hà Nội may be a ministry's seat.
    let (place, words) = of_date.filter(|(place, _)| issuer.is_some() || place != "Hà Nội")?;
    Some(Found::new(
        Fact::Place,
        if place.contains(char::is_lowercase) { place } else { titled(&place) },
        words,
    ))
}

/// A name in the letters of running text, spelt out.
pub(super) fn in_full(name: &str) -> String {
    let name = text::one_line(name);
    if name.len() > LONGEST {
        return name;
    }
    let name = name.trim_end_matches(['.', ',', ';', ' ']);
    if name.contains(char::is_lowercase) { spelt_out(name) } else { running(&spelt_out(name)) }
}

/// A name in capitals in the letters of running text, where these are certain; else as it is.
fn running(name: &str) -> String {
    const PLAIN: [&str; 6] =
        ["ủy ban nhân dân", "hội đồng nhân dân", "công an", "tỉnh ủy", "thành ủy", "huyện ủy"];
    const OF_A_SUBJECT: [&str; 5] = ["sở", "bộ", "ban quản lý", "ban chỉ đạo", "ban"];
    const WHOLE: [&str; 4] =
        ["Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Quốc hội"];
    let key = text::name_key(name);
    if let Some(whole) = WHOLE.iter().find(|whole| text::name_key(whole) == key) {
        return (*whole).to_owned();
    }
    let plain = PLAIN.iter().find(|head| begins_with(&key, head));
    let Some(head) = plain.or_else(|| OF_A_SUBJECT.iter().find(|head| begins_with(&key, head)))
    else {
        return name.to_owned();
    };
    let rest = key.get(head.len()..).unwrap_or_default().trim();
    let (subject, unit) = at_unit(rest);
    let subject = if plain.is_some() {
        // A party committee's place follows at once: "Tỉnh ủy Sơn La".
        if head.ends_with("ủy") { titled(subject) } else { subject.to_owned() }
    } else {
        clauses(subject)
    };
    // "Ban Quản lý", "Ban Chỉ đạo": the second word is written large, too.
    let head = match head.split_once(' ') {
        Some(("ban", second)) => format!("Ban {}", text::capitalised(second)),
        _ => text::capitalised(head),
    };
    let subject = if head.starts_with("Ban ") { first_small(&subject) } else { subject };
    [head, subject, unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What an organ is for, each of its parts with a capital: "Văn hóa, Thể thao và Du lịch".
fn clauses(subject: &str) -> String {
    let mut begins = true;
    let word = |word: &str| {
        let joins = matches!(word, "và" | "-" | "–");
        let written = if begins && !joins { text::capitalised(word) } else { word.to_owned() };
        begins = joins || word.ends_with(',');
        written
    };
    subject.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn first_small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A text in small letters cut before the unit whose proper name ends it; the unit with its name as names are written.
fn at_unit(text: &str) -> (&str, String) {
    let place = UNITS.iter().filter_map(|unit| {
        let found = text.match_indices(unit).find(|(place, unit)| {
            let before = text.get(..*place).unwrap_or_default();
            let behind = text.get(place + unit.len()..).unwrap_or_default();
            let whole = (before.is_empty() || before.ends_with(' '))
                && (behind.is_empty() || behind.starts_with(' '));
            whole && !behind.starts_with(" hội")
        })?;
        Some((found.0, *unit))
    });
    let Some((start, unit)) = place.min() else { return (text, String::new()) };
    let name = text.get(start + unit.len()..).unwrap_or_default();
    let (before, nested) = (text.get(..start).unwrap_or_default().trim(), name.trim());
    let (own, further) = at_unit(nested);
    let written =
        [unit.to_owned(), titled(own), further].into_iter().filter(|part| !part.is_empty());
    (before, written.collect::<Vec<_>>().join(" "))
}

/// Each word with a capital: "Sơn La".
fn titled(name: &str) -> String {
    name.split_whitespace()
        .map(|word| text::capitalised(&word.to_lowercase()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The province in a name: behind "tỉnh", or a city of a province's rank.
fn province(name: &str) -> Option<String> {
    if let Some(closing) = agencies::closing(name) {
        return closing.words.split_once(' ').map(|(_, place)| place.to_owned());
    }
    let key = text::name_key(name);
    let city = |city: &&&str| key.ends_with(&format!("thành phố {}", text::name_key(city)));
    CITIES.iter().find(city).map(|city| (*city).to_owned())
}

/// "Hồ Chí Minh" of "TP. Hồ Chí Minh".
fn without_rank(place: &str) -> String {
    let spelt = spelt_out(place);
    let key = text::name_key(&spelt);
    let rank = ["thành phố ", "tỉnh "].into_iter().find(|rank| key.starts_with(rank));
    let words = rank.map_or(0, |rank| rank.trim_end().split(' ').count());
    spelt.split_whitespace().skip(words).collect::<Vec<_>>().join(" ")
}

fn begins_with(key: &str, head: &str) -> bool {
    key.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::in_full;

    #[test]
    fn names_in_capitals_are_written_as_in_running_text() {
        for (printed, written) in [
            ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La"),
            ("UBND THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
            ("ỦY BAN NHÂN DÂN XÃ CHIỀNG MUNG", "Ủy ban nhân dân xã Chiềng Mung"),
            ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
            ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
            ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "Bộ Kế hoạch và Đầu tư"),
            (
                "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH SƠN LA",
                "Ban Quản lý các khu công nghiệp tỉnh Sơn La",
            ),
            ("TỈNH ỦY SƠN LA", "Tỉnh ủy Sơn La"),
            ("TRƯỜNG ĐẠI HỌC TÂY BẮC", "TRƯỜNG ĐẠI HỌC TÂY BẮC"),
            ("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ] {
            assert_eq!(in_full(printed), written, "{printed}");
        }
    }
}
