//! Old encodings: one plan in each of them gives one draft; what is ordinary stays, what is unclear is refused.

use planpress::content;
use planpress::diagnostic::{Diagnostics, Lang, Messages};
use planpress::import::table::{Block, Cell, Manuscript};
use planpress::import::{Encoding, Import, ImportOptions};
use planpress::text;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, proptest};
use proptest::prop_oneof;
use proptest::sample::select;

use super::encoders::{bytes, tcvn3, twice, vni, windows_1258};
use super::{
    DUMP, dump, facts, import, import_whole, outline, read_manuscript, register, sentences,
};

fn shipped() -> String {
    String::from_utf8(dump()).expect("UTF-8")
}

fn import_bytes(document: &[u8], encoding: Option<&str>) -> Result<Import, Diagnostics> {
    let options = ImportOptions { encoding: encoding.map(str::to_owned), ..facts() };
    import(document, DUMP, &options, register())
}

/// The document gives the draft of the shipped dump, and the encoding is found and said.
#[track_caller]
fn same(document: &[u8], found: Option<Encoding>) -> Import {
    let imported = same_but_for_case(document, found);
    assert_eq!(imported.draft, import_whole(&shipped()).draft);
    imported
}

/// The same as far as case does not matter: TCVN3 has no capitals with tones.
#[track_caller]
fn same_but_for_case(document: &[u8], found: Option<Encoding>) -> Import {
    let imported = import_bytes(document, None).unwrap_or_else(|f| panic!("{}", sentences(&f)));
    let account = imported.account(&content::print(&imported.draft));
    let account = account.unwrap_or_else(|f| panic!("{}", sentences(&f)));
    let expected = import_whole(&shipped());
    assert_eq!(imported.draft.tasks.len(), 42);
    assert_eq!(outline(&imported.draft).to_lowercase(), outline(&expected.draft).to_lowercase());
    for (task, expected) in imported.draft.tasks.iter().zip(&expected.draft.tasks) {
        let agencies = |mentions: &[planpress::model::DraftMention]| {
            mentions.iter().map(|m| m.agency.clone()).collect::<Vec<_>>()
        };
        assert_eq!(agencies(&task.lead), agencies(&expected.lead), "{}", task.number);
        assert_eq!(agencies(&task.coordinating), agencies(&expected.coordinating));
        assert_eq!(task.period, expected.period);
    }
    assert_eq!(imported.report.encoding, found);
    let said = |lines: Vec<String>| lines.iter().any(|line| line.starts_with("Mã chữ:"));
    let messages = Messages::of(Lang::Vi);
    assert_eq!(said(imported.report.lines(&account, &messages)), found.is_some());
    let report = imported.report.markdown(&account, &imported.diagnostics);
    assert_eq!(report.contains("\n- Mã chữ: "), found.is_some());
    imported
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn the_plan_in_utf_16_of_both_ends_with_and_without_a_mark() {
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        same(&utf16(&shipped(), unit), Some(Encoding::Utf16));
        same(&utf16(&format!("\u{feff}{}", shipped()), unit), Some(Encoding::Utf16));
    }
}

#[test]
fn the_plan_in_windows_1258() {
    same(&windows_1258(&shipped()), Some(Encoding::Windows1258));
}

#[test]
fn the_plan_in_vni() {
    same(&bytes(&vni(&shipped())), Some(Encoding::Vni));
    same(vni(&shipped()).as_bytes(), Some(Encoding::Vni));
    same(&utf16(&vni(&shipped()), u16::to_le_bytes), Some(Encoding::Vni));
}

#[test]
fn the_plan_in_tcvn3() {
    same_but_for_case(&bytes(&tcvn3(&shipped())), Some(Encoding::Tcvn3));
    same_but_for_case(tcvn3(&shipped()).as_bytes(), Some(Encoding::Tcvn3));
}

