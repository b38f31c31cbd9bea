//! Broken and hostile documents: one clear fault that names the row, its neighbours read right, and never a panic.

use planpress::diagnostic::{Diagnostics, Severity};
use planpress::model::Register;

use super::{dump, facts, import, import_text, import_whole, sentences};

fn shipped() -> String {
    String::from_utf8(dump()).expect("UTF-8")
}

fn faults(text: &str) -> String {
    match import_text(text) {
        Ok(imported) => panic!("no fault, but {}", sentences(&imported.diagnostics)),
        Err(faults) => {
            let grave = faults.iter().filter(|fault| fault.code.severity() == Severity::Error);
            sentences(&grave.cloned().collect::<Diagnostics>())
        }
    }
}

/// The dump with a replacement at its one place.
fn broken(from: &str, to: &str) -> String {
    let text = shipped();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

#[test]
fn nothing_to_read() {
    let nothing = "import-no-table không tìm thấy bảng nào có chữ trong `ke-hoach-150-kh-ubnd.txt`";
    for text in ["", "\u{feff}", "\n\n \n", "|", "|\n|\n|\n", "| | |\n| | |"] {
        assert_eq!(faults(text), nothing, "{text:?}");
    }
    assert_eq!(faults(&"|".repeat(1 << 20)), nothing);
    assert_eq!(faults(&"|\n".repeat(1 << 19)), nothing);
}

#[test]
fn a_surplus_cell_between_groups_of_lines() {
    // 4.2, row 36: a cell too many behind the lead.
    let text = broken("Quý\nIII/2022\n|", "Thừa ra\n|\nQuý\nIII/2022\n|");
    assert_eq!(
        faults(&text),
        "row-not-understood ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 36: bảng 1, dòng 36 có 6 ô, bảng có 5 \
         cột: không biết ô nào thuộc cột nào"
    );
}

#[test]
fn a_surplus_cell_is_found_wherever_it_stands() {
    let cells =
        ["4.3", "Chia sẻ, học tập kinh nghiệm", "Sở Công thương", "- Sở Y tế", "Quý III/2023"];
    for place in 1..=cells.len() {
        let mut row = cells.to_vec();
        row.insert(place, "Thừa ra");
        let found = faults(&between_neighbours(&row));
        let expected = "bảng 1, dòng 4 có 6 ô, bảng có 5 cột: không biết ô nào thuộc cột nào";
        assert!(found.ends_with(expected) && found.lines().count() == 1, "{place}: {found}");
    }
}

#[test]
fn a_lost_cell_is_found_wherever_it_stood() {
    let cells =
        ["4.3", "Chia sẻ, học tập kinh nghiệm", "Sở Công thương", "- Sở Y tế", "Quý III/2023"];
    for place in 0..cells.len() - 1 {
        let mut row = cells.to_vec();
        row.remove(place);
        let found = faults(&between_neighbours(&row));
        let expected = "bảng 1, dòng 4 có 4 ô, bảng có 5 cột: không biết ô nào thuộc cột nào";
        assert!(found.ends_with(expected) && found.lines().count() == 1, "{place}: {found}");
    }
}

/// A table of the group layout in which a row stands between two whole ones, behind a title of two cells.
fn between_neighbours(row: &[&str]) -> String {
    let head = ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "4", "Hợp tác"];
    let before = ["4.2", "Trao đổi", "Sở Y tế", "Công an tỉnh", "2022"];
    let after = ["4.4", "Học tập", "Sở Y tế", "", "2024", "5", "Hợp tác khác"];
    [&head[..], &before, row, &after].concat().join("\n|\n") + "\n|"
}

#[test]
fn a_missing_cell_between_groups_of_lines() {
    // 2.4, row 24: no lead agency's cell.
    let text = broken(
        "đang làm việc trên địa bàn tỉnh Hưng Yên\n|\nSở\nLao động - Thương binh và Xã hội\n|",
        "đang làm việc trên địa bàn tỉnh Hưng Yên\n|",
    );
    assert_eq!(
        faults(&text),
        "row-not-understood ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 24: bảng 1, dòng 24 có 4 ô, bảng có 5 \
         cột: không biết ô nào thuộc cột nào"
    );
}

