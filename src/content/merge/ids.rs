//! The ids of a document's domains and tasks in the files: those that they have, or new ones that nothing ever had.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::links::Links;
use super::written::WrittenPlan;
use crate::model::numbered;
use crate::tree::RelPath;

/// Folders of a plan that are no domains.
const FOLDERS: [&str; 1] = ["nguon"];

/// The ids of the document's domains.
pub(super) fn of_domains(
    ours: &WrittenPlan,
    theirs: &WrittenPlan,
    links: &Links,
) -> BTreeMap<String, String> {
    let mut taken: BTreeSet<String> = ours.domains.keys().cloned().collect();
    // A folder whose domain.md is missing is somebody's all the same.
    taken.extend(ours.tasks.values().map(|task| task.domain.clone()));
    taken.extend(FOLDERS.map(str::to_owned));
    let drafted = theirs.domains_in_order().into_iter().map(|(id, _)| id);
    given(drafted, &links.domains, taken)
}

/// The ids of the document's tasks. Ids of withdrawn tasks and of earlier addresses are in use for ever.
pub(super) fn of_tasks(
    ours: &WrittenPlan,
    theirs: &WrittenPlan,
    links: &Links,
) -> BTreeMap<String, String> {
    let mut taken: BTreeSet<String> = ours.tasks.keys().cloned().collect();
    for task in ours.tasks.values() {
        let aliases = task.file.head.get("aliases").and_then(Value::as_array).into_iter().flatten();
        let paths = aliases.filter_map(Value::as_str).filter_map(RelPath::new);
        taken.extend(paths.map(|path| path.stem().to_owned()));
    }
    let drafted = theirs.in_order().into_iter().map(|(id, _)| id);
    given(drafted, &links.tasks, taken)
}

fn given<'i>(
    drafted: impl Iterator<Item = &'i str>,
    linked: &BTreeMap<String, String>,
    mut taken: BTreeSet<String>,
) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for id in drafted {
        let given = linked.get(id).cloned().unwrap_or_else(|| free(id, &taken));
        taken.insert(given.clone());
        ids.insert(id.to_owned(), given);
    }
    ids
}

/// The id, or the first of "…-2", "…-3" … that is not taken.
fn free(id: &str, taken: &BTreeSet<String>) -> String {
    let others = (2..u32::MAX).map(|number| numbered(id, number));
    let mut candidates = std::iter::once(id.to_owned()).chain(others);
    candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_else(|| id.to_owned())
}
