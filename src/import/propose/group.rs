//! The spellings of one agency, and the entry that is proposed for them.
//!
//! Two spellings are one agency's when they are the same once abbreviations are spelt out, the province is taken off, and
//! commas, dashes and "và" are passed over; and when they belong to one province.

use std::collections::BTreeMap;

use super::abbreviations::spelt_out;
use super::kinds::{self, End};
use super::places::{self, Placed, Places};
use crate::import::agencies;
use crate::import::ids::Ids;
use crate::import::mentions::Named;
use crate::model::{Agency, AgencyId, AgencyKind, Certainty, LONGEST};
use crate::text;

/// What governs a unit, and what its name is when only the unit is named: "huyện Mai Sơn".
const COMMITTEE: &str = "Ủy ban nhân dân";

/// The kind of what is of no kind that is known: it claims only that the words stand for somebody, one or several.
pub(super) const UNKNOWN: AgencyKind = AgencyKind::Collective;

/// An agency by all its spellings.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) spellings: Vec<Spelling>,
    pub(super) place: Option<String>,
    /// The kind, if the words say it.
    pub(super) kind: Option<AgencyKind>,
}

/// A name as the document has it.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    pub(super) named: Named,
    pub(super) placed: Placed,
    /// The name without its province, spelt out.
    full: String,
}

/// What parts two agencies: the name without signs, and the province.
type Key = (String, Option<String>);

/// The groups, in the order in which the document has them.
pub(super) fn of(named: &[Named], places: &Places) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for named in named {
        let split = places.split(&named.name);
        let full = full_name(&split.bare);
        let kind = kind(&full, &split, places);
        let home = places.home().filter(|_| kind != Some(AgencyKind::Central));
        let place = split.place.clone().or_else(|| home.map(str::to_owned));
        let spelling = Spelling { named: named.clone(), placed: split, full };
        let key = (loose(&spelling.full), place.as_deref().map(text::name_key));
        let place_of_group = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(place_of_group) {
            Some(group) => group.spellings.push(spelling),
            None => groups.push(Group { spellings: vec![spelling], place, kind }),
        }
    }
    groups
}

impl Group {
    /// The entry, as yet without other names.
    pub(super) fn agency(&self, places: &Places, ids: &mut Ids) -> Option<Agency> {
        let full = self.full();
        let kind = self.kind.unwrap_or(UNKNOWN);
        let stem = full.replacen(COMMITTEE, "ubnd", 1);
        let place = self.place.as_deref().filter(|_| !agencies::is_of_unit(&full));
        let place = text::slug(place.unwrap_or_default(), LONGEST / 2);
        let stem = text::slug(&stem, LONGEST - place.len() - 1);
        let path: Vec<String> = [stem, place].into_iter().filter(|part| !part.is_empty()).collect();
        Some(Agency {
            id: AgencyId::new(&ids.give(&path, "co-quan"))?,
            name: format!("{full}{}", self.closing(&full, places)),
            place: self.place.clone(),
            kind,
            aliases: Vec::new(),
            misprints: Vec::new(),
            ended: None,
            successors: Vec::new(),
            members: Vec::new(),
            members_basis: None,
            members_certainty: Certainty::Certain,
            addresses: Vec::new(),
        })
    }

    /// How often the agency is named.
    pub(super) fn times(&self) -> usize {
        self.spellings.iter().map(|spelling| spelling.named.times).sum()
    }

    /// Where it is named first.
    pub(super) fn first(&self) -> &str {
        self.spellings.first().map_or("", |spelling| &spelling.named.first)
    }

    /// The full name without the province: the one that is written most often, of several the first.
    fn full(&self) -> String {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for spelling in &self.spellings {
            match counts.iter_mut().find(|(full, _)| *full == spelling.full) {
                Some((_, times)) => *times += spelling.named.times,
                None => counts.push((&spelling.full, spelling.named.times)),
            }
        }
        let shouted = |full: &str| !full.chars().any(char::is_lowercase);
        let rank = |(full, times): &(&str, usize)| (!shouted(full), *times);
        let best = counts.iter().rev().max_by_key(|count| rank(count));
        text::capitalised(best.map_or("", |(full, _)| full))
    }

