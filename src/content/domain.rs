//! A domain's `domain.md`: number, title, part, order and groups.

use std::collections::BTreeSet;

use super::head;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Table;
use crate::model::{Domain, DomainId, Group, Part};
use crate::source::{Span, Spanned};
use crate::text;
use crate::tree::File;

pub(super) fn parse(
    folder: &str,
    path: &str,
    file: &File,
    parts: &[Part],
) -> (Option<Domain>, Diagnostics) {
    let id = match head::id(folder, path, DomainId::new) {
        Ok(id) => id,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    head::read(path, file, |table, body| read(id, table, body, parts))
}

fn read(id: DomainId, table: &Table<'_>, body: &Span, parts: &[Part]) -> Option<Domain> {
    let number = table.required_text_or_empty("number");
    let title = table.required_text_or_empty("title");
    let order = table.required_number("order");
    let part = table.text("part");
    let is_unknown =
        |part: &&Spanned<String>| !parts.iter().any(|known| known.number == part.value);
    if let Some(part) = part.as_ref().filter(is_unknown) {
        let known: Vec<&str> = parts.iter().map(|part| part.number.as_str()).collect();
        table.fault(
            Diagnostic::new(Code::UnknownPart)
                .at(&part.span)
                .with("found", &part.value)
                .with("known", listed(&known)),
        );
    }
    let groups = groups(table);
    let aliases = head::addresses(table, "aliases", "linh-vuc/….html");
    Some(Domain {
        id,
        number: number?.value,
        title: text::one_line(&title?.value),
        part: part.map(|part| part.value),
        order: order?.value,
        groups,
        introduction: head::prosaic(body),
        aliases,
    })
}

fn groups(table: &Table<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut references: Vec<Spanned<String>> = Vec::new();
    for entry in table.tables("groups") {
        let number = entry.required_text("number");
        let title = entry.required_text("title");
        let under = entry.text("under");
        let (Some(number), Some(title)) = (number, title) else { continue };
        if groups.iter().any(|group| group.number == number.value) {
            let twin = Diagnostic::new(Code::DuplicateId).at(&number.span);
            entry.fault(twin.with("id", &number.value));
        }
        references.extend(under.clone());
        groups.push(Group {
            number: number.value,
            title: text::one_line(&title.value),
            under: under.map(|under| under.value),
        });
    }
    for under in &references {
        if !groups.iter().any(|group| group.number == under.value) {
            table.fault(unknown_group(under, &groups));
        }
    }
    if let Some(under) = references.iter().find(|under| is_circle(&under.value, &groups)) {
        table
            .fault(Diagnostic::new(Code::GroupCircle).at(&under.span).with("number", &under.value));
    }
    groups
}

/// A fault of a number that no group of the domain has.
pub(super) fn unknown_group(found: &Spanned<String>, groups: &[Group]) -> Diagnostic {
    let known: Vec<&str> = groups.iter().map(|group| group.number.as_str()).collect();
    Diagnostic::new(Code::UnknownGroup)
        .at(&found.span)
        .with("found", &found.value)
        .with("known", listed(&known))
}

/// Numbers as a fault lists them; a dash when there are none.
fn listed(numbers: &[&str]) -> String {
    if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") }
}

/// Whether the groups above a group lead back to it.
fn is_circle(number: &str, groups: &[Group]) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut current = Some(number);
    while let Some(number) = current {
        if !seen.insert(number) {
            return true;
        }
        let group = groups.iter().find(|group| group.number == number);
        current = group.and_then(|group| group.under.as_deref());
    }
    false
}
