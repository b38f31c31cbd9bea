//! Words of files and documents as a terminal may show them: what steers a terminal (escape sequences move the cursor, change
//! what was printed, set the title) or turns the direction is shown as a stand-in.
//!
//! A stand-in is as many bytes long as what it stands for, so that places in a text stay where they are.

use crate::tree::names::turns_direction;

/// A text as it may be shown. Ends of lines and tabs stay.
///
/// ```
/// assert_eq!(planpress::diagnostic::harmless("a\u{1b}[2J\u{202e}b"), "a?[2J\u{fffd}b");
/// ```
#[must_use]
pub fn harmless(text: &str) -> String {
    let ends = text.char_indices().map(|(at, c)| (c, text.get(at + c.len_utf8()..)));
    let shown = |(c, rest): (char, Option<&str>)| match c {
        '\n' | '\t' => c,
        '\r' if rest.is_some_and(|rest| rest.starts_with('\n')) => c,
        c if c.is_control() && c.is_ascii() => '?',
        c if c.is_control() => '¿',
        '\u{61c}' => '¿',
        c if turns_direction(c) => '\u{fffd}',
        c => c,
    };
    ends.map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn every_place_in_a_text_stays_where_it_is() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            let text = format!("a{c}b");
            assert_eq!(harmless(&text).len(), text.len(), "{c:?}");
            assert_eq!(harmless(&harmless(&text)), harmless(&text), "{c:?}");
        }
    }
}
