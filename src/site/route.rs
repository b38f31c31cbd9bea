//! Addresses: the one place where a page's address is made.
//!
//! Pages are flat `.html` files, so that links work on every host, in a subfolder and by `file://`; links between them are
//! relative. The table is the contract of the addresses: a published one never changes.

use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_decode_str, utf8_percent_encode,
};

use crate::config::HostFile;
use crate::model::{AgencyId, DomainId, PlanId, ProseId, TaskId};
use crate::tree::RelPath;

/// The longest path that IIS, buckets and every file system can hold below a folder of usual length.
pub const LONGEST_PATH: usize = 140;

/// Everything that a site serves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// `index.html`
    Home,
    /// `ke-hoach/<plan>.html`
    Plan(PlanId),
    /// `toan-van/<plan>.html`
    Edition(PlanId),
    /// `linh-vuc/<plan>/<domain>.html`
    Domain(PlanId, DomainId),
    /// `nhiem-vu/<plan>/<task>.html`
    Task(PlanId, TaskId),
    /// `co-quan.html`
    Agencies,
    /// `co-quan/<agency>.html`
    Agency(AgencyId),
    /// `co-quan/<agency>/<plan>.html`
    AgencyPlan(AgencyId, PlanId),
    /// `nam/<plan>/<year>.html`
    Year(PlanId, i16),
    /// `tim-kiem.html`
    Search,
    /// `du-lieu.html`
    Data,
    /// `<slug>.html`
    Prose(ProseId),
    /// `404.html`
    NotFound,
    /// `van-ban/<plan>/<file>`
    Document(PlanId, String),
    /// `du-lieu/<plan>.json`
    PlanJson(PlanId),
    /// `du-lieu/<plan>.csv`
    PlanCsv(PlanId),
    /// `du-lieu/<plan>.xlsx`
    PlanXlsx(PlanId),
    /// `du-lieu/<plan>.ics`
    PlanIcs(PlanId),
    /// `du-lieu/<plan>/<domain>.csv`
    DomainCsv(PlanId, DomainId),
    /// `du-lieu/<plan>/nam-<year>.csv`
    YearCsv(PlanId, i16),
    /// `du-lieu/co-quan/<agency>.csv`
    AgencyCsv(AgencyId),
    /// `du-lieu/co-quan/<agency>.ics`
    AgencyIcs(AgencyId),
    /// `co-quan/<agency>/<plan>.csv`, beside its page: below `du-lieu/co-quan/` two long ids would not fit
    AgencyPlanCsv(AgencyId, PlanId),
    /// `du-lieu/tat-ca.csv`
    AllCsv,
    /// `du-lieu/tat-ca.ndjson`
    AllNdjson,
    /// `du-lieu/chi-muc.json`
    DataIndex,
    /// `du-lieu/schema.json`
    DataSchema,
    /// `du-lieu/dcat.jsonld`
    Catalogue,
    /// `sitemap.xml`: all pages, or an index of the parts
    Sitemap,
    /// `sitemap-<part>.xml`, from 1
    SitemapPart(usize),
    /// `robots.txt`
    Robots,
    /// `tim-kiem/opensearch.xml`
    OpenSearch,
    /// `the.png`: the picture of the site for those who share a link
    SiteCard,
    /// `the/<plan>.png`
    PlanCard(PlanId),
    /// `tim-kiem/index.json`
    SearchIndex,
    /// `tim-kiem/index.js`
    SearchIndexScript,
    /// `tim-kiem/docs.js`
    SearchCards,
    /// `tim-kiem/engine.js`
    SearchClient,
    /// `tim-kiem/<plan>/index.json`
    PlanSearchIndex(PlanId),
    /// `tim-kiem/<plan>/index.js`
    PlanSearchIndexScript(PlanId),
    /// `tim-kiem/<plan>/docs.js`
    PlanSearchCards(PlanId),
    /// `giao-dien/<file>`: a file of the theme
    Asset(RelPath),
    /// `tep/<file>`: a file of the site's own
    File(RelPath),
    /// `nginx.conf`, `.htaccess` …: settings for a web server, which it hides
    Host(HostFile),
    /// `<language>/<page>`: a page in a further language, at the same address as in the main one
    Further(String, Box<Self>),
}

