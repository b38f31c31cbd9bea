//! Both catalogues of the program say the same things.

use std::collections::{BTreeMap, BTreeSet};

use planpress::diagnostic::{Code, Lang, Messages};
use toml::{Table, Value};

/// Tables of a catalogue that are no codes.
const OTHERS: [&str; 4] = ["args", "import-changes", "import-report", "say"];

fn catalogue(lang: Lang) -> Table {
    let text = match lang {
        Lang::Vi => include_str!("../../../src/diagnostic/vi.toml"),
        Lang::En => include_str!("../../../src/diagnostic/en.toml"),
    };
    text.parse().expect("a catalogue in TOML")
}

/// The sentences under each key: `unknown-key.help`.
fn sentences(lang: Lang) -> BTreeMap<String, Vec<String>> {
    let mut sentences = BTreeMap::new();
    for (name, table) in catalogue(lang) {
        let Value::Table(table) = table else { panic!("{name} is no table") };
        for (key, value) in table {
            let list = match value {
                Value::String(sentence) => vec![sentence],
                Value::Array(list) => {
                    list.iter().map(|one| one.as_str().expect("a sentence").to_owned()).collect()
                }
                other => panic!("{name}.{key} is {other}"),
            };
            sentences.insert(format!("{name}.{key}"), list);
        }
    }
    sentences
}

/// The places in braces of a sentence.
fn places(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(p, _)| p).collect()
}

#[test]
fn every_code_has_a_message_and_help_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let sentences = sentences(lang);
        for code in Code::ALL {
            for key in ["message", "help"] {
                let key = format!("{}.{key}", code.as_str());
                let list = sentences.get(&key).unwrap_or_else(|| panic!("{lang:?} lacks {key}"));
                assert!(!list.is_empty(), "{lang:?}: {key}");
            }
        }
    }
}

#[test]
fn no_table_speaks_of_a_code_that_does_not_exist() {
    for lang in [Lang::Vi, Lang::En] {
        for name in catalogue(lang).keys() {
            let known = Code::ALL.iter().any(|code| code.as_str() == name);
            assert!(known || OTHERS.contains(&name.as_str()), "{lang:?} has {name}");
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_and_the_same_places() {
    let (vietnamese, english) = (sentences(Lang::Vi), sentences(Lang::En));
    let keys = |all: &BTreeMap<String, Vec<String>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&vietnamese), keys(&english));
    for (key, list) in &vietnamese {
        let of = |list: &[String]| {
            list.iter().map(|s| places(s).into_iter().map(str::to_owned).collect()).collect()
        };
        let (here, there): (Vec<BTreeSet<String>>, Vec<_>) = (of(list), of(&english[key]));
        assert_eq!(here, there, "the places of {key}");
    }
}

#[test]
fn sentences_are_never_empty_and_end_without_a_full_stop() {
    for lang in [Lang::Vi, Lang::En] {
        // The report of an import is a document, whose sentences end as sentences do.
        for (key, list) in sentences(lang) {
            let ends = key.starts_with("import-report.");
            for sentence in list {
                assert!(!sentence.trim().is_empty(), "{lang:?}: {key}");
                assert!(ends || !sentence.ends_with('.'), "{lang:?}: {key}: {sentence}");
            }
        }
    }
}

#[test]
fn the_program_reads_its_own_catalogues() {
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(Messages::of(lang).keys().len(), sentences(lang).len(), "{lang:?}");
    }
}
