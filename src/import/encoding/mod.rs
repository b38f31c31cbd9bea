//! From bytes to text, whatever Vietnamese encoding they are in, with what was found.
//!
//! 1. [`decode`]: Unicode where the bytes are Unicode ([`unicode`]); else the one encoding of a byte a letter in which the text is
//!    Vietnamese ([`detect`]).
//! 2. [`modernise`]: text of any document that was copied out of an old one, whose letters are stand-ins ([`lines`]). Then signs
//!    that print nothing are dropped ([`invisible`]): among the stand-ins they are letters.
//!
//! An encoding is told by whether the words can be Vietnamese ([`score`]), never by what the document says of itself alone.
//! Where several encodings would do, or none, the document is refused: nothing is guessed into garbage.

mod detect;
mod invisible;
mod lines;
mod manuscript;
mod reading;
mod score;
mod tcvn3;
mod unicode;
mod vni;
mod windows;

pub(super) use manuscript::{expect_readable, modernise, modernise_text};

use crate::diagnostic::{Code, Diagnostic};
use unicode::Form;

/// An encoding of Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode in UTF-8.
    Utf8,
    /// Unicode in UTF-16.
    Utf16,
    /// Windows-1258.
    Windows1258,
    /// Windows-1252, which has some of the Vietnamese letters; a page names the others by number.
    Windows1252,
    /// TCVN3, of the fonts of ABC (`.VnTime`).
    Tcvn3,
    /// VNI-Windows, of the fonts VNI-Times and their like.
    Vni,
    /// UTF-8 whose bytes were taken for letters and encoded once more.
    Utf8Twice,
}

impl Encoding {
    /// Those that a person can name, by their names.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("utf-8", Self::Utf8),
        ("utf-16", Self::Utf16),
        ("windows-1258", Self::Windows1258),
        ("windows-1252", Self::Windows1252),
        ("tcvn3", Self::Tcvn3),
        ("vni", Self::Vni),
    ];

    /// The encoding of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_named = |(known, _): &&(&str, Self)| known.eq_ignore_ascii_case(name.trim());
        Self::NAMED.iter().find(is_named).map(|(_, encoding)| *encoding)
    }

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let named = Self::NAMED.iter().find(|(_, encoding)| *encoding == self);
        named.map_or("utf-8-twice", |(name, _)| name)
    }
}

/// A text, and what it was encoded in if that was not plain UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) found: Option<Encoding>,
}

/// The text of a document that is text or a web page. What a person says of its encoding is believed.
///
/// # Errors
/// When it is no text, or not in the encoding that was said, or when no encoding or more than one would do.
pub(super) fn decode(
    bytes: &[u8],
    file: &str,
    said: Option<Encoding>,
) -> Result<Decoded, Diagnostic> {
    let decoded = match said {
        Some(Encoding::Windows1258) => of(Encoding::Windows1258, windows::vietnamese(bytes)),
        Some(Encoding::Windows1252) => of(Encoding::Windows1252, windows::western(bytes)),
        Some(Encoding::Utf8) => {
            unicode(bytes, Form::Utf8).map_err(|good| not(said, &good, file))?
        }
        Some(Encoding::Utf16) => {
            let form = Some(Form::of(bytes)).filter(|form| *form != Form::Utf8);
            let form = form.unwrap_or(Form::Utf16Little);
            unicode(bytes, form).map_err(|good| not(said, &good, file))?
        }
        Some(Encoding::Tcvn3 | Encoding::Vni | Encoding::Utf8Twice) | None => {
            match unicode(bytes, Form::of(bytes)) {
                Ok(decoded) => decoded,
                Err(good) => detect::detect(bytes, said)
                    .map_err(|candidates| unclear(&candidates, &good, file))?,
            }
        }
    };
    if decoded.text.contains('\0') {
        let fault = Diagnostic::new(Code::ImportKind).with("file", file);
        return Err(fault.with("kind", "nhị phân"));
    }
    Ok(decoded)
}

/// The same of a page, whose bytes may have been taken for letters of another encoding. The words of its tags read alike in all.
///
/// # Errors
/// As [`decode`].
pub(super) fn decode_page(
    bytes: &[u8],
    file: &str,
    said: Option<Encoding>,
) -> Result<Decoded, Diagnostic> {
    let decoded = decode(bytes, file, said)?;
    Ok(if said.is_none() { manuscript::decode_once(decoded) } else { decoded })
}

/// What a person said of the encoding, as far as the bytes did not bear it out: letters that they gave are stand-ins no more.
pub(super) fn still_said(said: Option<Encoding>, found: Option<Encoding>) -> Option<Encoding> {
    said.filter(|_| found != said)
}

fn of(encoding: Encoding, text: String) -> Decoded {
    Decoded { text, found: Some(encoding) }
}

/// Text that is Unicode; else as much of it as is.
fn unicode(bytes: &[u8], form: Form) -> Result<Decoded, String> {
    let text = form.decode(bytes)?;
    let found = (form != Form::Utf8).then_some(Encoding::Utf16);
    Ok(Decoded { text, found })
}

/// The fault of a text that is not in the encoding that was said.
fn not(said: Option<Encoding>, good: &str, file: &str) -> Diagnostic {
    let said = said.map_or("", Encoding::as_str);
    fault(file).with("said", said).with("line", last_line(good))
}

/// The fault of bytes that several encodings would do for, or none.
fn unclear(candidates: &[Encoding], good: &str, file: &str) -> Diagnostic {
    let fault = fault(file).with("line", last_line(good));
    if candidates.is_empty() {
        return fault;
    }
    let names: Vec<&str> = candidates.iter().map(|encoding| encoding.as_str()).collect();
    fault.with("candidates", names.join(", "))
}

/// The fault of words that are Vietnamese in no reading.
fn unreadable(words: &str, file: &str) -> Diagnostic {
    fault(file).with("words", words)
}

fn fault(file: &str) -> Diagnostic {
    let names = Encoding::NAMED.map(|(name, _)| name).join(", ");
    Diagnostic::new(Code::ImportEncoding).with("file", file).with("names", names)
}

fn last_line(good: &str) -> usize {
    good.matches('\n').count() + 1
}
