//! The shipped plan, amended: texts changed, rows put in and taken out, numbers shifted, a domain renamed, a task moved.

use std::collections::{BTreeMap, BTreeSet};

use planpress::diagnostic::Code;
use planpress::files;
use planpress::pipeline::Conduct;

use super::{Folder, Rows, place, row, shipped_rows, told};
use crate::expected::{difference, expect_none};
use crate::made::Made;

/// The amended document.
fn amended() -> Rows {
    let mut rows = shipped_rows();
    // A text changes, and an agency.
    let changed = place(&rows, "2.1", "");
    rows[changed][1] = rows[changed][1].replacen("Hợp tác", "Chủ động hợp tác", 1);
    rows[changed][4] = String::from("Năm 2022-2023");
    // Two rows are put in; what stands behind them gets other numbers.
    let before = place(&rows, "3.2", "");
    rows.insert(
        before,
        row([
            "3.2",
            "Xây dựng vùng nguyên liệu mía đường chung của hai tỉnh",
            "Sở Nông nghiệp và PTNT",
            "Sở Công thương",
            "2023",
        ]),
    );
    for old in (2..=8).rev() {
        let moved = place_behind(&rows, &format!("3.{old}"), before);
        rows[moved][0] = format!("3.{}", old + 1);
    }
    let first = place(&rows, "-", "Hợp tác trao đổi");
    rows.insert(
        first,
        row([
            "-",
            "Lập đường dây nóng hỗ trợ khách du lịch",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Công an tỉnh",
            "2023",
        ]),
    );
    // One is taken out.
    let gone = place(&rows, "6.3", "");
    rows.remove(gone);
    for old in 4..=8 {
        let moved = place(&rows, &format!("6.{old}"), "");
        rows[moved][0] = format!("6.{}", old - 1);
    }
    // A domain is renamed.
    let domain = place(&rows, "2", "");
    rows[domain][1] = String::from("Lao động, việc làm và an sinh");
    // A task moves into another domain.
    let task = place(&rows, "7.2", "");
    let mut task = rows.remove(task);
    let behind = place(&rows, "4.7", "");
    task[0] = String::from("4.8");
    rows.insert(behind + 1, task);
    rows
}

/// The last row of a number from a place on.
fn place_behind(rows: &Rows, number: &str, from: usize) -> usize {
    let behind = rows.iter().enumerate().skip(from + 1);
    behind.filter(|(_, row)| row[0] == number).map(|(place, _)| place).next_back().expect("a row")
}

/// The shipped content with notes of a person in every task.
fn annotated() -> Folder {
    let folder = Folder::shipped();
    for (path, bytes) in folder.files() {
        if path.starts_with("nguon")
            || !path.ends_with(".md")
            || path.matches('/').count() != 1
            || path.ends_with("domain.md")
        {
            continue;
        }
        let text = String::from_utf8(bytes).expect("UTF-8");
        folder.write(&path, &format!("{text}\n## Ghi chú\n\nCủa người biên tập cho `{path}`.\n"));
    }
    folder
}

/// The paths of the tasks by their ids.
fn tasks(folder: &Folder) -> BTreeMap<String, String> {
    let files = folder.files().into_keys();
    let tasks = files
        .filter(|path| path.ends_with(".md") && path.contains('/') && !path.ends_with("domain.md"));
    tasks.map(|path| (path.rsplit('/').next().expect("a name").to_owned(), path)).collect()
}

#[test]
fn all_ids_and_notes_survive() {
    let folder = annotated();
    let before = tasks(&folder);
    let imported = folder.import_well("sua-doi.txt", &amended());
    let after = tasks(&folder);

    let survived: BTreeSet<&String> = after.keys().filter(|id| before.contains_key(*id)).collect();
    assert_eq!(survived.len(), 42, "every id that was there is there still");
    for (id, path) in &before {
        let notes = format!("\n## Ghi chú\n\nCủa người biên tập cho `{path}`.\n");
        assert!(folder.text(&after[id]).ends_with(&notes), "{id} has lost its notes");
    }
    let new: Vec<&String> = after.keys().filter(|id| !before.contains_key(*id)).collect();
    assert_eq!(new, ["b-1-1-1-2.md", "b-3-2-2.md"], "no id is given twice");
    assert_eq!(after["b-7-2.md"], "b-4/b-7-2.md", "a task that moves keeps its id");
    assert!(folder.text("b-2/domain.md").contains("Lao động, việc làm và an sinh"));
    assert!(folder.text("b-3/b-3-2.md").contains("number = \"3.3\""));
    expect_none(difference(&(told(&imported) + "\n"), "merge/amended.told.txt"));
    expect_none(difference(&folder.text("b-6/b-6-3.md"), "merge/amended.withdrawn.txt"));
    expect_none(difference(&folder.text("plan.md"), "merge/amended.plan.txt"));
    expect_none(difference(&folder.text("nhap-khau.md"), "merge/amended.report.txt"));
}

