//! Laws that hold for every text: no panic, and nothing lost without a word.

use planpress::content;
use planpress::import::table::Block;
use planpress::import::{Choices, plain};
use planpress::text::visible;
use proptest::prelude::{ProptestConfig, Strategy, any, proptest};
use proptest::prop_oneof;
use proptest::sample::select;

use super::{import_text, sentences};

/// Pieces that plans are made of, and those that readers stumble over.
const PIECES: &[&str] = &[
    "STT",
    "Nội dung",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
    "Ghi chú",
    "A",
    "B",
    "I",
    "II",
    "1",
    "2",
    "1.1",
    "1.1.1",
    "a)",
    "đ)",
    "-",
    "+",
    "",
    " ",
    "(1)",
    "2023",
    "2023\n- 2024",
    "Thường xuyên",
    "Quý III/2022",
    "Sở Y tế",
    "- Sở Y tế\n- Sở Nội vụ",
    "Các sở, ban, ngành; UBND các huyện thuộc tỉnh Hưng Yên",
    "Huyện Thuận Châu, Sông Mã",
    "huyện Kim Động, tỉnh Hưng Yên.",
    "Học tập, trao đổi kinh nghiệm",
    "##",
    "\\## a",
    "+++",
    "\"\"\"",
    "'''",
    "a\\b",
    "# x",
    "kinh tế -\nxã hội",
    "e\u{301}",
    "\u{301}",
    "\u{200b}",
    "\t",
    "----",
];

fn table(separator: &'static str, end: &'static str) -> impl Strategy<Value = String> {
    let row = proptest::collection::vec(select(PIECES), 0..7).prop_map(move |r| r.join(separator));
    proptest::collection::vec(row, 0..9).prop_map(move |rows| {
        let header =
            ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú"].join(separator);
        format!("{header}{end}{}", rows.join(end))
    })
}

const NUMBERS: &[&str] =
    &["A", "B", "I", "II", "1", "2", "3", "1.1", "1.2", "1.1.1", "a)", "đ)", "-", "+", "NV-01"];
const TEXTS: &[&str] = &[
    "Học tập, trao đổi\nkinh nghiệm",
    "## Y tế",
    "\\## Y tế",
    "Gồm:\n- một;\n- hai",
    "+++ a",
    "\"\"\" '''",
    "a\\b {c}",
    "# đề mục",
    "Sơn La -\nHưng Yên",
    "ờ\u{200b}\u{301}",
];
const AGENCIES: &[&str] = &[
    "",
    "-",
    "Sở Y tế",
    "Sở Y tế.",
    "- Sở Y tế\n- Sở Lao động\n- Thương binh và Xã hội",
    "- Các sở, ban, ngành; UBND các huyện, thành\nphố thuộc tỉnh Hưng Yên",
    "Huyện Thuận Châu, Sông Mã",
    "Sở Văn hóa, Thể thao và Sở Du lịch tỉnh Hưng Yên",
    "huyện Kim Động, tỉnh Hưng Yên.",
    "nt",
    "Ai \"đó\"",
];
const PERIODS: &[&str] = &[
    "",
    "2023",
    "2023\n- 2024",
    "Thường\nxuyên",
    "Quý III/2022",
    "khi có kinh phí",
    "Quý I/2023\nQuý IV/2023",
];

/// A plan whose cells stand where they should: a row is a title, or has all its cells.
fn plan() -> impl Strategy<Value = String> {
    let title = (select(NUMBERS), select(TEXTS)).prop_map(|(number, text)| vec![number, text]);
    let cells =
        (select(NUMBERS), select(TEXTS), select(AGENCIES), select(AGENCIES), select(PERIODS));
    let task = (cells, select(TEXTS)).prop_map(|((number, text, lead, with, when), product)| {
        vec![number, text, lead, with, when, product]
    });
    let row = prop_oneof![1 => title, 3 => task];
    proptest::collection::vec(row, 1..12).prop_map(|rows| {
        let header = ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"];
        let cells = header.into_iter().chain(rows.into_iter().flatten());
        cells.collect::<Vec<_>>().join("\n|\n")
    })
}

