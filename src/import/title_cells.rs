//! What a title prints in columns of the plan's own: the sum of a domain's money beside its title.
//!
//! A numbered row that nobody leads and that has no period is a title where rows stand below it, whatever its other cells
//! say: they make no task of it. The files of domains and groups have no place for such cells, so they are left out and named.

use std::collections::BTreeMap;

use super::columns::Header;
use super::left_out::LeftOut;
use super::nest::Node;
use super::number::Shape;
use super::rows::PlanRow;
use super::whole_rows::CellsLeftOut;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The cells of titles.
#[derive(Debug, Default)]
pub(super) struct TitleCells {
    pub(super) left_out: CellsLeftOut,
    pub(super) diagnostics: Diagnostics,
}

/// Takes the cells of titles out of their rows.
pub(super) fn leave_out(rows: &mut [PlanRow], nodes: &[Node], header: &Header) -> TitleCells {
    let mut cells = TitleCells::default();
    for (title, below) in titles(rows, nodes) {
        let spans = |cell: &(String, String)| {
            let mut below = below.iter().filter_map(|place| rows.get(*place));
            below.all(|row| row.extra.contains(cell))
        };
        // What all rows below print, too, is written with them: a cell may span them and the title.
        let alone: Vec<bool> = rows
            .get(title)
            .into_iter()
            .flat_map(|row| &row.extra)
            .map(|cell| !spans(cell))
            .collect();
        let Some(row) = rows.get_mut(title) else { continue };
        for ((name, words), alone) in std::mem::take(&mut row.extra).into_iter().zip(alone) {
            let column = header.columns.iter().position(|column| column.name == name);
            let Some(column) = column else { continue };
            cells.left_out.insert((row.id, column), LeftOut::OfTitle);
            if alone {
                let warning = Diagnostic::new(Code::TitleCell).at(&row.origin.span(column, ""));
                let warning = warning.with("row", row.origin.place()).with("column", name);
                cells.diagnostics.push(warning.with("words", words));
            }
        }
    }
    cells
}

/// The titles that have such cells, each with the rows right below it.
fn titles(rows: &[PlanRow], nodes: &[Node]) -> BTreeMap<usize, Vec<usize>> {
    let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, node) in nodes.iter().enumerate() {
        if let Some(parent) = node.parent {
            below.entry(parent).or_default().push(place);
        }
    }
    let is_title = |place: &usize| {
        rows.get(*place).zip(nodes.get(*place)).is_some_and(|(row, node)| {
            let counts = !matches!(node.number.shape, Shape::Dash | Shape::Plus | Shape::Empty);
            counts && !row.extra.is_empty() && row.is_bare_but_for_extra()
        })
    };
    below.retain(|place, _| is_title(place));
    below
}
