//! `du-lieu/dcat.jsonld`: the catalogue of the data files for portals of open data, in DCAT 3 as JSON-LD.
//!
//! A dataset a plan and one of all tasks, each file a distribution with its size and hash. A licence stands there only
//! where the site states one; when a file changed last is not known to a build.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::plan_files;
use crate::model::Plan;
use crate::render::Listing;
use crate::render::compose::Here;
use crate::render::linked::dataset_address;
use crate::site::Route;

/// The catalogue; `files` are the finished files by their addresses.
pub(in crate::render) fn catalogue(here: &Here<'_>, files: &BTreeMap<&str, &Listing>) -> Value {
    let config = &here.site.config;
    let distributions = |routes: Vec<Route>| -> Vec<Value> {
        routes.iter().filter_map(|route| distribution(here, files, route)).collect()
    };
    let plans = here.site.library.plans.iter().map(|plan| {
        let mut set = dataset(here, plan);
        set.insert("distribution".to_owned(), distributions(plan_files(here.site, plan)).into());
        Value::Object(set)
    });
    let all = json!({
        "@id": here.address(&Route::Data),
        "@type": "Dataset",
        "title": config.title,
        "description": here.say("data_all_csv", &[]),
        "language": "vi",
        "distribution": distributions(vec![Route::AllCsv, Route::AllNdjson]),
    });
    let catalogue = json!({
        "@context": context(),
        "@id": here.address(&Route::Catalogue),
        "@type": "Catalog",
        "title": config.title,
        "description": config.description,
        "language": config.main_language(),
        "homepage": here.address(&Route::Home),
        "publisher": config.publisher.as_ref().map(|name| agent(name)),
        "license": config.license.as_ref().and_then(|license| license.url.as_ref()),
        "dataset": plans.chain([all]).collect::<Vec<_>>(),
    });
    known(catalogue)
}

/// What is known of a plan's data. When the plan was issued is left out: it is not the day of the data.
fn dataset(here: &Here<'_>, plan: &Plan) -> Map<String, Value> {
    let facts = &plan.facts;
    let tasks = here.tasks_in_words(plan.tasks.len());
    let words = [("title", facts.title.as_str()), ("tasks", tasks.as_str())];
    let period = facts.period.as_ref();
    let (start, end) = (
        period.and_then(|period| period.reading.start),
        period.and_then(|period| period.last_day()),
    );
    let temporal = (start.is_some() || end.is_some()).then(|| {
        json!({
            "@type": "PeriodOfTime",
            "startDate": start.map(|day| day.to_string()),
            "endDate": end.map(|day| day.to_string()),
        })
    });
    let set = json!({
        "@id": dataset_address(here, plan),
        "@type": "Dataset",
        "identifier": plan.id.to_string(),
        "title": facts.title,
        "description": here.say("description_plan", &words),
        "language": "vi",
        "landingPage": here.address(&Route::Plan(plan.id.clone())),
        "spatial": facts.place.as_ref().map(|name| json!({ "@type": "Location", "placeName": name })),
        "temporal": temporal,
    });
    match set {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn distribution(here: &Here<'_>, files: &BTreeMap<&str, &Listing>, route: &Route) -> Option<Value> {
    let listing = files.get(route.path().as_str())?;
    let license = here.site.config.license.as_ref();
    let registered = media_type(route).filter(|kind| *kind != UNREGISTERED);
    Some(json!({
        "@type": "Distribution",
        "accessURL": here.address(&Route::Data),
        "downloadURL": here.address(route),
        "mediaType": registered.map(|kind| format!("{MEDIA_TYPES}{kind}")),
        "format": media_type(route).filter(|kind| *kind == UNREGISTERED),
        "byteSize": listing.size.to_string(),
        "checksum": {
            "@type": "Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": listing.sha256,
        },
        "license": license.and_then(|license| license.url.as_ref()),
        "rights": license.map(|license| &license.name),
    }))
}

/// Where IANA lists the kinds of media, by which DCAT names them.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// The kind of lines of JSON, which IANA does not know.
const UNREGISTERED: &str = "application/x-ndjson";

/// The kind of media of a file of tasks.
pub(in crate::render) fn media_type(route: &Route) -> Option<&'static str> {
    let path = route.path();
    let (_, ending) = path.rsplit_once('.')?;
    Some(match ending {
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "json" => "application/json",
        "ndjson" => UNREGISTERED,
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => return None,
    })
}

fn agent(name: &str) -> Value {
    json!({ "@type": "Agent", "name": name })
}

/// A value without what is null.
fn known(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
            fields.map(|(key, value)| (key, known(value))).collect()
        }
        Value::Array(values) => values.into_iter().map(known).collect(),
        plain => plain,
    }
}

/// What the names above mean: terms of DCAT, Dublin Core, FOAF and SPDX, each with its kind of value.
fn context() -> Value {
    let link = |term: &str| json!({ "@id": term, "@type": "@id" });
    let day = |term: &str| json!({ "@id": term, "@type": "xsd:date" });
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "locn": "http://www.w3.org/ns/locn#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "Agent": "foaf:Agent",
        "Catalog": "dcat:Catalog",
        "Checksum": "spdx:Checksum",
        "Dataset": "dcat:Dataset",
        "Distribution": "dcat:Distribution",
        "Location": "dct:Location",
        "PeriodOfTime": "dct:PeriodOfTime",
        "accessURL": link("dcat:accessURL"),
        "algorithm": link("spdx:algorithm"),
        "byteSize": { "@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger" },
        "checksum": "spdx:checksum",
        "checksumValue": { "@id": "spdx:checksumValue", "@type": "xsd:hexBinary" },
        "dataset": "dcat:dataset",
        "description": "dct:description",
        "distribution": "dcat:distribution",
        "downloadURL": link("dcat:downloadURL"),
        "endDate": day("dcat:endDate"),
        "format": "dct:format",
        "homepage": link("foaf:homepage"),
        "identifier": "dct:identifier",
        "landingPage": link("dcat:landingPage"),
        "language": "dct:language",
        "license": link("dct:license"),
        "mediaType": link("dcat:mediaType"),
        "name": "foaf:name",
        "placeName": "locn:geographicName",
        "publisher": "dct:publisher",
        "rights": "dct:rights",
        "spatial": "dct:spatial",
        "startDate": day("dcat:startDate"),
        "temporal": "dct:temporal",
        "title": "dct:title",
    })
}
