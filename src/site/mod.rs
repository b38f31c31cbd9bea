//! The site as a whole: which pages exist, at which addresses, and what they have to do with each other.
//!
//! [`Site::derive`] works everything out once; rendering a page then only looks things up. Two files for one address and
//! addresses that are too long are found here, before a page is made.

mod calendar;
mod data_files;
mod former;
pub mod fragment;
mod involvement;
mod machine_files;
mod route;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use calendar::{Calendar, Year};
pub use involvement::{Involvement, Role, Share, Shared, TaskAt, Through};
pub use route::{LONGEST_PATH, Route, authored_address, in_language, relative, resolve, root_of};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AgencyId, Library, Plan, PlanId, Task, TaskId};
use former::Former;

/// An agency with more tasks than this gets a page a plan: a longer list is slow on a phone and heavy for every build.
pub const LONGEST_LIST: usize = 300;

/// A site with more tasks than this has a search index a plan: each is read whole, and must stay small for a phone.
pub const LARGEST_INDEX: usize = 1_000;

/// A site: its settings, its library, and what follows from them.
#[derive(Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The plans, the register and the prose.
    pub library: Library,
    /// Every page, each once a language, those of the main one first.
    pub pages: Vec<Route>,
    /// Every file of data, each once; the index of them and their schema are not among them.
    pub data: Vec<Route>,
    /// Every file that only machines read, each once; the catalogue of data is not among them.
    pub machine_files: Vec<Route>,
    /// Earlier addresses, and the page, file of data or document that each stands for; pages once a language, too.
    pub aliases: Vec<(String, Route)>,
    /// The addresses of all pages and aliases in further languages.
    further: BTreeSet<String>,
    /// What ids were before.
    former: Former,
    /// The tasks of every agency that has any.
    involvements: BTreeMap<AgencyId, Involvement>,
    /// The calendar of each plan, in the order of `library.plans`.
    calendars: Vec<Calendar>,
    /// The place of each plan in the library.
    plan_places: BTreeMap<PlanId, usize>,
    /// The place of each task in its plan, a map a plan, in the order of `library.plans`.
    places: Vec<BTreeMap<TaskId, usize>>,
}

impl Site {
    /// Works out the pages of a site.
    #[must_use]
    pub fn derive(library: Library, config: Config) -> (Self, Diagnostics) {
        let involvements = involvement::involvements(&library);
        let calendars = library.plans.iter().map(|plan| Calendar::of(plan)).collect();
        let plans = library.plans.iter().enumerate();
        let plan_places = plans.map(|(place, plan)| (plan.id.clone(), place)).collect();
        let places = library.plans.iter().map(|plan| places(plan)).collect();
        let former = Former::of(&library);
        let mut site = Self {
            config,
            library,
            pages: Vec::new(),
            data: Vec::new(),
            machine_files: Vec::new(),
            aliases: Vec::new(),
            further: BTreeSet::new(),
            former,
            involvements,
            calendars,
            plan_places,
            places,
        };
        site.pages = site.derive_pages();
        site.data = site.derive_data_files();
        site.machine_files = site.derive_machine_files();
        site.aliases = site.derive_aliases();
        let pages = site.pages.iter().filter(|page| page.language().is_some()).map(Route::path);
        let aliases = site.aliases.iter().filter(|(_, page)| page.language().is_some());
        site.further = pages.chain(aliases.map(|(alias, _)| alias.clone())).collect();
        let diagnostics = site.address_faults();
        (site, diagnostics)
    }

    /// The tasks of an agency.
    #[must_use]
    pub fn involvement(&self, agency: &AgencyId) -> &Involvement {
        self.involvements.get(agency).unwrap_or(&involvement::NO_TASKS)
    }

    /// The calendar of a plan, by its place in the library.
    #[must_use]
    pub fn calendar(&self, plan: usize) -> Option<&Calendar> {
        self.calendars.get(plan)
    }

    /// A task and its plan.
    #[must_use]
    pub fn task(&self, at: TaskAt) -> Option<(&Plan, &Task)> {
        let plan = self.library.plans.get(at.plan)?;
        Some((plan, plan.tasks.get(at.task)?))
    }

    /// The place of a plan in the library.
    #[must_use]
    pub fn plan_place(&self, id: &PlanId) -> Option<usize> {
        self.plan_places.get(id).copied()
    }

