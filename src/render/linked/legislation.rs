//! A plan and its parts as `Legislation`, from plan to domain to task.
//!
//! A task is a part of the document, and its subject an `Action`: whoever leads acts, whoever coordinates takes part. The
//! days are the document's (`temporalCoverage`). Of a task's standing only a withdrawal is told; results are recorded in words.

use super::agency::{named, organization};
use super::place;
use super::thing::{Said, Thing};
use crate::model::{Document, DocumentRole, Domain, NameContext, Period, Plan, Task, TitleBy};
use crate::render::compose::{
    Here, domain_citation, numbered_plan, plan_citation, task_citation, task_label,
};
use crate::site::Route;
use crate::text;

/// A plan with what is known of the document.
pub(super) fn plan(here: &Here<'_>, plan: &Plan) -> Thing {
    let facts = &plan.facts;
    let domains = plan.domains.iter().filter(|domain| !domain.is_flat());
    let mut parts: Vec<Thing> = domains.map(|domain| domain_named(here, plan, domain)).collect();
    if parts.is_empty() {
        parts.extend(plan.tasks.iter().map(|task| task_named(here, plan, task)));
    }
    let documents = plan.documents.iter();
    plan_named(here, plan)
        .with("alternateName", (facts.title_by == TitleBy::Editor).then_some(&facts.title))
        .with("abstract", facts.summary.as_ref())
        .with("inLanguage", "vi")
        .with("legislationIdentifier", facts.number.as_ref())
        .with("legislationType", facts.document_type.as_ref())
        .with("legislationDate", facts.issued.map(|issued| issued.to_string()))
        .with("legislationPassedBy", issuer(here, plan))
        .with("legislationJurisdiction", place(facts.place.as_ref()))
        .with("temporalCoverage", facts.period.as_ref().and_then(coverage))
        .with("hasPart", parts.into_iter().collect::<Said>())
        .with("encoding", documents.map(|file| document(here, plan, file)).collect::<Said>())
}

/// A domain with its tasks.
pub(super) fn domain(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Thing {
    let tasks = plan.tasks_of(domain).map(|task| task_named(here, plan, task));
    domain_named(here, plan, domain)
        .with("inLanguage", "vi")
        .with("legislationIdentifier", domain_citation(here, plan, domain))
        .with("position", text::said_number(&domain.number))
        .with("isPartOf", plan_named(here, plan))
        .with("hasPart", tasks.collect::<Said>())
}

/// A task with its words, and who is to do what it says.
pub(super) fn task(here: &Here<'_>, plan: &Plan, task: &Task) -> Thing {
    let organizations = |mentions: &[crate::model::Mention]| -> Said {
        let register = &here.site.library.register;
        let agencies = mentions.iter().filter_map(|mention| register.get(&mention.agency));
        agencies.map(|agency| organization(here, agency)).collect()
    };
    let (agents, participants) = (organizations(&task.lead), organizations(&task.coordinating));
    let is_assigned = agents != Said::Nothing || participants != Said::Nothing;
    let action = Thing::of("Action").with("agent", agents).with("participant", participants);
    let plan_named = plan_named(here, plan);
    let whole = match plan.domain(&task.domain).filter(|domain| !domain.is_flat()) {
        Some(domain) => domain_named(here, plan, domain).with("isPartOf", plan_named),
        None => plan_named,
    };
    let not_in_force = task.withdrawn.as_ref().map(|_| "https://schema.org/NotInForce");
    task_named(here, plan, task)
        .with("alternateName", task.title.as_ref())
        .with("inLanguage", "vi")
        .with("legislationIdentifier", task_citation(here, plan, task))
        .with("text", task.text())
        .with("temporalCoverage", task.period.as_ref().and_then(coverage))
        .with("legislationLegalForce", not_in_force)
        .with("about", is_assigned.then_some(action))
        .with("isPartOf", whole)
        .with("isBasedOn", plan.documents.first().map(|file| row_of(here, plan, task, file)))
}

/// The document that a task was taken from, with its number and the task's row in it.
fn row_of(here: &Here<'_>, plan: &Plan, task: &Task, file: &Document) -> Thing {
    document(here, plan, file)
        .with("legislationIdentifier", plan.facts.number.as_ref())
        .with("position", task.row.as_ref())
}

/// A plan by its address and name: its signed title, else its number; a title that the editors gave stands beside it.
pub(super) fn plan_named(here: &Here<'_>, plan: &Plan) -> Thing {
    let name = match plan.facts.title_by {
        TitleBy::Signed => plan.facts.title.clone(),
        TitleBy::Editor => numbered_plan(here, plan).unwrap_or_else(|| plan_citation(here, plan)),
    };
    node(here, &Route::Plan(plan.id.clone()), &name)
}

fn domain_named(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Thing {
    let route = Route::Domain(plan.id.clone(), domain.id.clone());
    node(here, &route, &domain.title)
}

fn task_named(here: &Here<'_>, plan: &Plan, task: &Task) -> Thing {
    node(here, &Route::Task(plan.id.clone(), task.id.clone()), &task_label(here, task))
}

fn node(here: &Here<'_>, route: &Route, name: &str) -> Thing {
    Thing::of("Legislation").with("@id", here.address(route)).with("name", name)
}

/// Who issued a plan: the register's agency, where the name is one's; else the words alone.
fn issuer(here: &Here<'_>, plan: &Plan) -> Option<Thing> {
    let facts = &plan.facts;
    let name = facts.issuer.as_ref()?;
    let context = NameContext::of_plan(plan.id.as_str(), facts.place.clone(), facts.issued);
    let register = &here.site.library.register;
    let agency = register.resolve(name, &context).ok().and_then(|id| register.get(id));
    Some(agency.map_or_else(|| named(name), |agency| organization(here, agency)))
}

/// A file of the document. That a transcript has no standing of its own is known; what standing a scan has is not.
fn document(here: &Here<'_>, plan: &Plan, document: &Document) -> Thing {
    let unofficial = (document.role == DocumentRole::Transcript)
        .then_some("https://schema.org/UnofficialLegalValue");
    Thing::of("LegislationObject")
        .with("contentUrl", here.address(&Route::Document(plan.id.clone(), document.name.clone())))
        .with("name", &document.name)
        .with("contentSize", format!("{} B", document.file.size))
        .with("sha256", &document.file.sha256)
        .with("legislationLegalValue", unofficial)
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
