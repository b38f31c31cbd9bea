//! The documents that a plan's files were imported from: which was the last one, and what a further one is called.

use toml::Value;

use super::titles::entries;
use super::written::WrittenPlan;
use crate::content::plan_folder;
use crate::model::DraftFacts;
use crate::tree::{File, RelPath, Stored, Tree};

/// A plan that was imported before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What `plan.md` says of the document.
    pub facts: DraftFacts,
    /// The document that the files were last made of.
    pub last: Option<LastDocument>,
}

/// The document that a plan's files were last made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDocument {
    /// Its name, as `plan.md` gives it.
    pub name: String,
    /// Where it lies in the content folder.
    pub stored: Stored,
}

/// What is known of a plan from its files; nothing when it has none.
#[must_use]
pub fn imported(content: &Tree, plan: &str) -> Option<Imported> {
    let folder = content.below(&plan_folder(plan));
    folder.bytes("plan.md")?;
    // What cannot be read is the merge's to tell.
    let written = WrittenPlan::read(&folder, plan).unwrap_or_default();
    let head = written.plan.map(|plan| plan.head).unwrap_or_default();
    let text = |key: &str| head.get(key).and_then(Value::as_str).map(str::to_owned);
    let facts = DraftFacts {
        number: text("number"),
        document_type: text("type"),
        summary: text("abstract"),
        title: text("title").unwrap_or_default(),
        title_by_editor: head.contains_key("title_by"),
        issuer: text("issuer"),
        place: text("place"),
        issued: text("issued"),
        signer: text("signer"),
        signer_role: text("signer_role"),
        period: text("period"),
        attached_to: None,
    };
    let declared =
        entries(&head, "document").iter().filter_map(|entry| entry.get("file")?.as_str());
    let declared: Vec<&str> = declared.collect();
    let last = last_named(&folder, &declared).or_else(|| declared.first().copied());
    let last = last.and_then(|name| match folder.get(&RelPath::new(format!("nguon/{name}"))?)? {
        File::Stored(stored) => {
            Some(LastDocument { name: name.to_owned(), stored: stored.clone() })
        }
        File::Bytes(_) => None,
    });
    Some(Imported { facts, last })
}

/// The document that the account of the last import names. The first one that `plan.md` lists may be another, which a person
/// added.
fn last_named<'d>(folder: &Tree, declared: &[&'d str]) -> Option<&'d str> {
    let account = std::str::from_utf8(folder.bytes("nhap-khau.md")?).ok()?;
    account.lines().find_map(|line| {
        declared
            .iter()
            .find(|name| line.starts_with("- ") && line.contains(&format!("`{name}`")))
            .copied()
    })
}

/// The name under which a document is kept: its own, with a number where another one bears it, or that of the same bytes if
/// they are there already.
#[must_use]
pub fn document_name(content: &Tree, plan: &str, name: &str, sha256: &str) -> String {
    let documents = content.below(&format!("{}/nguon", plan_folder(plan)));
    let same = documents.iter().find(|(_, file)| match file {
        File::Stored(stored) => stored.sha256 == sha256,
        File::Bytes(bytes) => crate::hash::sha256(bytes) == sha256,
    });
    if let Some((path, _)) = same {
        return path.to_string();
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (name, String::new()),
    };
    let numbered = (2..u32::MAX).map(|number| format!("{stem}-{number}{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    // Some systems take names that differ in case only for one.
    let is_free = |name: &String| {
        !documents.iter().any(|(path, _)| path.as_str().to_lowercase() == name.to_lowercase())
    };
    names.find(is_free).unwrap_or_else(|| name.to_owned())
}
