//! A plan as import found it: words only, before the register was asked and before anything was checked.
//!
//! `import` makes a Draft of a table, `content::print` writes it as files, and `content::parse` reads those files back as a
//! [`Plan`](super::Plan). Every string is as printed, in precomposed form.

use super::agency::Agency;
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
    /// Who signed it.
    pub signer: Option<String>,
    /// In which office, as printed.
    pub signer_role: Option<String>,
    /// The document that it is attached to: what it is called, and where that is known from.
    pub attached_to: Option<(String, String)>,
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

/// A register of agencies as import proposes it, to be reviewed by a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftRegister {
    /// What the reader of the file is told first, a line each.
    pub remarks: Vec<String>,
    /// The agencies, in the order of the file.
    pub agencies: Vec<DraftAgency>,
}

/// An agency that is proposed. Members, an end and successors are not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftAgency {
    /// The agency.
    pub agency: Agency,
    /// What the reader of the file is told of it, on one line.
    pub remark: String,
}
