//! Titles that only withdrawn tasks still need: groups of a domain, parts of a plan.
//!
//! A task names its group by number, and so does a domain its part. When the document drops the title, or gives it another
//! number, the reference of what stays must still mean the same title. So it follows the title to its new number; a title
//! that is gone stays behind the others; and where its number belongs to another title now, the reference is dropped.

use toml::Value;

use super::written::title;
use crate::text;

/// What becomes of a reference to a title.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reference {
    /// It stays right.
    Stays,
    /// The title has another number now.
    Moves(String),
    /// The title must be kept, as this entry.
    Keeps(Value),
    /// The number is another title's now, or nobody's.
    Drops,
}

/// What becomes of a reference by `number` to one of the old titles, among the new ones.
pub(super) fn reference(number: &str, old: &[Value], new: &[Value]) -> Reference {
    let entry = old.iter().find(|entry| title(entry).is_some_and(|(known, _)| known == number));
    let Some((entry, (_, old_title))) = entry.and_then(|entry| Some((entry, title(entry)?))) else {
        return Reference::Drops;
    };
    let key = text::name_key(old_title);
    let same: Vec<&str> = new
        .iter()
        .filter_map(title)
        .filter(|(_, title)| text::name_key(title) == key)
        .map(|(number, _)| number)
        .collect();
    let taken = new.iter().filter_map(title).any(|(known, _)| known == number);
    match same.as_slice() {
        numbers if numbers.contains(&number) => Reference::Stays,
        [other] => Reference::Moves((*other).to_owned()),
        _ if taken => Reference::Drops,
        _ => Reference::Keeps(alone(entry)),
    }
}

/// The titles that the document gave: without those that were kept behind them for withdrawn tasks alone.
pub(super) fn without_kept(
    ours: &[Value],
    document: &[Value],
    is_referred_to: impl Fn(&str) -> bool,
) -> Vec<Value> {
    let given = |entry: &Value| document.iter().any(|other| title(other) == title(entry));
    let kept = |entry: &Value| title(entry).is_some_and(|(number, _)| is_referred_to(number));
    ours.iter().filter(|entry| given(entry) || !kept(entry)).cloned().collect()
}

/// An entry without its reference to an entry above it, which may be gone.
fn alone(entry: &Value) -> Value {
    let mut entry = entry.clone();
    if let Some(table) = entry.as_table_mut() {
        table.remove("under");
    }
    entry
}

/// The entries under a key.
pub(super) fn entries<'h>(head: &'h toml::Table, key: &str) -> &'h [Value] {
    head.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
