//! A task's own page.

use serde::Serialize;

use super::cite::CiteView;
use super::frame::{LinkView, MixedLinkView};
use super::plan::DocumentView;
use super::row::{GroupView, TaskRowView};

/// A cell of the document as it was printed, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellView {
    /// The column: "Cơ quan phối hợp".
    pub label: String,
    /// The lines as printed, bullets kept.
    pub lines: Vec<String>,
    /// The mark on the lines: the words of an empty cell are of the interface.
    pub lang_html: &'static str,
}

/// A further column of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExtraView {
    /// The column's name as printed: "Sản phẩm".
    pub name: String,
    /// The cell as printed.
    pub value: String,
}

/// A slip of the document that an editor has marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipView {
    /// As printed: "đạo tạo".
    pub printed: String,
    /// What was probably meant: "đào tạo".
    pub read: String,
}

/// What became of a task, with its basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultView {
    /// The status code of the published data: "hoan-thanh-dung-han".
    pub status: &'static str,
    /// The status in words: "Hoàn thành đúng hạn".
    pub label: String,
    /// The day that it speaks of, as far as it is known: "30/06/2024".
    pub as_of: Option<String>,
    /// What was reported.
    pub text: Option<String>,
    /// Where it is known from. Always there.
    pub basis: String,
}

/// That a task was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithdrawnView {
    /// The day, where it is known, as far as it is known: "01/05/2024".
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it is known from.
    pub basis: String,
}

/// A task's own page: `task`.
#[derive(Debug, Clone, Serialize)]
pub struct TaskView {
    /// All that a row says: `task.number`, `task.text`, `task.lead` …
    #[serde(flatten)]
    pub row: TaskRowView,
    /// Where the task stands, in words: "Nhiệm vụ 3.7, mục 3, phần B".
    pub place_in_plan: String,
    /// The part that it belongs to: "B. NHIỆM VỤ CỤ THỂ".
    pub part: Option<String>,
    /// The group that it belongs to, outermost first when groups are nested.
    pub groups: Vec<GroupView>,
    /// Where it stands in the document: "bảng 1, dòng 7".
    pub row_in_document: Option<String>,
    /// The document that the row is counted in.
    pub document: Option<DocumentView>,
    /// Cells as printed, where the lists do not say them whole.
    pub cells: Vec<CellView>,
    /// Further columns of the document.
    pub extra: Vec<ExtraView>,
    /// Slips that an editor has marked.
    pub slips: Vec<SlipView>,
    /// The editors' own notes, made from Markdown; empty when there are none.
    pub notes_html: String,
    /// What became of it; `words.no_result` says it when this is empty.
    pub results: Vec<ResultView>,
    /// That it was withdrawn.
    pub withdrawal: Option<WithdrawnView>,
    /// How to cite it: `task.citation`, `task.permalink` …
    #[serde(flatten)]
    pub cite: CiteView,
    /// The task printed before it.
    pub previous: Option<MixedLinkView>,
    /// The task printed after it.
    pub next: Option<MixedLinkView>,
    /// Its row in the whole table on the plan's page.
    pub in_table: String,
    /// The years in which it is to be done, each a link to the year's page; every year for what is ongoing.
    pub years: Vec<LinkView>,
}
