//! A task: the words of the document, and what editors put beside them.

use super::date::{Day, PartialDate};
use super::id::{AgencyId, DomainId, TaskId};
use super::period::Period;
use super::prose::Prosaic;
use crate::source::Span;

/// A numbered row of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The task's id within its plan, given at import and never changed.
    pub id: TaskId,
    /// The domain that it belongs to.
    pub domain: DomainId,
    /// The number as printed: "3.7", "-", or empty.
    pub number: String,
    /// Its place among the "-" rows of its group, or of its domain, from 1; only where the number is a dash.
    pub dash: Option<usize>,
    /// The number of the group that it belongs to.
    pub group: Option<String>,
    /// An editor's short title.
    pub title: Option<String>,
    /// The published text, plain, a string a paragraph.
    pub paragraphs: Vec<String>,
    /// Who leads it.
    pub lead: Vec<Mention>,
    /// Who takes part.
    pub coordinating: Vec<Mention>,
    /// When; absent where the document's cell is empty.
    pub period: Option<Period>,
    /// Its place among the plan's tasks, from 1.
    pub order: u32,
    /// Where it stands in the document: "bảng 1, dòng 7".
    pub row: Option<String>,
    /// Cells as printed, line by line, where the lists do not say them whole.
    pub cells: Vec<(Column, String)>,
    /// Further columns by their own names, in the order of the document.
    pub extra: Vec<(String, String)>,
    /// Slips that an editor has marked.
    pub slips: Vec<Slip>,
    /// What became of it, each with its basis.
    pub results: Vec<TaskResult>,
    /// That it was withdrawn.
    pub withdrawn: Option<Withdrawal>,
    /// Earlier addresses of its page.
    pub aliases: Vec<String>,
    /// The editors' own notes, Markdown from the first `##` on.
    pub notes: Prosaic,
    /// Where it is written.
    pub span: Span,
}

/// An agency as a cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name as printed.
    pub printed: String,
    /// Whom the register knows by it.
    pub agency: AgencyId,
}

/// The columns that every plan has, by their names in content and data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The number.
    Number,
    /// The task's text.
    Text,
    /// Lead agencies.
    Lead,
    /// Coordinating agencies.
    Coordinating,
    /// The period.
    Period,
}

/// A slip of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// As printed.
    pub printed: String,
    /// What was probably meant.
    pub read: String,
}

/// What became of a task, by somebody's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskResult {
    /// In the state's own four words.
    pub status: ResultStatus,
    /// The day that it speaks of.
    pub as_of: Option<PartialDate>,
    /// What was reported.
    pub text: Option<String>,
    /// Where it is known from.
    pub basis: String,
}

/// The state's own vocabulary for assigned tasks: Báo cáo 1270/BC-TCTTTg (27/12/2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultStatus {
    /// Completed on time.
    CompletedOnTime,
    /// Completed late.
    CompletedLate,
    /// Not completed, within the term.
    OpenWithinTerm,
    /// Not completed, overdue.
    OpenOverdue,
}

/// That a task was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Since when, as far as that is known.
    pub on: Option<PartialDate>,
    /// Why.
    pub reason: Option<String>,
    /// Where it is known from.
    pub basis: String,
}

impl Task {
    /// The published text on one line.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.join(" ")
    }

    /// The last day to do it by, where its period has one.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.period.as_ref().and_then(Period::last_day)
    }

    /// A cell as printed, where it is kept.
    #[must_use]
    pub fn cell(&self, column: Column) -> Option<&str> {
        self.cells.iter().find(|(kept, _)| *kept == column).map(|(_, text)| text.as_str())
    }
}

impl Column {
    /// All of them, in the order in which plans print them.
    pub const ALL: [Self; 5] =
        [Self::Number, Self::Text, Self::Lead, Self::Coordinating, Self::Period];

    /// Its name in content and in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Lead => "lead",
            Self::Coordinating => "coordinating",
            Self::Period => "period",
        }
    }
}

impl ResultStatus {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::CompletedOnTime, Self::CompletedLate, Self::OpenWithinTerm, Self::OpenOverdue];

    /// Its name in content and in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CompletedOnTime => "hoan-thanh-dung-han",
            Self::CompletedLate => "hoan-thanh-qua-han",
            Self::OpenWithinTerm => "chua-hoan-thanh-trong-han",
            Self::OpenOverdue => "chua-hoan-thanh-qua-han",
        }
    }
}
