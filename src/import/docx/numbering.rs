//! The lists of `numbering.xml`: how each level of them is counted and printed. Counting itself is in [`labels`](super::labels).
//!
//! A paragraph names a *list* (`w:num`), which is an instance of a *definition* (`w:abstractNum`) and may override levels of it.
//! A definition may stand for another one that has its name (`w:numStyleLink`, `w:styleLink`).

use std::collections::BTreeMap;

use super::super::namespace::Space;
use super::super::ordinals;
use super::super::symbols;
use super::super::xml::{Element, Event, Part, Xml};
use super::properties;
use crate::diagnostic::Diagnostic;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<usize, Definition>,
    lists: BTreeMap<usize, List>,
}

/// How a list is counted and printed.
#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// The name under which it stands for others.
    name: Option<String>,
    /// The name of the one that stands for it.
    stands_for_it: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: usize,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// A level of a list.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// The number of its first paragraph.
    pub(super) start: u32,
    /// How its numbers are printed.
    pub(super) style: ordinals::Style,
    /// Whether it prints a sign in place of a number.
    pub(super) is_bullet: bool,
    /// What is printed: `%1.%2)` with the number of each level.
    pub(super) text: String,
    /// Whether it prints the numbers of all levels as digits.
    pub(super) in_digits: bool,
    /// The level, from 1, behind which it starts anew, if not behind every one above it; 0 is never.
    pub(super) restart: Option<usize>,
    /// Whether the text follows the number without a blank.
    pub(super) is_tight: bool,
    /// The style whose paragraphs are on this level.
    pub(super) paragraph_style: Option<String>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    ///
    /// # Errors
    /// When it is no XML.
    pub(super) fn read(part: &Part) -> Result<Self, Diagnostic> {
        let mut numbering = Self::default();
        let mut xml = part.events();
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Word, "abstractNum") => {
                    let id = element.number("abstractNumId").unwrap_or_default();
                    numbering.definitions.insert(id, definition(&mut xml)?);
                }
                (Space::Word, "num") => {
                    let id = element.number("numId").unwrap_or_default();
                    numbering.lists.insert(id, list(&mut xml)?);
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// Which definition a list counts by: lists of one definition share their numbers.
    pub(super) fn definition(&self, list: usize) -> Option<usize> {
        let id = self.lists.get(&list)?.definition;
        let Some(name) = &self.definitions.get(&id)?.stands_for_it else { return Some(id) };
        let has_name = |(_, other): &(&usize, &Definition)| other.name.as_ref() == Some(name);
        self.definitions.iter().find(has_name).map_or(Some(id), |(id, _)| Some(*id))
    }

    /// A level of a list.
    pub(super) fn level(&self, list: usize, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list)?.levels.get(&level);
        own.or_else(|| self.definitions.get(&self.definition(list)?)?.levels.get(&level))
    }

    /// The number from which a list counts a level anew when it first comes to it.
    pub(super) fn start(&self, list: usize, level: usize) -> Option<u32> {
        self.lists.get(&list)?.starts.get(&level).copied()
    }

    /// The level whose paragraphs have one of these styles, the first style first.
    pub(super) fn level_of_styles(&self, list: usize, styles: &[&str]) -> Option<usize> {
        let has_style = |level: usize, style: &str| {
            self.level(list, level)?.paragraph_style.as_deref().filter(|found| *found == style)
        };
        let of_style = |style: &&str| (0..LEVELS).find(|level| has_style(*level, style).is_some());
        styles.iter().find_map(of_style)
    }
}

/// Reads the `w:abstractNum` that was opened last.
fn definition(xml: &mut Xml<'_>) -> Result<Definition, Diagnostic> {
    let mut definition = Definition::default();
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "lvl") => {
                let place = element.number("ilvl").unwrap_or_default();
                definition.levels.insert(place, level(xml)?);
            }
            (Space::Word, "styleLink") => definition.name = element.attribute("val"),
            (Space::Word, "numStyleLink") => definition.stands_for_it = element.attribute("val"),
            _ => {}
        }
    }
    Ok(definition)
}

/// Reads the `w:num` that was opened last.
fn list(xml: &mut Xml<'_>) -> Result<List, Diagnostic> {
    let mut list = List::default();
    let mut place = 0;
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "abstractNumId") => {
                list.definition = element.number("val").unwrap_or_default();
            }
            (Space::Word, "lvlOverride") => place = element.number("ilvl").unwrap_or_default(),
            (Space::Word, "startOverride") => {
                list.starts.insert(place, number(&element).unwrap_or_default());
            }
            (Space::Word, "lvl") => {
                list.levels.insert(place, level(xml)?);
            }
            _ => {}
        }
    }
    Ok(list)
}

/// Reads the `w:lvl` that was opened last.
fn level(xml: &mut Xml<'_>) -> Result<Level, Diagnostic> {
    let mut level = Level::default();
    let mut font = None;
    let mut has_picture = false;
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "start") => level.start = number(&element).unwrap_or_default(),
            (Space::Word, "numFmt") => {
                let format = element.attribute("val").unwrap_or_default();
                level.is_bullet = format == "bullet";
                level.style = style(&format);
            }
            (Space::Word, "lvlText") => level.text = element.attribute("val").unwrap_or_default(),
            (Space::Word, "isLgl") => level.in_digits = properties::is_on(&element),
            (Space::Word, "lvlRestart") => level.restart = element.number("val"),
            (Space::Word, "suff") => {
                level.is_tight = element.attribute("val").is_some_and(|after| after == "nothing");
            }
            (Space::Word, "pStyle") => level.paragraph_style = element.attribute("val"),
            (Space::Word, "lvlPicBulletId") => has_picture = true,
            (Space::Word, "rFonts") => {
                font = element.attribute("ascii").or_else(|| element.attribute("hAnsi"));
            }
            _ => {}
        }
    }
    if level.is_bullet {
        let sign = if has_picture { "•" } else { &level.text };
        level.text = symbols::bullet(sign, font.as_deref());
    }
    Ok(level)
}

fn number(element: &Element<'_>) -> Option<u32> {
    u32::try_from(element.number("val")?).ok()
}

/// How a level prints its numbers. Those of other scripts are printed as digits.
fn style(format: &str) -> ordinals::Style {
    match format {
        "decimalZero" => ordinals::Style::DecimalZero,
        "upperRoman" => ordinals::Style::UpperRoman,
        "lowerRoman" => ordinals::Style::LowerRoman,
        "upperLetter" => ordinals::Style::UpperLetter,
        "lowerLetter" => ordinals::Style::LowerLetter,
        "none" | "bullet" => ordinals::Style::None,
        _ => ordinals::Style::Decimal,
    }
}
