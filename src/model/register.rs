//! The register of agencies, and whose name a printed name is.
//!
//! A name is split into what it calls the agency (its *stem*) and the place it ends in: "Sở Y tế tỉnh Hưng Yên" is "sở y tế"
//! of Hưng Yên. Both the register's names and the printed ones are split alike. A printed name without a place, or with a
//! bare "tỉnh" at its end, belongs to the plan's place. Agencies that had ended before the plan was issued, or had not yet
//! begun, do not answer to their names.

use std::collections::{BTreeMap, BTreeSet};

use super::agency::Agency;
use super::date::{Day, PartialDate};
use super::id::AgencyId;
use crate::text;

/// All agencies that a site knows.
#[derive(Debug, Clone, Default)]
pub struct Register {
    agencies: BTreeMap<AgencyId, Agency>,
    /// The order of `agencies.toml`.
    order: Vec<AgencyId>,
    /// Place keys, longest first, so that "Hà Nam Ninh" is found before "Nam Ninh".
    places: Vec<String>,
    /// The place key of each agency that has a place.
    homes: BTreeMap<AgencyId, String>,
    /// Who answers to a stem.
    stems: BTreeMap<String, BTreeSet<AgencyId>>,
    /// When an agency began, as its predecessors' entries say.
    begun: BTreeMap<AgencyId, PartialDate>,
}

/// Why a name was not resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFault {
    /// Nobody bears it; the nearest names that somebody bears.
    Unknown(Option<String>),
    /// Several bear it.
    Ambiguous(Vec<AgencyId>),
}

/// For whom names are resolved: a plan's place, and when the plan was issued.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameContext {
    /// The plan's place.
    pub place: Option<String>,
    /// When it was issued, as far as that is known.
    pub issued: Option<PartialDate>,
}

impl NameContext {
    /// The context of a plan. Where the day of issue is not known, the year is the one that the plan's id ends in: an id is
    /// number and year, `150-kh-ubnd-2022`.
    #[must_use]
    pub fn of_plan(id: &str, place: Option<String>, issued: Option<PartialDate>) -> Self {
        let year = || id.rsplit_once('-').and_then(|(_, year)| PartialDate::parse(year));
        Self { place, issued: issued.or_else(year) }
    }
}

