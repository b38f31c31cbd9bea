//! A plan, its domains, and its table.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Subject;
use super::here::{Here, PlanAt};
use super::label::domain_place;
use super::lists::Within;
use super::row::period;
use super::table::{self, domain_rows};
use super::{cite, downloads, filters, lists, matrix, timeline};
use crate::model::{Agency, AgencyId, Document, Domain, Group, Period, Plan, RelationKind, Task};
use crate::render::view::{
    DocumentView, DomainEntryView, DomainView, GroupView, LeadView, PartView, PlanView,
    RelationView, YearEntryView,
};
use crate::site::fragment::group_row;
use crate::site::{Route, TaskAt};
use crate::text;

pub(super) fn subject(here: &Here<'_>, at: PlanAt<'_>) -> Subject {
    let title = &at.plan.facts.title;
    let tasks = here.tasks_in_words(at.plan.tasks.len());
    Subject {
        heading: title.clone(),
        title: title.clone(),
        description: Some(here.say("description_plan", &[("title", title), ("tasks", &tasks)])),
        above: Vec::new(),
    }
}

pub(super) fn edition_subject(here: &Here<'_>, at: PlanAt<'_>) -> Subject {
    let title = &at.plan.facts.title;
    Subject {
        heading: title.clone(),
        title: here.say("edition_title", &[("title", title)]),
        description: Some(here.say("description_edition", &[("title", title)])),
        above: vec![(Route::Plan(at.plan.id.clone()), here.plan_short(at.plan))],
    }
}

pub(super) fn domain_subject(here: &Here<'_>, at: PlanAt<'_>, domain: &Domain) -> Subject {
    let plan = here.plan_short(at.plan);
    let tasks = here.tasks_in_words(at.plan.tasks_of(domain).count());
    let heading = here.heading(&domain.number, &domain.title);
    let place = domain_place(here, domain);
    let values =
        [("title", heading.as_str()), ("place", &place), ("plan", &plan), ("tasks", &tasks)];
    Subject {
        description: Some(here.say("description_domain", &values)),
        title: heading.clone(),
        heading,
        above: vec![(Route::Plan(at.plan.id.clone()), plan)],
    }
}

/// A plan with its whole table.
pub(super) fn whole(here: &Here<'_>, at: PlanAt<'_>) -> PlanView {
    let tasks = at.plan.domains.iter().flat_map(|domain| tasks_of(at, domain));
    PlanView {
        filters: filters::of_tasks(here, tasks),
        rows: table::table(here, at.plan),
        timeline: timeline::of_plan(here, at),
        matrix: matrix::matrix(here, at),
        ..summary(here, at)
    }
}

/// The tasks of a domain, in the order of the document.
fn tasks_of<'a>(at: PlanAt<'a>, domain: &'a Domain) -> impl Iterator<Item = TaskAt> + 'a {
    let tasks = at.plan.tasks.iter().enumerate().filter(|(_, task)| task.domain == domain.id);
    tasks.map(move |(task, _)| TaskAt { plan: at.index, task })
}

/// A plan as one document to read offline and to print: its words, and none of the pictures that lead through a site.
pub(super) fn edition(here: &Here<'_>, at: PlanAt<'_>) -> PlanView {
    PlanView { rows: table::table(here, at.plan), ..summary(here, at) }
}

/// A plan without its table, as the home page shows it.
pub(super) fn summary(here: &Here<'_>, at: PlanAt<'_>) -> PlanView {
    let plan = at.plan;
    let facts = &plan.facts;
    let is_ongoing = |task: &&Task| task.period.as_ref().is_some_and(Period::is_ongoing);
    let ongoing_count = plan.tasks.iter().filter(is_ongoing).count();
    PlanView {
        id: plan.id.to_string(),
        href: here.href(&Route::Plan(plan.id.clone())),
        short: here.plan_short(plan),
        number: facts.number.clone(),
        document_type: facts.document_type.clone(),
        title: facts.title.clone(),
        title_by_editor: facts.title_by == crate::model::TitleBy::Editor,
        // A signed title holds it, and would say it twice.
        summary: facts.summary.clone().filter(|summary| !facts.title.contains(summary.as_str())),
        issuer: facts.issuer.clone(),
        place: facts.place.clone(),
        issued: facts.issued.map(|date| here.date(date)),
        signer: facts.signer.clone(),
        signer_role: facts.signer_role.clone(),
        relations: relations(here, plan),
        period: facts.period.as_ref().map(|printed| period(here, printed)),
        introduction_html: here.html(plan.introduction.markdown.text()),
        documents: plan.documents.iter().map(|file| document(here, plan, file)).collect(),
        parts: parts(here, plan),
        years: years(here, at),
        leads: leads(here, plan.tasks.iter(), Within::Plan(plan)),
        downloads: downloads::of_plan(here, plan),
        edition: here.link(&Route::Edition(plan.id.clone()), here.say("edition_link", &[])),
        cite: cite::plan(here, plan),
        task_count: plan.tasks.len(),
        domain_count: plan.domains.iter().filter(|domain| !domain.is_flat()).count(),
        ongoing_count,
        ongoing_list: lists::ongoing(here, at),
        ongoing_in_words: here.tasks_in_words(ongoing_count),
        tasks_in_words: here.tasks_in_words(plan.tasks.len()),
        timeline: None,
        matrix: None,
        filters: None,
        rows: Vec::new(),
    }
}

