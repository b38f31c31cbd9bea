//! Agencies: the list of all by place, and a page for each with its tasks, told apart by role.

use std::collections::BTreeMap;

use super::here::{Here, PlanAt};
use super::row::row;
use super::{Subject, downloads, kind_key, timeline};
use crate::model::{Agency, PartialDate, Plan, Successor, Task};
use crate::render::view::{
    AgenciesView, AgencyEntryView, AgencyView, EndView, InvolvementView, PartnerView, PlaceView,
    PlanShareView, SectionView, SuccessorView, TaskRowView,
};
use crate::site::{Involvement, Role, Route, TaskAt, Through};
use crate::text;

/// How many partners a page lists at most: those named together most often.
const PARTNERS: usize = 30;

/// Longest anchor of a place.
const ANCHOR: usize = 40;

pub(super) fn list_subject(here: &Here<'_>) -> Subject {
    let heading = here.say("agencies_heading", &[]);
    Subject {
        title: heading.clone(),
        heading,
        description: Some(here.say("description_agencies", &[])),
        above: Vec::new(),
    }
}

pub(super) fn subject(here: &Here<'_>, agency: &Agency) -> Subject {
    Subject {
        heading: agency.name.clone(),
        title: agency.name.clone(),
        description: Some(here.say("description_agency", &[("agency", &agency.name)])),
        above: vec![(Route::Agencies, here.say("agencies_heading", &[]))],
    }
}

pub(super) fn plan_subject(here: &Here<'_>, agency: &Agency, plan: &Plan) -> Subject {
    let plan = here.plan_short(plan);
    let values = [("agency", agency.name.as_str()), ("plan", plan.as_str())];
    let heading = here.say("agency_in_plan", &values);
    Subject {
        title: heading.clone(),
        heading,
        description: Some(here.say("description_agency_plan", &values)),
        above: vec![
            (Route::Agencies, here.say("agencies_heading", &[])),
            (Route::Agency(agency.id.clone()), agency.name.clone()),
        ],
    }
}

/// All agencies by place: the plans' places first, then the others, agencies of no place last.
pub(super) fn list(here: &Here<'_>) -> AgenciesView {
    let register = &here.site.library.register;
    let mut order: Vec<&str> = Vec::new();
    let of_plans = here.site.library.plans.iter().map(|plan| plan.facts.place.as_deref());
    let of_agencies = register.iter().map(|agency| agency.place.as_deref());
    for place in of_plans.chain(of_agencies).flatten() {
        if !order.contains(&place) {
            order.push(place);
        }
    }
    let place_view = |place: Option<&str>| {
        let mut agencies: Vec<&Agency> =
            register.iter().filter(|agency| agency.place.as_deref() == place).collect();
        agencies.sort_by(|a, b| {
            let rank =
                |agency: &Agency| (here.site.involvement(&agency.id).count() == 0, agency.kind);
            rank(a).cmp(&rank(b)).then_with(|| text::compare(&a.name, &b.name))
        });
        let name = place.map_or_else(|| here.say("place_none", &[]), str::to_owned);
        PlaceView {
            anchor: text::slug(&name, ANCHOR),
            name,
            agencies: agencies.into_iter().map(|agency| entry(here, agency)).collect(),
        }
    };
    let places = order
        .into_iter()
        .map(Some)
        .chain([None])
        .map(place_view)
        .filter(|place| !place.agencies.is_empty());
    AgenciesView { places: places.collect(), count: register.iter().count() }
}

fn entry(here: &Here<'_>, agency: &Agency) -> AgencyEntryView {
    let involvement = here.site.involvement(&agency.id);
    AgencyEntryView {
        agency: here.agency_link(agency),
        kind: here.say(&kind_key(agency.kind), &[]),
        led: involvement.led.len(),
        coordinated: involvement.coordinated.len(),
        through: involvement.through.len(),
        ended: agency.ended.is_some(),
    }
}

/// An agency's page; with a plan, its page for that plan.
pub(super) fn page(here: &Here<'_>, agency: &Agency, only: Option<PlanAt<'_>>) -> AgencyView {
    let register = &here.site.library.register;
    let involvement = here.site.involvement(&agency.id);
    let split = here.site.is_split(&agency.id) && only.is_none();
    let mut tasks: Vec<TaskAt> = involvement.tasks().into_iter().collect();
    tasks.retain(|task| only.is_none_or(|at| at.index == task.plan));
    let linked = |ids: &[crate::model::AgencyId]| {
        ids.iter().filter_map(|id| register.get(id)).map(|a| here.agency_link(a)).collect()
    };
    AgencyView {
        id: agency.id.to_string(),
        name: agency.name.clone(),
        place: agency.place.clone(),
        kind: here.say(&kind_key(agency.kind), &[]),
        collective: agency.is_collective(),
        aliases: agency.aliases.clone(),
        ended: agency.ended.as_ref().map(|end| EndView {
            on: end.on.in_words(),
            basis: end.basis.clone(),
            certain: end.certainty.is_certain(),
        }),
        successors: agency
            .successors
            .iter()
            .filter_map(|successor| {
                Some(relative_view(here, register.get(&successor.id)?, successor))
            })
            .collect(),
        predecessors: register
            .predecessors_of(&agency.id)
            .flat_map(|before| {
                let links = before.successors.iter().filter(|link| link.id == agency.id);
                links.map(move |link| relative_view(here, before, link))
            })
            .collect(),
        members: linked(&agency.members),
        members_basis: agency.members_basis.clone(),
        members_certain: agency.members_certainty.is_certain(),
        collectives: register.collectives_of(&agency.id).map(|a| here.agency_link(a)).collect(),
        involvements: involvements(here, involvement, only, split),
        timeline: timeline::of_tasks(here, &tasks),
        partners: partners(here, involvement),
        by_plan: if split { shares(here, agency, involvement) } else { Vec::new() },
        plan: only.map(|at| here.plan_link(at.plan)),
        downloads: downloads::of_agency(here, agency, only),
    }
}

