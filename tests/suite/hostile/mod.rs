//! Hostile words in every field of every content file, in both themes: they arrive as words, in pages and in every file of
//! data, and are neither elements nor attributes nor fields nor formulas.
//!
//! The ordinary run takes every twentieth word, with `LONG=1` all of them are taken; the browser suite has its own test.

mod corpus;
mod words;

use std::collections::BTreeSet;
use std::env;
use std::sync::LazyLock;

use planpress::diagnostic::Code;
use planpress::markdown::{Destination, RawHtml, to_html};
use planpress::pipeline;
use planpress::text::one_line;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::made::Made;
use crate::site_text::SiteText;
use words::words;

/// The words that this run takes.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let every = if env::var_os("LONG").is_some_and(|long| long == "1") { 1 } else { 20 };
    words().into_iter().step_by(every).collect()
});

/// Their site in the default theme.
static SITE: LazyLock<Made> = LazyLock::new(|| made(&WORDS, "cong-bo"));

/// What Markdown may make of words, beside what pages without any have.
const OF_MARKDOWN: &[&str] = &[
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "hr",
    "li",
    "ol",
    "ol start",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "ul",
    "h2 id",
    "code class",
];

fn made(words: &[String], theme: &str) -> Made {
    let files = words::files(words, theme);
    let site =
        files.iter().fold(SiteText::default(), |site, (path, text)| site.with_file(path, text));
    Made::of(&site.workspace())
}

fn select<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

/// The elements of pages, each alone and with each of its attributes: "a", "a href".
fn elements(made: &Made) -> BTreeSet<String> {
    let of_element = |element: ElementRef<'_>| {
        let name = element.value().name().to_owned();
        let with = |(attribute, _)| format!("{name} {attribute}");
        let attributes: Vec<String> = element.value().attrs().map(with).collect();
        std::iter::once(name).chain(attributes)
    };
    let of_page = |(_, page): (&str, &str)| {
        let page = Html::parse_document(page);
        select(&page, "*").into_iter().flat_map(of_element).collect::<Vec<_>>()
    };
    made.pages().flat_map(of_page).collect()
}

#[test]
fn there_are_at_least_two_hundred_words_and_all_are_different() {
    let words = words();
    assert!(words.len() >= 200, "{}", words.len());
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
}

#[test]
fn no_word_brings_an_element_or_an_attribute_in_either_theme() {
    // What pages have when all words are harmless: plain ones, a dash, a period that is understood, a long number.
    let harmless =
        ["lành", "-", "2024", "Quý I/2025", "3.7", "- gạch", "Sở Y tế"].map(str::to_owned);
    for theme in ["cong-bo", "giay"] {
        let usual = elements(&made(&harmless, theme));
        let hostile =
            if theme == "cong-bo" { elements(&SITE) } else { elements(&made(&WORDS, theme)) };
        let foreign: Vec<&String> = hostile
            .difference(&usual)
            .filter(|found| !OF_MARKDOWN.contains(&found.as_str()))
            .collect();
        assert!(foreign.is_empty(), "{theme}: {foreign:?}");
    }
}

#[test]
fn every_page_of_a_task_shows_its_words_as_they_are_written() {
    for (place, word) in WORDS.iter().enumerate() {
        let page = Html::parse_document(SITE.text(&format!("nhiem-vu/k-{place}/t-1.html")));
        let texts: Vec<String> =
            select(&page, "main p, main dd, main a, main q, main h1, main dt, main span")
                .into_iter()
                .map(|element| one_line(&element.text().collect::<String>()))
                .collect();
        let whole = texts.iter().filter(|text| *text == word).count();
        // Paragraph, period, further column, cells, result, reason, slip: each stands alone in an element.
        assert!(whole >= 8, "{word:?} stands alone only {whole} times");
        assert!(!texts.iter().any(|text| text.contains("702971")), "{word:?} was run");
    }
}

#[test]
fn what_scripts_read_is_data_and_holds_no_end_of_a_script() {
    for (path, page) in SITE.pages() {
        let page = Html::parse_document(page);
        for script in select(&page, "script") {
            let words: String = script.text().collect();
            if script.attr("type") == Some("application/ld+json") {
                let data: Result<Value, _> = serde_json::from_str(&words);
                assert!(data.is_ok(), "{path}: {words}");
            } else {
                assert_eq!(words, "", "{path}");
                let address = script.attr("src").unwrap_or_default();
                let own = ["giao-dien/", "tim-kiem/"].iter().any(|folder| address.contains(folder));
                assert!(own, "{path}: {address}");
            }
        }
    }
    for path in SITE.paths().filter(|path| path.starts_with("tim-kiem/") && path.ends_with(".js")) {
        let script = SITE.text(path);
        if path.contains("index") || path.contains("docs") {
            assert!(!script.contains("</") && !script.contains(['\u{2028}', '\u{2029}']), "{path}");
        }
    }
}

#[test]
fn every_link_of_a_page_leads_within_the_site_or_to_the_web() {
    for (path, page) in SITE.pages() {
        let page = Html::parse_document(page);
        for element in select(&page, "[href], [src], [action]") {
            for attribute in ["href", "src", "action"] {
                let address = element.attr(attribute).unwrap_or_default();
                assert_ne!(Destination::of(address), Destination::Forbidden, "{path}: {address}");
            }
        }
    }
}

