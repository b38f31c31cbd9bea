//! The cards: what results show, and the words by which the client puts them in order.
//!
//! What many tasks share stands once, in tables, and a task names it by its place there: agencies, names as printed,
//! domains, groups, periods. A place of -1 is none. A task is an array, since every task has it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{time, words};
use crate::analyzer::Abbreviations;
use crate::model::{Agency, AgencyId, Mention, Period, Plan, Register, Task};
use crate::render::compose::{Here, task_label};
use crate::text;

/// The file `docs.js` as JSON.
pub(super) fn cards(here: &Here<'_>, plans: &[&Plan], known: &Abbreviations) -> String {
    let register = &here.site.library.register;
    let mut tables = Tables::new(register);
    let mut cards = Cards {
        roles: [
            words::LEAD_WORDS.to_owned(),
            words::COORDINATING_WORDS.to_owned(),
            words::task_words(here),
        ],
        labels: labels(here, plans),
        abbreviations: known.pairs().map(|(a, b)| (a.to_owned(), b.to_owned())).collect(),
        plans: plans.iter().map(|plan| PlanCard::of(here, plan)).collect(),
        ..Cards::default()
    };
    for (index, plan) in plans.iter().enumerate() {
        for task in &plan.tasks {
            cards.tasks.push(tables.task(here, index, plan, task));
        }
    }
    cards.agencies = tables.agencies();
    cards.mentions = tables.mentions.rows;
    cards.domains = tables.domains.rows;
    cards.groups = tables.groups.rows;
    cards.periods = tables.periods.rows;
    serde_json::to_string(&cards).unwrap_or_default()
}

fn labels(here: &Here<'_>, plans: &[&Plan]) -> BTreeMap<String, Vec<String>> {
    let of = |language: &String| {
        let there = here.in_language(language);
        let tasks = plans.iter().flat_map(|plan| &plan.tasks);
        (language.clone(), tasks.map(|task| task_label(&there, task)).collect())
    };
    here.site.config.further_languages().iter().map(of).collect()
}

#[derive(Default, Serialize)]
struct Cards {
    /// Words that stand beside leads, beside the others, and beside every task.
    roles: [String; 3],
    /// What tasks are called in the further languages, in the order of `tasks`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<String, Vec<String>>,
    /// Letters and words.
    abbreviations: Vec<(String, String)>,
    plans: Vec<PlanCard>,
    agencies: Vec<AgencyCard>,
    /// A name as printed, and whose it is.
    mentions: Vec<(String, usize)>,
    /// Id, heading, and the title with that of its part.
    domains: Vec<(String, String, String)>,
    /// Number and title.
    groups: Vec<(String, String)>,
    periods: Vec<PeriodCard>,
    tasks: Vec<TaskCard>,
}

#[derive(Serialize)]
struct PlanCard {
    id: String,
    name: String,
    /// Title, number, issuer.
    words: String,
    place: Option<String>,
    years: Vec<i16>,
}

#[derive(Serialize)]
struct AgencyCard {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    successors: Vec<usize>,
}

#[derive(Serialize)]
struct PeriodCard {
    printed: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quarters: Vec<String>,
    years: Vec<i16>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ongoing: bool,
}

/// Plan, id, number read out, text, domain, groups, leads, others, period, and what else it is found by.
type TaskCard =
    (usize, String, String, String, isize, Vec<usize>, Vec<usize>, Vec<usize>, isize, String);

impl PlanCard {
    fn of(here: &Here<'_>, plan: &Plan) -> Self {
        let facts = &plan.facts;
        let words = [Some(&facts.title), facts.number.as_ref(), facts.issuer.as_ref()];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        Self {
            id: plan.id.to_string(),
            name: here.plan_short(plan),
            words: words.join("; "),
            place: facts.place.clone(),
            years: time::years_of_plan(plan),
        }
    }
}

/// The tables while they are filled.
struct Tables<'a> {
    register: &'a Register,
    /// Agencies that tasks name, their members and successors.
    ids: Table<AgencyId>,
    mentions: Table<(String, usize)>,
    domains: Table<(String, String, String)>,
    groups: Table<(String, String)>,
    periods: Table<PeriodCard>,
}

