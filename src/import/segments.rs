//! The stretches of a plan's rows that are numbered for themselves: one, or one an appendix.
//!
//! The ids of a second appendix begin with "pl2"; its heading is a part of the plan, above whatever its rows are.

use std::ops::Range;

use super::plan_tables::{Appendix, Piece};
use super::rows::PlanRow;

/// A stretch of rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Segment {
    /// The places of its rows among the plan's.
    pub(super) rows: Range<usize>,
    /// What its ids begin with.
    pub(super) prefix: Option<String>,
    /// Number and title of the part that its heading makes.
    pub(super) heading: Option<(String, String)>,
    /// What it is called where it has no heading: the name of its sheet.
    pub(super) name: String,
}

/// The stretches of these rows, which stand in these tables.
pub(super) fn of(rows: &[PlanRow], pieces: &[Piece]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for (piece, next) in pieces.iter().enumerate() {
        let start = rows.partition_point(|row| row.piece < piece);
        let end = rows.partition_point(|row| row.piece <= piece);
        match (segments.last_mut(), &next.appendix) {
            (Some(segment), None) => segment.rows.end = end,
            (_, appendix) => {
                let place = segments.len() + 1;
                segments.push(segment(appendix.clone().unwrap_or_default(), place, start..end));
            }
        }
    }
    segments
}

fn segment(appendix: Appendix, place: usize, rows: Range<usize>) -> Segment {
    let Appendix { name, title, number, heads } = appendix;
    let number = number.map_or(place, |number| usize::try_from(number).unwrap_or(place));
    let prefix = (place > 1).then(|| format!("pl{number}"));
    let title = if title.is_empty() { name.clone() } else { title };
    Segment { rows, prefix, heading: heads.then(|| (name.clone(), title)), name }
}
