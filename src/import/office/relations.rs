//! What belongs to what in an archive of Office: the parts that another part refers to.

use super::super::archive::Archive;
use super::super::namespace::Space;
use super::super::xml::{Event, Part};
use crate::diagnostic::Diagnostic;

/// That another part belongs to a part.
pub(in crate::import) struct Relation {
    /// By what name the part refers to it.
    pub(in crate::import) id: String,
    /// What it is to it: the last word of the address that stands for it, which old and strict documents share.
    pub(in crate::import) kind: String,
    /// Its name in the archive.
    pub(in crate::import) target: String,
}

/// The parts of the archive that belong to a part of it, and to the archive itself for an empty name; nothing where none do.
///
/// # Errors
/// When the list of them is damaged.
pub(in crate::import) fn of(
    archive: &mut Archive<'_>,
    file: &str,
    name: &str,
) -> Result<Vec<Relation>, Diagnostic> {
    let (folder, own) = name.rsplit_once('/').unwrap_or(("", name));
    let listed = format!("{folder}/_rels/{own}.rels");
    let listed = listed.trim_start_matches('/');
    let Some(part) = Part::open(archive, file, listed)? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    let mut xml = part.events();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let is_external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
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
