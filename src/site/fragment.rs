//! Fragments: places within pages that links lead to. The one place where they are named.
//!
//! They are part of the published addresses, so they are promised: [`Site::published`] says which, and the templates of every
//! theme put them on the page as `id`. A fragment that bears an id has a twin for each earlier one of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Route, Site, TaskAt};
use crate::model::{AgencyId, DomainId, Group, Plan, PlanId, TaskId};
use crate::text;

/// An agency's list of the tasks that it leads.
pub const LED: &str = "chu-tri";

/// Its list of the tasks that it takes part in.
pub const COORDINATED: &str = "phoi-hop";

/// Its list of the tasks that reach it through a collective.
pub const THROUGH: &str = "trong-nhom";

/// A year's dated tasks.
pub const DATED: &str = "co-thoi-han";

/// The quarters of a year.
pub const QUARTERS: [&str; 4] = ["quy-1", "quy-2", "quy-3", "quy-4"];

/// The tasks that fill a whole year.
pub const WHOLE_YEAR: &str = "ca-nam";

/// The ongoing tasks on a year's page.
pub const ONGOING: &str = "thuong-xuyen";

/// How to cite what a page shows.
pub const CITE: &str = "trich-dan";

/// The table on the pages of a plan and of a domain.
pub const TABLE: &str = "bang";

/// Longest part of a fragment that is made of a printed number.
const LONGEST: usize = 40;

/// What an agency's list holds of one plan.
#[must_use]
pub fn of_plan(list: &str, plan: &PlanId) -> String {
    format!("{list}-{plan}")
}

/// What an agency's list holds of one domain.
#[must_use]
pub fn of_domain(list: &str, plan: &PlanId, domain: &DomainId) -> String {
    format!("{list}-{plan}-{domain}")
}

/// The row of a part in its plan's table.
#[must_use]
pub fn part_row(number: &str) -> String {
    format!("phan-{}", text::slug(number, LONGEST))
}

/// The row of a domain in its plan's table.
#[must_use]
pub fn domain_row(domain: &DomainId) -> String {
    format!("linh-vuc-{domain}")
}

/// The row of a group: in its plan's table, or on the page of its domain.
#[must_use]
pub fn group_row(within: Option<&DomainId>, group: &Group) -> String {
    let number = text::slug(&group.number, LONGEST);
    within.map_or_else(|| format!("nhom-{number}"), |domain| format!("nhom-{domain}-{number}"))
}

impl Site {
    /// Every address that stays, with its fragments: pages, data, documents, and what stood for them before. The theme's files,
    /// the search index and what only machines look for may change their addresses.
    #[must_use]
    pub fn published(&self) -> BTreeMap<String, Vec<String>> {
        let data = [Route::DataIndex, Route::DataSchema, Route::Catalogue];
        let files = data.into_iter().chain(self.data.iter().cloned()).chain(self.documents());
        let own = self.pages.iter().cloned().chain(files);
        let own = own.map(|route| (route.path(), self.fragments(&route)));
        let aliases = self.aliases.iter();
        let aliases = aliases.map(|(alias, route)| (alias.clone(), self.fragments(route)));
        own.chain(aliases).collect()
    }

