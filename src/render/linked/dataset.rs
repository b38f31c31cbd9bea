//! The data of plans as `Dataset`s with their files, and the page of data as the catalogue of them.

use std::sync::Arc;

use super::legislation::{coverage, plan_named};
use super::thing::{Said, Thing};
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
pub(super) fn of_plan(here: &Here<'_>, plan: &Plan) -> Thing {
    let title = &plan.facts.title;
    let tasks = here.tasks_in_words(plan.tasks.len());
    let files = plan_files(here.site, plan).into_iter();
    Thing::of("Dataset")
        .with("@id", dataset_address(here, plan))
        .with("name", title)
        .with("description", here.say("description_plan", &[("title", title), ("tasks", &tasks)]))
        .with("inLanguage", "vi")
        .with("license", license(here))
        .with("publisher", publisher(here))
        .with("about", plan_named(here, plan))
        .with("spatialCoverage", place(plan.facts.place.as_ref()))
        .with("temporalCoverage", plan.facts.period.as_ref().and_then(coverage))
        .with("distribution", files.map(|route| download(here, &route)).collect::<Said>())
}

/// The page of data.
pub(super) fn catalogue(here: &Here<'_>) -> Thing {
    let set = |plan: &Arc<Plan>| {
        let address = dataset_address(here, plan);
        Thing::of("Dataset").with("@id", address).with("name", &plan.facts.title)
    };
    Thing::of("DataCatalog")
        .with("@id", here.address(&Route::Data))
        .with("name", &here.site.config.title)
        .with("license", license(here))
        .with("publisher", publisher(here))
        .with("dataset", here.site.library.plans.iter().map(set).collect::<Said>())
}

fn download(here: &Here<'_>, route: &Route) -> Thing {
    let download = Thing::of("DataDownload").with("contentUrl", here.address(route));
    download.with("encodingFormat", media_type(route))
}

fn license(here: &Here<'_>) -> Option<Thing> {
    let license = here.site.config.license.as_ref()?;
    let work = Thing::of("CreativeWork").with("name", &license.name);
    Some(work.with("url", license.url.as_ref()))
}
