//! What services show where somebody shares a link: title, description and picture, in the words of ogp.me.
//!
//! Address and picture must be absolute, so that they are left out where the site's own address is not known.

use super::Subject;
use super::here::Here;
use crate::model::PlanId;
use crate::render::machines::{CARD_HEIGHT, CARD_WIDTH};
use crate::render::view::MetaView;
use crate::site::Route;

/// The entries of a page; none of the page for what was not found, which nobody shares.
pub(super) fn open_graph(here: &Here<'_>, route: &Route, subject: &Subject) -> Vec<MetaView> {
    if *route == Route::NotFound {
        return Vec::new();
    }
    let config = &here.site.config;
    let kind = if *route == Route::Home { "website" } else { "article" };
    let picture = here.absolute(&card(route));
    let of_picture = |text: String| picture.is_some().then_some(text);
    let entries = [
        ("og:type", Some(kind.to_owned())),
        ("og:locale", locale(here.language()).map(str::to_owned)),
        ("og:site_name", Some(config.title.clone())),
        ("og:title", Some(subject.title.clone())),
        ("og:description", subject.description.clone()),
        ("og:url", here.absolute(route)),
        ("og:image", picture.clone()),
        ("og:image:width", of_picture(CARD_WIDTH.to_string())),
        ("og:image:height", of_picture(CARD_HEIGHT.to_string())),
        ("og:image:alt", of_picture(picture_in_words(here, route))),
    ];
    let known = entries.into_iter().filter_map(|(name, content)| Some((name, content?)));
    known.map(|(name, content)| MetaView { name, content }).collect()
}

/// The picture of a page: its plan's, else the site's.
fn card(route: &Route) -> Route {
    plan_of(route).map_or(Route::SiteCard, |plan| Route::PlanCard(plan.clone()))
}

fn plan_of(route: &Route) -> Option<&PlanId> {
    match route {
        Route::Plan(plan)
        | Route::Edition(plan)
        | Route::Domain(plan, _)
        | Route::Task(plan, _)
        | Route::Year(plan, _) => Some(plan),
        _ => None,
    }
}

/// What the picture says: the title of the plan, or of the site.
fn picture_in_words(here: &Here<'_>, route: &Route) -> String {
    let plan = plan_of(route).and_then(|plan| here.plan_at(plan));
    plan.map_or_else(|| here.site.config.title.clone(), |at| at.plan.facts.title.clone())
}

/// The language with its country, as the format wants it; nothing for a language whose country is not plain.
fn locale(language: &str) -> Option<&'static str> {
    match language {
        "vi" | "vi-VN" => Some("vi_VN"),
        "en" | "en-GB" => Some("en_GB"),
        "en-US" => Some("en_US"),
        _ => None,
    }
}
