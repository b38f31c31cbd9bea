//! What a merge changes, for the terminal and for `nhap-khau.md`: each task with its number and both texts.

use super::context::FileMerge;
use super::fields::{Compared, Decision, Field, in_words};
use super::withdrawal;
use super::written::Written;
use crate::diagnostic::Messages;
use crate::text;

/// All that changes, and how much stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Changes, in the order of the plan: the plan itself, domains, tasks, then what is gone.
    pub list: Vec<Change>,
    /// Tasks of which nothing changes.
    pub unchanged: usize,
    /// Tasks of which only the place in the document changes: their order or their row.
    pub shifted: usize,
}

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the file describes.
    pub subject: Subject,
    /// Its id.
    pub id: String,
    /// Its number as the document prints it now.
    pub number: String,
    /// Its first words.
    pub words: String,
    /// What happens to it.
    pub kind: ChangeKind,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
}

/// What a file describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The plan.
    Plan,
    /// A domain.
    Domain,
    /// A task.
    Task,
}

/// What happens to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Its words change.
    Changed,
    /// Its number, its group or its domain changes.
    Moved,
    /// The document has it for the first time.
    New,
    /// The document has it no more.
    Vanished,
    /// The document has it again.
    Returned,
    /// A person wrote something else than the document says, and it stays.
    Kept,
    /// A person wrote it; no document has it.
    ByHand,
}

/// A field of which two texts are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The key: "period", "extra.Ghi chú"; "text" for the published text.
    pub field: String,
    /// What stood in the file.
    pub content: String,
    /// What the document says.
    pub document: String,
}

/// The catalogue's table of the words.
const WORDS: &str = "import-changes";

impl ChangeKind {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 7] = [
        Self::Changed,
        Self::Moved,
        Self::New,
        Self::Vanished,
        Self::Returned,
        Self::Kept,
        Self::ByHand,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::New => "new",
            Self::Vanished => "vanished",
            Self::Returned => "returned",
            Self::Kept => "kept",
            Self::ByHand => "by_hand",
        }
    }
}

impl Changes {
    /// How many changes of a kind there are.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.list.iter().filter(|change| change.kind == kind).count()
    }

    /// The changes in short lines: first how many there are, then each with its fields.
    #[must_use]
    pub fn lines(&self, messages: &Messages) -> Vec<String> {
        let mut lines = vec![say(messages, "summary", &self.counts())];
        for change in &self.list {
            lines.push(change.line(messages));
            lines.extend(change.fields.iter().map(|field| field.line(messages)));
        }
        lines
    }

    /// The changes as a section of a report in Markdown.
    #[must_use]
    pub fn markdown(&self, messages: &Messages) -> String {
        let heading = say(messages, "heading", &[]);
        let summary = say(messages, "summary", &self.counts());
        let mut text = format!("\n## {heading}\n\n{summary}\n");
        if !self.list.is_empty() {
            text.push('\n');
        }
        for change in &self.list {
            text.push_str(&format!("- {}\n", change.line(messages)));
            for field in &change.fields {
                text.push_str(&format!("  - {}\n", field.line(messages).trim_start()));
            }
        }
        text
    }

    fn counts(&self) -> Vec<(&'static str, String)> {
        let mut counts: Vec<(&'static str, String)> =
            ChangeKind::ALL.map(|kind| (kind.key(), self.count(kind).to_string())).into();
        counts.push(("unchanged", self.unchanged.to_string()));
        counts.push(("shifted", self.shifted.to_string()));
        counts
    }
}

impl Change {
    fn line(&self, messages: &Messages) -> String {
        let subject = match self.subject {
            Subject::Plan => "plan",
            Subject::Domain => "domain",
            Subject::Task => "task",
        };
        let mut details = vec![
            ("subject", say(messages, subject, &[])),
            ("id", self.id.clone()),
            ("words", self.words.clone()),
            ("kind", say(messages, self.kind.key(), &[])),
        ];
        if !self.number.is_empty() {
            details.push(("number", self.number.clone()));
        }
        say(messages, "change", &details)
    }
}

