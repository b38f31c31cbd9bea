//! Which domain and task of the files is which one of the documents, the last one and the new one.
//!
//! Where the document before is known, the files are tied to its rows first: by the row that each file names, which import
//! wrote there. The two documents are then compared with each other, so that what a person changed in the files does not
//! disturb it. A task that the document before did not have was written by a person.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::mentions;
use super::pairs::{DomainSketch, Pairs, Sketch, is_alike_in_place, pair, pair_domains};
use super::withdrawal;
use super::written::{Written, WrittenPlan, WrittenTask};
use crate::text;

/// Ids of one side by ids of another.
type Ids = BTreeMap<String, String>;

/// What belongs together.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    /// Domains of the files by those of the new document.
    pub(super) domains: Ids,
    /// Tasks of the files by those of the new document.
    pub(super) tasks: Ids,
    /// Domains of the document before by those of the files.
    pub(super) base_domains: Ids,
    /// Tasks of the document before by those of the files.
    pub(super) base_tasks: Ids,
    /// A task of the new document, the one of the files that it was taken for, and one that would have been as good.
    pub(super) doubts: Vec<(String, String, String)>,
}

/// A plan with its domains under the names of another.
struct Named<'p> {
    plan: &'p WrittenPlan,
    /// Domains of the files by its own; nothing for the files themselves.
    names: Option<Ids>,
}

/// Ties the files to the documents.
pub(super) fn link(ours: &WrittenPlan, base: Option<&WrittenPlan>, theirs: &WrittenPlan) -> Links {
    let mut links = Links::default();
    let own = Named { plan: ours, names: None };
    let before = base.map(|base| {
        let base_to_ours = tied_domains(ours, |id| own.domain_sketch(id), base);
        links.base_domains =
            base_to_ours.iter().map(|(base, ours)| (ours.clone(), base.clone())).collect();
        Named { plan: base, names: Some(base_to_ours) }
    });
    if let Some(before) = &before {
        links.base_tasks = tied_tasks(&own, before);
    }
    let was_domain = |id: &str| match (links.base_domains.get(id), &before) {
        (Some(base), Some(before)) => before.domain_sketch(base),
        _ => own.domain_sketch(id),
    };
    links.domains = tied_domains(ours, was_domain, theirs);
    let new = Named { plan: theirs, names: Some(links.domains.clone()) };
    let was = |(id, task): &(&str, &WrittenTask)| {
        let before = before.as_ref().zip(links.base_tasks.get(*id));
        let sketch =
            before.and_then(|(before, base)| Some(before.sketch(before.plan.tasks.get(base)?)));
        let gone = withdrawal::is_by_import(&task.file);
        Sketch { gone, ..sketch.unwrap_or_else(|| own.sketch(task)) }
    };
    let (old_tasks, new_tasks) = (ours.in_order(), theirs.in_order());
    let old: Vec<Sketch> = old_tasks.iter().map(was).collect();
    let drafted: Vec<Sketch> = new_tasks.iter().map(|(_, task)| new.sketch(task)).collect();
    let Pairs { old_of, doubts } = pair(&old, &drafted);
    let old_id = |place: usize| old_tasks.get(place).map(|(id, _)| (*id).to_owned());
    let new_id = |place: usize| new_tasks.get(place).map(|(id, _)| (*id).to_owned());
    links.tasks =
        old_of.into_iter().filter_map(|(new, old)| Some((new_id(new)?, old_id(old)?))).collect();
    links.doubts = doubts
        .into_iter()
        .filter_map(|(new, old, rival)| Some((new_id(new)?, old_id(old)?, old_id(rival)?)))
        .collect();
    links
}

/// Domains of the files by those of a document.
fn tied_domains(
    ours: &WrittenPlan,
    sketch: impl Fn(&str) -> DomainSketch,
    document: &WrittenPlan,
) -> Ids {
    let (old, new) = (ours.domains_in_order(), document.domains_in_order());
    let named = Named { plan: document, names: None };
    let old_sketches: Vec<DomainSketch> = old.iter().map(|(id, _)| sketch(id)).collect();
    let new_sketches: Vec<DomainSketch> =
        new.iter().map(|(id, _)| named.domain_sketch(id)).collect();
    let ids = |(new_place, old_place): (usize, usize)| {
        Some((new.get(new_place)?.0.to_owned(), old.get(old_place)?.0.to_owned()))
    };
    pair_domains(&old_sketches, &new_sketches).into_iter().filter_map(ids).collect()
}

