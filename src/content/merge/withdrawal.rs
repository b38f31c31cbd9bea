//! Tasks that a new document has no more: marked, never deleted, since their addresses are in use.

use toml::{Table, Value};

use super::written::Written;
use crate::model::{DraftFacts, PartialDate};

/// What import gives as the reason, with the document behind it. A mark with another reason is a person's, and stays.
const REASON: &str = "Không còn trong văn bản";

/// Whether an import marked a task as withdrawn.
pub(super) fn is_by_import(task: &Written) -> bool {
    let reason = task.head.get("withdrawn").and_then(|mark| mark.get("reason")?.as_str());
    reason.is_some_and(|reason| reason.starts_with(REASON))
}

/// Whether a task is marked as withdrawn by anybody.
pub(super) fn is_marked(task: &Written) -> bool {
    task.head.contains_key("withdrawn")
}

/// The mark: since when, if the document is one of a later date; why; and on what basis.
pub(super) fn mark(file: &str, said: &DraftFacts, plan: Option<&Written>) -> Value {
    let mut mark = Table::new();
    let issued = said.issued.as_deref().filter(|issued| PartialDate::parse(issued).is_some());
    // A corrected copy of the same document bears the date of the plan itself, and withdraws nothing on that day.
    let own = plan.and_then(|plan| plan.optional("issued"));
    if let Some(issued) = issued.filter(|issued| own.is_some_and(|own| own != *issued)) {
        mark.insert("on".to_owned(), Value::String(issued.to_owned()));
    }
    mark.insert("reason".to_owned(), Value::String(format!("{REASON} {file}")));
    let basis = match &said.number {
        Some(number) => format!("{number} ({file})"),
        None => file.to_owned(),
    };
    mark.insert("basis".to_owned(), Value::String(basis));
    Value::Table(mark)
}
