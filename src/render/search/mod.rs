//! Search: the index, the cards that results show, and the client that looks both up.
//!
//! A page that is read by `file://` may load scripts but no JSON, so that index and cards come as classic scripts as well,
//! which call `vks.i` and `vks.d`. A site of more than [`LARGEST_INDEX`](crate::site::LARGEST_INDEX) tasks has them once a
//! plan. `docs/search.md` says how results are found and put in order.

mod cards;
mod client;
mod index;
mod script;
mod time;
mod words;

use std::sync::LazyLock;

use super::compose::Here;
use crate::analyzer::{Abbreviations, of_alias};
use crate::hash::sha256;
use crate::model::{Library, Plan};
use crate::site::Route;

/// A finished file of search.
pub(super) struct SearchFile {
    /// Its address.
    pub(super) route: Route,
    /// What stands in it.
    pub(super) bytes: Vec<u8>,
    /// Whether only scripts have a use for it.
    pub(super) is_script: bool,
}

/// The version of the client in its address: it changes when the client does.
pub(super) fn client_version() -> &'static str {
    static VERSION: LazyLock<String> =
        LazyLock::new(|| version(client::SOURCE.concat().as_bytes()));
    &VERSION
}

/// All files of search, the client last.
pub(super) fn search(here: &Here<'_>) -> Vec<SearchFile> {
    let library = &here.site.library;
    let known = abbreviations(library);
    let all: Vec<&Plan> = library.plans.iter().collect();
    let sets: Vec<(Option<&Plan>, Vec<&Plan>)> = if here.site.searches_by_plan() {
        all.iter().map(|plan| (Some(*plan), vec![*plan])).collect()
    } else {
        vec![(None, all)]
    };
    let mut files = Vec::new();
    let mut addresses = Vec::new();
    for (own, plans) in sets {
        let key = own.map(|plan| plan.id.to_string()).unwrap_or_default();
        let subjects: Vec<[String; 4]> =
            plans.iter().flat_map(|plan| words::subjects(here, plan)).collect();
        let index = index::index(&subjects, known.clone());
        let cards = cards::cards(here, &plans, &known);
        let own = own.map(|plan| plan.id.clone());
        let [json, script, docs] = match own {
            None => [Route::SearchIndex, Route::SearchIndexScript, Route::SearchCards],
            Some(id) => [
                Route::PlanSearchIndex(id.clone()),
                Route::PlanSearchIndexScript(id.clone()),
                Route::PlanSearchCards(id),
            ],
        };
        let index_script = script::call("vks.i", &index, &key);
        let cards_script = script::call("vks.d", &cards, &key);
        let address =
            |route: &Route, bytes: &[u8]| format!("{}?v={}", route.path(), version(bytes));
        addresses.push(client::Addresses {
            plan: key,
            index: address(&script, &index_script),
            cards: address(&docs, &cards_script),
        });
        files.push(SearchFile { route: json, bytes: index.into_bytes(), is_script: false });
        files.push(SearchFile { route: script, bytes: index_script, is_script: true });
        files.push(SearchFile { route: docs, bytes: cards_script, is_script: true });
    }
    let bytes = client::client(&addresses).into_bytes();
    files.push(SearchFile { route: Route::SearchClient, bytes, is_script: true });
    files
}

/// Those of `tu-viet-tat.toml`, and those that the register's aliases say.
fn abbreviations(library: &Library) -> Abbreviations {
    let listed = library.abbreviations.iter();
    let listed = listed.flat_map(|(short, longs)| longs.iter().map(move |long| (short, long)));
    let listed = listed.map(|(short, long)| (short.clone(), long.clone()));
    let of_agencies = library
        .register
        .iter()
        .flat_map(|agency| agency.aliases.iter().filter_map(|alias| of_alias(&agency.name, alias)));
    let pairs: Vec<(String, String)> = listed.chain(of_agencies).collect();
    Abbreviations::new(pairs.iter().map(|(short, long)| (short.as_str(), long.as_str())))
}

/// A few digits of a hash: an address that changes with the bytes.
fn version(bytes: &[u8]) -> String {
    sha256(bytes).chars().take(10).collect()
}
