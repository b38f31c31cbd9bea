//! What a list of tasks can be narrowed by: the values that its rows have, each once, with words for readers.
//!
//! Names and values are those of the search page's facets, but for places: a plan's own place tells none of its tasks from
//! another, so a task's places are those of the agencies that it names. Counting and narrowing is a script's work.

use std::collections::BTreeSet;

use super::here::Here;
use crate::model::Agency;
use crate::render::view::{
    ChoiceView, FiltersView, InvolvementView, MentionView, RowView, TaskRowView,
};
use crate::text;

/// The value of the filter by year for what is ongoing: the anchor of such tasks on a year's page.
pub(super) const ONGOING: &str = "thuong-xuyen";

/// A list of fewer tasks is seen at a glance.
const FEWEST: usize = 5;

/// Longest value of a place.
const PLACE: usize = 40;

/// The filters of a table.
pub(super) fn of_table(here: &Here<'_>, rows: &[RowView]) -> Option<FiltersView> {
    of_tasks(here, rows.iter().filter_map(|row| row.task.as_ref()))
}

/// The filters of a list: roles are those of the agencies that tasks name.
pub(super) fn of_tasks<'v>(
    here: &Here<'_>,
    tasks: impl Iterator<Item = &'v TaskRowView>,
) -> Option<FiltersView> {
    let tasks: Vec<&TaskRowView> = tasks.collect();
    let has_role =
        |of: fn(&TaskRowView) -> &[MentionView]| tasks.iter().any(|task| !of(task).is_empty());
    let led = has_role(|task| &task.lead).then(|| ("chu-tri", here.say("involvement_led", &[])));
    let coordinated = has_role(|task| &task.coordinating)
        .then(|| ("phoi-hop", here.say("involvement_coordinated", &[])));
    filters(here, &tasks, led.into_iter().chain(coordinated), None)
}

/// The filters of an agency's lists: roles are its own.
pub(super) fn of_agency(
    here: &Here<'_>,
    agency: &Agency,
    involvements: &[InvolvementView],
) -> Option<FiltersView> {
    let sections = involvements.iter().flat_map(|involvement| &involvement.sections);
    let tasks: Vec<&TaskRowView> = sections.flat_map(|section| &section.tasks).collect();
    let with_tasks = involvements.iter().filter(|involvement| involvement.count > 0);
    let roles = with_tasks.map(|involvement| (involvement.anchor, involvement.heading.clone()));
    filters(here, &tasks, roles, Some(agency))
}

fn filters(
    here: &Here<'_>,
    tasks: &[&TaskRowView],
    roles: impl Iterator<Item = (&'static str, String)>,
    aside: Option<&Agency>,
) -> Option<FiltersView> {
    let distinct: BTreeSet<&str> = tasks.iter().map(|task| task.key.as_str()).collect();
    if distinct.len() < FEWEST {
        return None;
    }
    let domains = once(tasks.iter().copied(), |task| task.domain_key.as_deref());
    let mentions = || tasks.iter().flat_map(|task| task.lead.iter().chain(&task.coordinating));
    let others =
        mentions().filter(|mention| aside.is_none_or(|own| *mention.id != *own.id.as_str()));
    let agencies = once(others, |mention| mention.id.as_str());
    let places = once(mentions(), |mention| mention.place.as_deref());
    Some(FiltersView {
        domains: quoted(here, choices(domains.filter_map(domain))),
        agencies: quoted(here, by_name(choices(agencies.map(agency)))),
        roles: choices(roles.map(|(value, label)| choice(value, label))),
        years: years(here, tasks),
        places: quoted(here, by_name(choices(places.filter_map(place)))),
    })
}

/// The first of those that have a key in common, since rows are many and choices are few.
fn once<'v, T: 'v, K: Ord>(
    all: impl Iterator<Item = &'v T>,
    key: impl Fn(&'v T) -> K,
) -> impl Iterator<Item = &'v T> {
    let mut known = BTreeSet::new();
    all.filter(move |one| known.insert(key(one)))
}

fn choice(value: impl Into<String>, label: impl Into<String>) -> ChoiceView {
    ChoiceView { value: value.into(), label: label.into(), lang_html: "", place: None }
}

/// Choices in words of the plan or the register.
fn quoted(here: &Here<'_>, choices: Vec<ChoiceView>) -> Vec<ChoiceView> {
    let lang_html = here.lang_html();
    choices.into_iter().map(|choice| ChoiceView { lang_html, ..choice }).collect()
}

fn domain(task: &TaskRowView) -> Option<ChoiceView> {
    Some(choice(task.domain_key.as_ref()?, &task.domain.as_ref()?.label))
}

fn agency(mention: &MentionView) -> ChoiceView {
    let place = place(mention).map(|place| place.value);
    ChoiceView { place, ..choice(&mention.id, &mention.name) }
}

fn place(mention: &MentionView) -> Option<ChoiceView> {
    let place = mention.place.as_ref()?;
    Some(choice(text::slug(place, PLACE), place))
}

/// The years, first to last, then what is ongoing.
fn years(here: &Here<'_>, tasks: &[&TaskRowView]) -> Vec<ChoiceView> {
    let values: BTreeSet<&str> =
        tasks.iter().flat_map(|task| &task.when).map(String::as_str).collect();
    let label = |value: &str| match value {
        ONGOING => here.say("ongoing", &[]),
        year => year.to_owned(),
    };
    choices(values.into_iter().map(|value| choice(value, label(value))))
}

/// Each value once, in the order of its first appearance; none where there is nothing to choose.
fn choices(all: impl Iterator<Item = ChoiceView>) -> Vec<ChoiceView> {
    let mut known = BTreeSet::new();
    let once: Vec<ChoiceView> = all.filter(|choice| known.insert(choice.value.clone())).collect();
    if once.len() > 1 { once } else { Vec::new() }
}

fn by_name(mut choices: Vec<ChoiceView>) -> Vec<ChoiceView> {
    choices.sort_by(|one, other| text::compare(&one.label, &other.label));
    choices
}
