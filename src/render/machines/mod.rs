//! What only machines read, beside the data: sitemap, robots.txt, the description of the search, and cards.
//!
//! Which of them a site has is worked out in `site::machine_files`; this is what stands in them. None says when a page
//! changed last: a build knows no clock, and a document's day of issue is not the day of its page.

mod card;
mod open_search;
mod sitemap;

use super::compose::Here;
use crate::site::Route;

pub(super) use card::{CARD_HEIGHT, CARD_WIDTH};

/// The bytes of a file for machines; nothing for a route that is none, or of what the site does not have.
pub(super) fn file(here: &Here<'_>, route: &Route) -> Option<Vec<u8>> {
    match route {
        Route::Sitemap => sitemap::first(here).map(String::into_bytes),
        Route::SitemapPart(part) => sitemap::part(here, *part).map(String::into_bytes),
        Route::Robots => robots(here).map(String::into_bytes),
        Route::OpenSearch => open_search::description(here).map(String::into_bytes),
        Route::SiteCard => card::of_site(here),
        Route::PlanCard(plan) => card::of_plan(here, here.plan_at(plan)?.plan),
        _ => None,
    }
}

/// Everyone is welcome. Robots read it only at the root of a host; elsewhere it is a model for the host's own.
fn robots(here: &Here<'_>) -> Option<String> {
    let sitemap = here.absolute(&Route::Sitemap)?;
    Some(format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"))
}

/// A text as it may stand in XML, between tags or in an attribute. What XML cannot hold at all is left out.
fn xml(text: &str) -> String {
    let allowed =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    let allowed: String = text.chars().filter(allowed).collect();
    allowed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
