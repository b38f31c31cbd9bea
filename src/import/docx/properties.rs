//! Properties of paragraphs, runs, rows and cells, as far as they change what is read. What they were before a tracked change
//! is passed over.

use super::super::namespace::Space;
use super::super::xml::{Element, Event, Xml};
use crate::diagnostic::Diagnostic;

/// What a paragraph says of its number. Either may stand alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NumberProperties {
    /// Which list; 0 is none.
    pub(super) list: Option<usize>,
    /// Which level of it, from 0.
    pub(super) level: Option<usize>,
}

/// What becomes of a paragraph's end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is printed.
    #[default]
    Printed,
    /// A tracked change deleted it: the paragraph goes on in the next one.
    Deleted,
    /// It is hidden: without words there is no paragraph.
    Hidden,
}

/// Properties of a paragraph.
#[derive(Debug, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) number: NumberProperties,
    pub(super) mark: Mark,
}

/// Properties of a run.
#[derive(Debug, Default)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    /// Whether it is hidden; nothing where its styles decide.
    pub(super) hidden: Option<bool>,
}

/// Properties of a row.
#[derive(Debug, Default)]
pub(super) struct RowProperties {
    /// Columns left free at its begin.
    pub(super) before: usize,
    /// Columns left free at its end.
    pub(super) after: usize,
    /// Whether a tracked change deleted it.
    pub(super) deleted: bool,
}

/// Where a cell stands in a merged region.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Merge {
    /// In none.
    #[default]
    None,
    /// It begins one.
    Begins,
    /// It belongs to the one that another cell began.
    GoesOn,
}

/// Properties of a cell.
#[derive(Debug, Default)]
pub(super) struct CellProperties {
    /// Columns that it spans, if it says so.
    pub(super) span: Option<usize>,
    /// Its place in a region of several rows.
    pub(super) down: Merge,
    /// Its place in a region of several columns, as Word before 2007 and converters mark it.
    pub(super) across: Merge,
    /// Whether a tracked change deleted it.
    pub(super) deleted: bool,
}

/// Reads the `w:pPr` that was opened last.
pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<ParagraphProperties, Diagnostic> {
    let mut properties = ParagraphProperties::default();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "pStyle") => properties.style = element.attribute("val"),
            (Space::Word, "numId") => properties.number.list = element.number("val"),
            (Space::Word, "ilvl") => properties.number.level = element.number("val"),
            (Space::Word, "del" | "moveFrom") => properties.mark = Mark::Deleted,
            (Space::Word, "vanish") if is_on(&element) && properties.mark == Mark::Printed => {
                properties.mark = Mark::Hidden;
            }
            (Space::Word, "sectPr") => xml.skip()?,
            (Space::Word, name) if is_former(name) => xml.skip()?,
            _ => {}
        }
    }
    Ok(properties)
}

/// Reads the `w:rPr` that was opened last.
pub(super) fn run(xml: &mut Xml<'_>) -> Result<RunProperties, Diagnostic> {
    let mut properties = RunProperties::default();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "rStyle") => properties.style = element.attribute("val"),
            (Space::Word, "vanish") => properties.hidden = Some(is_on(&element)),
            (Space::Word, name) if is_former(name) => xml.skip()?,
            _ => {}
        }
    }
    Ok(properties)
}

/// Reads the `w:trPr` that was opened last.
pub(super) fn row(xml: &mut Xml<'_>) -> Result<RowProperties, Diagnostic> {
    let mut properties = RowProperties::default();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "gridBefore") => properties.before = element.number("val").unwrap_or(0),
            (Space::Word, "gridAfter") => properties.after = element.number("val").unwrap_or(0),
            (Space::Word, "del") => properties.deleted = true,
            (Space::Word, name) if is_former(name) => xml.skip()?,
            _ => {}
        }
    }
    Ok(properties)
}

/// Reads the `w:tcPr` that was opened last.
pub(super) fn cell(xml: &mut Xml<'_>) -> Result<CellProperties, Diagnostic> {
    let mut properties = CellProperties::default();
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "gridSpan") => properties.span = element.number("val"),
            (Space::Word, "vMerge") => properties.down = merge(&element),
            (Space::Word, "hMerge") => properties.across = merge(&element),
            (Space::Word, "cellDel") => properties.deleted = true,
            (Space::Word, name) if is_former(name) => xml.skip()?,
            _ => {}
        }
    }
    Ok(properties)
}

/// Whether an element that switches something switches it on.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    element.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

/// Whether an element holds what properties were before a tracked change: `w:pPrChange`, `w:rPrChange`.
fn is_former(name: &str) -> bool {
    name.ends_with("Change")
}

fn merge(element: &Element<'_>) -> Merge {
    match element.attribute("val").as_deref() {
        Some("restart") => Merge::Begins,
        _ => Merge::GoesOn,
    }
}
