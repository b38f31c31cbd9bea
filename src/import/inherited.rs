//! What a title prints for all the tasks below it: "1 | Du lịch | Sở Văn hóa | 2023" over "1.1" and "1.2", whose cells are
//! blank.
//!
//! A numbered row with agencies or a period is such a title when rows stand below every row of its kind, and one of its own
//! lacks what it says; where a row of its kind stands alone, it is a task that has tasks below it. Either way what a row
//! lacks comes from the nearest row above it that has it: agencies together, the period for itself. `[cells]` then holds
//! an empty cell, since the document prints nothing there.

use std::collections::{BTreeMap, BTreeSet};

use super::left_out::LeftOut;
use super::nest::Node;
use super::number::Shape;
use super::rows::PlanRow;
use super::same_above::{set, value};
use super::whole_rows::CellsLeftOut;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;

/// What was taken over from titles.
#[derive(Debug, Default)]
pub(super) struct Inherited {
    /// Cells of titles that are written with the tasks below.
    pub(super) left_out: CellsLeftOut,
    pub(super) diagnostics: Diagnostics,
}

/// Columns that are taken over together: whose lead is blank takes both, the other one where it is blank, too; who leads by
/// its own cell takes no part in another's.
const TOGETHER: [&[Column]; 2] = [&[Column::Lead, Column::Coordinating], &[Column::Period]];

/// Gives each row what the rows above it say for it, and makes titles of those that only say it for others.
pub(super) fn hand_down(
    rows: &mut [PlanRow],
    nodes: &[Node],
    place: impl Fn(Column) -> Option<usize>,
) -> Inherited {
    let mut inherited = Inherited::default();
    let givers = givers(rows, nodes);
    let leaves = leaves(nodes);
    for row in 0..rows.len() {
        if leaves.get(row) != Some(&true) {
            continue;
        }
        for columns in TOGETHER {
            let Some(giver) = giver(rows, nodes, row, columns) else { continue };
            take(rows, row, giver, columns, &place, &mut inherited);
        }
    }
    for (giver, kind) in givers {
        let Some(row) = rows.get_mut(giver).filter(|_| kind == Giver::Title) else { continue };
        for column in [Column::Lead, Column::Coordinating, Column::Period] {
            if let Some(place) = place(column).filter(|_| !value(row, column).is_empty()) {
                inherited.left_out.insert((row.id, place), LeftOut::Inherited);
            }
            set(row, column, Vec::new());
        }
        row.printed.clear();
    }
    inherited
}

/// What a row is that gives others what they lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Giver {
    Title,
    Task,
}

/// The rows that have cells, and rows below them that lack such cells.
fn givers(rows: &[PlanRow], nodes: &[Node]) -> BTreeMap<usize, Giver> {
    let leaves = leaves(nodes);
    // For each row the columns that it is asked for by a row below.
    let mut asked: BTreeMap<usize, BTreeSet<Column>> = BTreeMap::new();
    for place in (0..nodes.len()).filter(|place| leaves.get(*place) == Some(&true)) {
        for columns in TOGETHER {
            let Some(giver) = giver(rows, nodes, place, columns) else { continue };
            let lacks = |column: &&Column| {
                rows.get(place).is_some_and(|row| value(row, **column).is_empty())
            };
            asked.entry(giver).or_default().extend(columns.iter().filter(lacks));
        }
    }
    let kin = |node: &Node| (node.segment, node.parent, node.number.shape);
    let alone = nodes.iter().zip(&leaves).filter(|(_, leaf)| **leaf).map(|(node, _)| kin(node));
    let alone: BTreeSet<_> = alone.collect();
    let kind = |place: usize, asked: &BTreeSet<Column>| {
        let (row, node) = rows.get(place).zip(nodes.get(place))?;
        let counts = !matches!(node.number.shape, Shape::Dash | Shape::Plus | Shape::Empty);
        // What nobody below takes over would be lost with a title's cells.
        let says = |column: &Column| !value(row, *column).is_empty();
        let kept = TOGETHER.into_iter().flatten().filter(|column| says(column));
        let kept = kept.into_iter().all(|column| asked.contains(column));
        // Nor would a word for "as above" that points to nothing be kept.
        let read = row.printed.iter().all(|(column, cell)| cell.is_empty() || says(column));
        let title = counts && kept && read && row.extra.is_empty() && !alone.contains(&kin(node));
        Some(if title { Giver::Title } else { Giver::Task })
    };
    asked.into_iter().filter_map(|(place, asked)| Some((place, kind(place, &asked)?))).collect()
}

/// The rows above a row, nearest first.
fn above(nodes: &[Node], place: usize) -> impl Iterator<Item = usize> {
    let parent = |place: &usize| nodes.get(*place)?.parent;
    std::iter::successors(parent(&place), move |place| parent(place))
}

/// Which rows have none below them.
fn leaves(nodes: &[Node]) -> Vec<bool> {
    let mut leaves = vec![true; nodes.len()];
    for node in nodes {
        if let Some(leaf) = node.parent.and_then(|parent| leaves.get_mut(parent)) {
            *leaf = false;
        }
    }
    leaves
}

/// The nearest row above that says something in these columns, of which this one lacks the first.
fn giver(rows: &[PlanRow], nodes: &[Node], row: usize, columns: &[Column]) -> Option<usize> {
    let says = |row: &PlanRow| columns.iter().any(|column| !value(row, *column).is_empty());
    let lacks = value(rows.get(row)?, *columns.first()?).is_empty();
    // A word for "as above" that points to nothing is no blank cell.
    let printed = rows.get(row)?.printed.iter().any(|(column, _)| columns.first() == Some(column));
    let giver = above(nodes, row).find(|place| rows.get(*place).is_some_and(says));
    giver.filter(|_| lacks && !printed)
}

/// Gives a row what the one above says, and notes it.
fn take(
    rows: &mut [PlanRow],
    row: usize,
    giver: usize,
    columns: &[Column],
    place: &impl Fn(Column) -> Option<usize>,
    inherited: &mut Inherited,
) {
    let Some(above) = rows.get(giver).cloned() else { return };
    let Some(row) = rows.get_mut(row) else { return };
    for column in columns {
        let lines = value(&above, *column);
        let lacks = value(row, *column).is_empty() && !lines.is_empty();
        let Some(at) = place(*column).filter(|_| lacks) else { continue };
        inherited.diagnostics.push(
            Diagnostic::new(Code::CellInherited)
                .at(&row.origin.span(at, ""))
                .with(column.as_str(), lines.join(" / "))
                .with("row", row.origin.place())
                .with("above", above.origin.place()),
        );
        set(row, *column, lines);
        row.printed.push((*column, String::new()));
    }
}
