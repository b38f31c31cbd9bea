//! Characters that no text of a site may hold: NUL, escape and the others that print nothing and steer machines. Browsers drop
//! some, terminals obey some, and neither XML nor a table of values can hold them. Tabs and ends of lines are none of them.

use toml::de::DeValue;

/// The first control character of a text, and where it stands.
pub(super) fn control(text: &str) -> Option<(usize, char)> {
    let mut behind = text.chars().skip(1).map(Some).chain([None]);
    text.char_indices().find(|(_, c)| {
        let next = behind.next().flatten();
        let ends_line = *c == '\r' && next == Some('\n');
        c.is_control() && !matches!(c, '\t' | '\n') && !ends_line
    })
}

/// The first control character of a value and all that it holds.
pub(super) fn control_within(value: &DeValue<'_>) -> Option<char> {
    let of_text = |text: &str| control(text).map(|(_, c)| c);
    match value {
        DeValue::String(text) => of_text(text),
        DeValue::Array(array) => array.iter().find_map(|value| control_within(value.get_ref())),
        DeValue::Table(table) => table.iter().find_map(|(key, value)| {
            of_text(key.get_ref()).or_else(|| control_within(value.get_ref()))
        }),
        _ => None,
    }
}

/// A control character as people write it: "U+001B".
pub(super) fn written(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
