//! The words that templates ask for: `words.basis` within a tag, `{{ … }}` or `{% … %}`.
//!
//! A look at the text and no parser, which both engines would need one of their own for: a word that is reached in another
//! way (`words[key]`) is found only when a page is made.

use std::collections::BTreeSet;

use super::engine::Template;

/// How a template reaches a word.
const REACHED: &str = "words.";

/// The keys that some template asks for.
pub(super) fn words(templates: &[Template]) -> BTreeSet<String> {
    let texts = templates.iter().map(|template| template.source.text.as_str());
    texts.flat_map(tags).flat_map(keys).collect()
}

/// The insides of tags; comments are none.
fn tags(text: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('{') {
        let close = match behind.chars().next() {
            Some('{') => "}}",
            Some('%') => "%}",
            Some('#') => "#}",
            _ => {
                rest = behind;
                continue;
            }
        };
        let (tag, after) = behind.split_once(close).unwrap_or((behind, ""));
        if close != "#}" {
            tags.push(tag);
        }
        rest = after;
    }
    tags
}

fn keys(tag: &str) -> Vec<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let reached = tag.match_indices(REACHED).filter_map(|(at, _)| {
        let (before, from) = tag.split_at_checked(at)?;
        // "passwords.x" and "view.words.x" are other names.
        let apart = !before.ends_with(|letter: char| is_name(letter) || letter == '.');
        let key: String =
            from.get(REACHED.len()..)?.chars().take_while(|letter| is_name(*letter)).collect();
        (apart && !key.is_empty()).then_some(key)
    });
    reached.collect()
}
