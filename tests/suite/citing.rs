//! Citations, read by programs that did not write them: what each reads is what the page says.

use std::collections::BTreeMap;

use biblatex::{Bibliography, ChunksExt, EntryType};
use biblib::{CitationParser, RisParser};
use citationberg::json::{Item, NameValue, Value as Variable};
use planpress::render::view;
use planpress::site::Route;
use serde_json::Value;

use crate::data::{site, sites};
use crate::made::Made;

/// A page's citations: the Vietnamese form, the formats by name, and the metadata by name.
struct Cited {
    citation: String,
    formats: BTreeMap<String, String>,
    meta: BTreeMap<String, String>,
    is_part: bool,
    view: Value,
}

impl Cited {
    fn format(&self, name: &str) -> &str {
        &self.formats[name]
    }

    fn meta(&self, name: &str) -> Option<&str> {
        self.meta.get(name).map(String::as_str)
    }
}

/// The citations of a page; none of a page of another kind.
fn cited(made: &Made, route: &Route) -> Option<Cited> {
    let name = match route {
        Route::Plan(_) => "plan",
        Route::Domain(..) => "domain",
        Route::Task(..) => "task",
        _ => return None,
    };
    let (_, view) =
        view(&made.ready.site, &made.ready.theme, route).expect("no fault").expect("a page");
    let mut view: Value = serde_json::from_str(&view.to_json()).expect("JSON");
    let view = view[name].take();
    let pairs = |list: &str, key: &str, value: &str| -> BTreeMap<String, String> {
        let pair = |entry: &Value| {
            Some((entry[key].as_str()?.to_owned(), entry[value].as_str()?.to_owned()))
        };
        view[list].as_array().expect("a list").iter().filter_map(pair).collect()
    };
    Some(Cited {
        citation: view["citation"].as_str().expect("a citation").to_owned(),
        formats: pairs("citation_formats", "name", "text"),
        meta: pairs("citation_meta", "name", "content"),
        is_part: name != "plan",
        view,
    })
}

/// Looks at the citations of all pages of all sites.
fn each_cited(look: impl Fn(&str, &Cited)) {
    for (name, made) in sites() {
        let mut count = 0;
        for route in &made.ready.site.pages {
            if let Some(cited) = cited(made, route) {
                look(&format!("{name}: {}", route.path()), &cited);
                count += 1;
            }
        }
        assert!(count > 1, "{name}");
    }
}

/// The citations of one page.
#[track_caller]
fn at(site_name: &str, path: &str) -> Cited {
    let made = site(site_name);
    let route = made.ready.site.pages.iter().find(|route| route.path() == path).expect("a page");
    cited(made, route).expect("a page with a citation")
}

#[test]
fn bibtex_is_read_with_the_title_the_issuer_and_the_year_of_the_page() {
    each_cited(|place, cited| {
        let bibliography = Bibliography::parse(cited.format("BibTeX"))
            .unwrap_or_else(|error| panic!("{place}: {error}: {}", cited.format("BibTeX")));
        assert_eq!(bibliography.len(), 1, "{place}");
        let entry = bibliography.iter().next().expect("an entry");
        let kind = if cited.is_part { EntryType::InCollection } else { EntryType::TechReport };
        assert_eq!(entry.entry_type, kind, "{place}");
        let text = |key: &str| entry.get(key).map(|chunks| chunks.format_verbatim());
        if !place.starts_with("hostile") {
            assert_eq!(text("title").as_deref(), cited.meta("DC.title"), "{place}");
            assert!(text("note").expect("a note").starts_with(&cited.citation), "{place}");
            assert_eq!(text("booktitle").as_deref(), cited.meta("citation_book_title"), "{place}");
        }
        let authors = entry.author().unwrap_or_default();
        assert_eq!(authors.len(), usize::from(cited.meta("DC.creator").is_some()), "{place}");
        for author in authors.iter().filter(|_| !place.starts_with("hostile")) {
            // The name of an office is not taken apart.
            assert_eq!(Some(author.name.as_str()), cited.meta("DC.creator"), "{place}");
            assert_eq!(author.given_name, "", "{place}");
        }
        let year = cited.meta("DC.date").and_then(|date| date.get(..4));
        assert_eq!(text("year").as_deref(), year, "{place}");
        assert_eq!(text("url").as_deref(), cited.meta("DC.identifier"), "{place}");
    });
}

#[test]
fn ris_is_read_with_the_title_the_issuer_and_the_year_of_the_page() {
    each_cited(|place, cited| {
        let records = RisParser::new().parse(cited.format("RIS"));
        let [record] = records.expect("RIS").try_into().expect("one record");
        assert_eq!(Some(record.title.as_str()), cited.meta("DC.title"), "{place}");
        let kind = if cited.is_part { "Book Chapter" } else { "Report" };
        assert_eq!(record.citation_type.first().map(String::as_str), Some(kind), "{place}");
        let year = cited.meta("DC.date").and_then(|date| date.get(..4)?.parse().ok());
        assert_eq!(record.date.map(|date| date.year), year, "{place}");
        assert_eq!(
            record.authors.len(),
            usize::from(cited.meta("DC.creator").is_some()),
            "{place}"
        );
        assert_eq!(record.urls.first().map(String::as_str), cited.meta("DC.identifier"), "{place}");
    });
}

