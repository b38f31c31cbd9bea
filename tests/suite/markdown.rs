//! Markdown: what editors write, what enemies write, and where the links are.

use planpress::markdown::{Destination, RawHtml, links, plain, to_html};
use planpress::source::{SourceFile, Span};
use proptest::prelude::{any, proptest};

/// The HTML, with every link within the site led to `to/`.
fn html(markdown: &str) -> String {
    to_html(markdown, RawHtml::Shown, &|address| format!("to/{address}"))
}

#[test]
fn what_editors_write() {
    for (markdown, expected) in [
        ("Sở Y tế & *bạn*", "<p>Sở Y tế &amp; <em>bạn</em></p>\n"),
        ("**đậm** ~~bỏ~~ `mã`", "<p><strong>đậm</strong> <del>bỏ</del> <code>mã</code></p>\n"),
        ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n"),
        ("[Giới thiệu](gioi-thieu.md)", "<p><a href=\"to/gioi-thieu.md\">Giới thiệu</a></p>\n"),
        ("[mục](#nguon \"Nguồn\")", "<p><a href=\"to/#nguon\" title=\"Nguồn\">mục</a></p>\n"),
        ("<https://vi.dụ>", "<p><a href=\"https://vi.d%E1%BB%A5\">https://vi.dụ</a></p>\n"),
        ("<a@b.vn>", "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n"),
        ("[thư](mailto:a@b.vn)", "<p><a href=\"mailto:a@b.vn\">thư</a></p>\n"),
        ("![Bản đồ](tep/ban-do.png)", "<p><img src=\"to/tep/ban-do.png\" alt=\"Bản đồ\" /></p>\n"),
        ("[x][y]\n\n[y]: a.md", "<p><a href=\"to/a.md\">x</a></p>\n"),
        (
            "|a|b|\n|:-|-:|\n|1|2|",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>\n",
        ),
    ] {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

#[test]
fn headings_begin_at_two_and_have_ids_of_their_own() {
    assert_eq!(
        html("# Nguồn *gốc*\n## Nguồn gốc\n### !\n# !\n###### sâu"),
        "<h2 id=\"nguon-goc\">Nguồn <em>gốc</em></h2>\n<h3 id=\"nguon-goc-2\">Nguồn gốc</h3>\n\
         <h4 id=\"muc\">!</h4>\n<h2 id=\"muc-2\">!</h2>\n<h6 id=\"sau\">sâu</h6>\n"
    );
    assert_eq!(html("### Ba\n#### Bốn"), "<h2 id=\"ba\">Ba</h2>\n<h3 id=\"bon\">Bốn</h3>\n");
    assert_eq!(
        html("# A 2\n# A\n# A"),
        "<h2 id=\"a-2\">A 2</h2>\n<h2 id=\"a\">A</h2>\n<h2 id=\"a-3\">A</h2>\n"
    );
}

#[test]
fn footnotes_have_numbers_for_ids() {
    let html = html("một[^x] hai[^ket-qua]\n\n[^ket-qua]: Hai\n\n[^x]: Một");
    for part in [
        "href=\"#chu-thich-1\"",
        "href=\"#chu-thich-2\"",
        "id=\"chu-thich-1\"",
        "id=\"chu-thich-2\"",
    ] {
        assert!(html.contains(part), "{html}");
    }
    assert!(!html.contains("ket-qua"), "{html}");
}

#[test]
fn what_enemies_write_is_shown_as_text() {
    for (markdown, expected) in [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        ("<!-- x --> y", "<p>&lt;!-- x --&gt; y</p>\n"),
        ("[x](javascript:alert(1))", "<p>x</p>\n"),
        ("[x](JavaScript:alert(1))", "<p>x</p>\n"),
        ("[x](java&#10;script:alert(1))", "<p>x</p>\n"),
        ("[x](java&#9;script:alert(1))", "<p>x</p>\n"),
        ("[x](&#1;javascript:alert(1))", "<p>x</p>\n"),
        ("[x](&#106;avascript:alert(1))", "<p>x</p>\n"),
        ("[x](< javascript:alert(1)>)", "<p>x</p>\n"),
        ("[x](data:text/html;base64,PHN2Zz4=)", "<p>x</p>\n"),
        ("[x](vbscript:x)", "<p>x</p>\n"),
        ("[x](//evil.example/)", "<p>x</p>\n"),
        ("[x](/\\\\evil.example/)", "<p>x</p>\n"),
        ("[x](\\\\\\\\evil.example/)", "<p>x</p>\n"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
        ("[x][y]\n\n[y]: javascript:alert(1)", "<p>x</p>\n"),
        ("![chữ](https://evil.example/a.png)", "<p>chữ</p>\n"),
        ("![chữ](data:image/svg+xml,x)", "<p>chữ</p>\n"),
        ("[![chữ](a.png)](javascript:x)", "<p><img src=\"to/a.png\" alt=\"chữ\" /></p>\n"),
        ("[![chữ](javascript:x)](a.md)", "<p><a href=\"to/a.md\">chữ</a></p>\n"),
        ("![\"onerror=x](a.png)", "<p><img src=\"to/a.png\" alt=\"&quot;onerror=x\" /></p>\n"),
        ("![<b>](a.png)", "<p><img src=\"to/a.png\" alt=\"&lt;b&gt;\" /></p>\n"),
        ("[x](a.md '\"onclick=x')", "<p><a href=\"to/a.md\" title=\"&quot;onclick=x\">x</a></p>\n"),
        ("[x](a\"onclick=x)", "<p><a href=\"to/a%22onclick=x\">x</a></p>\n"),
        (
            "```\"><script>\n<x>\n```",
            "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">&lt;x&gt;\n</code></pre>\n",
        ),
        ("# <img src=x>", "<h2 id=\"img-src-x\">&lt;img src=x&gt;</h2>\n"),
    ] {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

proptest! {
    /// Whatever is written, the HTML has no element and no attribute that could run something or reach another host.
    #[test]
    fn nothing_written_can_run(markdown in "([<>\\[\\]()!\"'#:/&;a-c\n ]|javascript:|<script>|onload=|\\]\\(|!\\[|data:|//x|&#10;){0,40}") {
        let html = to_html(&markdown, RawHtml::Shown, &str::to_owned);
        for tag in tags(&html) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            assert!(KNOWN.split(' ').any(|known| known == name), "{tag} in {html}");
            for attribute in ["href=\"", "src=\""] {
                if let Some((_, value)) = tag.split_once(attribute) {
                    let address = value.split('"').next().unwrap_or_default();
                    assert_ne!(Destination::of(address), Destination::Forbidden, "{tag}");
                }
            }
            // Outside of quotes there is nothing but known attributes.
            let (_, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
            for outside in attributes.split('"').step_by(2) {
                assert!(ATTRIBUTES.contains(&outside), "{tag} in {html}");
            }
        }
    }

    /// No text makes the program stop.
    #[test]
    fn every_text_is_read(markdown in any::<String>()) {
        let source = SourceFile::new("a.md", markdown.as_str());
        let _ = (html(&markdown), plain(&markdown), links(&Span::new(&source, 0..markdown.len())));
    }
}

/// The elements that Markdown may become.
const KNOWN: &str = "p a img em strong del code pre h2 h3 h4 h5 h6 ul ol li blockquote hr br table thead tbody tr th td div sup";

/// What may stand in a tag outside of quotes.
const ATTRIBUTES: [&str; 9] =
    ["", " href=", " src=", " alt=", " title=", " id=", " class=", " start=", " /"];

/// What stands between `<` and `>`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

#[test]
fn links_have_their_place_in_the_file() {
    let head = "+++\ntitle = 'x'\n+++\n";
    let body = "Ủy [một](a.md) và [a.md](a.md \"a.md\") <https://b.vn>\n\
                ![ảnh ![trong](c.png)](d.png) [e] [f][g] <h@i.vn> [x](javascript:1) [^1]\n\n\
                [e]: e.md\n[g]: g.md\n[^1]: chú [thích](j.md)\n";
    let source = SourceFile::new("a.md", format!("{head}{body}"));
    let span = Span::new(&source, head.len()..head.len() + body.len());
    let found: Vec<String> = links(&span)
        .iter()
        .map(|(address, place)| {
            let (line, column) = place.source.line_and_column(place.range.start);
            format!("{line}:{column} {address} «{}»", place.text())
        })
        .collect();
    assert_eq!(
        found,
        [
            "4:10 a.md «a.md»",
            "4:26 a.md «a.md»",
            "4:40 https://b.vn «https://b.vn»",
            "5:24 d.png «d.png»",
            "5:16 c.png «c.png»",
            "5:31 e.md «[e]»",
            "5:35 g.md «[f][g]»",
            "5:43 mailto:h@i.vn «h@i.vn»",
            "5:55 javascript:1 «javascript:1»",
            "9:19 j.md «j.md»",
        ]
    );
}

#[test]
fn plain_words_stand_on_lines_of_their_own() {
    let markdown = "# Nguồn\nTừ *cổng*\n[pháp luật](x)  \nvà ![ảnh](a.png)\n\n- một\n  - hai\n- ba\n\n|a|b|\n|-|-|\n|1|2|\n\n`mã` <b>x</b>";
    assert_eq!(
        plain(markdown),
        "Nguồn\nTừ cổng pháp luật và ảnh\nmột\nhai\nba\na b\n1 2\nmã <b>x</b>"
    );
}