    /// The fragments of a page that stay.
    #[must_use]
    pub fn fragments(&self, route: &Route) -> Vec<String> {
        let plan = |id: &PlanId| self.plan(id);
        let mut fragments: Vec<String> = match route.page() {
            Route::Plan(id) | Route::Edition(id) => {
                plan(id).map(|plan| self.table_fragments(plan)).unwrap_or_default()
            }
            Route::Domain(id, domain) => {
                plan(id).map(|plan| self.domain_fragments(plan, domain)).unwrap_or_default()
            }
            Route::Task(..) => vec![CITE.to_owned()],
            Route::Agency(agency) => self.list_fragments(agency, None),
            Route::AgencyPlan(agency, plan) => self.list_fragments(agency, Some(plan)),
            Route::Year(..) => {
                let sections = [DATED, WHOLE_YEAR, ONGOING];
                QUARTERS.into_iter().chain(sections).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        fragments.sort_unstable();
        fragments.dedup();
        fragments
    }

    fn table_fragments(&self, plan: &Plan) -> Vec<String> {
        let mut fragments = vec![CITE.to_owned(), TABLE.to_owned()];
        for domain in &plan.domains {
            let part = domain.part.as_deref().and_then(|number| plan.part(number));
            fragments.extend(part.map(|part| part_row(&part.number)));
            let domains = (!domain.is_flat()).then(|| self.former.domain(&plan.id, &domain.id));
            for id in domains.iter().flatten() {
                fragments.extend((!domain.stands_for_part()).then(|| domain_row(id)));
                fragments.extend(domain.groups.iter().map(|group| group_row(Some(id), group)));
            }
            if domain.is_flat() {
                fragments.extend(domain.groups.iter().map(|group| group_row(None, group)));
            }
        }
        fragments.extend(plan.tasks.iter().flat_map(|task| self.task_rows(plan, &task.id)));
        fragments
    }

    fn domain_fragments(&self, plan: &Plan, domain: &DomainId) -> Vec<String> {
        let Some(domain) = plan.domain(domain) else { return Vec::new() };
        let tasks = plan.tasks_of(domain).flat_map(|task| self.task_rows(plan, &task.id));
        let groups = domain.groups.iter().map(|group| group_row(None, group));
        tasks.chain(groups).chain([CITE, TABLE].map(str::to_owned)).collect()
    }

    /// The rows of a task: its own and those of ids that it had before.
    fn task_rows(&self, plan: &Plan, task: &TaskId) -> Vec<String> {
        self.former.task(&plan.id, task).iter().map(ToString::to_string).collect()
    }

    fn list_fragments(&self, agency: &AgencyId, only: Option<&PlanId>) -> Vec<String> {
        let place = only.map(|plan| self.plan_place(plan));
        // A plan that is not there has no tasks of anybody.
        let place = place.map(|place| place.unwrap_or(usize::MAX));
        let share = self.involvement(agency).within(place);
        let through: Vec<TaskAt> = share.through.iter().map(|through| through.at).collect();
        let lists = [(LED, share.led), (COORDINATED, share.coordinated), (THROUGH, &*through)];
        let mut fragments: Vec<String> = lists.iter().map(|(list, _)| (*list).to_owned()).collect();
        for (list, tasks) in lists {
            fragments.extend(self.list_fragments_of(list, tasks));
        }
        fragments
    }

    /// What an agency's list holds by plan and by domain, each once, if it holds these tasks.
    #[must_use]
    pub fn list_fragments_of(&self, list: &str, tasks: &[TaskAt]) -> Vec<String> {
        let tasks = tasks.iter().filter_map(|at| self.task(*at));
        let sections: BTreeSet<(&PlanId, &DomainId)> =
            tasks.map(|(plan, task)| (&plan.id, &task.domain)).collect();
        let plans: BTreeSet<&PlanId> = sections.iter().map(|(plan, _)| *plan).collect();
        let by_plan = plans.into_iter().flat_map(|plan| self.plan_lists(list, plan));
        let by_domain = sections.into_iter();
        let by_domain = by_domain.flat_map(|(plan, domain)| self.domain_lists(list, plan, domain));
        by_plan.chain(by_domain).collect()
    }

    /// What an agency's list holds of one plan, under its id and those that it had before.
    #[must_use]
    pub fn plan_lists(&self, list: &str, plan: &PlanId) -> Vec<String> {
        self.former.plan(plan).iter().map(|id| of_plan(list, id)).collect()
    }

    /// What an agency's list holds of one domain, under its id and those that it had before.
    #[must_use]
    pub fn domain_lists(&self, list: &str, plan: &PlanId, domain: &DomainId) -> Vec<String> {
        let domains = self.former.domain(plan, domain);
        let of = |plan: PlanId| domains.iter().map(move |id| of_domain(list, &plan, id)).collect();
        self.former.plan(plan).into_iter().flat_map::<Vec<String>, _>(of).collect()
    }

    /// The twins of a task's row, for ids that it had before.
    #[must_use]
    pub fn earlier_task_rows(&self, plan: &Plan, task: &TaskId) -> Vec<String> {
        self.task_rows(plan, task).split_off(1)
    }

    /// The twins of a domain's row in its plan's table.
    #[must_use]
    pub fn earlier_domain_rows(&self, plan: &Plan, domain: &DomainId) -> Vec<String> {
        self.former.domain(&plan.id, domain).iter().skip(1).map(domain_row).collect()
    }

    /// The twins of a group's row in its plan's table.
    #[must_use]
    pub fn earlier_group_rows(&self, plan: &Plan, domain: &DomainId, group: &Group) -> Vec<String> {
        let earlier = self.former.domain(&plan.id, domain);
        earlier.iter().skip(1).map(|id| group_row(Some(id), group)).collect()
    }
}
