//! Styles of Word, as far as they change what is read: automatic numbers and hidden text, both handed down from style to style.

use std::collections::BTreeMap;

use super::super::namespace::Space;
use super::super::xml::{Event, Part, Xml};
use super::properties::{self, NumberProperties};
use crate::diagnostic::Diagnostic;

/// The longest chain of styles that is followed; Word itself stops at ten. A longer one goes round in a circle.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    of_paragraphs: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    number: NumberProperties,
    hidden: Option<bool>,
}

/// The number that a style gives.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StyleNumber<'s> {
    /// Which list and level.
    pub(super) number: NumberProperties,
    /// The styles from the paragraph's own to the one that gives the list: a level of the list may name one of them.
    pub(super) styles: Vec<&'s str>,
}

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// When it is no XML.
    pub(super) fn read(part: &Part) -> Result<Self, Diagnostic> {
        let mut styles = Self::default();
        let mut xml = part.events();
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            if element.named() != (Space::Word, "style") {
                continue;
            }
            let id = element.attribute("styleId").unwrap_or_default();
            let is_default =
                element.attribute("default").is_some_and(|value| value == "1" || value == "true");
            if is_default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
                styles.of_paragraphs = Some(id.clone());
            }
            styles.by_id.insert(id, style(&mut xml)?);
        }
        Ok(styles)
    }

    /// The number that a paragraph has by its style.
    pub(super) fn number<'s>(&'s self, style: Option<&'s str>) -> Option<StyleNumber<'s>> {
        let mut styles = Vec::new();
        let mut level = None;
        for (id, style) in self.chain(style.or(self.of_paragraphs.as_deref())) {
            styles.push(id);
            level = level.or(style.number.level);
            if style.number.list.is_some() {
                let number = NumberProperties { list: style.number.list, level };
                return Some(StyleNumber { number, styles });
            }
        }
        None
    }

    /// Whether a style hides text; nothing where it says nothing of it.
    pub(super) fn hides(&self, style: Option<&str>) -> Option<bool> {
        self.chain(style).find_map(|(_, style)| style.hidden)
    }

    /// A style and those that it is based on.
    fn chain<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let known =
            |id: &'s str| self.by_id.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let based_on = move |(_, style): &(&'s str, &'s Style)| known(style.based_on.as_deref()?);
        std::iter::successors(style.and_then(known), based_on).take(LONGEST_CHAIN)
    }
}

/// Reads the `w:style` that was opened last.
fn style(xml: &mut Xml<'_>) -> Result<Style, Diagnostic> {
    let mut style = Style::default();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "basedOn") => style.based_on = element.attribute("val"),
            (Space::Word, "pPr") => style.number = properties::paragraph(xml)?.number,
            (Space::Word, "rPr") => style.hidden = properties::run(xml)?.hidden,
            // Of the header row of a table and the like.
            (Space::Word, "tblStylePr") => xml.skip()?,
            _ => {}
        }
    }
    Ok(style)
}