#[test]
fn every_letter_comes_back_from_every_encoding() {
    let sure = "Thực hiện nhiệm vụ hợp tác giữa hai tỉnh về phát triển nguồn nhân lực\n".repeat(20);
    let small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    let letters = small.chars().flat_map(|small| small.to_uppercase().chain([' ', small, ' ']));
    let text = sure + &letters.collect::<String>();
    let visible = text::visible(&text);
    assert_eq!(read(&windows_1258(&text)), visible);
    assert_eq!(read(&bytes(&vni(&text))), visible);
    assert_eq!(read(&bytes(&tcvn3(&text))).to_lowercase(), visible.to_lowercase());
    let bare = "ĂÂÊÔƠƯĐ";
    assert!(read(&bytes(&tcvn3(&format!("{text}\n{bare}")))).ends_with(bare));
}

#[test]
fn the_plan_encoded_twice() {
    same(twice(&shipped()).as_bytes(), Some(Encoding::Utf8Twice));
}

#[test]
fn the_plan_decomposed_is_plain_utf_8() {
    use unicode_normalization::UnicodeNormalization;
    same(shipped().nfd().collect::<String>().as_bytes(), None);
}

#[test]
fn every_option_reads_its_encoding_and_a_wrong_one_is_named() {
    let documents = [
        ("utf-8", dump()),
        ("UTF-16", utf16(&shipped(), u16::to_be_bytes)),
        ("windows-1258", windows_1258(&shipped())),
        ("tcvn3", bytes(&tcvn3(&shipped()))),
        ("tcvn3", tcvn3(&shipped()).into_bytes()),
        ("vni", bytes(&vni(&shipped()))),
        ("vni", vni(&shipped()).into_bytes()),
    ];
    for (name, document) in documents {
        let imported = import_bytes(&document, Some(name));
        let imported = imported.unwrap_or_else(|faults| panic!("{name}: {}", sentences(&faults)));
        let expected = outline(&import_whole(&shipped()).draft).to_lowercase();
        assert_eq!(outline(&imported.draft).to_lowercase(), expected, "{name}");
    }
    let faults = import_bytes(&dump(), Some("utf8")).expect_err("no such encoding");
    assert_eq!(sentences(&faults), "bad-fact tùy chọn --encoding không nhận `utf8`");
    let faults = import_bytes(&windows_1258(&shipped()), Some("utf-8")).expect_err("no UTF-8");
    let expected =
        "import-encoding chữ của `ke-hoach-150-kh-ubnd.txt` không theo mã utf-8 (từ dòng 3)";
    assert_eq!(sentences(&faults), expected);
}

#[test]
fn what_is_not_clear_is_refused_with_the_encodings_that_would_do() {
    let refused =
        |document: &[u8]| sentences(&read_manuscript(document, "a.txt").expect_err("unclear"));
    assert_eq!(
        refused(b"STT | N\xf4i dung"),
        "import-encoding không biết `a.txt` dùng mã chữ nào (từ dòng 1): đọc theo windows-1258, tcvn3, vni, \
         windows-1252 đều ra tiếng Việt"
    );
    // UTF-8 with one byte that was lost.
    let mut damaged = dump();
    let place = damaged.iter().rposition(|byte| !byte.is_ascii()).expect("a letter");
    damaged.remove(place);
    let told = refused(&damaged);
    assert!(told.contains("không đọc được chữ của `a.txt` (từ dòng 777)"), "{told}");
    assert!(
        told.ends_with("không phải Unicode, và không ra tiếng Việt theo mã cũ nào đã biết"),
        "{told}"
    );
    // VISCII, which is not read.
    let strange = "STT | Nµi dung | Th¶i h’n\n1 | Ki¬m tra, giám sát vi®c th½c hi®n | Quý I\n2 | H÷p t¡c ðào t’o | Thß¶ng xuyên\n";
    let told = refused(strange.as_bytes());
    assert!(
        told.starts_with("import-encoding chữ trong bảng của `a.txt` không ra tiếng Việt"),
        "{told}"
    );
}

#[test]
fn text_beyond_ascii_that_is_binary_is_refused() {
    let faults = read_manuscript(b"a\0b\xff\0\0c", "a.txt").expect_err("binary");
    assert!(sentences(&faults).starts_with("import-"), "{}", sentences(&faults));
}

