//! A task's own page.

use super::here::{Here, PlanAt};
use super::label::{place_in_plan, task_excerpt, task_label};
use super::row::row;
use super::{Subject, cite, plan as plan_compose};
use crate::model::{Column, Plan, Task};
use crate::render::view::{
    CellView, ExtraView, GroupView, LinkView, ResultView, SlipView, TaskView, WithdrawnView,
};
use crate::site::Route;
use crate::text;

/// How much of a task's text describes its page to search engines, in characters.
const DESCRIPTION: usize = 150;

pub(super) fn subject(here: &Here<'_>, at: PlanAt<'_>, index: usize) -> Option<Subject> {
    let plan = at.plan;
    let task = plan.tasks.get(index)?;
    let label = task_label(here, task);
    let words = text::excerpt(&task.text(), DESCRIPTION);
    let mut above = vec![(Route::Plan(plan.id.clone()), here.plan_short(plan))];
    if let Some(domain) = plan.domain(&task.domain).filter(|domain| !domain.is_flat()) {
        let route = Route::Domain(plan.id.clone(), domain.id.clone());
        above.push((route, here.heading(&domain.number, &domain.title)));
    }
    let title = here.say("description_task", &[("label", &label), ("text", &task_excerpt(task))]);
    Some(Subject {
        title,
        description: Some(here.say("description_task", &[("label", &label), ("text", &words)])),
        heading: task.title.clone().unwrap_or(label),
        above,
    })
}

pub(super) fn page(here: &Here<'_>, at: PlanAt<'_>, index: usize) -> Option<TaskView> {
    let plan = at.plan;
    let task = plan.tasks.get(index)?;
    let domain = plan.domain(&task.domain);
    let neighbour = |index: Option<usize>| {
        index.and_then(|index| plan.tasks.get(index)).map(|task| here.task_link(plan, task))
    };
    let table = here.href(&Route::Plan(plan.id.clone()));
    Some(TaskView {
        place_in_plan: place_in_plan(here, plan, task),
        part: domain.and_then(|domain| plan_compose::part_heading(here, plan, domain)),
        groups: groups(here, plan, task),
        row_in_document: task.row.clone(),
        document: plan
            .documents
            .first()
            .map(|document| plan_compose::document(here, plan, document)),
        cells: task.cells.iter().map(|(column, cell)| cell_view(here, *column, cell)).collect(),
        extra: task
            .extra
            .iter()
            .map(|(name, value)| ExtraView { name: name.clone(), value: value.clone() })
            .collect(),
        slips: task
            .slips
            .iter()
            .map(|slip| SlipView { printed: slip.printed.clone(), read: slip.read.clone() })
            .collect(),
        notes_html: here.html(task.notes.markdown.text()),
        results: task
            .results
            .iter()
            .map(|result| ResultView {
                status: result.status.as_str(),
                label: here
                    .say(&format!("status_{}", result.status.as_str().replace('-', "_")), &[]),
                as_of: result.as_of.map(|day| here.date(day)),
                text: result.text.clone(),
                basis: result.basis.clone(),
            })
            .collect(),
        withdrawal: task.withdrawn.as_ref().map(|withdrawal| WithdrawnView {
            on: withdrawal.on.map(|on| here.date(on)),
            reason: withdrawal.reason.clone(),
            basis: withdrawal.basis.clone(),
        }),
        cite: cite::task(here, plan, task),
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        in_table: format!("{table}#{}", task.id),
        years: years(here, at, index),
        row: row(here, plan, task),
    })
}

/// A kept cell. An empty one is kept where the document prints nothing and another row speaks for the task.
fn cell_view(here: &Here<'_>, column: Column, cell: &str) -> CellView {
    let (lang_html, lines) = if cell.is_empty() {
        ("", vec![here.say("empty_cell", &[])])
    } else {
        (here.lang_html(), cell.lines().map(str::to_owned).collect())
    };
    CellView { lang_html, label: here.say(&format!("column_{}", column.as_str()), &[]), lines }
}

/// The group of a task and those above it, each with its row on the domain's page.
fn groups(here: &Here<'_>, plan: &Plan, task: &Task) -> Vec<GroupView> {
    let Some((domain, group)) = plan.domain(&task.domain).zip(task.group.as_ref()) else {
        return Vec::new();
    };
    let path = domain.group_path(group);
    path.into_iter().map(|group| plan_compose::group(here, plan, domain, group)).collect()
}

/// The pages of the years in which a task is to be done: all of them for what is ongoing.
fn years(here: &Here<'_>, at: PlanAt<'_>, index: usize) -> Vec<LinkView> {
    let Some(calendar) = here.site.calendar(at.index) else { return Vec::new() };
    let ongoing = calendar.ongoing.binary_search(&index).is_ok();
    let years = calendar.years.iter().filter(|year| ongoing || year.contains(index));
    years
        .map(|year| here.link(&Route::Year(at.plan.id.clone(), year.year), year.year.to_string()))
        .collect()
}
