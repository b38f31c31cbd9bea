//! Sitemaps as sitemaps.org describes them: the addresses of all pages, in files that keep its limits, and an index of
//! these files where there are several.

use super::xml;
use crate::render::compose::Here;
use crate::site::Route;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap; of a large site, the index of its parts.
pub(super) fn first(here: &Here<'_>) -> Option<String> {
    let parts = here.site.sitemaps();
    if let [only] = parts.as_slice() {
        return pages(here, only);
    }
    let parts: Vec<Route> = (1..=parts.len()).map(Route::SitemapPart).collect();
    list(here, "sitemapindex", "sitemap", &parts.iter().collect::<Vec<_>>())
}

/// A part of the sitemap of a large site, counted from 1.
pub(super) fn part(here: &Here<'_>, part: usize) -> Option<String> {
    let parts = here.site.sitemaps();
    pages(here, parts.get(part.checked_sub(1)?)?)
}

fn pages(here: &Here<'_>, pages: &[&Route]) -> Option<String> {
    list(here, "urlset", "url", pages)
}

/// A list of addresses in the elements that it has to stand in.
fn list(here: &Here<'_>, whole: &str, entry: &str, routes: &[&Route]) -> Option<String> {
    let entries: Option<String> = routes
        .iter()
        .map(|route| {
            let address = xml(&here.absolute(route)?);
            Some(format!("<{entry}><loc>{address}</loc></{entry}>\n"))
        })
        .collect();
    Some(format!("{HEAD}<{whole} xmlns=\"{NAMESPACE}\">\n{}</{whole}>\n", entries?))
}