fn lines(manuscript: &Manuscript) -> Vec<String> {
    let block = |block: &Block| match block {
        Block::Text(lines) => lines.clone(),
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| row.cells.iter().map(Cell::text)).collect()
        }
    };
    manuscript.blocks.iter().flat_map(block).collect()
}

#[test]
fn a_page_mixes_a_title_in_unicode_and_a_table_in_an_old_font() {
    let rows = [["1", "Nhiệm vụ", "Sở Y tế"], ["2", "vụ", "Công an tỉnh"]];
    let row =
        |row: &[&str; 3]| format!("<tr>{}</tr>", row.map(|c| format!("<td>{}", tcvn3(c))).concat());
    let page = format!(
        "<html><p>Sông Mã, ngày 15 tháng 6</p><p>Kế hoạch hợp tác</p><table>{}</table><p>Thông báo đã gửi",
        rows.iter().map(row).collect::<String>()
    );
    let manuscript = read_manuscript(page.as_bytes(), "a.html").expect("read");
    let mut expected = vec!["Sông Mã, ngày 15 tháng 6", "Kế hoạch hợp tác"];
    expected.extend(rows.iter().flatten());
    expected.push("Thông báo đã gửi");
    assert_eq!(lines(&manuscript), expected);
    assert_eq!(manuscript.visible, text::visible(&expected.concat()));
}

#[test]
fn a_page_names_the_letters_that_its_bytes_cannot_say() {
    let page = b"<html><meta charset=windows-1252><table><tr><td>C\xf4ng an t&#7881;nh<td>Ch\xednh tr&#7883;, th\xf4ng tin\
                 <td>&#272;&#224;o t&#7841;o, v\xe0 h\xe0nh ch\xednh</table>";
    let manuscript = read_manuscript(page, "a.html").expect("read");
    let expected = ["Công an tỉnh", "Chính trị, thông tin", "Đào tạo, và hành chính"];
    assert_eq!(lines(&manuscript), expected);
}

#[test]
fn a_page_in_utf_16_is_read_whatever_it_says_of_itself() {
    let page = "<html><meta charset=windows-1258><table><tr><td>Nhiệm vụ<td>Sở Y tế</table>";
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let manuscript = read_manuscript(&utf16(page, unit), "a.html").expect("read");
        assert_eq!(lines(&manuscript), ["Nhiệm vụ", "Sở Y tế"]);
    }
}

#[test]
fn what_a_page_says_decides_between_two_that_are_near() {
    let page = |charset: &str| {
        let head = format!("<html><meta charset={charset}><table><tr><td>");
        [head.as_bytes(), b"N\xf4i dung"].concat()
    };
    let manuscript = read_manuscript(&page("windows-1258"), "a.html").expect("read");
    assert_eq!(lines(&manuscript), ["Nôi dung"]);
    let faults = read_manuscript(&page("gb2312"), "a.html").expect_err("unclear");
    assert!(sentences(&faults).contains("đều ra tiếng Việt"), "{}", sentences(&faults));
}

#[test]
fn ordinary_words_and_foreign_names_stay() {
    let ordinary = [
        "Sông Mã | Quý III | Công an | cô giáo, vô cùng | Ông Tô | «Hà Nam» | 25°C, 10 m², §5 | café",
        "Köln | São Paulo | Citroën | Zürich | Đà Nẵng | Ê-đê | H'Mông | Đắk Lắk",
        "Ðo đạc | Ðo | HÐND | Ðông | Ðo",
        "HĐND | QĐ-UBND | LĐTBXH | đ) | · Sở Y tế",
        "Français | Español | 日本語 | Ελλάδα",
    ];
    for line in ordinary {
        let manuscript = read_manuscript(line.as_bytes(), "a.txt").expect(line);
        assert_eq!(manuscript.visible, text::visible(line).replace('|', ""));
    }
}

