//! The table of a plan: headings and tasks in the published order.

use super::here::Here;
use super::row::row;
use crate::model::{Domain, Group, Plan};
use crate::render::view::RowView;
use crate::site::Route;
use crate::site::fragment::{domain_row, group_row, part_row};

/// The whole table in the published order: parts, domains and groups where their first task stands.
pub(super) fn table(here: &Here<'_>, plan: &Plan) -> Vec<RowView> {
    let mut rows = Vec::new();
    let mut part: Option<&str> = None;
    for domain in &plan.domains {
        let number = domain.part.as_deref();
        if let Some(new) = number.filter(|_| number != part).and_then(|number| plan.part(number)) {
            rows.push(RowView {
                kind: "part",
                level: 1,
                anchor: part_row(&new.number),
                earlier_anchors: Vec::new(),
                number: new.number.clone(),
                title: new.title.clone(),
                href: None,
                task: None,
            });
        }
        part = number;
        let is_part = domain.stands_for_part();
        if !domain.is_flat() && !is_part {
            rows.push(RowView {
                kind: "domain",
                level: 2,
                anchor: domain_row(&domain.id),
                earlier_anchors: here.site.earlier_domain_rows(plan, &domain.id),
                number: domain.number.clone(),
                title: domain.title.clone(),
                href: Some(here.href(&Route::Domain(plan.id.clone(), domain.id.clone()))),
                task: None,
            });
        } else if let Some(last) = rows.last_mut().filter(|_| is_part) {
            last.href = Some(here.href(&Route::Domain(plan.id.clone(), domain.id.clone())));
        }
        rows.extend(domain_rows(here, plan, domain, Within::Plan));
    }
    rows
}

/// On whose page rows of a domain stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// Its plan's, where groups of several domains may bear one number.
    Plan,
    /// Its own.
    Domain,
}

/// The groups and tasks of a domain. A group's row stands before its first task; groups without tasks stand at the end.
pub(super) fn domain_rows(
    here: &Here<'_>,
    plan: &Plan,
    domain: &Domain,
    within: Within,
) -> Vec<RowView> {
    let mut rows = Vec::new();
    let mut shown: Vec<&str> = Vec::new();
    let named = (within == Within::Plan && !domain.is_flat()).then_some(&domain.id);
    let heading = |group: &Group, level: usize| RowView {
        kind: "group",
        level,
        anchor: group_row(named, group),
        earlier_anchors: named
            .map(|domain| here.site.earlier_group_rows(plan, domain, group))
            .unwrap_or_default(),
        number: group.number.clone(),
        title: group.title.clone(),
        href: None,
        task: None,
    };
    for task in plan.tasks_of(domain) {
        let path = task.group.as_ref().map(|group| domain.group_path(group)).unwrap_or_default();
        for (depth, group) in path.into_iter().enumerate() {
            if !shown.contains(&group.number.as_str()) {
                shown.push(&group.number);
                rows.push(heading(group, 3 + depth));
            }
        }
        rows.push(RowView {
            kind: "task",
            level: 0,
            anchor: task.id.to_string(),
            earlier_anchors: here.site.earlier_task_rows(plan, &task.id),
            number: task.number.clone(),
            title: String::new(),
            href: None,
            task: Some(row(here, plan, task)),
        });
    }
    for group in domain.groups.iter().filter(|group| !shown.contains(&group.number.as_str())) {
        rows.push(heading(group, 2 + domain.group_path(&group.number).len()));
    }
    rows
}
