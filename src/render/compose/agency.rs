//! Agencies: the list of all by place, and a page for each with its tasks, told apart by role.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::here::{Here, PlanAt};
use super::involvements::Shown;
use super::label::task_label;
use super::{Subject, downloads, filters, involvements, kind_key, timeline};
use crate::diagnostic::Diagnostic;
use crate::model::{Agency, Plan, Successor};
use crate::render::view::{
    AgenciesView, AgencyEntryView, AgencyView, EndView, PartnerView, PlaceView, PlanShareView,
    SuccessorView, TaskLinkView,
};
use crate::site::{Involvement, Route, Shared, TaskAt};
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
        agencies.sort_by_cached_key(|agency| {
            let is_idle = here.site.involvement(&agency.id).count() == 0;
            (is_idle, agency.kind, text::sort_key(&agency.name))
        });
        let name = place.map_or_else(|| here.say("place_none", &[]), str::to_owned);
        PlaceView {
            anchor: text::slug(&name, ANCHOR),
            lang_html: if place.is_some() { here.lang_html() } else { "" },
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
    let count = register.iter().count();
    AgenciesView {
        places: places.collect(),
        count,
        agencies_in_words: here.counted("agencies_count", count),
    }
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
///
/// # Errors
/// Faults of the theme's items.
pub(super) fn page(
    here: &Here<'_>,
    agency: &Agency,
    only: Option<PlanAt<'_>>,
) -> Result<AgencyView, Diagnostic> {
    let register = &here.site.library.register;
    let involvement = here.site.involvement(&agency.id);
    let share = involvement.within(only.map(|at| at.index));
    let split = here.site.is_split(&agency.id) && only.is_none();
    let linked = |ids: &[crate::model::AgencyId]| {
        ids.iter().filter_map(|id| register.get(id)).map(|a| here.agency_link(a)).collect()
    };
    let lists = involvements::lists(here, share);
    let filters = if split { None } else { filters::of_agency(here, agency, &lists) };
    let shown = if split { Shown::ByPlan } else { Shown::Whole { filters: filters.is_some() } };
    Ok(AgencyView {
        id: agency.id.to_string(),
        name: agency.name.clone(),
        place: agency.place.clone(),
        kind: here.say(&kind_key(agency.kind), &[]),
        collective: agency.is_collective(),
        aliases: agency.aliases.clone(),
        ended: agency.ended.as_ref().map(|end| EndView {
            on: here.date(end.on),
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
        filters,
        involvements: involvements::involvements(here, agency, lists, shown)?,
        timeline: timeline::of_tasks(here, &share.tasks()),
        partners: if only.is_none() { partners(here, agency) } else { Vec::new() },
        by_plan: if split { shares(here, agency, involvement) } else { Vec::new() },
        plan: only.map(|at| here.plan_link(at.plan)),
        downloads: downloads::of_agency(here, agency, only),
    })
}

fn relative_view(here: &Here<'_>, other: &Agency, link: &Successor) -> SuccessorView {
    SuccessorView {
        agency: here.agency_link(other),
        since: link.since.map(|since| here.date(since)),
        basis: link.basis.clone(),
        certain: link.certainty.is_certain(),
    }
}

fn partners(here: &Here<'_>, agency: &Agency) -> Vec<PartnerView> {
    let register = &here.site.library.register;
    let named = here.site.involvement(&agency.id).partners.iter();
    let mut partners: Vec<(&Agency, &Shared)> =
        named.filter_map(|(id, shared)| Some((register.get(id)?, shared))).collect();
    partners.sort_by_cached_key(|(partner, shared)| {
        (Reverse(shared.count), text::sort_key(&partner.name))
    });
    let is_split = here.site.is_split(&agency.id);
    let view = |(partner, shared): (&Agency, &Shared)| {
        let listed = if is_split { &[] } else { shared.tasks.as_slice() };
        PartnerView {
            agency: here.agency_link(partner),
            count: shared.count,
            tasks_in_words: here.counted("shared_count", shared.count),
            tasks: listed.iter().filter_map(|at| task_link(here, *at)).collect(),
        }
    };
    partners.into_iter().take(PARTNERS).map(view).collect()
}

fn task_link(here: &Here<'_>, at: TaskAt) -> Option<TaskLinkView> {
    let (plan, task) = here.site.task(at)?;
    let route = Route::Task(plan.id.clone(), task.id.clone());
    Some(TaskLinkView {
        key: format!("{}/{}", plan.id, task.id),
        page: here.link(&route, task_label(here, task)),
    })
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