/// Words that plans are made of, from a document of its own kind.
const WORDS: &[&str] = &[
    "nhiệm",
    "vụ",
    "Sở",
    "Y",
    "tế",
    "phối",
    "hợp",
    "chủ",
    "trì",
    "đào",
    "tạo",
    "nguồn",
    "nhân",
    "lực",
    "Ủy",
    "ban",
    "Đường",
    "tỉnh",
    "Hưng",
    "Yên",
    "xây",
    "dựng",
    "nông",
    "nghiệp",
    "khuyến",
    "khích",
    "thương",
    "mại",
    "kỹ",
    "thuật",
    "2022",
    "quý",
    "III",
    "thường",
    "xuyên",
    "giữa",
    "các",
    "huyện",
    "quốc",
    "phòng",
    "Ở",
    "ỷ",
    "lại",
    "ẩm",
    "thực",
    "ngoại",
    "giao",
    "Ơn",
];

fn vietnamese() -> impl Strategy<Value = String> {
    // Enough words to tell one encoding from another.
    let line = proptest::collection::vec(select(WORDS), 4..12).prop_map(|words| words.join(" "));
    let sure =
        Just("Thực hiện nhiệm vụ hợp tác giữa hai tỉnh về phát triển nguồn nhân lực".to_owned());
    let rows = proptest::collection::vec(prop_oneof![3 => line, 1 => sure.clone()], 3..9);
    (sure, rows).prop_map(|(sure, rows)| format!("{sure}\n{}", rows.join("\n")))
}

/// Words that Unicode, TCVN3 and VNI all write with the letters of Latin-1, and foreign ones.
const PLAIN_WORDS: &[&str] = &[
    "công", "thông", "không", "vô", "cô", "và", "là", "các", "thành", "Sông", "Mã", "ý", "Quý",
    "hành", "chính", "Köln", "Citroën", "São", "café", "Zürich", "HÐND", "Ðo", "kinh", "III",
    "2022", "«a»", "·", "5°",
];

fn read(document: &[u8]) -> String {
    match read_manuscript(document, "a.txt") {
        Ok(manuscript) => manuscript.visible,
        Err(faults) => panic!("{}", sentences(&faults)),
    }
}

#[test]
fn the_dots_of_a_list_are_no_letters_of_an_old_font() {
    for text in ["· ·", "· · Citroën", "· Sông Mã\n· ·\n· °"] {
        assert_eq!(read(text.as_bytes()), text::visible(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_vietnamese_comes_back_from_every_encoding(text in vietnamese()) {
        let visible = text::visible(&text);
        prop_assert_eq!(read(text.as_bytes()), visible.clone());
        prop_assert_eq!(read(&utf16(&text, u16::to_le_bytes)), visible.clone());
        prop_assert_eq!(read(&windows_1258(&text)), visible.clone());
        prop_assert_eq!(read(&bytes(&vni(&text))), visible.clone());
        prop_assert_eq!(read(vni(&text).as_bytes()), visible.clone());
        prop_assert_eq!(read(twice(&text).as_bytes()), visible.clone());
        prop_assert_eq!(read(&bytes(&tcvn3(&text))).to_lowercase(), visible.to_lowercase());
        prop_assert_eq!(read(tcvn3(&text).as_bytes()).to_lowercase(), visible.to_lowercase());
    }

    #[test]
    fn ordinary_text_is_never_changed(
        lines in proptest::collection::vec(
            proptest::collection::vec(prop_oneof![select(WORDS), select(PLAIN_WORDS)], 1..6), 1..8,
        )
    ) {
        let text = lines.iter().map(|line| line.join(" ")).collect::<Vec<_>>().join("\n");
        prop_assert_eq!(read(text.as_bytes()), text::visible(&text));
        let page = format!("<html><table><tr><td>{}</table>", text.replace('\n', "<tr><td>"));
        if let Ok(manuscript) = read_manuscript(page.as_bytes(), "a.html") {
            prop_assert_eq!(manuscript.visible, text::visible(&text));
        }
    }

    #[test]
    fn any_bytes_come_out_somehow(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for encoding in Encoding::NAMED.map(|(name, _)| Some(name)).into_iter().chain([None]) {
            let _ = import_bytes(&bytes, encoding);
            let page = [b"<table>".as_slice(), &bytes].concat();
            let _ = import_bytes(&page, encoding);
        }
    }
}
