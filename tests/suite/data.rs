//! The published data: what programs and spreadsheets read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use planpress::hash::sha256;
use planpress::manifest::{MANIFEST, Manifest, SHA256SUMS};
use planpress::tree::File;
use serde_json::Value;

use crate::downloads::{Row, rows};
use crate::golden;
use crate::made::Made;
use crate::register::shipped_site;

/// Sites of all sorts, the shipped one among them; made once for all tests below.
pub(crate) fn sites() -> Vec<(&'static str, &'static Made)> {
    static MADE: OnceLock<Vec<(&str, Made)>> = OnceLock::new();
    let golden = || {
        let names = ["every-key", "two-plans", "flat", "hostile"];
        names.map(|name| (name, Made::of(&golden::site(name)))).into()
    };
    let golden = MADE.get_or_init(golden).iter().map(|(name, made)| (*name, made));
    golden.chain([("shipped", shipped_site())]).collect()
}

/// One of the sites.
pub(crate) fn site(name: &str) -> &'static Made {
    let made = sites().into_iter().find(|(known, _)| *known == name).map(|(_, made)| made);
    made.unwrap_or_else(|| panic!("there is no site {name}"))
}

/// The ids of a site's plans.
fn plans(made: &Made) -> Vec<String> {
    made.ready.site.library.plans.iter().map(|plan| plan.id.to_string()).collect()
}

#[test]
fn every_plan_is_as_the_published_schema_says() {
    for (name, made) in sites() {
        let schema = made.json("du-lieu/schema.json");
        let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
        for plan in plans(made) {
            let data = made.json(&format!("du-lieu/{plan}.json"));
            let errors: Vec<String> =
                validator.iter_errors(&data).map(|error| format!("{error}")).collect();
            assert_eq!(errors, Vec::<String>::new(), "{name}: {plan}");

            // The schema is no empty promise: data that lacks something is refused.
            let mut broken = data.clone();
            broken["tasks"][0].as_object_mut().expect("a task").remove("lead");
            assert!(!validator.is_valid(&broken), "{name}: {plan}");
            let mut broken = data;
            broken["tasks"][0]["order"] = Value::from("1");
            assert!(!validator.is_valid(&broken), "{name}: {plan}");
        }
    }
}

#[test]
fn every_field_of_the_data_is_described_by_the_schema() {
    let made = site("every-key");
    let schema = made.json("du-lieu/schema.json");
    let data = made.json("du-lieu/12-kh-ubnd-2022.json");
    let described = |definition: &Value| -> BTreeSet<String> {
        definition["properties"].as_object().expect("properties").keys().cloned().collect()
    };
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().expect("an object").keys().cloned().collect()
    };
    assert_eq!(keys(&data), described(&schema));
    let definitions = &schema["$defs"];
    assert_eq!(keys(&data["plan"]), described(&definitions["PlanFactsData"]));
    assert_eq!(keys(&data["tasks"][1]), described(&definitions["TaskData"]));
    assert_eq!(keys(&data["agencies"][1]), described(&definitions["AgencyData"]));
}

#[test]
fn the_index_holds_the_hash_and_the_size_of_every_file() {
    for (name, made) in sites() {
        let index = made.json("du-lieu/chi-muc.json");
        let entries = index["plans"].as_array().expect("plans");
        let ids: Vec<&str> = entries.iter().filter_map(|plan| plan["id"].as_str()).collect();
        assert_eq!(ids, plans(made), "{name}");
        for plan in entries {
            let files = plan["files"].as_array().expect("files");
            let calendar = format!("du-lieu/{}.ics", plan["id"].as_str().expect("an id"));
            let calendars = usize::from(made.files.bytes(&calendar).is_some());
            assert_eq!(files.len(), 3 + calendars, "{name}: JSON, CSV, XLSX, perhaps a calendar");
            let of_all = index["files"].as_array().expect("files of all plans");
            assert_eq!(of_all.len(), 2, "{name}: CSV and NDJSON");
            for file in files.iter().chain(of_all) {
                let url = file["url"].as_str().expect("an address");
                let bytes = made.files.bytes(url).unwrap_or_else(|| panic!("{name}: no {url}"));
                assert_eq!(file["sha256"], sha256(bytes), "{name}: {url}");
                assert_eq!(file["bytes"], bytes.len(), "{name}: {url}");
            }
        }
    }
}

#[test]
fn the_manifest_holds_the_hash_of_every_file_and_nothing_else() {
    for (name, made) in sites() {
        let manifest = Manifest::parse(made.text(MANIFEST).as_bytes()).expect("a manifest");
        assert_eq!(manifest.generator, concat!("planpress ", env!("CARGO_PKG_VERSION")));
        let listed: BTreeMap<String, String> =
            manifest.files.into_iter().map(|(path, file)| (path, file.sha256)).collect();
        let made: BTreeMap<String, String> = made
            .files
            .iter()
            .filter(|(path, _)| ![MANIFEST, SHA256SUMS].contains(&path.as_str()))
            .map(|(path, file)| match file {
                File::Bytes(bytes) => (path.to_string(), sha256(bytes)),
                File::Stored(stored) => (path.to_string(), stored.sha256.clone()),
            })
            .collect();
        assert_eq!(listed, made, "{name}");
    }
}

