//! Reader of LibreOffice's texts (`.odt`).
//!
//! 1. A document under a password says so in the list of its archive.
//! 2. [`styles`] reads what the text refers to; [`body`] reads the text once, from its begin to its end, and [`grid`] its
//!    tables; [`lists`] counts automatic numbers.
//! 3. Headers and footers of pages are named, and no more.
//!
//! Deliberately absent: how anything looks.

mod body;
mod grid;
pub(super) mod inline;
mod lists;
mod styles;

use body::Body;
use styles::Styles;

use super::archive::Archive;
use super::flow;
use super::left_out;
use super::namespace::Space;
use super::table::{Aside, AsideKind, Manuscript};
use super::xml::{Event, Part};
use crate::diagnostic::{Code, Diagnostic};

/// Reads a text of LibreOffice.
///
/// # Errors
/// When it is damaged, under a password, or passes the limits.
pub(super) fn read(document: &[u8], file: &str) -> Result<Manuscript, Diagnostic> {
    let mut archive = Archive::open(document, file)?;
    let content = content(&mut archive, file)?;
    let shared = Part::open(&mut archive, file, "styles.xml")?;
    let styles = match &shared {
        Some(shared) => Styles::default().with(shared)?,
        None => Styles::default(),
    };
    let styles = styles.with(&content)?;
    let story = Body::new(&content, &styles).read()?;
    let (blocks, in_tables) = flow::blocks(story.pieces);
    let mut asides = story.asides;
    asides.extend(in_tables);
    asides.extend(shared.as_ref().map(page_frames).transpose()?.unwrap_or_default());
    Ok(Manuscript { blocks, visible: story.visible, asides })
}

/// The part of a document of LibreOffice, a text or a sheet, that holds its words.
///
/// # Errors
/// When it is missing, damaged or under a password.
pub(super) fn content(archive: &mut Archive<'_>, file: &str) -> Result<Part, Diagnostic> {
    if let Some(list) = Part::open(archive, file, "META-INF/manifest.xml")?
        && is_encrypted(&list)?
    {
        return Err(Diagnostic::new(Code::ImportPassword).with("file", file));
    }
    let content = Part::open(archive, file, "content.xml")?;
    let fault = || Diagnostic::new(Code::ImportBroken).with("file", file);
    content.ok_or_else(|| fault().with("reason", "content.xml: missing"))
}

fn is_encrypted(list: &Part) -> Result<bool, Diagnostic> {
    let mut xml = list.events();
    while let Some(event) = xml.next()? {
        if let Event::Open(element) = event
            && element.named() == (Space::Manifest, "encryption-data")
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Headers and footers that hold more than a page number.
///
/// # Errors
/// When the part is no XML.
pub(super) fn page_frames(styles: &Part) -> Result<Vec<Aside>, Diagnostic> {
    let mut frames: Vec<Aside> = Vec::new();
    let mut xml = styles.events();
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let (
            Space::Style,
            "header" | "header-left" | "header-first" | "footer" | "footer-left" | "footer-first",
        ) = element.named()
        else {
            continue;
        };
        let text = inline::in_paragraphs(&mut xml)?.words.trim().to_owned();
        let frame = Aside::of(AsideKind::PageFrame, text);
        if left_out::says_more_than_a_page(&frame.text) && !frames.contains(&frame) {
            frames.push(frame);
        }
    }
    Ok(frames)
}
