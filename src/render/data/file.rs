//! Which bytes stand at which address: every file of data by its route.

use super::calendar::{agency_calendar, plan_calendar};
use super::csv::table;
use super::every_task::every_task;
use super::lines::Lines;
use super::list::TaskList;
use super::workbook::workbook;
use super::{json, plan};
use crate::render::compose::Here;
use crate::site::Route;

/// The bytes of a file of data; nothing for a route that is none, or of what the site does not have.
pub(in crate::render) fn file(here: &Here<'_>, lines: &Lines, route: &Route) -> Option<Vec<u8>> {
    let site = here.site;
    Some(match route {
        Route::PlanJson(id) => json(&plan(here, here.plan_at(id)?.plan)),
        Route::PlanCsv(id) => table(here, lines, &TaskList::of_plan(here.plan_at(id)?)),
        Route::PlanXlsx(id) => workbook(here, here.plan_at(id)?),
        Route::PlanIcs(id) => plan_calendar(here, lines, here.plan_at(id)?),
        Route::DomainCsv(id, domain) => {
            let at = here.plan_at(id)?;
            table(here, lines, &TaskList::of_domain(at, at.plan.domain(domain)?))
        }
        Route::YearCsv(id, year) => {
            table(here, lines, &TaskList::of_year(site, here.plan_at(id)?, *year)?)
        }
        Route::AgencyCsv(agency) => table(here, lines, &TaskList::of_agency(site, agency, None)),
        Route::AgencyPlanCsv(agency, id) => {
            table(here, lines, &TaskList::of_agency(site, agency, Some(here.plan_at(id)?)))
        }
        Route::AgencyIcs(agency) => {
            agency_calendar(here, lines, site.library.register.get(agency)?)
        }
        Route::AllCsv => table(here, lines, &TaskList::all(site)),
        Route::AllNdjson => every_task(here),
        _ => return None,
    })
}
