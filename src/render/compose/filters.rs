//! What a list of tasks can be narrowed by: the values that its rows have, each once, with words for readers.
//!
//! Names and values are those of the search page's facets, but for places: a plan's own place tells none of its tasks from
//! another, so a task's places are those of the agencies that it names. Counting and narrowing is a script's work.

use std::collections::BTreeSet;

use super::here::Here;
use super::involvements::List;
use super::row;
use crate::model::{Agency, Domain, Mention, Plan, Task};
use crate::render::view::{ChoiceView, FiltersView};
use crate::site::TaskAt;
use crate::text;

/// The value of the filter by year for what is ongoing: the anchor of such tasks on a year's page.
pub(super) const ONGOING: &str = "thuong-xuyen";

/// A list of fewer tasks is seen at a glance.
const FEWEST: usize = 5;

/// Longest value of a place.
const PLACE: usize = 40;

/// The filters of a list: roles are those of the agencies that tasks name.
pub(super) fn of_tasks(
    here: &Here<'_>,
    tasks: impl Iterator<Item = TaskAt>,
) -> Option<FiltersView> {
    let tasks = distinct(here, tasks);
    let has_role = |of: fn(&Task) -> &[Mention]| tasks.iter().any(|(_, task)| !of(task).is_empty());
    let led = has_role(|task| &task.lead).then(|| ("chu-tri", here.say("involvement_led", &[])));
    let coordinated = has_role(|task| &task.coordinating)
        .then(|| ("phoi-hop", here.say("involvement_coordinated", &[])));
    filters(here, &tasks, led.into_iter().chain(coordinated), None)
}

/// The filters of an agency's lists: roles are its own.
pub(super) fn of_agency(
    here: &Here<'_>,
    agency: &Agency,
    lists: &[List<'_>],
) -> Option<FiltersView> {
    let listed = lists.iter().flat_map(|list| &list.tasks).map(|listed| listed.at);
    let with_tasks = lists.iter().filter(|list| !list.tasks.is_empty());
    let roles = with_tasks.map(|list| (list.anchor, list.heading.clone()));
    filters(here, &distinct(here, listed), roles, Some(agency))
}

/// The tasks of a list, each once, in the order of its first appearance.
fn distinct<'a>(here: &Here<'a>, tasks: impl Iterator<Item = TaskAt>) -> Vec<(&'a Plan, &'a Task)> {
    let mut known = BTreeSet::new();
    let site = here.site;
    tasks.filter(|at| known.insert(*at)).filter_map(|at| site.task(at)).collect()
}

fn filters(
    here: &Here<'_>,
    tasks: &[(&Plan, &Task)],
    roles: impl Iterator<Item = (&'static str, String)>,
    aside: Option<&Agency>,
) -> Option<FiltersView> {
    if tasks.len() < FEWEST {
        return None;
    }
    let domains = once(tasks.iter().copied(), |(plan, task)| (&plan.id, &task.domain));
    let mentions = tasks.iter().flat_map(|(_, task)| task.lead.iter().chain(&task.coordinating));
    let register = &here.site.library.register;
    let named: Vec<&Agency> = once(mentions, |mention| &mention.agency)
        .filter_map(|mention| register.get(&mention.agency))
        .collect();
    let others = named.iter().filter(|agency| aside.is_none_or(|own| agency.id != own.id));
    let places = once(named.iter(), |agency| &agency.place);
    let domain = |(plan, task): (&Plan, &Task)| domain(here, plan, plan.domain(&task.domain)?);
    Some(FiltersView {
        domains: quoted(here, choices(domains.filter_map(domain))),
        agencies: quoted(here, by_name(choices(others.map(|agency| self::agency(agency))))),
        roles: choices(roles.map(|(value, label)| choice(value, label))),
        years: years(here, tasks),
        places: quoted(here, by_name(choices(places.filter_map(|agency| place(agency))))),
    })
}

/// The first of those that have a key in common, since rows are many and choices are few.
fn once<T: Copy, K: Ord>(
    all: impl Iterator<Item = T>,
    key: impl Fn(T) -> K,
) -> impl Iterator<Item = T> {
    let mut known = BTreeSet::new();
    all.filter(move |one| known.insert(key(*one)))
}

fn choice(value: impl Into<String>, label: impl Into<String>) -> ChoiceView {
    ChoiceView { value: value.into(), label: label.into(), lang_html: "", place: None }
}

/// Choices in words of the plan or the register.
fn quoted(here: &Here<'_>, choices: Vec<ChoiceView>) -> Vec<ChoiceView> {
    let lang_html = here.lang_html();
    choices.into_iter().map(|choice| ChoiceView { lang_html, ..choice }).collect()
}

/// A domain that has a page.
fn domain(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Option<ChoiceView> {
    let label = here.heading(&domain.number, &domain.title);
    (!domain.is_flat()).then(|| choice(format!("{}/{}", plan.id, domain.id), label))
}

fn agency(agency: &Agency) -> ChoiceView {
    let place = place(agency).map(|place| place.value);
    ChoiceView { place, ..choice(agency.id.as_str(), &agency.name) }
}

fn place(agency: &Agency) -> Option<ChoiceView> {
    let place = agency.place.as_ref()?;
    Some(choice(text::slug(place, PLACE), place))
}

/// The years, first to last, then what is ongoing.
fn years(here: &Here<'_>, tasks: &[(&Plan, &Task)]) -> Vec<ChoiceView> {
    let when = tasks.iter().filter_map(|(plan, task)| Some((*plan, task.period.as_ref()?)));
    let values: BTreeSet<String> =
        when.flat_map(|(plan, period)| row::when(here, plan, period)).collect();
    let label = |value: &str| match value {
        ONGOING => here.say("ongoing", &[]),
        year => year.to_owned(),
    };
    choices(values.iter().map(|value| choice(value, label(value))))
}

/// Each value once, in the order of its first appearance; none where there is nothing to choose.
fn choices(all: impl Iterator<Item = ChoiceView>) -> Vec<ChoiceView> {
    let mut known = BTreeSet::new();
    let once: Vec<ChoiceView> = all.filter(|choice| known.insert(choice.value.clone())).collect();
    if once.len() > 1 { once } else { Vec::new() }
}

fn by_name(mut choices: Vec<ChoiceView>) -> Vec<ChoiceView> {
    choices.sort_by_cached_key(|choice| text::sort_key(&choice.label));
    choices
}
