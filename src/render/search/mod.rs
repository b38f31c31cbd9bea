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

use std::sync::{Arc, LazyLock};

use super::compose::Here;
use crate::analyzer::{Abbreviations, of_alias};
use crate::hash::sha256;
use crate::model::{Library, Plan};
use crate::site::{Route, Site};

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
        LazyLock::new(|| version(&sha256(client::SOURCE.concat().as_bytes())));
    &VERSION
}

/// What each index of a site is of: a plan, or nothing in particular where one index is of all.
pub(super) fn parts(site: &Site) -> Vec<Option<&Plan>> {
    let plans = &site.library.plans;
    if site.searches_by_plan() {
        plans.iter().map(|plan| Some(&**plan)).collect()
    } else {
        vec![None]
    }
}

/// The index of a [part](parts), the script that brings it, and the cards.
pub(super) fn files(here: &Here<'_>, part: Option<&Plan>) -> [SearchFile; 3] {
    let library = &here.site.library;
    let known = abbreviations(library);
    let all = || library.plans.iter().map(Arc::as_ref).collect();
    let plans: Vec<&Plan> = part.map_or_else(all, |plan| vec![plan]);
    let key = key(part);
    let [json, script, docs] = routes(part);
    let cards = script::call("vks.d", &cards::cards(here, &plans, &known), &key);
    let subjects = plans.iter().flat_map(|plan| words::subjects(here, plan));
    let index = index::index(subjects, known);
    let index_script = script::call("vks.i", &index, &key);
    [
        SearchFile { route: json, bytes: index.into_bytes(), is_script: false },
        SearchFile { route: script, bytes: index_script, is_script: true },
        SearchFile { route: docs, bytes: cards, is_script: true },
    ]
}

/// The client, which knows where indexes and cards are; `hashes` gives the SHA-256 of a finished file by its address.
pub(super) fn client<'a>(site: &Site, hashes: &dyn Fn(&str) -> Option<&'a str>) -> Vec<u8> {
    let address = |route: &Route| {
        let path = route.path();
        let version = hashes(&path).map(version).unwrap_or_default();
        format!("{path}?v={version}")
    };
    let addresses = |part: Option<&Plan>| {
        let [_, script, docs] = routes(part);
        client::Addresses { plan: key(part), index: address(&script), cards: address(&docs) }
    };
    client::client(&parts(site).into_iter().map(addresses).collect::<Vec<_>>()).into_bytes()
}

/// What the client calls a part.
fn key(part: Option<&Plan>) -> String {
    part.map(|plan| plan.id.to_string()).unwrap_or_default()
}

/// Where they are.
pub(super) fn routes(part: Option<&Plan>) -> [Route; 3] {
    match part.map(|plan| &plan.id) {
        None => [Route::SearchIndex, Route::SearchIndexScript, Route::SearchCards],
        Some(id) => [
            Route::PlanSearchIndex(id.clone()),
            Route::PlanSearchIndexScript(id.clone()),
            Route::PlanSearchCards(id.clone()),
        ],
    }
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
fn version(sha256: &str) -> String {
    sha256.chars().take(10).collect()
}
