//! The analyzer's knowledge of Latin letters, written for the client.
//!
//! A range of code points is one string: for each character its letter in lower case and the digits of its marks, or a
//! blank where it is no letter. "a2a1a6" says that À, Á and Â are a with huyền, sắc and circumflex.

use super::glyph::{Glyph, LATIN, OTHER_MARK};

/// A JavaScript expression: an array of ranges, each with its first code point and its string.
#[must_use]
pub fn client_table() -> String {
    let range = |(first, last): &(u32, u32)| {
        let letters: String = (*first..=*last).filter_map(char::from_u32).map(entry).collect();
        format!("[{first},\"{letters}\"]")
    };
    format!("[{}]", LATIN.iter().map(range).collect::<Vec<_>>().join(","))
}

fn entry(c: char) -> String {
    match Glyph::of(c) {
        Glyph::Letter(base, marks) => {
            let marks = marks.into_iter().filter(|mark| *mark != OTHER_MARK);
            let digits = marks.map(|mark| char::from(b'0' + mark));
            std::iter::once(base).chain(digits).collect()
        }
        _ => " ".to_owned(),
    }
}
