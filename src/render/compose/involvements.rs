//! What an agency has to do, told apart by role: each list by plan and domain or, where it is too long for one page, by plan.

use super::here::Here;
use super::item::{ListKind, Listed, items};
use crate::diagnostic::Diagnostic;
use crate::model::{Agency, DomainId, Plan, PlanId};
use crate::render::view::{InvolvementView, LinkView, SectionView, ShareView};
use crate::site::fragment::{COORDINATED, LED, THROUGH, of_domain, of_plan};
use crate::site::{Route, Share, TaskAt};

/// What an agency has to do in one role.
pub(super) struct List<'a> {
    pub(super) anchor: &'static str,
    pub(super) heading: String,
    pub(super) tasks: Vec<Listed<'a>>,
}

/// How lists are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Task by task; whether the page has filters for them.
    Whole {
        /// Whether it has.
        filters: bool,
    },
    /// As links to the pages of plans.
    ByPlan,
}

/// Led, coordinated, through a collective: always these three.
pub(super) fn lists<'a>(here: &Here<'_>, share: Share<'a>) -> Vec<List<'a>> {
    let direct =
        |list: &[TaskAt]| list.iter().map(|at| Listed { at: *at, through: None }).collect();
    let through = share.through.iter().map(|t| Listed { at: t.at, through: Some(t) }).collect();
    let lists: [(_, _, Vec<Listed<'a>>); 3] = [
        (LED, "involvement_led", direct(share.led)),
        (COORDINATED, "involvement_coordinated", direct(share.coordinated)),
        (THROUGH, "involvement_through", through),
    ];
    let list = |(anchor, key, tasks)| List { anchor, heading: here.say(key, &[]), tasks };
    lists.into_iter().map(list).collect()
}

/// The lists of an agency, finished.
///
/// # Errors
/// Faults of the theme's items.
pub(super) fn involvements(
    here: &Here<'_>,
    agency: &Agency,
    lists: Vec<List<'_>>,
    shown: Shown,
) -> Result<Vec<InvolvementView>, Diagnostic> {
    let view = |list: List<'_>| {
        let List { anchor, heading, tasks } = list;
        let (sections, shares) = match shown {
            Shown::Whole { filters } => (sections(here, anchor, &tasks, filters)?, Vec::new()),
            Shown::ByPlan => (Vec::new(), lists_by_plan(here, agency, anchor, &tasks)),
        };
        Ok(InvolvementView {
            anchor,
            heading,
            count: tasks.len(),
            tasks_in_words: here.tasks_in_words(tasks.len()),
            sections,
            shares,
        })
    };
    lists.into_iter().map(view).collect()
}

/// The tasks of one domain of one plan.
struct Section<'a> {
    plan: &'a Plan,
    domain: &'a DomainId,
    tasks: Vec<Listed<'a>>,
}

/// The tasks of a list by plan and domain, in the order of library and document.
fn sections(
    here: &Here<'_>,
    anchor: &'static str,
    list: &[Listed<'_>],
    filters: bool,
) -> Result<Vec<SectionView>, Diagnostic> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for listed in list {
        let Some((plan, task)) = here.site.task(listed.at) else { continue };
        let is_its = |section: &&mut Section<'_>| {
            section.plan.id == plan.id && *section.domain == task.domain
        };
        // Most often it is the last one.
        match sections.iter_mut().rfind(is_its) {
            Some(section) => section.tasks.push(*listed),
            None => sections.push(Section { plan, domain: &task.domain, tasks: vec![*listed] }),
        }
    }
    let kind = ListKind { filters, lead_known: anchor == LED };
    let plans: Vec<&PlanId> = sections.iter().map(|section| &section.plan.id).collect();
    let plan_at = |index: Option<usize>| index.and_then(|index| plans.get(index)).copied();
    let view = |(index, section): (usize, Section<'_>)| {
        let Section { plan, domain, tasks } = section;
        let starts_plan = plan_at(index.checked_sub(1)) != Some(&plan.id);
        let mut earlier_anchors = here.site.domain_lists(anchor, &plan.id, domain).split_off(1);
        if starts_plan {
            earlier_anchors.extend(here.site.plan_lists(anchor, &plan.id).split_off(1));
        }
        Ok(SectionView {
            anchor: of_domain(anchor, &plan.id, domain),
            earlier_anchors,
            plan: here.plan_link(plan),
            domain: plan.domain(domain).and_then(|domain| here.domain_link(plan, domain)),
            count: tasks.len(),
            tasks_in_words: here.tasks_in_words(tasks.len()),
            items_html: items(here, &tasks, kind)?,
            plan_anchor: starts_plan.then(|| of_plan(anchor, &plan.id)),
            ends_plan: plan_at(index.checked_add(1)) != Some(&plan.id),
        })
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
