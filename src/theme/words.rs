//! The words of a theme: every word of the interface, by key, from `i18n/<language>.toml`.
//!
//! A catalogue is flat, `key = "text"`; a text may have places in braces, `"{count} nhiệm vụ"`, which the program fills, and
//! blanks at its ends, which stay.
//! The catalogues of a theme's layers are merged key by key, so that an overriding theme says only what it says otherwise.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Faults};
use crate::source::Span;
use crate::text;

/// The words of a theme in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    language: String,
    texts: BTreeMap<String, String>,
    /// The start of the catalogue that a missing word belongs into.
    home: Option<Span>,
}

impl Words {
    /// The words of catalogues, the one that wins first. Faults of the files are collected.
    pub(super) fn read(language: &str, catalogues: &[Document], faults: &Faults) -> Self {
        let mut texts = BTreeMap::new();
        for catalogue in catalogues {
            catalogue.read_head(faults, |table| {
                for (key, value) in table.free_phrases() {
                    texts.entry(key.value).or_insert(value.value);
                }
            });
        }
        let home = catalogues.first().map(|catalogue| Span::start_of(catalogue.source()));
        Self { language: language.to_owned(), texts, home }
    }

    /// Their language, by its tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The text under a key with its places filled: `phrase("tasks", &[("count", "42")])` is "42 nhiệm vụ".
    ///
    /// The key itself when there is no such text, and the text as it stands when it has a place that is not given;
    /// [`missing`](Self::missing) finds the former before a page is made.
    #[must_use]
    pub fn phrase(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(sentence) = self.get(key) else { return key.to_owned() };
        text::fill(sentence, values).unwrap_or_else(|| sentence.to_owned())
    }

    /// A fault for each of the keys that the catalogue lacks.
    #[must_use]
    pub fn missing(&self, keys: &[&str]) -> Diagnostics {
        let lacking = keys.iter().filter(|key| self.get(key).is_none());
        lacking.map(|key| self.lacks(key)).collect()
    }

    fn lacks(&self, key: &str) -> Diagnostic {
        let mut fault = Diagnostic::new(Code::MissingWord).with("key", key);
        fault = fault.with("language", &self.language);
        if let Some(home) = &self.home {
            fault = fault.at(home).with("file", &home.source.name);
        }
        match text::nearest(key, self.texts.keys().map(String::as_str)) {
            Some(nearest) => fault.with("nearest", nearest),
            None => fault,
        }
    }

    /// All keys and texts, by key: what templates see as `words`.
    #[must_use]
    pub fn texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }
}
