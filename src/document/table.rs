//! Reading a TOML table key by key: what is missing, of the wrong type or unknown becomes a fault with its place.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned as TomlSpanned;
use toml::de::{DeString, DeTable, DeValue, ValueDeserializer};

use super::{Document, FORMAT, Faults, characters, type_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::text;

type Key<'a> = TomlSpanned<DeString<'a>>;

/// A table of a head, and which of its keys were asked for. When it is dropped, each key that nobody asked for becomes a
/// fault: a reader cannot forget to look for them.
#[derive(Debug)]
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    document: &'a Document,
    span: Span,
    faults: &'a Faults,
    known: RefCell<BTreeSet<String>>,
}

/// An entry of a list that may hold strings and tables side by side.
#[derive(Debug)]
pub enum Item<'a> {
    /// A string.
    Text(Spanned<String>),
    /// A table.
    Table(Table<'a>),
}

impl<'a> Table<'a> {
    pub(super) fn new(
        entries: &'a DeTable<'a>,
        document: &'a Document,
        span: Span,
        faults: &'a Faults,
    ) -> Self {
        Self { entries, document, span, faults, known: RefCell::default() }
    }

    /// Where the table stands.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// Takes a fault of the file.
    pub fn fault(&self, diagnostic: Diagnostic) {
        self.faults.push(diagnostic);
    }

