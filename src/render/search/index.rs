//! The index, lunr-compatible. The only place that knows elasticlunr.
//!
//! elasticlunr's own English pipeline destroys Vietnamese: it cuts letters with marks off the ends of words, stems what is
//! left and takes "an" for a stop word. So the index is made with a language of our own: the words of our analyzer, by their
//! fold keys, with those of abbreviations; nothing is stemmed or stopped. A pipeline function named `vi-fold` is registered
//! in the index, and folding twice changes nothing: any lunr-compatible client needs just that function.

use elasticlunr::pipeline::FnWrapper;
use elasticlunr::{IndexBuilder, Language, Pipeline};

use super::words::FIELDS;
use crate::analyzer::{Abbreviations, fold_key};

/// The index of some tasks; references are their places, as decimal numbers.
pub(super) fn index(subjects: &[[String; 4]], known: Abbreviations) -> String {
    let mut index = IndexBuilder::with_language(Box::new(Vietnamese { known }))
        .save_docs(false)
        .add_fields(FIELDS)
        .build();
    for (place, fields) in subjects.iter().enumerate() {
        index.add_doc(&place.to_string(), fields);
    }
    index.to_json()
}

/// Vietnamese for elasticlunr.
struct Vietnamese {
    known: Abbreviations,
}

impl Language for Vietnamese {
    fn name(&self) -> String {
        "Vietnamese".to_owned()
    }

    fn code(&self) -> String {
        "vi".to_owned()
    }

    fn tokenize(&self, words: &str) -> Vec<String> {
        self.known.terms(words)
    }

    fn make_pipeline(&self) -> Pipeline {
        let fold = FnWrapper("vi-fold".to_owned(), |token| Some(fold_key(&token)));
        Pipeline { queue: vec![Box::new(fold)] }
    }
}
