//! Automatic numbers: what LibreOffice prints at the head of a list's paragraph and does not store in its text.
//!
//! A list is a tree of items. Only the first paragraph of an item has a number; an item that holds but another list has none.
//! A list in several pieces says which piece it goes on from.

use std::collections::BTreeMap;

use super::super::ordinals;
use super::super::xml::Element;
use super::styles::{Level, Styles};

/// Levels of a list.
const LEVELS: usize = 10;

/// The numbers that the levels of a list have come to.
type Counts = [Option<u32>; LEVELS];

/// Counts the paragraphs of a document.
pub(super) struct Lists<'s> {
    styles: &'s Styles,
    /// Every list, pieces of one list together.
    counts: Vec<Counts>,
    /// The lists by the ids of their pieces.
    by_id: BTreeMap<String, usize>,
    /// The last list of each style.
    by_style: BTreeMap<String, usize>,
    headings: Counts,
    open: Open,
}

/// The lists that are open at a place of the text.
#[derive(Default)]
pub(super) struct Open {
    /// Which list it is.
    list: usize,
    /// The style of each level, where it has one.
    styles: Vec<Option<String>>,
    /// The item that was begun and has no paragraph yet.
    item: Option<Item>,
}

#[derive(Default)]
struct Item {
    start: Option<u32>,
    style: Option<String>,
}

impl<'s> Lists<'s> {
    /// Before the first paragraph.
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            counts: Vec::new(),
            by_id: BTreeMap::new(),
            by_style: BTreeMap::new(),
            headings: Counts::default(),
            open: Open::default(),
        }
    }

    /// Puts the open lists aside, as a table does for its cells, and takes others up.
    pub(super) fn exchange(&mut self, open: Open) -> Open {
        std::mem::replace(&mut self.open, open)
    }

    /// A list begins.
    pub(super) fn begin_list(&mut self, element: &Element<'_>) {
        let style = element.attribute("style-name");
        self.open.item = None;
        if self.open.styles.is_empty() {
            let goes_on = element.attribute("continue-list").and_then(|id| self.by_id.get(&id));
            let is_next =
                element.attribute("continue-numbering").is_some_and(|value| value == "true");
            let latest =
                style.as_ref().filter(|_| is_next).and_then(|style| self.by_style.get(style));
            let list = goes_on.or(latest).copied().unwrap_or(self.counts.len());
            if list == self.counts.len() {
                self.counts.push(Counts::default());
            }
            self.by_id.extend(element.attribute("id").map(|id| (id, list)));
            self.by_style.extend(style.clone().map(|style| (style, list)));
            self.open.list = list;
        }
        let inherited = self.open.styles.last().cloned().flatten();
        self.open.styles.push(style.or(inherited));
    }

    /// A list ends.
    pub(super) fn end_list(&mut self) {
        self.open.styles.pop();
        self.open.item = None;
    }

    /// An item of a list begins.
    pub(super) fn begin_item(&mut self, element: &Element<'_>) {
        let start = element.number("start-value").and_then(|start| u32::try_from(start).ok());
        self.open.item = Some(Item { start, style: element.attribute("style-override") });
    }

    /// Counts the next paragraph or heading. Gives what is printed before its text, blank included; nothing if it has no number.
    pub(super) fn next(&mut self, paragraph: &Element<'_>) -> Option<String> {
        if self.open.styles.is_empty() {
            return self.next_heading(paragraph);
        }
        let item = self.open.item.take()?;
        let place = self.open.styles.len().checked_sub(1)?;
        let of_list = item.style.or_else(|| self.open.styles.last().cloned().flatten());
        let style = of_list.or_else(|| self.styles.list_of(paragraph))?;
        let styles = self.styles;
        let counts = self.counts.get_mut(self.open.list)?;
        count(counts, place, item.start, |level| styles.level(&style, level))
    }

    /// The same of a heading outside lists.
    fn next_heading(&mut self, heading: &Element<'_>) -> Option<String> {
        let place = heading.number("outline-level")?.checked_sub(1)?;
        if heading.attribute("is-list-header").is_some_and(|value| value == "true") {
            return None;
        }
        let styles = self.styles;
        count(&mut self.headings, place, None, |level| styles.headings.level(level))
    }
}

/// Counts a paragraph on a level, from 0, and gives its number as printed. The levels below start anew.
fn count<'l>(
    counts: &mut Counts,
    place: usize,
    start: Option<u32>,
    level: impl Fn(usize) -> Option<&'l Level>,
) -> Option<String> {
    let own = level(place + 1)?;
    let count = counts.get_mut(place)?;
    let next = count.map_or(own.start, |count| count.saturating_add(1));
    *count = Some(start.unwrap_or(next));
    counts.iter_mut().skip(place + 1).for_each(|deeper| *deeper = None);
    let number = |place: usize| {
        let level = level(place + 1)?;
        // A level that was not come to is printed as if it were at its start.
        let count = counts.get(place).copied().flatten().unwrap_or(level.start);
        Some(ordinals::printed(count, level.style)).filter(|number| !number.is_empty())
    };
    let printed = match (&own.bullet, &own.format) {
        (Some(bullet), _) => bullet.clone(),
        (None, Some(format)) => formatted(format, number),
        (None, None) => {
            let first = (place + 1).saturating_sub(own.levels.max(1));
            let numbers: Vec<String> = (first..=place).filter_map(number).collect();
            format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
        }
    };
    let printed = printed.trim();
    let blank = if own.is_tight { "" } else { " " };
    (!printed.is_empty()).then(|| format!("{printed}{blank}"))
}

/// A format with the numbers in its places: `%1%.%2%)`.
fn formatted(format: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut printed = String::new();
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        printed.push_str(before);
        let level = after
            .split_once('%')
            .and_then(|(level, behind)| Some((level.parse::<usize>().ok()?, behind)));
        if let Some((level, behind)) = level {
            printed.extend(level.checked_sub(1).and_then(&number));
            rest = behind;
        } else {
            printed.push('%');
            rest = after;
        }
    }
    printed + rest
}
