//! Numbers that stand out of order: 5.5 before 5.2. Kept as printed and named, since a row may have been moved or mistyped.

use std::collections::BTreeMap;

use super::nest::Node;
use super::number::Shape;
use super::rows::PlanRow;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A warning for each row whose number is not greater than that of the neighbour before it.
pub(super) fn check(rows: &[PlanRow], nodes: &[Node]) -> Diagnostics {
    let mut before: BTreeMap<(usize, Option<usize>, usize), usize> = BTreeMap::new();
    let mut warnings = Diagnostics::new();
    for (place, (row, node)) in rows.iter().zip(nodes).enumerate() {
        let Some(shape) = counted(node.number.shape) else { continue };
        let key = (node.segment, node.parent, shape);
        let Some(earlier) = before.insert(key, place).filter(|_| !row.shares_number) else {
            continue;
        };
        let (Some(earlier_row), Some(earlier_node)) = (rows.get(earlier), nodes.get(earlier))
        else {
            continue;
        };
        if node.number.path <= earlier_node.number.path {
            warnings.push(
                Diagnostic::new(Code::NumberOrder)
                    .at(&row.origin.span(row.number_column, &row.number))
                    .with("number", &row.number)
                    .with("before", &earlier_row.number)
                    .with("row", row.origin.place()),
            );
        }
    }
    warnings
}

/// A key for shapes that are counted; neighbours are compared within one shape.
fn counted(shape: Shape) -> Option<usize> {
    match shape {
        Shape::Letter => Some(100),
        Shape::Roman => Some(101),
        Shape::Lower => Some(102),
        Shape::Arabic(depth) => Some(depth),
        Shape::Dash | Shape::Plus | Shape::Empty | Shape::Other => None,
    }
}
