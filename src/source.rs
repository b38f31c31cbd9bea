//! Texts that faults point into: a file, a stretch of it, and the line and column of a place.

use std::ops::Range;
use std::sync::Arc;

/// A text with the name that a person knows it by: a path within the site's folder, or "bảng 2, dòng 14".
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name shown with a fault.
    pub name: String,
    /// The text.
    pub text: String,
}

impl SourceFile {
    /// A source that can be shared by all that points into it.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters.
    ///
    /// ```
    /// let source = planpress::source::SourceFile::new("a.md", "một\nhai ba");
    /// assert_eq!(source.line_and_column(10), (2, 5));
    /// ```
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    fn floor_char_boundary(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(offset)
    }
}

/// A stretch of a source, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text that it lies in.
    pub source: Arc<SourceFile>,
    /// From the first byte to behind the last one.
    pub range: Range<usize>,
}

impl Span {
    /// A stretch of `source`, kept within the text and on the borders of characters.
    #[must_use]
    pub fn new(source: &Arc<SourceFile>, range: Range<usize>) -> Self {
        let start = source.floor_char_boundary(range.start);
        let end = source.floor_char_boundary(range.end).max(start);
        Self { source: Arc::clone(source), range: start..end }
    }

    /// The first bytes of a source, for faults of the whole file.
    #[must_use]
    pub fn start_of(source: &Arc<SourceFile>) -> Self {
        Self::new(source, 0..0)
    }

    /// The words that it marks.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text.get(self.range.clone()).unwrap_or_default()
    }
}

/// A value and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}
