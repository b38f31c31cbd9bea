//! What a document gives of a file, field by field, and which side is right where the sides differ.
//!
//! Three sides are compared: the file as it stands, what the document before gave, and what the document gives now. What
//! only the document changed is taken, what only a person changed is kept, and what both changed differently is a conflict,
//! unless the caller has said which side to take. Without a document before, nobody knows what a person changed: then the
//! document is taken, and both texts are told.

use std::collections::BTreeSet;

use toml::Value;

use super::mentions;
use super::written::Written;

/// A side of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the document says now.
    Document,
    /// What stands in the content folder.
    Content,
}

/// How differences are settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// By the three sides; conflicts by the side that the caller named, if any.
    ThreeWay(Option<Side>),
    /// As `ThreeWay`, but what stands in the file is never replaced without being asked for.
    FillOnly(Option<Side>),
    /// By the document alone: what the account of an import is taken of.
    Document,
}

/// A field: a key of the head, a key of one of its tables, or the published text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Key(String),
    Inner(&'static str, String),
    Text,
}

/// What the document before says of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Before<'v> {
    /// There is no such document, or it did not have the file.
    Unknown,
    /// It has this value, or none.
    Said(Option<&'v Value>),
}

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Decision {
    /// It stays as it stands in the file, since both say the same.
    Same,
    /// It stays, though the document says something else.
    Keep,
    /// The file gets this value, or loses the field.
    Take(Option<Value>),
    /// Both sides changed it.
    Conflict,
}

/// A field with what the sides say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Compared {
    pub(super) field: Field,
    pub(super) ours: Option<Value>,
    pub(super) theirs: Option<Value>,
    pub(super) decision: Decision,
}

/// The tables whose keys are fields of their own.
const TABLES: [&str; 2] = ["cells", "extra"];

/// Where a task stands in its document: of no interest to a person, and right by the document alone.
const BOOKKEEPING: [&str; 2] = ["order", "row"];

/// Compares a file with what the document gives of it. `keys` are the keys that are the document's.
pub(super) fn compare(
    ours: &Written,
    base: Option<&Written>,
    theirs: &Written,
    keys: &[&str],
    rule: Rule,
) -> Vec<Compared> {
    let sides = [Some(ours), base, Some(theirs)];
    let mut fields: BTreeSet<Field> = BTreeSet::new();
    for side in sides.into_iter().flatten() {
        fields.extend(
            side.head.keys().filter(|key| keys.contains(&key.as_str())).cloned().map(Field::Key),
        );
        for table in TABLES.into_iter().filter(|table| keys.contains(table)) {
            fields.remove(&Field::Key(table.to_owned()));
            let inner = side.head.get(table).and_then(Value::as_table).into_iter().flatten();
            fields.extend(inner.map(|(key, _)| Field::Inner(table, key.clone())));
        }
    }
    if keys.contains(&"text") {
        fields.insert(Field::Text);
    }
    let compare = |field: Field| {
        let (ours, theirs) = (field.of(ours), field.of(theirs));
        let said = base.and_then(|base| field.of(base));
        let before = base.map_or(Before::Unknown, |_| Before::Said(said.as_ref()));
        let decision = field.decide(ours.as_ref(), before, theirs.as_ref(), rule);
        Compared { field, ours, theirs, decision }
    };
    fields.into_iter().map(compare).collect()
}

impl Field {
    /// Its name in faults and reports.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Key(key) => key.clone(),
            Self::Inner(table, key) => format!("{table}.{key}"),
            Self::Text => "text".to_owned(),
        }
    }

    /// Whether it is one of these keys of the head.
    pub(super) fn is_one_of(&self, keys: &[&str]) -> bool {
        matches!(self, Self::Key(key) if keys.contains(&key.as_str()))
    }

    /// Whether it only says where a task or a domain stands.
    pub(super) fn is_place(&self) -> bool {
        self.is_one_of(&["number", "group", "domain", "part"]) || self.is_bookkeeping()
    }

    /// Whether it only counts places of the document.
    pub(super) fn is_bookkeeping(&self) -> bool {
        self.is_one_of(&BOOKKEEPING)
    }

    fn of(&self, written: &Written) -> Option<Value> {
        match self {
            Self::Key(key) => written.head.get(key).cloned(),
            Self::Inner(table, key) => written.head.get(*table)?.get(key).cloned(),
            Self::Text => {
                let paragraphs = written.paragraphs.iter().cloned().map(Value::String).collect();
                Some(Value::Array(paragraphs))
            }
        }
    }

    fn decide(
        &self,
        ours: Option<&Value>,
        base: Before<'_>,
        theirs: Option<&Value>,
        rule: Rule,
    ) -> Decision {
        if let Self::Key(key) = self
            && mentions::is_list(key)
        {
            return mentions::decide(ours, base, theirs, rule);
        }
        match settle(ours, base, theirs, rule) {
            // A column that no document is known to have had may be a person's own.
            Decision::Take(None)
                if base == Before::Unknown && matches!(self, Self::Inner("extra", _)) =>
            {
                Decision::Same
            }
            Decision::Conflict if self.is_bookkeeping() => Decision::Take(theirs.cloned()),
            decision => decision,
        }
    }
}

/// Which side is right.
pub(super) fn settle(
    ours: Option<&Value>,
    base: Before<'_>,
    theirs: Option<&Value>,
    rule: Rule,
) -> Decision {
    let take = || Decision::Take(theirs.cloned());
    if ours == theirs {
        return Decision::Same;
    }
    let side = match rule {
        Rule::Document => return take(),
        Rule::FillOnly(_) if ours.is_none() => return take(),
        Rule::FillOnly(_) if theirs.is_none() => return Decision::Same,
        Rule::FillOnly(side) => {
            if base == Before::Said(theirs) {
                return Decision::Keep;
            }
            side
        }
        Rule::ThreeWay(side) => match base {
            Before::Unknown => return take(),
            Before::Said(said) if said == theirs => return Decision::Keep,
            Before::Said(said) if said == ours => return take(),
            Before::Said(_) => side,
        },
    };
    match side {
        None => Decision::Conflict,
        Some(Side::Document) => take(),
        Some(Side::Content) => Decision::Keep,
    }
}

/// A value in words, as faults and reports show it.
pub(super) fn in_words(value: Option<&Value>) -> String {
    match value {
        None => "–".to_owned(),
        Some(Value::String(words)) => words.clone(),
        Some(Value::Array(list)) => {
            list.iter().map(|entry| in_words(Some(entry))).collect::<Vec<_>>().join("; ")
        }
        Some(Value::Table(entry)) => {
            let word = |key: &str| entry.get(key).and_then(Value::as_str);
            match (word("printed"), word("agency"), word("number"), word("title")) {
                (Some(printed), Some(agency), ..) => format!("{printed} ({agency})"),
                (_, _, Some(number), Some(title)) => format!("{number}. {title}"),
                _ => {
                    entry.values().map(|value| in_words(Some(value))).collect::<Vec<_>>().join(", ")
                }
            }
        }
        Some(other) => other.to_string(),
    }
}
