//! A document of a plan that is there already: what it changed against the one before is merged into the files.
//!
//! What neither it nor an option says is known from the files, and the document before is read once more as it stands in
//! `nguon/`, so that what a person changed is told from what the document changed.

use super::import::{Given, Made, with};
use crate::content::{self, merge};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files;
use crate::hash;
use crate::import::{self, Document, Import, ImportOptions};
use crate::model::Draft;

/// The files of a plan that was imported before.
pub(super) fn again(
    given: &Given<'_>,
    first: &Import,
    options: &ImportOptions,
    before: &merge::Imported,
) -> Result<Made, Diagnostics> {
    let said = &first.draft.facts;
    let mut import = match completed(options, first, before) {
        known if known == *options => first.clone(),
        known => first.with(&known, &given.register)?,
    };
    let mut diagnostics = import.diagnostics.clone();
    let (base, doubt) = base(given, options, before, &import.draft.id);
    diagnostics.extend(doubt);
    let (plan, name) = (&import.draft.id, &given.document.name);
    let stored = merge::document_name(&given.content, plan, name, &hash::sha256(&given.bytes));
    for document in &mut import.draft.documents {
        document.file.clone_from(&stored);
    }
    let incoming = merge::Incoming {
        draft: &import.draft,
        base: base.as_ref(),
        last: before.last.as_ref().map(|last| last.name.as_str()),
        said,
        accept: given.conduct.accept,
    };
    let merged = match content::merge(&given.content, &incoming) {
        Ok(merged) => merged,
        Err(faults) => return Err(with(diagnostics, faults)),
    };
    diagnostics.extend(merged.diagnostics);
    let account = match import.account(&merged.proof) {
        Ok(account) => account,
        Err(faults) => return Err(with(diagnostics, faults)),
    };
    let merge::Merged { files, removed, changes, .. } = merged;
    Ok(Made { import, files, removed, account, changes: Some(changes), diagnostics })
}

/// What import makes of the document before, by what is known of the plan; or a doubt where it makes nothing.
fn base(
    given: &Given<'_>,
    options: &ImportOptions,
    before: &merge::Imported,
    plan: &str,
) -> (Option<Draft>, Diagnostics) {
    let Some(merge::LastDocument { name, stored }) = &before.last else {
        return (None, Diagnostic::new(Code::ImportNoBase).into());
    };
    let bytes =
        files::read_document(&given.folder.join(stored.origin.as_str())).unwrap_or_default();
    let read = |options: &ImportOptions| {
        let options = ImportOptions { plan: Some(plan.to_owned()), ..options.clone() };
        let document = Document::read(&bytes, name, &options).ok()?;
        let alone = import::import(&document, &options, &given.register).ok()?;
        match completed(&options, &alone, before) {
            known if known == options => Some(alone),
            known => alone.with(&known, &given.register).ok(),
        }
    };
    // The one before was perhaps read with other options than this one; what they were is written nowhere.
    let options = [options.without_facts(), ImportOptions::default()];
    match options.iter().find_map(read) {
        Some(import) => (Some(import.draft), Diagnostics::new()),
        None => (None, Diagnostic::new(Code::ImportNoBase).with("file", name).into()),
    }
}

/// The options, with what is known of the plan for each fact that neither they nor the document say.
fn completed(options: &ImportOptions, read: &Import, before: &merge::Imported) -> ImportOptions {
    let (said, known) = (&read.draft.facts, &before.facts);
    let fact = |option: &Option<String>, said: &Option<String>, known: &Option<String>| {
        option.clone().or_else(|| if said.is_some() { None } else { known.clone() })
    };
    let title = Some(&known.title).filter(|title| said.title_by_editor && !title.is_empty());
    let completed = ImportOptions {
        place: fact(&options.place, &said.place, &known.place),
        number: fact(&options.number, &said.number, &known.number),
        issued: fact(&options.issued, &said.issued, &known.issued),
        document_type: fact(&options.document_type, &said.document_type, &known.document_type),
        title: options.title.clone().or_else(|| title.cloned()),
        issuer: fact(&options.issuer, &said.issuer, &known.issuer),
        period: fact(&options.period, &said.period, &known.period),
        ..options.clone()
    };
    if completed == *options {
        return completed;
    }
    // With more facts the plan would perhaps get another id.
    ImportOptions { plan: Some(read.draft.id.clone()), ..completed }
}