impl<'a> Tables<'a> {
    fn new(register: &'a Register) -> Self {
        Self {
            register,
            ids: Table::default(),
            mentions: Table::default(),
            domains: Table::default(),
            groups: Table::default(),
            periods: Table::default(),
        }
    }

    fn task(&mut self, here: &Here<'_>, index: usize, plan: &Plan, task: &Task) -> TaskCard {
        let domain = plan.domain(&task.domain);
        let domain_place = domain.filter(|domain| !domain.is_flat()).map(|domain| {
            let part = domain.part.as_deref().and_then(|part| plan.part(part));
            let part = part.map(|part| format!("; {}", part.title)).unwrap_or_default();
            let key = format!("{index}/{}", domain.id);
            let heading = here.heading(&domain.number, &domain.title);
            let row = || (domain.id.to_string(), heading, format!("{}{part}", domain.title));
            place(self.domains.place(key, row))
        });
        let path = domain.zip(task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
        let groups = path.into_iter().flatten().map(|group| {
            let key = format!("{index}/{}/{}", task.domain, group.number);
            self.groups.place(key, || (group.number.clone(), group.title.clone()))
        });
        let groups = groups.collect();
        let period = task.period.as_ref().map(|period| place(self.period(index, plan, period)));
        let mut more: Vec<String> = task.title.clone().into_iter().collect();
        more.extend(task.extra.iter().map(|(_, value)| value.clone()));
        (
            index,
            task.id.to_string(),
            task_label(here, task),
            task.text(),
            domain_place.unwrap_or(-1),
            groups,
            self.mentions(&task.lead),
            self.mentions(&task.coordinating),
            period.unwrap_or(-1),
            more.join("\n"),
        )
    }

    fn period(&mut self, index: usize, plan: &Plan, period: &Period) -> usize {
        let row = || PeriodCard {
            printed: text::one_line(&period.printed),
            quarters: time::quarters(period),
            years: time::years(plan, period),
            ongoing: period.is_ongoing(),
        };
        self.periods.place(format!("{index}/{}", period.printed), row)
    }

    fn mentions(&mut self, mentions: &[Mention]) -> Vec<usize> {
        let place = |mention: &Mention| {
            let agency = self.agency(&mention.agency);
            let key = format!("{agency}/{}", mention.printed);
            self.mentions.place(key, || (mention.printed.clone(), agency))
        };
        mentions.iter().map(place).collect()
    }

    fn agency(&mut self, id: &AgencyId) -> usize {
        self.ids.place(id.to_string(), || id.clone())
    }

    /// The rows of all agencies; those that they name come behind those that tasks name.
    fn agencies(&mut self) -> Vec<AgencyCard> {
        let mut rows = Vec::new();
        let named = self.ids.rows.len();
        let mut index = 0;
        while let Some(id) = self.ids.rows.get(index).cloned() {
            let register = self.register;
            let agency = register.get(&id);
            // Only who is named by a task stands for others.
            let speaks_for_others = agency.filter(|_| index < named);
            let of = |agency: &'a Agency| words::members(register, agency);
            let members: Vec<_> = speaks_for_others.into_iter().flat_map(of).collect();
            let successors = speaks_for_others.into_iter().flat_map(|agency| &agency.successors);
            let others = agency.into_iter().flat_map(|a| a.aliases.iter().chain(&a.misprints));
            rows.push(AgencyCard {
                id: id.to_string(),
                name: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
                place: agency.and_then(|agency| agency.place.clone()),
                others: others.cloned().collect(),
                members: members.into_iter().map(|id| self.agency(id)).collect(),
                successors: successors.map(|successor| self.agency(&successor.id)).collect(),
            });
            index += 1;
        }
        rows
    }
}

/// Rows by their keys, in the order in which they came.
struct Table<T> {
    rows: Vec<T>,
    places: BTreeMap<String, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T> Table<T> {
    fn place(&mut self, key: String, row: impl FnOnce() -> T) -> usize {
        *self.places.entry(key).or_insert_with(|| {
            self.rows.push(row());
            self.rows.len() - 1
        })
    }
}

fn place(index: usize) -> isize {
    isize::try_from(index).unwrap_or(-1)
}
