//! The themes that the program carries.

use planpress::theme::{PAGE_KINDS, open, shipped};
use planpress::tree::Tree;

use super::sound;

#[test]
fn both_shipped_themes_open_without_faults() {
    for (name, engine) in [("cong-bo", "minijinja"), ("giay", "tera")] {
        let theme = sound(open(&Tree::default(), name, &["vi".to_owned()]));
        assert_eq!(theme.name(), name);
        assert_eq!(theme.engine().as_str(), engine);
        assert!(!theme.stylesheets().is_empty());
    }
}

#[test]
fn they_have_a_template_for_every_kind_of_page() {
    for theme in ["cong-bo", "giay"] {
        for kind in PAGE_KINDS {
            let path = format!("{theme}/templates/{kind}.html");
            assert!(shipped().bytes(&path).is_some(), "{path}");
        }
    }
}

#[test]
fn paper_has_no_script() {
    let theme = sound(open(&Tree::default(), "giay", &["vi".to_owned()]));
    for kind in PAGE_KINDS {
        assert!(theme.scripts(kind).is_empty());
    }
}

#[test]
fn nothing_hidden_is_published() {
    assert!(shipped().iter().all(|(path, _)| !path.name().starts_with('.')));
}
