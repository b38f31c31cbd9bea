//! The table of a plan: headings and tasks in the published order.

use super::here::Here;
use super::label::stands_for_part;
use super::row::row;
use crate::model::{Domain, Group, Plan};
use crate::render::view::RowView;
use crate::site::Route;
use crate::text;

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
                anchor: format!("phan-{}", text::slug(&new.number, ANCHOR)),
                number: new.number.clone(),
                title: new.title.clone(),
                href: None,
                task: None,
            });
        }
        part = number;
        let is_part = stands_for_part(domain);
        if !domain.is_flat() && !is_part {
            rows.push(RowView {
                kind: "domain",
                level: 2,
                anchor: format!("linh-vuc-{}", domain.id),
                number: domain.number.clone(),
                title: domain.title.clone(),
                href: Some(here.href(&Route::Domain(plan.id.clone(), domain.id.clone()))),
                task: None,
            });
        } else if let Some(last) = rows.last_mut().filter(|_| is_part) {
            last.href = Some(here.href(&Route::Domain(plan.id.clone(), domain.id.clone())));
        }
        let prefix = if domain.is_flat() { String::new() } else { format!("{}-", domain.id) };
        rows.extend(domain_rows(here, plan, domain, &prefix));
    }
    rows
}

/// Longest part of an anchor that is made of a printed number.
const ANCHOR: usize = 40;

pub(super) fn group_anchor(prefix: &str, group: &Group) -> String {
    format!("nhom-{prefix}{}", text::slug(&group.number, ANCHOR))
}

/// The groups and tasks of a domain. A group's row stands before its first task; groups without tasks stand at the end.
pub(super) fn domain_rows(
    here: &Here<'_>,
    plan: &Plan,
    domain: &Domain,
    prefix: &str,
) -> Vec<RowView> {
    let mut rows = Vec::new();
    let mut shown: Vec<&str> = Vec::new();
    let heading = |group: &Group, level: usize| RowView {
        kind: "group",
        level,
        anchor: group_anchor(prefix, group),
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
