//! JSON as a classic script.

/// `function(JSON.parse('…'),'key');` – parsing JSON is faster than reading the same as JavaScript, and runs nothing. The
/// key is an id, and left out where it is empty.
pub(super) fn call(function: &str, json: &str, key: &str) -> Vec<u8> {
    // An index is large: it is written once, into as much room as it mostly takes.
    let mut script = String::with_capacity(json.len() + json.len() / 8);
    script.push_str(function);
    script.push_str("(JSON.parse('");
    let mut rest = json;
    while let Some(at) = rest.bytes().position(may_need_a_sign) {
        let (before, behind) = rest.split_at(at);
        script.push_str(before);
        let mut letters = behind.chars();
        match letters.next() {
            Some('\\') => script.push_str("\\\\"),
            Some('\'') => script.push_str("\\'"),
            // Line breaks of JavaScript that JSON may hold raw, and what would end a script element.
            Some('\u{2028}') => script.push_str("\\u2028"),
            Some('\u{2029}') => script.push_str("\\u2029"),
            Some('<') => script.push_str("\\x3C"),
            other => script.extend(other),
        }
        rest = letters.as_str();
    }
    script.push_str(rest);
    script.push_str("')");
    if !key.is_empty() {
        script.push_str(",'");
        script.push_str(key);
        script.push('\'');
    }
    script.push_str(");\n");
    script.into_bytes()
}

/// Whether one of the letters that need a sign before them begins with the byte; few others do.
fn may_need_a_sign(byte: u8) -> bool {
    matches!(byte, b'\\' | b'\'' | b'<' | 0xe2)
}

#[cfg(test)]
mod tests {
    use super::call;

    #[test]
    fn a_script_holds_json_that_cannot_break_out() {
        let script = String::from_utf8(call("f", r#"{"a":"'</script>\n"}"#, "k"));
        let script = script.unwrap_or_default();
        assert_eq!(script, "f(JSON.parse('{\"a\":\"\\'\\x3C/script>\\\\n\"}'),'k');\n");
    }
}
