//! Linked data: what a page is about, in the vocabulary of schema.org, as JSON-LD for the head of the page.
//!
//! It repeats what plan and register state and adds nothing: what is not known is left out, and so is what the register
//! marks as uncertain, since a program cannot be shown a doubt. Addresses are absolute where the site's own is known; else
//! they are relative, which JSON-LD allows. Where schema.org has no words for what became of an agency, the W3C's
//! ontology of organizations has.

mod agency;
mod dataset;
mod legislation;
mod trail;

use serde_json::{Value, json};

use super::compose::Here;
use crate::site::Route;

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
    let graph: Vec<Value> = graph.into_iter().map(without_unknown).collect();
    let context = if graph.iter().any(agency::has_changes) {
        json!(["https://schema.org", { "org": agency::ORGANIZATIONS }])
    } else {
        json!("https://schema.org")
    };
    let data = json!({ "@context": context, "@graph": graph });
    (!graph.is_empty()).then(|| in_script(&data.to_string()))
}

/// The things that a page shows.
fn about(here: &Here<'_>, route: &Route) -> Vec<Value> {
    let nodes = match route {
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
    nodes.unwrap_or_default()
}

/// The site: what it is called, and how it is searched from outside.
fn website(here: &Here<'_>) -> Value {
    let config = &here.site.config;
    let search = here.absolute(&Route::Search).filter(|_| here.searches()).map(|search| {
        json!({
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": format!("{search}?q={{query}}") },
            "query-input": "required name=query",
        })
    });
    let plans = here.site.library.plans.iter().map(|plan| legislation::plan_named(here, plan));
    json!({
        "@type": "WebSite",
        "@id": here.address(&Route::Home),
        "url": here.address(&Route::Home),
        "name": config.title,
        "description": config.description,
        "inLanguage": here.language(),
        "publisher": publisher(here),
        "potentialAction": search,
        "hasPart": plans.collect::<Vec<_>>(),
    })
}

/// Who publishes the site.
fn publisher(here: &Here<'_>) -> Option<Value> {
    let name = here.site.config.publisher.as_ref()?;
    Some(json!({ "@type": "Organization", "name": name }))
}

/// A place as plan and register name it.
fn place(name: Option<&String>) -> Option<Value> {
    name.map(|name| json!({ "@type": "AdministrativeArea", "name": name }))
}

/// A value without what is null or empty.
fn without_unknown(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known = fields.into_iter().map(|(key, value)| (key, without_unknown(value)));
            known.filter(|(_, value)| !value.is_null() && *value != json!([])).collect()
        }
        Value::Array(values) => values.into_iter().map(without_unknown).collect(),
        plain => plain,
    }
}

/// JSON that cannot end the script element that it stands in, nor begin a comment there.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
