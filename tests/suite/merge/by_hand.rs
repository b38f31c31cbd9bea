//! What a person wrote in the files stays byte for byte.

use super::{Folder, place, shipped_rows, told};

/// A task as nobody but a person writes it: comments, odd blanks, keys in another order, quotes of another kind, an id
/// beside a name, keys that import does not know, notes.
const ODD: &str = r#"+++
# xem lại với anh Ba
order    = 12 # thứ tự
title = 'Đào tạo nghề'   # tên ngắn
period = 'Năm 2022'  # in như thế
number = "2.1"
row = "bảng 1, dòng 22"
sic = [ { printed = "Trao", read = "Trao đổi" }, ]

lead = [
  "Sở Lao động - Thương binh và Xã hội", # Sơn La
]
LEADING
aliases = ["nhiem-vu/cu/dao-tao-nghe.html"]
[[result]]
status = "chua-hoan-thanh-trong-han"   # theo báo cáo
basis  = "Báo cáo 12/BC-SLĐTBXH"
+++

TEXT


## Ghi chú

* một
*  hai  
"#;

/// The shipped content with that task.
fn odd() -> (Folder, String) {
    let folder = Folder::shipped();
    let written = folder.text("b-2/b-2-1.md");
    let (head, body) = written.split_once("\n+++\n").expect("a head");
    let coordinating = head.lines().find(|line| line.starts_with("coordinating")).expect("a list");
    let row = head.lines().find(|line| line.starts_with("row")).expect("a row");
    let order = head.lines().find(|line| line.starts_with("order")).expect("an order");
    let cells = head
        .split_once("[cells]\n")
        .map(|(_, cells)| format!("[cells]\n{cells}\n"))
        .unwrap_or_default();
    let text = ODD
        .replace("LEADING", coordinating)
        .replace("TEXT", body.trim_end())
        .replace("row = \"bảng 1, dòng 22\"", row)
        .replace("order    = 12", &order.replace("order = ", "order    = "))
        .replace("[[result]]", &format!("{cells}[[result]]"));
    folder.write("b-2/b-2-1.md", &text);
    (folder, text)
}

#[test]
fn a_file_of_which_nothing_changes_stays_as_it_is() {
    let (folder, odd) = odd();
    let mut rows = shipped_rows();
    let other = place(&rows, "2.2", "");
    rows[other][4] = String::from("Năm 2022-2024");
    let imported = folder.import_well("sua.txt", &rows);
    assert!(told(&imported).contains("đổi chữ: nhiệm vụ 2.2"), "{}", told(&imported));
    assert_eq!(folder.text("b-2/b-2-1.md"), odd);
}

#[test]
fn only_the_changed_words_change() {
    let (folder, odd) = odd();
    let mut rows = shipped_rows();
    let task = place(&rows, "2.1", "");
    rows[task][4] = String::from("Năm 2023");
    let old_text = rows[task][1].clone();
    rows[task][1] = format!("{old_text}, có kiểm tra");
    folder.import_well("sua.txt", &rows);
    let expected = odd
        .replace("period = 'Năm 2022'  # in như thế", "period = \"Năm 2023\"  # in như thế")
        .replace(&format!("\n{old_text}\n"), &format!("\n{old_text}, có kiểm tra\n"));
    assert_ne!(expected, odd);
    assert_eq!(folder.text("b-2/b-2-1.md"), expected);
}

#[test]
fn a_key_that_goes_leaves_its_comments() {
    let (folder, odd) = odd();
    let mut rows = shipped_rows();
    let task = place(&rows, "2.1", "");
    rows[task][4] = String::new();
    folder.import_well("sua.txt", &rows);
    let expected = odd.replace("period = 'Năm 2022'  # in như thế\n", "# in như thế\n");
    assert_eq!(folder.text("b-2/b-2-1.md"), expected);
}

#[test]
fn line_ends_of_windows_and_a_mark_at_the_beginning_stay() {
    let (folder, odd) = odd();
    let windows = format!("\u{feff}{}", odd.replace('\n', "\r\n"));
    folder.write("b-2/b-2-1.md", &windows);
    let mut rows = shipped_rows();
    let task = place(&rows, "2.1", "");
    rows[task][4] = String::from("Năm 2023");
    folder.import_well("sua.txt", &rows);
    let expected = windows.replace("period = 'Năm 2022'", "period = \"Năm 2023\"");
    assert_eq!(folder.text("b-2/b-2-1.md"), expected);
}

#[test]
fn an_id_beside_a_name_stays_while_the_name_does() {
    let folder = Folder::shipped();
    let by_hand = r#"{ printed = "Sở Y tế", agency = "so-y-te-hung-yen" }"#;
    folder.replace("b-6/b-6-1.md", r#"lead = ["Sở Y tế"]"#, &format!("lead = [{by_hand}]"));
    let mut rows = shipped_rows();
    let task = place(&rows, "6.1", "");
    rows[task][2] = "- Sở Y tế\n- Sở Nội vụ".replace('\n', " ");
    rows[task][2] = String::from("Sở Y tế; Sở Nội vụ");
    folder.import_well("sua.txt", &rows);
    let text = folder.text("b-6/b-6-1.md");
    assert!(text.contains(&format!("lead = [{by_hand}, \"Sở Nội vụ\"]")), "{text}");
}

#[test]
fn a_task_that_a_person_wrote_stays_behind_the_others() {
    let folder = Folder::shipped();
    let own = "+++\nnumber = \"2.9\"\norder = 14\n+++\nViệc thêm của tỉnh\n";
    folder.replace("b-2/b-2-4.md", "order = 15", "order = 99");
    folder.write("b-2/them.md", &own.replace("14", "15"));
    let mut rows = shipped_rows();
    let task = place(&rows, "2.2", "");
    rows[task][4] = String::from("Năm 2022-2024");
    let imported = folder.import_well("sua.txt", &rows);
    assert!(
        told(&imported).contains("do người viết, không có trong văn bản: nhiệm vụ 2.9 (`them`)")
    );
    assert_eq!(folder.text("b-2/them.md"), own.replace("14", "100"));
}