fn relative_view(here: &Here<'_>, other: &Agency, link: &Successor) -> SuccessorView {
    SuccessorView {
        agency: here.agency_link(other),
        since: link.since.map(PartialDate::in_words),
        basis: link.basis.clone(),
        certain: link.certainty.is_certain(),
    }
}

/// A task in a list, and the collective through which it got there.
struct Listed<'a> {
    at: TaskAt,
    through: Option<&'a Through>,
}

/// Led, coordinated, through a collective: always these three.
fn involvements(
    here: &Here<'_>,
    involvement: &Involvement,
    only: Option<PlanAt<'_>>,
    split: bool,
) -> Vec<InvolvementView> {
    let direct = |list: &[TaskAt]| -> Vec<Listed<'_>> {
        list.iter().map(|at| Listed { at: *at, through: None }).collect()
    };
    let through = involvement.through.iter().map(|t| Listed { at: t.at, through: Some(t) });
    let lists = [
        ("chu-tri", "involvement_led", direct(&involvement.led)),
        ("phoi-hop", "involvement_coordinated", direct(&involvement.coordinated)),
        ("trong-nhom", "involvement_through", through.collect()),
    ];
    let view = |(anchor, key, mut list): (&'static str, &str, Vec<Listed<'_>>)| {
        list.retain(|listed| only.is_none_or(|at| at.index == listed.at.plan));
        InvolvementView {
            anchor,
            heading: here.say(key, &[]),
            count: list.len(),
            tasks_in_words: here.tasks_in_words(list.len()),
            sections: if split { Vec::new() } else { sections(here, anchor, &list) },
        }
    };
    lists.into_iter().map(view).collect()
}

/// The tasks of a list by plan and domain, in the order of library and document.
fn sections(here: &Here<'_>, anchor: &str, list: &[Listed<'_>]) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for listed in list {
        let Some((plan, task)) = here.site.task(listed.at) else { continue };
        let section_anchor = format!("{anchor}-{}-{}", plan.id, task.domain);
        let row = listed_row(here, plan, task, listed.through);
        // Most often it is the last one.
        match sections.iter_mut().rfind(|section| section.anchor == section_anchor) {
            Some(section) => section.tasks.push(row),
            None => sections.push(SectionView {
                anchor: section_anchor,
                plan: here.plan_link(plan),
                domain: plan.domain(&task.domain).and_then(|d| here.domain_link(plan, d)),
                tasks: vec![row],
            }),
        }
    }
    sections
}

fn listed_row(here: &Here<'_>, plan: &Plan, task: &Task, through: Option<&Through>) -> TaskRowView {
    let collective = through.and_then(|t| here.site.library.register.get(&t.collective));
    let role = through.map(|through| match through.role {
        Role::Lead => here.say("role_lead", &[]),
        Role::Coordinating => here.say("role_coordinating", &[]),
    });
    TaskRowView { through: collective.map(|a| here.agency_link(a)), role, ..row(here, plan, task) }
}

fn partners(here: &Here<'_>, involvement: &Involvement) -> Vec<PartnerView> {
    let register = &here.site.library.register;
    let named = involvement.partners.iter();
    let mut partners: Vec<(&Agency, usize)> =
        named.filter_map(|(id, count)| Some((register.get(id)?, *count))).collect();
    partners.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| text::compare(&a.name, &b.name)));
    let view = |(agency, count)| PartnerView { agency: here.agency_link(agency), count };
    partners.into_iter().take(PARTNERS).map(view).collect()
}

/// How the tasks of an agency divide into plans, each with a page.
fn shares(here: &Here<'_>, agency: &Agency, involvement: &Involvement) -> Vec<PlanShareView> {
    let count = |list: &mut dyn Iterator<Item = TaskAt>| -> BTreeMap<usize, usize> {
        let mut counts = BTreeMap::new();
        for at in list {
            *counts.entry(at.plan).or_default() += 1;
        }
        counts
    };
    let led = count(&mut involvement.led.iter().copied());
    let coordinated = count(&mut involvement.coordinated.iter().copied());
    let through = count(&mut involvement.through.iter().map(|through| through.at));
    let of = |counts: &BTreeMap<usize, usize>, plan| counts.get(&plan).copied().unwrap_or_default();
    let share = |plan: &Plan| {
        let index = here.plan_at(&plan.id)?.index;
        let route = Route::AgencyPlan(agency.id.clone(), plan.id.clone());
        Some(PlanShareView {
            page: here.link(&route, here.plan_short(plan)),
            led: of(&led, index),
            coordinated: of(&coordinated, index),
            through: of(&through, index),
        })
    };
    here.site.plans_of(&agency.id).into_iter().filter_map(share).collect()
}
