//! The catalogue of data: every file with the size and the hash that it has, and nothing that nobody stated.

use planpress::hash::sha256;
use planpress::site::resolve;
use serde_json::Value;

use crate::data::sites;

const CATALOGUE: &str = "du-lieu/dcat.jsonld";

#[test]
fn every_distribution_is_a_file_with_this_size_and_hash() {
    for (name, made) in sites() {
        let catalogue = made.json(CATALOGUE);
        let base = made.ready.site.config.base_url.as_deref();
        let sets = catalogue["dataset"].as_array().expect("datasets");
        assert_eq!(sets.len(), made.ready.site.library.plans.len() + 1, "{name}");
        for file in sets.iter().flat_map(|set| set["distribution"].as_array().expect("files")) {
            let address = file["downloadURL"].as_str().expect("an address");
            let path = match base {
                Some(base) => address.strip_prefix(base).expect("absolute")[1..].to_owned(),
                None => resolve(CATALOGUE, address).expect("within the site").0,
            };
            let bytes = made.files.bytes(&path).unwrap_or_else(|| panic!("{name}: no {path}"));
            assert_eq!(file["byteSize"], bytes.len().to_string(), "{name}: {path}");
            assert_eq!(file["checksum"]["checksumValue"], sha256(bytes), "{name}: {path}");
        }
    }
}

#[test]
fn a_licence_is_named_only_where_the_site_states_one() {
    for (name, made) in sites() {
        let license = made.ready.site.config.license.as_ref();
        let said = made.json(CATALOGUE);
        for file in said["dataset"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|set| set["distribution"].as_array())
            .flatten()
        {
            let stated = license.map_or(Value::Null, |license| license.name.clone().into());
            assert_eq!(file["rights"], stated, "{name}");
            let url = license.and_then(|license| license.url.clone());
            assert_eq!(file["license"], url.map_or(Value::Null, Value::from), "{name}");
        }
    }
}

#[test]
fn every_name_in_it_is_one_that_its_context_explains() {
    fn look(value: &Value, context: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields.iter().filter(|(name, _)| *name != "@context") {
                    assert!(name.starts_with('@') || context.get(name).is_some(), "{name}");
                    look(value, context);
                }
                if let Some(kind) = fields.get("@type").and_then(Value::as_str) {
                    assert!(context.get(kind).is_some(), "{kind}");
                }
            }
            Value::Array(values) => values.iter().for_each(|value| look(value, context)),
            _ => {}
        }
    }
    for (_, made) in sites() {
        let catalogue = made.json(CATALOGUE);
        look(&catalogue, &catalogue["@context"]);
    }
}
