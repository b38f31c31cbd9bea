//! Ids for domains and tasks: made of the path of numbers that leads to a row, unique within the plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{LONGEST, is_id};
use crate::text;

/// Ids that are given away already.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
    /// How often each path came.
    times: BTreeMap<String, u32>,
}

impl Ids {
    /// The id of a path, "b-1-1-1"; with "-2" behind it where another row has it already.
    ///
    /// A path of which nothing can stand in an id is called by `otherwise`.
    pub(super) fn give(&mut self, path: &[String], otherwise: &str) -> String {
        let wanted = text::slug(&path.join("-"), LONGEST);
        let wanted = if wanted.is_empty() { otherwise.to_owned() } else { wanted };
        let times = self.times.entry(wanted.clone()).or_insert(1);
        let numbered = (*times + 1..u32::MAX).map(|n| {
            let ending = format!("-{n}");
            format!("{}{ending}", text::slug(&wanted, LONGEST - ending.len()))
        });
        let mut candidates = std::iter::once(wanted.clone()).chain(numbered);
        let free = |id: &String| is_id(id) && !self.given.contains(id);
        let id = candidates.find(free).unwrap_or_else(|| wanted.clone());
        if id != wanted {
            *times += 1;
        }
        self.given.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_unique_and_can_stand_in_an_address() {
        let mut ids = Ids::default();
        let mut give = |path: &[&str]| {
            let path: Vec<String> = path.iter().map(|part| (*part).to_owned()).collect();
            ids.give(&path, "nhiem-vu")
        };
        assert_eq!(give(&["b", "1", "1"]), "b-1-1");
        assert_eq!(give(&["B", "1.1"]), "b-1-1-2");
        assert_eq!(give(&["con"]), "con-2");
        assert_eq!(give(&["…"]), "nhiem-vu");
        assert_eq!(give(&["đ"]), "d");
        assert!(give(&["x".repeat(90).as_str()]).len() <= 60);
    }
}
