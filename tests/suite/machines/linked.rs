//! Linked data repeats what plan and register state, and nothing else. That its words are schema.org's is looked at in
//! `tests/browser/linked-data.test.js`, by the types that schema.org's own vocabulary was turned into.

use std::collections::BTreeSet;

use planpress::site::resolve;
use serde_json::Value;

use super::between;
use crate::golden::{in_theme, site};
use crate::languages::with_languages;
use crate::made::Made;

/// Sites in the default theme.
fn each(look: impl Fn(&str, &Made)) {
    for name in ["every-key", "two-plans", "flat", "hostile"] {
        look(name, &Made::of(&in_theme(site(name), "cong-bo")));
    }
}

/// The things that a page speaks of.
fn graph(page: &str) -> Vec<Value> {
    let blocks = between(page, "<script type=\"application/ld+json\">", "</script>");
    let parse = |block: &str| serde_json::from_str::<Value>(block).expect("JSON");
    let blocks: Vec<Value> = blocks.into_iter().map(parse).collect();
    assert!(blocks.len() <= 1, "one block a page");
    blocks
        .into_iter()
        .flat_map(|data| data["@graph"].as_array().cloned().expect("a graph"))
        .collect()
}

/// Every text under one of these names, however deep.
fn texts(value: &Value, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        for (name, value) in value.as_object().into_iter().flatten() {
            let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            let own = values.iter().filter(|_| names.contains(&name.as_str()));
            found.extend(own.filter_map(Value::as_str).map(str::to_owned));
            open.push(value);
        }
        open.extend(value.as_array().into_iter().flatten());
    }
    found
}

#[test]
fn every_page_below_the_first_says_the_way_to_it() {
    each(|name, made| {
        for (path, page) in made.pages() {
            let lists: Vec<Value> =
                graph(page).into_iter().filter(|node| node["@type"] == "BreadcrumbList").collect();
            let wanted = usize::from(!["index.html", "404.html"].contains(&path));
            assert_eq!(lists.len(), wanted, "{name}: {path}");
            let positions =
                lists.iter().flat_map(|list| list["itemListElement"].as_array().expect("steps"));
            for (index, step) in positions.enumerate() {
                assert_eq!(step["position"], index + 1, "{name}: {path}");
            }
        }
    });
}

#[test]
fn a_thing_has_one_name_and_says_the_same_in_every_language_of_the_site() {
    let made = Made::of(&with_languages("cong-bo", "languages = [\"vi\", \"en\"]"));
    let things = |path: &str| -> Vec<Value> {
        let nodes = graph(made.text(path)).into_iter();
        nodes.filter(|node| node["@type"] != "BreadcrumbList").collect()
    };
    let english = made.pages().filter_map(|(path, _)| path.strip_prefix("en/"));
    let english: Vec<&str> = english.collect();
    assert!(!english.is_empty());
    for path in english {
        assert_eq!(things(path), things(&format!("en/{path}")), "{path}");
    }
    let way = graph(made.text("en/co-quan.html"));
    assert!(texts(&way[0], &["item"])[0].contains("/en/"), "{way:?}");
}

#[test]
fn every_address_in_it_is_one_of_the_site() {
    each(|name, made| {
        let addresses = made.ready.site.addresses();
        for (path, page) in made.pages() {
            for node in graph(page) {
                for address in texts(&node, &["@id", "item", "contentUrl", "url"]) {
                    let license = made.ready.site.config.license.as_ref();
                    if license.and_then(|license| license.url.as_ref()) == Some(&address) {
                        continue;
                    }
                    let base = made.ready.site.config.base_url.as_deref();
                    let found = match base {
                        Some(base) => resolve(
                            "index.html",
                            address.strip_prefix(base).expect("absolute").trim_start_matches('/'),
                        ),
                        None => resolve(path, &address),
                    };
                    let (file, _) = found.expect("within the site");
                    assert!(addresses.contains(&file), "{name}: {path}: {address}");
                }
            }
        }
    });
}

#[test]
fn every_name_and_every_day_stands_in_the_plan_or_the_register() {
    each(|name, made| {
        let data: Vec<Value> = made
            .ready
            .site
            .library
            .plans
            .iter()
            .map(|plan| made.json(&format!("du-lieu/{}.json", plan.id)))
            .collect();
        let known: BTreeSet<String> = data
            .iter()
            .flat_map(|data| {
                texts(
                    data,
                    &[
                        "name", "title", "issuer", "place", "start", "end", "issued", "on",
                        "aliases", "label", "file", "text", "number",
                    ],
                )
            })
            .collect();
        let register = made.ready.site.library.register.iter();
        let known: BTreeSet<String> = register
            .flat_map(|agency| {
                agency
                    .names()
                    .map(str::to_owned)
                    .chain(agency.place.clone())
                    .chain(agency.ended.as_ref().map(|end| end.on.to_string()))
                    .collect::<Vec<_>>()
            })
            .chain(known)
            .collect();
        for (path, page) in made.pages() {
            for node in graph(page).iter().filter(|node| {
                ["Legislation", "GovernmentOrganization", "Organization"]
                    .iter()
                    .any(|kind| node["@type"] == *kind)
            }) {
                for said in texts(
                    node,
                    &["name", "alternateName", "dissolutionDate", "legislationDate", "text"],
                ) {
                    // A plan whose title is the editors' is called by its kind and number.
                    let by_number = known
                        .iter()
                        .any(|known| !known.is_empty() && said.ends_with(&format!(" số {known}")));
                    assert!(known.contains(&said) || by_number, "{name}: {path}: {said}");
                }
                for period in texts(node, &["temporalCoverage"]) {
                    for day in period.split('/').filter(|day| *day != "..") {
                        assert!(known.contains(day), "{name}: {path}: {day}");
                    }
                }
            }
        }
    });
}

#[test]
fn what_the_register_is_not_certain_of_is_not_said() {
    let uncertain = Made::of(&in_theme(site("every-key"), "cong-bo"));
    let page = uncertain.text("co-quan/so-lao-dong-mau.html");
    let agency = &graph(page)[0];
    assert!(agency.get("dissolutionDate").is_none(), "{agency}");
    // Of its two successors one is certain.
    let changes = agency["org:changedBy"].as_array().expect("changes");
    assert_eq!(changes.len(), 1, "{agency}");
    assert_eq!(changes[0]["org:resultingOrganization"]["name"], "Sở Y tế tỉnh Mẫu");
    assert!(page.contains("http://www.w3.org/ns/org#"));
    // Nor are members of whom it is not certain.
    let collective = &graph(uncertain.text("co-quan/cac-huyen-mau.html"))[0];
    assert!(collective.get("member").is_none(), "{collective}");
    let collective = &graph(uncertain.text("co-quan/cac-so-ban-nganh-mau.html"))[0];
    assert_eq!(collective["member"].as_array().map(Vec::len), Some(2), "{collective}");
}

#[test]
fn hostile_words_stay_within_the_block() {
    let made = Made::of(&in_theme(site("hostile"), "cong-bo"));
    let mut seen = 0;
    for (path, page) in made.pages() {
        for block in between(page, "<script type=\"application/ld+json\">", "</script>") {
            assert!(!block.contains(['<', '>', '&']), "{path}: {block}");
            seen += 1;
        }
        assert!(graph(page).iter().all(Value::is_object), "{path}");
    }
    assert!(seen > 3);
}
