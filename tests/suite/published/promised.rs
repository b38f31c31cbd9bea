//! What a site promises: every fragment is on its page in both themes, and every link of its pages leads to a promised place.

use std::collections::BTreeSet;

use planpress::check::published::{faults, lost};
use planpress::files::Workspace;
use planpress::site::resolve;
use planpress::tree::{RelPath, Tree};
use scraper::{Html, Selector};

use super::{before, manifest};
use crate::golden::{in_theme, site, split_site};
use crate::made::{Made, report};

/// Places within pages that only the page itself leads to.
const OWN: [&str; 1] = ["noi-dung"];

#[track_caller]
fn check(name: &str, workspace: &Workspace) {
    for theme in ["cong-bo", "giay"] {
        let made = Made::of(&in_theme(clone(workspace), theme));
        let promised = manifest(&made).addresses;
        let mut fragments = 0;
        for (path, text) in made.pages() {
            let page = Html::parse_document(text);
            let ids: BTreeSet<&str> = attributes(&page, "id");
            let missing = promised[path].iter().find(|fragment| !ids.contains(fragment.as_str()));
            assert_eq!(missing, None, "{path} of {name} in {theme} lacks a promised place");
            fragments += promised[path].len();
            for link in attributes(&page, "href") {
                let Some((address, Some(fragment))) = resolve(path, link) else { continue };
                let is_within = address == path || link.contains("://") || link.starts_with('#');
                let kept = promised.get(&address).is_some_and(|known| known.contains(&fragment));
                assert!(
                    kept || is_within || OWN.contains(&fragment.as_str()),
                    "{path} of {name} in {theme} leads to {link}, which is not promised"
                );
            }
        }
        assert!(fragments > 10, "{name} in {theme} promises {fragments} places only");
        let data = made
            .paths()
            .filter(|path| path.starts_with("du-lieu/") || path.starts_with("van-ban/"));
        let unpromised: Vec<&str> = data.filter(|path| !promised.contains_key(*path)).collect();
        assert!(unpromised.is_empty(), "{name}: {unpromised:?}");
        let absent: Vec<&String> =
            promised.keys().filter(|address| !made.paths().any(|path| path == *address)).collect();
        assert!(absent.is_empty(), "{name}: {absent:?}");
    }
}

fn clone(workspace: &Workspace) -> Workspace {
    Workspace { content: workspace.content.clone(), themes: workspace.themes.clone() }
}

fn attributes<'p>(page: &'p Html, name: &str) -> BTreeSet<&'p str> {
    let selector = Selector::parse(&format!("[{name}]")).expect("a selector");
    page.select(&selector).filter_map(|element| element.attr(name)).collect()
}

#[test]
fn every_promised_place_is_there_and_every_link_leads_to_a_promised_one() {
    for name in ["every-key", "two-plans", "flat", "hostile"] {
        check(name, &site(name));
    }
    check("split", &split_site());
    check("published", &before().workspace());
}

#[test]
fn an_agency_whose_lists_become_too_long_for_its_page_keeps_all_addresses() {
    let long = split_site();
    let is_early = |path: &RelPath| !path.as_str().starts_with("ke-hoach/hai/n/t-9");
    let early = long.content.iter().filter(|(path, _)| is_early(path));
    let early: Tree = early.map(|(path, file)| (path.clone(), file.clone())).collect();
    let short = Workspace { content: early, themes: Tree::default() };
    let short = Made::of(&in_theme(short, "cong-bo"));
    let split = |made: &Made| made.paths().any(|path| path == "co-quan/so-y-te-mau/mot.html");
    let after = Made::of(&in_theme(long, "cong-bo"));
    assert!(split(&after) && !split(&short));
    let lost = lost(&manifest(&short), &after.ready.site.published());
    assert_eq!(report(&faults(&lost)), "");
}
