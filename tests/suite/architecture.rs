//! The architecture as ARCHITECTURE.md draws it, held by two tables: which layer a module lies in, and where each outside
//! crate is at home. Sources are read as text; comments and tests within a file do not count.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the lowest layer up. A module names only modules of layers below its own, and its own parts.
const LAYERS: &[&[&str]] = &[
    &["tree", "text", "syllable", "hash", "progress", "analyzer"],
    &["source", "manifest"],
    &["diagnostic", "verify"],
    &["document", "model"],
    &["config", "content", "files", "import", "markdown", "remote", "starter", "theme"],
    &["site"],
    &["check", "render"],
    &["pipeline"],
    &["serve"],
    &["args", "console", "main"],
];

/// Outside crates and the files that may name them. serde, `serde_json`, rayon, toml and thiserror may be named anywhere:
/// they are vocabulary, not machinery.
const HOMES: &[(&str, &[&str])] = &[
    ("ammonia", &["markdown/subset.rs"]),
    ("axum", &["serve/mod.rs", "serve/answer.rs"]),
    ("brotli", &["render/precompress.rs"]),
    (
        "calamine",
        &["import/sheet/excel.rs", "import/sheet/excel_values.rs", "import/sheet/old_excel.rs"],
    ),
    ("cfb", &["import/sheet/old_excel.rs"]),
    ("clap", &["args.rs"]),
    ("csv", &["import/separated/mod.rs", "render/data/csv.rs"]),
    ("elasticlunr", &["render/search/index.rs"]),
    ("encoding_rs", &["import/encoding/windows.rs"]),
    ("flate2", &["render/precompress.rs"]),
    ("html5ever", &["import/html/parse.rs"]),
    ("icalendar", &["render/data/calendar.rs"]),
    ("indicatif", &["console.rs"]),
    ("jiff", &["model/date.rs"]),
    ("lol_html", &["check/links.rs"]),
    ("miette", &["diagnostic/report.rs"]),
    ("mimalloc", &["main.rs"]),
    ("mime_guess", &["render/hosts/rules.rs", "serve/answer.rs"]),
    ("minijinja", &["theme/minijinja.rs"]),
    ("notify", &["serve/watch.rs"]),
    ("opener", &["console.rs"]),
    ("percent_encoding", &["site/route.rs"]),
    ("pulldown_cmark", &["markdown.rs"]),
    ("qrcode", &["render/compose/cite/qr.rs"]),
    ("quick_xml", &["import/xml.rs"]),
    ("resvg", &["render/machines/card/mod.rs"]),
    ("ring", &["hash.rs"]),
    ("rust_embed", &["theme/embedded.rs"]),
    ("rust_xlsxwriter", &["render/data/workbook.rs"]),
    ("rustix", &["files/swap.rs"]),
    ("schemars", &["render/data/mod.rs"]),
    (
        "scraper",
        &[
            "import/html/element.rs",
            "import/html/flow.rs",
            "import/html/grid.rs",
            "import/html/lines.rs",
            "import/html/parse.rs",
            "import/html/visible.rs",
        ],
    ),
    ("skrifa", &["render/machines/card/face.rs"]),
    ("strsim", &["text.rs"]),
    ("tera", &["theme/tera.rs"]),
    ("toml_edit", &["content/merge/edit.rs"]),
    ("tokio", &["serve/mod.rs", "serve/answer.rs", "serve/maker.rs"]),
    ("typst_assets", &["render/machines/card/face.rs"]),
    ("unicode_normalization", &["text.rs", "analyzer/glyph.rs"]),
    ("ureq", &["remote.rs"]),
    ("url", &["console.rs", "remote.rs"]),
    (
        "walkdir",
        &[
            "files/hashes.rs",
            "files/one_by_one.rs",
            "files/read.rs",
            "files/replace.rs",
            "files/swap.rs",
        ],
    ),
    ("zip", &["import/archive.rs"]),
];

/// What only `files`, `remote`, `serve` and the program itself may use: disk, clock, environment, processes, standard streams.
const OUTSIDE_WORLD: &[&str] =
    &["std::fs", "std::env", "std::time", "std::net", "std::process", "std::io::std"];

/// Longest file: past it a second idea wants a name of its own.
const LONGEST: usize = 350;

#[test]
fn modules_name_only_the_layers_below_them() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        let own = module_of(&path);
        let own_layer =
            layer(&own).unwrap_or_else(|| panic!("{path}: `{own}` has no layer in LAYERS"));
        for named in named_modules(&code) {
            let Some(named_layer) = layer(&named) else { continue };
            if named != own && named_layer >= own_layer {
                faults.push(format!("{path} names `{named}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn outside_crates_stay_at_home() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        for (name, homes) in HOMES {
            // A file that declares a module of the crate's name means that module.
            let own = code.contains(&format!("mod {name};"));
            let named = !own && code.lines().any(|line| names_crate(line, name));
            if named && !homes.contains(&path.as_str()) {
                faults.push(format!("{path} names `{name}`, at home in {}", homes.join(", ")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("Cargo.toml is TOML");
    let anywhere = ["serde", "serde_json", "rayon", "toml", "thiserror"];
    let dependencies = manifest["dependencies"].as_table().expect("dependencies").keys();
    let homeless: Vec<&String> = dependencies
        .filter(|name| !anywhere.contains(&name.as_str()))
        .filter(|name| {
            let crate_name = name.trim_end_matches("-rs").replace('-', "_");
            !HOMES.iter().any(|(home, _)| *home == crate_name)
        })
        .collect();
    assert!(homeless.is_empty(), "no home in HOMES: {homeless:?}");
}

#[test]
fn the_middle_does_not_touch_the_outside_world() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        if ["files", "remote", "serve", "main", "console"].contains(&module_of(&path).as_str()) {
            continue;
        }
        for forbidden in OUTSIDE_WORLD.iter().filter(|name| code.contains(**name)) {
            faults.push(format!("{path} uses `{forbidden}`"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_holds_one_idea() {
    let mut faults = Vec::new();
    for path in files() {
        let text = fs::read_to_string(&path).expect("a source file");
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        if !text.starts_with("//!") {
            faults.push(format!("{name} does not open with //!"));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            faults.push(format!("{name} has {lines} lines"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of `src`.
fn files() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    found.sort();
    found
}

/// Every file of `src` but its front page and the build script, which is no part of the program: the path within `src`, and its code without comments and tests.
fn sources() -> Vec<(String, String)> {
    let source = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        let name =
            path.strip_prefix(root().join("src")).expect("below src").to_str()?.replace('\\', "/");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name != "lib.rs" && name != "build.rs")
            .then(|| (name, lines.collect::<Vec<_>>().join("\n")))
    };
    files().into_iter().filter_map(source).collect()
}

/// The module that a file belongs to: `content` for `content/task.rs`.
fn module_of(path: &str) -> String {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules of this crate that a file names, by `crate::` or, in the program itself, `planpress::`.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for prefix in ["crate::", "planpress::"] {
        for behind in code.split(prefix).skip(1) {
            let list = behind.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or(rest));
            for item in
                list.unwrap_or(behind).split(',').take(if list.is_some() { usize::MAX } else { 1 })
            {
                let name = item.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next();
                named.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
    }
    named
}

/// Whether a line names a crate in a path: `use miette::…`, `csv::Writer`, but not `super::tera::` or `mod tera`.
fn names_crate(line: &str, name: &str) -> bool {
    let path = format!("{name}::");
    line.match_indices(&path).any(|(at, _)| {
        let before = &line[..at];
        !before.ends_with("::") && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}
