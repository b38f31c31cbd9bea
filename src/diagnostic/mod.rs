//! Faults and doubts as values: what was found, where, and what to do.
//!
//! A [`Diagnostic`] holds a code and the particulars; its words come from a catalogue ([`Messages`]) when it is shown, so
//! that each fault can be said in Vietnamese and in English. Faults are collected in [`Diagnostics`] and never printed
//! here; `report` draws one with the lines of the file that it marks.

mod code;
mod harmless;
mod messages;
mod report;

pub use code::{Code, Severity};
pub use harmless::harmless;
pub use messages::{Lang, Messages};
pub use report::{Paint, draw};

use std::fmt;

use crate::source::Span;
use crate::text;

/// One fault, warning or note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault it is; says how grave it is, too.
    pub code: Code,
    /// Where it is.
    pub span: Option<Span>,
    /// A second place that belongs to it: where the name was given first.
    pub other: Option<Span>,
    /// The particulars that the catalogue's sentences name in braces.
    pub details: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// A fault of this kind, as yet without place or particulars.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, span: None, other: None, details: Vec::new() }
    }

    /// The same fault at this place.
    #[must_use]
    pub fn at(mut self, span: &Span) -> Self {
        self.span = Some(span.clone());
        self
    }

    /// The same fault with a second place.
    #[must_use]
    pub fn and(mut self, span: &Span) -> Self {
        self.other = Some(span.clone());
        self
    }

    /// The same fault with one more particular.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.details.push((name, value.to_string()));
        self
    }

    /// The sentence that says what is wrong.
    #[must_use]
    pub fn message(&self, messages: &Messages) -> String {
        messages.sentence(self.code.as_str(), "message", &self.details).unwrap_or_default()
    }

    /// The words beside the marked characters.
    #[must_use]
    pub fn label(&self, messages: &Messages) -> Option<String> {
        messages.sentence(self.code.as_str(), "label", &self.details)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, messages: &Messages) -> Option<String> {
        messages.sentence(self.code.as_str(), "help", &self.details)
    }
}

/// Faults and warnings in the order of the files and places that they speak of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None as yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one more.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Takes all of another collection.
    pub fn extend(&mut self, others: Self) {
        self.list.extend(others.list);
    }

    /// Whether one of them is a fault, so that nothing may be published.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many of this severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.code.severity() == severity).count()
    }

    /// Whether there is none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The same ones by file and place, those without a place last, none twice.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        let place = |diagnostic: &Diagnostic| {
            diagnostic.span.as_ref().map(|span| (span.source.name.clone(), span.range.start))
        };
        self.list.sort_by(|a, b| match (place(a), place(b)) {
            // Names as people count them: row 7 of a table stands before row 14.
            (Some((name, start)), Some((other, behind))) => {
                text::compare(&name, &other).then(start.cmp(&behind))
            }
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        self.list.dedup();
        self
    }

    /// All but those of one code.
    #[must_use]
    pub fn without(mut self, code: Code) -> Self {
        self.list.retain(|diagnostic| diagnostic.code != code);
        self
    }

    /// One after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(list: I) -> Self {
        Self { list: list.into_iter().collect() }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { list: vec![diagnostic] }
    }
}
