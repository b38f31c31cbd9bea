//! The report's words on what stands beside a document's text: how many of each kind, where, and the words.

use super::super::report::{self, Words};
use super::super::table::{Aside, AsideKind};
use super::joined;

/// So many of a kind are shown; of the others only the number.
const SHOWN: usize = 30;

/// In the order in which they are told.
const KINDS: [AsideKind; 9] = [
    AsideKind::HiddenYetRead,
    AsideKind::Hidden,
    AsideKind::TextBox,
    AsideKind::Embedded,
    AsideKind::Footnote,
    AsideKind::Picture,
    AsideKind::Comment,
    AsideKind::Deleted,
    AsideKind::PageFrame,
];

/// How many of each kind there are, on one line; nothing where there are none.
pub(in crate::import) fn line(asides: &[Aside], words: &Words<'_>) -> Option<String> {
    let kinds: Vec<String> =
        by_kind(asides).iter().map(|(kind, found)| counted(*kind, found, words)).collect();
    let details = [("kinds", kinds.join(", "))];
    (!kinds.is_empty()).then(|| words.say("asides-line", &details))
}

/// All of them, as a section of Markdown; nothing where there are none.
pub(in crate::import) fn section(asides: &[Aside], words: &Words<'_>) -> String {
    let kinds = by_kind(asides);
    if kinds.is_empty() {
        return String::new();
    }
    let heading = words.say("asides", &[]);
    let mut text = format!("\n## {heading}\n\n{}\n\n", words.say("asides-what", &[]));
    for (kind, found) in kinds {
        text.push_str(&format!("- {}\n", counted(kind, &found, words)));
        let one = |aside: &Aside| {
            let place = aside.place.as_ref().map(|place| place.words.clone());
            let said = (!aside.text.is_empty()).then(|| report::code(&aside.text));
            place.into_iter().chain(said).collect::<Vec<_>>().join(": ")
        };
        let lines = found.iter().map(one).filter(|line| !line.is_empty());
        text.extend(lines.take(SHOWN).map(|line| format!("  - {line}\n")));
        if found.len() > SHOWN {
            text.push_str("  - …\n");
        }
    }
    text
}

fn by_kind(asides: &[Aside]) -> Vec<(AsideKind, Vec<Aside>)> {
    let joined = joined(asides);
    let of = |kind: AsideKind| {
        let found = joined.iter().filter(|aside| aside.kind == kind).cloned();
        (kind, found.collect::<Vec<_>>())
    };
    KINDS.into_iter().map(of).filter(|(_, found)| !found.is_empty()).collect()
}

fn counted(kind: AsideKind, found: &[Aside], words: &Words<'_>) -> String {
    let name = match kind {
        AsideKind::Deleted => "aside-deleted",
        AsideKind::TextBox => "aside-text-box",
        AsideKind::Footnote => "aside-footnote",
        AsideKind::Comment => "aside-comment",
        AsideKind::PageFrame => "aside-page-frame",
        AsideKind::Picture => "aside-picture",
        AsideKind::Embedded => "aside-embedded",
        AsideKind::Hidden => "aside-hidden",
        AsideKind::HiddenYetRead => "aside-hidden-yet-read",
    };
    words.say(name, &[("count", found.len().to_string())])
}
