//! A plan and its parts as `Legislation`, from plan to domain to task.
//!
//! A task is a part of the document, and its subject an `Action`: whoever leads acts, whoever coordinates takes part. The
//! days are the document's (`temporalCoverage`). Of a task's standing only a withdrawal is told; results are recorded in words.

use serde_json::{Value, json};

use super::agency::{named, organization};
use super::place;
use crate::model::{Document, DocumentRole, Domain, NameContext, Period, Plan, Task, TitleBy};
use crate::render::compose::{
    Here, domain_citation, numbered_plan, plan_citation, task_citation, task_label,
};
use crate::site::Route;
use crate::text;

/// A plan with what is known of the document.
pub(super) fn plan(here: &Here<'_>, plan: &Plan) -> Value {
    let facts = &plan.facts;
    let domains = plan.domains.iter().filter(|domain| !domain.is_flat());
    let mut parts: Vec<Value> = domains.map(|domain| domain_named(here, plan, domain)).collect();
    if parts.is_empty() {
        parts.extend(plan.tasks.iter().map(|task| task_named(here, plan, task)));
    }
    let documents = plan.documents.iter();
    let mut node = plan_named(here, plan);
    extend(
        &mut node,
        json!({
            "alternateName": (facts.title_by == TitleBy::Editor).then_some(&facts.title),
            "abstract": facts.summary,
            "inLanguage": "vi",
            "legislationIdentifier": facts.number,
            "legislationType": facts.document_type,
            "legislationDate": facts.issued.map(|issued| issued.to_string()),
            "legislationPassedBy": issuer(here, plan),
            "legislationJurisdiction": place(facts.place.as_ref()),
            "temporalCoverage": facts.period.as_ref().and_then(coverage),
            "hasPart": parts,
            "encoding": documents.map(|file| document(here, plan, file)).collect::<Vec<_>>(),
        }),
    );
    node
}

/// A domain with its tasks.
pub(super) fn domain(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Value {
    let tasks = plan.tasks_of(domain).map(|task| task_named(here, plan, task));
    let mut node = domain_named(here, plan, domain);
    extend(
        &mut node,
        json!({
            "inLanguage": "vi",
            "legislationIdentifier": domain_citation(here, plan, domain),
            "position": text::said_number(&domain.number),
            "isPartOf": plan_named(here, plan),
            "hasPart": tasks.collect::<Vec<_>>(),
        }),
    );
    node
}

/// A task with its words, and who is to do what it says.
pub(super) fn task(here: &Here<'_>, plan: &Plan, task: &Task) -> Value {
    let organizations = |mentions: &[crate::model::Mention]| -> Vec<Value> {
        let register = &here.site.library.register;
        let agencies = mentions.iter().filter_map(|mention| register.get(&mention.agency));
        agencies.map(|agency| organization(here, agency)).collect()
    };
    let (agents, participants) = (organizations(&task.lead), organizations(&task.coordinating));
    let is_assigned = !agents.is_empty() || !participants.is_empty();
    let action = json!({ "@type": "Action", "agent": agents, "participant": participants });
    let whole = match plan.domain(&task.domain).filter(|domain| !domain.is_flat()) {
        Some(domain) => {
            let mut node = domain_named(here, plan, domain);
            extend(&mut node, json!({ "isPartOf": plan_named(here, plan) }));
            node
        }
        None => plan_named(here, plan),
    };
    let mut node = task_named(here, plan, task);
    extend(
        &mut node,
        json!({
            "alternateName": task.title,
            "inLanguage": "vi",
            "legislationIdentifier": task_citation(here, plan, task),
            "text": task.text(),
            "temporalCoverage": task.period.as_ref().and_then(coverage),
            "legislationLegalForce":
                task.withdrawn.is_some().then_some("https://schema.org/NotInForce"),
            "about": is_assigned.then_some(action),
            "isPartOf": whole,
            "isBasedOn": plan.documents.first().map(|file| row_of(here, plan, task, file)),
        }),
    );
    node
}

/// The document that a task was taken from, with its number and the task's row in it.
fn row_of(here: &Here<'_>, plan: &Plan, task: &Task, file: &Document) -> Value {
    let mut node = document(here, plan, file);
    let number = &plan.facts.number;
    extend(&mut node, json!({ "legislationIdentifier": number, "position": task.row }));
    node
}

/// A plan by its address and name: its signed title, else its number; a title that the editors gave stands beside it.
pub(super) fn plan_named(here: &Here<'_>, plan: &Plan) -> Value {
    let name = match plan.facts.title_by {
        TitleBy::Signed => plan.facts.title.clone(),
        TitleBy::Editor => numbered_plan(here, plan).unwrap_or_else(|| plan_citation(here, plan)),
    };
    node(here, &Route::Plan(plan.id.clone()), &name)
}

fn domain_named(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Value {
    let route = Route::Domain(plan.id.clone(), domain.id.clone());
    node(here, &route, &domain.title)
}

fn task_named(here: &Here<'_>, plan: &Plan, task: &Task) -> Value {
    node(here, &Route::Task(plan.id.clone(), task.id.clone()), &task_label(here, task))
}

fn node(here: &Here<'_>, route: &Route, name: &str) -> Value {
    json!({ "@type": "Legislation", "@id": here.address(route), "name": name })
}

/// Who issued a plan: the register's agency, where the name is one's; else the words alone.
fn issuer(here: &Here<'_>, plan: &Plan) -> Option<Value> {
    let facts = &plan.facts;
    let name = facts.issuer.as_ref()?;
    let context = NameContext::of_plan(plan.id.as_str(), facts.place.clone(), facts.issued);
    let register = &here.site.library.register;
    let agency = register.resolve(name, &context).ok().and_then(|id| register.get(id));
    Some(agency.map_or_else(|| named(name), |agency| organization(here, agency)))
}

/// A file of the document. That a transcript has no standing of its own is known; what standing a scan has is not.
fn document(here: &Here<'_>, plan: &Plan, document: &Document) -> Value {
    let unofficial = document.role == DocumentRole::Transcript;
    json!({
        "@type": "LegislationObject",
        "contentUrl": here.address(&Route::Document(plan.id.clone(), document.name.clone())),
        "name": document.name,
        "contentSize": format!("{} B", document.file.size),
        "sha256": document.file.sha256,
        "legislationLegalValue": unofficial.then_some("https://schema.org/UnofficialLegalValue"),
    })
}

/// First and last day as an interval of ISO 8601, with ".." for an open end; nothing of what names no day.
pub(super) fn coverage(period: &Period) -> Option<String> {
    let (start, end) = (period.reading.start, period.last_day());
    if start.is_none() && end.is_none() {
        return None;
    }
    let day =
        |day: Option<crate::model::Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    Some(format!("{}/{}", day(start), day(end)))
}

/// A node with further fields.
fn extend(node: &mut Value, fields: Value) {
    if let (Value::Object(node), Value::Object(fields)) = (node, fields) {
        node.extend(fields);
    }
}
