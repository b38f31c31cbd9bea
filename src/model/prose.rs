//! What editors write in Markdown: pages of their own, introductions and notes.

use super::id::ProseId;
use crate::source::Span;

/// A page of an editor's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The page's id, the stem of its file.
    pub id: ProseId,
    /// The title.
    pub title: String,
    /// Its place among the site's prose pages.
    pub order: u32,
    /// The text.
    pub body: Prosaic,
}

/// Markdown that an editor wrote, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prosaic {
    /// The text and its place, so that a broken link can be shown where it was written.
    pub markdown: Span,
}
