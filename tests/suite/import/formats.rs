//! The shipped plan in every form that a clerk may have it in gives the same tasks, agencies and periods: one expectation,
//! `documents/plan.expected.txt`, written from the printed plan in the notation of [`notation`](super::notation).
//!
//! The documents `documents/plan-*` are made by `documents/make.py`.

use planpress::content;
use planpress::model::{Draft, NameContext, PartialDate};

use super::notation::{Names, difference, told, written};
use super::{DUMP, dump, facts, import, register, sentences};
use crate::expected::{expect_none, stems};
use crate::site_text::fixture;

const DOCUMENTS: &str = "import/documents";

/// What every form must give.
fn expected() -> String {
    written(include_str!("documents/plan.expected.txt"))
}

/// What a form gives, its account closed, or what keeps it from being read.
fn read(document: &[u8], file: &str) -> Result<String, String> {
    let imported =
        import(document, file, &facts(), register()).map_err(|faults| sentences(&faults))?;
    imported.account(&content::print(&imported.draft)).map_err(|faults| sentences(&faults))?;
    Ok(notation(&imported.draft))
}

/// A draft in the notation. "A." above a merged row is the same number as "A" in a cell of its own.
fn notation(draft: &Draft) -> String {
    let mut draft = draft.clone();
    let bare = |number: &mut String| *number = number.trim_end_matches('.').to_owned();
    draft.parts.iter_mut().for_each(|(number, _)| bare(number));
    for domain in &mut draft.domains {
        bare(&mut domain.number);
        if let Some(part) = &mut domain.part {
            bare(part);
        }
    }
    let context = NameContext { place: facts().place, issued: PartialDate::parse("2022") };
    told(&draft, &Names { register: register(), context })
}

fn wrong(document: &[u8], file: &str) -> Option<String> {
    match read(document, file) {
        Ok(found) => difference(&found, &expected()).map(|lines| format!("{file}, {lines}")),
        Err(faults) => Some(format!("{file}: {faults}")),
    }
}

#[test]
fn every_form_of_the_plan_says_the_same() {
    let forms = stems(DOCUMENTS, "")
        .into_iter()
        .filter(|name| name.starts_with("plan-") && !name.ends_with(".expected.txt"));
    let forms: Vec<String> = forms.collect();
    // Forms that issue 3 names; the encodings of old fonts are made by the tests of `encodings`.
    for ending in [".txt", ".docx", ".xlsx", ".ods", ".odt", ".html", ".csv", ".md"] {
        assert!(forms.iter().any(|form| form.ends_with(ending)), "no {ending}");
    }
    expect_none(forms.iter().filter_map(|form| {
        let document = std::fs::read(fixture(&format!("{DOCUMENTS}/{form}"))).expect("a document");
        wrong(&document, form)
    }));
}

#[test]
fn the_kind_is_told_from_the_bytes_and_not_from_the_name() {
    // A page saved as Word, a sheet renamed, a text that calls itself a sheet.
    let names = [
        ("plan-portal.html", "ke-hoach.docx"),
        ("plan-excel.xlsx", "ke-hoach.docx"),
        ("plan-word.docx", "ke-hoach.doc"),
        ("plan-libreoffice.ods", "ke-hoach.xlsx"),
        ("plan-semicolons.csv", "ke-hoach.xls"),
        ("plan-libreoffice.odt", "ke-hoach"),
    ];
    expect_none(names.iter().filter_map(|(form, name)| {
        let document = std::fs::read(fixture(&format!("{DOCUMENTS}/{form}"))).expect("a document");
        wrong(&document, name)
    }));
}

#[test]
fn the_dump_itself_says_the_same() {
    expect_none(wrong(&dump(), DUMP));
}

#[test]
fn the_expectation_has_the_plan_s_figures() {
    let expected = expected();
    let count = |start: &str| expected.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(
        (count("part "), count("domain "), count("  group "), count("  task ")),
        (2, 8, 4, 42)
    );
    assert_eq!(expected.matches("→ ongoing").count(), 11);
}