#[test]
fn the_amended_plan_builds_and_shows_what_is_withdrawn() {
    let folder = annotated();
    folder.import_well("sua-doi.txt", &amended());
    let workspace = files::read(folder.folder.path()).expect("a site");
    let made = Made::of(&workspace);
    let page = made.text("nhiem-vu/150-kh-ubnd-2022/b-6-3.html");
    assert!(page.contains("Đã rút") && page.contains("Không còn trong văn bản sua-doi.txt"));
    assert_eq!(made.built.tasks, 44, "42, two new ones");
    let data = made.json("du-lieu/150-kh-ubnd-2022.json");
    let orders: Vec<u64> = data["tasks"]
        .as_array()
        .expect("tasks")
        .iter()
        .map(|task| task["order"].as_u64().expect("an order"))
        .collect();
    assert_eq!(orders, (1..=44).collect::<Vec<u64>>());
    assert_eq!(data["tasks"][43]["id"], "b-6-3", "what is withdrawn stands last");
    assert_eq!(data["plan"]["documents"].as_array().expect("documents").len(), 2);
}

#[test]
fn the_first_document_again_restores_every_task() {
    let folder = annotated();
    let before = folder.files();
    folder.import_well("sua-doi.txt", &amended());
    let imported = folder.import_well("ban-dau.txt", &shipped_rows());
    assert!(told(&imported).contains("trở lại: nhiệm vụ 6.3 (`b-6-3`)"), "{}", told(&imported));
    let after = folder.files();
    for (path, bytes) in
        before.iter().filter(|(path, _)| path.contains('/') && !path.starts_with("nguon"))
    {
        let now = String::from_utf8_lossy(&after[path]).into_owned();
        assert_eq!(now, String::from_utf8_lossy(bytes), "{path}");
    }
}

#[test]
fn the_same_document_again_changes_nothing() {
    let folder = annotated();
    folder.import_well("sua-doi.txt", &amended());
    let before = folder.files();
    let imported = folder.import_well("sua-doi.txt", &amended());
    assert_eq!((imported.files, imported.removed), (0, 0), "{}", told(&imported));
    assert!(folder.files() == before);
    // Under another name they are the same bytes still.
    let imported = folder.import_well("ten-khac.txt", &amended());
    assert_eq!((imported.files, imported.removed), (0, 0), "{}", told(&imported));
}

#[test]
fn another_document_of_the_same_name_is_kept_beside_the_first() {
    let folder = Folder::shipped();
    folder.import_well("ke-hoach-150-kh-ubnd.txt", &amended());
    let files = folder.files();
    assert!(files.contains_key("nguon/ke-hoach-150-kh-ubnd.txt"));
    assert!(files.contains_key("nguon/ke-hoach-150-kh-ubnd-2.txt"));
    assert!(folder.text("plan.md").contains("file = \"ke-hoach-150-kh-ubnd-2.txt\""));
}

#[test]
fn what_is_only_tried_is_told_and_not_written() {
    let folder = annotated();
    let before = folder.files();
    let conduct = Conduct { dry_run: true, ..Conduct::default() };
    let imported = folder.import("sua-doi.txt", &amended(), conduct).expect("no faults");
    assert!(imported.files > 0 && told(&imported).contains("không còn: nhiệm vụ 6.3"));
    assert!(folder.files() == before);
}

#[test]
fn a_doubt_is_a_fault_where_none_is_allowed() {
    let folder = annotated();
    let before = folder.files();
    let conduct = Conduct { strict: true, ..Conduct::default() };
    let faults =
        folder.import("sua-doi.txt", &amended(), conduct).expect_err("5.2 stands behind 5.5");
    assert!(faults.iter().any(|fault| fault.code == Code::ImportStrict));
    assert!(folder.files() == before);
}

#[test]
fn a_document_that_is_gone_is_told_and_every_difference_listed() {
    let folder = annotated();
    std::fs::remove_file(folder.plan().join("nguon/ke-hoach-150-kh-ubnd.txt")).expect("removed");
    folder.replace("b-2/b-2-2.md", "Năm 2022-2025", "Năm 2022-2024");
    let rows = shipped_rows();
    let outcome = folder.outcome("ban-moi.txt", &rows, Conduct::default());
    assert!(outcome.diagnostics.iter().any(|doubt| doubt.code == Code::ImportNoBase));
    let imported = outcome.value.expect("no faults");
    assert!(
        told(&imported).contains("thời gian: `Năm 2022-2024` → `Năm 2022-2025`"),
        "{}",
        told(&imported)
    );
    let files = folder.files();
    assert_eq!(files["nguon/ban-moi.txt"], super::text(&rows).into_bytes());
}
