//! The client of search, `tim-kiem/engine.js`: written by hand in `client/`, joined here, with the tables that Rust knows.

use serde::Serialize;

use crate::analyzer::{LONGEST_KEY, client_table};

/// Its parts, in an order in which each uses only those before it.
pub(super) const SOURCE: [&str; 9] = [
    include_str!("client/analyzer.js"),
    include_str!("client/corpus.js"),
    include_str!("client/typing.js"),
    include_str!("client/query.js"),
    include_str!("client/match.js"),
    include_str!("client/rank.js"),
    include_str!("client/cards.js"),
    include_str!("client/search.js"),
    include_str!("client/load.js"),
];

/// Where an index and its cards are.
#[derive(Serialize)]
pub(super) struct Addresses {
    /// The plan whose tasks they hold; empty when they hold all.
    pub(super) plan: String,
    pub(super) index: String,
    pub(super) cards: String,
}

/// The script.
pub(super) fn client(addresses: &[Addresses]) -> String {
    // In a script, `<` is the one sign of JSON that could end the element around it.
    let files = serde_json::to_string(addresses).unwrap_or_default().replace('<', "\\u003c");
    format!(
        "/* Search: made by planpress, see docs/search.md of its source. */\n(function () {{\n\"use strict\";\nvar LETTERS = {};\n\
         var LONGEST_KEY = {LONGEST_KEY};\nvar FILES = {files};\n{}}})();\n",
        client_table(),
        SOURCE.join("\n"),
    )
}
