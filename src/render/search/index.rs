//! The index, lunr-compatible. The only place that knows elasticlunr.
//!
//! elasticlunr's own English pipeline destroys Vietnamese: it cuts letters with marks off the ends of words, stems what is
//! left and takes "an" for a stop word. So the index is made with terms of our own: the words of our analyzer, by their
//! fold keys, with those of abbreviations; nothing is stemmed or stopped. A pipeline function named `vi-fold` is registered
//! in the index, and folding twice changes nothing: any lunr-compatible client needs just that function.
//!
//! elasticlunr's inverted indexes are filled term by term and not, as its `Index` would, document by document: names of agencies stand
//! with many tasks, and a term is looked for once.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use elasticlunr::document_store::DocumentStore;
use elasticlunr::inverted_index::InvertedIndex;
use serde::{Serialize, Serializer};

use super::words::FIELDS;
use crate::analyzer::Abbreviations;

/// What elasticlunr writes: its fields in its order, under its names.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Index<'i> {
    fields: [&'static str; FIELDS.len()],
    pipeline: [&'static str; 1],
    #[serde(rename = "ref")]
    reference: &'static str,
    version: &'static str,
    #[serde(rename = "index")]
    inverted: BTreeMap<&'static str, Field<'i>>,
    document_store: DocumentStore,
    lang: &'static str,
}

/// The index of some tasks; references are their places, as decimal numbers.
pub(super) fn index(subjects: impl Iterator<Item = [String; 4]>, known: Abbreviations) -> String {
    let mut terms = Terms { known, lines: HashMap::new(), places: HashMap::new() };
    let mut uses: [Uses; FIELDS.len()] = Default::default();
    let mut store = DocumentStore::new(false);
    for (place, subject) in subjects.enumerate() {
        let reference = place.to_string();
        for ((field, words), uses) in FIELDS.iter().zip(&subject).zip(&mut uses) {
            let found = terms.of(words);
            store.add_field_length(&reference, field, found.len());
            uses.add(place, found);
        }
        store.add_doc(&reference, BTreeMap::new());
    }
    let order = Order::of(store.len());
    let terms = terms.in_order();
    let fields = uses.iter().map(|uses| Field { uses, terms: &terms, order: &order });
    let index = Index {
        fields: FIELDS,
        pipeline: ["vi-fold"],
        reference: "id",
        version: elasticlunr::ELASTICLUNR_VERSION,
        inverted: FIELDS.into_iter().zip(fields).collect(),
        document_store: store,
        lang: "Vietnamese",
    };
    serde_json::to_string(&index).unwrap_or_default()
}

/// The terms that were found so far, by numbers.
struct Terms {
    known: Abbreviations,
    /// Those of each line that was read: names of agencies stand with many tasks.
    lines: HashMap<String, Rc<[usize]>>,
    /// Their numbers, in the order in which they came.
    places: HashMap<String, usize>,
}

impl Terms {
    /// The terms of some lines, each as often as it stands there.
    fn of(&mut self, words: &str) -> Vec<usize> {
        let mut found = Vec::new();
        for line in words.lines() {
            match self.lines.get(line) {
                Some(known) => found.extend_from_slice(known),
                None => found.extend_from_slice(&self.new_line(line)),
            }
        }
        found
    }

    fn new_line(&mut self, line: &str) -> Rc<[usize]> {
        let places = &mut self.places;
        let number = |term: String| {
            let next = places.len();
            *places.entry(term).or_insert(next)
        };
        let found: Rc<[usize]> = self.known.terms(line).into_iter().map(number).collect();
        self.lines.insert(line.to_owned(), Rc::clone(&found));
        found
    }

    /// All terms in the order of the alphabet, with their numbers.
    fn in_order(self) -> BTreeMap<String, usize> {
        self.places.into_iter().collect()
    }
}

/// Where the terms of one field stand: by the number of a term, documents and how often each has it.
#[derive(Default)]
struct Uses(Vec<Vec<(usize, u32)>>);

impl Uses {
    /// Adds the terms of a document.
    fn add(&mut self, document: usize, mut terms: Vec<usize>) {
        terms.sort_unstable();
        for same in terms.chunk_by(|one, other| one == other) {
            let Some(term) = same.first().copied() else { continue };
            if self.0.len() <= term {
                self.0.resize_with(term + 1, Vec::new);
            }
            if let Some(uses) = self.0.get_mut(term) {
                uses.push((document, u32::try_from(same.len()).unwrap_or(u32::MAX)));
            }
        }
    }
}

/// One field. elasticlunr's index of it takes much room, and is there only while it is written.
struct Field<'i> {
    uses: &'i Uses,
    terms: &'i BTreeMap<String, usize>,
    order: &'i Order,
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut inverted = InvertedIndex::new();
        for (term, number) in self.terms {
            let mut uses = self.uses.0.get(*number).cloned().unwrap_or_default();
            // A map is filled fastest from its beginning to its end.
            uses.sort_unstable_by_key(|(document, _)| self.order.ranks.get(*document));
            for (document, count) in uses {
                let Some(reference) = self.order.references.get(document) else { continue };
                // The frequency of a term as lunr defines it.
                inverted.add_token(reference, term, f64::from(count).sqrt());
            }
        }
        inverted.serialize(serializer)
    }
}

