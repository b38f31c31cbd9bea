//! A plan as import found it: words only, before the register was asked and before anything was checked.
//!
//! `import` makes a Draft of a table, `content::print` writes it as files, and `content::parse` reads those files back as a
//! [`Plan`](super::Plan). Every string is as printed, in precomposed form.

use super::task::Column;

/// A plan to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The plan's id: `150-kh-ubnd-2022`.
    pub id: String,
    /// What is known of the document.
    pub facts: DraftFacts,
    /// The documents under `nguon/`.
    pub documents: Vec<DraftDocument>,
    /// Parts, in the order of the document: number and title.
    pub parts: Vec<(String, String)>,
    /// Domains, in the order of the document.
    pub domains: Vec<DraftDomain>,
    /// Tasks, in the order of the document.
    pub tasks: Vec<DraftTask>,
}

/// What is known of the document; what is not known is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftFacts {
    /// "150/KH-UBND".
    pub number: Option<String>,
    /// "Kế hoạch".
    pub document_type: Option<String>,
    /// Trích yếu.
    pub summary: Option<String>,
    /// The title.
    pub title: String,
    /// Whether the title is the editors'.
    pub title_by_editor: bool,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The province.
    pub place: Option<String>,
    /// "2022", "2022-06-15".
    pub issued: Option<String>,
    /// The period of the whole plan, as it would be printed.
    pub period: Option<String>,
}

/// A document of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftDocument {
    /// The file's name.
    pub file: String,
    /// "signed", "draft" or "transcript".
    pub role: String,
    /// Where it came from.
    pub from: Option<String>,
}

/// A domain to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftDomain {
    /// The domain's id: `b-1`.
    pub id: String,
    /// The number as printed.
    pub number: String,
    /// The title as printed.
    pub title: String,
    /// The number of its part.
    pub part: Option<String>,
    /// Its place, from 1.
    pub order: u32,
    /// Groups: number, title, number of the group above.
    pub groups: Vec<(String, String, Option<String>)>,
}

/// A task to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftTask {
    /// The task's id: `b-1-1-1`.
    pub id: String,
    /// The id of its domain.
    pub domain: String,
    /// The number as printed.
    pub number: String,
    /// The number of its group.
    pub group: Option<String>,
    /// The text, a string a paragraph.
    pub paragraphs: Vec<String>,
    /// Who leads it.
    pub lead: Vec<DraftMention>,
    /// Who takes part.
    pub coordinating: Vec<DraftMention>,
    /// The period as printed.
    pub period: Option<String>,
    /// Its place, from 1.
    pub order: u32,
    /// Where it stands: "bảng 1, dòng 7".
    pub row: String,
    /// Cells as printed, where the lists do not say them whole.
    pub cells: Vec<(Column, String)>,
    /// Further columns by their own names.
    pub extra: Vec<(String, String)>,
}

/// An agency as a cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftMention {
    /// The name as printed.
    pub printed: String,
    /// Its id, where the words alone would resolve to another agency, or to none.
    pub agency: Option<String>,
}
