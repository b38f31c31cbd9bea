//! What of that which stands beside a document's text a person must look at: where it may be a part of the plan.
//!
//! Deleted words, remarks and the frames of pages are none; they are told in the [report](told) only.

pub(super) mod told;

use super::table::{Aside, AsideKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};
use crate::text;

/// How much of the words is told.
pub(super) const EXCERPT: usize = 120;

/// What one place holds of one kind, as one: Word cuts hidden words into pieces as it likes.
pub(super) fn joined(asides: &[Aside]) -> Vec<Aside> {
    let mut joined: Vec<Aside> = Vec::new();
    for aside in asides {
        match joined.last_mut() {
            Some(last)
                if last.kind == aside.kind && last.place == aside.place && last.place.is_some() =>
            {
                last.text = format!("{} {}", last.text, aside.text);
            }
            _ => joined.push(aside.clone()),
        }
    }
    for aside in &mut joined {
        aside.text = text::excerpt(&text::one_line(&aside.text), EXCERPT);
    }
    joined
}

/// A warning for each that may be a part of the plan, whose tables have these indexes.
pub(super) fn doubts(asides: &[Aside], plan: &[usize], file: &str) -> Diagnostics {
    let doubt = |aside: &Aside| {
        let (code, kind) = told_as(aside, plan)?;
        let place = aside.place.as_ref().map_or(file, |place| &place.words);
        let warning = Diagnostic::new(code);
        // A picture has no words to be shown.
        if aside.text.is_empty() {
            return Some(warning.with(kind, place));
        }
        let name = if aside.place.is_some() { format!("{file}, {place}") } else { file.to_owned() };
        let source = SourceFile::new(name, &aside.text);
        Some(warning.at(&Span::new(&source, 0..aside.text.len())).with(kind, &aside.text))
    };
    joined(asides).iter().filter_map(doubt).collect()
}

/// The warning, and the name of its words in it.
fn told_as(aside: &Aside, plan: &[usize]) -> Option<(Code, &'static str)> {
    let of_plan = aside.place.as_ref().is_some_and(|place| plan.contains(&place.table));
    match aside.kind {
        AsideKind::TextBox => Some((Code::AsideLeftOut, "text_box")),
        AsideKind::Embedded => Some((Code::AsideLeftOut, "embedded")),
        AsideKind::Footnote if of_plan => Some((Code::AsideLeftOut, "footnote")),
        AsideKind::Picture if of_plan => Some((Code::AsideLeftOut, "picture")),
        AsideKind::Hidden if of_plan => Some((Code::AsideLeftOut, "hidden")),
        AsideKind::HiddenYetRead if of_plan => Some((Code::HiddenYetRead, "hidden")),
        _ => None,
    }
}