/// References to documents, and the place of each among them in the order of their characters.
struct Order {
    references: Vec<String>,
    ranks: Vec<usize>,
}

impl Order {
    fn of(documents: usize) -> Self {
        let references: Vec<String> = (0..documents).map(|place| place.to_string()).collect();
        let mut sorted: Vec<usize> = (0..documents).collect();
        sorted.sort_unstable_by_key(|place| references.get(*place));
        let mut ranks = vec![0; documents];
        for (rank, place) in sorted.into_iter().enumerate() {
            if let Some(known) = ranks.get_mut(place) {
                *known = rank;
            }
        }
        Self { references, ranks }
    }
}

#[cfg(test)]
mod tests {
    use elasticlunr::pipeline::FnWrapper;
    use elasticlunr::{IndexBuilder, Language, Pipeline};

    use super::{FIELDS, index};
    use crate::analyzer::Abbreviations;

    /// Our terms as a language of elasticlunr.
    struct Vietnamese(Abbreviations);

    impl Language for Vietnamese {
        fn name(&self) -> String {
            "Vietnamese".to_owned()
        }

        fn code(&self) -> String {
            "vi".to_owned()
        }

        fn tokenize(&self, words: &str) -> Vec<String> {
            words.lines().flat_map(|line| self.0.terms(line)).collect()
        }

        fn make_pipeline(&self) -> Pipeline {
            Pipeline { queue: vec![Box::new(FnWrapper("vi-fold".to_owned(), Some))] }
        }
    }

    #[test]
    fn it_is_what_elasticlunr_itself_writes() {
        let known = [("KCN", "khu công nghiệp")];
        let known = Abbreviations::new(known.into_iter());
        // More than ten, so that references are not in the order of their numbers.
        let subjects: Vec<[String; 4]> = (0..12)
            .map(|number| {
                let own = format!("Xây dựng KCN số {number}, khu công nghiệp 3.7\nkhu khu");
                [
                    own,
                    "Sở Y tế\nSở Y tế tỉnh Sơn La".to_owned(),
                    String::new(),
                    "năm 2022".to_owned(),
                ]
            })
            .collect();
        let mut theirs = IndexBuilder::with_language(Box::new(Vietnamese(known.clone())))
            .save_docs(false)
            .add_fields(FIELDS)
            .build();
        for (place, subject) in subjects.iter().enumerate() {
            theirs.add_doc(&place.to_string(), subject);
        }
        assert_eq!(index(subjects.into_iter(), known), theirs.to_json());
    }
}
