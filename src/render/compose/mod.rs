//! Composing the views: looking up what a page shows and putting it into finished words and addresses.

mod agency;
mod citation;
mod cite;
mod downloads;
mod examples;
mod filters;
mod frame;
mod here;
mod involvements;
mod item;
mod label;
mod language;
mod lists;
mod matrix;
mod pages;
mod plan;
mod row;
mod social;
mod table;
mod task;
mod timeline;

pub(super) use citation::{domain_citation, numbered_plan, plan_citation, task_citation};
pub(super) use frame::{GENERATOR, POLICY};
pub(super) use here::{Here, PlanAt};
pub(super) use item::Items;
pub(super) use label::{task_excerpt, task_label};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::model::AgencyKind;
use crate::site::Route;
use crate::theme::View;

/// The template of a page, and what it sees; nothing for a route that is no page of this site.
///
/// # Errors
/// Faults of the theme's items, which stand in views as it shows them.
pub(super) fn page(
    here: &Here<'_>,
    route: &Route,
) -> Result<Option<(&'static str, View)>, Diagnostic> {
    let Some(kind) = route.template() else { return Ok(None) };
    let Some((subject, view)) = shown(here, kind, route)? else { return Ok(None) };
    let page = frame::page(here, kind, route, subject);
    let view = view.with("site", frame::site(here)).with("page", page).with("root", here.root());
    let (open, close) = here.lang_marks_html();
    let view = view.with("lang_html", here.lang_html());
    let view = view.with("lang_open_html", open).with("lang_close_html", close);
    Ok(Some((kind, view)))
}

/// What a page of a kind is about, and what it shows.
fn shown(
    here: &Here<'_>,
    kind: &'static str,
    route: &Route,
) -> Result<Option<(Subject, View)>, Diagnostic> {
    Ok(match route {
        Route::Agency(id) => match here.site.library.register.get(id) {
            Some(agency) => {
                let view = named(kind, agency::page(here, agency, None)?);
                Some((agency::subject(here, agency), view))
            }
            None => None,
        },
        Route::AgencyPlan(id, plan) => {
            match here.site.library.register.get(id).zip(here.plan_at(plan)) {
                Some((agency, at)) => {
                    let view = named(kind, agency::page(here, agency, Some(at))?);
                    Some((agency::plan_subject(here, agency, at.plan), view))
                }
                None => None,
            }
        }
        Route::Year(plan, year) => match here.plan_at(plan) {
            Some(at) => pages::year(here, at, *year)?
                .map(|view| (pages::year_subject(here, at, *year), named(kind, view))),
            None => None,
        },
        _ => shown_without_items(here, kind, route),
    })
}

/// The same of a page without items.
fn shown_without_items(
    here: &Here<'_>,
    kind: &'static str,
    route: &Route,
) -> Option<(Subject, View)> {
    Some(match route {
        Route::Home => (pages::home_subject(here), named(kind, pages::home(here))),
        Route::Plan(plan) => {
            let at = here.plan_at(plan)?;
            (plan::subject(here, at), named(kind, plan::whole(here, at)))
        }
        Route::Edition(plan) => {
            let at = here.plan_at(plan)?;
            (plan::edition_subject(here, at), named(kind, plan::edition(here, at)))
        }
        Route::Domain(plan, domain) => {
            let at = here.plan_at(plan)?;
            let domain = at.plan.domain(domain)?;
            (plan::domain_subject(here, at, domain), named(kind, plan::domain(here, at, domain)))
        }
        Route::Task(plan, task) => {
            let at = here.plan_at(plan)?;
            let index = here.site.place_of(at.index, task)?;
            (task::subject(here, at, index)?, named(kind, task::page(here, at, index)?))
        }
        Route::Agencies => (agency::list_subject(here), named(kind, agency::list(here))),
        Route::Search => (pages::search_subject(here), named(kind, pages::search(here))),
        Route::Data => (pages::data_subject(here), named(kind, pages::data(here))),
        Route::Prose(id) => {
            let prose = here.site.library.prose.iter().find(|prose| prose.id == *id)?;
            (pages::prose_subject(prose), named(kind, pages::prose(here, prose)))
        }
        Route::NotFound => (pages::not_found_subject(here), View::new()),
        _ => return None,
    })
}

/// A view with what the page shows, under the name of its kind; an agency's page by plan shows an agency, an edition a plan.
fn named<T: Serialize + Send + Sync + 'static>(kind: &'static str, value: T) -> View {
    let name = match kind {
        "agency-plan" => "agency",
        "edition" => "plan",
        kind => kind,
    };
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
