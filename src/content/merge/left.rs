//! What stands in the files and the document does not have: withdrawn tasks, tasks that a person wrote, and the domains in
//! which such tasks lie. They stay behind what the document has, so that no place is given twice.

use std::collections::BTreeMap;

use toml::Value;

use super::changes::{ChangeKind, FieldChange};
use super::context::Context;
use super::edit::{Edit, edited};
use super::fields::Field;
use super::titles::Reference;
use super::withdrawal;
use super::written::{Written, WrittenTask};

/// A file that stays.
#[derive(Debug, Clone)]
pub(super) struct Left<'a> {
    pub(super) id: &'a str,
    pub(super) file: &'a Written,
    pub(super) bytes: Vec<u8>,
    /// What to tell of it, if anything.
    pub(super) kind: Option<ChangeKind>,
    pub(super) fields: Vec<FieldChange>,
}

/// The tasks that the document does not have, placed behind `last`. `references` says what becomes of their groups, `mark` is
/// the mark of those that it had before.
pub(super) fn tasks<'a>(
    context: &Context<'a>,
    references: &BTreeMap<String, Reference>,
    last: i64,
    mark: &Value,
) -> Vec<Left<'a>> {
    let mut last = last;
    let mut left = Vec::new();
    for (id, task) in context.left_tasks() {
        let mut edits = Vec::new();
        let kind = kind(context, id, task);
        if kind == Some(ChangeKind::Vanished) {
            edits.push(Edit::Put(Field::Key("withdrawn".to_owned()), Some(mark.clone())));
            edits.extend(row(context, &task.file));
        }
        let group = |value| Edit::Put(Field::Key("group".to_owned()), value);
        let mut fields = Vec::new();
        match references.get(id) {
            Some(Reference::Moves(number)) => {
                edits.push(group(Some(Value::String(number.clone()))));
            }
            Some(Reference::Drops) => {
                let old = task.file.text("group").to_owned();
                fields.push(FieldChange {
                    field: "group".to_owned(),
                    content: old,
                    document: "–".to_owned(),
                });
                edits.push(group(None));
            }
            _ => {}
        }
        let (order, edit) = behind(last, task.file.order());
        last = order;
        edits.extend(edit);
        let bytes = edited(&task.file, &edits);
        left.push(Left { id, file: &task.file, bytes, kind, fields });
    }
    left
}

/// The domains that the document does not have, placed behind `last`; `references` says what becomes of their parts.
pub(super) fn domains<'a>(
    domains: &[(&'a str, &'a Written)],
    references: &BTreeMap<String, Reference>,
    last: i64,
) -> Vec<Left<'a>> {
    let mut last = last;
    let mut left = Vec::new();
    for (id, file) in domains {
        let part = |value| Edit::Put(Field::Key("part".to_owned()), value);
        let mut edits: Vec<Edit> = match references.get(*id) {
            Some(Reference::Moves(number)) => vec![part(Some(Value::String(number.clone())))],
            Some(Reference::Drops) => vec![part(None)],
            _ => Vec::new(),
        };
        let (order, edit) = behind(last, file.order());
        last = order;
        edits.extend(edit);
        let bytes = edited(file, &edits);
        left.push(Left { id, file, bytes, kind: None, fields: Vec::new() });
    }
    left
}

/// The row of a task that the document has no more is one of the document before, and says so.
fn row(context: &Context<'_>, task: &Written) -> Option<Edit> {
    let row = task.optional("row")?;
    let row = context.last.map(|last| Value::String(format!("{row} ({last})")));
    Some(Edit::Put(Field::Key("row".to_owned()), row))
}

/// What to tell of a task that the document does not have.
fn kind(context: &Context<'_>, id: &str, task: &WrittenTask) -> Option<ChangeKind> {
    let had_before = context.links.base_tasks.contains_key(id);
    // Import names the row of every task that it writes.
    let by_hand = !task.file.head.contains_key("row") || (context.base.is_some() && !had_before);
    match withdrawal::is_marked(&task.file) {
        true => None,
        false if by_hand => Some(ChangeKind::ByHand),
        false => Some(ChangeKind::Vanished),
    }
}

/// A place behind the last one, and the edit that it takes; a place that lies there already stays.
fn behind(last: i64, order: i64) -> (i64, Option<Edit>) {
    if order > last && order < i64::MAX {
        return (order, None);
    }
    let order = last.saturating_add(1);
    (order, Some(Edit::Put(Field::Key("order".to_owned()), Some(Value::Integer(order)))))
}
