//! "nt", "như trên": a cell that points to the one above it. What it points to is read; the word stays in `[cells]`.

use super::rows::PlanRow;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;

/// Resolves the words for "as above" in these rows, from the first to the last.
pub(super) fn resolve(rows: &mut [PlanRow], place: impl Fn(Column) -> usize) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for row in 0..rows.len() {
        let (before, rest) = rows.split_at_mut(row);
        let Some(row) = rest.first_mut() else { continue };
        // Titles have no cells to point to.
        let above = before.iter().rev().find(|above| !above.is_bare());
        for column in [Column::Lead, Column::Coordinating, Column::Period] {
            let printed = value(row, column).join("\n");
            if !points_above(&printed) {
                continue;
            }
            let lines = above.map(|above| value(above, column)).unwrap_or_default();
            let found = lines.iter().any(|line| !line.is_empty() && !points_above(line));
            let code = if found { Code::SameAsAbove } else { Code::NothingAbove };
            let diagnostic = Diagnostic::new(code)
                .at(&row.origin.span(place(column), &printed))
                .with("printed", &printed)
                .with("row", row.origin.place());
            let lines = if found { lines } else { Vec::new() };
            diagnostics.push(diagnostic.with("meant", lines.join(" / ")));
            set(row, column, lines);
            row.printed.push((column, printed));
        }
    }
    diagnostics
}

/// The lines that a row has in a column.
pub(super) fn value(row: &PlanRow, column: Column) -> Vec<String> {
    match column {
        Column::Lead => row.lead.clone(),
        Column::Coordinating => row.coordinating.clone(),
        Column::Period => Some(row.period.clone()).filter(|p| !p.is_empty()).into_iter().collect(),
        Column::Number | Column::Text => Vec::new(),
    }
}

/// Gives a row other lines in a column.
pub(super) fn set(row: &mut PlanRow, column: Column, lines: Vec<String>) {
    match column {
        Column::Lead => row.lead = lines,
        Column::Coordinating => row.coordinating = lines,
        Column::Period => row.period = lines.join("\n"),
        Column::Number | Column::Text => {}
    }
}

/// Whether a cell says "as above".
fn points_above(printed: &str) -> bool {
    let printed = printed.trim();
    if matches!(printed, "″" | "〃" | "\"" | "''" | "”" | "\"\"" | "//") {
        return true;
    }
    let words = text::folded_words(printed).join(" ");
    matches!(words.as_str(), "nt" | "n t" | "nhu tren" | "nhu muc tren" | "nhu dong tren")
}
