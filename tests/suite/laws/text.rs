//! Laws of Vietnamese text.

use std::cmp::Ordering;

use planpress::model::{LONGEST, is_id};
use planpress::text::{
    capitalised, compare, composed, excerpt, fill, fold, folded_words, name_key, one_line, slug,
    tidy_lines, visible,
};
use proptest::prelude::*;

use super::{text, trial};

/// Names that Windows keeps for devices: a slug may be one, and is no id then.
fn is_device(slug: &str) -> bool {
    let numbered = ["com", "lpt"]
        .iter()
        .any(|port| slug.strip_prefix(port).is_some_and(|n| n.len() == 1 && n != "0"));
    numbered || ["aux", "con", "nul", "prn"].contains(&slug)
}

proptest! {
    #![proptest_config(trial(1000))]

    #[test]
    fn what_is_in_normal_form_stays_as_it_is(text in text()) {
        for normal in [composed, one_line, tidy_lines, fold, name_key] {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }

    #[test]
    fn no_visible_character_is_lost_by_laying_out_a_text(text in text()) {
        prop_assert_eq!(visible(&one_line(&text)), visible(&text));
        prop_assert_eq!(visible(&tidy_lines(&text)), visible(&text));
        prop_assert_eq!(visible(&composed(&text)), visible(&text));
    }

    #[test]
    fn visible_characters_are_those_of_the_lines(text in text(), other in text()) {
        // A mark at the beginning of a line stays a character of its own: what is counted line by line adds up.
        let lines = format!("{text}\n{other}");
        prop_assert_eq!(visible(&lines), visible(&text) + &visible(&other));
    }

    #[test]
    fn both_unicode_forms_are_one_text(text in text()) {
        use unicode_normalization::UnicodeNormalization;
        let decomposed: String = text.nfd().collect();
        for normal in [composed, one_line, tidy_lines, fold, name_key, visible] {
            prop_assert_eq!(normal(&decomposed), normal(&text));
        }
    }

    #[test]
    fn a_slug_is_an_id_or_empty(text in text(), limit in 1..=LONGEST) {
        let slug = slug(&text, limit);
        prop_assert!(slug.is_empty() || is_id(&slug) || is_device(&slug), "{slug:?}");
        prop_assert!(slug.len() <= limit, "{slug:?} is longer than {limit}");
        prop_assert_eq!(slug.is_empty(), !fold(&text).contains(|c: char| c.is_ascii_alphanumeric()));
    }

    #[test]
    fn a_slug_of_a_slug_is_the_same(text in text()) {
        let once = slug(&text, LONGEST);
        prop_assert_eq!(slug(&once, LONGEST), once);
    }

    #[test]
    fn names_do_not_depend_on_case_spacing_or_a_full_stop(text in text()) {
        let key = name_key(&text);
        prop_assert_eq!(name_key(&format!("  {text} \n.")), key.clone());
        prop_assert_eq!(name_key(&text.to_lowercase()), key);
    }

    #[test]
    fn folded_words_are_words(text in text()) {
        for word in folded_words(&text) {
            prop_assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric), "{word:?}");
            prop_assert_eq!(fold(&word), word);
        }
    }

    #[test]
    fn the_order_of_lists_is_an_order(a in text(), b in text(), c in text()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
        prop_assert_eq!(compare(&a, &a), Ordering::Equal);
        if compare(&a, &b) != Ordering::Greater && compare(&b, &c) != Ordering::Greater {
            prop_assert_ne!(compare(&a, &c), Ordering::Greater);
        }
    }

    #[test]
    fn an_excerpt_is_the_beginning_of_its_text(text in text(), limit in 0_usize..20) {
        let excerpt = excerpt(&text, limit);
        let beginning = excerpt.strip_suffix('…').unwrap_or(&excerpt);
        prop_assert!(text.starts_with(beginning), "{excerpt:?}");
        prop_assert!(beginning.chars().count() <= limit);
    }

    #[test]
    fn a_capital_changes_nothing_but_the_first_letter(text in text()) {
        let rest: String = text.chars().skip(1).collect();
        prop_assert!(capitalised(&text).ends_with(&rest));
    }

    #[test]
    fn a_sentence_without_places_is_itself(text in text()) {
        let plain = text.replace('{', "(");
        prop_assert_eq!(fill::<&str>(&plain, &[]), Some(plain));
    }
}

#[test]
fn every_letter_folds_to_one_that_stays() {
    let letters = (0..=0x10_ffff).filter_map(char::from_u32);
    for letter in letters {
        let once = fold(&letter.to_string());
        assert_eq!(fold(&once), once, "{letter:?}");
    }
}

#[test]
fn every_vietnamese_syllable_is_written_one_way() {
    let spellings = [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("Uỷ", "Ủy"),
        ("thuỷ", "thủy"),
        ("luỹ", "lũy"),
        ("toạ", "tọa"),
    ];
    for (newer, older) in spellings {
        assert_eq!(name_key(newer), name_key(older));
    }
    for same in ["quý", "quỹ", "hoàn", "toán", "huyện", "thúy"] {
        assert_eq!(name_key(same), same);
    }
    assert_ne!(name_key("hòa"), name_key("hoa"));
}

#[test]
fn lists_stand_in_the_order_of_a_dictionary() {
    let sorted = [
        "",
        "2. Hai",
        "10. Mười",
        "An",
        "Ăn",
        "Ân",
        "Ban",
        "da",
        "đa",
        "Hoa",
        "Hòa",
        "Hỏa",
        "Hõa",
        "Hóa",
        "Họa",
        "Mục 2",
        "Mục 10",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
    ];
    let mut shuffled = sorted.to_vec();
    shuffled.reverse();
    shuffled.sort_by(|a, b| compare(a, b));
    assert_eq!(shuffled, sorted);
}

#[test]
fn every_letter_gets_its_composed_form() {
    use unicode_normalization::UnicodeNormalization;
    for letter in ('\0'..='\u{3000}').chain(['\u{ac00}', '\u{fb1d}', '\u{1d15e}']) {
        for (before, after) in [("", ""), ("ê", ""), ("", "\u{301}"), ("a", "\u{323}o")] {
            let text = format!("{before}{letter}{after}");
            assert_eq!(composed(&text), text.nfc().collect::<String>(), "{text:?}");
        }
    }
}
