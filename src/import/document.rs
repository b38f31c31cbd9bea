//! A document as it was handed in, read once: everything that is asked of it afterwards works from its [`Manuscript`].
//!
//! [`kind`](super::kind) tells what the bytes are, the reader of that kind finds tables and text in them, and
//! [`encoding`](super::encoding) brings the words to Unicode. What the words mean is not asked here.

use std::sync::Arc;

use super::choices::Choices;
use super::encoding::{self, Decoded, Encoding};
use super::kind::Kind;
use super::options::ImportOptions;
use super::table::Manuscript;
use super::{docx, html, odt, plain, separated, sheet};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A document that was read as far as its tables and the text around them.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name of its file: "Kế hoạch 150.docx".
    pub name: String,
    /// Its tables and the text around them, in Unicode.
    pub manuscript: Arc<Manuscript>,
    /// What its text was encoded in, if that was not Unicode as its kind has it.
    pub encoding: Option<Encoding>,
}

impl Document {
    /// Reads a document. What the options say of its encoding is believed, and what they say of columns shows a header in a
    /// text.
    ///
    /// # Errors
    /// When it is of a kind that is not read, is broken, or passes the limits, or when such an option cannot be what it
    /// should.
    pub fn read(bytes: &[u8], name: &str, options: &ImportOptions) -> Result<Self, Diagnostics> {
        let said = options.said_encoding()?;
        let (choices, faults) = Choices::read(options);
        if faults.has_errors() {
            return Err(faults);
        }
        let (manuscript, encoding) = manuscript(bytes, name, said, &choices)?;
        Ok(Self { name: name.to_owned(), manuscript: Arc::new(manuscript), encoding })
    }
}

/// The document as the reader of its kind finds it, in Unicode, and what its text was encoded in if that was another one.
fn manuscript(
    document: &[u8],
    file: &str,
    said: Option<Encoding>,
    choices: &Choices,
) -> Result<(Manuscript, Option<Encoding>), Diagnostic> {
    let manuscript = match Kind::of(document, file)? {
        Kind::Text => {
            // Before the reader, which looks for the words of a header.
            let decoded = encoding::decode(document, file, said)?;
            let Decoded { text, found } = encoding::modernise_text(decoded, said);
            let manuscript = of_text(&text, choices);
            encoding::expect_readable(&manuscript, file, said)?;
            return Ok((manuscript, found));
        }
        Kind::Html => {
            let Decoded { text, found } = encoding::decode_page(document, file, said)?;
            let manuscript = html::read(&text, file)?;
            let said = encoding::still_said(said, found);
            let (manuscript, by_lines) = encoding::modernise(manuscript, file, said)?;
            return Ok((manuscript, by_lines.or(found)));
        }
        Kind::Excel => sheet::read_excel(document, file),
        Kind::OpenSheet => sheet::read_open(document, file),
        Kind::Word => docx::read(document, file),
        Kind::OpenText => odt::read(document, file),
    };
    encoding::modernise(manuscript?, file, said)
}

/// A dump with bars between its cells, separated values, or mere text.
///
/// Bars are asked for first: prose is full of commas, also within the cells of a dump.
fn of_text(text: &str, choices: &Choices) -> Manuscript {
    let dump = plain::read(text, choices);
    if separated::has_header(&dump, choices) {
        return dump;
    }
    let barred =
        dump.tables().next().is_some_and(|table| table.rows.iter().any(|row| row.cells.len() > 1));
    let separated = separated::read(text, choices);
    separated.filter(|found| !barred || separated::has_header(found, choices)).unwrap_or(dump)
}
