//! A reference as `<meta>` of a page's head, by which Zotero and its like know what a page is about.
//!
//! The names are Dublin Core's. Two of Google Scholar's tell the kind: an institution makes a report of it, the title of a
//! book a part of that. `citation_author` is absent on purpose: its readers take a name apart into first and last names.

use super::Reference;
use crate::render::view::MetaView;

/// The metadata; what is not known is left out.
pub(super) fn meta(reference: &Reference<'_>) -> Vec<MetaView> {
    let is_part = reference.within.is_some();
    let of_whole = |fact: Option<&str>| fact.filter(|_| !is_part).map(str::to_owned);
    let entries = [
        ("DC.title", Some(reference.title.clone())),
        ("DC.creator", reference.issuer().map(str::to_owned)),
        ("DC.date", reference.issued().map(|issued| issued.to_string())),
        ("DC.language", Some("vi".to_owned())),
        ("DC.identifier", reference.url.clone()),
        ("citation_book_title", reference.within.clone()),
        ("citation_technical_report_institution", of_whole(reference.issuer())),
        ("citation_technical_report_number", of_whole(reference.plan.facts.number.as_deref())),
    ];
    let known = entries.into_iter().filter_map(|(name, content)| Some((name, content?)));
    known.map(|(name, content)| MetaView { name, content }).collect()
}
