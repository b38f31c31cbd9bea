//! Importing again: a new document merged into the files of a plan, in place.
//!
//! 1. The files, what import makes of the document and what it makes of the document before are read alike ([`written`]).
//! 2. Domains and tasks are tied to those of the documents ([`links`], [`pairs`]), so that each keeps its id, and with it its
//!    address; new ones get ids that nothing ever had ([`ids`]).
//! 3. Each file is compared field by field with both documents ([`fields`], [`mentions`]) and edited in place ([`edit`]): what
//!    a person wrote besides stays byte for byte. What both sides changed is a fault, unless the caller takes a side.
//! 4. What the document has no more stays: tasks are marked as withdrawn, behind all others ([`left`], [`titles`]).
//!
//! Nothing is written here. What is to be written comes with the list of all changes, both texts of each.

mod changes;
mod context;
mod documents;
mod edit;
mod fields;
mod ids;
mod left;
mod links;
mod mentions;
mod pairs;
mod titles;
mod withdrawal;
mod written;

pub use changes::{Change, ChangeKind, Changes, FieldChange, Subject};
pub use documents::{Imported, LastDocument, document_name, imported};
pub use fields::Side;

use std::collections::{BTreeMap, BTreeSet};

use super::{plan_folder, print};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Draft, DraftFacts};
use crate::text;
use crate::tree::{File, RelPath, Tree};
use changes::{change_of, left_change};
use context::{Context, FileMerge, Orders};
use fields::{Decision, Rule, in_words};
use left::Left;
use written::{Written, WrittenPlan};

/// A document that comes into a plan that is there already.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'d> {
    /// What import made of it. Its document bears the name under which it is to be kept.
    pub draft: &'d Draft,
    /// What import makes of the document before, if that can still be read.
    pub base: Option<&'d Draft>,
    /// The name of the document before, where that is known.
    pub last: Option<&'d str>,
    /// What the document and the options say of it, without what was known before.
    pub said: &'d DraftFacts,
    /// The side to take where both changed the same field.
    pub accept: Option<Side>,
}

/// What a merge comes to.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// Files to be written, by their paths within the content folder: those that change, and new ones.
    pub files: Tree,
    /// Files that lie elsewhere now, or are needed no more.
    pub removed: Vec<RelPath>,
    /// What the files of the document would be if a person had changed nothing that it gives: what its account is taken of.
    pub proof: Tree,
    /// What changes.
    pub changes: Changes,
    /// Doubts.
    pub diagnostics: Diagnostics,
}

/// Merges a document into the files of its plan.
///
/// # Errors
/// Files that cannot be read, and each field that the document and a person changed differently, with both texts.
pub fn merge(content: &Tree, incoming: &Incoming<'_>) -> Result<Merged, Diagnostics> {
    let folder = plan_folder(&incoming.draft.id);
    let shown = format!("content/{folder}");
    let drafted =
        |draft: &Draft| WrittenPlan::read(&print(draft).below(&plan_folder(&draft.id)), &shown);
    let ours = WrittenPlan::read(&content.below(&folder), &shown)?;
    let theirs = drafted(incoming.draft)?;
    let base = incoming.base.map(drafted).transpose()?;
    let links = links::link(&ours, base.as_ref(), &theirs);
    let sides = Context {
        ours: &ours,
        base: base.as_ref(),
        theirs: &theirs,
        links: &links,
        domain_ids: &ids::of_domains(&ours, &theirs, &links),
        task_ids: &ids::of_tasks(&ours, &theirs, &links),
        last: incoming.last,
        accept: incoming.accept,
    };
    let merging = merging(&sides, incoming);
    let conflicts = merging.conflicts(&shown);
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let in_folder = |path: &str| RelPath::new(format!("{folder}/{path}"));
    let is_new = |path: &str, bytes: &[u8]| {
        in_folder(path).is_some_and(|path| content.bytes(path.as_str()) != Some(bytes))
    };
    let file = |(path, bytes): (&str, &[u8])| Some((in_folder(path)?, File::Bytes(bytes.to_vec())));
    let after: BTreeMap<&str, &[u8]> = merging.files().collect();
    let gone = merging.paths_before().filter(|path| !after.contains_key(path));
    Ok(Merged {
        files: after
            .iter()
            .map(|(path, bytes)| (*path, *bytes))
            .filter(|(path, bytes)| is_new(path, bytes))
            .filter_map(file)
            .collect(),
        removed: gone.filter_map(in_folder).collect(),
        proof: proof(&sides)
            .iter()
            .map(|merge| (merge.path.as_str(), merge.bytes.as_slice()))
            .filter_map(file)
            .collect(),
        changes: merging.changes(),
        diagnostics: doubts(&sides),
    })
}

