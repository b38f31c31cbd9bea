//! A file of the site as its author wrote it: a TOML head and a Markdown body, with the places of everything in it.
//!
//! serde stops at the first fault of a file, and an author wants to see all of them. So the head is parsed by `toml` with
//! spans and recovery, and read through [`Table`], which collects every fault and knows which keys were asked for.

mod characters;
mod table;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};
use crate::tree::RelPath;

pub use table::{Item, Table};

/// The faults of one file, collected while it is read.
#[derive(Debug, Default)]
pub struct Faults(RefCell<Diagnostics>);

impl Faults {
    /// Takes a fault.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push(diagnostic);
    }

    /// All that was collected.
    #[must_use]
    pub fn into_diagnostics(self) -> Diagnostics {
        self.0.into_inner()
    }
}

/// The text of a file.
///
/// # Errors
/// When its bytes are no UTF-8, or hold a control character; the fault names the file and the line.
pub fn decode(path: &RelPath, bytes: &[u8]) -> Result<Arc<SourceFile>, Diagnostic> {
    match std::str::from_utf8(bytes) {
        Ok(text) => match characters::control(text) {
            None => Ok(SourceFile::new(path.as_str(), text.trim_start_matches('\u{feff}'))),
            Some((at, c)) => {
                let line = text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
                let fault = Diagnostic::new(Code::ControlCharacter).with("file", path);
                Err(fault.with("line", line).with("found", characters::written(c)))
            }
        },
        Err(error) => {
            let whole = String::from_utf8_lossy(bytes);
            let line = whole.get(..error.valid_up_to()).map_or(1, |t| t.matches('\n').count() + 1);
            Err(Diagnostic::new(Code::NotUtf8).with("file", path).with("line", line))
        }
    }
}

/// Where the head and the body of a file lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    source: Arc<SourceFile>,
    head: Range<usize>,
    body: Range<usize>,
}

/// The one version of the content format that there is: the key `format` of `site.toml` and `plan.md`.
pub const FORMAT: u32 = 1;

/// The line that opens and closes a head.
pub const FENCE: &str = "+++";

impl Document {
    /// Splits a text whose first line is `+++`, with a head down to the next such line, and the body behind it.
    ///
    /// # Errors
    /// When there is no such head.
    pub fn split(source: &Arc<SourceFile>) -> Result<Self, Diagnostic> {
        let missing = || Diagnostic::new(Code::MissingHead).at(&Span::start_of(source));
        let mut lines = source.text.split_inclusive('\n');
        let first = lines.next().filter(|line| line.trim_end() == FENCE).ok_or_else(missing)?;
        let mut end = first.len();
        for line in lines {
            if line.trim_end() == FENCE {
                let body = end + line.len()..source.text.len();
                return Ok(Self { source: Arc::clone(source), head: first.len()..end, body });
            }
            end += line.len();
        }
        Err(missing())
    }

    /// The whole text as a head without a body, for files that are TOML alone.
    #[must_use]
    pub fn toml(source: &Arc<SourceFile>) -> Self {
        let end = source.text.len();
        Self { source: Arc::clone(source), head: 0..end, body: end..end }
    }

    /// The text that it was split from.
    #[must_use]
    pub fn source(&self) -> &Arc<SourceFile> {
        &self.source
    }

    /// The head and where it lies, without the lines that frame it.
    #[must_use]
    pub fn head(&self) -> Span {
        Span::new(&self.source, self.head.clone())
    }

    /// The body and where it lies.
    #[must_use]
    pub fn body(&self) -> Span {
        Span::new(&self.source, self.body.clone())
    }

    /// Reads the head. Faults of its syntax are collected, and what can be read is read all the same.
    pub fn read_head<T>(&self, faults: &Faults, read: impl FnOnce(&Table<'_>) -> T) -> T {
        let text = self.source.text.get(self.head.clone()).unwrap_or_default();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let span = self.span_in_head(range);
            faults
                .push(Diagnostic::new(Code::TomlSyntax).at(&span).with("reason", error.message()));
        }
        let head_span = self.span_in_head(0..0);
        let table = Table::new(table.get_ref(), self, head_span, faults);
        read(&table)
    }

    fn span_in_head(&self, range: Range<usize>) -> Span {
        Span::new(&self.source, self.head.start + range.start..self.head.start + range.end)
    }
}

/// The name of a TOML value's type, as it stands in the format's description.
fn type_name(value: &DeValue<'_>) -> &'static str {
    value.type_str()
}
