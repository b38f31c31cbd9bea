//! How rows hang below each other, told by the shapes of their numbers.
//!
//! Letters and Roman numbers stand highest, whichever of the two the plan uses first; then 1, 1.1, 1.1.1; then a), "-", "+", and
//! rows without a number last. A row hangs below the nearest earlier row of a higher shape.

use std::collections::BTreeMap;

use super::number::{Number, Shape};
use super::rows::PlanRow;
use super::segments::Segment;
use super::whole_rows::Extent;

/// A row in its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) number: Number,
    /// The place of the row above it.
    pub(super) parent: Option<usize>,
    /// The place of its stretch of rows.
    pub(super) segment: usize,
    /// The numbers that lead to it: B, 1.1, the first "-" is b, 1, 1, 1.
    pub(super) path: Vec<String>,
    /// The Arabic number at the end of the path, which deeper ones repeat: 1.1 of 1.1.1.
    arabic: Vec<u32>,
}

/// The rows in their places; those of each stretch for themselves.
pub(super) fn nest(rows: &[PlanRow], segments: &[Segment]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (place, segment) in segments.iter().enumerate() {
        let start = nodes.len();
        let own = rows.get(segment.rows.clone()).unwrap_or_default();
        let prefix: Vec<String> = segment.prefix.iter().cloned().collect();
        nodes.extend(nest_segment(own, &prefix).into_iter().map(|node| Node {
            parent: node.parent.map(|parent| parent + start),
            segment: place,
            ..node
        }));
    }
    nodes
}

fn nest_segment(rows: &[PlanRow], prefix: &[String]) -> Vec<Node> {
    let numbers = numbers(rows);
    let ranks = ranks(rows, &numbers);
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut counts: BTreeMap<(Option<usize>, usize), usize> = BTreeMap::new();
    for (place, (number, rank)) in numbers.into_iter().zip(ranks).enumerate() {
        while open.last().is_some_and(|(_, above)| *above >= rank) {
            open.pop();
        }
        let parent = open.last().map(|(place, _)| *place);
        open.push((place, rank));
        let count = counts.entry((parent, rank)).or_default();
        *count += 1;
        let words = rows.get(place).map_or("", |row| row.number.as_str());
        let above = parent.and_then(|place| nodes.get(place));
        let (path, arabic) = path(&number, words, *count, above, prefix);
        nodes.push(Node { number, parent, segment: 0, path, arabic });
    }
    nodes
}

/// How high each row stands: 0 is highest. A title over the whole row that has no number stands right above the row behind
/// it.
fn ranks(rows: &[PlanRow], numbers: &[Number]) -> Vec<usize> {
    let first = |shape: Shape| numbers.iter().position(|number| number.shape == shape);
    let roman_first = match (first(Shape::Roman), first(Shape::Letter)) {
        (Some(roman), Some(letter)) => roman < letter,
        _ => false,
    };
    // Every second rank is free for a title right above a shape.
    let mut ranks: Vec<usize> = Vec::new();
    for (row, number) in rows.iter().zip(numbers).rev() {
        let untold = row.extent == Extent::Row && number.shape == Shape::Empty && row.is_bare();
        let behind = ranks.last().copied().filter(|_| untold);
        let own = || 2 * rank(number.shape, row.is_bare(), roman_first) + 1;
        // Behind another title of the kind both stand alike.
        ranks.push(behind.map_or_else(own, |behind| behind - behind % 2));
    }
    ranks.reverse();
    ranks
}

/// The numbers of the rows, letters told from Roman numbers by the letter before.
fn numbers(rows: &[PlanRow]) -> Vec<Number> {
    let mut letter = 0;
    let read = |row: &PlanRow| {
        let number = Number::of_row(&row.number, letter);
        if let (Shape::Letter, [value]) = (number.shape, number.path.as_slice()) {
            letter = *value;
        }
        number
    };
    rows.iter().map(read).collect()
}

/// How high a shape stands: 0 is highest.
fn rank(shape: Shape, bare: bool, roman_first: bool) -> usize {
    const BELOW_ARABIC: usize = 10;
    match shape {
        Shape::Letter => usize::from(roman_first),
        Shape::Roman => usize::from(!roman_first),
        // "Phần thứ nhất" over a list, but a task's code beside its task.
        Shape::Other | Shape::Empty if bare => 0,
        Shape::Arabic(depth) => 1 + depth,
        Shape::Lower => BELOW_ARABIC,
        Shape::Dash => BELOW_ARABIC + 1,
        Shape::Plus => BELOW_ARABIC + 2,
        Shape::Other | Shape::Empty => BELOW_ARABIC + 3,
    }
}

/// The path of a row, and the Arabic number that it ends in.
fn path(
    number: &Number,
    words: &str,
    count: usize,
    above: Option<&Node>,
    prefix: &[String],
) -> (Vec<String>, Vec<u32>) {
    let mut path = above.map_or_else(|| prefix.to_vec(), |node| node.path.clone());
    let before = above.map(|node| node.arabic.as_slice()).unwrap_or_default();
    match number.shape {
        Shape::Arabic(_) => {
            let repeats = number.path.len() > before.len() && number.path.starts_with(before);
            let own = if repeats { number.path.get(before.len()..) } else { None };
            path.extend(own.unwrap_or(&number.path).iter().map(u32::to_string));
            (path, number.path.clone())
        }
        Shape::Dash | Shape::Plus | Shape::Empty => {
            path.push(count.to_string());
            (path, vec![])
        }
        Shape::Letter | Shape::Roman | Shape::Lower | Shape::Other => {
            path.push(words.to_owned());
            (path, vec![])
        }
    }
}
