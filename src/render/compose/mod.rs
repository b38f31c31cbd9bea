//! Composing the views: looking up what a page shows and putting it into finished words and addresses.

mod agency;
mod citation;
mod frame;
mod here;
mod label;
mod pages;
mod plan;
mod task;

pub use here::Here;
pub(super) use label::{task_excerpt, task_label};

use crate::model::AgencyKind;
use crate::site::Route;
use crate::theme::View;

/// The template of a page, and what it sees; nothing for a route that is no page of this site.
#[must_use]
pub fn page(here: &Here<'_>, route: &Route) -> Option<(&'static str, View)> {
    let (kind, subject, view) = match route {
        Route::Home => ("home", pages::home_subject(here), named("home", &pages::home(here))),
        Route::Plan(plan) => {
            let at = here.plan_at(plan)?;
            ("plan", plan::subject(here, at), named("plan", &plan::whole(here, at)))
        }
        Route::Domain(plan, domain) => {
            let at = here.plan_at(plan)?;
            let domain = at.plan.domain(domain)?;
            ("domain", plan::domain_subject(here, at, domain), named("domain", &plan::domain(here, at, domain)))
        }
        Route::Task(plan, task) => {
            let at = here.plan_at(plan)?;
            let index = at.plan.tasks.iter().position(|known| known.id == *task)?;
            ("task", task::subject(here, at, index)?, named("task", &task::page(here, at, index)?))
        }
        Route::Agencies => {
            ("agencies", agency::list_subject(here), named("agencies", &agency::list(here)))
        }
        Route::Agency(id) => {
            let agency = here.site.library.register.get(id)?;
            ("agency", agency::subject(here, agency), named("agency", &agency::page(here, agency, None)))
        }
        Route::AgencyPlan(id, plan) => {
            let agency = here.site.library.register.get(id)?;
            let at = here.plan_at(plan)?;
            let subject = agency::plan_subject(here, agency, at.plan);
            ("agency-plan", subject, named("agency", &agency::page(here, agency, Some(at))))
        }
        Route::Year(plan, year) => {
            let at = here.plan_at(plan)?;
            ("year", pages::year_subject(here, at, *year), named("year", &pages::year(here, at, *year)?))
        }
        Route::Search => ("search", pages::search_subject(here), named("search", &pages::search(here))),
        Route::Data => ("data", pages::data_subject(here), named("data", &pages::data(here))),
        Route::Prose(id) => {
            let prose = here.site.library.prose.iter().find(|prose| prose.id == *id)?;
            ("prose", pages::prose_subject(prose), named("prose", &pages::prose(here, prose)))
        }
        Route::NotFound => ("404", pages::not_found_subject(here), View::new()),
        _ => return None,
    };
    let page = frame::page(here, kind, route, subject);
    let view = view
        .with("site", &frame::site(here))
        .with("page", &page)
        .with("root", &here.root());
    Some((kind, view))
}

fn named<T: serde::Serialize>(name: &str, value: &T) -> View {
    View::new().with(name, value)
}

/// What a page is about, for its head: heading, title, description and the way to it.
pub(crate) struct Subject {
    /// The page's heading.
    pub(crate) heading: String,
    /// The title, without the site's.
    pub(crate) title: String,
    /// One or two sentences.
    pub(crate) description: Option<String>,
    /// The way from the home page, without it and without the page itself.
    pub(crate) above: Vec<(Route, String)>,
}

/// The catalogue's key of an agency's kind.
pub(crate) fn kind_key(kind: AgencyKind) -> String {
    format!("kind_{}", kind.as_str().replace('-', "_"))
}
