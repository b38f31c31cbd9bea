//! A task as a row of a list, and what rows are made of.

use serde::Serialize;

use super::frame::LinkView;

/// An agency as a cell of the document names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MentionView {
    /// The agency's id: "so-y-te-son-la".
    pub id: String,
    /// The name as printed: "UBND các huyện, thành phố thuộc Tình Sơn La". Always shown.
    pub printed: String,
    /// The agency's page.
    pub href: String,
    /// The register's full name, to stand beside the printed one.
    pub name: String,
    /// The province, where the register gives one.
    pub place: Option<String>,
    /// Whether the printed name is the register's own, so that it need not be said twice.
    pub same: bool,
}

/// A period: as printed, and as understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodView {
    /// As printed: "Quý III/2022". Always shown.
    pub printed: String,
    /// As understood: "từ 01/07/2022 đến 30/09/2022", "thường xuyên", "chưa hiểu được".
    pub reading: String,
    /// The kind, as in the published data: "quarter".
    pub kind: &'static str,
    /// First day, ISO 8601, where there is one.
    pub start: Option<String>,
    /// Last day, ISO 8601, where there is one.
    pub end: Option<String>,
}

/// A task as a row of a list or of the plan's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskRowView {
    /// The task's id within its plan: "b-1-1-1"; also the row's anchor on the plan's page.
    pub id: String,
    /// The task's key within the site: "150-kh-ubnd-2022/b-1-1-1".
    pub key: String,
    /// The task's page.
    pub href: String,
    /// The number as printed, which may be "-" or empty.
    pub number: String,
    /// The number read out: "Nhiệm vụ 3.7", "Gạch đầu dòng thứ nhất, mục 1.1".
    pub label: String,
    /// The text as published, on one line.
    pub text: String,
    /// The text as published, a string a paragraph.
    pub paragraphs: Vec<String>,
    /// Lead agencies, in the order of the document.
    pub lead: Vec<MentionView>,
    /// Coordinating agencies, in the order of the document.
    pub coordinating: Vec<MentionView>,
    /// The period; absent where the document's cell is empty.
    pub period: Option<PeriodView>,
    /// The domain's page; absent in a flat plan.
    pub domain: Option<LinkView>,
    /// What filters find it by.
    pub keys: KeysView,
    /// The plan's page, its text short: "Kế hoạch 150/KH-UBND".
    pub plan: LinkView,
    /// The collective through which an agency has this task (only in such lists).
    pub through: Option<LinkView>,
    /// The role in which the collective has it, a word of the catalogue: "chủ trì" or "phối hợp" (only in such lists).
    pub role: Option<String>,
    /// Whether the task was withdrawn.
    pub withdrawn: bool,
}

/// What filters find a task by: values of theirs, with a blank between two. Finished texts, since every row of every list has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeysView {
    /// The domain's key within the site, "150-kh-ubnd-2022/b-3"; empty in a flat plan.
    pub domain: String,
    /// The years of the plan in which it is to be done, and "thuong-xuyen" for what is ongoing.
    pub years: String,
    /// The ids of lead agencies.
    pub lead: String,
    /// The ids of coordinating agencies.
    pub coordinating: String,
}

/// A task as a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskLinkView {
    /// The task's key within the site: "150-kh-ubnd-2022/b-1-1-1".
    pub key: String,
    /// The task's page; its text is the label: "Nhiệm vụ 3.7".
    pub page: LinkView,
}

/// A group of tasks within a domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// The number as printed: "1.1".
    pub number: String,
    /// The title as printed.
    pub title: String,
    /// Its row on the domain's page: "…#nhom-1-1".
    pub href: String,
}
