//! What the program knows of plans: the vocabulary of the field as types.
//!
//! A [`Library`] is always valid: every mention is somebody's in the register, every domain, part and group that is named
//! exists, every id can stand in an address. What was not valid became a Diagnostic before the Library was made.

mod agency;
mod date;
mod draft;
mod id;
mod period;
mod plan;
mod prose;
mod register;
mod task;

pub use agency::{Agency, AgencyKind, Certainty, End, Successor};
pub use date::{Day, PartialDate, Precision, moment};
pub use draft::{
    Draft, DraftAgency, DraftDocument, DraftDomain, DraftFacts, DraftMention, DraftRegister,
    DraftTask,
};
pub use id::{AgencyId, DomainId, LONGEST, PlanId, ProseId, TaskId, is_id, numbered};
pub use period::{Every, Period, PeriodKind, Reading, Stretch};
pub use plan::{
    Document, DocumentRole, Domain, Group, Part, Plan, PlanFacts, Relation, RelationKind, TitleBy,
};
pub use prose::{Prosaic, Prose};
pub use register::{CITIES, NameContext, NameFault, Register};
pub use task::{Column, Mention, ResultStatus, Slip, Task, TaskResult, Withdrawal};

/// The language of the plans, and of an interface of which nothing else is said.
pub const VIETNAMESE: &str = "vi";

use std::sync::Arc;

use crate::tree::{RelPath, Stored};

/// All that a site publishes.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The plans, those issued last first. One that is read again unchanged is the same in memory, too.
    pub plans: Vec<Arc<Plan>>,
    /// The register of agencies, shared by all plans.
    pub register: Register,
    /// Prose pages, in their order.
    pub prose: Vec<Prose>,
    /// Abbreviations and what they stand for.
    pub abbreviations: Vec<(String, Vec<String>)>,
    /// The site's own files, copied as they are.
    pub files: Vec<(RelPath, Stored)>,
}
