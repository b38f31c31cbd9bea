//! `theme.toml`: what a theme says of itself.
//!
//! ```toml
//! contract = 1                          # the version of what templates see
//! name = "Công bố"                      # for people; optional, like description
//! description = "…"
//! engine = "minijinja"                  # or "tera"; may be left out where `extends` says it
//! extends = "cong-bo"                   # the theme below this one; without it, the shipped theme of the same engine
//! stylesheets = ["cong-bo.css"]         # files of static/, in order; left out: those of the theme below
//!
//! [scripts]                             # files of static/ by kind of page, in order; a kind left out: as the theme below
//! every = []
//! search = ["tim-kiem.js"]
//! ```

use std::collections::BTreeMap;

use super::engine::EngineKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Faults, Table};
use crate::source::Spanned;
use crate::text;

/// The version of what templates see: the fields of the views, the words, the names of the templates.
pub const CONTRACT: u32 = 1;

/// The kinds of pages, each the name of its template without `.html`.
pub const PAGE_KINDS: [&str; 13] = [
    "home",
    "plan",
    "edition",
    "domain",
    "task",
    "agency",
    "agency-plan",
    "agencies",
    "year",
    "search",
    "data",
    "prose",
    "404",
];

/// The key of `[scripts]` for the scripts of all pages.
pub(super) const EVERY_PAGE: &str = "every";

/// Files of `static/` that a manifest names, each with the place where it does.
pub(super) type Named = Vec<Spanned<String>>;

/// A theme's description of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The engine, where it is said.
    pub(super) engine: Option<Spanned<EngineKind>>,
    /// The theme below, where it is said.
    pub(super) extends: Option<Spanned<String>>,
    /// The stylesheets, where they are said.
    pub(super) stylesheets: Option<Named>,
    /// The scripts by kind of page, where they are said.
    pub(super) scripts: BTreeMap<&'static str, Named>,
}

/// What a theme must say of its engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EngineIs {
    /// It must, unless it extends another theme.
    Required,
    /// It need not, since it stands over a shipped theme of its own name.
    Known,
}

impl Manifest {
    /// Reads a `theme.toml`; what is wrong with it is collected.
    pub(super) fn read(document: &Document, engine_is: EngineIs, faults: &Faults) -> Self {
        document.read_head(faults, |table| {
            check_contract(table);
            // Both are for people who choose a theme; the program has no use for them.
            let _ = (table.plain_text("name"), table.plain_text("description"));
            let extends = table.text("extends");
            if extends.is_none() && engine_is == EngineIs::Required && !table.has("engine") {
                table.fault(
                    Diagnostic::new(Code::MissingKey).at(table.span()).with("key", "engine"),
                );
            }
            Self {
                engine: engine(table),
                extends,
                stylesheets: table.has("stylesheets").then(|| table.texts("stylesheets")),
                scripts: table
                    .table("scripts")
                    .map(|scripts| script_lists(&scripts))
                    .unwrap_or_default(),
            }
        })
    }
}

fn check_contract(table: &Table<'_>) {
    let Some(contract) = table.required_number("contract") else { return };
    if contract.value != CONTRACT {
        table.fault(
            Diagnostic::new(Code::ThemeContract)
                .at(&contract.span)
                .with("found", contract.value)
                .with("expected", CONTRACT),
        );
    }
}

fn engine(table: &Table<'_>) -> Option<Spanned<EngineKind>> {
    let name = table.text("engine")?;
    let kind = EngineKind::of(&name.value);
    if kind.is_none() {
        table.bad_value("engine", &name, &EngineKind::ALL.map(EngineKind::as_str).join(", "));
    }
    Some(Spanned { value: kind?, span: name.span })
}

fn script_lists(scripts: &Table<'_>) -> BTreeMap<&'static str, Named> {
    let kinds = PAGE_KINDS.into_iter().chain([EVERY_PAGE]);
    // All kinds are asked for, so that a wrong one is told with all right ones.
    let lists = kinds.map(|kind| (kind, scripts.has(kind), scripts.texts(kind)));
    lists.filter(|(_, said, _)| *said).map(|(kind, _, list)| (kind, list)).collect()
}

/// A fault of a file that a manifest names and no layer has.
pub(super) fn missing_file<'n>(
    file: &Spanned<String>,
    known: impl Iterator<Item = &'n str>,
) -> Diagnostic {
    let fault = Diagnostic::new(Code::ThemeFile).at(&file.span).with("file", &file.value);
    match text::nearest(&file.value, known) {
        Some(nearest) => fault.with("nearest", nearest),
        None => fault,
    }
}
