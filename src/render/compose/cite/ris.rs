//! A reference as RIS: a plan as a report, a part of it as a chapter.

use super::Reference;
use crate::model::{PartialDate, Precision};
use crate::text::one_line;

/// The record, a field a line.
pub(super) fn ris(reference: &Reference<'_>) -> String {
    let is_part = reference.within.is_some();
    // The number of a report; a chapter would take it for an ISBN, and has it in its note.
    let number = reference.plan.facts.number.clone().filter(|_| !is_part);
    let kind = if is_part { "CHAP" } else { "RPRT" };
    let fields = [
        ("TY", Some(kind.to_owned())),
        ("ID", Some(reference.key.clone())),
        ("AU", reference.issuer().map(str::to_owned)),
        ("TI", Some(reference.title.clone())),
        ("T2", reference.within.clone()),
        ("SN", number),
        ("M3", reference.plan.facts.document_type.clone().filter(|_| !is_part)),
        ("PY", reference.issued().map(|issued| issued.year().to_string())),
        ("DA", reference.issued().map(date)),
        ("UR", reference.url.clone()),
        ("LA", Some("vi".to_owned())),
        ("N1", Some(reference.note.clone())),
        ("ER", Some(String::new())),
    ];
    // A line of its own would be a field of its own.
    let field =
        |(tag, value): (&str, Option<String>)| Some(format!("{tag}  - {}", one_line(&value?)));
    let known = fields.into_iter().filter_map(field);
    known.collect::<Vec<_>>().join("\n")
}

/// "2022/06/15/", "2022/06//" or "2022///": year, month, day and a remark, of which what is not known stays empty.
fn date(issued: PartialDate) -> String {
    let first = issued.first();
    let (year, month, day) = (issued.year(), first.month(), first.day());
    match issued.precision() {
        Precision::Year => format!("{year}///"),
        Precision::Month => format!("{year}/{month:02}//"),
        Precision::Day => format!("{year}/{month:02}/{day:02}/"),
    }
}