impl FieldChange {
    fn of(compared: &Compared) -> Self {
        let document = match &compared.decision {
            Decision::Take(value) => value.as_ref(),
            _ => compared.theirs.as_ref(),
        };
        Self {
            field: compared.field.name(),
            content: in_words(compared.ours.as_ref()),
            document: in_words(document),
        }
    }

    fn line(&self, messages: &Messages) -> String {
        let (table, inner) = self.field.split_once('.').unwrap_or(("", &self.field));
        let name = match table {
            "extra" => inner.to_owned(),
            "cells" => say(messages, "cell", &[("name", field_name(inner, messages))]),
            _ => field_name(&self.field, messages),
        };
        let on_one_line = |words: &str| words.lines().collect::<Vec<_>>().join(" / ");
        let details = [
            ("field", name),
            ("content", on_one_line(&self.content)),
            ("document", on_one_line(&self.document)),
        ];
        format!("  {}", say(messages, "field", &details))
    }
}

/// The first words of a text, as many as name it.
const EXCERPT: usize = 60;

/// What happens to a file of the document: nothing, one change, or a change and what a person's words keep.
pub(super) fn change_of(subject: Subject, merge: &FileMerge<'_>) -> Vec<Change> {
    let file = merge.theirs;
    let words = if subject == Subject::Task { file.words() } else { file.text("title").to_owned() };
    let change = |kind, fields| Change {
        subject,
        id: merge.id.clone(),
        number: file.text("number").to_owned(),
        words: text::excerpt(&text::one_line(&words), EXCERPT),
        kind,
        fields,
    };
    let Some(ours) = merge.ours else { return vec![change(ChangeKind::New, Vec::new())] };
    let taken = |compared: &&Compared| {
        matches!(compared.decision, Decision::Take(_)) && !compared.field.is_bookkeeping()
    };
    let kept = |compared: &&Compared| {
        let own_column =
            matches!(&compared.field, Field::Inner("extra", _)) && compared.theirs.is_none();
        compared.decision == Decision::Keep && !own_column && !compared.field.is_bookkeeping()
    };
    let taken: Vec<&Compared> = merge.compared.iter().filter(taken).collect();
    let only_place = taken.iter().all(|compared| compared.field.is_place());
    let kind = match taken.is_empty() {
        _ if withdrawal::is_by_import(ours) => Some(ChangeKind::Returned),
        true => None,
        false if only_place => Some(ChangeKind::Moved),
        false => Some(ChangeKind::Changed),
    };
    let fields = taken.into_iter().map(FieldChange::of).collect();
    let kept: Vec<FieldChange> = merge.compared.iter().filter(kept).map(FieldChange::of).collect();
    let mut changes: Vec<Change> = kind.map(|kind| change(kind, fields)).into_iter().collect();
    if !kept.is_empty() {
        changes.push(change(ChangeKind::Kept, kept));
    }
    changes
}

/// What happens to something that the document does not have.
pub(super) fn left_change(subject: Subject, id: &str, file: &Written, kind: ChangeKind) -> Change {
    let words = if subject == Subject::Task { file.words() } else { file.text("title").to_owned() };
    Change {
        subject,
        id: id.to_owned(),
        number: file.text("number").to_owned(),
        words: text::excerpt(&text::one_line(&words), EXCERPT),
        kind,
        fields: Vec::new(),
    }
}

/// The name of a key in words; the key itself where the catalogue has none.
fn field_name(key: &str, messages: &Messages) -> String {
    let name = messages.sentence(WORDS, &format!("field-{key}"), &[]);
    name.unwrap_or_else(|| key.to_owned())
}

fn say(messages: &Messages, key: &str, details: &[(&'static str, String)]) -> String {
    messages.sentence(WORDS, key, details).unwrap_or_else(|| key.to_owned())
}
