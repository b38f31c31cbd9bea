//! One attempt of a fuzz target: a seed becomes a document of the target's kind, which is imported. It may be refused, but it
//! must neither panic nor lose a word. The normal tests replay the corpus by this same file.
//!
//! A seed of an archive's kind is the document's main part, so that a change of a few bytes changes the words and not the
//! archive's checksum; a seed that begins as an archive is the whole document.

use std::io::{Cursor, Write};

use planpress::content;
use planpress::import::{Document, ImportOptions, import};
use planpress::model::Register;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;

/// The targets: the name of each, and the name that its documents have.
pub(crate) const TARGETS: [(&str, &str); 7] = [
    ("docx", "ke-hoach.docx"),
    ("odt", "ke-hoach.odt"),
    ("xlsx", "ke-hoach.xlsx"),
    ("ods", "ke-hoach.ods"),
    ("html", "ke-hoach.html"),
    ("csv", "ke-hoach.csv"),
    ("text", "ke-hoach.txt"),
];

/// Imports what a seed of a target stands for.
///
/// # Panics
/// When the account of what was read does not close.
pub(crate) fn attempt(target: &str, seed: &[u8]) {
    let file =
        TARGETS.iter().find(|(name, _)| *name == target).map_or("ke-hoach", |(_, file)| file);
    let options = ImportOptions::default();
    let Ok(read) = Document::read(&document(target, seed), file, &options) else { return };
    let Ok(imported) = import(&read, &options, &Register::default()) else { return };
    assert!(imported.account(&content::print(&imported.draft)).is_ok(), "words were lost");
}

/// The document of a seed.
fn document(target: &str, seed: &[u8]) -> Vec<u8> {
    let opened = |kind: &str| format!("application/vnd.oasis.opendocument.{kind}").into_bytes();
    match target {
        _ if seed.starts_with(b"PK") => seed.to_vec(),
        "docx" => archive(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", &relations("officeDocument", "word/document.xml")),
            ("word/document.xml", seed),
        ]),
        "xlsx" => archive(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", &relations("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
            ("xl/_rels/workbook.xml.rels", &relations("worksheet", "worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", seed),
        ]),
        "odt" => archive(&[("mimetype", &opened("text")), ("content.xml", seed)]),
        "ods" => archive(&[("mimetype", &opened("spreadsheet")), ("content.xml", seed)]),
        _ => seed.to_vec(),
    }
}

/// The relations of a part that has one: to the part at `path`.
fn relations(kind: &str, path: &str) -> Vec<u8> {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{path}"/></Relationships>"#
    )
    .into_bytes()
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        // An archive in memory cannot fail to be written.
        let _ = archive.start_file(*name, SimpleFileOptions::default());
        let _ = archive.write_all(bytes);
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}
