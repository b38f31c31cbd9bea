//! Tables of a document that are not the plan's: each that holds something is named, so that nobody misses it in silence.

use super::origin::Origin;
use super::plan_tables::{self, PlanTables};
use super::table::{Manuscript, Row, Table};
use super::title_block;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A warning for each other table that holds something, but those of the form's head and foot, which the report names; a note
/// where it is only a list of attributes.
pub(super) fn name(manuscript: &Manuscript, tables: &PlanTables, file: &str) -> Diagnostics {
    let others =
        manuscript.tables().filter(|table| !tables.has(table) && !title_block::is_form(table));
    let filled =
        others.filter_map(|table| Some((table, table.rows.iter().find(|row| !row.is_blank())?)));
    let warning = |(table, row): (&Table, &Row)| {
        let origin = Origin::of(file, table, row, None);
        let code =
            if plan_tables::may_be_a_plan(table) { Code::TableLeftOut } else { Code::FrameLeftOut };
        let warning = Diagnostic::new(code)
            .at(&origin.row_span())
            .with("table", table.index)
            .with("chosen", tables.places())
            .with("rows", table.rows.len());
        match (&table.name, tables.sheets()) {
            (Some(name), Some(chosen)) => warning.with("sheet", name).with("chosen_sheet", chosen),
            _ => warning,
        }
    };
    filled.map(warning).collect()
}
