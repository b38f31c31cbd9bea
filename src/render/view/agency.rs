//! Agencies: the list of all, and a page for each.

use serde::Serialize;

use super::figure::TimelineView;
use super::filters::FiltersView;
use super::frame::LinkView;
use super::row::TaskLinkView;

/// An agency as an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgencyEntryView {
    /// The agency's page; its text is the register's name.
    pub agency: LinkView,
    /// The kind in words: "Sở", "Nhóm cơ quan".
    pub kind: String,
    /// How many tasks it leads.
    pub led: usize,
    /// How many tasks it coordinates.
    pub coordinated: usize,
    /// How many tasks reach it only through a collective.
    pub through: usize,
    /// Whether it has ended since.
    pub ended: bool,
}

/// The agencies of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// The place: "Sơn La"; a word of the catalogue for agencies of no province.
    pub name: String,
    /// The mark on the place where its language is another than the page's: ` lang="vi"`, else empty.
    pub lang_html: &'static str,
    /// The section's `id`: "son-la".
    pub anchor: String,
    /// Its agencies: those with tasks first by kind, then by name.
    pub agencies: Vec<AgencyEntryView>,
}

/// All agencies by place: `agencies`.
#[derive(Debug, Clone, Serialize)]
pub struct AgenciesView {
    /// The places: those of the plans first.
    pub places: Vec<PlaceView>,
    /// How many agencies there are in all.
    pub count: usize,
    /// The same in words: "32 cơ quan".
    pub agencies_in_words: String,
}

/// That an agency has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EndView {
    /// The day, as far as it is known: "01/03/2025".
    pub on: String,
    /// Where that is known from.
    pub basis: String,
    /// Whether it is certain; where it is not, `words.uncertain` is shown.
    pub certain: bool,
}

/// The agency that followed another, or came before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SuccessorView {
    /// The other agency's page.
    pub agency: LinkView,
    /// Since when, as far as it is known: "01/03/2025".
    pub since: Option<String>,
    /// Where that is known from.
    pub basis: String,
    /// Whether it is certain; where it is not, `words.uncertain` is shown.
    pub certain: bool,
}

/// Tasks of one domain of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// The section's `id`: "chu-tri-150-kh-ubnd-2022-b-3".
    pub anchor: String,
    /// Further `id`s of the section, and of all sections of its plan where it is the first: those from before a renaming.
    pub earlier_anchors: Vec<String>,
    /// The plan's page.
    pub plan: LinkView,
    /// The domain's page; absent in a flat plan.
    pub domain: Option<LinkView>,
    /// How many tasks.
    pub count: usize,
    /// The tasks, in the order of the document, each as `partials/task-item.html` shows it.
    pub items_html: String,
    /// How many tasks, in words: "3 nhiệm vụ".
    pub tasks_in_words: String,
    /// In the first section of a plan, the `id` of all its sections together: "chu-tri-150-kh-ubnd-2022".
    pub plan_anchor: Option<String>,
    /// Whether it is the last section of its plan.
    pub ends_plan: bool,
}

/// How many of the tasks stand on the page of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareView {
    /// The list there: "…/150-kh-ubnd-2022.html#chu-tri"; its text is the plan's short name.
    pub list: LinkView,
    /// The `id`s of what stands there, which this page had before its lists became too long for it: "chu-tri-150-kh-ubnd-2022",
    /// "chu-tri-150-kh-ubnd-2022-b-3".
    pub anchors: Vec<String>,
    /// How many tasks stand there.
    pub count: usize,
    /// The same in words: "8 nhiệm vụ".
    pub tasks_in_words: String,
}

/// The tasks that an agency has in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvolvementView {
    /// The list's `id`: "chu-tri", "phoi-hop" or "trong-nhom".
    pub anchor: &'static str,
    /// The heading: "Chủ trì".
    pub heading: String,
    /// How many tasks.
    pub count: usize,
    /// How many tasks, in words: "12 nhiệm vụ".
    pub tasks_in_words: String,
    /// The tasks by plan and domain; empty when they stand on pages by plan (`agency.by_plan`).
    pub sections: Vec<SectionView>,
    /// Where the tasks stand instead, plan by plan; empty when they stand in `sections`.
    pub shares: Vec<ShareView>,
}

/// An agency that works on the same tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartnerView {
    /// The other agency's page.
    pub agency: LinkView,
    /// On how many tasks the two are named together.
    pub count: usize,
    /// The same in words: "8 nhiệm vụ chung".
    pub tasks_in_words: String,
    /// These tasks; empty of an agency whose lists stand on pages by plan, where no count is shown either.
    pub tasks: Vec<TaskLinkView>,
}

/// What an agency with many tasks has in one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanShareView {
    /// The agency's page for that plan; its text is the plan's short name.
    pub page: LinkView,
    /// How many tasks it leads there.
    pub led: usize,
    /// How many tasks it coordinates there.
    pub coordinated: usize,
    /// How many tasks reach it there only through a collective.
    pub through: usize,
}

/// An agency's own page: `agency`, also on its pages by plan.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyView {
    /// The agency's id: "so-y-te-son-la".
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its province.
    pub place: Option<String>,
    /// The kind in words: "Sở".
    pub kind: String,
    /// Whether it is a collective.
    pub collective: bool,
    /// Other names that it is known by.
    pub aliases: Vec<String>,
    /// That it has ended.
    pub ended: Option<EndView>,
    /// What followed it.
    pub successors: Vec<SuccessorView>,
    /// What it followed.
    pub predecessors: Vec<SuccessorView>,
    /// A collective's members.
    pub members: Vec<LinkView>,
    /// Where the members are known from.
    pub members_basis: Option<String>,
    /// Whether the list of members is certain.
    pub members_certain: bool,
    /// The collectives that it belongs to.
    pub collectives: Vec<LinkView>,
    /// Tasks led, coordinated, and through a collective: always these three, in this order.
    pub involvements: Vec<InvolvementView>,
    /// What the three lists can be narrowed by; absent where they are short or stand on pages by plan.
    pub filters: Option<FiltersView>,
    /// When its tasks are to be done.
    pub timeline: Option<TimelineView>,
    /// Agencies named on the same tasks, those most often first.
    pub partners: Vec<PartnerView>,
    /// Pages by plan, where the lists are too long for one page; else empty.
    pub by_plan: Vec<PlanShareView>,
    /// The plan, on a page by plan.
    pub plan: Option<LinkView>,
    /// Downloads of its tasks, each text a format: "CSV"; none of an agency without tasks.
    pub downloads: Vec<LinkView>,
}