    /// A plan by its id.
    #[must_use]
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.library.plans.get(self.plan_place(id)?).map(Arc::as_ref)
    }

    /// The place of a task in its plan, which is given by its own place in the library.
    #[must_use]
    pub fn place_of(&self, plan: usize, task: &TaskId) -> Option<usize> {
        self.places.get(plan)?.get(task).copied()
    }

    /// Whether an agency's lists stand on a page a plan.
    #[must_use]
    pub fn is_split(&self, agency: &AgencyId) -> bool {
        self.involvements.get(agency).is_some_and(|involvement| involvement.count() > LONGEST_LIST)
    }

    /// Whether each plan has a search index of its own.
    #[must_use]
    pub fn searches_by_plan(&self) -> bool {
        self.library.plans.iter().map(|plan| plan.tasks.len()).sum::<usize>() > LARGEST_INDEX
    }

    /// All that the site serves beside its pages and its theme's files.
    #[must_use]
    pub fn files(&self) -> Vec<Route> {
        let mut files =
            vec![Route::DataIndex, Route::DataSchema, Route::Catalogue, Route::SearchClient];
        if !self.searches_by_plan() {
            files.extend([Route::SearchIndex, Route::SearchIndexScript, Route::SearchCards]);
        }
        files.extend(self.data.iter().chain(&self.machine_files).cloned());
        for plan in &self.library.plans {
            if self.searches_by_plan() {
                files.push(Route::PlanSearchIndex(plan.id.clone()));
                files.push(Route::PlanSearchIndexScript(plan.id.clone()));
                files.push(Route::PlanSearchCards(plan.id.clone()));
            }
        }
        files.extend(self.documents());
        files.extend(self.library.files.iter().map(|(path, _)| Route::File(path.clone())));
        files
    }

    /// The documents of all plans.
    fn documents(&self) -> impl Iterator<Item = Route> {
        self.library.plans.iter().flat_map(|plan| {
            let names = plan.documents.iter().map(|document| document.name.clone());
            names.map(|name| Route::Document(plan.id.clone(), name))
        })
    }

    fn derive_pages(&self) -> Vec<Route> {
        let mut pages =
            vec![Route::Home, Route::Agencies, Route::Search, Route::Data, Route::NotFound];
        pages.extend(self.library.prose.iter().map(|prose| Route::Prose(prose.id.clone())));
        for (plan, calendar) in self.library.plans.iter().zip(&self.calendars) {
            pages.push(Route::Plan(plan.id.clone()));
            pages.push(Route::Edition(plan.id.clone()));
            let domains = plan.domains.iter().filter(|domain| !domain.is_flat());
            pages.extend(domains.map(|domain| Route::Domain(plan.id.clone(), domain.id.clone())));
            pages.extend(
                plan.tasks.iter().map(|task| Route::Task(plan.id.clone(), task.id.clone())),
            );
            pages.extend(calendar.years.iter().map(|year| Route::Year(plan.id.clone(), year.year)));
        }
        for agency in self.library.register.iter() {
            pages.push(Route::Agency(agency.id.clone()));
            if self.is_split(&agency.id) {
                let plans = self.plans_of(&agency.id).into_iter();
                pages.extend(
                    plans.map(|plan| Route::AgencyPlan(agency.id.clone(), plan.id.clone())),
                );
            }
        }
        let further = self.config.further_languages().iter();
        let further: Vec<Route> =
            further.flat_map(|tag| pages.iter().map(|page| page.further(tag))).collect();
        pages.extend(further);
        pages
    }

    /// The plans in which an agency has tasks, in the order of the library.
    #[must_use]
    pub fn plans_of(&self, agency: &AgencyId) -> Vec<&Plan> {
        let Some(involvement) = self.involvements.get(agency) else { return Vec::new() };
        let plans: BTreeSet<usize> =
            involvement.within(None).tasks().iter().map(|at| at.plan).collect();
        plans.into_iter().filter_map(|plan| Some(&**self.library.plans.get(plan)?)).collect()
    }

    /// The address of a page in a further language, where the site has it.
    #[must_use]
    pub fn further_address(&self, language: &str, address: &str) -> Option<String> {
        let address = in_language(language, address);
        self.further.contains(&address).then_some(address)
    }

    /// Two files for one address, compared without regard to case, and addresses that are too long.
    fn address_faults(&self) -> Diagnostics {
        // An id that is given twice was told already, and brings about no further fault here.
        let mut seen = BTreeSet::new();
        let own = self.pages.iter().cloned().chain(self.files());
        let own = own.filter(|route| seen.insert(route.clone())).map(|route| (route.path(), route));
        let mut taken: BTreeMap<String, Route> = BTreeMap::new();
        let mut diagnostics = Diagnostics::new();
        for (path, route) in own.chain(self.aliases.iter().cloned()) {
            if path.chars().count() > LONGEST_PATH {
                let fault = Diagnostic::new(Code::AddressTooLong).with("address", &path);
                diagnostics.push(fault.with("limit", LONGEST_PATH));
            }
            if let Some(first) = taken.insert(path.to_lowercase(), route.clone()) {
                let (first, second) = (self.written_in(&first), self.written_in(&route));
                let fault = Diagnostic::new(Code::AddressClash).with("address", &path);
                diagnostics.push(fault.with("first", first).with("second", second));
            }
        }
        diagnostics
    }

    /// The file that a page or copy is made from, where it is one of the owner's; else its address.
    fn written_in(&self, route: &Route) -> String {
        match route.page() {
            Route::Prose(id) => format!("content/{id}.md"),
            Route::File(path) => format!("content/tep/{path}"),
            Route::Task(plan, id) => {
                let plan = self.plan(plan);
                let task = plan.and_then(|plan| plan.tasks.iter().find(|task| task.id == *id));
                task.map_or_else(|| route.path(), |task| task.span.source.name.clone())
            }
            _ => route.path(),
        }
    }

    /// The addresses of all pages, files and aliases; the theme's files are not among them.
    #[must_use]
    pub fn addresses(&self) -> BTreeSet<String> {
        let pages = self.pages.iter().map(Route::path);
        let files = self.files().into_iter().map(|route| route.path());
        let aliases = self.aliases.iter().map(|(alias, _)| alias.clone());
        pages.chain(files).chain(aliases).collect()
    }
}

fn places(plan: &Plan) -> BTreeMap<TaskId, usize> {
    plan.tasks.iter().enumerate().map(|(place, task)| (task.id.clone(), place)).collect()
}
