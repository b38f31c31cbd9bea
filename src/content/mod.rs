//! The content format: files to plans, and plans to files.
//!
//! [`parse`] reads a content folder into a Library and collects every fault of every file; [`print()`] writes a drafted plan
//! as the same files, and [`merge()`] brings it into files that are there already. What a key means stands with the type that it fills, in `model`.

mod domain;
mod head;
mod memory;
pub mod merge;
mod plan;
pub mod print;
mod print_register;
mod prose;
mod register;
mod task;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Library, Plan, Register};
use crate::tree::{File, RelPath, Tree};

pub use memory::Memory;
pub use merge::merge;
pub use print::print;
pub use print_register::print_register;

/// The folder of plans.
const PLANS: &str = "ke-hoach";
/// The folder of the site's own files.
const FILES: &str = "tep";
/// The register of agencies.
const REGISTER: &str = "agencies.toml";
/// Abbreviations for search.
const ABBREVIATIONS: &str = "tu-viet-tat.toml";
/// The site's settings, which `config` reads.
const SETTINGS: &str = "site.toml";

/// Reads a content folder. The Library holds what could be read; it may be published only when there are no faults.
#[must_use]
pub fn parse(content: &Tree) -> (Library, Diagnostics) {
    parse_with(content, None)
}

/// The same, of a folder that was read before: a plan is not read again when its files and the register are as they were.
#[must_use]
pub fn parse_again(content: &Tree, memory: &mut Memory) -> (Library, Diagnostics) {
    parse_with(content, Some(memory))
}

fn parse_with(content: &Tree, memory: Option<&mut Memory>) -> (Library, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let (register, faults) = register::parse(content.bytes(REGISTER));
    // Each name would be a fault of its own, when the one fault is the register's.
    let silent = faults.has_errors();
    diagnostics.extend(faults);
    let (abbreviations, faults) = register::parse_abbreviations(content.bytes(ABBREVIATIONS));
    diagnostics.extend(faults);

    let mut library = Library { register, abbreviations, ..Library::default() };
    let mut folders: Vec<(String, Tree)> = Vec::new();
    for (path, file) in content.iter() {
        let names: Vec<&str> = path.names().collect();
        match names.as_slice() {
            [SETTINGS | REGISTER | ABBREVIATIONS] => {}
            [_] if path.extension() == "md" => match prose::parse(path, file) {
                (Some(prose), faults) => {
                    library.prose.push(prose);
                    diagnostics.extend(faults);
                }
                (None, faults) => diagnostics.extend(faults),
            },
            [PLANS, folder, _, ..] => match folders.last_mut() {
                Some((last, tree)) if last == folder => insert_within(tree, path, file),
                _ => {
                    let mut tree = Tree::default();
                    insert_within(&mut tree, path, file);
                    folders.push(((*folder).to_owned(), tree));
                }
            },
            [FILES, _, ..] => match (path.within(FILES), file) {
                (Some(inner), File::Stored(stored)) => library.files.push((inner, stored.clone())),
                _ => diagnostics.push(stray(path)),
            },
            _ => diagnostics.push(stray(path)),
        }
    }

    let known = memory.as_deref().filter(|memory| memory.has_register(content));
    let read = |(folder, tree): &(String, Tree)| -> ReadPlan {
        if let Some(plan) = known.and_then(|known| known.plan(folder, tree)) {
            return plan.clone();
        }
        let (plan, faults) = plan::parse(folder, tree, &library.register, silent);
        (plan.map(Arc::new), faults)
    };
    let plans: Vec<ReadPlan> = folders.par_iter().map(read).collect();
    if let Some(memory) = memory {
        *memory = Memory::new(content, folders.into_iter().zip(plans.iter().cloned()));
    }
    for (plan, faults) in plans {
        library.plans.extend(plan);
        diagnostics.extend(faults);
    }
    if library.plans.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(Code::NoPlans));
    }
    library.plans.sort_by(|a, b| (b.facts.issued, &a.id).cmp(&(a.facts.issued, &b.id)));
    library.prose.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    (library, diagnostics)
}

/// A plan, if it could be read, and its faults.
type ReadPlan = (Option<Arc<Plan>>, Diagnostics);

/// Reads the register alone, for an import into a content folder.
#[must_use]
pub fn parse_register(content: &Tree) -> (Register, Diagnostics) {
    register::parse(content.bytes(REGISTER))
}

/// Whether a content folder has a register.
#[must_use]
pub fn has_register(content: &Tree) -> bool {
    content.bytes(REGISTER).is_some()
}

/// The folder of a plan within the content folder.
#[must_use]
pub fn plan_folder(plan: &str) -> String {
    format!("{PLANS}/{plan}")
}

/// The name of the folder of the plan to which a file or folder of a site belongs, by its path as faults tell it.
#[must_use]
pub fn plan_of(path: &str) -> Option<&str> {
    let inner = path.strip_prefix("content/")?.strip_prefix(PLANS)?.strip_prefix('/')?;
    inner.split('/').next().filter(|name| !name.is_empty())
}

fn insert_within(tree: &mut Tree, path: &RelPath, file: &File) {
    let inner = path.names().skip(2).collect::<Vec<_>>().join("/");
    if let Some(inner) = RelPath::new(inner) {
        tree.insert(inner, file.clone());
    }
}

fn stray(path: &RelPath) -> Diagnostic {
    Diagnostic::new(Code::StrayFile).with("file", format!("content/{path}"))
}
