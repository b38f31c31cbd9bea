//! What a document says by itself, before anybody says what it is, and a register whose its names are.
//!
//! The tables are found, their rows put together, and each row gets its place in the plan. Doubts and faults are gathered
//! and stop nothing here, so that those of the names are told together with them.

use super::choices::Choices;
use super::document::Document;
use super::options::ImportOptions;
use super::outline::{self, Became, Outline};
use super::plan_tables::{self, PlanTables};
use super::rows::{self, Rows};
use super::title_block::{self, TitleBlock};
use super::whole_rows::RowId;
use super::{
    asides, assigned, ends, inherited, nest, other_tables, same_above, segments, title_cells,
};
use crate::diagnostic::Diagnostics;
use crate::model::Column;

/// How a document was read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) document: Document,
    pub(super) title_block: TitleBlock,
    pub(super) tables: PlanTables,
    pub(super) rows: Rows,
    pub(super) outline: Outline,
    /// Of all of these.
    pub(super) diagnostics: Diagnostics,
}

impl Reading {
    /// Reads the words of a document.
    ///
    /// # Errors
    /// When an option cannot be what it should, or no table or header is understood.
    pub(super) fn of(document: &Document, options: &ImportOptions) -> Result<Self, Diagnostics> {
        let (choices, faults) = Choices::read(options);
        if faults.has_errors() {
            return Err(faults);
        }
        let (file, manuscript) = (document.name.as_str(), &*document.manuscript);
        let tables = plan_tables::find(manuscript, file, options.table, &choices)?;
        let header = &tables.header;
        let mut rows = rows::read(file, &tables);
        let title_block = title_block::read(manuscript, &tables.indexes(), tables.header_place());
        let mut diagnostics = other_tables::name(manuscript, &tables, file);
        diagnostics.extend(tables.without_lead(file).into_iter().collect::<Diagnostics>());
        diagnostics.extend(asides::doubts(&manuscript.asides, &tables.indexes(), file));
        diagnostics.extend(std::mem::take(&mut rows.diagnostics));
        diagnostics.extend(ends::join(&mut rows.plan, header));
        diagnostics.extend(assigned::part_rows(&mut rows.plan, header));
        let column = |role: Column| header.place(role).unwrap_or_default();
        diagnostics.extend(same_above::resolve(&mut rows.plan, column));
        let segments = segments::of(&rows.plan, &tables.pieces);
        let nodes = nest::nest(&rows.plan, &segments);
        let inherited = inherited::hand_down(&mut rows.plan, &nodes, |role| header.place(role));
        diagnostics.extend(inherited.diagnostics);
        rows.leave_out(&inherited.left_out);
        let of_titles = title_cells::leave_out(&mut rows.plan, &nodes, header);
        diagnostics.extend(of_titles.diagnostics);
        rows.leave_out(&of_titles.left_out);

        let outline = outline::read(&rows.plan, &segments);
        diagnostics.extend(outline.diagnostics.clone());
        let document = document.clone();
        Ok(Self { document, title_block, tables, rows, outline, diagnostics })
    }

    /// What each row of the plan became.
    pub(super) fn became(&self) -> impl Iterator<Item = (RowId, &Became)> {
        self.rows.plan.iter().map(|row| row.id).zip(&self.outline.became)
    }
}
