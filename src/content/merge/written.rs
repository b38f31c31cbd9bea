//! The files of a plan as they are written: heads as TOML, published paragraphs, and where everything stands.
//!
//! All three sides of a merge are read here: what stands in the content folder, and what import makes of the document now
//! and of the one before, both of them printed first. So equal words are equal values, however they are quoted.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::super::task::split_body;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Document};
use crate::source::Span;
use crate::text;
use crate::tree::{File, RelPath, Tree};

/// A plan's files: `plan.md`, and domains and tasks by their ids.
#[derive(Debug, Clone, Default)]
pub(super) struct WrittenPlan {
    pub(super) plan: Option<Written>,
    pub(super) domains: BTreeMap<String, Written>,
    pub(super) tasks: BTreeMap<String, WrittenTask>,
}

/// A task's file, and the id of the domain in whose folder it lies.
#[derive(Debug, Clone)]
pub(super) struct WrittenTask {
    pub(super) domain: String,
    pub(super) file: Written,
}

/// A file with a head and a body.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Its path within the plan's folder.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The text, taken apart.
    pub(super) document: Document,
    /// The head, its strings in precomposed form and without blanks at the ends of lines.
    pub(super) head: Table,
    /// The published text.
    pub(super) paragraphs: Vec<String>,
    /// The notes of the editors.
    pub(super) notes: Span,
}

impl WrittenPlan {
    /// Reads the files of a plan's folder.
    ///
    /// # Errors
    /// A fault for each file that cannot be read.
    pub(super) fn read(folder: &Tree, shown: &str) -> Result<Self, Diagnostics> {
        let mut plan = Self::default();
        let mut faults = Diagnostics::new();
        for (path, file) in folder.iter() {
            let names: Vec<&str> = path.names().collect();
            let is_content = match names.as_slice() {
                ["plan.md"] => true,
                ["nguon", _] => false,
                [_, _] => path.extension() == "md",
                _ => false,
            };
            let (true, File::Bytes(bytes)) = (is_content, file) else { continue };
            match (Written::read(path, bytes, shown), names.as_slice()) {
                (Err(fault), _) => faults.push(fault),
                (Ok(written), [domain, "domain.md"]) => {
                    plan.domains.insert((*domain).to_owned(), written);
                }
                (Ok(file), [domain, _]) => {
                    let task = WrittenTask { domain: (*domain).to_owned(), file };
                    plan.tasks.insert(path.stem().to_owned(), task);
                }
                (Ok(written), _) => plan.plan = Some(written),
            }
        }
        if faults.is_empty() { Ok(plan) } else { Err(faults) }
    }

    /// The tasks with their ids, in the order of the plan.
    pub(super) fn in_order(&self) -> Vec<(&str, &WrittenTask)> {
        let mut tasks: Vec<(&str, &WrittenTask)> =
            self.tasks.iter().map(|(id, task)| (id.as_str(), task)).collect();
        tasks.sort_by_key(|(id, task)| (task.file.order(), *id));
        tasks
    }

    /// The domains with their ids, in the order of the plan.
    pub(super) fn domains_in_order(&self) -> Vec<(&str, &Written)> {
        let mut domains: Vec<(&str, &Written)> =
            self.domains.iter().map(|(id, domain)| (id.as_str(), domain)).collect();
        domains.sort_by_key(|(id, domain)| (domain.order(), *id));
        domains
    }
}

impl Written {
    fn read(path: &RelPath, bytes: &[u8], shown: &str) -> Result<Self, Diagnostic> {
        let shown = RelPath::new(format!("{shown}/{path}")).unwrap_or_else(|| path.clone());
        let document = Document::split(&document::decode(&shown, bytes)?)?;
        let head = document.head();
        let table: Table = head.text().parse().map_err(|error: toml::de::Error| {
            let range = error.span().unwrap_or_default();
            let range = head.range.start + range.start..head.range.start + range.end;
            let span = Span::new(document.source(), range);
            Diagnostic::new(Code::TomlSyntax).at(&span).with("reason", error.message())
        })?;
        let (paragraphs, notes) = split_body(&document.body());
        let Value::Table(head) = tidy(Value::Table(table)) else {
            return Err(Diagnostic::new(Code::MissingHead).at(&head));
        };
        let path = path.to_string();
        Ok(Self { path, bytes: bytes.to_vec(), document, head, paragraphs, notes })
    }

    /// The string under a key; empty when there is none.
    pub(super) fn text(&self, key: &str) -> &str {
        self.head.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The string under a key, where there is one.
    pub(super) fn optional(&self, key: &str) -> Option<&str> {
        self.head.get(key).and_then(Value::as_str)
    }

    /// Its place among its like; the last one when it says none.
    pub(super) fn order(&self) -> i64 {
        self.head.get("order").and_then(Value::as_integer).unwrap_or(i64::MAX)
    }

    /// The published text on one line.
    pub(super) fn words(&self) -> String {
        self.paragraphs.join(" ")
    }

    /// The number and title of each entry of a list such as `groups` or `parts`.
    pub(super) fn titles(&self, key: &str) -> Vec<(&str, &str)> {
        let entries = self.head.get(key).and_then(Value::as_array).into_iter().flatten();
        entries.filter_map(title).collect()
    }
}

/// The number and the title of an entry.
pub(super) fn title(entry: &Value) -> Option<(&str, &str)> {
    Some((entry.get("number")?.as_str()?, entry.get("title")?.as_str()?))
}

/// A value with its strings as `document::Table` gives them.
fn tidy(value: Value) -> Value {
    match value {
        Value::String(words) => Value::String(text::tidy_lines(&words)),
        Value::Array(list) => Value::Array(list.into_iter().map(tidy).collect()),
        Value::Table(table) => {
            Value::Table(table.into_iter().map(|(key, value)| (key, tidy(value))).collect())
        }
        other => other,
    }
}