impl Route {
    /// The kind of page, which is also its template's name; nothing for a file that is no page.
    #[must_use]
    pub fn template(&self) -> Option<&'static str> {
        Some(match self {
            Self::Home => "home",
            Self::Plan(_) => "plan",
            Self::Edition(_) => "edition",
            Self::Domain(..) => "domain",
            Self::Task(..) => "task",
            Self::Agencies => "agencies",
            Self::Agency(_) => "agency",
            Self::AgencyPlan(..) => "agency-plan",
            Self::Year(..) => "year",
            Self::Search => "search",
            Self::Data => "data",
            Self::Prose(_) => "prose",
            Self::NotFound => "404",
            Self::Further(_, page) => return page.template(),
            _ => return None,
        })
    }

    /// The same page whatever its language.
    #[must_use]
    pub fn page(&self) -> &Self {
        match self {
            Self::Further(_, page) => page,
            page => page,
        }
    }

    /// The plan that a page is about or whose tasks it lists alone.
    #[must_use]
    pub fn plan(&self) -> Option<&PlanId> {
        match self.page() {
            Self::Plan(plan)
            | Self::Edition(plan)
            | Self::Domain(plan, _)
            | Self::Task(plan, _)
            | Self::Year(plan, _)
            | Self::AgencyPlan(_, plan) => Some(plan),
            _ => None,
        }
    }

    /// The page in a further language.
    #[must_use]
    pub fn further(&self, language: &str) -> Self {
        Self::Further(language.to_owned(), Box::new(self.page().clone()))
    }

    /// The further language that it is in; none in the main one, and of files, which exist once.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        match self {
            Self::Further(language, _) => Some(language),
            _ => None,
        }
    }

    /// The address within the site.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Plan(plan) => format!("ke-hoach/{plan}.html"),
            Self::Edition(plan) => format!("toan-van/{plan}.html"),
            Self::Domain(plan, domain) => format!("linh-vuc/{plan}/{domain}.html"),
            Self::Task(plan, task) => format!("nhiem-vu/{plan}/{task}.html"),
            Self::Agencies => "co-quan.html".to_owned(),
            Self::Agency(agency) => format!("co-quan/{agency}.html"),
            Self::AgencyPlan(agency, plan) => format!("co-quan/{agency}/{plan}.html"),
            Self::Year(plan, year) => format!("nam/{plan}/{year}.html"),
            Self::Search => "tim-kiem.html".to_owned(),
            Self::Data => "du-lieu.html".to_owned(),
            Self::Prose(prose) => format!("{prose}.html"),
            Self::NotFound => "404.html".to_owned(),
            Self::Document(plan, file) => format!("van-ban/{plan}/{file}"),
            Self::PlanJson(plan) => format!("du-lieu/{plan}.json"),
            Self::PlanCsv(plan) => format!("du-lieu/{plan}.csv"),
            Self::PlanXlsx(plan) => format!("du-lieu/{plan}.xlsx"),
            Self::PlanIcs(plan) => format!("du-lieu/{plan}.ics"),
            Self::DomainCsv(plan, domain) => format!("du-lieu/{plan}/{domain}.csv"),
            Self::YearCsv(plan, year) => format!("du-lieu/{plan}/nam-{year}.csv"),
            Self::AgencyCsv(agency) => format!("du-lieu/co-quan/{agency}.csv"),
            Self::AgencyIcs(agency) => format!("du-lieu/co-quan/{agency}.ics"),
            Self::AgencyPlanCsv(agency, plan) => format!("co-quan/{agency}/{plan}.csv"),
            Self::AllCsv => "du-lieu/tat-ca.csv".to_owned(),
            Self::AllNdjson => "du-lieu/tat-ca.ndjson".to_owned(),
            Self::DataIndex => "du-lieu/chi-muc.json".to_owned(),
            Self::DataSchema => "du-lieu/schema.json".to_owned(),
            Self::Catalogue => "du-lieu/dcat.jsonld".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::SitemapPart(part) => format!("sitemap-{part}.xml"),
            Self::Robots => "robots.txt".to_owned(),
            Self::OpenSearch => "tim-kiem/opensearch.xml".to_owned(),
            Self::SiteCard => "the.png".to_owned(),
            Self::PlanCard(plan) => format!("the/{plan}.png"),
            Self::SearchIndex => "tim-kiem/index.json".to_owned(),
            Self::SearchIndexScript => "tim-kiem/index.js".to_owned(),
            Self::SearchCards => "tim-kiem/docs.js".to_owned(),
            Self::SearchClient => "tim-kiem/engine.js".to_owned(),
            Self::PlanSearchIndex(plan) => format!("tim-kiem/{plan}/index.json"),
            Self::PlanSearchIndexScript(plan) => format!("tim-kiem/{plan}/index.js"),
            Self::PlanSearchCards(plan) => format!("tim-kiem/{plan}/docs.js"),
            Self::Asset(file) => format!("giao-dien/{file}"),
            Self::File(file) => format!("tep/{file}"),
            Self::Host(file) => file.name().to_owned(),
            Self::Further(language, page) => in_language(language, &page.path()),
        }
    }
}

