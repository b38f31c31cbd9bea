//! A reference as BibTeX: a plan as `techreport`, a part of it as `incollection`.

use super::Reference;
use crate::model::Precision;

/// The entry. Titles and names stand in double braces: they keep their capitals, and no name is taken apart.
pub(super) fn bibtex(reference: &Reference<'_>) -> String {
    let facts = &reference.plan.facts;
    let whole = |words: &str| format!("{{{}}}", escaped(words));
    let month = reference.issued().filter(|issued| issued.precision() != Precision::Year);
    let issuer = reference.issuer();
    let is_part = reference.within.is_some();
    let (kind, institution) =
        if is_part { ("incollection", "publisher") } else { ("techreport", "institution") };
    let fields = [
        ("author", issuer.map(whole)),
        ("title", Some(whole(&reference.title))),
        ("booktitle", reference.within.as_deref().map(whole)),
        (institution, issuer.map(whole)),
        ("type", facts.document_type.as_deref().map(escaped)),
        ("number", facts.number.as_deref().map(escaped)),
        ("year", reference.issued().map(|issued| issued.year().to_string())),
        ("month", month.map(|issued| issued.first().month().to_string())),
        ("url", reference.url.clone()),
        ("langid", Some("vietnamese".to_owned())),
        ("note", Some(escaped(&reference.note))),
    ];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let lines: Vec<String> = known.map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@{kind}{{{},\n{}\n}}", reference.key, lines.join(",\n"))
}

/// The words as LaTeX prints them.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', letter]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            // BibTeX counts braces even behind a backslash, so that an unpaired one must not stand there.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