/// Words that own the place name behind them: "thành phố Sơn La" is no "thành phố" of Sơn La.
const UNITS: [&str; 9] =
    ["thành phố", "tp.", "tp", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường"];

/// The cities of a province's rank: "thành phố Hà Nội" is a place as "tỉnh Sơn La" is one, and no unit of a province.
pub const CITIES: [&str; 6] = ["Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế"];

/// How the rank of such a city is written, as keys.
const CITY_WORDS: [&str; 3] = ["thành phố", "tp.", "tp"];

impl Register {
    /// The register of these agencies; a later agency of the same id replaces an earlier one.
    #[must_use]
    pub fn new(agencies: Vec<Agency>) -> Self {
        let order: Vec<AgencyId> = agencies.iter().map(|agency| agency.id.clone()).collect();
        let home =
            |agency: &Agency| Some((agency.id.clone(), text::name_key(agency.place.as_deref()?)));
        let homes: BTreeMap<AgencyId, String> = agencies.iter().filter_map(home).collect();
        let places: BTreeSet<&String> = homes.values().collect();
        let mut places: Vec<String> = places.into_iter().cloned().collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.len()));
        let mut register = Self { order, places, homes, ..Self::default() };
        for agency in &agencies {
            for name in agency.names() {
                let (stem, _) = register.split(&text::name_key(name));
                register.stems.entry(stem).or_default().insert(agency.id.clone());
            }
            for successor in &agency.successors {
                if let Some(since) = successor.since {
                    let begun = register.begun.entry(successor.id.clone()).or_insert(since);
                    *begun = (*begun).min(since);
                }
            }
        }
        register.agencies =
            agencies.into_iter().map(|agency| (agency.id.clone(), agency)).collect();
        register
    }

    /// The agency of an id.
    #[must_use]
    pub fn get(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.get(id)
    }

    /// All agencies, in the order of `agencies.toml`.
    pub fn iter(&self) -> impl Iterator<Item = &Agency> {
        self.order.iter().filter_map(|id| self.agencies.get(id))
    }

    /// The collectives that an agency belongs to.
    pub fn collectives_of<'a>(&'a self, id: &'a AgencyId) -> impl Iterator<Item = &'a Agency> {
        self.iter().filter(move |agency| agency.members.contains(id))
    }

    /// The agencies that an agency followed.
    pub fn predecessors_of<'a>(&'a self, id: &'a AgencyId) -> impl Iterator<Item = &'a Agency> {
        self.iter().filter(move |agency| agency.successors.iter().any(|s| s.id == *id))
    }

    /// Whose name a printed name is.
    ///
    /// # Errors
    /// When nobody of that place bore it at that time, or several did.
    pub fn resolve(&self, printed: &str, context: &NameContext) -> Result<&AgencyId, NameFault> {
        let (stem, place) = self.split(&text::name_key(printed));
        let place = place.or_else(|| context.place.as_deref().map(text::name_key));
        let alive = self.bearers(&stem).filter(|agency| self.existed(agency, context.issued));
        let alive: Vec<&Agency> = alive.collect();
        let of_place = |wanted: Option<&str>| -> Vec<&Agency> {
            alive.iter().filter(|agency| self.home(agency) == wanted).copied().collect()
        };
        // Where neither the name nor the plan says a place, an agency without one is meant first.
        let mut candidates = of_place(place.as_deref());
        if candidates.is_empty() {
            candidates = if place.is_some() { of_place(None) } else { alive.clone() };
        }
        match candidates.as_slice() {
            [agency] => Ok(&agency.id),
            [] => Err(NameFault::Unknown(self.nearest(&stem, place.as_deref()))),
            several => Err(NameFault::Ambiguous(several.iter().map(|a| a.id.clone()).collect())),
        }
    }

    /// Pairs of agencies of one place that bear one name at one time, with the name.
    #[must_use]
    pub fn clashes(&self) -> Vec<(&Agency, &Agency, &str)> {
        let mut clashes = Vec::new();
        for (stem, ids) in &self.stems {
            let bearers: Vec<&Agency> = ids.iter().filter_map(|id| self.agencies.get(id)).collect();
            for (index, first) in bearers.iter().enumerate() {
                for second in bearers.iter().skip(index + 1) {
                    if first.place == second.place && self.overlap(first, second) {
                        clashes.push((*first, *second, stem.as_str()));
                    }
                }
            }
        }
        clashes
    }

    /// The ids that are nearest to a wrong one.
    #[must_use]
    pub fn nearest_id(&self, id: &str) -> Option<&str> {
        text::nearest(id, self.agencies.keys().map(AgencyId::as_str))
    }

    fn bearers(&self, stem: &str) -> impl Iterator<Item = &Agency> {
        self.stems.get(stem).into_iter().flatten().filter_map(|id| self.agencies.get(id))
    }

    /// The key of an agency's place.
    fn home(&self, agency: &Agency) -> Option<&str> {
        self.homes.get(&agency.id).map(String::as_str)
    }

    fn existed(&self, agency: &Agency, issued: Option<PartialDate>) -> bool {
        let Some(issued) = issued else { return true };
        let (first, last) = self.lifetime(agency);
        last.is_none_or(|last| last > issued.first())
            && first.is_none_or(|first| first <= issued.last())
    }

    fn overlap(&self, first: &Agency, second: &Agency) -> bool {
        let ends_before = |a: &Agency, b: &Agency| matches!((self.lifetime(a).1, self.lifetime(b).0), (Some(end), Some(start)) if end <= start);
        !ends_before(first, second) && !ends_before(second, first)
    }

    /// The first day of an agency, and the first day without it, where they are known.
    fn lifetime(&self, agency: &Agency) -> (Option<Day>, Option<Day>) {
        let begun = self.begun.get(&agency.id).map(|begun| begun.first());
        (begun, agency.ended.as_ref().map(|end| end.on.first()))
    }

    /// A name key as its stem and the place that it ends in.
    fn split(&self, key: &str) -> (String, Option<String>) {
        for place in &self.places {
            let Some(before) = key.strip_suffix(place.as_str()).and_then(|b| b.strip_suffix(' '))
            else {
                continue;
            };
            let ends = |unit: &str| before == unit || before.ends_with(&format!(" {unit}"));
            let is_city = CITIES.iter().any(|city| text::name_key(city) == *place);
            let rank = CITY_WORDS.into_iter().find(|word| is_city && ends(word));
            if rank.is_none() && UNITS.into_iter().any(ends) {
                continue;
            }
            let stem = strip_word(strip_word(before, rank.unwrap_or("tỉnh")), "thuộc");
            return (stem.trim_end_matches([',', ' ']).to_owned(), Some(place.clone()));
        }
        (strip_word(key, "tỉnh").to_owned(), None)
    }

    /// The name that is nearest to a stem; of several bearers the one of the place.
    fn nearest(&self, wanted: &str, place: Option<&str>) -> Option<String> {
        let stem = text::nearest(wanted, self.stems.keys().map(String::as_str))?;
        let at_place = |agency: &&Agency| self.home(agency) == place;
        let bearer = self.bearers(stem).find(at_place).or_else(|| self.bearers(stem).next());
        bearer.map(|agency| agency.name.clone())
    }
}

/// The text without a word at its end, unless that word is all there is.
fn strip_word<'t>(text: &'t str, word: &str) -> &'t str {
    match text.strip_suffix(word).and_then(|before| before.strip_suffix(' ')) {
        Some(before) => before.trim_end_matches([',', ' ']),
        None => text,
    }
}
