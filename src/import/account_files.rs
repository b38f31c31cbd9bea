//! What the files of a plan say, read for the account alone: row by row, as the table had it.

use std::collections::BTreeMap;

use super::account_rows::Written;
use super::outline::Became;
use crate::document::{self, Document, Faults, Item, Table};
use crate::model::Column;
use crate::tree::{File, RelPath, Tree};

/// The written plan.
#[derive(Debug, Default)]
pub(super) struct Files {
    parts: Vec<WrittenRow>,
    /// Domains in their order, each with its groups.
    domains: Vec<(WrittenRow, Vec<WrittenRow>)>,
    /// Tasks by their order.
    tasks: BTreeMap<u32, WrittenRow>,
}

/// A row as the files say it.
#[derive(Debug, Clone, Default)]
pub(super) struct WrittenRow {
    number: String,
    text: String,
    lead: String,
    coordinating: String,
    period: String,
    extra: Vec<(String, String)>,
    /// Where the file says that the row stands.
    place: Option<String>,
}

impl Files {
    /// Reads the files of a plan. What cannot be read is not there, as the account will find.
    pub(super) fn read(plan: &str, files: &Tree) -> Self {
        let mut written = Self::default();
        let mut domains: BTreeMap<u32, (WrittenRow, Vec<WrittenRow>)> = BTreeMap::new();
        let folder = files.below(&format!("ke-hoach/{plan}"));
        for (path, file) in folder.iter() {
            let names: Vec<&str> = path.names().collect();
            match names.as_slice() {
                ["plan.md"] => {
                    written.parts = open(path, file, titles("parts")).unwrap_or_default();
                }
                [_, "domain.md"] => {
                    let domain = |head: &Table<'_>, _: &str| {
                        let order = head.number("order").map(|order| order.value);
                        (order, title(head), titles("groups")(head, ""))
                    };
                    if let Some((Some(order), title, groups)) = open(path, file, domain) {
                        domains.insert(order, (title, groups));
                    }
                }
                [folder, _] if *folder != "nguon" => {
                    let task = |head: &Table<'_>, body: &str| {
                        (head.number("order").map(|order| order.value), task(head, body))
                    };
                    if let Some((Some(order), task)) = open(path, file, task) {
                        written.tasks.insert(order, task);
                    }
                }
                _ => {}
            }
        }
        written.domains = domains.into_values().collect();
        written
    }

    /// The row that something of the plan was made of; empty where the files do not have it, or say that it stands
    /// elsewhere than at `place`.
    pub(super) fn row(&self, became: &Became, place: &str) -> WrittenRow {
        let row = match became {
            Became::Part(part) => self.parts.get(*part),
            Became::Domain(domain) => self.domains.get(*domain).map(|(row, _)| row),
            Became::Group(domain, group) => {
                self.domains.get(*domain).and_then(|(_, groups)| groups.get(*group))
            }
            Became::Task(task) => self.task(*task),
        };
        let here = |row: &&WrittenRow| row.place.as_deref().is_none_or(|found| found == place);
        row.filter(here).cloned().unwrap_or_default()
    }

    fn task(&self, place: usize) -> Option<&WrittenRow> {
        let order = u32::try_from(place + 1).ok()?;
        self.tasks.get(&order)
    }

    /// How many parts, groups and tasks there are.
    pub(super) fn counts(&self) -> [usize; 3] {
        let groups = self.domains.iter().map(|(_, groups)| groups.len()).sum();
        [self.parts.len(), groups, self.tasks.len()]
    }
}

impl WrittenRow {
    /// What the files say of a column of this row.
    pub(super) fn cell(&self, column: Written<'_>) -> String {
        match column {
            Written::Role(Column::Number) => self.number.clone(),
            Written::Role(Column::Text) => self.text.clone(),
            Written::Role(Column::Lead) => self.lead.clone(),
            Written::Role(Column::Coordinating) => self.coordinating.clone(),
            Written::Role(Column::Period) => self.period.clone(),
            Written::Extra(name) => {
                let entry = self.extra.iter().find(|(known, _)| known == name);
                entry.map(|(_, value)| value.clone()).unwrap_or_default()
            }
        }
    }
}

fn open<T>(path: &RelPath, file: &File, read: impl FnOnce(&Table<'_>, &str) -> T) -> Option<T> {
    let File::Bytes(bytes) = file else { return None };
    let document = Document::split(&document::decode(path, bytes).ok()?).ok()?;
    let body = document.body();
    // The faults of these files are for `content` to tell.
    let faults = Faults::default();
    Some(document.read_head(&faults, |head| read(head, body.text())))
}

fn titles(key: &str) -> impl Fn(&Table<'_>, &str) -> Vec<WrittenRow> {
    move |head, _| head.tables(key).iter().map(title).collect()
}

fn title(head: &Table<'_>) -> WrittenRow {
    let text = |key| head.plain_text(key).unwrap_or_default();
    WrittenRow { number: text("number"), text: text("title"), ..WrittenRow::default() }
}

fn task(head: &Table<'_>, body: &str) -> WrittenRow {
    let cells = head.table("cells");
    // A kept cell may be empty: the document prints nothing there, whatever holds for the task.
    let kept = |key: &str| Some(cells.as_ref()?.text_or_empty(key)?.value);
    // Where no cell is kept, the list has to say it whole.
    let agencies = |key: &str| kept(key).unwrap_or_else(|| names(head, key).join(""));
    let text = |key| head.plain_text(key).unwrap_or_default();
    let extra = head.table("extra").map(|table| table.free_texts()).unwrap_or_default();
    WrittenRow {
        number: text("number"),
        text: published(body),
        lead: agencies("lead"),
        coordinating: agencies("coordinating"),
        period: kept("period").unwrap_or_else(|| text("period")),
        extra: extra.into_iter().map(|(name, value)| (name.value, value.value)).collect(),
        place: head.plain_text("row"),
    }
}

fn names(head: &Table<'_>, key: &str) -> Vec<String> {
    let name = |item: &Item<'_>| match item {
        Item::Text(name) => Some(name.value.clone()),
        Item::Table(table) => table.plain_text("printed"),
    };
    head.items(key).iter().filter_map(name).collect()
}

/// The published words of a body: down to the editors' notes, `\##` standing for `##`.
fn published(body: &str) -> String {
    let lines = body.lines().take_while(|line| !line.starts_with("##"));
    let plain = |line: &'_ str| {
        let rest = line.strip_prefix('\\');
        let escaped = rest.filter(|rest| rest.trim_start_matches('\\').starts_with("##"));
        escaped.unwrap_or(line).to_owned()
    };
    lines.map(plain).collect::<Vec<_>>().join("\n")
}
