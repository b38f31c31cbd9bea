//! A document into a content folder: read, proved, and written; or, where its plan is there already, merged into the files
//! that stand there. With a fault, nothing is written.

use std::path::Path;

use super::Outcome;
use crate::content::{self, merge};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lang, Messages, Severity};
use crate::files;
use crate::hash;
use crate::import::{self, Account, Import, ImportOptions, Proposal, Report};
use crate::model::{Draft, Register};
use crate::text;
use crate::tree::{File, RelPath, Tree};

/// How an import goes about its work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Conduct {
    /// Every doubt is a fault.
    pub strict: bool,
    /// Everything is said, and nothing written.
    pub dry_run: bool,
    /// The side to take where a person and a new document changed the same.
    pub accept: Option<merge::Side>,
}

/// What was imported.
#[derive(Debug)]
pub struct Imported {
    /// The plan's id.
    pub plan: String,
    /// The plan's title.
    pub title: String,
    /// The plan's folder within the content folder.
    pub folder: String,
    /// How many files were written, new ones and changed ones.
    pub files: usize,
    /// How many files were moved away.
    pub removed: usize,
    /// What was read.
    pub report: Report,
    /// That nothing was lost.
    pub account: Account,
    /// What changed, if the plan was there before.
    pub changes: Option<merge::Changes>,
}

/// What an import starts from.
struct Given<'g> {
    content: &'g Tree,
    folder: &'g Path,
    register: Register,
    /// The register, where none was there.
    proposal: Option<Proposal>,
    bytes: Vec<u8>,
    /// The document's name.
    name: String,
    conduct: Conduct,
}

/// What is to be written.
struct Made {
    import: Import,
    files: Tree,
    removed: Vec<RelPath>,
    account: Account,
    changes: Option<merge::Changes>,
    diagnostics: Diagnostics,
}

/// Imports a document into a content folder. Files of a plan that is there already are edited in place, and what changes is
/// told; other files are never touched.
#[must_use]
pub fn import(
    document: &Path,
    folder: &Path,
    options: &ImportOptions,
    conduct: Conduct,
) -> Outcome<Imported> {
    let read =
        files::read_content(folder).and_then(|tree| Ok((tree, files::read_document(document)?)));
    let (content, bytes) = match read {
        Ok(read) => read,
        Err(faults) => return Outcome::failed(faults),
    };
    let name = text::one_line(&document.file_name().unwrap_or_default().to_string_lossy());
    let (register, faults) = content::parse_register(&content);
    if faults.has_errors() {
        return Outcome::failed(faults);
    }
    let read = if content::has_register(&content) {
        import::import(&bytes, &name, options, &register).map(|import| (import, None))
    } else {
        import::import_and_propose(&bytes, &name, options)
            .map(|(import, proposal)| (import, Some(proposal)))
    };
    let (import, proposal) = match read {
        Ok(read) => read,
        Err(faults) => return Outcome::failed(faults),
    };
    let register = proposal.as_ref().map_or(register, Proposal::resolver);
    let given = Given { content: &content, folder, register, proposal, bytes, name, conduct };
    let made = match merge::imported(&content, &import.draft.id) {
        None => first(import),
        Some(before) => again(&given, &import, options, &before),
    };
    match made {
        Err(faults) => Outcome::failed(faults),
        Ok(made) => written(&given, made),
    }
}

/// The files of a plan that is not there yet.
fn first(import: Import) -> Result<Made, Diagnostics> {
    let diagnostics = import.diagnostics.clone();
    let files = content::print(&import.draft);
    match import.account(&files) {
        Ok(account) => {
            Ok(Made { import, files, removed: Vec::new(), account, changes: None, diagnostics })
        }
        Err(faults) => Err(with(diagnostics, faults)),
    }
}