/// The address that a page of the main language has in a further one.
#[must_use]
pub fn in_language(language: &str, path: &str) -> String {
    format!("{language}/{path}")
}

/// The way from a page to the site's first folder: "" for `index.html`, "../../" for `nhiem-vu/a/b.html`.
#[must_use]
pub fn root_of(page: &str) -> String {
    "../".repeat(page.matches('/').count())
}

/// The relative link from one address to another. Bytes that may not stand in an address are written as `%`.
///
/// ```
/// use planpress::site::relative;
/// assert_eq!(relative("nam/a/2022.html", "nam/a/2023.html"), "2023.html");
/// assert_eq!(relative("co-quan.html", "van-ban/a/Kế.pdf"), "van-ban/a/K%E1%BA%BF.pdf");
/// ```
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    // The folders that both lie in end with the last "/" of what is alike.
    let alike = from.bytes().zip(to.bytes()).enumerate().take_while(|(_, (a, b))| a == b);
    let shared = alike.filter(|(_, (byte, _))| *byte == b'/').last().map_or(0, |(at, _)| at + 1);
    let below = |path| str::get(path, shared..).unwrap_or_default();
    let mut link = String::with_capacity(from.len() + to.len());
    link.extend(below(from).matches('/').map(|_| "../"));
    for (index, name) in below(to).split('/').enumerate() {
        link.extend((index > 0).then_some("/"));
        link.extend(encode(name));
    }
    link
}

/// Everything but the unreserved characters of RFC 3986, 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encode(name: &str) -> PercentEncode<'_> {
    utf8_percent_encode(name, RESERVED)
}

/// A link taken apart: the address within the site and the fragment, or nothing when it leads out of the site.
///
/// `from` is the address of the page that holds it.
#[must_use]
pub fn resolve(from: &str, link: &str) -> Option<(String, Option<String>)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(decode(fragment))),
        None => (link, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((from.to_owned(), fragment));
    }
    let mut names: Vec<String> = from.split('/').map(str::to_owned).collect();
    names.pop();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(decode(name)),
        }
    }
    if path.ends_with('/') {
        names.push("index.html".to_owned());
    }
    Some((names.join("/"), fragment))
}

/// The address within the site that an author's link means, and its fragment.
#[must_use]
pub fn authored_address(link: &str) -> Option<(String, Option<String>)> {
    let (address, fragment) = resolve(&Route::Home.path(), link.trim_start_matches('/'))?;
    match address.strip_suffix(".md") {
        Some(stem) => Some((format!("{stem}.html"), fragment)),
        None => Some((address, fragment)),
    }
}
