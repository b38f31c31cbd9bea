//! The parts of a Word document that are read: its text, and what belongs to it.

use super::super::archive::Archive;
use super::super::office::relations;
use super::super::xml::Part;
use crate::diagnostic::{Code, Diagnostic};

/// An opened archive of Office.
pub(super) struct Package<'d> {
    archive: Archive<'d>,
    file: &'d str,
}

/// The parts of a document that a reader reads.
pub(super) struct Parts {
    /// The text.
    pub(super) main: Part,
    /// Styles, if it has any.
    pub(super) styles: Option<Part>,
    /// Automatic numbers, if it has any.
    pub(super) numbering: Option<Part>,
    /// Footnotes, endnotes, comments, headers and footers of pages, charts and diagrams.
    pub(super) beside: Vec<Related>,
}

/// A part that the text refers to.
pub(super) struct Related {
    /// By what name the text refers to it.
    pub(super) id: String,
    /// What it is to the text: "footnotes", "header".
    pub(super) kind: String,
    pub(super) part: Part,
}

/// What stands beside a document's text.
const BESIDE: [&str; 7] =
    ["header", "footnotes", "endnotes", "comments", "footer", "chart", "diagramData"];

impl<'d> Package<'d> {
    /// Opens the archive that a document is.
    ///
    /// # Errors
    /// As [`Archive::open`].
    pub(super) fn open(document: &'d [u8], file: &'d str) -> Result<Self, Diagnostic> {
        Ok(Self { archive: Archive::open(document, file)?, file })
    }

    /// The parts of its document.
    ///
    /// # Errors
    /// When a part that the text cannot be read without is missing or damaged.
    pub(super) fn parts(&mut self) -> Result<Parts, Diagnostic> {
        let of_archive = relations::of(&mut self.archive, self.file, "")?;
        let Some(main) = of_archive.iter().find(|relation| relation.kind == "officeDocument")
        else {
            return Err(self.broken("_rels/.rels: no officeDocument"));
        };
        let relations = relations::of(&mut self.archive, self.file, &main.target)?;
        let of_kind = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
        let (styles, numbering) = (of_kind("styles"), of_kind("numbering"));
        let main = self.part(&main.target)?;
        let styles = styles.map(|relation| self.part(&relation.target)).transpose()?;
        let numbering = numbering.map(|relation| self.part(&relation.target)).transpose()?;
        let mut beside = Vec::new();
        for kind in BESIDE {
            for relation in relations.iter().filter(|relation| relation.kind == kind) {
                // A missing one takes nothing from the text.
                let part = Part::open(&mut self.archive, self.file, &relation.target)?;
                let (id, kind) = (relation.id.clone(), relation.kind.clone());
                beside.extend(part.map(|part| Related { id, kind, part }));
            }
        }
        Ok(Parts { main, styles, numbering, beside })
    }

    fn part(&mut self, name: &str) -> Result<Part, Diagnostic> {
        let part = Part::open(&mut self.archive, self.file, name)?;
        part.ok_or_else(|| self.broken(&format!("{name}: missing")))
    }

    fn broken(&self, reason: &str) -> Diagnostic {
        Diagnostic::new(Code::ImportBroken).with("file", self.file).with("reason", reason)
    }
}
