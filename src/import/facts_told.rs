//! Who says a fact: an option counts before the document, and where two say different things, that is told.

use super::propose::abbreviations::spelt_out;
use super::title_block::{Evidence, Fact, Found, TitleBlock};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Period;
use crate::text;

/// The facts that a person is asked for, with the options by which they are given.
const ASKED: [(Fact, &str); 7] = [
    (Fact::Number, "--number"),
    (Fact::Type, "--type"),
    (Fact::Title, "--title"),
    (Fact::Issuer, "--issuer"),
    (Fact::Place, "--place"),
    (Fact::Issued, "--issued"),
    (Fact::Period, "--period"),
];

/// Options and document, asked for one fact after the other.
pub(super) struct Sources<'b> {
    printed: &'b TitleBlock,
    taken: Vec<Found>,
    diagnostics: Diagnostics,
}

impl<'b> Sources<'b> {
    pub(super) fn new(printed: &'b TitleBlock) -> Self {
        Self { printed, taken: Vec::new(), diagnostics: Diagnostics::new() }
    }

    /// A fact: as the option gives it, else as the document prints it.
    pub(super) fn fact(&mut self, fact: Fact, given: Option<String>) -> Option<String> {
        let option = ASKED.iter().find(|(asked, _)| *asked == fact).map(|(_, option)| *option);
        match (given, self.printed.of(fact)) {
            (Some(given), Evidence::One(found)) => {
                if !agree(fact, &given, &found.value) {
                    let differ = Diagnostic::new(Code::FactsDiffer)
                        .with("given", &given)
                        .with("first", &found.words);
                    let option = option.unwrap_or_default();
                    self.diagnostics.push(differ.with("option", option).with("dropped", option));
                }
                Some(given)
            }
            (Some(given), _) => Some(given),
            (None, Evidence::One(found)) => {
                self.taken.push(found.clone());
                Some(found.value.clone())
            }
            (None, Evidence::Two(first, second)) => {
                let differ = Diagnostic::new(Code::FactsDiffer).with("key", fact.key());
                let differ = differ.with("first", &first.words).with("second", &second.words);
                self.diagnostics.push(match option {
                    Some(option) => differ.with("option", option),
                    None => differ,
                });
                None
            }
            (None, Evidence::Nothing) => {
                if let Some(option) = option {
                    let key = fact.key();
                    // Each fact has a place of its own in the sentence, so that the catalogue can name it.
                    let missing =
                        Diagnostic::new(Code::FactMissing).with("key", key).with("option", option);
                    self.diagnostics.push(missing.with(key, option));
                }
                None
            }
        }
    }

    /// The words on which a fact that was taken from the document rests.
    pub(super) fn words(&self, fact: Fact) -> Option<String> {
        self.taken.iter().find(|found| found.fact == fact).map(|found| found.words.clone())
    }

    /// Whether a fact is what the document prints, whoever said it.
    pub(super) fn is_as_printed(&self, fact: Fact, value: &str) -> bool {
        matches!(self.printed.of(fact), Evidence::One(found) if agree(fact, value, &found.value))
    }

    /// What was taken from the document, and what there is to say.
    pub(super) fn finish(self) -> (Vec<Found>, Diagnostics) {
        (self.taken, self.diagnostics)
    }
}

/// Whether two sayings of one fact say the same, one of them perhaps less exactly.
fn agree(fact: Fact, given: &str, printed: &str) -> bool {
    let key = |text: &str| text::name_key(&spelt_out(text));
    match fact {
        Fact::Number => text::visible(&key(given)) == text::visible(&key(printed)),
        Fact::Issued => given.starts_with(printed) || printed.starts_with(given),
        Fact::Period => {
            let stretch = |text: &str| {
                let reading = Period::read(text).reading;
                reading.start.zip(reading.end)
            };
            stretch(given).is_some_and(|given| stretch(printed) == Some(given))
                || key(given) == key(printed)
        }
        _ => key(given) == key(printed),
    }
}
