//! Import: documents into drafts, drafts into files, and the proof that nothing is lost on the way.

mod beside;
mod broken;
mod cases;
mod corpus;
pub(crate) mod encoders;
mod encodings;
mod formats;
mod grid;
mod hostile;
mod hostile_office;
mod laws;
mod layouts;
mod losses;
mod manuscripts;
mod named_columns;
mod notation;
mod pages;
mod plans;
mod propose;
mod real_plan;
mod sheets;
mod title_block;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use planpress::content;
use planpress::diagnostic::{Diagnostics, Lang, Messages};
use planpress::import::table::Manuscript;
use planpress::import::{self, Document, Import, ImportOptions};
use planpress::model::{Draft, Register};
use planpress::tree::{File, RelPath, Tree};

/// The document of the shipped plan.
const DUMP: &str = "ke-hoach-150-kh-ubnd.txt";

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The dump of the shipped plan.
fn dump() -> Vec<u8> {
    let file = content_folder().join("ke-hoach/150-kh-ubnd-2022/nguon").join(DUMP);
    fs::read(file).expect("the shipped document")
}

/// The shipped register.
fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| {
        let bytes = fs::read(content_folder().join("agencies.toml")).expect("the register");
        let path = RelPath::new("agencies.toml").expect("a path");
        let tree: Tree = [(path, File::Bytes(bytes))].into_iter().collect();
        content::parse(&tree).0.register
    })
}

/// What is known of the shipped plan.
fn facts() -> ImportOptions {
    let some = |fact: &str| Some(fact.to_owned());
    ImportOptions {
        plan: None,
        place: some("Sơn La"),
        number: some("150/KH-UBND"),
        issued: some("2022"),
        document_type: some("Kế hoạch"),
        title: some(
            "Kế hoạch hợp tác toàn diện giữa tỉnh Sơn La và tỉnh Hưng Yên giai đoạn 2022–2025",
        ),
        issuer: some("Ủy ban nhân dân tỉnh Sơn La"),
        period: some("2022-2025"),
        role: some("transcript"),
        from: some(
            "thuviennhadat.vn, trang ke-hoach-150-kh-ubnd-2022-hop-tac-toan-dien-hung-yen-va-son-la-2022-2025-520623",
        ),
        encoding: None,
        columns: Vec::new(),
        table: None,
    }
}

/// What the reader of its kind makes of a document.
fn read_manuscript(document: &[u8], name: &str) -> Result<Manuscript, Diagnostics> {
    Ok(Document::read(document, name, &ImportOptions::default())?.manuscript.as_ref().clone())
}

/// Imports a document of this name.
fn import(
    document: &[u8],
    name: &str,
    options: &ImportOptions,
    register: &Register,
) -> Result<Import, Diagnostics> {
    let document = Document::read(document, name, options)?;
    import::import(&document, options, register)
}

/// Imports a manuscript as the shipped plan's.
fn import_manuscript(
    manuscript: Manuscript,
    options: &ImportOptions,
) -> Result<Import, Diagnostics> {
    let name = DUMP.to_owned();
    let document = Document { name, manuscript: Arc::new(manuscript), encoding: None };
    import::import(&document, options, register())
}

/// Imports a text as the shipped plan's document.
fn import_text(text: &str) -> Result<Import, Diagnostics> {
    import(text.as_bytes(), DUMP, &facts(), register())
}

/// Imports a text, which must have no faults, prints it and takes its account, which must close.
fn import_whole(text: &str) -> Import {
    let imported = import_text(text).unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    let files = content::print(&imported.draft);
    if let Err(faults) = imported.account(&files) {
        panic!("{}", sentences(&faults));
    }
    imported
}

/// The messages, each behind its place, one a line.
fn sentences(diagnostics: &Diagnostics) -> String {
    let messages = Messages::of(Lang::Vi);
    let sentence = |diagnostic: &planpress::diagnostic::Diagnostic| {
        let place = diagnostic.span.as_ref().map(|span| format!("{}: ", span.source.name));
        format!(
            "{} {}{}",
            diagnostic.code.as_str(),
            place.unwrap_or_default(),
            diagnostic.message(&messages)
        )
    };
    diagnostics.iter().map(sentence).collect::<Vec<_>>().join("\n")
}

/// The tasks of a draft, one a line: id, number, group, leads, period.
fn outline(draft: &Draft) -> String {
    let line = |task: &planpress::model::DraftTask| {
        let lead: Vec<&str> = task.lead.iter().map(|mention| mention.printed.as_str()).collect();
        format!(
            "{}/{} [{}] {} | {} | {}",
            task.domain,
            task.id,
            task.number,
            task.group.as_deref().unwrap_or("."),
            lead.join(" + "),
            task.period.as_deref().unwrap_or(".")
        )
    };
    draft.tasks.iter().map(line).collect::<Vec<_>>().join("\n")
}
