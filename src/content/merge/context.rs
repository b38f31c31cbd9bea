//! One file of a plan merged with what the document gives of it: which edits are made, and what the sides said.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::edit::{Edit, edited};
use super::fields::{Compared, Decision, Field, Rule, Side, compare};
use super::links::Links;
use super::titles::{self, Reference, entries, reference};
use super::withdrawal;
use super::written::{Written, WrittenPlan, WrittenTask};

/// The keys of a task that are the document's; "text" stands for the published text.
const TASK: [&str; 10] =
    ["number", "group", "lead", "coordinating", "period", "order", "row", "cells", "extra", "text"];

/// The keys of a domain that are the document's.
const DOMAIN: [&str; 5] = ["number", "title", "part", "order", "groups"];

/// The keys of a plan that are no facts of the document, or facts about another one.
const NO_FACTS: [&str; 4] = ["format", "title_by", "document", "parts"];

/// All sides of a merge, and how they belong together.
pub(super) struct Context<'a> {
    pub(super) ours: &'a WrittenPlan,
    pub(super) base: Option<&'a WrittenPlan>,
    pub(super) theirs: &'a WrittenPlan,
    pub(super) links: &'a Links,
    /// The ids that domains and tasks of the document have in the files, new ones included.
    pub(super) domain_ids: &'a BTreeMap<String, String>,
    pub(super) task_ids: &'a BTreeMap<String, String>,
    /// The document that the files were last made of.
    pub(super) last: Option<&'a str>,
    /// The side that the caller takes in conflicts.
    pub(super) accept: Option<Side>,
}

/// A file after the merge.
#[derive(Debug, Clone)]
pub(super) struct FileMerge<'a> {
    pub(super) id: String,
    /// Its path within the plan's folder.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
    /// The file as it stood, if it stood anywhere.
    pub(super) ours: Option<&'a Written>,
    /// What the document gives of it.
    pub(super) theirs: &'a Written,
    pub(super) compared: Vec<Compared>,
}

impl FileMerge<'_> {
    /// Its place among its like after the merge.
    pub(super) fn order(&self) -> i64 {
        let order = self.compared.iter().find(|compared| compared.field.is_one_of(&["order"]));
        let value = match order {
            Some(Compared { decision: Decision::Take(value), .. }) => value.as_ref(),
            Some(order) => order.ours.as_ref(),
            None => self.theirs.head.get("order"),
        };
        value.and_then(Value::as_integer).unwrap_or_default()
    }
}

