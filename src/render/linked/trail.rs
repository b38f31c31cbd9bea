//! The way from the home page to a page, as a `BreadcrumbList`.

use super::thing::{Said, Thing};
use crate::render::compose::Here;
use crate::site::Route;

/// The way, with the page at its end. None of the home page, which is its beginning, and of the page for what was not
/// found, which stands nowhere.
pub(super) fn breadcrumbs(
    here: &Here<'_>,
    route: &Route,
    heading: &str,
    above: &[(Route, String)],
) -> Option<Thing> {
    if matches!(route, Route::Home | Route::NotFound) {
        return None;
    }
    let home = (Route::Home, here.say("nav_home", &[]));
    let own = (route.clone(), heading.to_owned());
    let steps = std::iter::once(&home).chain(above).chain(std::iter::once(&own));
    let items = steps.enumerate().map(|(index, (route, name))| {
        let item = Thing::of("ListItem").with("position", index + 1);
        item.with("name", name).with("item", here.address(route))
    });
    Some(Thing::of("BreadcrumbList").with("itemListElement", items.collect::<Said>()))
}
