//! Lists of agencies: the names are the document's, the ids beside them may be a person's.
//!
//! Lists are compared by their printed names. An id that stands beside a name stays while the document prints that name; a
//! name that a cell prints twice is counted.

use std::collections::BTreeMap;

use toml::Value;

use super::fields::{Before, Decision, Rule, settle};

/// Whether the entries under a key are agencies.
pub(super) fn is_list(key: &str) -> bool {
    matches!(key, "lead" | "coordinating")
}

/// What becomes of a list.
pub(super) fn decide(
    ours: Option<&Value>,
    base: Before<'_>,
    theirs: Option<&Value>,
    rule: Rule,
) -> Decision {
    let names = |list: Option<&Value>| list.map(printed);
    let (ours_printed, theirs_printed) = (names(ours), names(theirs));
    let said = match base {
        Before::Unknown => None,
        Before::Said(said) => said,
    };
    let said_printed = names(said);
    let base_printed = match base {
        Before::Unknown => Before::Unknown,
        Before::Said(_) => Before::Said(said_printed.as_ref()),
    };
    let decision = settle(ours_printed.as_ref(), base_printed, theirs_printed.as_ref(), rule);
    match decision {
        Decision::Keep | Decision::Conflict => decision,
        Decision::Same | Decision::Take(_) => {
            let settled = with_ids(ours, said, theirs, rule);
            if settled.as_ref() == ours { Decision::Same } else { Decision::Take(settled) }
        }
    }
}

/// The document's list, with the ids that persons set.
fn with_ids(
    ours: Option<&Value>,
    base: Option<&Value>,
    theirs: Option<&Value>,
    rule: Rule,
) -> Option<Value> {
    let entries = theirs?.as_array()?;
    if rule == Rule::Document {
        return theirs.cloned();
    }
    let (ours, base) = (by_name(ours), by_name(base));
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let entry = |entry: &Value| {
        let name = name(entry);
        let time = times.entry(name.clone()).or_default();
        let key = (name, *time);
        *time += 1;
        let Some(standing) = ours.get(&key) else { return entry.clone() };
        let untouched = base.get(&key).is_some_and(|base| agency(base) == agency(standing));
        let same_as_before = base.get(&key).is_some_and(|base| agency(base) == agency(entry));
        let by_person = agency(standing).is_some() && !untouched;
        // Without the document before, an id that stands there is taken for a person's, and none for nobody's.
        if by_person || same_as_before { (*standing).clone() } else { entry.clone() }
    };
    Some(Value::Array(entries.iter().map(entry).collect()))
}

/// The names of a list, as a value to compare.
fn printed(list: &Value) -> Value {
    let entries = list.as_array().into_iter().flatten();
    Value::Array(entries.map(|entry| Value::String(name(entry))).collect())
}

/// The entries of a list by name, and by how often the name came before.
fn by_name(list: Option<&Value>) -> BTreeMap<(String, usize), &Value> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut entries = BTreeMap::new();
    for entry in list.and_then(Value::as_array).into_iter().flatten() {
        let name = name(entry);
        let time = times.entry(name.clone()).or_default();
        entries.insert((name, *time), entry);
        *time += 1;
    }
    entries
}

/// The printed name of an entry.
pub(super) fn name(entry: &Value) -> String {
    let printed = entry.get("printed").and_then(Value::as_str).or_else(|| entry.as_str());
    crate::text::one_line(printed.unwrap_or_default())
}

fn agency(entry: &Value) -> Option<&str> {
    entry.get("agency").and_then(Value::as_str)
}
