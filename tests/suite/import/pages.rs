//! Web pages: the shipped plan as one, and pages that were made to harm.

use planpress::import::table::{Block, Cell};
use planpress::import::{Choices, plain};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::select;

use super::manuscripts::words;
use super::{dump, facts, import, import_whole, outline, read_manuscript, register, sentences};

fn shipped() -> String {
    String::from_utf8(dump()).expect("UTF-8")
}

#[test]
fn the_plan_as_a_page() {
    let manuscript = plain::read(&shipped(), &Choices::default());
    // Names of agencies begin lines that the document prints; elsewhere its lines are wraps.
    let cell = |(column, cell): (usize, &Cell)| {
        let lines = cell.lines.join("\n");
        let printed = if column == 3 { lines.replace("\n- ", "<br>- ") } else { lines };
        format!("<td>{printed}")
    };
    let row = |cells: &[Cell]| cells.iter().enumerate().map(cell).collect::<String>();
    let rows = manuscript.tables().flat_map(|table| &table.rows);
    let rows: String = rows.map(|of_dump| format!("<tr>{}", row(&of_dump.cells))).collect();
    let page = format!("<div>Menu</div><table>{rows}</table>");
    let imported = import(page.as_bytes(), "trang.doc", &facts(), register());
    let imported = imported.unwrap_or_else(|faults| panic!("{}", sentences(&faults)));
    assert_eq!(outline(&imported.draft), outline(&import_whole(&shipped()).draft));
}

#[test]
fn pages_made_to_harm_are_refused_or_read_within_limits() {
    let told = |page: &str| match read_manuscript(page.as_bytes(), "a.html") {
        Ok(manuscript) => {
            assert_eq!(words(&manuscript), manuscript.visible);
            "read".to_owned()
        }
        Err(faults) => sentences(&faults),
    };
    let deep = "import-limit `a.html` lồng các phần vào nhau sâu quá 256 lớp";
    let many = |piece: &str| format!("<html>{}", piece.repeat(10_000));
    assert_eq!(told(&format!("<html>{}", "<div>".repeat(100_000))), deep);
    assert_eq!(told(&many("<table><tr><td>")), deep);
    assert_eq!(told(&many("<svg><td>")), deep);
    assert_eq!(told(&many("<table>")), "read");
    assert_eq!(told(&many("<b>")), deep);
    let fonts: String = (0..10_000).map(|n| format!("<p><font color={n}>a")).collect();
    assert_eq!(told(&format!("<html>{fonts}")), deep);
    let fonts: String = (0..200).map(|n| format!("<font color={n}>")).collect();
    let told_of_clones = told(&format!("<html><p>{fonts}</p>{}", "<p>a</p>".repeat(20_000)));
    assert!(told_of_clones.ends_with("phần tử, giới hạn là 2000000"), "{told_of_clones}");
    let attributes: String = (0..100_000).map(|n| format!(" a{n}")).collect();
    assert_eq!(
        told(&format!("<html><p{attributes}>")),
        "import-limit một thẻ của `a.html` có 100000 thuộc tính, giới hạn là 5000"
    );
    let frames = format!("<html>{}", "<table><tr><td>".repeat(40));
    assert_eq!(told(&frames), "import-limit `a.html` lồng các phần vào nhau sâu quá 16 lớp");
    let wide = format!("<table><tr>{}", "<td>a".repeat(257));
    assert_eq!(told(&wide), "import-limit một bảng của `a.html` có > 256 cột, giới hạn là 256");
    let spans = format!("<table>{}", "<tr><td colspan=256 rowspan=65534>".repeat(4_000));
    let told_of_spans = told(&spans);
    assert!(told_of_spans.contains("import-limit"), "{told_of_spans}");
    assert_eq!(told(&many("<tr><td><p>a</p>").replace("<html>", "<table>")), "read");
    assert_eq!(told("<table><tr><td rowspan=99999999999999999999 colspan=99999999999>a"), "read");
}

/// Tags and words that pages are made of.
const PIECES: &[&str] = &[
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td rowspan=2>",
    "<td colspan=3>",
    "<td rowspan=0 colspan=2>",
    "</td>",
    "<thead>",
    "<tfoot>",
    "<tbody>",
    "<caption>",
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "</div>",
    "<ul><li>",
    "</ul>",
    "<b>",
    "</b>",
    "<del>",
    "</del>",
    "<pre>",
    "</pre>",
    "<select><option>",
    "</select>",
    "<svg>",
    "</svg>",
    "<template>",
    "</template>",
    "<style>",
    "</style>",
    "<p hidden>",
    "<tr style='display:none'>",
    "Sở Y tế",
    "e",
    "&#769;",
    "&nbsp;",
    "\n",
    " ",
    "1",
    "<!-- x -->",
    "<textarea>",
    "</textarea>",
    "<form>",
    "<col>",
    "<sup>",
    "<img>",
    "<frameset>",
    "<math>",
    "<mi>",
    "<title>",
    "</title>",
    "<body>",
    "</html>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_shown_is_lost_from_any_page(pieces in proptest::collection::vec(select(PIECES), 0..60)) {
        let page = format!("<html>{}", pieces.concat());
        if let Ok(manuscript) = read_manuscript(page.as_bytes(), "a.html") {
            assert_eq!(words(&manuscript), manuscript.visible, "{page}");
            let rows = manuscript.tables().flat_map(|table| &table.rows);
            for cell in rows.flat_map(|row| &row.cells) {
                assert!(cell.covered.is_none() || cell.is_blank(), "{page}");
            }
            let texts = manuscript.blocks.iter().filter(|block| matches!(block, Block::Text(_)));
            assert!(texts.count() <= manuscript.tables().count() + 1, "{page}");
        }
    }

    #[test]
    fn any_text_is_a_page(text in any::<String>()) {
        let page = format!("<html>{text}");
        if let Ok(manuscript) = read_manuscript(page.as_bytes(), "a.html") {
            assert_eq!(words(&manuscript), manuscript.visible, "{page}");
        }
    }
}
