//! Addresses from before a renaming: what an id was called, and where all that bears it stood then.
//!
//! An editor writes one earlier address beside what was renamed. From the id in it follow the earlier addresses of all that
//! bears the id: of a plan its tasks, years, data and documents, too. What is taken by something that exists is left to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Route, Site, in_language};
use crate::model::{AgencyId, DomainId, Library, Plan, PlanId, TaskId};

/// What ids were before.
#[derive(Debug, Default)]
pub(super) struct Former {
    plans: BTreeMap<PlanId, Vec<PlanId>>,
    domains: BTreeMap<(PlanId, DomainId), Vec<DomainId>>,
    tasks: BTreeMap<(PlanId, TaskId), Vec<TaskId>>,
    agencies: BTreeMap<AgencyId, Vec<AgencyId>>,
}

impl Former {
    /// What the aliases of a library say. An id that something else bears now, or bore before, is no earlier one.
    pub(super) fn of(library: &Library) -> Self {
        let mut former = Self::default();
        let plans = library.plans.iter().map(|plan| (&plan.id, &plan.aliases)).collect();
        former.plans = earlier(plans, |alias| PlanId::new(stem(alias, "ke-hoach")?));
        let agencies = library.register.iter();
        let agencies = agencies.map(|agency| (&agency.id, &agency.addresses)).collect();
        former.agencies = earlier(agencies, |alias| AgencyId::new(stem(alias, "co-quan")?));
        for plan in &library.plans {
            let of_plan = former.plan(&plan.id);
            let within = |alias: &str, folder: &str| {
                let (of, id) = stem(alias, folder)?.split_once('/')?;
                of_plan.iter().any(|plan| plan.as_str() == of).then(|| id.to_owned())
            };
            let domains = plan.domains.iter();
            let domains = domains.map(|domain| (&domain.id, &domain.aliases)).collect();
            let domains = earlier(domains, |alias| DomainId::new(&within(alias, "linh-vuc")?));
            let tasks = plan.tasks.iter().map(|task| (&task.id, &task.aliases)).collect();
            let tasks = earlier(tasks, |alias| TaskId::new(&within(alias, "nhiem-vu")?));
            former
                .domains
                .extend(domains.into_iter().map(|(id, ids)| ((plan.id.clone(), id), ids)));
            former.tasks.extend(tasks.into_iter().map(|(id, ids)| ((plan.id.clone(), id), ids)));
        }
        former
    }

    /// A plan's id, and those that it had before.
    pub(super) fn plan(&self, id: &PlanId) -> Vec<PlanId> {
        with_own(id, self.plans.get(id))
    }

    /// A domain's id, and those that it had before.
    pub(super) fn domain(&self, plan: &PlanId, id: &DomainId) -> Vec<DomainId> {
        with_own(id, self.domains.get(&(plan.clone(), id.clone())))
    }

    /// A task's id, and those that it had before.
    pub(super) fn task(&self, plan: &PlanId, id: &TaskId) -> Vec<TaskId> {
        with_own(id, self.tasks.get(&(plan.clone(), id.clone())))
    }

    fn agency(&self, id: &AgencyId) -> Vec<AgencyId> {
        with_own(id, self.agencies.get(id))
    }

    /// The page or file under every id that its own ids were before, itself among them.
    fn forms(&self, route: &Route) -> Vec<Route> {
        let of_plan = |plan: &PlanId, make: &dyn Fn(PlanId) -> Route| -> Vec<Route> {
            self.plan(plan).into_iter().map(make).collect()
        };
        let of_agency = |agency: &AgencyId, make: &dyn Fn(AgencyId) -> Route| -> Vec<Route> {
            self.agency(agency).into_iter().map(make).collect()
        };
        let of_domain = |plan: &PlanId, id: &DomainId, make: fn(PlanId, DomainId) -> Route| {
            let ids = self.domain(plan, id);
            let all = ids.iter().flat_map(|id| of_plan(plan, &|plan| make(plan, id.clone())));
            all.collect::<Vec<Route>>()
        };
        let of_both = |agency: &AgencyId, plan: &PlanId, make: fn(AgencyId, PlanId) -> Route| {
            let ids = self.plan(plan);
            let all =
                ids.iter().flat_map(|id| of_agency(agency, &|agency| make(agency, id.clone())));
            all.collect::<Vec<Route>>()
        };
        match route {
            Route::Plan(plan) => of_plan(plan, &Route::Plan),
            Route::Edition(plan) => of_plan(plan, &Route::Edition),
            Route::PlanJson(plan) => of_plan(plan, &Route::PlanJson),
            Route::PlanCsv(plan) => of_plan(plan, &Route::PlanCsv),
            Route::PlanXlsx(plan) => of_plan(plan, &Route::PlanXlsx),
            Route::PlanIcs(plan) => of_plan(plan, &Route::PlanIcs),
            Route::Year(plan, year) => of_plan(plan, &|plan| Route::Year(plan, *year)),
            Route::YearCsv(plan, year) => of_plan(plan, &|plan| Route::YearCsv(plan, *year)),
            Route::Document(plan, file) => {
                of_plan(plan, &|plan| Route::Document(plan, file.clone()))
            }
            Route::Domain(plan, domain) => of_domain(plan, domain, Route::Domain),
            Route::DomainCsv(plan, domain) => of_domain(plan, domain, Route::DomainCsv),
            Route::Task(plan, task) => {
                let ids = self.task(plan, task);
                let all = ids.iter();
                all.flat_map(|id| of_plan(plan, &|plan| Route::Task(plan, id.clone()))).collect()
            }
            Route::Agency(agency) => of_agency(agency, &Route::Agency),
            Route::AgencyCsv(agency) => of_agency(agency, &Route::AgencyCsv),
            Route::AgencyIcs(agency) => of_agency(agency, &Route::AgencyIcs),
            Route::AgencyPlan(agency, plan) => of_both(agency, plan, Route::AgencyPlan),
            Route::AgencyPlanCsv(agency, plan) => of_both(agency, plan, Route::AgencyPlanCsv),
            other => vec![other.clone()],
        }
    }
}

