//! The draft of a plan, put together from its rows, its outline and its facts.

use super::columns::Header;
use super::facts::Facts;
use super::mentions::{Mentions, Met};
use super::outline::{Outline, TaskPlace};
use super::rows::PlanRow;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Column, Draft, DraftTask, Period, Register};

/// The draft, whom it names, and what there is to say about names and periods.
pub(super) fn make(
    facts: &Facts,
    rows: &[PlanRow],
    outline: &Outline,
    header: &Header,
    register: &Register,
) -> (Draft, Met, Diagnostics) {
    let mut mentions = Mentions::new(register, facts.context.clone());
    let mut diagnostics = Diagnostics::new();
    let mut tasks = Vec::new();
    for place in &outline.tasks {
        let Some(row) = rows.get(place.row) else { continue };
        let domain = outline.domains.get(place.domain).map(|domain| domain.id.clone());
        let order = u32::try_from(tasks.len() + 1).unwrap_or(u32::MAX);
        tasks.push(DraftTask {
            domain: domain.unwrap_or_default(),
            order,
            ..task(place, row, header, &mut mentions)
        });
        diagnostics.extend(period_doubt(row, header));
    }
    let (met, doubts) = mentions.finish();
    diagnostics.extend(doubts);
    let draft = Draft {
        id: facts.id.clone(),
        facts: facts.known.clone(),
        documents: vec![facts.document.clone()],
        parts: outline.parts.clone(),
        domains: outline.domains.clone(),
        tasks,
    };
    (draft, met, diagnostics)
}

/// A task but for its domain and its place.
fn task(
    place: &TaskPlace,
    row: &PlanRow,
    header: &Header,
    mentions: &mut Mentions<'_>,
) -> DraftTask {
    let column = |role: Column| header.place(role).unwrap_or_default();
    let lead = mentions.read(&row.lead, &row.origin, column(Column::Lead));
    // Where one column names both, those who take part stand in it, too.
    let with = header.place(Column::Coordinating).unwrap_or_else(|| column(Column::Lead));
    let coordinating = mentions.read(&row.coordinating, &row.origin, with);
    let lists = [(Column::Lead, lead.printed), (Column::Coordinating, coordinating.printed)];
    DraftTask {
        id: place.id.clone(),
        number: row.number.clone(),
        group: place.group.clone(),
        paragraphs: row.paragraphs.clone(),
        lead: lead.mentions,
        coordinating: coordinating.mentions,
        period: Some(row.period.clone()).filter(|period| !period.is_empty()),
        row: row.origin.place(),
        cells: cells(row, header, &lists),
        extra: row.extra.clone(),
        ..DraftTask::default()
    }
}

/// The cells to keep as printed: where the lists do not say them whole, or say more than the document prints there.
fn cells(
    row: &PlanRow,
    header: &Header,
    lists: &[(Column, Option<String>); 2],
) -> Vec<(Column, String)> {
    let printed = |column: Column| row.printed.iter().find(|(printed, _)| *printed == column);
    let kept = |column: Column| {
        if let Some((_, cell)) = printed(column) {
            return Some((column, cell.clone()));
        }
        let list = lists.iter().find(|(list, _)| *list == column);
        // What has no column of its own is printed in another one, which keeps it.
        let list = list.filter(|_| header.place(column).is_some());
        list.and_then(|(_, cell)| Some((column, cell.clone()?)))
    };
    Column::ALL.into_iter().filter_map(kept).collect()
}

/// The warning of a period that is not understood; a note where no calendar could tell it.
fn period_doubt(row: &PlanRow, header: &Header) -> Diagnostics {
    let period = Period::read(&row.period);
    if row.period.is_empty() || period.understood() {
        return Diagnostics::new();
    }
    let column = header.place(Column::Period).unwrap_or_default();
    let code = if period.is_undatable() { Code::PeriodUndatable } else { Code::PeriodNotRead };
    Diagnostic::new(code)
        .at(&row.origin.span(column, &row.period))
        .with("row", row.origin.place())
        .with("found", row.period.replace('\n', " / "))
        .into()
}
