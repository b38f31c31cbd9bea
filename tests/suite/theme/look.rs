//! The look of `cong-bo` as docs/thiet-ke.md promises it: contrasts, computed from the stylesheet's own tokens, and its weight.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The heaviest that the stylesheet may be on its way to a phone, in bytes.
const HEAVIEST: usize = 12 * 1024;

/// Pairs of tokens, and the contrast that they must have at least: as usual, and where more contrast is asked for.
const PAIRS: &[(&str, &str, f64, f64)] = &[
    ("ink", "paper", 4.5, 7.0),
    ("ink", "ground", 4.5, 7.0),
    ("ink", "mark", 4.5, 4.5),
    ("ink", "pen-soft", 4.5, 7.0),
    ("muted", "paper", 4.5, 7.0),
    ("muted", "ground", 4.5, 7.0),
    ("muted", "pen-soft", 4.5, 7.0),
    ("pen", "paper", 4.5, 7.0),
    ("pen", "ground", 4.5, 7.0),
    ("pen", "pen-soft", 4.5, 7.0),
    ("seal", "paper", 4.5, 7.0),
    ("seal", "ground", 4.5, 7.0),
    ("on-pen", "pen", 4.5, 7.0),
    ("line-strong", "paper", 3.0, 4.5),
    ("line-strong", "ground", 3.0, 4.5),
];

/// The schemes: the query around their tokens, from the widest to the one that has the last word.
const SCHEMES: &[(&str, &[&str])] = &[
    ("light", &[""]),
    ("dark", &["", "@media (prefers-color-scheme: dark) {"]),
    ("more contrast, light", &["", "@media (prefers-contrast: more) {"]),
    (
        "more contrast, dark",
        &[
            "",
            "@media (prefers-color-scheme: dark) {",
            "@media (prefers-contrast: more) {",
            "@media (prefers-contrast: more) and (prefers-color-scheme: dark) {",
        ],
    ),
];

fn repository_file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .expect("a file of the repository")
}

fn stylesheet() -> String {
    repository_file("themes/cong-bo/static/cong-bo.css")
}

/// The colours of a scheme: those of its queries, each over the one before.
fn colours(sheet: &str, queries: &[&str]) -> BTreeMap<String, [f64; 3]> {
    let mut colours = BTreeMap::new();
    for query in queries {
        let (_, rest) = sheet.split_once(query).unwrap_or_else(|| panic!("no {query}"));
        let (_, block) = rest.split_once(":root {").expect("tokens");
        let (block, _) = block.split_once('}').expect("an end");
        let tokens = block.split(';').filter_map(|line| line.trim().strip_prefix("--"));
        let tokens = tokens.filter_map(|token| token.split_once(": #"));
        colours.extend(tokens.map(|(name, digits)| (name.to_owned(), colour(digits))));
    }
    colours
}

/// "fff" or "fffefb" as red, green and blue from 0 to 1.
fn colour(digits: &str) -> [f64; 3] {
    let width = digits.len() / 3;
    [0, 1, 2].map(|place| {
        let part = digits.get(place * width..(place + 1) * width).expect("digits");
        let value = u8::from_str_radix(&part.repeat(3 - width), 16).expect("hexadecimal digits");
        f64::from(value) / 255.0
    })
}

/// WCAG 2.2, relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |part: f64| {
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// WCAG 2.2, contrast ratio.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn words_and_borders_stand_out_in_every_scheme_as_the_document_says() {
    let (sheet, document) = (stylesheet(), repository_file("docs/thiet-ke.md"));
    let mut faults = Vec::new();
    for (front, back, usual, more) in PAIRS {
        let of_scheme = SCHEMES.iter().map(|(name, queries)| {
            let colours = colours(&sheet, queries);
            (name, contrast(colours[*front], colours[*back]))
        });
        let ratios: Vec<_> = of_scheme.collect();
        for (name, ratio) in &ratios {
            let bound = if name.starts_with("more") { more } else { usual };
            if ratio < bound {
                faults.push(format!("{front} on {back}, {name}: {ratio:.2} of {bound}"));
            }
        }
        let cells: Vec<String> = ratios.iter().map(|(_, ratio)| format!("{ratio:.1}")).collect();
        let row = format!("| `{front}` on `{back}` | {usual} / {more} | {} |", cells.join(" | "));
        if !document.contains(&row) {
            faults.push(format!("docs/thiet-ke.md lacks\n{row}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_stylesheet_is_light() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file("s", options).expect("an archive");
    archive.write_all(stylesheet().as_bytes()).expect("an archive");
    let weight = archive.finish().expect("an archive").into_inner().len();
    assert!(weight <= HEAVIEST, "{weight} bytes, more than {HEAVIEST}");
}