/// What stands at an address within a folder, without its ending.
fn stem<'a>(alias: &'a str, folder: &str) -> Option<&'a str> {
    alias.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".html")
}

/// The earlier ids of each id that has any, as its aliases say; `read` finds an id in an alias.
fn earlier<T: Ord + Clone>(
    aliases: Vec<(&T, &Vec<String>)>,
    read: impl Fn(&str) -> Option<T>,
) -> BTreeMap<T, Vec<T>> {
    let mut taken: BTreeSet<T> = aliases.iter().map(|(id, _)| (*id).clone()).collect();
    let mut all = BTreeMap::new();
    for (id, aliases) in aliases {
        let ids = aliases.iter().filter_map(|alias| read(alias));
        let ids: Vec<T> = ids.filter(|id| taken.insert(id.clone())).collect();
        if !ids.is_empty() {
            all.insert(id.clone(), ids);
        }
    }
    all
}

fn with_own<T: Clone>(own: &T, earlier: Option<&Vec<T>>) -> Vec<T> {
    std::iter::once(own).chain(earlier.into_iter().flatten()).cloned().collect()
}

impl Site {
    /// Every earlier address of a page, a file of data or a document, with the route that it stands for: those that editors
    /// wrote, then those that follow from them; each once a language, too.
    pub(super) fn derive_aliases(&self) -> Vec<(String, Route)> {
        let written = written(&self.library);
        let own = self.pages.iter().chain(&self.data).cloned().chain(self.documents());
        let own: Vec<Route> = own.filter(|route| route.language().is_none()).collect();
        let mut taken: BTreeSet<String> =
            own.iter().map(|route| route.path().to_lowercase()).collect();
        taken.extend(written.iter().map(|(alias, _)| alias.to_lowercase()));
        let mut main = written;
        for route in &own {
            let forms = self.former.forms(route).into_iter().map(|form| form.path());
            let free = forms.filter(|path| taken.insert(path.to_lowercase()));
            main.extend(free.map(|path| (path, route.clone())));
        }
        let pages = main.iter().filter(|(_, route)| route.template().is_some());
        let further: Vec<(String, Route)> = self
            .config
            .further_languages()
            .iter()
            .flat_map(|tag| {
                pages.clone().map(|(alias, page)| (in_language(tag, alias), page.further(tag)))
            })
            .filter(|(alias, _)| taken.insert(alias.to_lowercase()))
            .collect();
        main.into_iter().chain(further).collect()
    }
}

/// The earlier addresses that editors wrote.
fn written(library: &Library) -> Vec<(String, Route)> {
    let of_plan = |plan: &Arc<Plan>| {
        let id = &plan.id;
        let mut all = all(&plan.aliases, &Route::Plan(id.clone()));
        for domain in plan.domains.iter().filter(|domain| !domain.is_flat()) {
            all.extend(self::all(&domain.aliases, &Route::Domain(id.clone(), domain.id.clone())));
        }
        for task in &plan.tasks {
            all.extend(self::all(&task.aliases, &Route::Task(id.clone(), task.id.clone())));
        }
        all
    };
    let agencies = library.register.iter();
    let agencies =
        agencies.flat_map(|agency| all(&agency.addresses, &Route::Agency(agency.id.clone())));
    library.plans.iter().flat_map(of_plan).chain(agencies).collect()
}

fn all(aliases: &[String], route: &Route) -> Vec<(String, Route)> {
    aliases.iter().map(|alias| (alias.clone(), route.clone())).collect()
}
