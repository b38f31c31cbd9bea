//! The line in brackets above an appendix: "(Kèm theo Kế hoạch số 150/KH-UBND ngày 15/6/2022 của UBND tỉnh Sơn La)".
//!
//! It may name the document itself, whose appendix the table is, or another one, by which the document was issued. It is the
//! document itself where it has the same number, or where the head prints the same type; where the head prints no type,
//! where the type is that of a plan.

use super::surroundings::Line;
use super::{Fact, Found, date, issuer, number, title};
use crate::text;

/// What an appendix is attached to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    /// "Kế hoạch".
    document_type: String,
    number: Option<String>,
    issued: Option<String>,
    issuer: Option<String>,
    /// "Kế hoạch số 150/KH-UBND ngày 15/6/2022 của UBND tỉnh Sơn La".
    document: String,
    /// The whole line.
    words: String,
}

/// The brackets are closed within so many lines.
const MOST_LINES: usize = 4;

/// What the appendices of a document are attached to.
pub(super) fn find(lines: &[Line]) -> Vec<Attached> {
    let read = |(place, line): (usize, &Line)| {
        let folded = text::fold(line.text.trim_start_matches('('));
        if !line.text.starts_with('(')
            || !(folded.starts_with("kem theo") || folded.starts_with("ban hanh kem theo"))
        {
            return None;
        }
        let below = lines.get(place + 1..)?.iter().take(MOST_LINES - 1);
        let below = below.take_while(|other| other.group == line.group && !other.behind_rule);
        let mut words = line.text.clone();
        for line in below {
            if words.contains(')') {
                break;
            }
            words.push(' ');
            words.push_str(&line.text);
        }
        // Brackets that are never closed: only the line that opens them is sure to stand in them.
        let words = if words.contains(')') { words } else { line.text.clone() };
        Attached::read(&words)
    };
    lines.iter().enumerate().filter_map(read).collect()
}

impl Attached {
    fn read(words: &str) -> Option<Self> {
        let inner = words.trim_start_matches('(').split(')').next()?;
        let (_, document) = inner.split_once("theo ")?;
        let document = document.trim();
        let (document_type, rest) =
            document.split_once(" số ").or_else(|| document.split_once(" số: "))?;
        let rest = rest.trim_start_matches([':', ' ']);
        let read = number::leading(rest);
        let behind = read.as_ref().map_or(rest, |(_, behind)| behind);
        let dated = date::within(behind);
        let by = dated.as_ref().map_or(behind, |(_, behind)| behind.as_str());
        let issuer = by.trim_start_matches([',', ' ']).strip_prefix("của ").map(issuer::in_full);
        Some(Self {
            document_type: title::type_named(document_type)?,
            number: read.map(|(number, _)| number),
            issued: dated.map(|(issued, _)| issued),
            issuer: issuer.filter(|issuer| !issuer.is_empty()),
            document: document.to_owned(),
            words: words.to_owned(),
        })
    }

    /// What it adds to what the head of the document says.
    pub(super) fn facts(&self, head: &[Found]) -> Vec<Found> {
        let of_head = |fact: Fact| head.iter().find(|found| found.fact == fact);
        let found = |fact: Fact, value: &Option<String>| {
            value.clone().map(|value| Found::new(fact, value, &self.words))
        };
        let absent = |found: &Found| of_head(found.fact).is_none();
        let mut facts = Vec::new();
        if self.is_the_document_itself(of_head(Fact::Number), of_head(Fact::Type)) {
            facts.extend(found(Fact::Number, &self.number));
            facts.extend(found(Fact::Type, &Some(self.document_type.clone())).filter(absent));
        } else {
            facts.extend(found(Fact::AttachedTo, &Some(self.document.clone())));
        }
        let year_only =
            |issued: &Found| of_head(Fact::Issued).is_none_or(|head| issued.says_more_than(head));
        facts.extend(found(Fact::Issued, &self.issued).filter(year_only));
        facts.extend(found(Fact::Issuer, &self.issuer).filter(absent));
        facts
    }

    fn is_the_document_itself(
        &self,
        number: Option<&Found>,
        document_type: Option<&Found>,
    ) -> bool {
        let same =
            |found: &Found, value: &str| text::name_key(&found.value) == text::name_key(value);
        let same_number = number
            .is_some_and(|found| self.number.as_deref().is_some_and(|number| same(found, number)));
        same_number
            || match document_type {
                Some(found) => same(found, &self.document_type),
                None => number.is_none() && title::is_of_a_plan(&self.document_type),
            }
    }
}
