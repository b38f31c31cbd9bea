//! `--column` finds the plan in every kind of document, also where no name of a column says anything by itself.
//!
//! The documents `documents/named-*` are made by `documents/named_columns.py`; all hold the same three tasks.

use std::fs;

use planpress::content;
use planpress::import::ImportOptions;
use planpress::model::Register;

use super::{import, outline, sentences};
use crate::expected::{expect_none, stems};
use crate::site_text::fixture;

const DOCUMENTS: &str = "import/documents";

const COLUMNS: [&str; 4] = ["Mã số=number", "Đầu mục=text", "Nơi nhận giao=lead", "Mốc=period"];

const TASKS: &str = "\
nhiem-vu/1 [1] . | Sở Y tế | 2023
nhiem-vu/2 [2] . | Sở Nội vụ | Quý II/2024
nhiem-vu/3 [3] . | Sở Thông tin và Truyền thông | 2025";

/// The tasks of a document, or the faults that keep it from being read.
fn read(file: &str, columns: &[&str]) -> String {
    let document = fs::read(fixture(&format!("{DOCUMENTS}/{file}"))).expect("a document");
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    let options = ImportOptions { columns, ..ImportOptions::default() };
    match import(&document, file, &options, &Register::default()) {
        Ok(imported) => match imported.account(&content::print(&imported.draft)) {
            Ok(_) => outline(&imported.draft),
            Err(faults) => sentences(&faults),
        },
        Err(faults) => sentences(&faults),
    }
}

fn forms() -> Vec<String> {
    stems(DOCUMENTS, "").into_iter().filter(|name| name.starts_with("named-")).collect()
}

#[test]
fn named_columns_are_found_in_every_kind_of_document() {
    assert_eq!(forms().len(), 12);
    let wrong = |form: String| {
        let found = read(&form, &COLUMNS);
        (found != TASKS).then(|| format!("{form}:\n{found}"))
    };
    expect_none(forms().into_iter().filter_map(wrong));
}

#[test]
fn without_the_option_no_plan_is_found_in_them() {
    let found = |form: String| {
        let found = read(&form, &[]);
        (!found.starts_with("import-no-")).then(|| format!("{form}:\n{found}"))
    };
    expect_none(forms().into_iter().filter_map(found));
}
