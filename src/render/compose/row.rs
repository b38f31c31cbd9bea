//! A task as a row of a list, and its period in words.

use super::filters;
use super::here::Here;
use super::label::task_label;
use crate::model::{Day, Every, Mention, Period, PeriodKind, Plan, Task};
use crate::render::view::{KeysView, PeriodView, TaskRowView};
use crate::site::Route;

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
        keys: keys(here, plan, task),
        plan: here.plan_link(plan),
        through: None,
        role: None,
        withdrawn: task.withdrawn.is_some(),
    }
}

fn keys(here: &Here<'_>, plan: &Plan, task: &Task) -> KeysView {
    let domain = plan.domain(&task.domain).filter(|domain| !domain.is_flat());
    let years = task.period.as_ref().map(|period| when(here, plan, period));
    let ids = |mentions: &[Mention]| {
        mentions.iter().map(|mention| mention.agency.as_str()).collect::<Vec<_>>().join(" ")
    };
    KeysView {
        domain: domain.map(|domain| format!("{}/{}", plan.id, domain.id)).unwrap_or_default(),
        years: years.unwrap_or_default().join(" "),
        lead: ids(&task.lead),
        coordinating: ids(&task.coordinating),
    }
}

/// The years in which a period is active, and [`filters::ONGOING`] for what is ongoing.
pub(super) fn when(here: &Here<'_>, plan: &Plan, period: &Period) -> Vec<String> {
    let calendar = here.plan_at(&plan.id).and_then(|at| here.site.calendar(at.index));
    let years = calendar.map(|calendar| calendar.years_of(period)).unwrap_or_default();
    let ongoing = period.is_ongoing().then(|| filters::ONGOING.to_owned());
    years.iter().map(i16::to_string).chain(ongoing).collect()
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
    let words = |day: Option<Day>| day.map(|day| here.day(day)).unwrap_or_default();
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