#[test]
fn data_gives_each_word_back() {
    for (place, word) in WORDS.iter().enumerate() {
        let plan = SITE.json(&format!("du-lieu/k-{place}.json"));
        let task = &plan["tasks"][0];
        for field in [
            "/number",
            "/title",
            "/row",
            "/period/published",
            "/lead/0/published",
            "/results/0/basis",
        ] {
            let value = task.pointer(field).unwrap_or_else(|| panic!("no {field} in {task}"));
            assert_eq!(value.as_str().map(one_line).as_ref(), Some(word), "{field}");
        }
    }
    let lines = SITE.text("du-lieu/tat-ca.ndjson").lines();
    let read: Result<Vec<Value>, _> = lines.map(serde_json::from_str).collect();
    // Each word has a plan, and a task of the plan of all.
    assert_eq!(read.expect("JSON").len(), 2 * WORDS.len());
}

#[test]
fn no_cell_of_a_table_runs_as_a_formula() {
    for (place, word) in WORDS.iter().enumerate() {
        let table = SITE.text(&format!("du-lieu/k-{place}.csv"));
        let mut rows =
            csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let header = rows.headers().expect("a header").clone();
        let row = rows.records().next().expect("a task").expect("a row");
        let cell =
            |name: &str| header.iter().position(|known| known == name).and_then(|at| row.get(at));
        for name in ["number", "text", "lead", "period", "withdrawn"] {
            let cell = cell(name).expect("a cell");
            assert_eq!(
                one_line(cell.strip_prefix('\'').filter(|rest| rest == word).unwrap_or(cell)),
                *word,
                "{name}"
            );
        }
        for cell in header.iter().chain(&row).filter(|cell| *cell != "-") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
}

#[test]
fn no_word_is_a_line_of_a_calendar_or_of_a_citation() {
    for place in 0..WORDS.len() {
        let page = Html::parse_document(SITE.text(&format!("nhiem-vu/k-{place}/t-1.html")));
        let cited =
            select(&page, "pre, code").into_iter().map(|block| block.text().collect::<String>());
        let ris: Vec<String> = cited.filter(|block| block.starts_with("TY  - ")).collect();
        for record in ris {
            assert_eq!(record.matches("\nTY  - ").count(), 0, "{record}");
            assert_eq!(
                record.lines().filter(|line| line.starts_with("ER  - ")).count(),
                1,
                "{record}"
            );
        }
    }
    for path in SITE.paths().filter(|path| path.ends_with(".ics")) {
        let calendar = SITE.text(path);
        let begins = calendar.lines().filter(|line| line.starts_with("BEGIN:VEVENT")).count();
        let ends = calendar.lines().filter(|line| line.starts_with("END:VEVENT")).count();
        assert_eq!(begins, ends, "{path}");
    }
}

#[test]
fn a_setting_that_is_no_address_is_refused() {
    let addresses = [
        "https://a.example/\\nDisallow: /",
        "https://a.example/ x",
        "https://",
        "javascript:alert(1)",
    ];
    for address in
        addresses.into_iter().chain(["https://a.example/\\\"><script>", "https://a.example/<x>"])
    {
        let settings = format!("format = 1\ntitle = \"x\"\nbase_url = \"{address}\"\n");
        let faults = pipeline::prepare(
            &SiteText::default().with_file("content/site.toml", &settings).workspace(),
        );
        let codes: Vec<Code> = faults.diagnostics.iter().map(|fault| fault.code).collect();
        assert!(codes.contains(&Code::BadValue), "{address}: {codes:?}");
    }
}

#[test]
fn a_huge_word_is_a_word() {
    let long = env::var_os("LONG").is_some_and(|long| long == "1");
    let huge = "Kế hoạch ".repeat(if long { 100_000 } else { 500 });
    let site = made(&[one_line(&huge)], "cong-bo");
    assert!(site.text("nhiem-vu/k-0/t-1.html").contains(&one_line(&huge)));
}

#[test]
fn the_subset_of_html_has_nothing_that_runs_or_loads() {
    let everything = words().join("\n\n");
    for markdown in words().iter().chain([&everything]) {
        let html = to_html(markdown, RawHtml::Subset, &str::to_owned);
        let page = Html::parse_fragment(&html);
        for element in select(&page, "*") {
            let name = element.value().name();
            let harmful = [
                "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input",
                "base", "meta", "link",
            ];
            assert!(!harmful.contains(&name), "{markdown:?}: {html}");
            for (attribute, value) in element.value().attrs() {
                assert!(
                    !attribute.starts_with("on") && attribute != "style",
                    "{markdown:?}: {html}"
                );
                if matches!(attribute, "href" | "src") {
                    assert_ne!(
                        Destination::of(value),
                        Destination::Forbidden,
                        "{markdown:?}: {html}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_subset_of_html_keeps_what_a_text_needs() {
    let cleaned = |markdown: &str| to_html(markdown, RawHtml::Subset, &str::to_owned);
    for kept in [
        "<details><summary>Thêm</summary><p>chữ</p></details>\n",
        "<p>H<sub>2</sub>O <abbr title=\"Ủy ban nhân dân\">UBND</abbr></p>\n",
        "<h2 id=\"nguon\">Nguồn</h2>\n",
    ] {
        assert_eq!(cleaned(kept.trim_end_matches('\n')).trim_end(), kept.trim_end());
    }
    assert_eq!(cleaned("<p id=\"loc\" class=\"x\">chữ</p>"), "<p>chữ</p>");
    assert_eq!(
        cleaned("# Nguồn\n\n[x](a.html)"),
        "<h2 id=\"nguon\">Nguồn</h2>\n<p><a href=\"a.html\">x</a></p>\n"
    );
    assert_eq!(cleaned("<a href=\"javascript:alert(1)\">x</a>"), "<p><a>x</a></p>\n");
    assert_eq!(
        cleaned("<img src=\"https://a.example/x.png\" alt=\"x\">").trim_end(),
        "<img alt=\"x\">"
    );
}
