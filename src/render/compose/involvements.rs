//! What an agency has to do, told apart by role: each list by plan and domain or, where it is too long for one page, by plan.

use super::here::{Here, PlanAt};
use super::row::row;
use crate::model::{Agency, DomainId, Plan, PlanId, Task};
use crate::render::view::{InvolvementView, LinkView, SectionView, ShareView, TaskRowView};
use crate::site::fragment::{COORDINATED, LED, THROUGH, of_domain, of_plan};
use crate::site::{Role, Route, TaskAt, Through};

/// Led, coordinated, through a collective: always these three; with a plan, only its tasks.
pub(super) fn involvements(
    here: &Here<'_>,
    agency: &Agency,
    only: Option<PlanAt<'_>>,
) -> Vec<InvolvementView> {
    let involvement = here.site.involvement(&agency.id);
    let split = here.site.is_split(&agency.id) && only.is_none();
    let direct = |list: &[TaskAt]| -> Vec<Listed<'_>> {
        list.iter().map(|at| Listed { at: *at, through: None }).collect()
    };
    let through = involvement.through.iter().map(|t| Listed { at: t.at, through: Some(t) });
    let lists = [
        (LED, "involvement_led", direct(&involvement.led)),
        (COORDINATED, "involvement_coordinated", direct(&involvement.coordinated)),
        (THROUGH, "involvement_through", through.collect()),
    ];
    let view = |(anchor, key, mut list): (&'static str, &str, Vec<Listed<'_>>)| {
        list.retain(|listed| only.is_none_or(|at| at.index == listed.at.plan));
        InvolvementView {
            anchor,
            heading: here.say(key, &[]),
            count: list.len(),
            tasks_in_words: here.tasks_in_words(list.len()),
            sections: if split { Vec::new() } else { sections(here, anchor, &list) },
            shares: if split { lists_by_plan(here, agency, anchor, &list) } else { Vec::new() },
        }
    };
    lists.into_iter().map(view).collect()
}

/// A task in a list, and the collective through which it got there.
struct Listed<'a> {
    at: TaskAt,
    through: Option<&'a Through>,
}

/// The tasks of one domain of one plan.
struct Section<'a> {
    plan: &'a Plan,
    domain: &'a DomainId,
    tasks: Vec<TaskRowView>,
}

/// The tasks of a list by plan and domain, in the order of library and document.
fn sections(here: &Here<'_>, anchor: &str, list: &[Listed<'_>]) -> Vec<SectionView> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for listed in list {
        let Some((plan, task)) = here.site.task(listed.at) else { continue };
        let row = listed_row(here, plan, task, listed.through);
        let is_its = |section: &&mut Section<'_>| {
            section.plan.id == plan.id && *section.domain == task.domain
        };
        // Most often it is the last one.
        match sections.iter_mut().rfind(is_its) {
            Some(section) => section.tasks.push(row),
            None => sections.push(Section { plan, domain: &task.domain, tasks: vec![row] }),
        }
    }
    let plans: Vec<&PlanId> = sections.iter().map(|section| &section.plan.id).collect();
    let plan_at = |index: Option<usize>| index.and_then(|index| plans.get(index)).copied();
    let view = |(index, section): (usize, Section<'_>)| {
        let Section { plan, domain, tasks } = section;
        let starts_plan = plan_at(index.checked_sub(1)) != Some(&plan.id);
        let mut earlier_anchors = here.site.domain_lists(anchor, &plan.id, domain).split_off(1);
        if starts_plan {
            earlier_anchors.extend(here.site.plan_lists(anchor, &plan.id).split_off(1));
        }
        SectionView {
            anchor: of_domain(anchor, &plan.id, domain),
            earlier_anchors,
            plan: here.plan_link(plan),
            domain: plan.domain(domain).and_then(|domain| here.domain_link(plan, domain)),
            tasks_in_words: here.tasks_in_words(tasks.len()),
            tasks,
            plan_anchor: starts_plan.then(|| of_plan(anchor, &plan.id)),
            ends_plan: plan_at(index.checked_add(1)) != Some(&plan.id),
        }
    };
    sections.into_iter().enumerate().map(view).collect()
}

/// How a list too long for one page divides into the pages of plans.
fn lists_by_plan(
    here: &Here<'_>,
    agency: &Agency,
    anchor: &str,
    list: &[Listed<'_>],
) -> Vec<ShareView> {
    let share = |plan: &Plan| {
        let index = here.plan_at(&plan.id)?.index;
        let route = Route::AgencyPlan(agency.id.clone(), plan.id.clone());
        let page = here.link(&route, here.plan_short(plan));
        let tasks: Vec<TaskAt> =
            list.iter().map(|listed| listed.at).filter(|at| at.plan == index).collect();
        let count = tasks.len();
        let anchors = here.site.list_fragments_of(anchor, &tasks);
        let list = LinkView { href: format!("{}#{anchor}", page.href), ..page };
        let tasks_in_words = here.tasks_in_words(count);
        (count > 0).then_some(ShareView { list, anchors, count, tasks_in_words })
    };
    here.site.plans_of(&agency.id).into_iter().filter_map(share).collect()
}

fn listed_row(here: &Here<'_>, plan: &Plan, task: &Task, through: Option<&Through>) -> TaskRowView {
    let collective = through.and_then(|t| here.site.library.register.get(&t.collective));
    let role = through.map(|through| match through.role {
        Role::Lead => here.say("role_lead", &[]),
        Role::Coordinating => here.say("role_coordinating", &[]),
    });
    TaskRowView { through: collective.map(|a| here.agency_link(a)), role, ..row(here, plan, task) }
}
