//! What a document says of itself: `title-blocks/<name>.in.txt` is imported without options, `<name>.txt` holds the head of
//! its `plan.md`, the lines of the report, and what is said, to the letter.

use std::fs;

use planpress::content;
use planpress::diagnostic::{Lang, Messages};
use planpress::import::{Fact, Import, ImportOptions};
use planpress::model::Register;
use planpress::text::visible;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::sample::select;
use proptest::{prop_assert, test_runner::RngSeed};

use super::{import, sentences};
use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;

const CASES: &str = "import/title-blocks";

fn read(name: &str, options: &ImportOptions) -> Import {
    let text = fs::read(fixture(&format!("{CASES}/{name}.in.txt"))).expect("a case");
    let imported = import(&text, "van-ban.txt", options, &Register::default());
    imported.unwrap_or_else(|faults| panic!("{name}: {}", sentences(&faults)))
}

fn told(imported: &Import) -> String {
    let files = content::print(&imported.draft);
    let account = imported.account(&files).expect("the account closes");
    let plan = files.bytes(&format!("ke-hoach/{}/plan.md", imported.draft.id)).expect("plan.md");
    let facts = imported.report.lines(&account, &Messages::of(Lang::Vi));
    let facts: Vec<String> = facts
        .into_iter()
        .filter(|line| line.contains("văn bản in") || line.contains("theo dòng"))
        .collect();
    let about_names = |line: &&str| !line.starts_with("name-not-in-register");
    let said = sentences(&imported.diagnostics);
    let said: Vec<&str> = said.lines().filter(about_names).collect();
    format!(
        "{}\n{}\n\n{}\n\n{}\n",
        imported.draft.id,
        String::from_utf8_lossy(plan).trim_end(),
        facts.join("\n"),
        said.join("\n")
    )
}

#[test]
fn each_document_says_what_it_is() {
    let case = |name: String| {
        let told = told(&read(&name, &ImportOptions::default()));
        difference(&told, &format!("{CASES}/{name}.txt"))
    };
    expect_none(stems(CASES, ".in.txt").into_iter().filter_map(case));
}

#[test]
fn an_option_counts_before_the_document() {
    let some = |fact: &str| Some(fact.to_owned());
    let options = ImportOptions {
        number: some("151/KH-UBND"),
        issued: some("2022"),
        issuer: some("UBND tỉnh Sơn La"),
        title: some(
            "kế hoạch triển khai Bản ghi nhớ hợp tác toàn diện giữa tỉnh Sơn La và tỉnh Hưng Yên giai đoạn 2022 - 2025",
        ),
        period: some("2022-2025"),
        place: some("Hưng Yên"),
        ..ImportOptions::default()
    };
    let imported = read("province", &options);
    let facts = &imported.draft.facts;
    assert_eq!(facts.number.as_deref(), Some("151/KH-UBND"));
    assert_eq!(facts.issued.as_deref(), Some("2022"));
    assert_eq!(facts.document_type.as_deref(), Some("Kế hoạch"));
    // The person has written the signed title.
    assert!(!facts.title_by_editor && facts.title.starts_with("kế hoạch"));
    let said = sentences(&imported.diagnostics);
    let differ: Vec<&str> = said.lines().filter(|line| line.starts_with("facts-differ")).collect();
    assert_eq!(
        differ,
        [
            "facts-differ tùy chọn --number ghi `151/KH-UBND`, còn văn bản in `Số: 150/KH-UBND`; lấy theo tùy chọn",
            "facts-differ tùy chọn --place ghi `Hưng Yên`, còn văn bản in `ỦY BAN NHÂN DÂN TỈNH SƠN LA`; lấy theo tùy chọn",
        ]
    );
}

/// Pieces of the form and of what looks like it.
const PIECES: &[&str] = &[
    "ỦY BAN NHÂN DÂN",
    "TỈNH SƠN LA",
    "SỞ Y TẾ",
    "BỘ Y TẾ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 150/KH-UBND",
    "Số:     /KH-UBND",
    "Số: 5/QĐ-SYT Sơn La, ngày 3 tháng 4 năm 2023",
    "Sơn La, ngày 15 tháng 6 năm 2022",
    "Hà Nội, ngày … tháng … năm 2022",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH",
    "KẾ HOẠCH PHÁT TRIỂN DU LỊCH",
    "Triển khai hợp tác giai đoạn 2022 - 2025",
    "V/v triển khai",
    "(Kèm theo Kế hoạch số 150/KH-UBND ngày 15/6/2022",
    "(Ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 99/99/2023 của UBND tỉnh Hưng Yên)",
    "của UBND tỉnh Sơn La)",
    "Căn cứ Quyết định số 9/QĐ-TTg ngày 1 tháng 1 năm 2020;",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "(Đã ký)",
    "Nguyễn Văn A",
    "…",
    "ngày tháng năm",
    "(",
    "e\u{301}\u{200b}",
];

const TABLE: &str = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n1 | Việc | Sở Y tế | | 2023";

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(150), failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    /// Whatever stands around a table: what is taken is printed there, and a fact of the head is none of another document.
    #[test]
    fn nothing_is_taken_that_is_not_printed(
        before in proptest::collection::vec(select(PIECES), 0..10),
        after in proptest::collection::vec(select(PIECES), 0..6),
    ) {
        let text = format!("{}\n{TABLE}\n{}", before.join("\n"), after.join("\n"));
        let imported = import(text.as_bytes(), "van-ban.txt", &ImportOptions::default(), &Register::default());
        // Lines behind the table that end in no row of it are text around it; the import itself has no faults.
        let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
        // A blank without width prints nothing and is dropped.
        let whole = visible(&text).replace('\u{200b}', "");
        for found in &imported.report.facts {
            // The offices of two lines are told with a comma between them.
            let words = if found.fact == Fact::SignerRole { found.words.replace(", ", " ") } else { found.words.clone() };
            prop_assert!(whole.contains(&visible(&words)), "{found:?}");
            if matches!(found.fact, Fact::Number | Fact::Signer | Fact::Title) {
                prop_assert!(whole.contains(&visible(&found.value)), "{found:?}");
            }
        }
        prop_assert!(imported.draft.facts.number.as_deref() != Some("9/QĐ-TTg"));
        prop_assert!(imported.draft.facts.issued.as_deref() != Some("2020-01-01"));
    }
}