impl<'a> Context<'a> {
    /// A task of the document. `orders` says whether the places of tasks are taken from the document in any case.
    pub(super) fn task(
        &self,
        id: &str,
        task: &'a WrittenTask,
        rule: Rule,
        orders: Orders,
    ) -> FileMerge<'a> {
        let final_id = self.task_ids.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let new_domain = self.domain_ids.get(&task.domain).cloned().unwrap_or_default();
        let Some(ours) = self.links.tasks.get(id).and_then(|id| self.ours.tasks.get(id)) else {
            let path = format!("{new_domain}/{final_id}.md");
            let theirs = &task.file;
            let bytes = theirs.bytes.clone();
            return FileMerge {
                id: final_id,
                path,
                bytes,
                ours: None,
                theirs,
                compared: Vec::new(),
            };
        };
        let before = self.base.zip(self.links.base_tasks.get(&final_id));
        let before = before.and_then(|(base, id)| base.tasks.get(id));
        let base_file = before.map(|before| &before.file);
        let mut compared = compare(&ours.file, base_file, &task.file, &TASK, rule);
        for order in compared.iter_mut().filter(|compared| compared.field.is_one_of(&["order"])) {
            if orders == Orders::OfTheDocument && order.decision == Decision::Keep {
                order.decision = Decision::Take(order.theirs.clone());
            }
        }
        let domain = self.domain_of(ours, before, &new_domain, rule);
        compared.extend(domain_field(&ours.domain, &new_domain, &domain));
        let mut edits = edits(&compared);
        if withdrawal::is_by_import(&ours.file) {
            edits.push(Edit::Put(Field::Key("withdrawn".to_owned()), None));
        }
        let path = format!("{domain}/{final_id}.md");
        let bytes = edited(&ours.file, &edits);
        FileMerge {
            id: final_id,
            path,
            bytes,
            ours: Some(&ours.file),
            theirs: &task.file,
            compared,
        }
    }

    /// The folder of a task: a person's, where the document leaves the task in the domain that it had.
    fn domain_of(
        &self,
        ours: &WrittenTask,
        before: Option<&WrittenTask>,
        new: &str,
        rule: Rule,
    ) -> String {
        let before = before.map(|before| {
            let named = self.links.base_domains.iter().find(|(_, base)| **base == before.domain);
            named.map(|(ours, _)| ours.as_str()).unwrap_or_default()
        });
        match rule {
            Rule::ThreeWay(_) if before == Some(new) => ours.domain.clone(),
            _ => new.to_owned(),
        }
    }

    /// A domain of the document, and what becomes of the groups of tasks that stay in it though the document has them no
    /// more: by their ids.
    pub(super) fn domain(
        &self,
        id: &str,
        theirs: &'a Written,
        rule: Rule,
    ) -> (FileMerge<'a>, BTreeMap<String, Reference>) {
        let final_id = self.domain_ids.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let path = format!("{final_id}/domain.md");
        let Some(ours) = self.links.domains.get(id).and_then(|id| self.ours.domains.get(id)) else {
            let bytes = theirs.bytes.clone();
            let merge =
                FileMerge { id: final_id, path, bytes, ours: None, theirs, compared: Vec::new() };
            return (merge, BTreeMap::new());
        };
        let base = self.base.zip(self.links.base_domains.get(&final_id));
        let base = base.and_then(|(base, id)| base.domains.get(id));
        let left: BTreeMap<&str, &WrittenTask> =
            self.left_tasks().filter(|(_, task)| task.domain == final_id).collect();
        let gone = self.ours.tasks.values().filter(|task| task.domain == final_id);
        let gone = gone.filter(|task| withdrawal::is_by_import(&task.file));
        let gone: BTreeSet<&str> = gone.filter_map(|task| task.file.optional("group")).collect();
        let (compared, decided) = with_titles("groups", (ours, base, theirs), &DOMAIN, rule, &gone);
        let groups = entries(&ours.head, "groups");
        let references: BTreeMap<String, Reference> = left
            .iter()
            .filter_map(|(id, task)| {
                let group = task.file.optional("group")?;
                Some(((*id).to_owned(), reference(group, groups, &decided)))
            })
            .collect();
        let mut edits = edits(&compared);
        edits.extend(titles_edit("groups", groups, decided, references.values(), rule));
        let bytes = edited(ours, &edits);
        (FileMerge { id: final_id, path, bytes, ours: Some(ours), theirs, compared }, references)
    }

    /// The plan's own file, and what becomes of the parts of domains that stay though the document has them no more.
    pub(super) fn plan(
        &self,
        ours: &'a Written,
        theirs: &'a Written,
        left: &[(&str, &Written)],
        rule: Rule,
    ) -> (FileMerge<'a>, BTreeMap<String, Reference>) {
        let base = self.base.and_then(|base| base.plan.as_ref());
        let facts: Vec<&str> =
            theirs.head.keys().map(String::as_str).filter(|key| !NO_FACTS.contains(key)).collect();
        let fill = if rule == Rule::Document { rule } else { Rule::FillOnly(self.accept) };
        let had = |id: &str| self.base.is_some() && self.links.base_domains.contains_key(id);
        let gone = self.ours.domains.iter().filter(|(id, _)| !had(id));
        let gone: BTreeSet<&str> = gone.filter_map(|(_, domain)| domain.optional("part")).collect();
        let mut compared = compare(ours, base, theirs, &facts, fill);
        let title_taken = compared.iter().any(|compared| {
            compared.field.is_one_of(&["title"]) && matches!(compared.decision, Decision::Take(_))
        });
        let (parts_compared, decided) =
            with_titles("parts", (ours, base, theirs), &["parts"], rule, &gone);
        compared.extend(parts_compared);
        let parts = entries(&ours.head, "parts");
        let reference = |(id, domain): &(&str, &Written)| {
            Some(((*id).to_owned(), reference(domain.optional("part")?, parts, &decided)))
        };
        let references: BTreeMap<String, Reference> = left.iter().filter_map(reference).collect();
        let mut edits = edits(&compared);
        if title_taken {
            let by = theirs.head.get("title_by").cloned();
            edits.push(Edit::Put(Field::Key("title_by".to_owned()), by));
        }
        edits.extend(titles_edit("parts", parts, decided, references.values(), rule));
        edits.extend(self.document(ours));
        let bytes = edited(ours, &edits);
        let path = "plan.md".to_owned();
        (
            FileMerge { id: String::new(), path, bytes, ours: Some(ours), theirs, compared },
            references,
        )
    }

    /// The document comes first of all: rows are counted in it. Where it was the last one, nothing has changed about that.
    fn document(&self, ours: &Written) -> Option<Edit> {
        let name = |entry: &'a Value| entry.get("file").and_then(Value::as_str);
        let document = entries(&self.theirs.plan.as_ref()?.head, "document").first()?;
        let declared = entries(&ours.head, "document").iter();
        let place = declared
            .map(|entry| entry.get("file").and_then(Value::as_str))
            .position(|file| file == name(document));
        let is_last = place.is_some() && self.last == name(document);
        let entry = document.as_table()?.clone();
        (place != Some(0) && !is_last).then_some(Edit::First("document", "file", entry))
    }

    /// Tasks of the files that the document does not have.
    pub(super) fn left_tasks(&self) -> impl Iterator<Item = (&'a str, &'a WrittenTask)> {
        let linked: BTreeSet<&str> = self.links.tasks.values().map(String::as_str).collect();
        let tasks = self.ours.in_order().into_iter();
        tasks.filter(move |(id, _)| !linked.contains(id))
    }
}

