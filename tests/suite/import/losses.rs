//! The account notices a lost word on every way that words take: spans, repeats, joints, and what one cell says of another.

use planpress::content;
use planpress::tree::{File, RelPath, Tree};

use super::{grid, import_manuscript, sentences};

/// A plan whose words take all of these ways.
const PLAN: &str = "\
STT | Nội dung | Phân công | Thời gian | Ghi chú
I. Việc chung | ← | ← | ← | ←
1 | Khám bệnh cho | Chủ trì: Sở Y tế; phối hợp: Công an tỉnh | 2023 | gấp
 | nhân dân | | | ↑
2 | Tiêm phòng | Sở Y tế | 2024 | ↑
↑ | ↑ | Công an tỉnh | 2025 | ↑
II | Việc riêng | Việc riêng | Việc riêng | Việc riêng
3 | Du lịch | Công an tỉnh | 2023 |
3.1 | Mở tuyến | | |
3.2 | Quảng bá | nt | nt |
";

/// File, words of it, what stands there instead, and the row that misses them.
const LOSSES: &[(&str, &str, &str, &str)] = &[
    // A title that spans the row: its number, its words.
    ("plan.md", "\"I.\"", "\"I\"", "dòng 2"),
    ("plan.md", "Việc chung", "Việc", "dòng 2"),
    // A title that is repeated.
    ("plan.md", "Việc riêng", "Việc", "dòng 7"),
    // A cell that is parted.
    ("i/i-1.md", "; phối hợp: Công an tỉnh", "", "dòng 3"),
    // Words behind a page break.
    ("i/i-1.md", " nhân dân", "", "dòng 3"),
    // A cell that spans rows, where it stands and below.
    ("i/i-1.md", "gấp", "", "dòng 3"),
    ("i/i-2.md", "gấp", "", "dòng 5"),
    // Rows of one text: agencies and periods.
    ("i/i-2.md", "\nCông an tỉnh", "", "dòng 5"),
    ("i/i-2.md", "2025", "2026", "dòng 5"),
    // A blank cell that another row speaks for, and a word that points above.
    ("ii-3/ii-3-1.md", "lead = \"\"", "", "dòng 9"),
    ("ii-3/ii-3-1.md", "period = \"\"", "", "dòng 9"),
    ("ii-3/ii-3-2.md", "lead = \"nt\"", "", "dòng 10"),
    ("ii-3/ii-3-2.md", "period = \"nt\"", "", "dòng 10"),
];

#[test]
fn a_lost_word_is_noticed_whatever_way_it_took() {
    let (manuscript, options) = grid::read(PLAN);
    let imported = import_manuscript(manuscript, &options);
    let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    let files = content::print(&imported.draft);
    imported.account(&files).unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    for (file, words, instead, row) in LOSSES {
        let tampered = tampered(&files, file, words, instead);
        let found = sentences(&imported.account(&tampered).expect_err(words));
        assert!(found.contains("import-lost") && found.contains(row), "{file} {words}: {found}");
    }
}

/// The files with a replacement at the last place of these words in one of them.
fn tampered(files: &Tree, file: &str, words: &str, instead: &str) -> Tree {
    let path = RelPath::new(format!("ke-hoach/150-kh-ubnd-2022/{file}")).expect("a path");
    let bytes = files.bytes(path.as_str()).unwrap_or_else(|| panic!("no {file}"));
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let place = text.rfind(words).unwrap_or_else(|| panic!("{file} has no {words}: {text}"));
    let text = format!("{}{instead}{}", &text[..place], &text[place + words.len()..]);
    let mut files = files.clone();
    files.insert(path, File::Bytes(text.into_bytes()));
    files
}
