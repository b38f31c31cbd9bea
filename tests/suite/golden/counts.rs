//! Every number of tasks on every page equals the tasks behind its link: all counts are walked, in both shipped themes.
//!
//! A template shows such a number in an element with `data-tasks`, which lies in a link to the list, or is the `<summary>` of
//! the `<details>` that hold it. The list is what the link's target holds in elements with `data-task`: the element that the
//! fragment names, or the page's `<main>`. Where a list is split into pages by plan, the target holds their counts instead.
//! Numbers that a script counts in the browser are no part of a page, and the browser suite's concern.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use planpress::files::{Workspace, read};
use planpress::site::resolve;
use scraper::{ElementRef, Html, Selector};

use super::shipped_themes::{THEMES, in_theme, split_site};
use super::site;
use crate::made::Made;

/// The pages of a site, read as a browser reads them.
struct Pages(BTreeMap<String, Html>);

impl Pages {
    fn of(made: &Made) -> Self {
        Self(
            made.pages()
                .map(|(path, page)| (path.to_owned(), Html::parse_document(page)))
                .collect(),
        )
    }

    /// What is wrong with the counts of all pages, and how many there are.
    fn walk(&self) -> (Vec<String>, usize) {
        let counts = self.0.iter().flat_map(|(path, page)| {
            all(page.root_element(), "[data-tasks]").into_iter().map(move |count| (path, count))
        });
        let walked: Vec<Option<String>> =
            counts.map(|(path, count)| self.fault_of(path, count)).collect();
        let number = walked.len();
        let unmarked = self.0.iter().filter_map(|(path, page)| {
            unmarked(page).map(|words| format!("{path}: «{words}» has no list behind it"))
        });
        (walked.into_iter().flatten().chain(unmarked).collect(), number)
    }

    /// Why a count is wrong: it shows another number than it holds, or another than its list has.
    fn fault_of(&self, path: &str, count: ElementRef<'_>) -> Option<String> {
        let held: usize = count.attr("data-tasks")?.parse().unwrap_or(usize::MAX);
        let shown = numbers(&text_of(count));
        let Some(list) = self.list_behind(path, count) else {
            return Some(format!("{path}: no list stands behind {}", count.html()));
        };
        let tasks = self.tasks_in(&list.0, list.1);
        let is_right = shown == [held] && tasks.len() == held;
        (!is_right)
            .then(|| format!("{path}: {} of a list of {} in {}", count.html(), tasks.len(), list.0))
    }

    /// The element that holds the list of a count, and its page.
    fn list_behind(&self, path: &str, count: ElementRef<'_>) -> Option<(String, ElementRef<'_>)> {
        let around = || count.ancestors().filter_map(ElementRef::wrap);
        let link =
            [count].into_iter().chain(around()).find(|element| element.value().name() == "a");
        let Some(link) = link else {
            let page = self.0.get(path)?;
            let details = around().find(|element| element.value().name() == "details")?;
            let details = page.tree.get(details.id()).and_then(ElementRef::wrap)?;
            return Some((path.to_owned(), details));
        };
        let (page, fragment) = resolve(path, link.attr("href")?)?;
        let target = fragment.map_or_else(|| "main".to_owned(), |id| format!("[id=\"{id}\"]"));
        let element = all(self.0.get(&page)?.root_element(), &target).into_iter().next()?;
        Some((page, element))
    }

    /// The tasks that an element lists, or that the counts in it stand for.
    fn tasks_in(&self, path: &str, list: ElementRef<'_>) -> BTreeSet<String> {
        let named = |list: ElementRef<'_>| -> BTreeSet<String> {
            let rows = all(list, "[data-task]").into_iter().map(|row| row.attr("data-task"));
            rows.flatten().map(str::to_owned).collect()
        };
        let own = named(list);
        if !own.is_empty() {
            return own;
        }
        let parts = all(list, "[data-tasks]").into_iter();
        let lists = parts.filter_map(|count| self.list_behind(path, count));
        lists.filter(|(page, _)| page != path).flat_map(|(_, list)| named(list)).collect()
    }
}

/// A number of tasks that no `data-tasks` holds: the words around it.
///
/// What people wrote (the document, prose, citations) may speak of tasks as it likes.
fn unmarked(page: &Html) -> Option<String> {
    let written = ["published", "prose", "citation", "lede", "source"];
    let is_free = |element: ElementRef<'_>| {
        let value = element.value();
        value.attr("data-tasks").is_some()
            || written.iter().any(|class| value.classes().any(|own| own == *class))
            || ["pre", "template", "script"].contains(&value.name())
    };
    let body = all(page.root_element(), "body").into_iter().next()?;
    let texts = body.descendants().filter_map(|node| {
        let text = node.value().as_text()?;
        let around = node.ancestors().filter_map(ElementRef::wrap);
        (!around.into_iter().any(is_free)).then(|| text.to_string())
    });
    let words = texts.collect::<String>();
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_number = |word: &str| word.chars().all(|letter| letter.is_ascii_digit());
    let said = words.windows(3).find(|said| is_number(said[0]) && said[1..] == ["nhiệm", "vụ"]);
    let cells = all(page.root_element(), "td.numeric, .count");
    let bare = cells.into_iter().find(|cell| {
        let number = text_of(*cell);
        let marked = cell.attr("data-tasks").is_some() || !all(*cell, "[data-tasks]").is_empty();
        !marked && number.trim() != "0"
    });
    said.map(|said| said.join(" ")).or_else(|| bare.map(|cell| cell.html()))
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<usize> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    runs.filter_map(|digits| digits.parse().ok()).collect()
}

/// What a selector finds within an element.
fn all<'p>(within: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    within.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn check(name: &str, site: impl Fn() -> Workspace) {
    for theme in THEMES {
        let (faults, walked) = Pages::of(&Made::of(&in_theme(site(), theme))).walk();
        assert!(faults.is_empty(), "{name} in {theme}:\n{}", faults.join("\n"));
        assert!(walked > 5, "{name} in {theme}: only {walked} counts were found");
    }
}

#[test]
fn every_count_on_every_page_is_the_number_of_tasks_behind_its_link() {
    for name in ["every-key", "two-plans", "flat", "hostile", "closed-numbers"] {
        check(name, || site(name));
    }
    check("split", split_site);
}

#[test]
fn every_count_of_the_shipped_plan_is_the_number_of_tasks_behind_its_link() {
    check("shipped", || read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the shipped content"));
}
