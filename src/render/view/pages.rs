//! The pages that stand for neither plan nor agency: home, year, search, data, prose.

use serde::Serialize;

use super::filters::{ChoiceView, FiltersView};
use super::frame::{LinkView, MixedLinkView};
use super::plan::{LeadView, PlanView};

/// The home page: `home`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The plans, those issued last first; each without its rows.
    pub plans: Vec<PlanView>,
    /// How many tasks in all, in words: "42 nhiệm vụ".
    pub tasks_in_words: String,
    /// The agencies that lead most tasks, at most ten.
    pub leads: Vec<LeadView>,
}

/// Tasks of a quarter, of the whole year, or ongoing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuarterView {
    /// The section's `id`: "quy-1" … "quy-4", "ca-nam" or "thuong-xuyen".
    pub anchor: &'static str,
    /// The heading: "Quý III", "Cả năm", "Thường xuyên".
    pub heading: String,
    /// How many tasks.
    pub count: usize,
    /// The tasks, in the order of the document, each as `partials/task-item.html` shows it.
    pub items_html: String,
}

/// A year's page: `year`.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// The year: 2023.
    pub year: i16,
    /// The plan's page.
    pub plan: LinkView,
    /// The year before.
    pub previous: Option<MixedLinkView>,
    /// The year after.
    pub next: Option<MixedLinkView>,
    /// The four quarters and the whole year, always all five, then "thuong-xuyen".
    pub sections: Vec<QuarterView>,
    /// What the sections can be narrowed by; absent of a year of few tasks.
    pub filters: Option<FiltersView>,
    /// How many dated tasks are active in the year.
    pub dated_count: usize,
    /// The same in words: "12 nhiệm vụ có thời hạn".
    pub dated_in_words: String,
    /// How many tasks are ongoing or recurring.
    pub ongoing_count: usize,
    /// The same in words: "9 nhiệm vụ thường xuyên".
    pub ongoing_in_words: String,
    /// Downloads of the page's tasks, each text a format: "CSV".
    pub downloads: Vec<LinkView>,
}

/// The search page: `search`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// The plans to choose from, where each has an index of its own, those issued last first; elsewhere empty.
    pub plans: Vec<ChoiceView>,
    /// Queries to try, made of the plan's own words; each finds something.
    pub examples: Vec<LinkView>,
    /// Lists to look through without JavaScript: agencies, plans, domains where there is one plan, years.
    pub lists: Vec<MixedLinkView>,
}

/// A file of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataFileView {
    /// The file.
    pub href: String,
    /// The format: "JSON".
    pub format: &'static str,
    /// What it holds, in words.
    pub description: String,
}

/// The data files of one plan.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDataView {
    /// The plan's page.
    pub plan: LinkView,
    /// Its files.
    pub files: Vec<DataFileView>,
}

/// The page of data: `data`.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// A list of files a plan.
    pub plans: Vec<PlanDataView>,
    /// Files on the whole site: the index of plans, the JSON Schema.
    pub site_files: Vec<DataFileView>,
}

/// A prose page: `prose`.
#[derive(Debug, Clone, Serialize)]
pub struct ProseView {
    /// The text, made from Markdown.
    pub html: String,
}