#[test]
fn csl_json_is_read_with_the_title_the_issuer_and_the_date_of_the_page() {
    each_cited(|place, cited| {
        let items: Vec<Item> = serde_json::from_str(cited.format("CSL-JSON")).expect("CSL-JSON");
        let [item] = items.try_into().expect("one item");
        let kind = if cited.is_part { "chapter" } else { "report" };
        assert_eq!(item.type_().as_deref(), Some(kind), "{place}");
        let text = |name: &str| match item.0.get(name) {
            Some(Variable::String(text)) => Some(text.as_str()),
            _ => None,
        };
        assert_eq!(text("title"), cited.meta("DC.title"), "{place}");
        assert_eq!(text("container-title"), cited.meta("citation_book_title"), "{place}");
        assert_eq!(text("URL"), cited.meta("DC.identifier"), "{place}");
        let author = match item.0.get("author") {
            Some(Variable::Names(names)) => names.first(),
            _ => None,
        };
        let literal = author.map(|name| match name {
            NameValue::Literal(name) => name.literal.as_str(),
            NameValue::Item(name) => panic!("{place}: {name:?} was taken apart"),
        });
        assert_eq!(literal, cited.meta("DC.creator"), "{place}");
        assert_eq!(item.0.contains_key("issued"), cited.meta("DC.date").is_some(), "{place}");
    });
}

#[test]
fn every_citation_of_a_site_has_a_key_of_its_own() {
    for (name, made) in sites() {
        let pages = made.ready.site.pages.iter().filter_map(|route| cited(made, route));
        let keys: Vec<String> = pages
            .map(|cited| {
                let bibliography = Bibliography::parse(cited.format("BibTeX")).expect("BibTeX");
                bibliography.iter().next().expect("an entry").key.clone()
            })
            .collect();
        let mut distinct = keys.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), keys.len(), "{name}");
    }
}

#[test]
fn what_is_not_known_falls_away() {
    let cited = at("flat", "nhiem-vu/chuong-trinh/n-2.html");
    assert_eq!(cited.format("APA"), "Nhiệm vụ 2: Kiểm tra. Trong Chương trình công tác.");
    assert_eq!(
        cited.format("BibTeX"),
        "@incollection{chuong-trinh:n-2,\n  title = {{Nhiệm vụ 2: Kiểm tra.}},\n  \
         booktitle = {{Chương trình công tác}},\n  langid = {vietnamese},\n  \
         note = {Nhiệm vụ 2, mục I, Chương trình công tác}\n}"
    );
    let tags: Vec<&str> = cited.format("RIS").lines().filter_map(|line| line.get(..2)).collect();
    assert_eq!(tags, ["TY", "ID", "TI", "T2", "LA", "N1", "ER"]);
    let names: Vec<&str> = cited.meta.keys().map(String::as_str).collect();
    assert_eq!(names, ["DC.language", "DC.title", "citation_book_title"]);
    assert_eq!(cited.view["citation_row"], Value::Null);
}

#[test]
fn a_title_that_is_not_the_signed_one_stands_in_brackets() {
    let cited = at("every-key", "ke-hoach/12-kh-ubnd-2022.html");
    assert_eq!(
        cited.format("APA"),
        "Ủy ban nhân dân tỉnh Mẫu. (2022). [Kế hoạch việc làm và sức khỏe 2022-2025] \
         (Kế hoạch số 12/KH-UBND). https://mau.example/ke-hoach/ke-hoach/12-kh-ubnd-2022.html"
    );
    assert_eq!(cited.meta("DC.title"), Some("[Kế hoạch việc làm và sức khỏe 2022-2025]"));
    let cited = at("two-plans", "ke-hoach/20-kh-ubnd-2023.html");
    assert_eq!(cited.meta("DC.title"), Some("Kế hoạch y tế Hưng Yên"));
}

#[test]
fn a_date_is_said_as_far_as_it_is_known() {
    let dates = [
        ("every-key", "ke-hoach/12-kh-ubnd-2022.html", "2022/02/05/", "[2022,2,5]"),
        ("two-plans", "ke-hoach/20-kh-ubnd-2023.html", "2023/03//", "[2023,3]"),
        ("two-plans", "ke-hoach/150-kh-ubnd-2022.html", "2022///", "[2022]"),
    ];
    for (name, page, ris, csl) in dates {
        let cited = at(name, page);
        assert!(cited.format("RIS").contains(&format!("\nDA  - {ris}\n")), "{page}");
        let items: Value = serde_json::from_str(cited.format("CSL-JSON")).expect("JSON");
        assert_eq!(items[0]["issued"]["date-parts"][0].to_string(), csl, "{page}");
    }
}

#[test]
fn the_cite_box_stands_on_the_page_with_the_row_in_the_document() {
    let cited = at("shipped", "nhiem-vu/150-kh-ubnd-2022/b-6-4.html");
    let said = "Nhiệm vụ 6.4, mục 6, phần B, Kế hoạch số 150/KH-UBND năm 2022 của Ủy ban nhân dân tỉnh Sơn La";
    assert_eq!(cited.citation, said);
    let row = cited.view["citation_row"].as_str().expect("a row");
    assert_eq!(row, "bảng 1, dòng 49, ke-hoach-150-kh-ubnd.txt");
    let page = site("shipped").text("nhiem-vu/150-kh-ubnd-2022/b-6-4.html");
    for words in [said, row, "@incollection{150-kh-ubnd-2022:b-6-4,", "TY  - CHAP\n"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("<meta name=\"DC.creator\" content=\"Ủy ban nhân dân tỉnh Sơn La\">"));
}
