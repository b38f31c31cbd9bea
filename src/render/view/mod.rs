//! What a template sees: the contract with theme authors (contract 1 of `theme.toml`).
//!
//! Every page gets eight names: `site`, `page`, `words` (the theme's catalogue, see `theme::words`), `root` (the way back to
//! the site's first folder, "" or "../../"), `lang_html`, `lang_open_html` and `lang_close_html` (below) and one named for what the page shows: `home`, `plan`, `domain`, `task`,
//! `agency`, `agencies`, `year`, `search`, `data` or `prose`. Every value is finished: an address is ready to stand in
//! `href`, a phrase is in the site's language, a number is counted. A template decides only the look.
//!
//! Fields whose names end in `html` hold markup made from Markdown and are printed with `|safe`, as is
//! `page.linked_data`; everything else is text.
//!
//! The words of documents, of the register and of the site itself are Vietnamese. An element that holds such words alone gets
//! `{{ lang_html|safe }}` behind its name: ` lang="vi"` on a page in another language, nothing on a Vietnamese one; where
//! they stand beside others, `{{ lang_open_html|safe }}` and `{{ lang_close_html|safe }}` go around them. Links, headings and
//! choices, whose words may be either, have such a field of their own, and links with words of both have `parts`.
//!
//! A field that may be absent is `null` (a template asks `{% if x %}`), a list that may be empty is an empty list.

mod agency;
mod cite;
mod figure;
mod filters;
mod frame;
mod pages;
mod plan;
mod row;
mod task;

pub use agency::{
    AgenciesView, AgencyEntryView, AgencyView, EndView, InvolvementView, PartnerView, PlaceView,
    PlanShareView, SectionView, ShareView, SuccessorView,
};
pub use cite::{CitationFormatView, CiteView, MetaView, QrView};
pub use figure::{
    AxisYearView, BarView, MatrixCellView, MatrixCountView, MatrixDomainView, MatrixRowView,
    MatrixView, QuarterCountView, TimelineRowView, TimelineView, YearCountsView,
};
pub use filters::{ChoiceView, FiltersView};
pub use frame::{
    LanguageView, LicenseView, LinkView, MixedLinkView, NavView, PageView, PhraseView, SiteView,
};
pub use pages::{
    DataFileView, DataView, HomeView, PlanDataView, ProseView, QuarterView, SearchView, YearView,
};
pub use plan::{
    DocumentView, DomainEntryView, DomainView, LeadView, PartView, PlanView, RelationView, RowView,
    YearEntryView,
};
pub use row::{GroupView, KeysView, MentionView, PeriodView, TaskLinkView, TaskRowView};
pub use task::{CellView, ExtraView, ResultView, SlipView, TaskView, WithdrawnView};
