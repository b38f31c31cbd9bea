//! What templates see, page kind by page kind: the contract with the authors of themes.

use std::collections::BTreeSet;

use planpress::pipeline::prepare;
use planpress::render::view;
use planpress::theme::PAGE_KINDS;
use serde_json::Value;

use super::site;
use crate::expected::{difference, expect_none};

/// For each kind of page one page of `every-key.txt` that shows it best.
const PAGES: &[(&str, &str)] = &[
    ("home", "index.html"),
    ("plan", "ke-hoach/12-kh-ubnd-2022.html"),
    ("edition", "toan-van/12-kh-ubnd-2022.html"),
    ("domain", "linh-vuc/12-kh-ubnd-2022/b-1.html"),
    ("task", "nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html"),
    ("agency", "co-quan/cac-huyen-mau.html"),
    ("agencies", "co-quan.html"),
    ("year", "nam/12-kh-ubnd-2022/2022.html"),
    ("search", "tim-kiem.html"),
    ("data", "du-lieu.html"),
    ("prose", "gioi-thieu.html"),
    ("404", "404.html"),
];

/// The kind of page of which all is compared; what all pages share is left out of the others.
const WHOLE: &str = "404";

fn leave_out_what_all_pages_share(view: &mut Value) {
    let view = view.as_object_mut().expect("a view");
    assert!(view.remove("site").is_some() && view.remove("root").is_some());
    let page = view.get_mut("page").and_then(Value::as_object_mut).expect("a page");
    for shared in ["csp", "home", "nav", "prose", "search", "search_engine", "stylesheets"] {
        assert!(page.remove(shared).is_some(), "{shared}");
    }
}

#[test]
fn templates_see_what_they_were_promised() {
    let ready = prepare(&site("every-key")).value.expect("a site without faults");
    let mut differences = Vec::new();
    for (kind, page) in PAGES {
        let route = ready.site.pages.iter().find(|route| route.path() == *page);
        let route = route.unwrap_or_else(|| panic!("there is no {page}"));
        let (template, view) =
            view(&ready.site, &ready.theme, route).expect("no fault").expect("a page");
        assert_eq!(template, *kind);
        let mut json: Value = serde_json::from_str(&view.to_json()).expect("JSON");
        // The client's address changes whenever the client does.
        if *kind != WHOLE {
            leave_out_what_all_pages_share(&mut json);
        }
        let json = serde_json::to_string_pretty(&json).expect("JSON") + "\n";
        let json = super::of_any_version(page, &json);
        differences.extend(difference(&json, &format!("golden/views/{kind}.json")));
    }
    expect_none(differences);
}

#[test]
fn every_kind_of_page_is_looked_at() {
    // A page by plan sees what an agency's page sees; only an agency with hundreds of tasks has one.
    let kinds: BTreeSet<&str> =
        PAGES.iter().map(|(kind, _)| *kind).chain(["agency-plan"]).collect();
    assert_eq!(kinds, PAGE_KINDS.into_iter().collect());
}