#[test]
fn a_missing_text_and_a_missing_number() {
    let text = broken(
        "Chia sẻ, học tập kinh nghiệm mô\nhình quản lý và vận hành khu công nghiệp được đầu tư bằng \
         nguồn vốn ngân sách\nNhà nước.\n|\n",
        "",
    );
    let found = faults(&text);
    assert!(found.contains("dòng 37 có 4 ô"), "{found}");
    assert_eq!(found.lines().count(), 1, "{found}");
    let found = faults(&broken("|\n4.3\n|\n", "|\n"));
    assert!(found.contains("dòng 37 có 4 ô"), "{found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

#[test]
fn a_lost_period_is_doubted_and_read() {
    // The last cells of a row can be missing without anything being misread.
    let imported = import_whole(&broken("|\nQuý\nIII/2023\n|", "|"));
    let task = imported.draft.tasks.iter().find(|task| task.number == "4.3").expect("4.3");
    assert_eq!(task.period, None);
    assert_eq!(imported.draft.tasks.len(), 42);
    let warnings = sentences(&imported.diagnostics);
    let expected = "row-cells ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 37: bảng 1, dòng 37 có 4 ô, bảng có 5 cột: các ô cuối \
                    được coi là trống";
    assert!(warnings.contains(expected), "{warnings}");
}

const HEADER: &str = "STT | Nội dung | Chủ trì | Phối hợp | Thời gian\n";

#[test]
fn other_kinds_of_documents_are_refused_by_their_bytes() {
    let kinds: [(&[u8], &str); 6] = [
        (
            b"PK\x03\x04....",
            "import-broken `a.txt` hỏng, không đọc được (invalid Zip archive: Could not find EOCD)",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
            "import-kind `a.txt` là loại chưa đọc được: Word/Excel 97–2003",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            "import-password `a.txt` được bảo vệ bằng mật khẩu",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
            "import-old-word `a.txt` là tệp Word 97–2003 (.doc), chưa đọc được",
        ),
        (b"MIME-Version: 1.0\n<html>", "import-kind `a.txt` là loại chưa đọc được: MHTML (.mht)"),
        (b"%PDF-1.7", "import-kind `a.txt` là loại chưa đọc được: PDF"),
    ];
    for (bytes, expected) in kinds {
        let faults = import(bytes, "a.txt", &facts(), &Register::default()).expect_err(expected);
        assert_eq!(sentences(&faults), expected);
    }
}

#[test]
fn options_that_cannot_be_what_they_should() {
    let text = format!("{HEADER}1 | Du lịch | Sở Y tế | | 2023\n");
    let wrong = |fact: &str| Some(fact.to_owned());
    let options = planpress::import::ImportOptions {
        plan: wrong("Kế hoạch"),
        issued: wrong("15/6/2022"),
        role: wrong("copy"),
        ..facts()
    };
    let faults = import(text.as_bytes(), "a.txt", &options, super::register()).expect_err("faults");
    assert_eq!(
        sentences(&faults),
        "bad-fact tùy chọn --issued không nhận `15/6/2022`\n\
         bad-fact tùy chọn --role không nhận `copy`\n\
         bad-fact tùy chọn --plan không nhận `Kế hoạch`"
    );
}

#[test]
fn what_is_not_known_stays_absent_and_is_named() {
    let text = format!("{HEADER}1 | Du lịch | Sở Y tế | | 2023\n");
    let options = planpress::import::ImportOptions::default();
    let imported = import(text.as_bytes(), "Kế hoạch.txt", &options, super::register());
    let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    assert_eq!(imported.draft.id, "ke-hoach");
    assert_eq!(imported.draft.facts.title, "Văn bản trong tệp Kế hoạch.txt");
    assert!(imported.draft.facts.title_by_editor);
    assert_eq!(imported.draft.documents[0].role, "transcript");
    assert_eq!(
        sentences(&imported.diagnostics),
        "\
fact-missing chưa biết số, ký hiệu: không thấy trong văn bản, cũng không có --number
fact-missing chưa biết loại văn bản: không thấy trong văn bản, cũng không có --type
fact-missing chưa biết tên kế hoạch: không thấy trong văn bản, cũng không có --title
fact-missing chưa biết cơ quan ban hành: không thấy trong văn bản, cũng không có --issuer
fact-missing chưa biết tỉnh, thành phố của kế hoạch: không thấy trong văn bản, cũng không có --place
fact-missing chưa biết ngày hoặc năm ban hành: không thấy trong văn bản, cũng không có --issued
fact-missing chưa biết thời gian của cả kế hoạch: không thấy trong văn bản, cũng không có --period
name-not-in-register Kế hoạch.txt, bảng 1, dòng 2, cột Chủ trì: tên `Sở Y tế` là của nhiều cơ quan trong sổ: `so-y-te-hung-yen`, `so-y-te-hung-yen-2025`, `so-y-te-son-la`"
    );
    let nameless = import(text.as_bytes(), "….txt", &options, super::register());
    let found = sentences(&nameless.expect_err("no id"));
    assert!(found.contains("import-no-id không đặt được mã cho kế hoạch từ `….txt`"), "{found}");
}
