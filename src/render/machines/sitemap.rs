//! Sitemaps as sitemaps.org describes them: the addresses of all pages, in files that keep its limits, and an index of
//! these files where there are several. A page in several languages names itself in all of them, each time.

use super::xml;
use crate::render::compose::Here;
use crate::site::Route;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// What names the elements of links to other languages.
const LINKS: &str = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

/// The sitemap; of a large site, the index of its parts.
pub(super) fn first(here: &Here<'_>) -> Option<String> {
    let parts = here.site.sitemaps();
    if let [only] = parts.as_slice() {
        return pages(here, only);
    }
    let parts: Vec<Route> = (1..=parts.len()).map(Route::SitemapPart).collect();
    let entries: Option<Vec<String>> = parts.iter().map(|part| location(here, part)).collect();
    Some(list("sitemapindex", "", "sitemap", &entries?))
}

/// A part of the sitemap of a large site, counted from 1.
pub(super) fn part(here: &Here<'_>, part: usize) -> Option<String> {
    let parts = here.site.sitemaps();
    pages(here, parts.get(part.checked_sub(1)?)?)
}

fn pages(here: &Here<'_>, pages: &[&Route]) -> Option<String> {
    let entry = |route: &&Route| Some(location(here, route)? + &alternates(here, route)?);
    let entries: Option<Vec<String>> = pages.iter().map(entry).collect();
    let is_single = here.site.config.further_languages().is_empty();
    let namespace = if is_single { "" } else { LINKS };
    Some(list("urlset", namespace, "url", &entries?))
}

fn location(here: &Here<'_>, route: &Route) -> Option<String> {
    Some(format!("<loc>{}</loc>", xml(&here.absolute(route)?)))
}

/// The page in each language, its own among them, as search engines want it; nothing where there is only one.
fn alternates(here: &Here<'_>, route: &Route) -> Option<String> {
    let config = &here.site.config;
    if config.further_languages().is_empty() {
        return Some(String::new());
    }
    let link = |tag: &str, language: &str| {
        let address = here.in_language(language).absolute(route.page())?;
        Some(format!(
            "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
            xml(&address)
        ))
    };
    let default = link("x-default", config.main_language());
    let links = config.languages.iter().map(|language| link(language, language));
    std::iter::once(default).chain(links).collect()
}

/// Entries in the elements that they have to stand in.
fn list(whole: &str, namespaces: &str, entry: &str, entries: &[String]) -> String {
    let entries: String =
        entries.iter().map(|address| format!("<{entry}>{address}</{entry}>\n")).collect();
    format!("{HEAD}<{whole} xmlns=\"{NAMESPACE}\"{namespaces}>\n{entries}</{whole}>\n")
}
