//! The words under which a task is found, field by field.
//!
//! `t`: the task and its headings. `a`: its agencies, as printed and by all names of the register, with the words by which
//! people ask for them. `c`: number, plan, time and places. `m`: who is meant without being named, the members of collectives and the successors of agencies.

use std::collections::BTreeSet;

use super::time;
use crate::model::{Agency, AgencyId, Mention, Plan, Register, Task};
use crate::render::compose::{Here, task_label};

/// The names of the fields in the index.
pub(super) const FIELDS: [&str; 4] = ["t", "a", "c", "m"];

/// How people ask for the agency that leads. Each lead has these words beside its name, so that they find it there and
/// weigh nothing elsewhere.
pub(super) const LEAD_WORDS: &str = "chủ trì; phụ trách; chịu trách nhiệm";

/// The same for agencies that take part.
pub(super) const COORDINATING_WORDS: &str = "phối hợp";

/// How Vietnamese calls a task, whatever the language of the interface.
const TASK_WORD: &str = "Nhiệm vụ";

/// The words beside the number of every task: what the interface calls a task in each of its languages, and Vietnamese.
pub(super) fn task_words(here: &Here<'_>) -> String {
    let call = |language: &String| {
        let there = here.in_language(language);
        there.say("task_label", &[("number", "")]).trim().to_owned()
    };
    let mut words: Vec<String> = here.site.config.languages.iter().map(call).collect();
    words.push(TASK_WORD.to_owned());
    let mut seen = BTreeSet::new();
    words.retain(|word| seen.insert(word.clone()));
    words.join("; ")
}

/// The words of each task of a plan by field, in the order of [`FIELDS`].
pub(super) fn subjects<'a>(
    here: &'a Here<'_>,
    plan: &'a Plan,
) -> impl Iterator<Item = [String; 4]> + 'a {
    plan.tasks.iter().map(|task| {
        let context = context(here, plan, task);
        [own_words(plan, task), agencies(here, task), context, meant(here, task)]
            .map(|words| words.join("\n"))
    })
}

fn own_words(plan: &Plan, task: &Task) -> Vec<String> {
    let domain = plan.domain(&task.domain);
    let groups = domain.zip(task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
    let part = domain.and_then(|domain| plan.part(domain.part.as_deref()?));
    let mut words = vec![task.text()];
    words.extend(task.title.clone());
    words.extend(groups.into_iter().flatten().map(|group| group.title.clone()));
    words.extend(domain.map(|domain| domain.title.clone()));
    words.extend(part.map(|part| part.title.clone()));
    words.extend(task.extra.iter().map(|(_, value)| value.clone()));
    words
}

fn agencies(here: &Here<'_>, task: &Task) -> Vec<String> {
    let register = &here.site.library.register;
    let mut words = Vec::new();
    words.extend(task.lead.first().map(|_| LEAD_WORDS.to_owned()));
    words.extend(task.coordinating.first().map(|_| COORDINATING_WORDS.to_owned()));
    for mention in mentions(task) {
        words.push(mention.printed.clone());
        let agency = register.get(&mention.agency);
        words.extend(agency.into_iter().flat_map(|agency| agency.names()).map(str::to_owned));
    }
    words
}

fn context(here: &Here<'_>, plan: &Plan, task: &Task) -> Vec<String> {
    let mut words = vec![task_label(here, task), here.plan_short(plan)];
    // The first language's word is in the label already.
    let others = task_words(here);
    words.extend(others.split_once("; ").map(|(_, others)| others.to_owned()));
    words.extend(task.group.clone());
    words.push(plan.facts.title.clone());
    words.extend(plan.facts.number.clone());
    words.extend(plan.facts.place.clone());
    words.extend(plan.facts.issuer.clone());
    let register = &here.site.library.register;
    let places: BTreeSet<String> =
        mentions(task).filter_map(|mention| register.get(&mention.agency)?.place.clone()).collect();
    words.extend(places);
    if let Some(period) = &task.period {
        words.push(period.printed.clone());
        words.extend(time::quarters(period));
        let years =
            if period.is_ongoing() { time::years_of_plan(plan) } else { time::years(plan, period) };
        words.extend(years.into_iter().map(|year| format!("năm {year}")));
    }
    words
}

fn meant(here: &Here<'_>, task: &Task) -> Vec<String> {
    let register = &here.site.library.register;
    let ids: BTreeSet<&AgencyId> = mentions(task).map(|mention| &mention.agency).collect();
    let mut all = BTreeSet::new();
    for agency in ids.into_iter().filter_map(|id| register.get(id)) {
        all.extend(members(register, agency));
        all.extend(agency.successors.iter().map(|successor| &successor.id));
    }
    let agencies = all.into_iter().filter_map(|id| register.get(id));
    agencies.flat_map(Agency::names).map(str::to_owned).collect()
}

fn mentions(task: &Task) -> impl Iterator<Item = &Mention> {
    task.lead.iter().chain(&task.coordinating)
}

/// The members of a collective, and those of collectives among them.
pub(super) fn members<'a>(register: &'a Register, agency: &'a Agency) -> BTreeSet<&'a AgencyId> {
    let mut found = BTreeSet::new();
    let mut open = vec![agency];
    while let Some(agency) = open.pop() {
        let new = agency.members.iter().filter(|member| found.insert(*member));
        open.extend(new.filter_map(|member| register.get(member)));
    }
    found
}
