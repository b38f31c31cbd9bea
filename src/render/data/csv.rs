//! Lists of tasks as CSV for spreadsheets: UTF-8 with a byte order mark, RFC 4180, no cell that runs as a formula.
//!
//! All tables have the same columns, so that they can be put together: those that bear the names of the JSON's fields, then
//! the list's own, then the further columns of the documents under their own names.

use std::borrow::Cow;

use super::lines::Lines;
use super::list::{Entry, SEPARATOR, TaskList};
use crate::model::{Day, Mention, Plan, Task};
use crate::render::compose::{Here, task_label};
use crate::site::Route;

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of every table; `withdrawn` holds the basis of that. It and `plan` came last, so that the others have kept
/// their places.
const COLUMNS: [&str; 21] = [
    "id",
    "number",
    "label",
    "part",
    "domain",
    "domain_title",
    "group",
    "group_title",
    "text",
    "lead",
    "lead_ids",
    "coordinating",
    "coordinating_ids",
    "period",
    "kind",
    "start",
    "end",
    "row",
    "url",
    "plan",
    "withdrawn",
];

/// About the length of a row, in bytes.
const LINE: usize = 512;

/// The table of a list.
pub(super) fn table(here: &Here<'_>, lines: &Lines, list: &TaskList<'_>) -> Vec<u8> {
    let extra = further_columns(list);
    let own = list.columns.iter().copied().chain(extra.iter().copied());
    let header = format!("{BYTE_ORDER_MARK}{}", COLUMNS.join(","));
    let mut rows: Vec<(&str, String)> = vec![(&header, further(own))];
    for entry in &list.entries {
        let cells = entry.cells.iter().map(String::as_str);
        let own = cells.chain(extra.iter().map(|name| further_cell(entry, name)));
        rows.push((lines.cells(here, entry), further(own)));
    }
    // The table of all plans is large: it is put together in as much room as it takes.
    let pieces: Vec<&str> =
        rows.iter().flat_map(|(cells, own)| [*cells, own.as_str(), "\r\n"]).collect();
    pieces.concat().into_bytes()
}

/// Cells to be put behind others: each with a comma before it.
fn further<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let mut cells = cells.peekable();
    match cells.peek() {
        // An empty cell stands for those before them.
        Some(_) => line(std::iter::once("").chain(cells)),
        None => String::new(),
    }
}

/// A row of cells as CSV, without an end of line.
fn line<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .buffer_capacity(LINE)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(cells.map(|cell| guard(cell).into_owned()));
    let mut line = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    line.pop();
    line
}

/// The names of the documents' further columns, each once, in the order in which they first come.
pub(super) fn further_columns<'a>(list: &TaskList<'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in list.entries.iter().flat_map(|entry| &entry.task.extra) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// The columns that all tables have, of one task, as CSV without an end of line.
pub(super) fn cells(here: &Here<'_>, plan: &Plan, task: &Task) -> String {
    let domain = plan.domain(&task.domain);
    let groups = domain.zip(task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
    let group_title = groups.and_then(|path| path.last().map(|group| group.title.clone()));
    let reading = task.period.as_ref().map(|period| &period.reading);
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let cells: [String; COLUMNS.len()] = [
        task.id.to_string(),
        task.number.clone(),
        task_label(here, task),
        domain.and_then(|domain| domain.part.clone()).unwrap_or_default(),
        task.domain.to_string(),
        domain.map(|domain| domain.title.clone()).unwrap_or_default(),
        task.group.clone().unwrap_or_default(),
        group_title.unwrap_or_default(),
        task.text(),
        joined(&task.lead, |mention| mention.printed.clone()),
        joined(&task.lead, |mention| mention.agency.to_string()),
        joined(&task.coordinating, |mention| mention.printed.clone()),
        joined(&task.coordinating, |mention| mention.agency.to_string()),
        task.period.as_ref().map(|period| period.printed.clone()).unwrap_or_default(),
        reading.map(|reading| reading.kind.as_str().to_owned()).unwrap_or_default(),
        day(reading.and_then(|reading| reading.start)),
        day(reading.and_then(|reading| reading.end)),
        task.row.clone().unwrap_or_default(),
        Route::Task(plan.id.clone(), task.id.clone()).path(),
        plan.id.to_string(),
        task.withdrawn.as_ref().map(|withdrawal| withdrawal.basis.clone()).unwrap_or_default(),
    ];
    line(cells.iter().map(String::as_str))
}

/// The cell of a further column; empty where the document has no such column for the task.
pub(super) fn further_cell<'a>(entry: &Entry<'a>, name: &str) -> &'a str {
    let value = entry.task.extra.iter().find(|(known, _)| known == name);
    value.map_or("", |(_, value)| value)
}

/// The agencies of one cell.
pub(super) fn joined(mentions: &[Mention], part: impl Fn(&Mention) -> String) -> String {
    mentions.iter().map(part).collect::<Vec<_>>().join(SEPARATOR)
}

/// A cell that a spreadsheet would run as a formula gets a `'` before it; a bare "-" is no formula and stays.
fn guard(cell: &str) -> Cow<'_, str> {
    let runs = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell.chars().count() > 1);
    if runs { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn formulas_are_guarded_and_dashes_are_not() {
        assert_eq!(guard("-"), "-");
        assert_eq!(guard("+"), "'+");
        assert_eq!(guard("-1+2"), "'-1+2");
        assert_eq!(guard("=A1"), "'=A1");
        assert_eq!(guard("Quý III"), "Quý III");
    }
}
