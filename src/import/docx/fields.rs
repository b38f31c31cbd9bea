//! Fields of Word, as far as they change what is printed: a field's code prints nothing, nor does what other fields put into
//! it; its result is printed. A list to choose from prints what was chosen, which stands in no run.
//!
//! A code that no mark ends is no code: its words are printed.

use super::super::namespace::Space;
use super::super::xml::{Element, Event, Xml};
use crate::diagnostic::Diagnostic;

/// The fields that are open, outermost first.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

struct Field {
    stage: Stage,
    /// What was chosen, if it is a list.
    choice: Option<String>,
}

enum Stage {
    /// Its code, with words that came into it.
    Code(String),
    /// Its result, and whether it has any words.
    Result { prints: bool },
}

impl Fields {
    /// Takes the mark of a field that was opened last. Gives what is printed at its place.
    pub(super) fn mark(
        &mut self,
        xml: &mut Xml<'_>,
        mark: &Element<'_>,
    ) -> Result<String, Diagnostic> {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") => {
                let choice = chosen(xml)?;
                self.open.push(Field { stage: Stage::Code(String::new()), choice });
                Ok(String::new())
            }
            Some("separate") => {
                if let Some(field) = self.open.last_mut() {
                    field.stage = Stage::Result { prints: false };
                }
                Ok(String::new())
            }
            _ => {
                let Some(field) = self.open.pop() else { return Ok(String::new()) };
                let printed = matches!(field.stage, Stage::Result { prints: true });
                let choice = field.choice.filter(|_| !printed).unwrap_or_default();
                Ok(self.printed(choice))
            }
        }
    }

    /// What some words print where they stand.
    pub(super) fn printed(&mut self, words: String) -> String {
        let code = self.open.iter_mut().find_map(|field| match &mut field.stage {
            Stage::Code(code) => Some(code),
            Stage::Result { .. } => None,
        });
        if let Some(code) = code {
            code.push_str(&words);
            return String::new();
        }
        for field in &mut self.open {
            if let Stage::Result { prints } = &mut field.stage {
                *prints |= !words.trim().is_empty();
            }
        }
        words
    }

    /// The words of codes that were still open at the end of their paragraph.
    pub(super) fn unended(&mut self) -> String {
        let mut words = String::new();
        for field in &mut self.open {
            if let Stage::Code(code) = &mut field.stage {
                words.push_str(&std::mem::take(code));
                field.stage = Stage::Result { prints: true };
            }
        }
        words
    }
}

/// What was chosen of the list that a field offers, if it is one: the first one where nothing was.
fn chosen(xml: &mut Xml<'_>) -> Result<Option<String>, Diagnostic> {
    let mut entries: Vec<String> = Vec::new();
    let (mut result, mut default) = (None, None);
    let level = xml.depth();
    while let Some(event) = xml.next_within(level)? {
        let Event::Open(element) = event else { continue };
        match element.named() {
            (Space::Word, "result") => result = element.number("val"),
            (Space::Word, "default") => default = element.number("val"),
            (Space::Word, "listEntry") => entries.extend(element.attribute("val")),
            _ => {}
        }
    }
    let place = result.or(default).unwrap_or_default();
    Ok(entries.into_iter().nth(place))
}
