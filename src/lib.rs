//! planpress turns the action plans that governments sign into static sites.
//!
//! The program is one pure function between two disk accesses:
//!
//! ```text
//!  disk ──files::read──▶ Tree ─┐
//!                              │  config::parse    Tree    → Config                   what the site is called, how it looks
//!                              │  content::parse   Tree    → (Library, Diagnostics)   plans, register, prose
//!                              │  theme::open      Tree    → Theme                    layers, words, an engine
//!                              │  Site::derive     Library → Site                     which pages exist, at which address
//!                              │  check::run       Site    → Diagnostics              what the owner should be told
//!                              │  render::render   Site + Theme → files, one by one, into a Sink
//!  disk ◀──files::Stage (Sink)─┘
//!
//!  import:  bytes of a document → Manuscript → Draft → content::print → Tree → disk
//!  serve:   watch, then the same function into memory
//!  check:   the same function into a Sink that keeps links only
//!  verify:  a manifest and what stands in a folder or on a server → what differs
//! ```
//!
//! Seven nouns carry the design: [Tree](tree::Tree), [Library](model::Library), [Plan](model::Plan), [Site](site::Site),
//! [Theme](theme::Theme), [Diagnostic](diagnostic::Diagnostic), [Route](site::Route).
//!
//! # Layers
//!
//! A module names only modules below it; siblings never name each other.
//!
//! ```text
//!  9 main · args · console   8 serve   7 pipeline   6 render · check   5 site
//!  4 content · import · theme · config · markdown · starter    files · remote (disk and network; no sibling knows them)
//!  3 model · document   2 diagnostic · verify   1 source · manifest   0 tree · text · syllable · hash · progress · analyzer
//! ```
//!
//! # Invariants
//!
//! 1. Only `files`, `remote`, `serve` and the program itself (`main`, `console`) touch the outside world. Everything else is a
//!    function of its arguments.
//! 2. Same Tree in, same bytes out: no clock, no hash-map order, no thread order, no locale.
//! 3. Each outside crate has one home; its types do not appear in our signatures. serde, `serde_json`, toml, rayon and
//!    thiserror are vocabulary and may be used anywhere.
//! 4. An address is made in `site::route` and nowhere else; templates receive finished addresses.
//! 5. A Library that is published is valid: what is not valid became a Diagnostic before it was made.
//! 6. Faults in the user's files never stop the reading: all are collected and shown together.
//! 7. No panic on any input.
//!
//! `tests/suite/architecture.rs` holds the layers, the homes of crates and the first invariant.

pub mod analyzer;
pub mod check;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod document;
pub mod files;
pub mod hash;
pub mod import;
pub mod manifest;
pub mod markdown;
pub mod model;
pub mod pipeline;
pub mod progress;
pub mod remote;
pub mod render;
pub mod serve;
pub mod site;
pub mod source;
pub mod starter;
pub mod syllable;
pub mod text;
pub mod theme;
pub mod tree;
pub mod verify;
