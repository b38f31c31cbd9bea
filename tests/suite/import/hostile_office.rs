//! Documents of Word and LibreOffice that are damaged or were made to harm: one clear fault each, or a bounded reading; never
//! a panic, and quickly.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manuscripts::told;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OPEN: &str = "urn:oasis:names:tc:opendocument:xmlns:";
const KIND: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in entries {
        zip.start_file(*name, options).expect("an entry");
        zip.write_all(content.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn relations(target: &str) -> String {
    format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='{KIND}' Target='{target}'/></Relationships>"
    )
}

/// A document of Word with this part as its text.
fn word_part(part: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &relations("word/document.xml")),
        ("word/document.xml", part),
    ])
}

/// A document of Word with this in its body.
fn word(body: &str) -> Vec<u8> {
    word_part(&format!("<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>"))
}

/// A text of LibreOffice with this in it.
fn open_text(text: &str) -> Vec<u8> {
    let names =
        format!("xmlns:o='{OPEN}office:1.0' xmlns:text='{OPEN}text:1.0' xmlns:t='{OPEN}table:1.0'");
    let content = format!(
        "<o:document-content {names}><o:body><o:text>{text}</o:text></o:body></o:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    archive(&[("mimetype", kind), ("content.xml", &content)])
}

fn refused(document: &[u8], file: &str, expected: &str) {
    assert_eq!(told(document, file).trim_end(), expected);
}

#[test]
fn a_word_document_that_nests_without_end() {
    let deep = "import-limit `a.docx` lồng các phần vào nhau sâu quá 256 lớp";
    refused(&word(&"<w:sdt>".repeat(10_000)), "a.docx", deep);
    let foreign = "<x>".repeat(10_000) + &"</x>".repeat(10_000);
    refused(&word(&format!("<w:p><w:r>{foreign}</w:r></w:p>")), "a.docx", deep);
    let table = "<w:tbl><w:tr><w:tc>".repeat(10_000) + &"</w:tc></w:tr></w:tbl>".repeat(10_000);
    let nested = "import-limit `a.docx` lồng các phần vào nhau sâu quá 16 lớp";
    refused(&word(&table), "a.docx", nested);
    let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    let alternatives = format!(
        "<w:p xmlns:mc='{compatibility}'><mc:AlternateContent><mc:Choice/><mc:Fallback>{foreign}\
         </mc:Fallback></mc:AlternateContent></w:p>"
    );
    refused(&word(&alternatives), "a.docx", deep);
}

#[test]
fn a_word_table_of_more_columns_than_there_can_be() {
    let cell = |properties: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p/></w:tc>");
    let row = |cells: &str| word(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>"));
    let fault = |columns: &str| {
        format!("import-limit một bảng của `a.docx` có {columns} cột, giới hạn là 256")
    };
    let span = |columns: &str| cell(&format!("<w:gridSpan w:val='{columns}'/>"));
    refused(&row(&span("2000000000")), "a.docx", &fault("2000000000"));
    let huge = "99999999999999999999999999";
    refused(&row(&span(huge)), "a.docx", &fault(&usize::MAX.to_string()));
    refused(&row(&cell("").repeat(257)), "a.docx", &fault("257"));
    let before = "<w:trPr><w:gridBefore w:val='4000000000'/></w:trPr>";
    refused(&row(before), "a.docx", &fault("4000000000"));
    // No number, or none that makes sense: one column.
    for odd in ["-3", "0", "", "hai"] {
        let expected = "table 1\n1: · | ·\n";
        assert_eq!(told(&row(&(span(odd) + &cell(""))), "a.docx"), expected, "{odd}");
    }
}

#[test]
fn a_word_document_of_more_cells_than_there_can_be() {
    let row =
        format!("<w:tr>{}</w:tr>", "<w:tc><w:tcPr><w:gridSpan w:val='250'/></w:tcPr><w:p/></w:tc>");
    let rows = row.repeat(4_001);
    refused(
        &word(&format!("<w:tbl>{rows}</w:tbl>")),
        "a.docx",
        "import-limit `a.docx` có 1000001 ô, giới hạn là 1000000",
    );
}

#[test]
fn a_libreoffice_table_that_repeats_without_end() {
    let cell = |attributes: &str, text: &str| {
        format!("<t:table-cell {attributes}><text:p>{text}</text:p></t:table-cell>")
    };
    let table = |row: &str, cells: &str| {
        open_text(&format!("<t:table><t:table-row {row}>{cells}</t:table-row></t:table>"))
    };
    let rows = "t:number-rows-repeated='2147483648'";
    refused(
        &table(rows, &cell("", "x")),
        "a.odt",
        "import-limit `a.odt` có 2147483648 ô, giới hạn là 1000000",
    );
    refused(
        &table("", &cell("t:number-columns-repeated='16384'", "x")),
        "a.odt",
        "import-limit một bảng của `a.odt` có 16384 cột, giới hạn là 256",
    );
    refused(
        &table("", &cell("t:number-columns-spanned='2000000000'", "x")),
        "a.odt",
        "import-limit một bảng của `a.odt` có 2000000000 cột, giới hạn là 256",
    );
    refused(
        &table("", &cell("t:number-rows-spanned='2000000000'", "x")),
        "a.odt",
        "import-limit một ô của `a.odt` gộp 2000000000 dòng, giới hạn là 20000",
    );
    // Cells within the limit, but each with much text.
    refused(
        &table("t:number-rows-repeated='100000'", &cell("", &"chữ".repeat(1_000))),
        "a.odt",
        "import-limit `a.odt` lớn 476 MiB, giới hạn là 4 MiB",
    );
    let deep = "<t:table><t:table-row><t:table-cell>".repeat(10_000);
    let nested = "import-limit `a.odt` lồng các phần vào nhau sâu quá 16 lớp";
    refused(&open_text(&deep), "a.odt", nested);
    let lists = "<text:list><text:list-item>".repeat(10_000);
    let deep = "import-limit `a.odt` lồng các phần vào nhau sâu quá 256 lớp";
    refused(&open_text(&lists), "a.odt", deep);
}

#[test]
fn lists_deeper_than_lists_are() {
    let depth = 100;
    let lists = "<text:list text:style-name='L'><text:list-item>".repeat(depth)
        + "<text:p>sâu</text:p>"
        + &"</text:list-item></text:list>".repeat(depth);
    assert_eq!(told(&open_text(&lists), "a.odt"), "text: sâu\n");
}

#[test]
fn entities_are_never_expanded() {
    let lol = "<!DOCTYPE w:document [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\
               <!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    let document = |text: &str| {
        let paragraph = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        word_part(&format!("{lol}<w:document xmlns:w='{WORD}'>{paragraph}</w:document>"))
    };
    for name in ["a", "b", "x", "nbsp"] {
        let expected =
            format!("import-broken `a.docx` hỏng, không đọc được (word/document.xml: &{name};)");
        refused(&document(&format!("Sở &{name};")), "a.docx", &expected);
    }
    assert_eq!(told(&document("a &amp;&#x26;&lt;b"), "a.docx"), "text: a &&<b\n");
    let in_attribute = "<w:p><w:r><w:sym w:char='&b;'/></w:r></w:p>";
    let found = told(&word(in_attribute), "a.docx");
    assert!(found.starts_with("import-broken") && found.contains("`b`"), "{found}");
}

#[test]
fn an_entry_that_unpacks_without_end() {
    let blanks = " ".repeat(8 << 20);
    let found = told(&word(&blanks), "a.docx");
    assert_eq!(found, "import-limit `word/document.xml` trong `a.docx` bung ra quá 4 MiB\n");
}

#[test]
fn parts_that_are_missing_or_elsewhere() {
    let with = |target: &str| {
        archive(&[("[Content_Types].xml", "<Types/>"), ("_rels/.rels", &relations(target))])
    };
    let broken = |reason: &str| format!("import-broken `a.docx` hỏng, không đọc được ({reason})");
    refused(&with("word/document.xml"), "a.docx", &broken("word/document.xml: missing"));
    let none = "_rels/.rels: no officeDocument";
    refused(&with("../../../etc/passwd"), "a.docx", &broken(none));
    let external = relations("http://a.vn/a.xml' TargetMode='External");
    let external = archive(&[("[Content_Types].xml", ""), ("_rels/.rels", &external)]);
    refused(&external, "a.docx", &broken(none));
    let other = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &relations("ppt/presentation.xml")),
        ("ppt/presentation.xml", "<p:presentation xmlns:p='x'/>"),
    ]);
    refused(&other, "a.docx", "import-kind `a.docx` là loại chưa đọc được: Office (presentation)");
    let empty = archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let missing = "import-broken `a.odt` hỏng, không đọc được (content.xml: missing)";
    refused(&empty, "a.odt", missing);
}

