//! Provinces at the end of names: "Sở Y tế tỉnh Hưng Yên", "Sở Y tế Hưng Yên", "Các sở thuộc tỉnh Hưng Yên".
//!
//! What is taken off here is what [`Register`](crate::model::Register) takes off when it resolves a name; the two must agree,
//! or a name would not find the entry that was proposed for it.

use std::collections::BTreeMap;

use crate::import::agencies;
use crate::model::CITIES;
use crate::text;

/// Provinces of Việt Nam, those of before July 2025 and those of after; cities of a province's rank are in [`CITIES`].
pub(in crate::import) const PROVINCES: [&str; 58] = [
    "An Giang",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Bình Dương",
    "Bình Định",
    "Bình Phước",
    "Bình Thuận",
    "Cà Mau",
    "Cao Bằng",
    "Đắk Lắk",
    "Đắk Nông",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Giang",
    "Hà Nam",
    "Hà Tĩnh",
    "Hải Dương",
    "Hậu Giang",
    "Hòa Bình",
    "Hưng Yên",
    "Khánh Hòa",
    "Kiên Giang",
    "Kon Tum",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Long An",
    "Nam Định",
    "Nghệ An",
    "Ninh Bình",
    "Ninh Thuận",
    "Phú Thọ",
    "Phú Yên",
    "Quảng Bình",
    "Quảng Nam",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sóc Trăng",
    "Sơn La",
    "Tây Ninh",
    "Thái Bình",
    "Thái Nguyên",
    "Thanh Hóa",
    "Thừa Thiên Huế",
    "Tiền Giang",
    "Trà Vinh",
    "Tuyên Quang",
    "Vĩnh Long",
    "Vĩnh Phúc",
    "Yên Bái",
];

/// Units that own the proper name behind them.
const UNITS: [&str; 9] =
    ["thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường", "tp", "tp."];

/// The places that names of a document end in, by their keys.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Keys and the places as they are written, longest first.
    known: Vec<(String, String)>,
    /// The plan's own place.
    home: Option<String>,
}

/// A name and the province at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// The name without the province.
    pub(super) bare: String,
    /// The province that it names.
    pub(super) place: Option<String>,
    /// What was taken off, with what joins it to the name: " tỉnh Hưng Yên", ", tỉnh Hưng Yên", " Hưng Yên", " tỉnh".
    pub(super) closing: Option<String>,
    /// Whether those words misspell "tỉnh".
    pub(super) misspelt: bool,
}

