//! A plan's folder: `plan.md`, `nguon/`, `nhap-khau.md`, and a folder a domain with its tasks.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::head::{self, one_of};
use super::task::TaskContext;
use super::{PLANS, domain, stray, task};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Table;
use crate::model::{
    Document, DocumentRole, Domain, NameContext, Part, Plan, PlanFacts, PlanId, Prosaic, Register,
    Relation, RelationKind, Task, TaskId, TitleBy,
};
use crate::source::Span;
use crate::tree::{File, RelPath, Tree};

/// The file that describes the plan.
const PLAN_FILE: &str = "plan.md";
/// The file that describes a domain.
const DOMAIN_FILE: &str = "domain.md";
/// What the import did, kept beside the plan.
const IMPORT_REPORT: &str = "nhap-khau.md";
/// The folder of documents.
const DOCUMENTS: &str = "nguon";

/// Reads a plan. With `silent`, names that the register does not know are passed over.
pub(super) fn parse(
    folder: &str,
    tree: &Tree,
    register: &Register,
    silent: bool,
) -> (Option<Plan>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let id = match head::id(folder, &format!("{PLANS}/{folder}"), PlanId::new) {
        Ok(id) => id,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    let shown = |path: &RelPath| format!("{PLANS}/{folder}/{path}");
    let Some((path, file)) = tree.iter().find(|(path, _)| path.as_str() == PLAN_FILE) else {
        let missing = Diagnostic::new(Code::MissingPlanFile);
        return (None, missing.with("folder", format!("content/{PLANS}/{folder}")).into());
    };
    let sources = tree.below(DOCUMENTS);
    let (front, faults) = head::read(&shown(path), file, |head, body| front(head, body, &sources));
    diagnostics.extend(faults);
    let Some(front) = front else { return (None, diagnostics) };

    let mut domains: Vec<Domain> = Vec::new();
    for (path, file) in tree.iter() {
        let names: Vec<&str> = path.names().collect();
        match names.as_slice() {
            [PLAN_FILE | IMPORT_REPORT] | [DOCUMENTS, _] => {}
            [name, DOMAIN_FILE] => {
                let (domain, faults) = domain::parse(name, &shown(path), file, &front.parts);
                domains.extend(domain);
                diagnostics.extend(faults);
            }
            [_, _] if path.extension() == "md" => {}
            _ => diagnostics.push(stray_within(&shown(path))),
        }
    }
    domains.sort_by_key(|domain| domain.order);

    let names = NameContext::of_plan(folder, front.facts.place.clone(), front.facts.issued);
    let mut files: Vec<(&Domain, &RelPath, &File)> = Vec::new();
    let mut lost: BTreeSet<&str> = BTreeSet::new();
    for (path, file) in tree.iter() {
        let names_of_path: Vec<&str> = path.names().collect();
        let [folder_name, file_name] = names_of_path.as_slice() else { continue };
        if *folder_name == DOCUMENTS || *file_name == DOMAIN_FILE || path.extension() != "md" {
            continue;
        }
        let Some(domain) = domains.iter().find(|domain| domain.id.as_str() == *folder_name) else {
            lost.insert(folder_name);
            continue;
        };
        files.push((domain, path, file));
    }
    let read = |(domain, path, file): &(&Domain, &RelPath, &File)| {
        let context = TaskContext { domain, register, names: &names, silent };
        task::parse(path.stem(), &shown(path), file, &context)
    };
    let read: Vec<(Option<Task>, Diagnostics)> = files.par_iter().map(read).collect();
    let mut tasks: Vec<Task> = Vec::with_capacity(read.len());
    for (task, faults) in read {
        tasks.extend(task);
        diagnostics.extend(faults);
    }
    for domain_folder in lost {
        let has_file = tree.bytes(&format!("{domain_folder}/{DOMAIN_FILE}")).is_some();
        if !has_file {
            let folder = format!("content/{PLANS}/{folder}/{domain_folder}");
            diagnostics.push(Diagnostic::new(Code::MissingDomainFile).with("folder", folder));
        }
    }
    tasks.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    diagnostics.extend(twins(&tasks).into_iter().collect());
    count_dashes(&mut tasks);
    let plan = Plan {
        id,
        facts: front.facts,
        parts: front.parts,
        domains,
        tasks,
        documents: front.documents,
        introduction: front.introduction,
        aliases: front.aliases,
    };
    (Some(plan), diagnostics)
}

/// What `plan.md` says.
struct Front {
    facts: PlanFacts,
    parts: Vec<Part>,
    documents: Vec<Document>,
    introduction: Prosaic,
    aliases: Vec<String>,
}

fn front(head: &Table<'_>, body: &Span, sources: &Tree) -> Option<Front> {
    head.expect_format();
    let title = head.required_text("title");
    let title_by = head
        .text("title_by")
        .and_then(|by| one_of(head, "title_by", &by, &[("editor", TitleBy::Editor)]));
    let relations = [
        ("attached_to", RelationKind::AttachedTo),
        ("amended_by", RelationKind::AmendedBy),
        ("replaced_by", RelationKind::ReplacedBy),
    ];
    let facts = PlanFacts {
        number: head.plain_text("number"),
        document_type: head.plain_text("type"),
        summary: head.plain_text("abstract"),
        title_by: title_by.unwrap_or_default(),
        issuer: head.plain_text("issuer"),
        place: head.plain_text("place"),
        issued: head::date(head, "issued"),
        signer: head.plain_text("signer"),
        signer_role: head.plain_text("signer_role"),
        period: head::period(head),
        relations: relations
            .into_iter()
            .flat_map(|(key, kind)| relation(head, key, kind))
            .collect(),
        title: title.map(|title| title.value).unwrap_or_default(),
    };
    let parts = head.tables("parts").iter().filter_map(part).collect();
    let documents = documents(head, sources);
    let aliases = head::addresses(head, "aliases", "ke-hoach/….html");
    (!facts.title.is_empty()).then(|| Front {
        facts,
        parts,
        documents,
        introduction: head::prosaic(body),
        aliases,
    })
}

fn part(table: &Table<'_>) -> Option<Part> {
    let number = table.required_text("number");
    let title = table.required_text("title");
    Some(Part { number: number?.value, title: title?.value })
}

/// `attached_to`, `amended_by` or `replaced_by`: one table or several, each with its basis.
fn relation(head: &Table<'_>, key: &str, kind: RelationKind) -> Vec<Relation> {
    let read = |table: &Table<'_>| {
        let document = table.required_text("document");
        let basis = table.required_text("basis");
        Some(Relation { kind, document: document?.value, basis: basis?.value })
    };
    if head.is_table(key) {
        return head.table(key).as_ref().and_then(read).into_iter().collect();
    }
    head.tables(key).iter().filter_map(read).collect()
}

