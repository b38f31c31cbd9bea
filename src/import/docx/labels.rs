//! Automatic numbers: what Word prints at the head of a paragraph and does not store in its text.
//!
//! Numbers are counted per definition, so that two lists of one definition go on from each other, until one says by itself
//! where a level starts. A level starts anew behind a paragraph of a level above it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ordinals;
use super::numbering::{LEVELS, Level, Numbering};
use super::properties::ParagraphProperties;
use super::styles::Styles;

/// Counts the paragraphs of a document.
pub(super) struct Labels<'s> {
    styles: &'s Styles,
    numbering: &'s Numbering,
    /// The numbers that the levels of each definition have come to.
    counts: BTreeMap<usize, [Option<u32>; LEVELS]>,
    /// The lists and levels that were come to: only the first time does a list's own start count.
    begun: BTreeSet<(usize, usize)>,
}

impl<'s> Labels<'s> {
    /// Before the first paragraph.
    pub(super) fn new(styles: &'s Styles, numbering: &'s Numbering) -> Self {
        Self { styles, numbering, counts: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// Counts the next paragraph. Gives what is printed before its text, blank included; nothing if it has no number.
    pub(super) fn next(&mut self, paragraph: &ParagraphProperties) -> Option<String> {
        let (list, place) = self.place(paragraph)?;
        let definition = self.numbering.definition(list)?;
        let level = self.numbering.level(list, place)?;
        let own_start =
            self.numbering.start(list, place).filter(|_| self.begun.insert((list, place)));
        let mut counts = self.counts.get(&definition).copied().unwrap_or_default();
        let count = counts.get_mut(place)?;
        let next = count.map_or(level.start, |count| count.saturating_add(1));
        *count = Some(own_start.unwrap_or(next));
        for (deeper, count) in counts.iter_mut().enumerate().skip(place + 1) {
            let restart = self.numbering.level(list, deeper).and_then(|level| level.restart);
            if restart.is_none_or(|behind| place < behind) {
                *count = None;
            }
        }
        self.counts.insert(definition, counts);
        let printed = self.printed(list, level, &counts);
        let blank = if level.is_tight { "" } else { " " };
        (!printed.is_empty()).then(|| printed + blank)
    }

    /// The list and the level of a paragraph: its own, else those of its style.
    fn place(&self, paragraph: &ParagraphProperties) -> Option<(usize, usize)> {
        let own = paragraph.number;
        if let Some(list) = own.list {
            return (list != 0).then_some((list, own.level.unwrap_or(0)));
        }
        let of_style = self.styles.number(paragraph.style.as_deref())?;
        let list = of_style.number.list.filter(|list| *list != 0)?;
        let level = own.level.or_else(|| self.numbering.level_of_styles(list, &of_style.styles));
        Some((list, level.or(of_style.number.level).unwrap_or(0)))
    }

    /// The level's text with the numbers in their places.
    fn printed(&self, list: usize, level: &Level, counts: &[Option<u32>; LEVELS]) -> String {
        if level.is_bullet {
            return level.text.clone();
        }
        let mut printed = String::new();
        let mut signs = level.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let place = signs.peek().filter(|_| sign == '%').and_then(|digit| digit.to_digit(10));
            let Some(place) = place.and_then(|place| usize::try_from(place).ok()?.checked_sub(1))
            else {
                printed.push(sign);
                continue;
            };
            signs.next();
            let Some(of_place) = self.numbering.level(list, place) else { continue };
            // A level that was not come to is printed as if it were at its start.
            let count = counts.get(place).copied().flatten().unwrap_or(of_place.start);
            let style = match of_place.style {
                ordinals::Style::None => ordinals::Style::None,
                _ if level.in_digits => ordinals::Style::Decimal,
                style => style,
            };
            printed.push_str(&ordinals::printed(count, style));
        }
        printed.trim().to_owned()
    }
}
