//! Styles of LibreOffice, as far as they change what is read: lists and hidden text. They stand in `styles.xml` and, made for
//! single paragraphs, in `content.xml`.

use std::collections::BTreeMap;

use super::super::namespace::Space;
use super::super::ordinals;
use super::super::symbols;
use super::super::xml::{Element, Event, Part, Xml};
use crate::diagnostic::Diagnostic;

/// The longest chain of styles that is followed. A longer one goes round in a circle.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    lists: BTreeMap<String, ListStyle>,
    /// How headings are numbered.
    pub(super) headings: ListStyle,
    /// Styles of paragraphs and of words within them, by family and name.
    of_words: BTreeMap<(String, String), WordsStyle>,
}

/// How a list is counted and printed, by level from 1.
#[derive(Debug, Default)]
pub(super) struct ListStyle {
    levels: BTreeMap<usize, Level>,
}

/// A level of a list.
#[derive(Debug, Default, Clone)]
pub(super) struct Level {
    /// The sign that it prints in place of a number.
    pub(super) bullet: Option<String>,
    /// How its numbers are printed.
    pub(super) style: ordinals::Style,
    /// What is printed, `%1%.%2%)` with the number of each level, where the document says it so.
    pub(super) format: Option<String>,
    /// What is printed before the number.
    pub(super) prefix: String,
    /// What is printed behind the number.
    pub(super) suffix: String,
    /// How many levels are printed, up to this one.
    pub(super) levels: usize,
    /// The number of its first paragraph.
    pub(super) start: u32,
    /// Whether the text follows the number without a blank.
    pub(super) is_tight: bool,
}

#[derive(Debug, Default)]
struct WordsStyle {
    parent: Option<String>,
    list: Option<String>,
    hidden: Option<bool>,
}

impl Styles {
    /// Adds the styles of a part.
    ///
    /// # Errors
    /// When it is no XML.
    pub(super) fn with(mut self, part: &Part) -> Result<Self, Diagnostic> {
        let mut xml = part.events();
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            match element.named() {
                (Space::Text, "list-style") => {
                    let name = element.attribute("name").unwrap_or_default();
                    self.lists.insert(name, list_style(&mut xml)?);
                }
                (Space::Text, "outline-style") => self.headings = list_style(&mut xml)?,
                (Space::Style, "style") => {
                    let family = element.attribute("family").unwrap_or_default();
                    let name = element.attribute("name").unwrap_or_default();
                    let style = words_style(&mut xml, &element)?;
                    self.of_words.insert((family, name), style);
                }
                (Space::Office, "body") => return Ok(self),
                _ => {}
            }
        }
        Ok(self)
    }

    /// A level of a list, from 1.
    pub(super) fn level(&self, list: &str, level: usize) -> Option<&Level> {
        self.lists.get(list)?.level(level)
    }

    /// Whether an element's style hides its words; nothing where it says nothing of it. A paragraph's styles are of the family
    /// `paragraph`, others of `text`.
    pub(super) fn hides(&self, family: &str, element: &Element<'_>) -> Option<bool> {
        self.chain(family, element).into_iter().find_map(|style| style.hidden)
    }

    /// The list of a paragraph's style.
    pub(super) fn list_of(&self, paragraph: &Element<'_>) -> Option<String> {
        let chain = self.chain("paragraph", paragraph);
        chain.into_iter().find_map(|style| style.list.clone()).filter(|list| !list.is_empty())
    }

    /// The style of an element and those that hand down to it.
    fn chain(&self, family: &str, element: &Element<'_>) -> Vec<&WordsStyle> {
        let mut chain = Vec::new();
        let mut name = element.attribute("style-name");
        while let Some(style) = name.and_then(|name| self.of_words.get(&(family.to_owned(), name)))
        {
            chain.push(style);
            name = style.parent.clone().filter(|_| chain.len() < LONGEST_CHAIN);
        }
        chain
    }
}

impl ListStyle {
    /// A level, from 1.
    pub(super) fn level(&self, level: usize) -> Option<&Level> {
        self.levels.get(&level)
    }
}

/// Reads the `text:list-style` or `text:outline-style` that was opened last.
fn list_style(xml: &mut Xml<'_>) -> Result<ListStyle, Diagnostic> {
    let mut style = ListStyle::default();
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        let Event::Open(element) = event else { continue };
        let place = element.number("level").unwrap_or_default();
        let read = match element.named() {
            (Space::Text, "list-level-style-number" | "outline-level-style") => {
                numbered(xml, &element)?
            }
            (Space::Text, "list-level-style-bullet") => {
                let (level, font) = common(xml, &element)?;
                let sign = element.attribute("bullet-char").unwrap_or_default();
                Level { bullet: Some(symbols::bullet(&sign, font.as_deref())), ..level }
            }
            (Space::Text, "list-level-style-image") => {
                let (level, _) = common(xml, &element)?;
                Level { bullet: Some("•".to_owned()), ..level }
            }
            _ => continue,
        };
        style.levels.insert(place, read);
    }
    Ok(style)
}

fn numbered(xml: &mut Xml<'_>, element: &Element<'_>) -> Result<Level, Diagnostic> {
    let (level, _) = common(xml, element)?;
    let format = element.attribute("num-format").unwrap_or_default();
    let repeats_letters = element.attribute("num-letter-sync").is_some_and(|value| value == "true");
    let style = match (format.as_str(), repeats_letters) {
        ("", _) => ordinals::Style::None,
        ("I", _) => ordinals::Style::UpperRoman,
        ("i", _) => ordinals::Style::LowerRoman,
        ("A", true) => ordinals::Style::UpperLetter,
        ("a", true) => ordinals::Style::LowerLetter,
        ("A", false) => ordinals::Style::UpperLetterSum,
        ("a", false) => ordinals::Style::LowerLetterSum,
        (zero, _) if zero.starts_with("01") => ordinals::Style::DecimalZero,
        _ => ordinals::Style::Decimal,
    };
    Ok(Level {
        style,
        format: element.attribute("num-list-format"),
        prefix: element.attribute("num-prefix").unwrap_or_default(),
        suffix: element.attribute("num-suffix").unwrap_or_default(),
        levels: element.number("display-levels").unwrap_or(1),
        start: element.number("start-value").map_or(1, |start| u32::try_from(start).unwrap_or(1)),
        ..level
    })
}

/// What all levels may say, and the font of a sign.
fn common(xml: &mut Xml<'_>, level: &Element<'_>) -> Result<(Level, Option<String>), Diagnostic> {
    let mut font = level.attribute("font-name");
    let mut is_tight = false;
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Style, "list-level-label-alignment") => {
                is_tight =
                    element.attribute("label-followed-by").is_some_and(|after| after == "nothing");
            }
            (Space::Style, "text-properties") => {
                font = element
                    .attribute("font-name")
                    .or_else(|| element.attribute("font-family"))
                    .or(font);
            }
            _ => {}
        }
    }
    Ok((Level { is_tight, ..Level::default() }, font))
}

/// Reads the `style:style` that was opened last.
fn words_style(xml: &mut Xml<'_>, style: &Element<'_>) -> Result<WordsStyle, Diagnostic> {
    let parent = style.attribute("parent-style-name");
    let mut words = WordsStyle { parent, list: style.attribute("list-style-name"), hidden: None };
    let depth = xml.depth();
    while let Some(event) = xml.next_within(depth)? {
        if let Event::Open(element) = event
            && element.named() == (Space::Style, "text-properties")
            && let Some(display) = element.attribute("display")
        {
            words.hidden = Some(display == "none");
        }
    }
    Ok(words)
}
