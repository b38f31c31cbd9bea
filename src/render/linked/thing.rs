//! A thing of linked data: its fields in the order of their names. What is not known is no field.

use serde::{Serialize, Serializer};

/// A thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Thing(Vec<(&'static str, Said)>);

/// What is said in a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Said {
    /// Nothing, which leaves the field out.
    Nothing,
    Text(String),
    Number(usize),
    Thing(Thing),
    List(Vec<Said>),
}

impl Thing {
    /// A thing of a kind.
    pub(super) fn of(kind: &str) -> Self {
        Self::default().with("@type", kind)
    }

    /// The same thing with one more field, if anything is said in it.
    pub(super) fn with(mut self, field: &'static str, said: impl Into<Said>) -> Self {
        let said = said.into();
        if said != Said::Nothing {
            let place = self.0.partition_point(|(known, _)| *known < field);
            self.0.insert(place, (field, said));
        }
        self
    }

    /// Whether anything is said in a field.
    pub(super) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == field)
    }
}

impl Serialize for Thing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, said)| (field, said)))
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Said {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Said {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Thing> for Said {
    fn from(thing: Thing) -> Self {
        Self::Thing(thing)
    }
}

impl<T: Into<Said>> From<Option<T>> for Said {
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Nothing, Into::into)
    }
}

/// A list; an empty one says nothing.
impl<T: Into<Said>> FromIterator<T> for Said {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        let list: Vec<Self> = list.into_iter().map(Into::into).collect();
        if list.is_empty() { Self::Nothing } else { Self::List(list) }
    }
}
