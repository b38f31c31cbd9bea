//! The languages of the interface: catalogues in step, English pages around Vietnamese words, and sites in two languages.

use std::collections::{BTreeMap, BTreeSet};

use planpress::check::LinkSink;
use planpress::files::Workspace;
use planpress::pipeline::prepare;
use planpress::render::{Options, render, view};
use planpress::site::relative;
use planpress::theme::shipped;
use planpress::tree::{File, RelPath};

use serde_json::Value;

use crate::expected::{difference, expect_none};
use crate::golden::{in_theme, site};
use crate::made::{Made, report};

const THEMES: [&str; 2] = ["cong-bo", "giay"];

/// A catalogue of a shipped theme: key and text.
fn catalogue(theme: &str, language: &str) -> BTreeMap<String, String> {
    let themes = shipped();
    let bytes = themes.bytes(&format!("{theme}/i18n/{language}.toml")).expect("a catalogue");
    toml::from_str(std::str::from_utf8(bytes).expect("UTF-8")).expect("texts by key")
}

/// The names in braces. Those of a date stand for each other: each language writes dates its own way.
fn places(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|part| part.split('}').next());
    let same = |name| match name {
        "day" | "dd" | "month" | "mm" | "month_name" | "year" | "date" => "date",
        other => other,
    };
    names.map(same).collect()
}

#[test]
fn both_languages_of_a_shipped_theme_have_the_same_words_with_the_same_places() {
    for theme in THEMES {
        let (vietnamese, english) = (catalogue(theme, "vi"), catalogue(theme, "en"));
        let keys = |words: &BTreeMap<String, String>| words.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&vietnamese), keys(&english), "{theme}");
        for (key, text) in &vietnamese {
            assert_eq!(places(text), places(&english[key]), "{theme}: {key}");
        }
    }
}

#[test]
fn english_words_have_no_vietnamese_letters() {
    for theme in THEMES {
        for (key, text) in catalogue(theme, "en") {
            let foreign = text.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
            assert_eq!(foreign, None, "{theme}: {key}");
        }
    }
}

/// The site `every-key` with other settings on language.
pub(crate) fn with_languages(theme: &str, settings: &str) -> Workspace {
    let mut workspace = in_theme(site("every-key"), theme);
    let text = workspace.content.bytes("site.toml").expect("settings").to_vec();
    let text = String::from_utf8(text).expect("UTF-8");
    let kept = text.lines().filter(|line| !line.starts_with("language"));
    let text: String = kept.map(|line| format!("{line}\n")).collect();
    let text = text.replacen("format = 1\n", &format!("format = 1\n{settings}\n"), 1);
    assert!(text.contains(settings));
    let path = RelPath::new("site.toml").expect("a path");
    workspace.content.insert(path, File::Bytes(text.into_bytes()));
    workspace
}

#[test]
fn a_site_in_two_languages_has_every_page_twice_at_the_same_addresses() {
    for theme in THEMES {
        let alone = Made::of(&with_languages(theme, "language = \"vi\""));
        let both = Made::of(&with_languages(theme, "languages = [\"vi\", \"en\"]"));
        let paths = |made: &Made| made.paths().map(str::to_owned).collect::<BTreeSet<String>>();
        let english = alone.pages().map(|(path, _)| format!("en/{path}"));
        let expected: BTreeSet<String> = paths(&alone).into_iter().chain(english).collect();
        assert_eq!(paths(&both), expected, "{theme}");
        assert!(both.text("en/index.html").starts_with("<!doctype html>\n<html lang=\"en\">"));

        let sink = LinkSink::default();
        render(&both.ready.site, &both.ready.theme, &Options::default(), &sink).expect("pages");
        let faults = sink.faults(&both.ready.site);
        assert!(faults.is_empty(), "{theme}: {}", report(&faults));
    }
}

#[test]
fn the_two_languages_of_a_page_lead_to_each_other() {
    for theme in THEMES {
        let made = Made::of(&with_languages(theme, "languages = [\"vi\", \"en\"]"));
        let aliases: BTreeSet<&str> =
            made.ready.site.aliases.iter().map(|(alias, _)| alias.as_str()).collect();
        let base = made.ready.site.config.base_url.clone().expect("an address");
        for (path, page) in made.pages() {
            if aliases.contains(path) || path.ends_with("404.html") {
                continue;
            }
            let (other, language) = match path.strip_prefix("en/") {
                Some(vietnamese) => (vietnamese.to_owned(), "vi"),
                None => (format!("en/{path}"), "en"),
            };
            let switch = format!("hreflang=\"{language}\" href=\"{}\">", relative(path, &other));
            assert!(page.contains(&switch), "{theme}: {path}");
            let alternate = format!("hreflang=\"{language}\" href=\"{base}/{other}\">");
            assert!(page.contains(&alternate), "{theme}: {path}");
        }
    }
}

