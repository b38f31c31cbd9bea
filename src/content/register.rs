//! `agencies.toml`, the register, and `tu-viet-tat.toml`, the abbreviations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::head::{self, one_of};
use super::{ABBREVIATIONS, REGISTER};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Document, Faults, Table};
use crate::model::{Agency, AgencyId, AgencyKind, Certainty, End, Register, Successor};
use crate::source::{SourceFile, Span, Spanned};
use crate::text;
use crate::tree::RelPath;

/// Reads the register; an absent file is an empty register.
pub(super) fn parse(bytes: Option<&[u8]>) -> (Register, Diagnostics) {
    let Some(bytes) = bytes else { return (Register::default(), Diagnostics::new()) };
    let source = match open(REGISTER, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return (Register::default(), diagnostic.into()),
    };
    let faults = Faults::default();
    let entries = Document::toml(&source).read_head(&faults, |head| {
        head.number("format");
        let tables = head.tables("agency");
        tables.iter().filter_map(entry).collect::<Vec<_>>()
    });
    for fault in cross_faults(&entries) {
        faults.push(fault);
    }
    let places: BTreeMap<AgencyId, Span> =
        entries.iter().map(|entry| (entry.agency.id.clone(), entry.name.clone())).collect();
    let register = Register::new(entries.into_iter().map(|entry| entry.agency).collect());
    for (first, second, name) in register.clashes() {
        let mut clash = Diagnostic::new(Code::NameClash).with("name", name);
        clash = clash.with("first", &first.id).with("second", &second.id);
        clash.span = places.get(&second.id).cloned();
        clash.other = places.get(&first.id).cloned();
        faults.push(clash);
    }
    (register, faults.into_diagnostics())
}

/// Reads the abbreviations; an absent file has none.
pub(super) fn parse_abbreviations(
    bytes: Option<&[u8]>,
) -> (Vec<(String, Vec<String>)>, Diagnostics) {
    let Some(bytes) = bytes else { return (Vec::new(), Diagnostics::new()) };
    let source = match open(ABBREVIATIONS, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return (Vec::new(), diagnostic.into()),
    };
    let faults = Faults::default();
    let list = Document::toml(&source).read_head(&faults, |head| {
        head.number("format");
        let lists = head.table("abbreviations").map(|table| table.free_lists()).unwrap_or_default();
        let plain = |(short, long): (Spanned<String>, Vec<Spanned<String>>)| {
            (short.value, long.into_iter().map(|meaning| meaning.value).collect())
        };
        lists.into_iter().map(plain).collect()
    });
    (list, faults.into_diagnostics())
}

fn open(file: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Diagnostic> {
    let shown = format!("content/{file}");
    let path = RelPath::new(shown.clone())
        .ok_or_else(|| Diagnostic::new(Code::StrayFile).with("file", shown))?;
    document::decode(&path, bytes)
}

/// An agency, and the places of what must be compared with other entries.
struct Entry {
    agency: Agency,
    id: Span,
    name: Span,
    /// Ids of other agencies that it names: members and successors.
    named: Vec<(AgencyId, Span)>,
}

fn entry(table: &Table<'_>) -> Option<Entry> {
    let id = table.required_text("id");
    let name = table.required_text("name");
    let kind = table.required_text("kind");
    let kinds = AgencyKind::ALL.map(|kind| (kind.as_str(), kind));
    let kind = kind.and_then(|kind| one_of(table, "kind", &kind, &kinds));
    let mut named = Vec::new();
    let successors = table.tables("successor");
    let successors = successors.iter().filter_map(|table| successor(table, &mut named)).collect();
    let members = table.texts("members");
    let members =
        members.iter().filter_map(|member| reference(table, member, &mut named)).collect();
    let agency = Agency {
        place: table.plain_text("place").map(|place| text::one_line(&place)),
        aliases: plain(table.texts("aliases")),
        misprints: plain(table.texts("misprints")),
        ended: table.table("ended").and_then(|table| end(&table)),
        successors,
        members,
        members_basis: table.plain_text("members_basis"),
        members_certainty: Certainty::of(table.flag("members_certain")),
        addresses: head::addresses(table, "addresses", "co-quan/….html"),
        kind: kind?,
        id: agency_id(table, id.as_ref()?)?,
        name: text::one_line(&name.as_ref()?.value),
    };
    if !agency.members.is_empty() && !agency.is_collective() {
        table.fault(Diagnostic::new(Code::BadMembers).at(table.span()).with("id", &agency.id));
    }
    Some(Entry { agency, id: id?.span, name: name?.span, named })
}

fn end(table: &Table<'_>) -> Option<End> {
    let on = head::required_date(table, "on");
    let basis = table.required_text("basis");
    let certainty = Certainty::of(table.flag("certain"));
    Some(End { on: on?, basis: basis?.value, certainty })
}

fn successor(table: &Table<'_>, named: &mut Vec<(AgencyId, Span)>) -> Option<Successor> {
    let id = table.required_text("id");
    let since = head::date(table, "since");
    let basis = table.required_text("basis");
    let certainty = Certainty::of(table.flag("certain"));
    let id = reference(table, &id?, named)?;
    Some(Successor { id, since, basis: basis?.value, certainty })
}

fn reference(
    table: &Table<'_>,
    id: &Spanned<String>,
    named: &mut Vec<(AgencyId, Span)>,
) -> Option<AgencyId> {
    let reference = agency_id(table, id)?;
    named.push((reference.clone(), id.span.clone()));
    Some(reference)
}

fn agency_id(table: &Table<'_>, id: &Spanned<String>) -> Option<AgencyId> {
    let agency_id = AgencyId::new(&id.value);
    if agency_id.is_none() {
        table.fault(Diagnostic::new(Code::BadId).at(&id.span).with("found", &id.value));
    }
    agency_id
}

fn plain(names: Vec<Spanned<String>>) -> Vec<String> {
    names.into_iter().map(|name| text::one_line(&name.value)).collect()
}

/// Faults that only show when all entries are known: ids given twice, ids that nobody has, a collective within itself.
fn cross_faults(entries: &[Entry]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut first: BTreeMap<&AgencyId, &Span> = BTreeMap::new();
    for entry in entries {
        if let Some(earlier) = first.insert(&entry.agency.id, &entry.id) {
            faults.push(
                Diagnostic::new(Code::DuplicateId)
                    .at(&entry.id)
                    .and(earlier)
                    .with("id", &entry.agency.id),
            );
        }
    }
    for entry in entries {
        for (id, span) in &entry.named {
            if *id == entry.agency.id {
                faults.push(Diagnostic::new(Code::BadMembers).at(span).with("id", id));
            } else if !first.contains_key(id) {
                let known = first.keys().map(|known| known.as_str());
                let mut fault = Diagnostic::new(Code::UnknownAgencyId).at(span).with("id", id);
                if let Some(nearest) = text::nearest(id.as_str(), known) {
                    fault = fault.with("nearest", nearest);
                }
                faults.push(fault);
            }
        }
    }
    faults
}