fn documents(head: &Table<'_>, sources: &Tree) -> Vec<Document> {
    let mut declared: BTreeMap<String, Span> = BTreeMap::new();
    let mut documents = Vec::new();
    for table in head.tables("document") {
        let file = table.required_text("file");
        let role = table.required_text("role");
        let roles = [DocumentRole::Signed, DocumentRole::Draft, DocumentRole::Transcript];
        let roles = roles.map(|role| (role.as_str(), role));
        let role = role.and_then(|role| one_of(&table, "role", &role, &roles));
        let from = table.plain_text("from");
        let (Some(file), Some(role)) = (file, role) else { continue };
        let stored = RelPath::new(file.value.clone()).and_then(|path| sources.get(&path).cloned());
        match stored {
            Some(File::Stored(stored)) => {
                let name = file.value.clone();
                documents.push(Document { name, file: stored, role, from });
            }
            _ => table.fault(
                Diagnostic::new(Code::MissingDocument).at(&file.span).with("file", &file.value),
            ),
        }
        if let Some(first) = declared.insert(file.value.clone(), file.span.clone()) {
            let twin = Diagnostic::new(Code::DuplicateId).at(&file.span).and(&first);
            table.fault(twin.with("id", &file.value));
        }
    }
    let undeclared = sources.iter().filter(|(path, _)| !declared.contains_key(path.as_str()));
    for (path, _) in undeclared {
        head.fault(Diagnostic::new(Code::UndeclaredDocument).at(head.span()).with("file", path));
    }
    documents
}

fn stray_within(path: &str) -> Diagnostic {
    match RelPath::new(path) {
        Some(path) => stray(&path),
        None => Diagnostic::new(Code::StrayFile).with("file", path),
    }
}

/// Tasks that share an id or a place in the order with an earlier one.
fn twins(tasks: &[Task]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut ids: BTreeMap<&TaskId, &Task> = BTreeMap::new();
    let mut orders: BTreeMap<u32, &Task> = BTreeMap::new();
    for task in tasks {
        if let Some(first) = ids.insert(&task.id, task) {
            let twin = Diagnostic::new(Code::DuplicateId).at(&task.span).and(&first.span);
            faults.push(twin.with("id", &task.id));
        }
        if let Some(first) = orders.insert(task.order, task) {
            let twin = Diagnostic::new(Code::DuplicateOrder).at(&task.span).and(&first.span);
            faults.push(twin.with("order", task.order));
        }
    }
    faults
}

/// Gives each "-" its place among those of its group, since only this tells them apart.
fn count_dashes(tasks: &mut [Task]) {
    let mut counts: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    for task in tasks.iter_mut().filter(|task| is_dash(&task.number)) {
        let siblings = counts.entry((task.domain.to_string(), task.group.clone())).or_default();
        *siblings += 1;
        task.dash = Some(*siblings);
    }
}

/// Whether a number is a bullet, which says nothing by itself.
fn is_dash(number: &str) -> bool {
    matches!(number, "-" | "–" | "—" | "+" | "•" | "*")
}
