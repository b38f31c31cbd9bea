//! A document into a content folder: read, proved, and written; or, where its plan is there already, merged into the files
//! that stand there. With a fault, nothing is written.

use std::path::Path;

use super::Outcome;
use super::import_again::again;
use crate::content::{self, merge};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lang, Messages, Severity};
use crate::files::{self, Swapped};
use crate::import::{self, Account, Document, Import, ImportOptions, Proposal, Report};
use crate::model::Register;
use crate::progress::{Progress, Step};
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
pub(super) struct Given<'g> {
    pub(super) content: Tree,
    pub(super) folder: &'g Path,
    pub(super) register: Register,
    /// The register, where none was there.
    proposal: Option<Proposal>,
    pub(super) bytes: Vec<u8>,
    /// What the bytes are.
    pub(super) document: Document,
    pub(super) conduct: Conduct,
    progress: &'g dyn Progress,
}

/// What is to be written.
pub(super) struct Made {
    pub(super) import: Import,
    pub(super) files: Tree,
    pub(super) removed: Vec<RelPath>,
    pub(super) account: Account,
    pub(super) changes: Option<merge::Changes>,
    pub(super) diagnostics: Diagnostics,
}

/// The parts of reading a document: what its bytes are, what its rows are, and the proof that none was lost.
const PARTS_OF_READING: usize = 3;

/// Imports a document into a content folder. Files of a plan that is there already are edited in place, and what changes is
/// told; other files are never touched.
#[must_use]
pub fn import(
    document: &Path,
    folder: &Path,
    options: &ImportOptions,
    conduct: Conduct,
    progress: &dyn Progress,
) -> Outcome<Imported> {
    // Held to the end, so that nobody changes what this import reads. Nothing is claimed where nothing is written.
    let claimed = (!conduct.dry_run).then(|| files::claim(folder)).transpose();
    let _claim = match claimed {
        Ok(claim) => claim,
        Err(fault) => return Outcome::failed(fault),
    };
    let (given, import) = match read(document, folder, options, conduct, progress) {
        Ok(read) => read,
        Err(faults) => return Outcome::failed(faults),
    };
    let made = match merge::imported(&given.content, &import.draft.id) {
        None => first(import),
        Some(before) => again(&given, &import, options, &before),
    };
    progress.tick();
    match made {
        Ok(made) => written(&given, made),
        Err(faults) => Outcome::failed(faults),
    }
}

/// Reads the document by the register of the content, or by one that is proposed.
fn read<'g>(
    document: &Path,
    folder: &'g Path,
    options: &ImportOptions,
    conduct: Conduct,
    progress: &'g dyn Progress,
) -> Result<(Given<'g>, Import), Diagnostics> {
    progress.start(Step::Reading, PARTS_OF_READING);
    let content = files::read_content(folder)?;
    let bytes = files::read_document(document)?;
    let name = text::one_line(&document.file_name().unwrap_or_default().to_string_lossy());
    let (register, faults) = content::parse_register(&content);
    if faults.has_errors() {
        return Err(faults);
    }
    let document = Document::read(&bytes, &name, options)?;
    progress.tick();
    let (import, register, proposal) = if content::has_register(&content) {
        (import::import(&document, options, &register)?, register, None)
    } else {
        let (import, proposal) = import::import_and_propose(&document, options)?;
        (import, proposal.resolver(), Some(proposal))
    };
    progress.tick();
    let given = Given { content, folder, register, proposal, bytes, document, conduct, progress };
    Ok((given, import))
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
        let stored =
            import.draft.documents.first().map_or(&given.document.name, |document| &document.file);
        let document = (format!("{folder}/nguon/{stored}"), given.bytes.clone());
        let report = (format!("{folder}/nhap-khau.md"), report.into_bytes());
        let is_stored = |path: &RelPath| matches!(given.content.get(path), Some(File::Stored(_)));
        let beside = [document, report].into_iter().filter_map(|(path, bytes)| {
            let path = RelPath::new(path)?;
            (changes.is_none() || !is_stored(&path)).then_some((path, File::Bytes(bytes)))
        });
        files.extend(beside);
    }
    let register =
        proposal.map(|proposal| content::print_register(&proposal.register)).unwrap_or_default();
    if !given.conduct.dry_run {
        given.progress.start(Step::Writing, files.len() + register.len());
    }
    let count = match (given.conduct.dry_run, &changes) {
        (true, _) => Ok(files.len()),
        (false, None) => {
            let registers = register.len();
            files.extend(register);
            let new = files::write_new(given.folder, &files, given.progress);
            new.map(|new| new.saturating_sub(registers))
        }
        // A plan without a register gets one first; alone it does no harm.
        (false, Some(_)) => files::write_new(given.folder, &register, given.progress)
            .and_then(|_| replaced(given, &folder, &files, &removed))
            .map(|swapped| {
                let note = swapped.note(&given.folder.join(&folder));
                diagnostics.extend(note.map(Diagnostics::from).unwrap_or_default());
                files.len()
            }),
    };
    match count {
        Ok(count) => {
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

/// Changes the files of a plan that is there.
fn replaced(
    given: &Given<'_>,
    folder: &str,
    files: &Tree,
    removed: &[RelPath],
) -> Result<Swapped, Diagnostics> {
    match RelPath::new(folder) {
        Some(within) if !files.is_empty() || !removed.is_empty() => {
            files::replace(given.folder, &within, files, removed, given.progress)
        }
        _ => Ok(Swapped::AtOnce),
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

pub(super) fn with(mut diagnostics: Diagnostics, faults: Diagnostics) -> Diagnostics {
    diagnostics.extend(faults);
    diagnostics
}
