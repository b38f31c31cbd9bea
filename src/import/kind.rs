//! What kind of document some bytes are, told by themselves and never by the file's name: a portal's page is often saved as
//! `.doc`, a sheet renamed to `.docx`.

use super::archive::Archive;
use super::limits;
use crate::diagnostic::{Code, Diagnostic};

/// A kind of document that a reader reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Word: `.docx`, `.docm`, `.dotx`.
    Word,
    /// Excel: `.xlsx`, `.xlsm`, or the `.xls` of before 2007.
    Excel,
    /// A text of LibreOffice: `.odt`.
    OpenText,
    /// A sheet of LibreOffice: `.ods`.
    OpenSheet,
    /// A web page.
    Html,
    /// Text: a dump, a table in Markdown, or separated values.
    Text,
}

/// First bytes of kinds that are not read, with what they are called.
const SIGNATURES: [(&[u8], &str); 7] = [
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"MIME-Version:", "MHTML (.mht)"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
];

/// The archive of Word, Excel and LibreOffice.
const ZIP: &[u8] = b"PK\x03\x04";

/// The compound file of Word and Excel before 2007, and of their documents under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Some tag of a page of HTML stands among its first bytes, in any case.
const HTML: [&str; 5] = ["<!doctype html", "<html", "<table", "<head", "<body"];

/// How far into a document its first tag may stand.
const HTML_WITHIN: usize = 2048;

impl Kind {
    /// Tells what a document is.
    ///
    /// # Errors
    /// When it is of a kind that is not read, is under a password, or is larger than a document may be.
    pub(super) fn of(document: &[u8], file: &str) -> Result<Self, Diagnostic> {
        let fault = |code: Code| Diagnostic::new(code).with("file", file);
        let length = u64::try_from(document.len()).unwrap_or(u64::MAX);
        if length > limits::DOCUMENT {
            let fault = fault(Code::ImportLimit).with("size", length >> 20);
            return Err(fault.with("limit", limits::DOCUMENT >> 20));
        }
        if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| document.starts_with(start)) {
            return Err(fault(Code::ImportKind).with("kind", kind));
        }
        if document.starts_with(ZIP) {
            return of_archive(document, file);
        }
        if document.starts_with(COMPOUND) {
            return of_compound(document, file);
        }
        Ok(if is_html(document) { Self::Html } else { Self::Text })
    }
}

fn of_archive(document: &[u8], file: &str) -> Result<Kind, Diagnostic> {
    let mut archive = Archive::open(document, file)?;
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin") {
        return Ok(Kind::Excel);
    }
    if archive.has("[Content_Types].xml") && archive.has("_rels/.rels") {
        return Ok(Kind::Word);
    }
    let media_type = archive.bytes("mimetype")?.unwrap_or_default();
    let media_type = String::from_utf8_lossy(&media_type);
    let opened = media_type.trim().strip_prefix("application/vnd.oasis.opendocument.");
    let fault = || Diagnostic::new(Code::ImportKind).with("file", file);
    match opened {
        Some(kind) if kind.starts_with("text") => Ok(Kind::OpenText),
        Some(kind) if kind.starts_with("spreadsheet") => Ok(Kind::OpenSheet),
        Some(kind) => Err(fault().with("kind", format!("OpenDocument ({kind})"))),
        None => Err(fault().with("kind", "ZIP")),
    }
}

/// Told by the names of its streams, which a compound file holds as UTF-16.
fn of_compound(document: &[u8], file: &str) -> Result<Kind, Diagnostic> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        document.windows(name.len()).any(|window| window == name)
    };
    let fault = |code: Code| Err(Diagnostic::new(code).with("file", file));
    if holds("EncryptedPackage") {
        fault(Code::ImportPassword)
    } else if holds("WordDocument") {
        fault(Code::ImportOldWord)
    } else if holds("Workbook") || holds("Book") {
        Ok(Kind::Excel)
    } else {
        let fault = Diagnostic::new(Code::ImportKind).with("file", file);
        Err(fault.with("kind", "Word/Excel 97–2003"))
    }
}

/// Whether the first bytes hold a tag of HTML; zero bytes aside, as of a page in UTF-16.
fn is_html(document: &[u8]) -> bool {
    let start = document.iter().take(HTML_WITHIN).filter(|byte| **byte != 0);
    let start: String = start.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    HTML.iter().any(|tag| start.contains(tag))
}
