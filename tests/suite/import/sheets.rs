//! Sheets and separated values as plans: where their rows are said to stand, and that no damage to a document brings import down.

use std::fmt::Write;
use std::fs;
use std::io::Write as _;

use planpress::content;
use planpress::diagnostic::{Lang, Messages};
use planpress::import::{Choices, Import, ImportOptions, separated};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::select;
use zip::write::SimpleFileOptions;

use super::{facts, import, manuscripts, read_manuscript, register, sentences};
use crate::site_text::fixture;

fn document(name: &str) -> Vec<u8> {
    fs::read(fixture(&format!("import/documents/{name}"))).expect("a document")
}

/// Imports a document, takes its account, and gives the rows of its tasks.
fn imported(name: &str) -> (Import, Vec<String>) {
    let imported = import(&document(name), name, &facts(), register());
    let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    let files = content::print(&imported.draft);
    if let Err(faults) = imported.account(&files) {
        panic!("{}", sentences(&faults));
    }
    let rows = imported.draft.tasks.iter().map(|task| format!("{} {}", task.number, task.row));
    let rows = rows.collect();
    (imported, rows)
}

#[test]
fn rows_of_a_csv_file_are_named_as_a_spreadsheet_counts_them() {
    let (_, rows) = imported("sheet-comma.csv");
    assert_eq!(rows, ["1 bảng 1, dòng 6", "1.10 bảng 1, dòng 7", "2 bảng 1, dòng 9"]);
}

#[test]
fn a_sheet_is_named_by_its_tab_in_the_report_and_in_each_task() {
    let (imported, rows) = imported("sheet-two-plans.xlsx");
    let expected = [
        "1 trang tính «Phụ lục 2», dòng 2",
        "1 trang tính «Phụ lục 1», dòng 3",
        "2 trang tính «Phụ lục 1», dòng 4",
    ];
    assert_eq!(rows, expected);
    let files = content::print(&imported.draft);
    let account = imported.account(&files).expect("closes");
    let lines = imported.report.lines(&account, &Messages::of(Lang::Vi));
    let both = "Bảng đã đọc: trang tính «Phụ lục 2», «Phụ lục 1», 4 cột, 5 dòng kể cả dòng tiêu đề";
    assert_eq!(lines[0], both);
    assert_eq!(sentences(&imported.diagnostics), "");
}

#[test]
fn a_sheet_that_was_not_chosen_is_named_by_its_tab() {
    let name = "sheet-two-plans.xlsx";
    let options = ImportOptions { table: Some(2), ..facts() };
    let imported = import(&document(name), name, &options, register());
    let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    assert_eq!(
        sentences(&imported.diagnostics),
        "table-left-out sheet-two-plans.xlsx, trang tính «Phụ lục 2», dòng 1: trang tính «Phụ lục 2» (2 dòng) \
         không được nhập; kế hoạch lấy từ trang tính «Phụ lục 1»"
    );
}

/// A sheet of Excel with five columns and so many rows.
fn long_sheet(rows: usize) -> Vec<u8> {
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in 1..=rows {
        write!(sheet, "<row r=\"{row}\">").expect("written");
        for column in ["A", "B", "C", "D", "E"] {
            write!(sheet, "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>ô {row}</t></is></c>")
                .expect("written");
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"x/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let parts = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Dài\" r:id=\"r1\"/></sheets></workbook>".to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("an entry");
        archive.write_all(part.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_sheet_of_ten_thousand_rows_is_read_whole() {
    let manuscript = read_manuscript(&long_sheet(10_000), "dai.xlsx").expect("read");
    assert_eq!(manuscripts::words(&manuscript), manuscript.visible);
    let table = manuscript.tables().next().expect("a table");
    assert_eq!(table.rows.len(), 10_000);
    assert_eq!(table.rows[9_999].cells[4].text(), "ô 10000");
}

/// Reading either fails with a fault or gives all that it counted.
fn law(document: &[u8], file: &str) {
    if let Ok(manuscript) = read_manuscript(document, file) {
        assert_eq!(manuscripts::words(&manuscript), manuscript.visible);
    }
    let _ = import(document, file, &ImportOptions::default(), register());
}

const DOCUMENTS: &[&str] = &[
    "sheet-plan.xls",
    "sheet-formats.xls",
    "sheet-plan.xlsx",
    "sheet-excels-own.xlsx",
    "sheet-plan.ods",
    "sheet-open-own.ods",
];

const SEPARATED: &[&str] = &[
    "STT",
    "Nội dung",
    "Chủ trì",
    "Thời gian",
    ",",
    ",",
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "sep=;\n",
    "Sở Y tế",
    "2023",
    "",
    " ",
    "|",
    "e",
    "\u{301}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_document_is_a_fault_and_no_panic(
        name in select(DOCUMENTS),
        at in any::<usize>(),
        damage in proptest::collection::vec(any::<u8>(), 1..8),
    ) {
        let mut bytes = document(name);
        let at = at % bytes.len();
        for (byte, damaged) in bytes[at..].iter_mut().zip(damage) {
            *byte = damaged;
        }
        law(&bytes, name);
        law(&bytes[..at], name);
    }

    #[test]
    fn separated_values_lose_nothing(pieces in proptest::collection::vec(select(SEPARATED), 0..60)) {
        let header = "STT,Nội dung,Chủ trì,Thời gian\n";
        for text in [pieces.concat(), format!("{header}{}", pieces.concat())] {
            if let Some(manuscript) = separated::read(&text, &Choices::default()) {
                assert_eq!(manuscripts::words(&manuscript), manuscript.visible, "{text:?}");
            }
            law(text.as_bytes(), "a.csv");
        }
    }
}
