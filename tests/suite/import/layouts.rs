//! One plan in every layout that a text dump comes in: one expectation.

use planpress::import::table::{Cell, Manuscript, Table};
use planpress::import::{Choices, plain};

use super::{dump, import_whole, sentences};

fn shipped() -> String {
    String::from_utf8(dump()).expect("UTF-8")
}

fn table(manuscript: &Manuscript) -> Table {
    manuscript.tables().next().expect("a table").clone()
}

/// The table as rows, each by `line`.
fn as_rows(line: impl Fn(&[Cell]) -> String) -> String {
    let rows = table(&plain::read(&shipped(), &Choices::default())).rows;
    rows.iter().map(|row| line(&row.cells)).collect::<Vec<_>>().join("\n")
}

fn texts(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(Cell::text).collect()
}

/// The same text gives the same draft as the shipped dump.
fn same(text: &str) {
    let expected = import_whole(&shipped());
    let found = import_whole(text);
    assert_eq!(found.draft, expected.draft);
    assert_eq!(sentences(&found.diagnostics), sentences(&expected.diagnostics));
}

#[test]
fn rows_of_any_length() {
    same(&as_rows(|cells| texts(cells).join(" | ")));
}

#[test]
fn rows_filled_up_with_empty_cells() {
    same(&as_rows(|cells| {
        let mut texts = texts(cells);
        texts.resize(5, String::new());
        texts.join("|")
    }));
}

#[test]
fn rows_framed_like_markdown() {
    let rows = as_rows(|cells| {
        let mut texts = texts(cells);
        texts.resize(5, String::new());
        format!("| {} |", texts.join(" | "))
    });
    let (header, body) = rows.split_once('\n').expect("rows");
    same(&format!("{header}\n|---|:---|---|---|---:|\n{body}\n"));
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark() {
    same(&format!("\u{feff}{}", shipped().replace('\n', "\r\n")));
}

#[test]
fn decomposed_letters() {
    use unicode_normalization::UnicodeNormalization;
    same(&shipped().nfd().collect::<String>());
}

#[test]
fn cells_on_one_line_each_and_titles_filled_up() {
    let rows = table(&plain::read(&shipped(), &Choices::default())).rows;
    let cells = rows.iter().flat_map(|row| {
        let mut texts = texts(&row.cells);
        texts.resize(5, String::new());
        texts
    });
    same(&cells.collect::<Vec<_>>().join("\n|\n"));
}

#[test]
fn text_around_the_table_is_named_and_not_taken_for_cells() {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\n{}\n\nNơi nhận:\n- Như trên",
        as_rows(|c| { texts(c).join(" | ") })
    );
    let imported = import_whole(&text);
    assert_eq!(imported.draft, import_whole(&shipped()).draft);
    let files = planpress::content::print(&imported.draft);
    let account = imported.account(&files).expect("closes");
    assert_eq!(account.outside, ["ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", "Nơi nhận:", "- Như trên"]);
    let report = imported.report.markdown(&account, &imported.diagnostics);
    assert!(report.contains("Ngoài bảng, không chép:\n\n- `ỦY BAN NHÂN DÂN`\n"), "{report}");
}

#[test]
fn a_title_above_the_group_layout_is_not_taken_for_a_cell() {
    let imported = import_whole(&format!("KẾ HOẠCH HỢP TÁC\nNĂM 2022\n{}", shipped()));
    let mut expected = import_whole(&shipped()).draft;
    expected.facts.summary = Some("HỢP TÁC NĂM 2022".to_owned());
    assert_eq!(imported.draft, expected);
    let files = planpress::content::print(&imported.draft);
    let account = imported.account(&files).expect("closes");
    assert_eq!(account.outside, ["KẾ HOẠCH HỢP TÁC", "NĂM 2022"]);
}
