//! The lists of tasks that pages show, as tables are made of them: every task once, in the order of the documents, and
//! beside it how it got into the list.

use crate::model::{AgencyId, Domain, Plan, Task};
use crate::render::compose::PlanAt;
use crate::site::{Calendar, Involvement, Role, Site, TaskAt, Year};

/// A list of tasks.
pub(super) struct TaskList<'a> {
    /// The columns that say how a task got into the list; few lists have any.
    pub(super) columns: &'static [&'static str],
    /// The tasks.
    pub(super) entries: Vec<Entry<'a>>,
}

/// A task of a list.
pub(super) struct Entry<'a> {
    /// Its place on the site.
    pub(super) at: TaskAt,
    /// Its plan.
    pub(super) plan: &'a Plan,
    /// The task.
    pub(super) task: &'a Task,
    /// The cells of the list's own columns.
    pub(super) cells: Vec<String>,
}

/// Between the values of one cell.
pub(super) const SEPARATOR: &str = "; ";

impl<'a> TaskList<'a> {
    /// All tasks of a site.
    pub(super) fn all(site: &'a Site) -> Self {
        let plans = site.library.plans.iter().enumerate();
        Self::plain(plans.flat_map(|(index, plan)| entries(PlanAt { index, plan })).collect())
    }

    /// The tasks of a plan.
    pub(super) fn of_plan(at: PlanAt<'a>) -> Self {
        Self::plain(entries(at).collect())
    }

    /// The tasks of a domain.
    pub(super) fn of_domain(at: PlanAt<'a>, domain: &'a Domain) -> Self {
        Self::plain(entries(at).filter(|entry| entry.task.domain == domain.id).collect())
    }

    /// The tasks of a year, with the headings of its page under which they stand: "quy-1; quy-2", "thuong-xuyen".
    pub(super) fn of_year(site: &'a Site, at: PlanAt<'a>, year: i16) -> Option<Self> {
        let calendar = site.calendar(at.index)?;
        let year = calendar.years.iter().find(|known| known.year == year)?;
        let entries = entries(at).filter_map(|entry| {
            let sections = sections(calendar, year, entry.at.task);
            let cells = vec![sections.join(SEPARATOR)];
            (!sections.is_empty()).then_some(Entry { cells, ..entry })
        });
        Some(Self { columns: &["sections"], entries: entries.collect() })
    }

    /// The tasks of an agency, all or those of one plan, with its role ("lead", "coordinating" or both) and, where only a
    /// collective is named, that collective.
    pub(super) fn of_agency(site: &'a Site, agency: &AgencyId, only: Option<PlanAt<'_>>) -> Self {
        let involvement = site.involvement(agency);
        let tasks = involvement.within(only.map(|plan| plan.index)).tasks().into_iter();
        let entries = tasks.filter_map(|at| {
            let (plan, task) = site.task(at)?;
            Some(Entry { at, plan, task, cells: role(involvement, at).into() })
        });
        Self { columns: &["role", "through"], entries: entries.collect() }
    }

    fn plain(entries: Vec<Entry<'a>>) -> Self {
        Self { columns: &[], entries }
    }
}

/// The tasks of a plan, in a list without columns of its own.
fn entries(at: PlanAt<'_>) -> impl Iterator<Item = Entry<'_>> {
    let tasks = at.plan.tasks.iter().enumerate();
    tasks.map(move |(index, task)| Entry {
        at: TaskAt { plan: at.index, task: index },
        plan: at.plan,
        task,
        cells: Vec::new(),
    })
}

/// The anchors of the sections of a year's page in which a task stands.
fn sections(calendar: &Calendar, year: &Year, task: usize) -> Vec<&'static str> {
    let quarters = ["quy-1", "quy-2", "quy-3", "quy-4"].into_iter().zip(&year.quarters);
    let others = [("ca-nam", &year.whole), ("thuong-xuyen", &calendar.ongoing)];
    // Every list of a calendar is in the order of the document.
    let holding = quarters.chain(others).filter(|(_, tasks)| tasks.binary_search(&task).is_ok());
    holding.map(|(anchor, _)| anchor).collect()
}

/// In which role an agency has a task, and through which collective.
fn role(involvement: &Involvement, at: TaskAt) -> [String; 2] {
    // The lists are in the order of plans and documents.
    let through = involvement.through.binary_search_by_key(&at, |through| through.at);
    if let Some(through) = through.ok().and_then(|place| involvement.through.get(place)) {
        return [word(through.role).to_owned(), through.collective.to_string()];
    }
    let lists = [(Role::Lead, &involvement.led), (Role::Coordinating, &involvement.coordinated)];
    let roles = lists.into_iter().filter(|(_, tasks)| tasks.binary_search(&at).is_ok());
    let roles: Vec<&str> = roles.map(|(role, _)| word(role)).collect();
    [roles.join(SEPARATOR), String::new()]
}

/// A role by the name of its field in the data.
fn word(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Coordinating => "coordinating",
    }
}
