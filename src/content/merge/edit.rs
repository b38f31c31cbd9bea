//! Changing a file in place: what is not changed stays byte for byte, with its comments, its order of keys and its quotes.
//! The only place that knows `toml_edit`.

use toml::{Table, Value};
use toml_edit::{DocumentMut, Item, RawString, TableLike};

use super::super::print::{escaped, key, quoted};
use super::fields::Field;
use super::written::Written;

/// A change of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Edit {
    /// A field gets a value, or loses the one that it has.
    Put(Field, Option<Value>),
    /// The table of a list that says this under the second key comes first; where none does, this one is put there.
    First(&'static str, &'static str, Table),
}

/// The mark that some programs put before a text in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a file after some changes.
pub(super) fn edited(written: &Written, edits: &[Edit]) -> Vec<u8> {
    if edits.is_empty() {
        return written.bytes.clone();
    }
    let (head, body) = (written.document.head(), written.document.body());
    let whole = &written.document.source().text;
    let piece = |from: usize, to: usize| unix(whole.get(from..to).unwrap_or_default());
    let text = [
        piece(0, head.range.start),
        edited_head(&unix(head.text()), edits),
        piece(head.range.end, body.range.start),
        edited_body(written, edits),
    ]
    .concat();
    let text = if whole.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
    let mark = if written.bytes.starts_with(MARK) { MARK } else { &[] };
    [mark, text.as_bytes()].concat()
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn edited_head(head: &str, edits: &[Edit]) -> String {
    // The head was read before; what cannot be read again stays as it is, as the account would find.
    let Ok(mut document) = head.parse::<DocumentMut>() else { return head.to_owned() };
    for edit in edits {
        match edit {
            Edit::Put(Field::Text, _) => {}
            Edit::Put(Field::Key(key), Some(value)) => {
                put_in_order(document.as_table_mut(), key, value);
            }
            Edit::Put(Field::Key(key), None) => remove(&mut document, None, key),
            Edit::Put(Field::Inner(table, key), Some(value)) => {
                let table = document.entry(table).or_insert_with(|| Item::Table(new_table()));
                if let Some(table) = table.as_table_like_mut() {
                    put(table, key, value);
                }
            }
            Edit::Put(Field::Inner(table, key), None) => remove(&mut document, Some(table), key),
            Edit::First(list, by, entry) => first(&mut document, list, by, entry),
        }
    }
    let text = document.to_string();
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}

/// Puts a value under a key, with the blanks and the comment that stood around the old one.
fn put(table: &mut dyn TableLike, key: &str, value: &Value) {
    let Some(mut value) = parsed(value) else { return };
    if let Some(Item::Value(old)) = table.get_mut(key) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        table.remove(key);
        table.insert(key, Item::Value(value));
    }
}

/// The order in which `print` writes the keys of heads.
const HEAD_ORDER: [&str; 22] = [
    "format",
    "number",
    "type",
    "abstract",
    "title",
    "title_by",
    "issuer",
    "place",
    "issued",
    "signer",
    "signer_role",
    "attached_to",
    "group",
    "lead",
    "coordinating",
    "period",
    "part",
    "order",
    "row",
    "parts",
    "groups",
    "withdrawn",
];

/// Puts a value under a key of a head; a new key before those that `print` writes behind it.
fn put_in_order(table: &mut toml_edit::Table, key: &str, value: &Value) {
    let place = |key: &str| HEAD_ORDER.iter().position(|known| *known == key);
    if table.contains_key(key) || place(key).is_none() {
        return put(table, key, value);
    }
    let values = table.iter().filter(|(_, item)| item.is_value()).map(|(key, _)| key.to_owned());
    let behind = values.skip_while(|other| place(other) < place(key));
    let behind: Vec<String> = behind.collect();
    let moved: Vec<_> = behind.iter().filter_map(|key| table.remove_entry(key)).collect();
    put(table, key, value);
    for (key, item) in moved {
        table.insert_formatted(&key, item);
    }
}

/// Removes a key; the comments at it stay.
fn remove(document: &mut DocumentMut, within: Option<&str>, key: &str) {
    let table: Option<&mut dyn TableLike> = match within {
        None => Some(document.as_table_mut()),
        Some(name) => document.get_mut(name).and_then(Item::as_table_like_mut),
    };
    let Some(table) = table else { return };
    let comments = comments_at(table, key);
    let next = table.iter().map(|(key, _)| key.to_owned()).skip_while(|other| other != key).nth(1);
    table.remove(key);
    let is_empty = table.is_empty();
    let next = next.filter(|next| table.get(next).is_some_and(Item::is_value));
    match next.and_then(|next| table.key_mut(&next)) {
        Some(mut next) => {
            let prefix = next.leaf_decor().prefix().and_then(RawString::as_str);
            let prefix = format!("{comments}{}", prefix.unwrap_or_default());
            next.leaf_decor_mut().set_prefix(prefix);
        }
        None if comments.is_empty() => {}
        None => {
            let trailing = document.trailing().as_str().unwrap_or_default();
            let trailing = format!("{trailing}{comments}");
            document.set_trailing(trailing);
        }
    }
    if let Some(name) = within.filter(|_| is_empty) {
        remove(document, None, name);
    }
}

