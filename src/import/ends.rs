//! Two columns for the beginning and the end of a task, where none prints its period.
//!
//! Both stay under their own names. The period is made of them where both are days, months or years, and is the end where only
//! that is printed; `[cells]` then has an empty period, since the document prints none.

use super::columns::Header;
use super::rows::PlanRow;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Column, Period, PeriodKind};

/// Makes the periods of these rows of their ends.
pub(super) fn join(rows: &mut [PlanRow], header: &Header) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    let name = |place: usize| header.columns.get(place).map(|column| column.name.as_str());
    let names = header.ends.and_then(|(start, end)| Some((name(start)?, name(end)?)));
    let (Some((_, end_place)), Some((start, end))) = (header.ends, names) else {
        return diagnostics;
    };
    for row in rows {
        let cell = |name: &str| row.extra.iter().find(|(known, _)| known == name);
        let (start_cell, end_cell) = (cell(start), cell(end));
        let period = match (start_cell, end_cell) {
            (Some((_, start)), Some((_, end))) => between(start, end),
            (None, Some((_, end))) => Some(end.clone()),
            (_, None) => None,
        };
        if let Some(period) = period {
            let note = Diagnostic::new(Code::PeriodJoined)
                .at(&row.origin.span(end_place, ""))
                .with("period", &period)
                .with("end", end)
                .with("row", row.origin.place());
            let is_joined = start_cell.is_some();
            diagnostics.push(if is_joined { note.with("start", start) } else { note });
            row.period = period;
            row.printed.push((Column::Period, String::new()));
        }
    }
    diagnostics
}

/// The period between two points of time.
fn between(start: &str, end: &str) -> Option<String> {
    let point = |text: &str| {
        let kind = Period::read(text).reading.kind;
        let kinds = [PeriodKind::Day, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year];
        kinds.contains(&kind)
    };
    let period = format!("{start} - {end}");
    (point(start) && point(end) && Period::read(&period).understood()).then_some(period)
}
