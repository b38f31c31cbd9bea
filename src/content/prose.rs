//! Prose pages: `<slug>.md` with a title, and a text in Markdown.

use super::head;
use crate::diagnostic::Diagnostics;
use crate::model::{Prose, ProseId};
use crate::tree::{File, RelPath};

/// Where a page stands that does not say it: behind those that do.
const LAST: u32 = 1000;

pub(super) fn parse(path: &RelPath, file: &File) -> (Option<Prose>, Diagnostics) {
    let id = match head::id(path.stem(), path.as_str(), ProseId::new) {
        Ok(id) => id,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    head::read(path.as_str(), file, |table, body| {
        let title = table.required_text("title");
        let order = table.number("order").map_or(LAST, |order| order.value);
        Some(Prose { id, title: title?.value, order, body: head::prosaic(body) })
    })
}
