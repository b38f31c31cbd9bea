//! A prose page: what an editor writes beside the plans.

use super::id::ProseId;
use super::plan::Prosaic;

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