/// A cell as it is written where a spreadsheet would run it: with a `'` before it.
fn guarded(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '@', '\t', '\r']);
    let negative = cell.starts_with('-') && cell != "-";
    if runs || negative { format!("'{cell}") } else { cell.to_owned() }
}

#[test]
fn the_table_says_the_same_as_the_json() {
    for (name, made) in sites() {
        for plan in plans(made) {
            let data = made.json(&format!("du-lieu/{plan}.json"));
            let tasks = data["tasks"].as_array().expect("tasks");
            let rows = rows(made, &format!("du-lieu/{plan}.csv"));
            assert_eq!(rows.len(), tasks.len(), "{name}: {plan}");
            for (row, task) in rows.iter().zip(tasks) {
                for field in
                    ["id", "number", "label", "part", "domain", "group", "text", "row", "url"]
                {
                    let text = task[field].as_str().unwrap_or_default();
                    assert_eq!(row[field], guarded(text), "{name}: {plan}: {field}");
                }
                for field in ["kind", "start", "end"] {
                    let text = task["period"][field].as_str().unwrap_or_default();
                    assert_eq!(row[field], guarded(text), "{name}: {plan}: {field}");
                }
                for field in ["lead", "coordinating"] {
                    let mentions = task[field].as_array().expect("mentions");
                    let joined = |key: &str| {
                        let part = mentions.iter().filter_map(|mention| mention[key].as_str());
                        part.collect::<Vec<_>>().join("; ")
                    };
                    assert_eq!(row[field], guarded(&joined("published")), "{name}: {plan}");
                    assert_eq!(row[&format!("{field}_ids")], joined("agency"), "{name}: {plan}");
                }
                for (column, value) in task["extra"].as_object().expect("further columns") {
                    let value = value.as_str().expect("a text");
                    assert_eq!(row[&guarded(column)], guarded(value), "{name}: {plan}: {column}");
                }
            }
        }
    }
}

#[test]
fn no_cell_of_a_table_runs_as_a_formula() {
    let made = site("hostile");
    let tables = made.paths().filter(|path| path.ends_with(".csv"));
    let rows: Vec<Row> = tables.flat_map(|path| rows(made, path)).collect();
    let cells: Vec<&String> = rows.iter().flat_map(Row::values).collect();
    for cell in &cells {
        assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
        assert!(!cell.starts_with('-') || *cell == "-", "{cell}");
    }
    assert!(cells.iter().any(|cell| *cell == "-"), "a bare dash stays as it is");
    assert!(cells.iter().any(|cell| cell.starts_with("'=")), "the fixture has formulas");
}

#[test]
fn lines_of_a_table_end_as_rfc_4180_says() {
    let made = site("two-plans");
    let table = made.text("du-lieu/150-kh-ubnd-2022.csv");
    assert_eq!(table.matches("\r\n").count(), 3);
    assert_eq!(table.matches('\n').count(), 3);
}

#[test]
fn search_has_a_card_for_every_task_and_an_index_of_their_words() {
    for (name, made) in sites() {
        let script = made.text("tim-kiem/index.js");
        let index = made.json("tim-kiem/index.json");
        let tasks: usize = made.ready.site.library.plans.iter().map(|plan| plan.tasks.len()).sum();
        assert_eq!(index["documentStore"]["length"], tasks, "{name}");
        assert_eq!(cards(made).len(), tasks, "{name}");
        assert!(script.starts_with("vks.i(JSON.parse('") && script.ends_with("'));\n"), "{name}");
        for card in cards(made) {
            let plan =
                card[0].as_u64().and_then(|plan| usize::try_from(plan).ok()).expect("a plan");
            let plan = &made.ready.site.library.plans[plan].id;
            let address = format!("nhiem-vu/{plan}/{}.html", card[1].as_str().expect("an id"));
            assert!(made.files.bytes(&address).is_some(), "{name}: {address}");
        }
    }
}

/// The cards, read as a browser reads the script.
fn cards(made: &Made) -> Vec<Value> {
    let script = made.text("tim-kiem/docs.js");
    let literal = script.strip_prefix("vks.d(JSON.parse('").and_then(|s| s.strip_suffix("'));\n"));
    let mut json = String::new();
    let mut letters = literal.expect("a call with a literal").chars();
    while let Some(letter) = letters.next() {
        match (letter, if letter == '\\' { letters.next() } else { None }) {
            ('\\', Some('x')) => {
                let digits: String = letters.by_ref().take(2).collect();
                json.push(char::from(u8::from_str_radix(&digits, 16).expect("two digits")));
            }
            ('\\', Some('u')) => {
                let digits: String = letters.by_ref().take(4).collect();
                let number = u32::from_str_radix(&digits, 16).expect("four digits");
                json.push(char::from_u32(number).expect("a character"));
            }
            ('\\', Some(escaped)) => json.push(escaped),
            (plain, _) => json.push(plain),
        }
    }
    let cards: Value = serde_json::from_str(&json).expect("JSON within the script");
    cards["tasks"].as_array().expect("cards").clone()
}

#[test]
fn what_search_shows_is_what_was_published() {
    for (name, made) in sites() {
        let tasks = made.ready.site.library.plans.iter().flat_map(|plan| &plan.tasks);
        for (card, task) in cards(made).iter().zip(tasks) {
            assert_eq!(card[3], task.text(), "{name}");
        }
    }
}