impl Places {
    /// The places that these names end in, and the plan's.
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>, home: Option<&str>) -> Self {
        let home = home.map(text::one_line).filter(|home| !home.is_empty());
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        let mut learn = |place: &str| {
            known.entry(text::name_key(place)).or_insert_with(|| text::one_line(place));
        };
        if let Some(home) = &home {
            learn(home);
        }
        let gazetteer = Self::longest_first(
            PROVINCES
                .iter()
                .chain(&CITIES)
                .map(|place| (text::name_key(place), (*place).to_owned())),
        );
        let gazetteer = Self { known: gazetteer, home: None };
        for name in names {
            let found = gazetteer.suffix(name).filter(|(before, place)| {
                // A man's name, and Huế lies in a province of its own until 2025: only "thành phố" makes them places.
                let doubtful = ["Hồ Chí Minh", "Huế"].contains(&place.as_str());
                !doubtful || says_city(name, *before)
            });
            if let Some((_, place)) = found {
                learn(&place);
            } else if let Some(closing) = agencies::closing(name) {
                let words = closing.words.split_once(' ').map_or("", |(_, place)| place);
                learn(words.trim_end_matches(['.', ',', ';', ')']));
            }
        }
        known.remove("");
        Self { known: Self::longest_first(known.into_iter()), home }
    }

    /// The plan's own place.
    pub(super) fn home(&self) -> Option<&str> {
        self.home.as_deref()
    }

    /// Splits a name.
    pub(super) fn split(&self, name: &str) -> Placed {
        let whole = Placed { bare: name.to_owned(), place: None, closing: None, misspelt: false };
        let Some((start, place)) = self.suffix(name) else {
            return self.without_bare_province(whole);
        };
        let mut words: Vec<&str> = name.split_whitespace().take(start).collect();
        let city = is_city(&place);
        let is_level = |word: &str| {
            let key = text::name_key(word);
            if city { key == "tp" } else { text::fold(&key) == "tinh" }
        };
        let mut misspelt = false;
        if words.len() > 1 && words.last().is_some_and(|word| is_level(word)) {
            misspelt = !city && words.last().is_some_and(|word| text::name_key(word) != "tỉnh");
            words.pop();
        } else if city && words.len() > 2 && ends_in(&words, "thành phố") {
            words.truncate(words.len() - 2);
        }
        if words.len() > 1 && words.last().is_some_and(|word| text::name_key(word) == "thuộc") {
            words.pop();
        }
        let taken = name.split_whitespace().skip(words.len()).collect::<Vec<_>>().join(" ");
        let before = words.join(" ");
        let taken = format!("{} {taken}", if before.ends_with(',') { "," } else { "" });
        let bare = before.trim_end_matches([',', ' ']).to_owned();
        if !bare.contains(char::is_alphanumeric) {
            return whole;
        }
        Placed { bare, place: Some(place), closing: Some(taken), misspelt }
    }

    /// Whether what is left of a name is one that the register takes nothing off, as it took off what closed it.
    pub(super) fn is_bare(&self, placed: &Placed) -> bool {
        let bare_level = placed.place.is_none() && placed.closing.is_some();
        let of_a_province =
            placed.closing.as_deref().is_some_and(|closing| text::name_key(closing) == "tỉnh");
        self.split(&placed.bare).closing.is_none() && (!bare_level || of_a_province)
    }

    /// A name without the bare "tỉnh" that closes it.
    fn without_bare_province(&self, whole: Placed) -> Placed {
        let words: Vec<&str> = whole.bare.split_whitespace().collect();
        let counts = words.iter().any(|word| text::name_key(word) == "các");
        let of_a_city = self.home.as_deref().is_some_and(is_city) && !counts;
        let level = if of_a_city && ends_in(&words, "thành phố") {
            2
        } else if (of_a_city && ends_in(&words, "tp")) || ends_in(&words, "tỉnh") {
            1
        } else {
            return whole;
        };
        let (before, closing) = words.split_at(words.len() - level);
        let bare = before.join(" ").trim_end_matches([',', ' ']).to_owned();
        if !bare.contains(char::is_alphanumeric) {
            return whole;
        }
        Placed { bare, closing: Some(format!(" {}", closing.join(" "))), ..whole }
    }

    /// The longest place that a name ends in, with the number of words before it.
    fn suffix(&self, name: &str) -> Option<(usize, String)> {
        let key = text::name_key(name);
        self.known.iter().find_map(|(place_key, place)| {
            let before = key.strip_suffix(place_key.as_str())?.strip_suffix(' ')?;
            let is_unit =
                UNITS.iter().any(|unit| before == *unit || before.ends_with(&format!(" {unit}")));
            if is_unit
                && !(is_city(place)
                    && ["thành phố", "tp", "tp."].iter().any(|city| before.ends_with(city)))
            {
                return None;
            }
            Some((before.split(' ').count(), place.clone()))
        })
    }

    fn longest_first(places: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
        let mut places: Vec<(String, String)> = places.collect();
        places.sort_by_key(|(key, _)| std::cmp::Reverse(key.len()));
        places
    }
}

/// Whether the words end in these.
fn ends_in(words: &[&str], end: &str) -> bool {
    let length = end.split(' ').count();
    let last = words.len().checked_sub(length).and_then(|start| words.get(start..));
    words.len() > length && last.is_some_and(|last| text::name_key(&last.join(" ")) == end)
}

/// Whether a place is a city of a province's rank.
pub(in crate::import) fn is_city(place: &str) -> bool {
    CITIES.iter().any(|city| text::name_key(city) == text::name_key(place))
}

/// Whether "thành phố" stands at the end of so many words of a name.
fn says_city(name: &str, before: usize) -> bool {
    let words: Vec<&str> = name.split_whitespace().take(before).collect();
    ["thành phố", "tp", "tp."].iter().any(|city| ends_in(&words, city))
}
