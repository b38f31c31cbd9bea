//! Pictures as numbers: a template draws them, and its words stand beside them as a table.
//!
//! Nothing here is markup, so that no title of a plan can break a picture.

use serde::Serialize;

use super::frame::LinkView;

/// A year below which bars stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AxisYearView {
    /// The year: 2023.
    pub year: i16,
    /// The year's page; absent where the picture is of several plans.
    pub href: Option<String>,
}

/// A rectangle of a row's picture, in the units of `timeline.width` and `timeline.height`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarView {
    /// Its left edge.
    pub x: usize,
    /// Its upper edge.
    pub y: usize,
    /// Its width: `timeline.width` is the whole time.
    pub width: usize,
    /// Its height: `timeline.height` is the most tasks that any row has at a time.
    pub height: usize,
}

/// A task, or a domain with its tasks, as a row of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineRowView {
    /// The task's or the domain's page.
    pub item: LinkView,
    /// A task's period as printed; of a plan's domain, how many tasks its page has; else empty.
    pub when: String,
    /// Of a plan's domain, the same number; else absent.
    pub count: Option<usize>,
    /// What is drawn; empty for what has no end ("thường xuyên").
    pub bars: Vec<BarView>,
}

/// How many tasks stand in a section of a year's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuarterCountView {
    /// The section: "Quý III", "Cả năm".
    pub heading: String,
    /// Its address: "…/2023.html#quy-3".
    pub href: String,
    /// How many tasks stand there.
    pub count: usize,
    /// The same in words: "3 nhiệm vụ".
    pub tasks_in_words: String,
}

/// The sections of a year's page with their counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearCountsView {
    /// The year: 2023.
    pub year: i16,
    /// The year's page.
    pub href: String,
    /// The four quarters and the whole year, always all five.
    pub sections: Vec<QuarterCountView>,
}

/// What falls when: `plan.timeline`, `domain.timeline`, `agency.timeline`; absent where no task has a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineView {
    /// The width of a row's picture: ten units a quarter.
    pub width: usize,
    /// The height of a row's picture.
    pub height: usize,
    /// The lines between the years, the `d` of a `<path>`; empty for a single year.
    pub grid: String,
    /// The years, first to last.
    pub years: Vec<AxisYearView>,
    /// Whether a row is a domain; else it is a task.
    pub by_domain: bool,
    /// The rows; those of tasks by their first day, then what has no end.
    pub rows: Vec<TimelineRowView>,
    /// A plan's tasks by year and quarter; empty on other pages.
    pub counts: Vec<YearCountsView>,
    /// A plan's ongoing tasks, which stand on the page of every year; absent where there are none, and on other pages.
    pub ongoing: Option<QuarterCountView>,
}

/// Tasks of an agency in a role and a domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCountView {
    /// The section of the agency's page that holds exactly these tasks.
    pub href: String,
    /// How many they are.
    pub count: usize,
}

/// What an agency does in a domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCellView {
    /// The domain's number as printed, or its title where it has none.
    pub label: String,
    /// The tasks that it leads.
    pub led: Option<MatrixCountView>,
    /// The tasks that it coordinates.
    pub coordinated: Option<MatrixCountView>,
}

/// An agency and what it does in each domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixRowView {
    /// The agency's page.
    pub agency: LinkView,
    /// A cell a domain, in the order of `matrix.domains`.
    pub cells: Vec<MatrixCellView>,
}

/// A domain as the head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixDomainView {
    /// The number as printed, or the title where there is none.
    pub label: String,
    /// The domain's page; its text is number and title.
    pub domain: LinkView,
}

/// Who does what: `plan.matrix`; absent for a plan of fewer than two domains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixView {
    /// The columns.
    pub domains: Vec<MatrixDomainView>,
    /// The rows: agencies that lead most first, then those that coordinate most, then by name.
    pub rows: Vec<MatrixRowView>,
}
