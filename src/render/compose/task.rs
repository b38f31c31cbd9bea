//! A task as a row of a list and as its own page.

use super::citation::task_citation;
use super::here::{Here, PlanAt};
use super::label::{place_in_plan, task_excerpt, task_label};
use super::{Subject, plan as plan_compose};
use crate::model::{Column, Every, Period, PeriodKind, Plan, Task};
use crate::render::view::{
    CellView, ExtraView, GroupView, LinkView, PeriodView, ResultView, SlipView, TaskRowView,
    TaskView, WithdrawnView,
};
use crate::site::Route;
use crate::text;

/// How much of a task's text describes its page to search engines, in characters.
const DESCRIPTION: usize = 150;

pub(super) fn row(here: &Here<'_>, plan: &Plan, task: &Task) -> TaskRowView {
    let domain = plan.domain(&task.domain);
    TaskRowView {
        id: task.id.to_string(),
        key: format!("{}/{}", plan.id, task.id),
        href: here.href(&Route::Task(plan.id.clone(), task.id.clone())),
        number: task.number.clone(),
        label: task_label(here, task),
        text: task.text(),
        paragraphs: task.paragraphs.clone(),
        lead: here.mentions(&task.lead),
        coordinating: here.mentions(&task.coordinating),
        period: task.period.as_ref().map(|printed| period(here, printed)),
        domain: domain.and_then(|domain| here.domain_link(plan, domain)),
        plan: here.plan_link(plan),
        through: None,
        role: None,
        withdrawn: task.withdrawn.is_some(),
    }
}

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
    let route = Route::Task(plan.id.clone(), task.id.clone());
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
                as_of: result.as_of.map(|day| day.in_words()),
                text: result.text.clone(),
                basis: result.basis.clone(),
            })
            .collect(),
        withdrawal: task.withdrawn.as_ref().map(|withdrawal| WithdrawnView {
            on: withdrawal.on.in_words(),
            reason: withdrawal.reason.clone(),
            basis: withdrawal.basis.clone(),
        }),
        permalink: match &here.site.config.base_url {
            Some(base) => format!("{base}/{}", route.path()),
            None => route.path(),
        },
        citation: task_citation(here, plan, task),
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        in_table: format!("{table}#{}", task.id),
        years: years(here, at, index),
        row: row(here, plan, task),
    })
}

fn cell_view(here: &Here<'_>, column: Column, cell: &str) -> CellView {
    CellView {
        label: here.say(&format!("column_{}", column.as_str()), &[]),
        lines: cell.lines().map(str::to_owned).collect(),
    }
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
    let ongoing = calendar.ongoing.contains(&index);
    let years = calendar.years.iter().filter(|year| ongoing || year.contains(index));
    years
        .map(|year| here.link(&Route::Year(at.plan.id.clone(), year.year), year.year.to_string()))
        .collect()
}

/// A period in finished words.
pub(super) fn period(here: &Here<'_>, period: &Period) -> PeriodView {
    let reading = &period.reading;
    PeriodView {
        printed: period.printed.clone(),
        reading: reading_in_words(here, period),
        kind: reading.kind.as_str(),
        start: reading.start.map(|day| day.to_string()),
        end: reading.end.map(|day| day.to_string()),
    }
}

fn reading_in_words(here: &Here<'_>, period: &Period) -> String {
    let reading = &period.reading;
    let words = |day: Option<crate::model::Day>| day.map(|day| day.in_words()).unwrap_or_default();
    let (start, end) = (words(reading.start), words(reading.end));
    let key = match reading.kind {
        PeriodKind::Ongoing => "period_ongoing",
        PeriodKind::Recurring(Every::Year) => "period_recurring_year",
        PeriodKind::Recurring(Every::Quarter) => "period_recurring_quarter",
        PeriodKind::Recurring(Every::Month) => "period_recurring_month",
        PeriodKind::Recurring(Every::Week) => "period_recurring_week",
        PeriodKind::Unknown => "period_unknown",
        PeriodKind::Day => "period_reading_day",
        PeriodKind::Several => {
            let parts = reading.parts.iter().map(|part| reading_in_words(here, part));
            return parts.collect::<Vec<_>>().join("; ");
        }
        _ if reading.start.is_none() => "period_reading_until",
        _ if reading.end.is_none() => "period_reading_from",
        _ => "period_reading_range",
    };
    here.say(key, &[("start", &start), ("end", &end)])
}