/// Tasks of the document before by those of the files.
fn tied_tasks(own: &Named<'_>, before: &Named<'_>) -> Ids {
    let live = own.plan.in_order();
    let live: Vec<(&str, &WrittenTask)> =
        live.into_iter().filter(|(_, task)| !withdrawal::is_by_import(&task.file)).collect();
    let rows: BTreeMap<&str, (&str, &WrittenTask)> = before
        .plan
        .in_order()
        .into_iter()
        .filter_map(|(id, task)| Some((task.file.optional("row")?, (id, task))))
        .collect();
    let mut tied = Ids::new();
    for (id, task) in &live {
        let row = task.file.optional("row").and_then(|row| rows.get(row));
        let is_same =
            |base: &WrittenTask| is_alike_in_place(&own.sketch(task), &before.sketch(base));
        if let Some((base, _)) = row.filter(|(_, base)| is_same(base)) {
            tied.insert((*id).to_owned(), (*base).to_owned());
        }
    }
    let given: BTreeSet<&str> = tied.values().map(String::as_str).collect();
    let rest_of_base = before.plan.in_order();
    let rest_of_base: Vec<_> =
        rest_of_base.into_iter().filter(|(id, _)| !given.contains(id)).collect();
    let rest: Vec<_> = live.into_iter().filter(|(id, _)| !tied.contains_key(*id)).collect();
    let old: Vec<Sketch> = rest.iter().map(|(_, task)| own.sketch(task)).collect();
    let new: Vec<Sketch> = rest_of_base.iter().map(|(_, task)| before.sketch(task)).collect();
    let pairs = pair(&old, &new).old_of.into_iter();
    let ids = pairs.filter_map(|(new_place, old_place)| {
        Some((rest.get(old_place)?.0.to_owned(), rest_of_base.get(new_place)?.0.to_owned()))
    });
    let ids: Vec<(String, String)> = ids.collect();
    tied.extend(ids);
    tied
}

impl Named<'_> {
    /// The name of a domain: that of the files, where it has one.
    fn name(&self, domain: &str) -> String {
        match &self.names {
            None => domain.to_owned(),
            // No id has a blank, so that a domain without a name is none of the files.
            Some(names) => names.get(domain).cloned().unwrap_or_else(|| format!("{domain} (mới)")),
        }
    }

    fn sketch(&self, task: &WrittenTask) -> Sketch {
        let file = &task.file;
        let groups = self.plan.domains.get(&task.domain).map(|domain| domain.titles("groups"));
        let group = groups
            .unwrap_or_default()
            .into_iter()
            .find(|(number, _)| *number == file.text("group"));
        Sketch {
            text: text::name_key(&file.words()),
            domain: self.name(&task.domain),
            group: group.map(|(_, title)| text::name_key(title)).unwrap_or_default(),
            number: file.text("number").to_owned(),
            cells: cells(file),
            gone: false,
        }
    }

    fn domain_sketch(&self, id: &str) -> DomainSketch {
        let Some(domain) = self.plan.domains.get(id) else { return DomainSketch::default() };
        let parts = self.plan.plan.as_ref().map(|plan| plan.titles("parts")).unwrap_or_default();
        let part = parts.into_iter().find(|(number, _)| *number == domain.text("part"));
        let tasks = self.plan.tasks.values().filter(|task| task.domain == id);
        DomainSketch {
            title: text::name_key(domain.text("title")),
            number: domain.text("number").to_owned(),
            part: part.map(|(_, title)| text::name_key(title)).unwrap_or_default(),
            texts: tasks.map(|task| text::name_key(&task.file.words())).collect(),
        }
    }
}

/// Agencies and period of a task.
fn cells(file: &Written) -> String {
    let names = |key: &str| {
        let list = file.head.get(key).and_then(Value::as_array).into_iter().flatten();
        list.map(mentions::name).collect::<Vec<_>>().join("; ")
    };
    format!("{} | {} | {}", names("lead"), names("coordinating"), file.text("period"))
}
