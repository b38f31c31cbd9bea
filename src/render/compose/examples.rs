//! Queries to try, taken from the plan that readers search, so that each of them finds something.
//!
//! They show the kinds of words that are understood: what a domain is about, an agency, a year, and "thường xuyên". What a
//! domain is about are two neighbouring syllables that its title and many of its tasks have, and few other tasks: most
//! Vietnamese words are of two.

use std::collections::{BTreeMap, BTreeSet};

use super::here::Here;
use crate::analyzer::{Token, tokens};
use crate::model::{DomainId, Plan};

/// The queries, of the plan with most tasks.
pub(super) fn examples(here: &Here<'_>) -> Vec<String> {
    let plans = here.site.library.plans.iter().enumerate();
    // Of equals the first: `max_by_key` would take the last.
    let Some((index, plan)) = plans.rev().max_by_key(|(_, plan)| plan.tasks.len()) else {
        return Vec::new();
    };
    let calendar = here.site.calendar(index);
    let middle = calendar.and_then(|calendar| calendar.years.get(calendar.years.len() / 2));
    // Whatever the language of the interface, search reads Vietnamese.
    let year = middle.map(|year| format!("Năm {}", year.year));
    let ongoing = calendar.filter(|calendar| !calendar.ongoing.is_empty());
    let ongoing = ongoing.map(|_| "Thường xuyên".to_owned());
    [subject(plan), lead(plan), year, ongoing].into_iter().flatten().collect()
}

/// A query as a form would write it into an address, save that letters stay readable: browsers encode them.
pub(super) fn in_address(query: &str) -> String {
    let sign = |sign: char| match sign {
        ' ' => "+".to_owned(),
        sign if sign.is_alphanumeric() || "-._~".contains(sign) => sign.to_string(),
        sign => sign.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    };
    query.chars().map(sign).collect()
}

/// The name that most tasks print as their lead.
fn lead(plan: &Plan) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in plan.tasks.iter().flat_map(|task| &task.lead) {
        *counts.entry(&mention.printed).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
}

/// The two syllables that tell best what a domain is about.
fn subject(plan: &Plan) -> Option<String> {
    let titles = plan.domains.iter().flat_map(|domain| pairs(&domain.title));
    // By pair: in how many tasks of which domain it stands.
    let mut having: BTreeMap<String, BTreeMap<&DomainId, usize>> =
        titles.map(|pair| (pair, BTreeMap::new())).collect();
    for task in &plan.tasks {
        for pair in pairs(&task.text()) {
            if let Some(domains) = having.get_mut(&pair) {
                *domains.entry(&task.domain).or_default() += 1;
            }
        }
    }
    let mut best: Option<(usize, String)> = None;
    for domain in &plan.domains {
        for pair in pairs(&domain.title) {
            let domains = having.get(&pair);
            let inside = domains.and_then(|domains| domains.get(&domain.id)).copied();
            let all: usize = domains.into_iter().flat_map(BTreeMap::values).sum();
            let inside = inside.unwrap_or_default();
            let score = inside.saturating_sub(2 * (all - inside));
            if score > best.as_ref().map_or(0, |(score, _)| *score) {
                best = Some((score, pair));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// The pairs of syllables with only a blank between them, in small letters.
fn pairs(text: &str) -> BTreeSet<String> {
    let words: Vec<Token> = tokens(text).into_iter().filter(|token| token.parts == 0).collect();
    let neighbours = words.iter().zip(words.iter().skip(1));
    let plain = |word: &Token| word.fold.chars().all(char::is_alphabetic);
    neighbours
        .filter(|(first, second)| plain(first) && plain(second))
        .filter(|(first, second)| text.get(first.range.end..second.range.start) == Some(" "))
        .filter_map(|(first, second)| text.get(first.range.start..second.range.end))
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{in_address, pairs};

    #[test]
    fn a_name_with_signs_is_one_query() {
        assert_eq!(in_address("Sở NN&PTNT 100%"), "Sở+NN%26PTNT+100%25");
    }

    #[test]
    fn neighbours_are_parted_by_a_blank_only() {
        let found: Vec<String> = pairs("Du lịch, nông nghiệp 4 mùa").into_iter().collect();
        assert_eq!(found, ["du lịch", "nông nghiệp"]);
    }
}
