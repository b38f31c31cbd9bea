//! A plan: what is known of the document, its parts and domains, and its tasks in the published order.

use super::date::PartialDate;
use super::id::{DomainId, PlanId};
use super::period::Period;
use super::prose::Prosaic;
use super::task::Task;
use crate::tree::Stored;

/// A plan that a government has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The plan's id: number and year, `150-kh-ubnd-2022`.
    pub id: PlanId,
    /// What is known of the document.
    pub facts: PlanFacts,
    /// The parts, in the order of the document.
    pub parts: Vec<Part>,
    /// The domains, in the order of the document.
    pub domains: Vec<Domain>,
    /// The tasks, in the order of the document.
    pub tasks: Vec<Task>,
    /// The documents offered for download.
    pub documents: Vec<Document>,
    /// The editors' introduction, Markdown.
    pub introduction: Prosaic,
    /// Earlier addresses of its page; those of all that belongs to it follow.
    pub aliases: Vec<String>,
}

/// What is known of the document itself. What is not known is absent, never made up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanFacts {
    /// "Số, ký hiệu": "150/KH-UBND".
    pub number: Option<String>,
    /// The type of document: "Kế hoạch".
    pub document_type: Option<String>,
    /// Trích yếu, as signed.
    pub summary: Option<String>,
    /// The title.
    pub title: String,
    /// Who gave the title.
    pub title_by: TitleBy,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The province it belongs to: names without a place belong there, too.
    pub place: Option<String>,
    /// The day of issue, or what is known of it.
    pub issued: Option<PartialDate>,
    /// Who signed it.
    pub signer: Option<String>,
    /// In which office.
    pub signer_role: Option<String>,
    /// The period of the whole plan.
    pub period: Option<Period>,
    /// What other documents have to do with it.
    pub relations: Vec<Relation>,
}

/// Who gave a plan its title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TitleBy {
    /// It is the signed one.
    #[default]
    Signed,
    /// The editors of the site, since the signed one is not known.
    Editor,
}

/// Another document that has to do with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// What it does.
    pub kind: RelationKind,
    /// The other document, in words.
    pub document: String,
    /// Where that is known from.
    pub basis: String,
}

/// What another document does to a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationKind {
    /// The plan is attached to it.
    AttachedTo,
    /// It amends the plan.
    AmendedBy,
    /// It replaces the plan.
    ReplacedBy,
}

/// A part: "A. NHIỆM VỤ CHUNG".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The number as printed.
    pub number: String,
    /// The title as printed.
    pub title: String,
}

/// A domain of a plan: "3. Hợp tác về phát triển, sản xuất…".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// The domain's id within the plan.
    pub id: DomainId,
    /// The number as printed; empty in a flat plan.
    pub number: String,
    /// The title as printed; empty in a flat plan, whose one domain has no page of its own.
    pub title: String,
    /// The number of the part that it belongs to.
    pub part: Option<String>,
    /// Its place among the plan's domains, from 1.
    pub order: u32,
    /// Groups of tasks within it, in the order of the document.
    pub groups: Vec<Group>,
    /// The editors' introduction, Markdown.
    pub introduction: Prosaic,
    /// Earlier addresses of its page; those of its lists follow.
    pub aliases: Vec<String>,
}

/// A group of tasks within a domain: "1.1 Hỗ trợ quảng bá…".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The number as printed.
    pub number: String,
    /// The title as printed.
    pub title: String,
    /// The number of the group above it, for deeper levels.
    pub under: Option<String>,
}

/// A document of a plan, kept under `nguon/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file's name, in precomposed form, whatever form the disk has it in.
    pub name: String,
    /// The file.
    pub file: Stored,
    /// What the document is to the plan.
    pub role: DocumentRole,
    /// Where it came from.
    pub from: Option<String>,
}

/// What a document is to its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentRole {
    /// The signed copy.
    Signed,
    /// A draft.
    Draft,
    /// A transcript: somebody's copy of the words.
    Transcript,
}

impl Plan {
    /// The domain of an id.
    #[must_use]
    pub fn domain(&self, id: &DomainId) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == *id)
    }

    /// The part of a number.
    #[must_use]
    pub fn part(&self, number: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.number == number)
    }

    /// The tasks of a domain, in the order of the document.
    pub fn tasks_of<'a>(&'a self, domain: &'a Domain) -> impl Iterator<Item = &'a Task> {
        self.tasks.iter().filter(|task| task.domain == domain.id)
    }
}

impl Domain {
    /// Whether it is the one domain of a flat plan, which has no page of its own.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.number.is_empty() && self.title.is_empty()
    }

    /// Whether it is a part that has its tasks directly under it.
    #[must_use]
    pub fn stands_for_part(&self) -> bool {
        self.part.as_ref() == Some(&self.number)
    }

    /// A group and the groups above it, outermost first; empty when there is no such group.
    #[must_use]
    pub fn group_path(&self, number: &str) -> Vec<&Group> {
        let mut path: Vec<&Group> = Vec::new();
        let mut wanted = Some(number);
        while let Some(group) = wanted.and_then(|n| self.groups.iter().find(|g| g.number == n)) {
            if path.iter().any(|above| above.number == group.number) {
                break;
            }
            path.insert(0, group);
            wanted = group.under.as_deref();
        }
        path
    }
}

impl DocumentRole {
    /// Its name in `plan.md` and in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Draft => "draft",
            Self::Transcript => "transcript",
        }
    }
}