/// Cells of a table with spans, as they should stand in their columns, and those that stand in none.
const GRID: [&[&str]; 5] = [
    &["1", "2", "1.1", "-", "I", "", "↑", "I. Y tế", "A - Y tế", "←", "Tổng cộng"],
    &["Khám bệnh", "khám bệnh", "Y tế", "↑", "↑", "←", "←", "", "II. Y tế", "Ghi chú: a"],
    &["Sở Y tế", "Chủ trì: Sở Y tế; phối hợp: Công an tỉnh", "nt", "", "↑", "←", "←", "Sở Y tế,"],
    &["Công an tỉnh", "- Công an tỉnh / - Sở Y tế", "″", "", "↑", "←", "←", "công an tỉnh"],
    &["2023", "Sau khi họp", "như trên", "", "↑", "←", "←", "2023 -"],
];

/// Tables with spans, some of them with a header of two rows, some in several pieces.
fn grid() -> impl Strategy<Value = String> {
    let headers = [
        "STT | Nội dung | Chủ trì | Phối hợp | Thời gian",
        "STT | Nội dung | Cơ quan thực hiện | ← | Thời gian\n↑ | ↑ | Chủ trì | Phối hợp | ↑",
        "Mã | Nội dung | Phân công | Bắt đầu | Kết thúc",
    ];
    let row = (select(GRID[0]), select(GRID[1]), select(GRID[2]), select(GRID[3]), select(GRID[4]));
    let row = row.prop_map(|(a, b, c, d, e)| [a, b, c, d, e].join(" | "));
    let rows = proptest::collection::vec(row, 1..7).prop_map(|rows| rows.join("\n"));
    let heads = select(&["", "Phụ lục II\n", "3\n"][..]);
    let piece = (heads, any::<bool>(), rows);
    (select(headers.to_vec()), proptest::collection::vec(piece, 1..3)).prop_map(
        |(header, pieces)| {
            let piece = |(place, (head, headed, rows)): (usize, (&str, bool, String))| {
                let header =
                    if place == 0 || headed { format!("{header}\n") } else { String::new() };
                format!("{head}{header}{rows}\n\n")
            };
            pieces.into_iter().enumerate().map(piece).collect()
        },
    )
}

/// Whatever is accepted can be written, read back as the same words, and accounted for.
fn law(text: &str) {
    let manuscript = plain::read(text, &Choices::default());
    let read: String = manuscript
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Text(lines) => lines.clone(),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| row.cells.iter().map(|c| c.text())).collect()
            }
        })
        .map(|words| visible(&words))
        .collect();
    assert_eq!(read, manuscript.visible);
    let Ok(imported) = import_text(text) else { return };
    let files = content::print(&imported.draft);
    if let Err(faults) = imported.account(&files) {
        panic!("{}", sentences(&faults));
    }
    // What a task's file says is what the draft says.
    let (library, _) = content::parse(&files);
    let plan = library.plans.first().expect("a plan");
    let ids: Vec<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let expected: Vec<&str> = imported.draft.tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(ids, expected);
    for (task, drafted) in plan.tasks.iter().zip(&imported.draft.tasks) {
        assert_eq!(task.paragraphs, drafted.paragraphs);
        assert_eq!(task.cells, drafted.cells);
        assert_eq!(task.extra, drafted.extra);
        assert_eq!(task.group, drafted.group);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text(text in any::<String>()) {
        law(&text);
    }

    #[test]
    fn any_rows(text in table(" | ", "\n")) {
        law(&text);
    }

    #[test]
    fn any_groups_of_lines(text in table("\n|\n", "\n|\n")) {
        law(&text);
    }

    #[test]
    fn any_plan(text in plan()) {
        law(&text);
    }

    #[test]
    fn any_grid(text in grid()) {
        let (manuscript, options) = super::grid::read(&text);
        let imported = super::import_manuscript(manuscript, &options);
        let Ok(imported) = imported else { return Ok(()) };
        if let Err(faults) = imported.account(&content::print(&imported.draft)) {
            panic!("{}\n{text}", sentences(&faults));
        }
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let options = planpress::import::ImportOptions::default();
        let register = planpress::model::Register::default();
        // What comes out is of no account here: it must come out at all.
        let _ = super::import(&bytes, "a.txt", &options, &register);
    }
}
