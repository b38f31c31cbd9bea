//! What a person and the document changed alike, and what is done about it.

use planpress::content::merge::Side;
use planpress::diagnostic::Code;
use planpress::import::ImportOptions;
use planpress::pipeline::Conduct;

use super::{Folder, Rows, place, row, shipped_rows, told};
use crate::expected::{difference, expect_none};
use crate::made::report;

/// A folder in which a person changed three fields, and a document that changes two of them and another one.
fn changed_by_both() -> (Folder, Rows) {
    let folder = Folder::shipped();
    folder.replace("b-2/b-2-2.md", "Năm 2022-2025", "Năm 2022-2024");
    folder.replace("b-6/b-6-1.md", r#"lead = ["Sở Y tế"]"#, r#"lead = ["Sở Nội vụ"]"#);
    folder.replace("b-3/b-3-7.md", "2022-2025", "2022 đến 2025");
    let mut rows = shipped_rows();
    let task = place(&rows, "2.2", "");
    rows[task][4] = String::from("Năm 2023-2025");
    let task = place(&rows, "6.1", "");
    rows[task][2] = String::from("Sở Khoa học và Công nghệ");
    rows[task][4] = String::from("Năm 2024");
    (folder, rows)
}

#[test]
fn a_conflict_is_a_fault_with_both_texts() {
    let (folder, rows) = changed_by_both();
    let before = folder.files();
    let faults = folder.import("sua.txt", &rows, Conduct::default()).expect_err("a conflict");
    let shown = report(&faults);
    expect_none(difference(&shown, "merge/conflicts.txt"));
    assert!(folder.files() == before, "nothing is written");
}

#[test]
fn the_document_can_be_taken_for_all() {
    let (folder, rows) = changed_by_both();
    let conduct = Conduct { accept: Some(Side::Document), ..Conduct::default() };
    let imported = folder.import("sua.txt", &rows, conduct).expect("no conflict");
    assert!(told(&imported).contains("thời gian: `Năm 2022-2024` → `Năm 2023-2025`"));
    assert!(folder.text("b-2/b-2-2.md").contains("period = \"Năm 2023-2025\""));
    assert!(folder.text("b-6/b-6-1.md").contains("lead = [\"Sở Khoa học và Công nghệ\"]"));
    assert!(folder.text("b-3/b-3-7.md").contains("2022 đến 2025"), "which only a person changed");
}

#[test]
fn the_content_can_be_kept_for_all() {
    let (folder, rows) = changed_by_both();
    let conduct = Conduct { accept: Some(Side::Content), ..Conduct::default() };
    let imported = folder.import("sua.txt", &rows, conduct).expect("no conflict");
    assert!(told(&imported).contains("giữ theo người sửa (văn bản ghi khác): nhiệm vụ 2.2"));
    assert!(folder.text("b-2/b-2-2.md").contains("Năm 2022-2024"));
    let task = folder.text("b-6/b-6-1.md");
    assert!(
        task.contains("lead = [\"Sở Nội vụ\"]") && task.contains("period = \"Năm 2024\""),
        "{task}"
    );
}

#[test]
fn facts_fill_what_is_absent_and_never_replace() {
    let mut folder = Folder::shipped();
    folder.replace("plan.md", "type = \"Kế hoạch\"\n", "");
    let some = |fact: &str| Some(fact.to_owned());
    folder.options = ImportOptions {
        document_type: some("Kế hoạch"),
        number: some("151/KH-UBND"),
        ..folder.options
    };
    let faults =
        folder.import("sua.txt", &shipped_rows(), Conduct::default()).expect_err("a conflict");
    assert!(report(&faults).contains("`150/KH-UBND`"), "{}", report(&faults));
    folder.options.number = None;
    folder.import_well("sua.txt", &shipped_rows());
    assert!(folder.text("plan.md").contains("type = \"Kế hoạch\"\n"));
    assert!(folder.text("plan.md").contains("number = \"150/KH-UBND\"\n"));
}

#[test]
fn a_row_that_may_be_either_of_two_tasks_is_named() {
    let folder = Folder::shipped();
    let mut rows = shipped_rows();
    let first = place(&rows, "6.1", "");
    rows[first][1] = String::from("Báo cáo kết quả công tác y tế");
    rows[first + 1][1] = rows[first][1].clone();
    rows[first + 1][4] = String::from("2024");
    folder.import_well("mot.txt", &rows);
    let last = place(&rows, "6.8", "");
    rows.insert(last + 1, row(["6.9", "Báo cáo kết quả công tác y tế", "Sở Nội vụ", "", "2030"]));
    rows.drain(first..first + 2);
    let outcome = folder.outcome("hai.txt", &rows, Conduct::default());
    let doubt = outcome.diagnostics.iter().find(|doubt| doubt.code == Code::ImportAmbiguous);
    expect_none(difference(
        &report(&doubt.expect("a doubt").clone().into()),
        "merge/ambiguous.txt",
    ));
    assert!(outcome.value.is_some());
}
