//! What stands beside the text of a document is told in the report, and is a doubt where it may be a part of the plan.
//!
//! `documents/beside.docx` has something of every kind, `documents/beside.docx.report.md` is its report, to the letter; sheets
//! and pages have their own kinds.

use std::fs;

use planpress::content;
use planpress::diagnostic::{Code, Diagnostic, Lang, Messages};
use planpress::import::{Import, ImportOptions};
use planpress::model::Register;

use super::{import, sentences};
use crate::expected::{difference, expect_none};
use crate::site_text::fixture;

const DOCUMENTS: &str = "import/documents";

fn read(file: &str) -> Import {
    let document = fs::read(fixture(&format!("{DOCUMENTS}/{file}"))).expect("a document");
    let read = import(&document, file, &ImportOptions::default(), &Register::default());
    read.unwrap_or_else(|faults| panic!("{file}: {}", sentences(&faults)))
}

/// The report on the terminal and beside the plan.
fn told(file: &str) -> (Vec<String>, String) {
    let imported = read(file);
    let account = imported.account(&content::print(&imported.draft)).expect("closes");
    let lines = imported.report.lines(&account, &Messages::of(Lang::Vi));
    (lines, imported.report.markdown(&account, &imported.diagnostics))
}

/// What is told beside the text: the line on the terminal and the doubts.
fn beside(file: &str) -> (Option<String>, Vec<String>) {
    let imported = read(file);
    let (lines, _) = told(file);
    let line = lines.into_iter().find(|line| line.starts_with("Bên cạnh lời văn"));
    let doubts = imported.diagnostics.iter();
    let doubts =
        doubts.filter(|doubt| matches!(doubt.code, Code::AsideLeftOut | Code::HiddenYetRead));
    let sentence = |doubt: &Diagnostic| sentences(&doubt.clone().into());
    (line, doubts.map(sentence).collect())
}

#[test]
fn every_kind_is_told_with_its_place_and_its_words() {
    let (_, report) = told("beside.docx");
    expect_none(difference(&report, &format!("{DOCUMENTS}/beside.docx.report.md")));
}

#[test]
fn a_document_of_plain_words_has_nothing_to_tell() {
    for file in
        ["plan-word.docx", "plan-libreoffice.docx", "plan-libreoffice.odt", "plan-excel.xlsx"]
    {
        assert_eq!(beside(file), (None, Vec::new()), "{file}");
    }
}

#[test]
fn a_page_number_alone_is_not_told_and_a_header_is_no_doubt() {
    let (line, doubts) = beside("beside.docx");
    assert!(line.is_some_and(|line| line.ends_with("1 đầu trang hoặc chân trang")));
    assert!(!doubts.iter().any(|doubt| doubt.contains("công văn 15")), "{doubts:#?}");
}

#[test]
fn hidden_rows_of_a_sheet_are_read_and_doubtful() {
    for ending in ["xlsx", "xls", "ods"] {
        let (line, doubts) = beside(&format!("sheet-plan.{ending}"));
        assert_eq!(
            doubts,
            [format!(
                "hidden-yet-read sheet-plan.{ending}, trang tính «Kế hoạch», dòng 9: phần này bị ẩn trong trang tính nhưng \
                 vẫn được đọc vào kế hoạch: `2 Hội nghị Thường xuyên`"
            )]
        );
        let line = line.expect("is told");
        assert!(line.contains("3 phần ẩn của trang tính (vẫn đọc)"), "{line}");
    }
}

#[test]
fn where_no_table_is_found_it_is_said_what_there_is_instead() {
    let faults = |file: &str| {
        let document = fs::read(fixture(&format!("{DOCUMENTS}/{file}"))).expect("a document");
        let read = import(&document, file, &ImportOptions::default(), &Register::default());
        sentences(&read.expect_err("no table"))
    };
    assert_eq!(
        faults("beside-scan.docx"),
        "import-no-table không tìm thấy bảng nào có chữ trong `beside-scan.docx`: chỉ có 2 hình và 2 dòng ngoài bảng"
    );
    assert_eq!(
        faults("beside-chunk.docx"),
        "import-no-table không tìm thấy bảng nào có chữ trong `beside-chunk.docx`: chỉ có 1 dòng ngoài bảng\n\
         aside-left-out một văn bản nhúng không được đọc: beside-chunk.docx"
    );
}

#[test]
fn what_hangs_on_the_cells_of_a_sheet_is_told_with_its_cell() {
    let sheet = "trang tính «Kế hoạch»";
    let (line, doubts) = beside("beside.xlsx");
    assert_eq!(
        line.as_deref(),
        Some(
            "Bên cạnh lời văn, chỉ nêu trong bản ghi: 1 phần ẩn của trang tính (vẫn đọc), 2 hộp chữ hoặc hình vẽ có \
             chữ, 1 nhận xét bên lề, 1 đầu trang hoặc chân trang"
        )
    );
    let told =
        |place: &str| doubts.iter().any(|doubt| doubt.contains(&format!("{sheet}{place}: ")));
    assert!(told(", dòng 4") && told(", ô B6") && told(""), "{doubts:#?}");
}