/// A domain's own page.
pub(super) fn domain(here: &Here<'_>, at: PlanAt<'_>, domain: &Domain) -> DomainView {
    let plan = at.plan;
    let pages: Vec<&Domain> = plan.domains.iter().filter(|domain| !domain.is_flat()).collect();
    let index = pages.iter().position(|page| page.id == domain.id).unwrap_or_default();
    let neighbour = |index: Option<usize>| {
        let page = index.and_then(|index| pages.get(index))?;
        Some(here.in_parts(here.domain_link(plan, page)?))
    };
    let tasks: Vec<TaskAt> = tasks_of(at, domain).collect();
    let count = tasks.len();
    DomainView {
        id: domain.id.to_string(),
        number: domain.number.clone(),
        title: domain.title.clone(),
        place_in_plan: domain_place(here, domain),
        part: part_heading(here, plan, domain),
        plan: here.plan_link(plan),
        introduction_html: here.html(domain.introduction.markdown.text()),
        groups: domain.groups.iter().map(|g| group(here, plan, domain, g)).collect(),
        filters: filters::of_tasks(here, tasks.iter().copied()),
        rows: domain_rows(here, plan, domain, table::Within::Domain),
        timeline: timeline::of_tasks(here, &tasks),
        leads: leads(here, plan.tasks_of(domain), Within::Domain(plan, domain)),
        downloads: downloads::of_domain(here, plan, domain),
        cite: cite::domain(here, plan, domain),
        task_count: count,
        tasks_in_words: here.tasks_in_words(count),
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
    }
}

/// The heading of the part that a domain belongs to; none where the domain is the part itself.
pub(super) fn part_heading(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Option<String> {
    let part = plan.part(domain.part.as_ref()?).filter(|_| !domain.stands_for_part())?;
    Some(here.heading(&part.number, &part.title))
}

/// A group and its row on the domain's page; in a flat plan, on the plan's.
pub(super) fn group(here: &Here<'_>, plan: &Plan, domain: &Domain, group: &Group) -> GroupView {
    let page = if domain.is_flat() {
        Route::Plan(plan.id.clone())
    } else {
        Route::Domain(plan.id.clone(), domain.id.clone())
    };
    GroupView {
        number: group.number.clone(),
        title: group.title.clone(),
        href: format!("{}#{}", here.href(&page), group_row(None, group)),
    }
}

pub(super) fn document(here: &Here<'_>, plan: &Plan, document: &Document) -> DocumentView {
    let file = document.name.clone();
    DocumentView {
        href: here.href(&Route::Document(plan.id.clone(), file.clone())),
        role: here.say(&format!("role_{}", document.role.as_str()), &[]),
        from: document.from.clone(),
        sha256: document.file.sha256.clone(),
        size: here.size(document.file.size),
        file,
    }
}

fn relations(here: &Here<'_>, plan: &Plan) -> Vec<RelationView> {
    let relation = |relation: &crate::model::Relation| {
        let key = match relation.kind {
            RelationKind::AttachedTo => "relation_attached_to",
            RelationKind::AmendedBy => "relation_amended_by",
            RelationKind::ReplacedBy => "relation_replaced_by",
        };
        RelationView {
            label: here.say(key, &[]),
            document: relation.document.clone(),
            basis: relation.basis.clone(),
        }
    };
    plan.facts.relations.iter().map(relation).collect()
}

fn parts(here: &Here<'_>, plan: &Plan) -> Vec<PartView> {
    let mut parts: Vec<PartView> = Vec::new();
    for domain in plan.domains.iter().filter(|domain| !domain.is_flat()) {
        let part = domain.part.as_deref().and_then(|number| plan.part(number));
        let number = part.map(|part| part.number.clone()).unwrap_or_default();
        let count = plan.tasks_of(domain).count();
        let entry = DomainEntryView {
            id: domain.id.to_string(),
            href: here.href(&Route::Domain(plan.id.clone(), domain.id.clone())),
            number: domain.number.clone(),
            title: domain.title.clone(),
            count,
            tasks_in_words: here.tasks_in_words(count),
        };
        match parts.last_mut() {
            Some(last) if last.number == number => last.domains.push(entry),
            _ => parts.push(PartView {
                title: part.map(|part| part.title.clone()).unwrap_or_default(),
                number,
                domains: vec![entry],
            }),
        }
    }
    parts
}

fn years(here: &Here<'_>, at: PlanAt<'_>) -> Vec<YearEntryView> {
    let years = here.site.calendar(at.index).map(|calendar| calendar.years.as_slice());
    let entry = |year: &crate::site::Year| YearEntryView {
        year: year.year,
        href: here.href(&Route::Year(at.plan.id.clone(), year.year)),
        count: year.count(),
        tasks_in_words: here.tasks_in_words(year.count()),
        list: lists::dated(here, at.plan, year.year),
    };
    years.unwrap_or_default().iter().map(entry).collect()
}

/// The agencies that lead some tasks, those with most first, then by name.
pub(super) fn leads<'t>(
    here: &Here<'_>,
    tasks: impl Iterator<Item = &'t Task>,
    within: Within<'_>,
) -> Vec<LeadView> {
    let mut counts: BTreeMap<&AgencyId, usize> = BTreeMap::new();
    for task in tasks {
        let mut ids: Vec<&AgencyId> = task.lead.iter().map(|mention| &mention.agency).collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            *counts.entry(id).or_default() += 1;
        }
    }
    let register = &here.site.library.register;
    let named = counts.into_iter().filter_map(|(id, count)| Some((register.get(id)?, count)));
    let mut leads: Vec<(&Agency, usize)> = named.collect();
    leads.sort_by_cached_key(|(lead, count)| (Reverse(*count), text::sort_key(&lead.name)));
    let view = |(agency, count)| LeadView {
        agency: here.agency_link(agency),
        count,
        tasks_in_words: here.tasks_in_words(count),
        list: lists::led(here, agency, within),
    };
    leads.into_iter().map(view).collect()
}