#[test]
fn a_part_that_ends_early_or_is_no_xml() {
    let whole = format!(
        "<w:document xmlns:w='{WORD}'><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Sở &amp; chữ</w:t>\
         </w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    );
    assert_eq!(told(&word_part(&whole), "a.docx"), "table 1\n1: Sở & chữ\n");
    for (end, _) in whole.char_indices() {
        let found = told(&word_part(&whole[..end]), "a.docx");
        assert!(found.starts_with("import-broken `a.docx`"), "{end}: {found}");
        assert_eq!(found.lines().count(), 1, "{end}: {found}");
    }
    for odd in
        ["", "chữ", "{}", "<w:document", "<w:document xmlns:w='a'><b></w:document></b>", "\0\0\0"]
    {
        let found = told(&word_part(odd), "a.docx");
        assert!(found.starts_with("import-"), "{odd}: {found}");
        assert_eq!(found.lines().count(), 1, "{odd}: {found}");
    }
}

#[test]
fn words_where_no_words_can_be_are_a_fault_and_not_lost() {
    let text = "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>";
    let cell = format!("<w:tc>{text}</w:tc>");
    for body in [
        format!("<w:tbl>{text}</w:tbl>"),
        format!("<w:tbl><w:tr>{text}</w:tr></w:tbl>"),
        format!("<w:tr>{cell}</w:tr>"),
        format!("<w:p>{text}</w:p>"),
        format!("<w:p><w:r><w:tbl><w:tr>{cell}</w:tr></w:tbl></w:r></w:p>"),
        "<w:t>chữ</w:t>".to_owned(),
    ] {
        let found = told(&word(&body), "a.docx");
        assert!(found.starts_with("import-broken `a.docx`"), "{body}: {found}");
    }
    let text = "<text:p>chữ</text:p>";
    for body in [
        format!("<t:table>{text}</t:table>"),
        format!("<t:table><t:table-row>{text}</t:table-row></t:table>"),
        format!("<t:table-row><t:table-cell>{text}</t:table-cell></t:table-row>"),
    ] {
        let found = told(&open_text(&body), "a.odt");
        assert!(found.starts_with("import-broken `a.odt`"), "{body}: {found}");
    }
}

#[test]
fn every_shipped_document_cut_or_with_a_byte_changed_is_read_or_refused() {
    for name in ["docx-tables.docx", "odt-numbers.odt"] {
        let path = crate::site_text::fixture(&format!("import/documents/{name}"));
        let document = std::fs::read(path).expect("a document");
        for place in (0..document.len()).step_by(37) {
            let mut changed = document.clone();
            changed[place] ^= 0x41;
            for broken in [&changed[..], &document[..place]] {
                // That what is read adds up, `told` sees to.
                let found = told(broken, name);
                let is_fault = found.starts_with("import-");
                assert!(!is_fault || found.lines().count() == 1, "{name}, {place}: {found}");
            }
        }
    }
}