/// The files of a plan that was imported before.
fn again(
    given: &Given<'_>,
    first: &Import,
    options: &ImportOptions,
    before: &merge::Imported,
) -> Result<Made, Diagnostics> {
    let said = &first.draft.facts;
    let name = &given.name;
    let mut import = match completed(options, first, before) {
        known if known == *options => first.clone(),
        known => import::import(&given.bytes, name, &known, &given.register)?,
    };
    let mut diagnostics = import.diagnostics.clone();
    let (base, doubt) = base(given, options, before, &import.draft.id);
    diagnostics.extend(doubt);
    let stored =
        merge::document_name(given.content, &import.draft.id, name, &hash::sha256(&given.bytes));
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
    let merged = match content::merge(given.content, &incoming) {
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
        let alone = import::import(&bytes, name, &options, &given.register).ok()?;
        match completed(&options, &alone, before) {
            known if known == options => Some(alone),
            known => import::import(&bytes, name, &known, &given.register).ok(),
        }
    };
    // The one before was perhaps read with other options than this one; what they were is written nowhere.
    let options = [without_facts(options), ImportOptions::default()];
    match options.iter().find_map(read) {
        Some(import) => (Some(import.draft), Diagnostics::new()),
        None => (None, Diagnostic::new(Code::ImportNoBase).with("file", name).into()),
    }
}

/// Writes what was made, unless it is only tried or has doubts that are not allowed.
fn written(given: &Given<'_>, made: Made) -> Outcome<Imported> {
    let Made { import, mut files, removed, account, changes, mut diagnostics } = made;
    let told = diagnostics.clone();
    let proposal = given.proposal.as_ref();
    diagnostics.extend(proposal.map(|proposal| proposal.diagnostics.clone()).unwrap_or_default());
    let doubts = diagnostics.count(Severity::Warning);
    if given.conduct.strict && doubts > 0 {
        diagnostics.push(Diagnostic::new(Code::ImportStrict).with("count", doubts));
        return Outcome::failed(diagnostics);
    }
    let folder = content::plan_folder(&import.draft.id);
    let is_same = changes.is_some() && files.is_empty() && removed.is_empty();
    if !is_same {
        // A proposal is told on the terminal only: the account is the same where the register stood there before.
        let report = report(&import, &account, changes.as_ref(), &told);
        let stored = import.draft.documents.first().map_or(&given.name, |document| &document.file);
        let document = (format!("{folder}/nguon/{stored}"), given.bytes.clone());
        let report = (format!("{folder}/nhap-khau.md"), report.into_bytes());
        let is_stored = |path: &RelPath| matches!(given.content.get(path), Some(File::Stored(_)));
        let beside = [document, report].into_iter().filter_map(|(path, bytes)| {
            let path = RelPath::new(path)?;
            (changes.is_none() || !is_stored(&path)).then_some((path, File::Bytes(bytes)))
        });
        files.extend(beside);
    }
    let of_plan = files.len();
    files.extend(
        proposal.map(|proposal| content::print_register(&proposal.register)).unwrap_or_default(),
    );
    let registers = files.len() - of_plan;
    let count = match (given.conduct.dry_run, &changes) {
        (true, _) => Ok(files.len()),
        (false, None) => files::write_new(given.folder, &files),
        (false, Some(_)) => files::replace(given.folder, &files, &removed).map(|()| files.len()),
    };
    match count {
        Ok(count) => {
            let count = count - registers;
            let Import { draft, report, .. } = import;
            let removed = removed.len();
            let (plan, title) = (draft.id, draft.facts.title);
            let value =
                Imported { plan, title, folder, files: count, removed, report, account, changes };
            Outcome { value: Some(value), diagnostics }
        }
        Err(faults) => Outcome::failed(with(diagnostics, faults)),
    }
}

/// The account that is kept beside the plan.
fn report(
    import: &Import,
    account: &Account,
    changes: Option<&merge::Changes>,
    diagnostics: &Diagnostics,
) -> String {
    let report = import.report.markdown(account, diagnostics);
    let changes = changes.map(|changes| changes.markdown(&Messages::of(Lang::Vi)));
    report + &changes.unwrap_or_default()
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

/// The options that say how a document is read, without those that say what it is.
fn without_facts(options: &ImportOptions) -> ImportOptions {
    ImportOptions {
        place: None,
        number: None,
        issued: None,
        document_type: None,
        title: None,
        issuer: None,
        period: None,
        role: None,
        from: None,
        ..options.clone()
    }
}

fn with(mut diagnostics: Diagnostics, faults: Diagnostics) -> Diagnostics {
    diagnostics.extend(faults);
    diagnostics
}