/// The comments above a key and behind its value, each on a line of its own.
fn comments_at(table: &dyn TableLike, key: &str) -> String {
    let above = table.key(key).and_then(|key| key.leaf_decor().prefix());
    let behind = match table.get(key) {
        Some(Item::Value(value)) => value.decor().suffix(),
        Some(Item::Table(table)) => table.decor().prefix(),
        _ => None,
    };
    let lines = [above, behind].into_iter().flatten().filter_map(RawString::as_str);
    let lines = lines.flat_map(str::lines).map(str::trim).filter(|line| line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Puts an entry before those of a list: `[[document]]`, or a list of inline tables.
fn first(document: &mut DocumentMut, list: &str, by: &str, entry: &Table) {
    let name = entry.get(by).and_then(Value::as_str);
    let item = document.entry(list).or_insert_with(tables);
    if let Some(tables) = item.as_array_of_tables_mut() {
        let is_named = |table: &toml_edit::Table| table.get(by).and_then(Item::as_str) == name;
        // All of them stand where the first of them stood.
        let place = tables.iter().filter_map(toml_edit::Table::position).min();
        let (mut sorted, others): (Vec<_>, Vec<_>) = tables.iter().cloned().partition(is_named);
        if sorted.is_empty() {
            sorted.push(table(entry));
        }
        tables.clear();
        for mut table in sorted.into_iter().chain(others) {
            table.set_position(place);
            tables.push(table);
        }
    } else if let Some(array) = item.as_array_mut() {
        let is_named = |value: &toml_edit::Value| {
            let named = value.as_inline_table().and_then(|table| table.get(by)?.as_str());
            named == name
        };
        let place = array.iter().position(is_named);
        let standing = place.map(|place| array.remove(place));
        if let Some(value) = standing.or_else(|| parsed(&Value::Table(entry.clone()))) {
            array.insert(0, value);
        }
    }
}

fn tables() -> Item {
    Item::ArrayOfTables(toml_edit::ArrayOfTables::new())
}

/// A table as `print` writes it: right below the keys before it.
fn new_table() -> toml_edit::Table {
    let mut table = toml_edit::Table::new();
    table.decor_mut().set_prefix("");
    table
}

fn table(entry: &Table) -> toml_edit::Table {
    let mut table = new_table();
    for (key, value) in in_order(entry) {
        put(&mut table, key, value);
    }
    table
}

fn edited_body(written: &Written, edits: &[Edit]) -> String {
    let body = written.document.body();
    let whole = unix(body.text());
    let text = edits.iter().rev().find_map(|edit| match edit {
        Edit::Put(Field::Text, Some(Value::Array(paragraphs))) => Some(paragraphs),
        _ => None,
    });
    let Some(paragraphs) = text else { return whole };
    let notes = unix(written.notes.text());
    let published = whole.strip_suffix(notes.as_str()).unwrap_or_default();
    let words: Vec<String> = paragraphs.iter().filter_map(Value::as_str).map(escaped).collect();
    let words = words.join("\n\n");
    let old = published.trim();
    let (before, after) = match published.split_once(old) {
        Some(around) if !old.is_empty() => around,
        _ if notes.is_empty() => ("", "\n"),
        _ => ("", "\n\n"),
    };
    let (before, after) = if words.is_empty() { ("", "") } else { (before, after) };
    let after =
        if after.is_empty() && !words.is_empty() && !notes.is_empty() { "\n\n" } else { after };
    [before, &words, after, &notes].concat()
}

/// A value as `print` writes it.
fn parsed(value: &Value) -> Option<toml_edit::Value> {
    let document: DocumentMut = format!("value = {}\n", source(value)).parse().ok()?;
    document.get("value")?.as_value().cloned()
}

fn source(value: &Value) -> String {
    match value {
        Value::String(words) => quoted(words),
        Value::Array(list) => {
            let entries: Vec<String> = list.iter().map(source).collect();
            if entries.len() > 1 && list.iter().all(|entry| entry.get("title").is_some()) {
                format!("[\n  {},\n]", entries.join(",\n  "))
            } else {
                format!("[{}]", entries.join(", "))
            }
        }
        Value::Table(table) => {
            let entry =
                |(name, value): (&String, &Value)| format!("{} = {}", bare(name), source(value));
            format!(
                "{{ {} }}",
                in_order(table).into_iter().map(entry).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}

/// The order in which `print` writes the keys of such tables; `toml` keeps them by name.
const ORDER: [&str; 12] = [
    "printed", "agency", "number", "title", "under", "document", "on", "reason", "basis", "file",
    "role", "from",
];

fn in_order(table: &Table) -> Vec<(&String, &Value)> {
    let mut entries: Vec<(&String, &Value)> = table.iter().collect();
    let place = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    entries.sort_by_key(|(name, _)| place(name));
    entries
}

fn bare(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !name.is_empty() && name.chars().all(plain) { name.to_owned() } else { key(name) }
}
