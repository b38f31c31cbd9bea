//! What is remembered of a content folder between two readings: its plans, with the files that each was read from.
//!
//! A plan follows from its own files and the register alone, so nothing else is compared. What is remembered is compared with
//! what is there, never trusted to be told of changes.

use std::collections::BTreeMap;

use super::{REGISTER, ReadPlan};
use crate::tree::Tree;

/// The plans of the last reading.
#[derive(Debug, Default)]
pub struct Memory {
    register: Option<Vec<u8>>,
    /// By the name of the folder.
    plans: BTreeMap<String, (Tree, ReadPlan)>,
}

impl Memory {
    /// What was read from a content folder: the files of each plan, and the plan.
    pub(super) fn new(
        content: &Tree,
        plans: impl Iterator<Item = ((String, Tree), ReadPlan)>,
    ) -> Self {
        let plans = plans.map(|((folder, files), plan)| (folder, (files, plan))).collect();
        Self { register: content.bytes(REGISTER).map(<[u8]>::to_vec), plans }
    }

    /// Whether the register is as it was.
    pub(super) fn has_register(&self, content: &Tree) -> bool {
        self.register.as_deref() == content.bytes(REGISTER)
    }

    /// The plan of a folder, where its files are as they were.
    pub(super) fn plan(&self, folder: &str, files: &Tree) -> Option<&ReadPlan> {
        let (before, plan) = self.plans.get(folder)?;
        (before == files).then_some(plan)
    }
}
