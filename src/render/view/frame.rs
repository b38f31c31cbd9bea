//! What every page sees: the site, the page itself, and links.

use serde::Serialize;

use super::cite::MetaView;

/// A link: where it goes and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// The address, relative to the page that shows it.
    pub href: String,
    /// The link's text: "Mục 3. Hợp tác về phát triển, sản xuất…".
    pub label: String,
    /// The mark on the text where its language is another than the page's: ` lang="vi"`, else empty.
    pub lang_html: &'static str,
}

/// A link whose text may be in two languages, as that of "Task 3.7: Phối hợp với…" is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MixedLinkView {
    /// The link, with the whole text.
    #[serde(flatten)]
    pub link: LinkView,
    /// The text in parts of one language each; a single one on a Vietnamese page.
    pub parts: Vec<PhraseView>,
}

/// A part of a text, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhraseView {
    /// What stands before its words, `<span lang="vi">` where their language is another than the page's, else nothing.
    pub open_html: &'static str,
    /// The words.
    pub text: String,
    /// What stands behind them.
    pub close_html: &'static str,
}

/// An entry of the site's main navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NavView {
    /// The address, relative to the page that shows it.
    pub href: String,
    /// The entry's text: "Cơ quan".
    pub label: String,
    /// Whether the entry is this very page (`aria-current="page"`).
    pub current: bool,
    /// The mark on the text where its language is another than the page's: ` lang="vi"`, else empty.
    pub lang_html: &'static str,
}

/// The page in one of the site's languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageView {
    /// The language, a BCP 47 tag: "en".
    pub language: String,
    /// Its own name for itself: "English".
    pub name: String,
    /// The page in it, relative to the page that shows it.
    pub href: String,
    /// The same for `<link rel="alternate" hreflang>`: absolute with `base_url`.
    pub alternate: String,
    /// Whether it is the language of this very page.
    pub current: bool,
}

/// The site as `site.toml` describes it: `site`.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The site's title.
    pub title: String,
    /// The language of the page's interface, a BCP 47 tag: "vi".
    pub language: String,
    /// One sentence on the site, for the home page and `<meta name="description">`.
    pub description: Option<String>,
    /// Who publishes the site.
    pub publisher: Option<String>,
    /// The licence of the data.
    pub license: Option<LicenseView>,
    /// Where the site is published, without a slash at its end; absent for a folder that may stand anywhere.
    pub base_url: Option<String>,
    /// The program that made the site: "planpress 0.1.0".
    pub generator: String,
    /// The table `[extra]` of `site.toml`, for themes.
    pub extra: serde_json::Value,
}

/// The licence of the data.
#[derive(Debug, Clone, Serialize)]
pub struct LicenseView {
    /// Its name: "CC BY 4.0".
    pub name: String,
    /// Where it can be read.
    pub href: Option<String>,
}

/// The page itself: `page`.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Which kind of page it is, the name of its template: "home", "plan", "edition", "domain", "task", "agency", "agency-plan",
    /// "agencies", "year", "search", "data", "prose" or "404".
    pub kind: &'static str,
    /// The page's heading, for `<h1>`.
    pub heading: String,
    /// The mark on the heading where its language is another than the page's: ` lang="vi"`, else empty.
    pub heading_lang_html: &'static str,
    /// The page's title, for `<title>`, with the site's at its end.
    pub title: String,
    /// One or two sentences, for `<meta name="description">`.
    pub description: Option<String>,
    /// The absolute address of the page, or of the page that an alias stands for; only with `base_url`, or for an alias.
    pub canonical: Option<String>,
    /// What services show of a shared link, for `<meta property content>`; address and picture only with `base_url`.
    pub open_graph: Vec<MetaView>,
    /// What the page is about, as JSON-LD for `<script type="application/ld+json">`; made to stand there, and printed with
    /// `|safe`. Absent of pages that are about nothing.
    pub linked_data: Option<String>,
    /// The description of the site's search, for `<link rel="search">`; only with `base_url`, and where search runs.
    pub open_search: Option<String>,
    /// The Content-Security-Policy, for `<meta http-equiv>`.
    pub csp: &'static str,
    /// Addresses of the theme's stylesheets, in order.
    pub stylesheets: Vec<String>,
    /// Addresses of the theme's scripts for this kind of page, in order; classic scripts, to be loaded with `defer`.
    pub scripts: Vec<String>,
    /// The page in each of the site's languages, the main one first; empty where there is only one.
    pub languages: Vec<LanguageView>,
    /// The home page.
    pub home: String,
    /// The search page, the `action` of a search form whose field is `q`.
    pub search: String,
    /// The script that searches, for pages that load it when search is used.
    pub search_engine: String,
    /// Where each plan has a search index of its own, the id of the plan that a search box on this page searches: its own, else
    /// the one that was issued last. Elsewhere empty.
    pub search_plans: String,
    /// The main navigation.
    pub nav: Vec<NavView>,
    /// The way from the home page to this page, without this page; empty on the home page.
    pub breadcrumbs: Vec<LinkView>,
    /// Prose pages, for the foot of the page.
    pub prose: Vec<LinkView>,
}