/// Compares a file whose list of titles may hold some that are kept for withdrawn tasks; those are not compared. Gives the
/// list without them, too, as it is to be.
fn with_titles(
    key: &'static str,
    (ours, base, theirs): (&Written, Option<&Written>, &Written),
    keys: &[&str],
    rule: Rule,
    gone: &BTreeSet<&str>,
) -> (Vec<Compared>, Vec<Value>) {
    let list = entries(&ours.head, key);
    let document = entries(&base.unwrap_or(theirs).head, key);
    let own = titles::without_kept(list, document, |number| gone.contains(number));
    let mut stripped = ours.clone();
    if own.len() < list.len() {
        stripped.head.remove(key);
        stripped.head.extend(some_list(own).map(|own| (key.to_owned(), own)));
    }
    let compared = compare(&stripped, base, theirs, keys, rule);
    let field = Field::Key(key.to_owned());
    let decision =
        compared.iter().find(|compared| compared.field == field).map(|found| &found.decision);
    let decided = match decision {
        Some(Decision::Take(value)) => {
            value.as_ref().and_then(Value::as_array).cloned().unwrap_or_default()
        }
        _ => entries(&stripped.head, key).to_vec(),
    };
    (compared, decided)
}

/// Whose order of tasks counts where a person has changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Orders {
    /// The person's, where the document leaves a task in its place.
    AsDecided,
    /// The document's, since both together would give one place twice.
    OfTheDocument,
}

/// The edits that some decisions come to.
fn edits(compared: &[Compared]) -> Vec<Edit> {
    let edit = |compared: &Compared| match &compared.decision {
        // The folder is no key of the file, and lists of titles have an edit of their own.
        Decision::Take(_) if compared.field.is_one_of(&["domain", "groups", "parts"]) => None,
        Decision::Take(value) => Some(Edit::Put(compared.field.clone(), value.clone())),
        Decision::Same | Decision::Keep | Decision::Conflict => None,
    };
    compared.iter().filter_map(edit).collect()
}

/// The edit of a list of titles: those of the document, and behind them those that something else still refers to.
fn titles_edit<'r>(
    key: &str,
    ours: &[Value],
    decided: Vec<Value>,
    references: impl Iterator<Item = &'r Reference>,
    rule: Rule,
) -> Option<Edit> {
    let mut list = decided;
    for reference in references.filter(|_| rule != Rule::Document) {
        match reference {
            Reference::Keeps(entry) if !list.contains(entry) => list.push(entry.clone()),
            _ => {}
        }
    }
    (list.as_slice() != ours).then(|| Edit::Put(Field::Key(key.to_owned()), some_list(list)))
}

fn some_list(list: Vec<Value>) -> Option<Value> {
    (!list.is_empty()).then_some(Value::Array(list))
}

/// The folder as a field, where the sides differ.
fn domain_field(ours: &str, theirs: &str, decided: &str) -> Option<Compared> {
    let value = |domain: &str| Some(Value::String(domain.to_owned()));
    let decision = match decided {
        _ if ours == theirs => return None,
        domain if domain == ours => Decision::Keep,
        domain => Decision::Take(value(domain)),
    };
    let field = Field::Key("domain".to_owned());
    Some(Compared { field, ours: value(ours), theirs: value(theirs), decision })
}
