//! What can be taken along from a page: files of exactly the list that it shows.

use super::here::{Here, PlanAt};
use crate::model::{Agency, Domain, Plan};
use crate::render::view::LinkView;
use crate::site::Route;

/// The files of a plan.
pub(super) fn of_plan(here: &Here<'_>, plan: &Plan) -> Vec<LinkView> {
    let mut links = vec![
        link(here, &Route::PlanXlsx(plan.id.clone()), "download_xlsx"),
        link(here, &Route::PlanCsv(plan.id.clone()), "download_csv"),
        link(here, &Route::PlanJson(plan.id.clone()), "download_json"),
    ];
    if here.site.has_calendar(plan) {
        links.push(link(here, &Route::PlanIcs(plan.id.clone()), "download_ics"));
    }
    links
}

/// The table of a domain.
pub(super) fn of_domain(here: &Here<'_>, plan: &Plan, domain: &Domain) -> Vec<LinkView> {
    vec![link(here, &Route::DomainCsv(plan.id.clone(), domain.id.clone()), "download_csv")]
}

/// The table of a year.
pub(super) fn of_year(here: &Here<'_>, plan: &Plan, year: i16) -> Vec<LinkView> {
    vec![link(here, &Route::YearCsv(plan.id.clone(), year), "download_csv")]
}

/// The table of an agency, or of its tasks in one plan, and its calendar.
pub(super) fn of_agency(
    here: &Here<'_>,
    agency: &Agency,
    only: Option<PlanAt<'_>>,
) -> Vec<LinkView> {
    if here.site.involvement(&agency.id).count() == 0 {
        return Vec::new();
    }
    if let Some(at) = only {
        let route = Route::AgencyPlanCsv(agency.id.clone(), at.plan.id.clone());
        return vec![link(here, &route, "download_csv")];
    }
    let mut links = vec![link(here, &Route::AgencyCsv(agency.id.clone()), "download_csv")];
    if here.site.has_calendar_of(&agency.id) {
        links.push(link(here, &Route::AgencyIcs(agency.id.clone()), "download_ics"));
    }
    links
}

fn link(here: &Here<'_>, route: &Route, key: &str) -> LinkView {
    here.link(route, here.say(key, &[]))
}