#[test]
fn a_link_of_an_english_page_leads_to_english_pages_and_to_files_that_exist_once() {
    let made = Made::of(&with_languages("cong-bo", "languages = [\"vi\", \"en\"]"));
    let plan = made.text("en/ke-hoach/12-kh-ubnd-2022.html");
    assert!(plan.contains("href=\"../nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html\""));
    assert!(plan.contains("href=\"../../du-lieu/12-kh-ubnd-2022.csv\""));
    assert!(plan.contains("href=\"../../giao-dien/cong-bo.css"));
}

#[test]
fn english_pages_count_date_and_name_in_english() {
    let made = Made::of(&with_languages("cong-bo", "language = \"en\""));
    let task = made.text("nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html");
    for words in
        ["<html lang=\"en\">", "Lead agency", "As published", "Dashed item 1, section 1.1.a"]
    {
        assert!(task.contains(words), "{words}: {task}");
    }
    let plan = made.text("ke-hoach/12-kh-ubnd-2022.html");
    assert!(plan.contains("5 February 2022"), "{plan}");
    assert!(plan.contains("1 task<"), "{plan}");
    assert!(!plan.contains("1 tasks"), "{plan}");
}

#[test]
fn a_citation_is_vietnamese_whatever_the_language_of_the_page() {
    let page = "nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html";
    let vietnamese = Made::of(&with_languages("cong-bo", "language = \"vi\""));
    let (_, citation) =
        vietnamese.text(page).split_once("data-copy-of=\"Trích dẫn\">").expect("one");
    let citation = citation.split("</p>").next().expect("a citation");
    assert!(citation.starts_with("Gạch đầu dòng thứ nhất, mục 1.1.a, phần B, Kế hoạch số 12"));
    for settings in ["language = \"en\"", "languages = [\"en\", \"vi\"]"] {
        let english = Made::of(&with_languages("cong-bo", settings));
        let marked = format!(
            "<p class=\"citation published\" lang=\"vi\" data-copy-of=\"Cite\">{citation}</p>"
        );
        assert!(english.text(page).contains(&marked), "{settings}");
    }
}

/// What a template sees of pages in English, without what all pages share.
#[test]
fn english_pages_say_english_around_vietnamese_words() {
    let ready =
        prepare(&with_languages("cong-bo", "languages = [\"vi\", \"en\"]")).value.expect("a site");
    let plan = "12-kh-ubnd-2022";
    let pages = [
        ("agency", "co-quan/so-lao-dong-mau.html".to_owned()),
        ("plan", format!("ke-hoach/{plan}.html")),
        ("search", "tim-kiem.html".to_owned()),
        ("task", format!("nhiem-vu/{plan}/b-1-1-1.html")),
        ("year", format!("nam/{plan}/2022.html")),
    ];
    let mut differences = Vec::new();
    for (kind, path) in pages {
        let path = format!("en/{path}");
        let route = ready.site.pages.iter().find(|route| route.path() == path).expect("a page");
        let (_, view) = view(&ready.site, &ready.theme, route).expect("no fault").expect("a page");
        let mut json: Value = serde_json::from_str(&view.to_json()).expect("JSON");
        // A drawing, which is the same in every language.
        json[kind].as_object_mut().expect("a view").remove("citation_qr");
        let page = &json["page"];
        let head = ["heading", "title", "description", "breadcrumbs", "languages", "nav"];
        let head: serde_json::Map<String, Value> =
            head.iter().map(|name| ((*name).to_owned(), page[*name].clone())).collect();
        let seen = serde_json::json!({ "page": head, kind: json[kind] });
        let seen = serde_json::to_string_pretty(&seen).expect("JSON") + "\n";
        differences.extend(difference(&seen, &format!("golden/english/{kind}.json")));
    }
    expect_none(differences);
}

/// What is told of such settings.
fn told(settings: &str) -> String {
    report(&prepare(&with_languages("cong-bo", settings)).diagnostics)
}

#[test]
fn a_language_without_words_and_languages_that_contradict_are_faults() {
    let unknown = told("languages = [\"vi\", \"enn\"]");
    assert!(unknown.contains("không có lời bằng ngôn ngữ `enn`"), "{unknown}");
    assert!(unknown.contains("`en`"), "{unknown}");
    let contradicting = told("language = \"en\"\nlanguages = [\"vi\", \"en\"]");
    assert!(contradicting.contains("khóa `language` không nhận giá trị `en`"), "{contradicting}");
    let twice = told("languages = [\"vi\", \"vi\"]");
    assert!(twice.contains("khóa `languages` không nhận giá trị `vi`"), "{twice}");
    let folder = told("languages = [\"vi\", \"../en\"]");
    assert!(folder.contains("khóa `languages` không nhận giá trị `../en`"), "{folder}");
}
