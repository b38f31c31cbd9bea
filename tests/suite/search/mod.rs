//! Search: the analyzer's golden vectors, and what the built files of search are.
//!
//! `tests/search/golden.jsonl` is written from here (`SNAPSHOTS=overwrite`) and read by Node and Chromium as well, so that both
//! languages are held to the same answers. It has every letter with every tone in both cases and both Unicode forms, the
//! words of the shipped plan, and random text from a fixed seed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planpress::analyzer::{Token, tokens};
use serde_json::json;

/// How many random texts there are.
const RANDOM: usize = 400;

/// What random texts are made of: letters, marks, look-alikes, signs that join and part, scripts that stay, emoji.
const ALPHABET: &str = "aAyYqQuUkKtTdđĐÐðƉɖeêếềoơợốuưứ019./-&, \u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{31b}\u{306}\
    \u{200b}\u{feff}\u{ad}\u{a0}\u{340}\u{327}３．／Ａｂ×÷ßæŁñÅİǆ中文яЯ😀…–“";

#[test]
fn golden_vectors_say_what_the_analyzer_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/golden.jsonl");
    let lines: String = texts().iter().map(|text| line(text) + "\n").collect();
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        fs::write(&path, &lines).expect("golden.jsonl is written");
    }
    let expected = fs::read_to_string(&path).expect("golden.jsonl");
    for (actual, expected) in lines.lines().zip(expected.lines()) {
        assert_eq!(actual, expected);
    }
    assert_eq!(lines.lines().count(), expected.lines().count());
}

fn texts() -> Vec<String> {
    let mut texts = letters();
    texts.extend(words_of_the_plan());
    texts.extend(random());
    texts.push("a".repeat(70) + &"y".repeat(3) + "/1");
    // The one blank of Unicode that stands among letters.
    texts.push("một\u{1680}hai".to_owned());
    texts
}

/// One text a letter: its tones, small and capital, composed and taken apart.
fn letters() -> Vec<String> {
    let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let of = |letter: char| {
        let forms = tones.iter().flat_map(|tone| {
            let apart = format!("t{letter}{tone}");
            let composed = planpress::text::composed(&apart);
            [apart.clone(), composed.clone(), apart.to_uppercase(), composed.to_uppercase()]
        });
        forms.collect::<Vec<_>>().join(" ")
    };
    "aăâeêioôơuưyđ".chars().map(of).collect()
}

/// The words of the shipped plan, each once, many to a text.
fn words_of_the_plan() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/ke-hoach/150-kh-ubnd-2022");
    let mut words = BTreeSet::new();
    for domain in
        fs::read_dir(folder).expect("the plan").flatten().filter(|entry| entry.path().is_dir())
    {
        for task in fs::read_dir(domain.path()).expect("a domain").flatten() {
            let text = fs::read_to_string(task.path()).unwrap_or_default();
            words.extend(text.split_whitespace().map(str::to_owned));
        }
    }
    let words: Vec<String> = words.into_iter().collect();
    words.chunks(50).map(|words| words.join(" ")).collect()
}

fn random() -> Vec<String> {
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let mut state: u32 = 1;
    let mut next = |below: usize| {
        // The constants of Numerical Recipes; the upper bits are the random ones.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(state >> 8).unwrap_or_default() % below
    };
    let mut text = || -> String {
        let length = 1 + next(24);
        (0..length).map(|_| alphabet[next(alphabet.len())]).collect()
    };
    (0..RANDOM).map(|_| text()).collect()
}

/// `[text, [[fold, accent, start, end, parts], …]]`, places in UTF-16 units as JavaScript counts.
fn line(text: &str) -> String {
    let place = |byte: usize| text[..byte].encode_utf16().count();
    let of = |token: &Token| {
        let range = &token.range;
        json!([token.fold, token.accent, place(range.start), place(range.end), token.parts])
    };
    json!([text, tokens(text).iter().map(of).collect::<Vec<_>>()]).to_string()
}
