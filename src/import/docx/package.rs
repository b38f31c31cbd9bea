//! What belongs to what in an archive of Office: the part that is the document, and the parts that belong to it.

use super::super::archive::Archive;
use super::super::namespace::Space;
use super::super::xml::{Event, Part};
use crate::diagnostic::{Code, Diagnostic};

/// An opened archive of Office.
pub(super) struct Package<'d> {
    archive: Archive<'d>,
    file: &'d str,
}

/// That another part belongs to a part.
struct Relation {
    /// Its name among the relations of that part.
    id: String,
    /// What it is to it: the last word of the address that stands for it, which old and strict documents share.
    kind: String,
    /// Its name in the archive.
    target: String,
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
        let of_archive = self.relations("")?;
        let Some(main) = of_archive.iter().find(|relation| relation.kind == "officeDocument")
        else {
            return Err(self.broken("_rels/.rels: no officeDocument"));
        };
        let relations = self.relations(&main.target)?;
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

    /// The parts of the archive that belong to a part of it; nothing where none do.
    fn relations(&mut self, name: &str) -> Result<Vec<Relation>, Diagnostic> {
        let (folder, own) = name.rsplit_once('/').unwrap_or(("", name));
        let listed = format!("{folder}/_rels/{own}.rels");
        let listed = listed.trim_start_matches('/');
        let Some(part) = Part::open(&mut self.archive, self.file, listed)? else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        let mut xml = part.events();
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            let is_external =
                element.attribute("TargetMode").is_some_and(|mode| mode == "External");
            if element.named() != (Space::Relations, "Relationship") || is_external {
                continue;
            }
            let id = element.attribute("Id").unwrap_or_default();
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = element.attribute("Target").unwrap_or_default();
            // What lies outside the archive cannot be one of its parts.
            relations.extend(within(folder, &target).map(|target| Relation { id, kind, target }));
        }
        Ok(relations)
    }

    fn broken(&self, reason: &str) -> Diagnostic {
        Diagnostic::new(Code::ImportBroken).with("file", self.file).with("reason", reason)
    }
}

/// The name of a part that is given from another's folder; nothing if it leaves the archive.
fn within(folder: &str, target: &str) -> Option<String> {
    let (base, rest) = match target.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, target),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in base.split('/').chain(rest.split('/')) {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn names_of_parts_stay_within_the_archive() {
        let name = |folder, target| within(folder, target).unwrap_or_default();
        assert_eq!(name("", "word/document.xml"), "word/document.xml");
        assert_eq!(name("word", "numbering.xml"), "word/numbering.xml");
        assert_eq!(name("word", "/word/./styles.xml"), "word/styles.xml");
        assert_eq!(name("word", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(within("word", "../../etc/passwd"), None);
    }
}
