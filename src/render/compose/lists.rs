//! Where the tasks that a number counts stand: an address whose target lists exactly these.
//!
//! A page that shows how many tasks there are of a kind links the number here, so that nobody has to take it on trust.

use super::here::{Here, PlanAt};
use crate::model::{Agency, Domain, Plan};
use crate::site::Route;
use crate::site::fragment::{DATED, LED, ONGOING, of_domain, of_plan};

/// Of which tasks some are counted.
#[derive(Clone, Copy)]
pub(super) enum Within<'a> {
    /// All tasks of the site.
    Site,
    /// Those of a plan.
    Plan(&'a Plan),
    /// Those of a domain of a plan.
    Domain(&'a Plan, &'a Domain),
}

/// The tasks that an agency leads.
pub(super) fn led(here: &Here<'_>, agency: &Agency, within: Within<'_>) -> String {
    let (route, fragment) = match within {
        Within::Site => (Route::Agency(agency.id.clone()), LED.to_owned()),
        Within::Plan(plan) => (page_for(here, agency, plan), of_plan(LED, &plan.id)),
        Within::Domain(plan, domain) => {
            (page_for(here, agency, plan), of_domain(LED, &plan.id, &domain.id))
        }
    };
    format!("{}#{fragment}", here.href(&route))
}

/// The page that lists what an agency has to do in a plan.
fn page_for(here: &Here<'_>, agency: &Agency, plan: &Plan) -> Route {
    if here.site.is_split(&agency.id) {
        Route::AgencyPlan(agency.id.clone(), plan.id.clone())
    } else {
        Route::Agency(agency.id.clone())
    }
}

/// The dated tasks of a year.
pub(super) fn dated(here: &Here<'_>, plan: &Plan, year: i16) -> String {
    format!("{}#{DATED}", here.href(&Route::Year(plan.id.clone(), year)))
}

/// The ongoing tasks of a plan. Every year's page lists them; of the first it is said.
pub(super) fn ongoing(here: &Here<'_>, at: PlanAt<'_>) -> Option<String> {
    let year = here.site.calendar(at.index)?.years.first()?.year;
    Some(format!("{}#{ONGOING}", here.href(&Route::Year(at.plan.id.clone(), year))))
}
