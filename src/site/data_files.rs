//! Which files of data a site has: each list of tasks that a page shows is a table, and where its tasks have last days,
//! a calendar of a plan or an agency. A calendar without a day is no file: the standard knows none.

use super::{Route, Site};
use crate::model::{AgencyId, Plan};

impl Site {
    /// Whether a plan has a calendar: some task with a last day.
    #[must_use]
    pub fn has_calendar(&self, plan: &Plan) -> bool {
        plan.tasks.iter().any(|task| task.last_day().is_some())
    }

    /// Whether an agency has a calendar: some task with a last day, in whichever role.
    #[must_use]
    pub fn has_calendar_of(&self, agency: &AgencyId) -> bool {
        let tasks = self.involvement(agency).within(None).tasks();
        let mut tasks = tasks.into_iter().filter_map(|at| self.task(at));
        tasks.any(|(_, task)| task.last_day().is_some())
    }

    pub(super) fn derive_data_files(&self) -> Vec<Route> {
        let mut files = vec![Route::AllNdjson, Route::AllCsv];
        for (plan, calendar) in self.library.plans.iter().zip(&self.calendars) {
            files.push(Route::PlanJson(plan.id.clone()));
            files.push(Route::PlanCsv(plan.id.clone()));
            files.push(Route::PlanXlsx(plan.id.clone()));
            files.extend(self.has_calendar(plan).then(|| Route::PlanIcs(plan.id.clone())));
            let domains = plan.domains.iter().filter(|domain| !domain.is_flat());
            files
                .extend(domains.map(|domain| Route::DomainCsv(plan.id.clone(), domain.id.clone())));
            let years = calendar.years.iter();
            files.extend(years.map(|year| Route::YearCsv(plan.id.clone(), year.year)));
        }
        for agency in self.involvements.keys() {
            files.push(Route::AgencyCsv(agency.clone()));
            files.extend(self.has_calendar_of(agency).then(|| Route::AgencyIcs(agency.clone())));
            if self.is_split(agency) {
                let plans = self.plans_of(agency).into_iter();
                files.extend(
                    plans.map(|plan| Route::AgencyPlanCsv(agency.clone(), plan.id.clone())),
                );
            }
        }
        files
    }
}