/// All files of a plan after a merge.
struct Merging<'a> {
    plan: Option<FileMerge<'a>>,
    domains: Vec<FileMerge<'a>>,
    tasks: Vec<FileMerge<'a>>,
    left_domains: Vec<Left<'a>>,
    left_tasks: Vec<Left<'a>>,
    /// Domains in which nothing is left.
    empty: Vec<(&'a str, &'a Written)>,
}

fn merging<'a>(context: &Context<'a>, incoming: &Incoming<'_>) -> Merging<'a> {
    let rule = Rule::ThreeWay(incoming.accept);
    let drafted = || context.theirs.in_order().into_iter();
    let merged = |orders: Orders| -> Vec<FileMerge<'a>> {
        drafted().map(|(id, task)| context.task(id, task, rule, orders)).collect()
    };
    let mut tasks = merged(Orders::AsDecided);
    let places: BTreeSet<i64> = tasks.iter().map(FileMerge::order).collect();
    if places.len() < tasks.len() {
        tasks = merged(Orders::OfTheDocument);
    }
    let mut domains = Vec::new();
    let mut groups = BTreeMap::new();
    for (id, domain) in context.theirs.domains_in_order() {
        let (merge, references) = context.domain(id, domain, rule);
        domains.push(merge);
        groups.extend(references);
    }
    let (kept_domains, empty) = left_domains(context, &tasks);
    let (plan, parts) = match (&context.ours.plan, &context.theirs.plan) {
        (Some(ours), Some(theirs)) => {
            let (plan, parts) = context.plan(ours, theirs, &kept_domains, rule);
            (Some(plan), parts)
        }
        _ => (None, BTreeMap::new()),
    };
    let document = incoming.draft.documents.first().map(|document| document.file.as_str());
    let mark =
        withdrawal::mark(document.unwrap_or_default(), incoming.said, context.ours.plan.as_ref());
    let last =
        |files: &[FileMerge<'_>]| files.iter().map(FileMerge::order).max().unwrap_or_default();
    let left_tasks = left::tasks(context, &groups, last(&tasks), &mark);
    let left_domains = left::domains(&kept_domains, &parts, last(&domains));
    Merging { plan, domains, tasks, left_domains, left_tasks, empty }
}

/// Domains of the files that the document does not have.
type Domains<'a> = Vec<(&'a str, &'a Written)>;

/// Those in which something is left, and those that are needed no more.
fn left_domains<'a>(context: &Context<'a>, tasks: &[FileMerge<'_>]) -> (Domains<'a>, Domains<'a>) {
    let linked: BTreeSet<&str> = context.links.domains.values().map(String::as_str).collect();
    let domains = context.ours.domains_in_order().into_iter();
    let left: Domains<'a> = domains.filter(|(id, _)| !linked.contains(id)).collect();
    let mut in_use: BTreeSet<&str> =
        context.left_tasks().map(|(_, task)| task.domain.as_str()).collect();
    in_use.extend(
        tasks.iter().filter_map(|task| task.path.split_once('/')).map(|(domain, _)| domain),
    );
    left.into_iter().partition(|(id, domain)| {
        let by_hand = context.base.is_some() && !context.links.base_domains.contains_key(*id);
        in_use.contains(id) || by_hand || !domain.document.body().text().trim().is_empty()
    })
}

