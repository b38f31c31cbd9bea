//! The data of plans as `Dataset`s with their files, and the page of data as the catalogue of them.

use serde_json::{Value, json};

use super::legislation::{coverage, plan_named};
use super::{place, publisher};
use crate::model::Plan;
use crate::render::compose::Here;
use crate::render::data::{media_type, plan_files};
use crate::site::Route;

/// The place of a plan's page that stands for its data.
const DATASET: &str = "#du-lieu";

/// The name of a plan's data for machines: an address of its own, so that the data is not taken for the plan.
pub(in crate::render) fn dataset_address(here: &Here<'_>, plan: &Plan) -> String {
    here.address(&Route::Plan(plan.id.clone())) + DATASET
}

/// The data of a plan.
pub(super) fn of_plan(here: &Here<'_>, plan: &Plan) -> Value {
    let title = &plan.facts.title;
    let tasks = here.tasks_in_words(plan.tasks.len());
    let files = plan_files(here.site, plan).into_iter();
    json!({
        "@type": "Dataset",
        "@id": dataset_address(here, plan),
        "name": title,
        "description": here.say("description_plan", &[("title", title), ("tasks", &tasks)]),
        "inLanguage": "vi",
        "license": license(here),
        "publisher": publisher(here),
        "about": plan_named(here, plan),
        "spatialCoverage": place(plan.facts.place.as_ref()),
        "temporalCoverage": plan.facts.period.as_ref().and_then(coverage),
        "distribution": files.map(|route| download(here, &route)).collect::<Vec<_>>(),
    })
}

/// The page of data.
pub(super) fn catalogue(here: &Here<'_>) -> Value {
    let set = |plan: &Plan| {
        let name = &plan.facts.title;
        json!({ "@type": "Dataset", "@id": dataset_address(here, plan), "name": name })
    };
    json!({
        "@type": "DataCatalog",
        "@id": here.address(&Route::Data),
        "name": here.site.config.title,
        "license": license(here),
        "publisher": publisher(here),
        "dataset": here.site.library.plans.iter().map(set).collect::<Vec<_>>(),
    })
}

fn download(here: &Here<'_>, route: &Route) -> Value {
    json!({
        "@type": "DataDownload",
        "contentUrl": here.address(route),
        "encodingFormat": media_type(route),
    })
}

fn license(here: &Here<'_>) -> Option<Value> {
    let license = here.site.config.license.as_ref()?;
    Some(json!({ "@type": "CreativeWork", "name": license.name, "url": license.url }))
}
