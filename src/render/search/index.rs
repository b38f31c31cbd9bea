//! The index, lunr-compatible. The only place that knows elasticlunr.
//!
//! elasticlunr's own English pipeline destroys Vietnamese: it cuts letters with marks off the ends of words, stems what is
//! left and takes "an" for a stop word. So the index is made with a language of our own: the words of our analyzer, by their
//! fold keys, with those of abbreviations; nothing is stemmed or stopped. A pipeline function named `vi-fold` is registered
//! in the index, and folding twice changes nothing: any lunr-compatible client needs just that function.

use std::cell::RefCell;
use std::collections::BTreeMap;

use elasticlunr::pipeline::FnWrapper;
use elasticlunr::{IndexBuilder, Language, Pipeline};

use super::words::FIELDS;
use crate::analyzer::Abbreviations;

/// The index of some tasks; references are their places, as decimal numbers.
pub(super) fn index(subjects: impl Iterator<Item = [String; 4]>, known: Abbreviations) -> String {
    let mut index =
        IndexBuilder::with_language(Box::new(Vietnamese { known, terms: RefCell::default() }))
            .save_docs(false)
            .add_fields(FIELDS)
            .build();
    for (place, fields) in subjects.enumerate() {
        index.add_doc(&place.to_string(), &fields);
    }
    index.to_json()
}

/// Vietnamese for elasticlunr.
struct Vietnamese {
    known: Abbreviations,
    /// The terms of each line that was read: names of agencies stand with many tasks.
    terms: RefCell<BTreeMap<String, Vec<String>>>,
}

impl Language for Vietnamese {
    fn name(&self) -> String {
        "Vietnamese".to_owned()
    }

    fn code(&self) -> String {
        "vi".to_owned()
    }

    fn tokenize(&self, words: &str) -> Vec<String> {
        let mut known = self.terms.borrow_mut();
        let terms = |line: &str| {
            known.entry(line.to_owned()).or_insert_with(|| self.known.terms(line)).clone()
        };
        words.lines().flat_map(terms).collect()
    }

    fn make_pipeline(&self) -> Pipeline {
        // Our terms are keys already. The name is for whoever reads the index: queries must be folded so.
        let fold = FnWrapper("vi-fold".to_owned(), Some);
        Pipeline { queue: vec![Box::new(fold)] }
    }
}
