//! What kind of document some bytes are, told by themselves and never by the file's name.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::document;
use crate::source::SourceFile;
use crate::tree::RelPath;

/// First bytes of kinds that are not read, with what they are called.
const SIGNATURES: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "ZIP (Word, Excel, LibreOffice)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word/Excel 97–2003"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"\x89PNG", "PNG"),
];

/// A page of HTML begins with one of these, blanks and case aside.
const HTML: [&str; 3] = ["<!doctype html", "<html", "<table"];

/// The text of a document, if it is one.
///
/// # Errors
/// When it is of a kind that is not read, or its bytes are no UTF-8.
pub(super) fn plain_text(document: &[u8], file_name: &str) -> Result<Arc<SourceFile>, Diagnostic> {
    let other =
        |kind: &str| Diagnostic::new(Code::ImportKind).with("file", file_name).with("kind", kind);
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| document.starts_with(start)) {
        return Err(other(kind));
    }
    let path = RelPath::new(file_name).or_else(|| RelPath::new("van-ban.txt"));
    let Some(path) = path else { return Err(other("?")) };
    let source = document::decode(&path, document)?;
    let start: String = source.text.trim_start().chars().take(20).collect();
    if HTML.iter().any(|tag| start.to_lowercase().starts_with(tag)) {
        return Err(other("HTML"));
    }
    if source.text.contains('\0') {
        return Err(other("nhị phân"));
    }
    Ok(source)
}
