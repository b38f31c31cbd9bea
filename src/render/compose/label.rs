//! What a task is called: its number read out, and where it stands in the plan.

use super::here::Here;
use crate::model::{Domain, Plan, Task};
use crate::text;

/// How much of a task's text stands for it in a link or a title, in characters: about a line of a phone.
const EXCERPT: usize = 70;

/// "Nhiệm vụ 3.7"; "Gạch đầu dòng thứ nhất, mục 1.1"; "Nhiệm vụ thứ 5" for a task without a number.
pub(crate) fn task_label(here: &Here<'_>, task: &Task) -> String {
    let Some(dash) = task.dash else { return numbered(here, task) };
    let ordinal = ordinal(here, dash);
    let label = here.say("dash_label", &[("ordinal", &ordinal)]);
    match &task.group {
        Some(group) => join(here, &[label, under_group(here, group)]),
        None => label,
    }
}

fn numbered(here: &Here<'_>, task: &Task) -> String {
    if task.number.is_empty() {
        return here.say("task_unnumbered", &[("ordinal", &task.order.to_string())]);
    }
    here.say("task_label", &[("number", text::said_number(&task.number))])
}

/// "mục 3", of a group or a domain.
fn under_group(here: &Here<'_>, number: &str) -> String {
    here.say("under_group", &[("number", text::said_number(number))])
}

/// "nhất", "hai" … as Vietnamese reads out small ordinals, digits beyond.
fn ordinal(here: &Here<'_>, number: usize) -> String {
    let key = format!("ordinal_{number}");
    let word = here.words().and_then(|words| words.get(&key));
    word.map_or_else(|| number.to_string(), str::to_owned)
}

/// "Nhiệm vụ 3.7, mục 3, phần B": the form of a citation (Nghị định 30/2020/NĐ-CP, Phụ lục I).
pub(crate) fn place_in_plan(here: &Here<'_>, plan: &Plan, task: &Task) -> String {
    let mut places = vec![task_label(here, task)];
    if let Some(domain) = plan.domain(&task.domain) {
        match &task.group {
            Some(_) if task.dash.is_some() => {}
            Some(group) => places.push(under_group(here, group)),
            None if domain.stands_for_part() || domain.number.is_empty() => {}
            None => places.push(under_group(here, &domain.number)),
        }
        places.extend(part_place(here, domain));
    }
    join(here, &places)
}

/// "Mục 3, phần B".
pub(crate) fn domain_place(here: &Here<'_>, domain: &Domain) -> String {
    let mut places = Vec::new();
    if !domain.stands_for_part() {
        places.push(here.say("domain_place", &[("number", text::said_number(&domain.number))]));
    }
    places.extend(part_place(here, domain));
    text::capitalised(&join(here, &places))
}

fn part_place(here: &Here<'_>, domain: &Domain) -> Option<String> {
    domain.part.as_ref().map(|part| here.say("under_part", &[("number", text::said_number(part))]))
}

/// The first words of a task, or the editors' title for it.
pub(crate) fn task_excerpt(task: &Task) -> String {
    match &task.title {
        Some(title) => title.clone(),
        None => text::excerpt(&task.text(), EXCERPT),
    }
}

fn join(here: &Here<'_>, places: &[String]) -> String {
    places.join(&here.say("place_separator", &[]))
}
