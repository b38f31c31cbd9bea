//! JSON as a classic script.

/// `function(JSON.parse('…'),'key');` – parsing JSON is faster than reading the same as JavaScript, and runs nothing. The
/// key is an id, and left out where it is empty.
pub(super) fn call(function: &str, json: &str, key: &str) -> Vec<u8> {
    let mut literal = String::with_capacity(json.len() + json.len() / 8);
    let mut rest = json;
    while let Some(at) = rest.bytes().position(may_need_a_sign) {
        let (before, behind) = rest.split_at(at);
        literal.push_str(before);
        let mut letters = behind.chars();
        match letters.next() {
            Some('\\') => literal.push_str("\\\\"),
            Some('\'') => literal.push_str("\\'"),
            // Line breaks of JavaScript that JSON may hold raw, and what would end a script element.
            Some('\u{2028}') => literal.push_str("\\u2028"),
            Some('\u{2029}') => literal.push_str("\\u2029"),
            Some('<') => literal.push_str("\\x3C"),
            other => literal.extend(other),
        }
        rest = letters.as_str();
    }
    literal.push_str(rest);
    let key = if key.is_empty() { String::new() } else { format!(",'{key}'") };
    format!("{function}(JSON.parse('{literal}'){key});\n").into_bytes()
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
