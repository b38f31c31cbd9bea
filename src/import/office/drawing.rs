//! The words of drawings, charts and diagrams, which Word and Excel write alike.

use super::super::namespace::Space;
use super::super::xml::{Event, Part, Xml};
use crate::diagnostic::Diagnostic;

/// The words of a part that is a chart or a diagram, a line each.
///
/// # Errors
/// When it is no XML.
pub(in crate::import) fn of_part(part: &Part) -> Result<String, Diagnostic> {
    let mut words = String::new();
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        if let Event::Open(_) = event {
            words.push_str(&of_element(&mut xml)?);
        }
    }
    Ok(words.trim_end().to_owned())
}

/// The words up to the end of the element that was opened last, a line each. A chart keeps those of its cells apart from its
/// numbers.
///
/// # Errors
/// As [`of_part`].
pub(in crate::import) fn of_element(xml: &mut Xml<'_>) -> Result<String, Diagnostic> {
    let mut words = String::new();
    // Whether the text that comes is words, and whether it stands in the words of a chart.
    let (mut prints, mut in_words) = (false, false);
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        match event {
            Event::Open(element) => match element.named() {
                (Space::Chart, "strCache") => in_words = true,
                (Space::Chart, "numCache") => in_words = false,
                (Space::Drawing, "br") => words.push('\n'),
                (space, name) => {
                    prints = (space == Space::Drawing && name == "t")
                        || (space == Space::Chart && name == "v" && in_words);
                }
            },
            Event::Text(text) if prints => words.push_str(&text),
            Event::Text(_) => {}
            Event::Close(closed) => {
                prints = false;
                let ends = matches!(closed.named(), (Space::Drawing, "p") | (Space::Chart, "v"));
                if ends && !words.is_empty() && !words.ends_with('\n') {
                    words.push('\n');
                }
            }
        }
    }
    Ok(words)
}
