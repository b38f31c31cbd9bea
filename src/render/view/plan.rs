//! A plan and its domains.

use serde::Serialize;

use super::cite::CiteView;
use super::figure::{MatrixView, TimelineView};
use super::filters::FiltersView;
use super::frame::{LinkView, MixedLinkView};
use super::row::{GroupView, PeriodView, TaskRowView};

/// A document of the plan, offered for download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentView {
    /// The address of the file.
    pub href: String,
    /// The file's name.
    pub file: String,
    /// The role in words: "Bản chép, không phải bản ký".
    pub role: String,
    /// Where it came from.
    pub from: Option<String>,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its size in words: "19,2 KB".
    pub size: String,
}

/// What another document has to do with the plan: it amends, replaces or encloses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelationView {
    /// What it does, in words: "Được sửa đổi bởi".
    pub label: String,
    /// The other document.
    pub document: String,
    /// Where that is known from.
    pub basis: String,
}

/// A year of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearEntryView {
    /// The year: 2023.
    pub year: i16,
    /// The year's page.
    pub href: String,
    /// How many dated tasks are active in it.
    pub count: usize,
    /// The same in words: "8 nhiệm vụ".
    pub tasks_in_words: String,
    /// Where exactly these stand: "…/2023.html#co-thoi-han".
    pub list: String,
}

/// A lead agency and how many tasks it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadView {
    /// The agency's page; its text is the register's name.
    pub agency: LinkView,
    /// How many tasks it leads: in the domain, in the plan or in all, wherever the entry stands.
    pub count: usize,
    /// The same in words: "8 nhiệm vụ".
    pub tasks_in_words: String,
    /// Where exactly these stand: "…/so-y-te-son-la.html#chu-tri-150-kh-ubnd-2022-b-3".
    pub list: String,
}

/// A domain as an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DomainEntryView {
    /// The domain's id within its plan: "b-3".
    pub id: String,
    /// The domain's page.
    pub href: String,
    /// The number as printed: "3".
    pub number: String,
    /// The title as printed.
    pub title: String,
    /// How many tasks it has.
    pub count: usize,
    /// The same in words: "8 nhiệm vụ".
    pub tasks_in_words: String,
}

/// A part of a plan and its domains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartView {
    /// The number as printed: "B"; empty for what belongs to no part.
    pub number: String,
    /// The title as printed: "NHIỆM VỤ CỤ THỂ".
    pub title: String,
    /// Its domains, in the order of the document.
    pub domains: Vec<DomainEntryView>,
}

/// A row of the plan's table: a heading, or a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// "part", "domain", "group" or "task".
    pub kind: &'static str,
    /// How deep a heading lies: 1 for a part, 2 for a domain, 3 and more for groups; 0 for a task.
    pub level: usize,
    /// The row's `id`: the task's id, "linh-vuc-b-1", "phan-b", "nhom-1-1" (with the domain before it on a plan's page).
    pub anchor: String,
    /// Further `id`s of the row: those that it had before a renaming.
    pub earlier_anchors: Vec<String>,
    /// The number as printed.
    pub number: String,
    /// The title as printed; empty for a task.
    pub title: String,
    /// The heading's own page, where it has one.
    pub href: Option<String>,
    /// The task, in a row of a task.
    pub task: Option<TaskRowView>,
}

