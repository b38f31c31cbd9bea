//! A plan's tasks as CSV for spreadsheets: UTF-8 with a byte order mark, RFC 4180, no cell that runs as a formula.
//!
//! The columns bear the names of the JSON's fields; further columns of the document follow under their own names.

use crate::model::{Mention, Plan, Task};
use crate::render::compose::{Here, task_label};
use crate::site::Route;

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Between the agencies of one cell.
const SEPARATOR: &str = "; ";

const COLUMNS: [&str; 19] = [
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
];

/// The table of a plan.
pub(in crate::render) fn table(here: &Here<'_>, plan: &Plan) -> Vec<u8> {
    let mut extra: Vec<&str> = Vec::new();
    for (name, _) in plan.tasks.iter().flat_map(|task| &task.extra) {
        if !extra.contains(&name.as_str()) {
            extra.push(name);
        }
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let header = COLUMNS.into_iter().chain(extra.iter().copied());
    let mut rows: Vec<Vec<String>> = vec![header.map(str::to_owned).collect()];
    rows.extend(plan.tasks.iter().map(|task| row(here, plan, task, &extra)));
    for row in rows {
        let guarded: Vec<String> = row.iter().map(|cell| guard(cell)).collect();
        // Writing into memory cannot fail, and every row has as many cells as the header.
        let _ = writer.write_record(&guarded);
    }
    writer.into_inner().unwrap_or_default()
}

fn row(here: &Here<'_>, plan: &Plan, task: &Task, extra: &[&str]) -> Vec<String> {
    let domain = plan.domain(&task.domain);
    let groups = domain.zip(task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
    let group_title = groups.and_then(|path| path.last().map(|group| group.title.clone()));
    let reading = task.period.as_ref().map(|period| &period.reading);
    let day = |day: Option<crate::model::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut cells = vec![
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
    ];
    cells.extend(extra.iter().map(|name| {
        let value = task.extra.iter().find(|(known, _)| known == name);
        value.map(|(_, value)| value.clone()).unwrap_or_default()
    }));
    cells
}

fn joined(mentions: &[Mention], part: impl Fn(&Mention) -> String) -> String {
    mentions.iter().map(part).collect::<Vec<_>>().join(SEPARATOR)
}

/// A cell that a spreadsheet would run as a formula gets a `'` before it; a bare "-" is no formula and stays.
fn guard(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell.chars().count() > 1);
    if runs { format!("'{cell}") } else { cell.to_owned() }
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
