//! What stands around every page: the site, navigation, breadcrumbs and the page's head.

use super::Subject;
use super::here::Here;
use super::language::languages;
use super::social::open_graph;
use crate::model::{PlanId, TaskId};
use crate::render::linked::linked_data;
use crate::render::search::client_version;
use crate::render::view::{LicenseView, LinkView, NavView, PageView, SiteView};
use crate::site::Route;

/// The program and its version, as pages and data name it.
pub(in crate::render) const GENERATOR: &str = concat!("planpress ", env!("CARGO_PKG_VERSION"));

/// What a page may load: files of its own site, and nothing else. No inline script or style, no other host.
///
/// `form-action` names `file:` too: Firefox takes no file for `'self'`, and would not send the search form of a folder opened
/// without a server.
///
/// `connect-src` is for readers' tools, whose requests from within a page the policy would refuse: Lighthouse asks so for
/// `robots.txt`, and `serve` for news. No script of the shipped themes connects to anything.
///
/// `frame-ancestors` has no effect in a page itself; `render::hosts` adds it to the server's headers.
pub(in crate::render) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self' file:; base-uri 'none'";

pub(super) fn site(here: &Here<'_>) -> SiteView {
    let config = &here.site.config;
    let license = config
        .license
        .as_ref()
        .map(|license| LicenseView { name: license.name.clone(), href: license.url.clone() });
    SiteView {
        title: config.title.clone(),
        language: here.language().to_owned(),
        description: config.description.clone(),
        publisher: config.publisher.clone(),
        license,
        base_url: config.base_url.clone(),
        generator: GENERATOR.to_owned(),
        extra: config.extra.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}

/// A value of `[extra]` as templates see it; a date is a text.
fn json(value: &toml::Value) -> serde_json::Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.iter().map(json).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), json(value))).collect()
        }
        plain => serde_json::to_value(plain).unwrap_or_default(),
    }
}

pub(super) fn page(
    here: &Here<'_>,
    kind: &'static str,
    route: &Route,
    subject: Subject,
) -> PageView {
    let theme = here.theme;
    let assets = |files: &[crate::tree::RelPath]| -> Vec<String> {
        let href = |file: &crate::tree::RelPath| {
            let version = theme.version(file).map(|version| format!("?v={version}"));
            here.href(&Route::Asset(file.clone())) + &version.unwrap_or_default()
        };
        files.iter().map(href).collect()
    };
    let linked = linked_data(here, route, &subject.heading, &subject.above);
    PageView {
        kind,
        open_graph: open_graph(here, route, &subject),
        linked_data: linked,
        open_search: open_search(here),
        title: title(here, route, &subject),
        heading: subject.heading,
        description: subject.description,
        canonical: canonical(here),
        csp: POLICY,
        stylesheets: assets(theme.stylesheets()),
        scripts: assets(theme.scripts(kind)),
        heading_lang_html: heading_lang_html(here, route),
        languages: languages(here, route),
        home: here.href(&Route::Home),
        search: here.href(&Route::Search),
        search_engine: format!("{}?v={}", here.href(&Route::SearchClient), client_version()),
        search_plans: search_plans(here, route),
        nav: nav(here, route),
        breadcrumbs: breadcrumbs(here, route, subject.above),
        prose: prose(here),
    }
}

/// The mark on the heading: as on the page's name, save that the site's title and a task's by the editors are Vietnamese.
fn heading_lang_html(here: &Here<'_>, route: &Route) -> &'static str {
    let is_titled = |plan: &PlanId, id: &TaskId| {
        let at = here.plan_at(plan);
        let task = at.and_then(|at| at.plan.tasks.get(here.site.place_of(at.index, id)?));
        task.is_some_and(|task| task.title.is_some())
    };
    match route {
        Route::Home | Route::Edition(_) => here.lang_html(),
        Route::Task(plan, task) if is_titled(plan, task) => here.lang_html(),
        _ => here.lang_html_of(route),
    }
}

fn title(here: &Here<'_>, route: &Route, subject: &Subject) -> String {
    let site = &here.site.config.title;
    match route {
        Route::Home => site.clone(),
        _ => here.say("page_title", &[("heading", &subject.title), ("site", site)]),
    }
}

/// The absolute address with `base_url`; without it only an alias needs one, and says it relatively.
fn canonical(here: &Here<'_>) -> Option<String> {
    let path = here.alias_of.unwrap_or(here.path);
    match (&here.site.config.base_url, here.alias_of) {
        (Some(base), _) => Some(format!("{base}/{}", crate::site::relative("", path))),
        (None, Some(target)) => Some(crate::site::relative(here.path, target)),
        (None, None) => None,
    }
}

/// The description of the site's search, where it can be searched from outside.
fn open_search(here: &Here<'_>) -> Option<String> {
    let is_described = here.site.config.base_url.is_some() && here.searches();
    is_described.then(|| here.href(&Route::OpenSearch))
}

/// What a search box of a page searches: an index of all plans has them all, of several the reader waits for one.
fn search_plans(here: &Here<'_>, route: &Route) -> String {
    if !here.site.searches_by_plan() {
        return String::new();
    }
    let newest = here.site.library.plans.first().map(|plan| &plan.id);
    route.plan().or(newest).map(ToString::to_string).unwrap_or_default()
}

fn nav(here: &Here<'_>, route: &Route) -> Vec<NavView> {
    let entries = [
        (Route::Home, "nav_home"),
        (Route::Agencies, "nav_agencies"),
        (Route::Search, "nav_search"),
        (Route::Data, "nav_data"),
    ];
    let entry = |(target, key): (Route, &str)| NavView {
        href: here.href(&target),
        label: here.say(key, &[]),
        current: target == *route,
        lang_html: "",
    };
    let prose = here.site.library.prose.iter().map(|prose| {
        let target = Route::Prose(prose.id.clone());
        NavView {
            href: here.href(&target),
            label: prose.title.clone(),
            current: target == *route,
            lang_html: here.lang_html_of(&target),
        }
    });
    entries.into_iter().map(entry).chain(prose).collect()
}

fn breadcrumbs(here: &Here<'_>, route: &Route, above: Vec<(Route, String)>) -> Vec<LinkView> {
    if *route == Route::Home {
        return Vec::new();
    }
    let home = here.link(&Route::Home, here.say("nav_home", &[]));
    let above = above.into_iter().map(|(route, label)| here.link(&route, label));
    std::iter::once(home).chain(above).collect()
}

fn prose(here: &Here<'_>) -> Vec<LinkView> {
    let pages = here.site.library.prose.iter();
    pages.map(|prose| here.link(&Route::Prose(prose.id.clone()), prose.title.clone())).collect()
}