/// A plan: `plan` on its own page, and an entry of `home.plans`.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// The plan's id: "150-kh-ubnd-2022".
    pub id: String,
    /// The plan's page.
    pub href: String,
    /// The short name: "Kế hoạch 150/KH-UBND".
    pub short: String,
    /// Number and sign: "150/KH-UBND".
    pub number: Option<String>,
    /// The type of document: "Kế hoạch".
    pub document_type: Option<String>,
    /// The title.
    pub title: String,
    /// Whether the title is the editors' and not the signed one; then `words.title_by_editor` is shown with it.
    pub title_by_editor: bool,
    /// The abstract (trích yếu) as signed, unless the title holds it.
    pub summary: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The province it belongs to.
    pub place: Option<String>,
    /// When it was issued, as far as it is known: "2022", "15/06/2022".
    pub issued: Option<String>,
    /// Who signed it.
    pub signer: Option<String>,
    /// In which office the signer signed.
    pub signer_role: Option<String>,
    /// What other documents have to do with it.
    pub relations: Vec<RelationView>,
    /// The period of the whole plan.
    pub period: Option<PeriodView>,
    /// The introduction, made from Markdown; empty when there is none.
    pub introduction_html: String,
    /// Its documents.
    pub documents: Vec<DocumentView>,
    /// Its parts and domains, in the order of the document.
    pub parts: Vec<PartView>,
    /// Its years.
    pub years: Vec<YearEntryView>,
    /// Its lead agencies, those with most tasks first.
    pub leads: Vec<LeadView>,
    /// Downloads of its data, each text a format: "Excel (XLSX)", "CSV".
    pub downloads: Vec<LinkView>,
    /// Its whole text on one page, to be printed and kept.
    pub edition: LinkView,
    /// How to cite it: `plan.citation`, `plan.permalink` …
    #[serde(flatten)]
    pub cite: CiteView,
    /// How many tasks it has, withdrawn ones included.
    pub task_count: usize,
    /// How many domains it has.
    pub domain_count: usize,
    /// How many of its tasks are ongoing ("thường xuyên").
    pub ongoing_count: usize,
    /// The same in words: "9 nhiệm vụ".
    pub ongoing_in_words: String,
    /// Where exactly the ongoing ones stand: on the page of the first year; absent in a plan without years.
    pub ongoing_list: Option<String>,
    /// How many tasks, in words: "42 nhiệm vụ".
    pub tasks_in_words: String,
    /// What falls when (on the plan's own page).
    pub timeline: Option<TimelineView>,
    /// Who does what (on the plan's own page).
    pub matrix: Option<MatrixView>,
    /// What the list can be narrowed by (on the plan's own page); absent where it is short.
    pub filters: Option<FiltersView>,
    /// The whole table in the published order (on the plan's own page and its edition; empty on the home page).
    pub rows: Vec<RowView>,
}

/// A domain's own page: `domain`.
#[derive(Debug, Clone, Serialize)]
pub struct DomainView {
    /// The domain's id within its plan: "b-3".
    pub id: String,
    /// The number as printed: "3".
    pub number: String,
    /// The title as printed.
    pub title: String,
    /// Where it stands, in words: "Mục 3, phần B".
    pub place_in_plan: String,
    /// The part that it belongs to: "B. NHIỆM VỤ CỤ THỂ".
    pub part: Option<String>,
    /// The plan's page.
    pub plan: LinkView,
    /// The editors' introduction, made from Markdown; empty when there is none.
    pub introduction_html: String,
    /// Its groups.
    pub groups: Vec<GroupView>,
    /// Groups and tasks in the published order.
    pub rows: Vec<RowView>,
    /// What the list can be narrowed by; absent where it is short.
    pub filters: Option<FiltersView>,
    /// When its tasks are to be done.
    pub timeline: Option<TimelineView>,
    /// Its lead agencies, those with most tasks first.
    pub leads: Vec<LeadView>,
    /// Downloads of its list, each text a format: "CSV".
    pub downloads: Vec<LinkView>,
    /// How to cite it: `domain.citation`, `domain.permalink` …
    #[serde(flatten)]
    pub cite: CiteView,
    /// How many tasks it has.
    pub task_count: usize,
    /// How many tasks, in words: "8 nhiệm vụ".
    pub tasks_in_words: String,
    /// The domain printed before it.
    pub previous: Option<MixedLinkView>,
    /// The domain printed after it.
    pub next: Option<MixedLinkView>,
}
