//! The words of the program: one catalogue a language, with the same keys and the same places in braces.
//!
//! A catalogue is TOML: a table for each [`Code`](super::Code) with `message`, `label` and `help`, and the tables `[say]` and
//! `[args]` for what the command line says. A sentence may be a list of sentences: the first of which all places can be
//! filled is used, so that "gần nhất: `{nearest}`" is only said where there is a nearest name.

use toml::{Table, Value};

use crate::text::fill;

/// The language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale such as `vi_VN.UTF-8`: Vietnamese unless the locale names another language. The locales
    /// `C` and `POSIX` name none.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '-', '@']).next().unwrap_or_default();
        match language {
            "" | "vi" | "C" | "POSIX" => Self::Vi,
            _ => Self::En,
        }
    }
}

/// A catalogue.
#[derive(Debug)]
pub struct Messages {
    table: Table,
}

impl Messages {
    /// The catalogue of a language.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        let text = match lang {
            Lang::Vi => include_str!("vi.toml"),
            Lang::En => include_str!("en.toml"),
        };
        // Both catalogues are part of the program; a test reads each of them and compares their keys.
        Self { table: text.parse().unwrap_or_default() }
    }

    /// The sentence under a key of a table, its places filled; nothing when there is none that can be filled.
    #[must_use]
    pub fn sentence(
        &self,
        table: &str,
        key: &str,
        details: &[(&'static str, String)],
    ) -> Option<String> {
        match self.table.get(table)?.get(key)? {
            Value::String(sentence) => fill(sentence, details),
            Value::Array(sentences) => {
                sentences.iter().find_map(|sentence| fill(sentence.as_str()?, details))
            }
            _ => None,
        }
    }

    /// What the command line says under a key of `[say]`; the key itself when the catalogue lacks it.
    #[must_use]
    pub fn say(&self, key: &str, details: &[(&'static str, String)]) -> String {
        self.sentence("say", key, details).unwrap_or_else(|| key.to_owned())
    }

    /// The tables and keys of the catalogue, for comparing two of them.
    #[must_use]
    pub fn keys(&self) -> Vec<(String, String)> {
        let keys_of = |(name, table): (&String, &Value)| match table {
            Value::Table(table) => table.keys().map(|key| (name.clone(), key.clone())).collect(),
            _ => Vec::new(),
        };
        self.table.iter().flat_map(keys_of).collect()
    }
}