    /// Whether there is anything under a key: an empty list is not the same as none.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The string under a key, in precomposed form; an empty one is a fault.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        let value = self.get(key)?;
        let text = self.expect(key, value, "string", |v| v.as_str().map(text::tidy_lines))?;
        if text.value.trim().is_empty() {
            self.fault(Diagnostic::new(Code::EmptyValue).at(&text.span).with("key", key));
            return None;
        }
        Some(text)
    }

    /// The string under a key, without its place.
    pub fn plain_text(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    /// The string under a key that must be there.
    pub fn required_text(&self, key: &str) -> Option<Spanned<String>> {
        self.require(key)?;
        self.text(key)
    }

    /// The string under a key that must be there but may be empty.
    pub fn required_text_or_empty(&self, key: &str) -> Option<Spanned<String>> {
        self.require(key)?;
        self.text_or_empty(key)
    }

    /// The string under a key, which may be empty.
    pub fn text_or_empty(&self, key: &str) -> Option<Spanned<String>> {
        let value = self.get(key)?;
        self.expect(key, value, "string", |v| v.as_str().map(text::tidy_lines))
    }

    /// The whole number under a key, if it is not negative.
    pub fn number(&self, key: &str) -> Option<Spanned<u32>> {
        let value = self.get(key)?;
        self.expect(key, value, "integer", |v| {
            let integer = v.as_integer()?;
            u32::from_str_radix(integer.as_str(), integer.radix()).ok()
        })
    }

    /// The whole number under a key that must be there.
    pub fn required_number(&self, key: &str) -> Option<Spanned<u32>> {
        self.require(key)?;
        self.number(key)
    }

    /// Makes a fault of a `format` that is missing or of another version than this program reads.
    pub fn expect_format(&self) {
        let Some(format) = self.required_number("format") else { return };
        if format.value != FORMAT {
            self.fault(
                Diagnostic::new(Code::WrongFormat)
                    .at(&format.span)
                    .with("found", format.value)
                    .with("expected", FORMAT),
            );
        }
    }

    /// `true` or `false` under a key.
    pub fn flag(&self, key: &str) -> Option<bool> {
        let value = self.get(key)?;
        self.expect(key, value, "boolean", DeValue::as_bool).map(|flag| flag.value)
    }

    /// Whether a string stands under a key.
    #[must_use]
    pub fn is_text(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.get_ref().is_str())
    }

    /// Whether a table stands under a key.
    #[must_use]
    pub fn is_table(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.get_ref().is_table())
    }

    /// The table under a key.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        let table = self.expect(key, value, "table", |v| v.as_table().map(|_| ()))?;
        Some(Table::new(value.get_ref().as_table()?, self.document, table.span, self.faults))
    }

    /// The tables under a key: `[[key]]` or a list of inline tables; none when the key is absent.
    pub fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let table = |item| match item {
            Item::Table(table) => Some(table),
            Item::Text(text) => {
                self.wrong_type(key, &text.span, "table", "string");
                None
            }
        };
        self.items(key).into_iter().filter_map(table).collect()
    }

    /// The strings under a key; none when the key is absent.
    pub fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        let text = |item| match item {
            Item::Text(text) => Some(text),
            Item::Table(table) => {
                table.accept_all_keys();
                self.wrong_type(key, table.span(), "string", "table");
                None
            }
        };
        self.items(key).into_iter().filter_map(text).collect()
    }

    /// The strings and tables under a key, in their order; none when the key is absent.
    pub fn items(&self, key: &str) -> Vec<Item<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        if self.expect(key, value, "array", |v| v.as_array().map(|_| ())).is_none() {
            return Vec::new();
        }
        let entries = value.get_ref().as_array().into_iter().flat_map(|array| array.iter());
        entries.filter_map(|entry| self.item(key, entry)).collect()
    }

    fn item(&self, key: &str, entry: &'a TomlSpanned<DeValue<'a>>) -> Option<Item<'a>> {
        let span = self.document.span_in_head(entry.span());
        match entry.get_ref() {
            DeValue::String(value) if text::one_line(value).is_empty() => {
                self.fault(Diagnostic::new(Code::EmptyValue).at(&span).with("key", key));
                None
            }
            DeValue::String(value) => {
                self.expect_words(key, &span, entry.get_ref())?;
                Some(Item::Text(Spanned { value: text::tidy_lines(value), span }))
            }
            DeValue::Table(table) => {
                Some(Item::Table(Table::new(table, self.document, span, self.faults)))
            }
            other => {
                self.wrong_type(key, &span, "string", type_name(other));
                None
            }
        }
    }

    /// All entries of a table of free keys, as strings, in the order in which they stand.
    pub fn free_texts(&self) -> Vec<(Spanned<String>, Spanned<String>)> {
        self.free_strings(text::tidy_lines)
    }

    /// All entries of a table of free keys, as strings whose blanks at the ends count, in the order in which they stand.
    pub fn free_phrases(&self) -> Vec<(Spanned<String>, Spanned<String>)> {
        self.free_strings(text::composed)
    }

    fn free_strings(
        &self,
        tidy: impl Fn(&str) -> String,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let pair = |(key, value): (&Key<'a>, &'a TomlSpanned<DeValue<'a>>)| {
            let name = key.get_ref().to_string();
            self.known.borrow_mut().insert(name.clone());
            let span = self.document.span_in_head(key.span());
            self.expect_words(&name, &span, &DeValue::String(key.get_ref().clone()))?;
            let value = self.expect(&name, value, "string", |v| v.as_str().map(&tidy))?;
            Some((Spanned { value: text::one_line(&name), span }, value))
        };
        self.in_order().into_iter().filter_map(pair).collect()
    }

    /// All entries of a table of free keys, each a list of strings, in the order in which they stand.
    pub fn free_lists(&self) -> Vec<(Spanned<String>, Vec<Spanned<String>>)> {
        let pair = |(key, _): (&Key<'a>, _)| {
            let name = key.get_ref().to_string();
            let span = self.document.span_in_head(key.span());
            let values = self.texts(&name);
            (Spanned { value: name, span }, values)
        };
        self.in_order().into_iter().map(pair).collect()
    }

    /// The table as plain TOML, its keys all known: for `[extra]`, which is the site's own.
    pub fn free_table(&self, key: &str) -> toml::Table {
        let Some(table) = self.table(key) else { return toml::Table::new() };
        table.accept_all_keys();
        let value = DeValue::Table(table.entries.clone());
        self.expect_words(key, &table.span, &value);
        let spanned = TomlSpanned::new(0..0, value);
        toml::Table::deserialize(ValueDeserializer::from(spanned)).unwrap_or_default()
    }

    /// Makes a fault of each key that was never asked for.
    fn report_unknown_keys(&self) {
        let known = self.known.borrow();
        for (key, _) in self.entries {
            let name: &str = key.get_ref();
            if known.contains(name) {
                continue;
            }
            let span = self.document.span_in_head(key.span());
            let mut fault = Diagnostic::new(Code::UnknownKey).at(&span).with("key", name);
            if let Some(nearest) = text::nearest(name, known.iter().map(String::as_str)) {
                fault = fault.with("nearest", nearest);
            }
            let all: Vec<&str> = known.iter().map(String::as_str).collect();
            self.fault(fault.with("known", all.join(", ")));
        }
    }

    /// A fault of a key's value that is none of those allowed.
    pub fn bad_value(&self, key: &str, found: &Spanned<String>, expected: &str) {
        self.fault(
            Diagnostic::new(Code::BadValue)
                .at(&found.span)
                .with("key", key)
                .with("found", &found.value)
                .with("expected", expected),
        );
    }

    /// The entries in the order in which they stand in the file; `toml` keeps them by name.
    fn in_order(&self) -> Vec<(&'a Key<'a>, &'a TomlSpanned<DeValue<'a>>)> {
        let mut entries: Vec<_> = self.entries.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
    }

    fn accept_all_keys(&self) {
        let names = self.entries.keys().map(|key| key.get_ref().to_string());
        self.known.borrow_mut().extend(names);
    }

    fn get(&self, key: &str) -> Option<&'a TomlSpanned<DeValue<'a>>> {
        self.known.borrow_mut().insert(key.to_owned());
        self.entries.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    fn require(&self, key: &str) -> Option<()> {
        if self.get(key).is_none() {
            self.fault(Diagnostic::new(Code::MissingKey).at(&self.span).with("key", key));
            return None;
        }
        Some(())
    }

    fn expect<T>(
        &self,
        key: &str,
        value: &'a TomlSpanned<DeValue<'a>>,
        expected: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let span = self.document.span_in_head(value.span());
        let Some(read) = read(value.get_ref()) else {
            self.wrong_type(key, &span, expected, type_name(value.get_ref()));
            return None;
        };
        if value.get_ref().is_str() {
            self.expect_words(key, &span, value.get_ref())?;
        }
        Some(Spanned { value: read, span })
    }

    /// Makes a fault of a control character, wherever in a value it stands.
    fn expect_words(&self, key: &str, span: &Span, value: &DeValue<'_>) -> Option<()> {
        let Some(found) = characters::control_within(value) else { return Some(()) };
        let fault = Diagnostic::new(Code::ControlCharacter).at(span).with("key", key);
        self.fault(fault.with("found", characters::written(found)));
        None
    }

    fn wrong_type(&self, key: &str, span: &Span, expected: &str, found: &str) {
        self.fault(
            Diagnostic::new(Code::WrongType)
                .at(span)
                .with("key", key)
                .with("expected", expected)
                .with("found", found),
        );
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        self.report_unknown_keys();
    }
}
