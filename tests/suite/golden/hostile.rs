//! Words can never become markup, a script, or template code, in whichever theme.

use std::cell::RefCell;
use std::collections::BTreeMap;

use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::shipped_themes::{DATA_BLOCK, in_theme};
use super::site;
use crate::made::Made;

/// What `{{ 71*9901 }}` would become if it were run.
const PRODUCT: &str = "702971";

/// The elements of a page by name, and the attributes of each.
fn elements(page: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let found: RefCell<BTreeMap<String, Vec<(String, String)>>> = RefCell::default();
    let every = element!("*", |element| {
        let attributes = element.attributes().iter().map(|a| (a.name(), a.value()));
        found.borrow_mut().entry(element.tag_name()).or_default().extend(attributes);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(every);
    rewrite_str(page, settings).expect("HTML");
    found.into_inner()
}

/// The hostile site in one of the themes.
fn made(theme: &str) -> Made {
    Made::of(&in_theme(site("hostile"), theme))
}

#[test]
fn no_word_becomes_an_element_or_an_attribute() {
    for theme in ["thu", "cong-bo", "giay"] {
        for (path, page) in made(theme).pages() {
            let elements = elements(page);
            for (name, attributes) in &elements {
                let here = format!("{theme}: {path}: <{name}>");
                assert!(
                    !["b", "iframe", "svg", "object", "embed"].contains(&name.as_str()),
                    "{here}"
                );
                for (attribute, value) in attributes {
                    assert!(!attribute.starts_with("on"), "{here}: {attribute}");
                    assert!(!value.trim_start().starts_with("javascript:"), "{here}: {value}");
                    assert!(
                        name != "script" || attribute != "src" || value.contains("giao-dien/"),
                        "{here}: {value}"
                    );
                }
            }
            // Scripts of the page's own stand in files; none but a block of data has words between its tags.
            let scripts = page.match_indices("<script").count();
            let empty = page.matches("></script>").count();
            let data = page.matches(DATA_BLOCK).count();
            assert_eq!(scripts, empty + data, "{theme}: {path}");
        }
    }
}

#[test]
fn template_code_in_words_is_shown_and_never_run() {
    for theme in ["thu", "cong-bo", "giay"] {
        let made = made(theme);
        for (path, page) in made.pages() {
            assert!(!page.contains(PRODUCT), "{theme}: {path}");
        }
        assert!(made.text("nhiem-vu/k/t-1.html").contains("{{ 71*9901 }} {% raw %}"), "{theme}");
    }
}

#[test]
fn scripts_of_data_hold_no_end_of_a_script_and_no_line_separator() {
    let made = made("thu");
    for path in made.paths().filter(|path| ["tim-kiem/docs.js", "tim-kiem/index.js"].contains(path))
    {
        let script = made.text(path);
        assert!(!script.contains("</"), "{path}");
        assert!(!script.contains(['\u{2028}', '\u{2029}']), "{path}");
        assert_eq!(script.lines().count(), 1, "{path}");
    }
}
