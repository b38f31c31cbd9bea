//! Linked data: what a page is about, in the vocabulary of schema.org, as JSON-LD for the head of the page.
//!
//! It repeats what plan and register state and adds nothing: what is not known is left out, and so is what the register
//! marks as uncertain, since a program cannot be shown a doubt. Addresses are absolute where the site's own is known; else
//! they are relative, which JSON-LD allows. Where schema.org has no words for what became of an agency, the W3C's
//! ontology of organizations has.

mod agency;
mod dataset;
mod legislation;
mod thing;
mod trail;

use super::compose::Here;
use crate::site::Route;
use thing::{Said, Thing};

pub(super) use dataset::dataset_address;

/// What a page is about, as a text that may stand in `<script type="application/ld+json">`; nothing where a page is about
/// nothing. `heading` and `above` are the page's heading and the way to it.
pub(super) fn linked_data(
    here: &Here<'_>,
    route: &Route,
    heading: &str,
    above: &[(Route, String)],
) -> Option<String> {
    // A thing has one name for machines and says the same on every page that shows it: that of the main language.
    let mut graph = about(&here.in_language(here.site.config.main_language()).quoting(), route);
    graph.extend(trail::breadcrumbs(here, route, heading, above));
    if graph.is_empty() {
        return None;
    }
    let schema = Said::from("https://schema.org");
    let context = if graph.iter().any(agency::has_changes) {
        let ontology = Thing::default().with("org", agency::ORGANIZATIONS);
        Said::List(vec![schema, ontology.into()])
    } else {
        schema
    };
    let graph: Said = graph.into_iter().collect();
    let data = Thing::default().with("@context", context).with("@graph", graph);
    // Fields have names for keys and hold no failing parts, so that nothing can go wrong here.
    Some(in_script(&serde_json::to_string(&data).unwrap_or_default()))
}

/// The things that a page shows.
fn about(here: &Here<'_>, route: &Route) -> Vec<Thing> {
    let things = match route {
        Route::Home => Some(vec![website(here)]),
        Route::Plan(id) => here
            .plan_at(id)
            .map(|at| vec![legislation::plan(here, at.plan), dataset::of_plan(here, at.plan)]),
        Route::Domain(id, domain) => here
            .plan_at(id)
            .and_then(|at| Some(vec![legislation::domain(here, at.plan, at.plan.domain(domain)?)])),
        Route::Task(id, task) => here.plan_at(id).and_then(|at| {
            let place = here.site.place_of(at.index, task)?;
            Some(vec![legislation::task(here, at.plan, at.plan.tasks.get(place)?)])
        }),
        Route::Agency(id) => {
            here.site.library.register.get(id).map(|agency| vec![agency::agency(here, agency)])
        }
        Route::Data => Some(vec![dataset::catalogue(here)]),
        _ => None,
    };
    things.unwrap_or_default()
}

/// The site: what it is called, and how it is searched from outside.
fn website(here: &Here<'_>) -> Thing {
    let config = &here.site.config;
    let search = here.absolute(&Route::Search).filter(|_| here.searches()).map(|search| {
        let form = Thing::of("EntryPoint").with("urlTemplate", format!("{search}?q={{query}}"));
        Thing::of("SearchAction").with("target", form).with("query-input", "required name=query")
    });
    let plans = here.site.library.plans.iter().map(|plan| legislation::plan_named(here, plan));
    Thing::of("WebSite")
        .with("@id", here.address(&Route::Home))
        .with("url", here.address(&Route::Home))
        .with("name", &config.title)
        .with("description", config.description.as_ref())
        .with("inLanguage", here.language())
        .with("publisher", publisher(here))
        .with("potentialAction", search)
        .with("hasPart", plans.collect::<Said>())
}

/// Who publishes the site.
fn publisher(here: &Here<'_>) -> Option<Thing> {
    here.site.config.publisher.as_ref().map(|name| agency::named(name))
}

/// A place as plan and register name it.
fn place(name: Option<&String>) -> Option<Thing> {
    name.map(|name| Thing::of("AdministrativeArea").with("name", name))
}

/// JSON that cannot end the script element that it stands in, nor begin a comment there.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