/// The files of the document if nothing that it gives had been changed by a person.
fn proof<'a>(context: &Context<'a>) -> Vec<FileMerge<'a>> {
    let rule = Rule::Document;
    let plan = context.ours.plan.as_ref().zip(context.theirs.plan.as_ref());
    let plan = plan.map(|(ours, theirs)| context.plan(ours, theirs, &[], rule).0);
    let domains = context.theirs.domains_in_order().into_iter();
    let domains = domains.map(|(id, domain)| context.domain(id, domain, rule).0);
    let tasks = context.theirs.in_order().into_iter();
    let tasks = tasks.map(|(id, task)| context.task(id, task, rule, Orders::OfTheDocument));
    plan.into_iter().chain(domains).chain(tasks).collect()
}

impl<'a> Merging<'a> {
    fn merged(&self) -> impl Iterator<Item = &FileMerge<'a>> {
        self.plan.iter().chain(&self.domains).chain(&self.tasks)
    }

    fn left(&self) -> impl Iterator<Item = &Left<'a>> {
        self.left_domains.iter().chain(&self.left_tasks)
    }

    /// All files with their paths within the plan's folder.
    fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let merged = self.merged().map(|merge| (merge.path.as_str(), merge.bytes.as_slice()));
        merged.chain(self.left().map(|left| (left.file.path.as_str(), left.bytes.as_slice())))
    }

    /// Where the files lay before.
    fn paths_before(&self) -> impl Iterator<Item = &str> {
        let merged = self.merged().filter_map(|merge| merge.ours);
        let files = merged.chain(self.empty.iter().map(|(_, file)| *file));
        files.map(|file| file.path.as_str())
    }

    fn conflicts(&self, shown: &str) -> Diagnostics {
        let of_file = |merge: &FileMerge<'_>| -> Vec<Diagnostic> {
            let path = merge.ours.map_or(merge.path.as_str(), |ours| ours.path.as_str());
            let conflicts = merge.compared.iter().filter(|c| c.decision == Decision::Conflict);
            let fault = |compared: &fields::Compared| {
                Diagnostic::new(Code::ImportConflict)
                    .with("file", format!("{shown}/{path}"))
                    .with("field", compared.field.name())
                    .with("content", in_words(compared.ours.as_ref()))
                    .with("document", in_words(compared.theirs.as_ref()))
            };
            conflicts.map(fault).collect()
        };
        self.merged().flat_map(of_file).collect()
    }

    fn changes(&self) -> Changes {
        let with_subject = self.plan.iter().map(|merge| (Subject::Plan, merge));
        let with_subject = with_subject
            .chain(self.domains.iter().map(|merge| (Subject::Domain, merge)))
            .chain(self.tasks.iter().map(|merge| (Subject::Task, merge)));
        let mut changes = Changes::default();
        for (subject, merge) in with_subject {
            let of_file = change_of(subject, merge);
            let is_new_text = of_file.iter().any(|change| change.kind != ChangeKind::Kept);
            let same = merge.ours.is_some_and(|ours| ours.bytes == merge.bytes);
            if subject == Subject::Task && !is_new_text {
                *(if same { &mut changes.unchanged } else { &mut changes.shifted }) += 1;
            }
            changes.list.extend(of_file);
        }
        let empty = self
            .empty
            .iter()
            .map(|(id, file)| left_change(Subject::Domain, id, file, ChangeKind::Vanished));
        changes.list.extend(empty);
        for left in &self.left_tasks {
            let change = left.kind.map(|kind| left_change(Subject::Task, left.id, left.file, kind));
            changes
                .list
                .extend(change.map(|change| Change { fields: left.fields.clone(), ..change }));
        }
        changes
    }
}

/// A warning for each task that could as well have been another one.
fn doubts(context: &Context<'_>) -> Diagnostics {
    let warning = |(new, old, rival): &(String, String, String)| {
        let task = context.theirs.tasks.get(new)?;
        Some(
            Diagnostic::new(Code::ImportAmbiguous)
                .with("row", task.file.text("row"))
                .with("text", text::excerpt(&task.file.words(), 60))
                .with("first", old)
                .with("second", rival),
        )
    };
    context.links.doubts.iter().filter_map(warning).collect()
}
