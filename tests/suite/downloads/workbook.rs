//! Workbooks, read by calamine, and their parts as they lie in the file.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use super::tasks;
use crate::data::{site as made_site, sites};
use crate::golden::site;
use crate::made::Made;
use crate::site_text::{SiteText, fixture};

/// The cells of a plan's sheet: the header, and a row a task.
fn cells(made: &Made, plan: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let bytes = made.files.bytes(&format!("du-lieu/{plan}.xlsx")).expect("a workbook");
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("XLSX");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet").expect("cells");
    let mut rows = sheet.rows().map(<[Data]>::to_vec);
    let header = rows.next().expect("a header");
    (header.iter().map(ToString::to_string).collect(), rows.collect())
}

/// A part of a workbook as it lies in the file.
fn part(made: &Made, plan: &str, name: &str) -> String {
    let bytes = made.files.bytes(&format!("du-lieu/{plan}.xlsx")).expect("a workbook");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// A text as a cell shows it.
fn text(value: &Value) -> Data {
    match value.as_str() {
        None | Some("") => Data::Empty,
        Some(words) => Data::String(words.to_owned()),
    }
}

/// A day as a cell has it; calamine tells days from numbers by the cell's format.
fn day(cell: &Data) -> Option<String> {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::Empty => None,
        other => panic!("{other:?} is no day"),
    }
}

#[test]
fn a_workbook_has_a_row_for_every_task_with_days_as_days() {
    for (name, made) in sites() {
        for plan in made.ready.site.library.plans.iter().map(|plan| plan.id.to_string()) {
            let (header, rows) = cells(made, &plan);
            let column = |heading: &str| {
                let place = header.iter().position(|known| known == heading);
                place.unwrap_or_else(|| panic!("{name}: {heading} is not among {header:?}"))
            };
            let tasks: Vec<Value> = tasks(made)
                .into_iter()
                .filter(|(own, _)| *own == plan)
                .map(|(_, task)| task)
                .collect();
            assert_eq!(rows.len(), tasks.len(), "{name}: {plan}");
            for (row, task) in rows.iter().zip(&tasks) {
                assert_eq!(row[column("Mã")], text(&task["id"]), "{name}");
                assert_eq!(row[column("STT")], text(&task["number"]), "{name}");
                assert_eq!(row[column("Tên gọi")], text(&task["label"]), "{name}");
                let url = task["url"].as_str().expect("an address");
                assert!(row[column("Trang")].to_string().ends_with(url), "{name}");
                let paragraphs = task["paragraphs"].as_array().expect("paragraphs").iter();
                let paragraphs: Vec<&str> = paragraphs.filter_map(Value::as_str).collect();
                assert_eq!(
                    row[column("Nội dung thực hiện")],
                    text(&Value::from(paragraphs.join("\n"))),
                    "{name}"
                );
                let period = &task["period"];
                assert_eq!(row[column("Thời gian thực hiện")], text(&period["published"]));
                assert_eq!(day(&row[column("Từ ngày")]).as_deref(), period["start"].as_str());
                assert_eq!(day(&row[column("Đến ngày")]).as_deref(), period["end"].as_str());
                for (further, value) in task["extra"].as_object().expect("further columns") {
                    assert_eq!(row[column(further)], text(value), "{name}: {further}");
                }
            }
        }
    }
}

#[test]
fn a_withdrawn_task_is_told_in_the_workbook() {
    let (header, rows) = cells(made_site("every-key"), "12-kh-ubnd-2022");
    let place = header.iter().position(|heading| heading == "Đã rút").expect("a column");
    let told: Vec<String> = rows.iter().map(|row| row[place].to_string()).collect();
    assert_eq!(told, ["", "Công văn 5/UBND", ""]);
    let (header, _) = cells(made_site("flat"), "chuong-trinh");
    assert!(!header.contains(&"Đã rút".to_owned()), "nothing is withdrawn there");
}

#[test]
fn a_workbook_has_a_frozen_header_and_is_printed_on_a4() {
    let sheet = part(made_site("shipped"), "150-kh-ubnd-2022", "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<pane ySplit=\"1\""), "a header that stays");
    assert!(sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("paperSize=\"9\""));
    assert!(sheet.contains("<autoFilter ref=\"A1:N43\"/>"));
    let workbook = part(made_site("shipped"), "150-kh-ubnd-2022", "xl/workbook.xml");
    assert!(workbook.contains("_xlnm.Print_Titles"), "the header on every page");
}

#[test]
fn a_plan_without_tasks_has_a_workbook_with_a_header() {
    let none = ["n-1", "n-2"]
        .map(|task| format!("\n=== without content/ke-hoach/chuong-trinh/n/{task}.md"));
    let theme = std::fs::read_to_string(fixture("golden/theme.txt")).expect("a theme");
    let text = SiteText::read("golden/flat.txt").with(&theme).with(&none.concat());
    let (header, rows) = cells(&Made::of(&text.workspace()), "chuong-trinh");
    assert!(header.len() > 7);
    assert!(rows.is_empty());
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    let made = made_site("hostile");
    let sheet = part(made, "k", "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"));
    let (_, rows) = cells(made, "k");
    let begins = |row: &Vec<Data>| row.iter().any(|cell| cell.to_string().starts_with('='));
    assert!(rows.iter().any(begins), "the fixture has what looks like a formula");
}

#[test]
fn a_workbook_does_not_depend_on_the_day_on_which_it_is_made() {
    let first = Made::of(&site("flat"));
    let second = Made::of(&site("flat"));
    let path = "du-lieu/chuong-trinh.xlsx";
    assert_eq!(first.files.bytes(path), second.files.bytes(path));
    let core = part(&first, "chuong-trinh", "docProps/core.xml");
    for name in ["created", "modified"] {
        let date = format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z<");
        assert!(core.contains(&date), "{core}");
    }
    let bytes = first.files.bytes(path).expect("a workbook");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    for index in 0..archive.len() {
        let file = archive.by_index(index).expect("a part");
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
    }
}
