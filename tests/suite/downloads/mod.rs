//! What people take along: files of exactly the list that a page shows, in the formats of their own programs.

mod calendar;
mod tables;
mod workbook;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::made::Made;

/// The cells of a row by the names of their columns.
pub(super) type Row = BTreeMap<String, String>;

/// The rows of a table.
#[track_caller]
pub(super) fn rows(made: &Made, path: &str) -> Vec<Row> {
    let bytes = made.files.bytes(path).unwrap_or_else(|| panic!("there is no {path}"));
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(text);
    let header = reader.headers().expect("a header").clone();
    assert_eq!(header.get(0), Some("id"), "{path}");
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.expect("a row with as many cells as the header");
        header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

/// The tasks of all plans as the JSON has them, with the ids of their plans.
fn tasks(made: &Made) -> Vec<(String, Value)> {
    let plans = made.ready.site.library.plans.iter();
    let of_plan = |plan: String| {
        let data = made.json(&format!("du-lieu/{plan}.json"));
        let tasks = data["tasks"].as_array().expect("tasks").clone();
        tasks.into_iter().map(move |task| (plan.clone(), task))
    };
    plans.flat_map(|plan| of_plan(plan.id.to_string())).collect()
}

/// The last day of a task where it has one, by its data: what is ongoing has none.
fn last_day(task: &Value) -> Option<&str> {
    fn is_ongoing(period: &Value) -> bool {
        let kind = period["kind"].as_str();
        let mut parts = period["parts"].as_array().into_iter().flatten();
        kind == Some("ongoing") || kind == Some("recurring") || parts.any(is_ongoing)
    }
    task["period"]["end"].as_str().filter(|_| !is_ongoing(&task["period"]))
}