    /// The province behind the full name, where it belongs to the name.
    fn closing(&self, full: &str, places: &Places) -> String {
        let key = text::name_key(full);
        let printed = || {
            self.spellings.iter().filter_map(|spelling| {
                spelling.placed.closing.clone().filter(|_| !spelling.placed.misspelt)
            })
        };
        let Some(place) = &self.place else { return printed().next().unwrap_or_default() };
        // Without the province, what is left could be taken for the name of another.
        let is_whole = places.split(full).closing.is_none();
        if agencies::is_of_unit(full) && is_whole {
            return String::new();
        }
        let with_rank = match text::name_key(place).split(' ').next() {
            Some("tỉnh" | "thành" | "huyện" | "quận" | "thị" | "xã" | "phường") => {
                place.clone()
            }
            _ if places::is_city(place) => format!("thành phố {place}"),
            _ => format!("tỉnh {place}"),
        };
        let is_said = self.spellings.iter().any(|spelling| spelling.placed.closing.is_some());
        match self.kind {
            Some(AgencyKind::Collective) if is_said || kinds::counts_those_of_a_province(&key) => {
                format!(" thuộc {with_rank}")
            }
            Some(AgencyKind::ServiceUnit) | None => {
                let whole = |closing: &String| closing.trim() != "tỉnh";
                match printed().find(whole) {
                    Some(closing) => closing,
                    None if is_said => format!(" {with_rank}"),
                    None => String::new(),
                }
            }
            Some(AgencyKind::Department) => format!(" {with_rank}"),
            Some(_) if is_said => format!(" {with_rank}"),
            Some(_) => String::new(),
        }
    }
}

/// A name without its province, spelt out; a unit by what governs it.
fn full_name(bare: &str) -> String {
    const UNITS: [&str; 7] = ["thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường"];
    let spelt = spelt_out(bare.trim_end_matches(['.', ',', ';', ' ']));
    let key = text::name_key(&spelt);
    if kinds::counts_units_only(&key) {
        let rest = spelt.split_once(' ').map_or("", |(_, rest)| rest);
        return format!("{COMMITTEE} các {rest}");
    }
    let unit = UNITS.iter().find(|unit| {
        key.strip_prefix(**unit).is_some_and(|rest| rest.starts_with(' '))
            && agencies::is_of_unit(&spelt)
    });
    match unit {
        Some(unit) => {
            let name = spelt.split_whitespace().skip(unit.split(' ').count());
            format!("{COMMITTEE} {unit} {}", name.collect::<Vec<_>>().join(" "))
        }
        None => spelt,
    }
}

fn kind(full: &str, split: &Placed, places: &Places) -> Option<AgencyKind> {
    let end = if split.closing.is_some() { End::Province } else { End::Open };
    let kind = kinds::of(&text::name_key(full), end);
    let of_no_place = split.place.is_none() && places.home().is_none();
    match kind {
        // The offices of a ministry, in its own plan.
        Some(AgencyKind::Branch) if of_no_place => Some(AgencyKind::Central),
        kind => kind,
    }
}

/// A name without the signs that make no difference, and with what is often left out of it.
fn loose(full: &str) -> String {
    let key = text::name_key(full);
    let words = key.split([' ', ',', '-', '–', '—', '/', '&', '.']);
    let loose: Vec<&str> = words.filter(|word| !word.is_empty() && *word != "và").collect();
    if loose.is_empty() {
        return key;
    }
    let loose = loose.join(" ");
    let short = SHORT.iter().find_map(|(short, long)| {
        let rest = loose.strip_prefix(short)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{long}{rest}"))
    });
    short.unwrap_or(loose)
}

/// Beginnings of names that are said for longer ones.
const SHORT: [(&str, &str); 5] = [
    ("hội phụ nữ", "hội liên hiệp phụ nữ"),
    ("bộ chỉ huy biên phòng", "bộ chỉ huy bộ đội biên phòng"),
    ("ban chỉ huy biên phòng", "ban chỉ huy bộ đội biên phòng"),
    ("ủy ban mặt trận tổ quốc", "mặt trận tổ quốc"),
    ("đoàn thanh niên cộng sản hồ chí minh", "đoàn thanh niên"),
];
