//! Sitemaps, robots.txt and the description of the search.

use std::sync::Arc;

use super::{BASE, between, with_settings};
use crate::data::{site, sites};
use crate::languages::with_languages;
use crate::made::Made;

/// Files that speak in absolute addresses.
const ABSOLUTE: [&str; 4] = ["sitemap.xml", "robots.txt", "tim-kiem/opensearch.xml", "the.png"];

#[test]
fn the_sitemap_names_every_page_but_the_one_for_what_was_not_found() {
    let made = site("every-key");
    let named = between(made.text("sitemap.xml"), "<url><loc>", "</loc></url>");
    let mut named: Vec<&str> =
        named.into_iter().map(|url| url.strip_prefix(BASE).expect("absolute")).collect();
    named.sort_unstable();
    // An earlier address carries a page whose canonical address is another.
    let earlier = "/nhiem-vu/12-kh-ubnd-2022/day-nghe.html";
    let pages = made.pages().map(|(path, _)| format!("/{path}"));
    let pages: Vec<String> = pages.filter(|page| page != "/404.html" && page != earlier).collect();
    assert_eq!(named, pages);
    let sitemap = format!("Sitemap: {BASE}/sitemap.xml");
    assert!(made.text("robots.txt").lines().any(|line| line == sitemap));
}

#[test]
fn a_page_in_two_languages_names_both_under_either_address() {
    let made = Made::of(&with_languages("cong-bo", "languages = [\"vi\", \"en\"]"));
    let sitemap = made.text("sitemap.xml");
    assert!(sitemap.contains(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">"));
    let link = |tag: &str, address: &str| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{BASE}/{address}\"/>")
    };
    let links = link("x-default", "co-quan.html")
        + &link("vi", "co-quan.html")
        + &link("en", "en/co-quan.html");
    for address in ["co-quan.html", "en/co-quan.html"] {
        let entry = format!("<url><loc>{BASE}/{address}</loc>{links}</url>\n");
        assert!(sitemap.contains(&entry), "{address}: {sitemap}");
    }
    assert_eq!(sitemap.matches("<url>").count() * 3, sitemap.matches("<xhtml:link ").count());
    assert!(!sitemap.contains("404.html"));
}

#[test]
fn what_must_be_absolute_is_left_out_where_the_address_is_not_known() {
    for (name, made) in sites() {
        let known = made.ready.site.config.base_url.is_some();
        for file in ABSOLUTE {
            assert_eq!(made.files.bytes(file).is_some(), known, "{name}: {file}");
        }
    }
}

#[test]
fn a_sitemap_keeps_its_limits_and_a_large_site_has_an_index() {
    let mut made = Made::of(&crate::golden::site("every-key"));
    let task = made.ready.site.library.plans[0].tasks[0].clone();
    let several = (0..50_000).map(|number| {
        let mut task = task.clone();
        task.id = planpress::model::TaskId::new(&format!("t-{number}")).expect("an id");
        task
    });
    let plan = Arc::make_mut(&mut made.ready.site.library.plans[0]);
    plan.tasks = several.collect();
    let site = &made.ready.site;
    let (site, _) = planpress::site::Site::derive(site.library.clone(), site.config.clone());
    let parts = site.sitemaps();
    assert_eq!(parts.iter().map(Vec::len).max(), Some(50_000));
    assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), site.pages.len() - 1);
    let files = site.machine_files.iter().map(planpress::site::Route::path).collect::<Vec<_>>();
    for number in 1..=parts.len() {
        assert!(files.contains(&format!("sitemap-{number}.xml")), "{files:?}");
    }
    assert_eq!(parts.len(), 2);
}

#[test]
fn the_search_is_described_within_the_limits_of_the_format() {
    let long = "Kế hoạch & \\\"việc làm\\\" <của> tỉnh ".repeat(9);
    for title in ["Kế hoạch tỉnh Mẫu", long.trim()] {
        let made = Made::of(&with_settings("every-key", |settings| {
            settings.replace("Kế hoạch tỉnh Mẫu", title)
        }));
        let description = made.text("tim-kiem/opensearch.xml");
        for (name, longest) in [("ShortName", 16), ("LongName", 48), ("Description", 1024)] {
            let text = between(description, &format!("<{name}>"), "<").concat();
            assert!((1..=longest * 5).contains(&text.chars().count()), "{name}: {text}");
            let said = text
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
            assert!(said.chars().count() <= longest, "{name}: {said}");
        }
        let template = format!("template=\"{BASE}/tim-kiem.html?q={{searchTerms}}\"");
        assert!(description.contains(&template), "{description}");
    }
}
