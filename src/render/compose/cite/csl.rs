//! A reference as CSL-JSON, which citation processors read: a plan as a report, a part of it as a chapter.

use serde::Serialize;

use super::Reference;
use crate::model::{PartialDate, Precision};

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'static str,
    note: &'a str,
}

#[derive(Serialize)]
struct Name<'a> {
    /// A name that is not taken apart.
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    /// Year, and month and day as far as they are known.
    #[serde(rename = "date-parts")]
    date_parts: [Vec<i16>; 1],
}

/// The item, in the list that such files hold.
pub(super) fn csl(reference: &Reference<'_>) -> String {
    let facts = &reference.plan.facts;
    let item = Item {
        id: &reference.key,
        kind: if reference.within.is_some() { "chapter" } else { "report" },
        title: &reference.title,
        container_title: reference.within.as_deref(),
        author: reference.issuer().map(|literal| [Name { literal }]),
        issued: reference.issued().map(|issued| Issued { date_parts: [date_parts(issued)] }),
        genre: facts.document_type.as_deref(),
        number: facts.number.as_deref(),
        url: reference.url.as_deref(),
        language: "vi",
        note: &reference.note,
    };
    // Texts and numbers only, so that nothing can go wrong here.
    serde_json::to_string_pretty(&[item]).unwrap_or_default()
}

fn date_parts(issued: PartialDate) -> Vec<i16> {
    let first = issued.first();
    let parts = [issued.year(), i16::from(first.month()), i16::from(first.day())];
    let known = match issued.precision() {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
    };
    parts.into_iter().take(known).collect()
}
