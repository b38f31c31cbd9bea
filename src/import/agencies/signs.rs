//! The signs of a line at which a name may end. What stands in brackets is never cut.

/// Signs at which a name may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Semicolon,
    Comma,
    Stop,
    And,
    /// "/".
    Slash,
    /// " - ", " + ".
    Dash,
    /// "•".
    Bullet,
}

/// A place where a name may end.
pub(super) struct Separator {
    pub(super) sign: Sign,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The separators of a line that stand outside brackets.
pub(super) fn separators(line: &str) -> Vec<Separator> {
    let mut separators = Vec::new();
    let mut depth = 0usize;
    for (start, c) in line.char_indices() {
        let end = start + c.len_utf8();
        let rest = line.get(end..).unwrap_or_default();
        let ends_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let sign = match c {
            '(' | '[' => {
                depth += 1;
                None
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                None
            }
            ';' => Some((Sign::Semicolon, end)),
            ',' if !rest.starts_with(|c: char| c.is_ascii_digit()) => Some((Sign::Comma, end)),
            '.' if ends_word => Some((Sign::Stop, end)),
            'v' if is_and(line, start) => Some((Sign::And, start + "và".len())),
            '&' if apart(line, start, end) => Some((Sign::And, end)),
            '-' | '–' | '+' if apart(line, start, end) => Some((Sign::Dash, end)),
            '/' => Some((Sign::Slash, end)),
            '•' | '●' | '▪' => Some((Sign::Bullet, end)),
            _ => None,
        };
        if let Some((sign, end)) = sign.filter(|_| depth == 0) {
            separators.push(Separator { sign, start, end });
        }
    }
    separators
}

/// Whether blanks stand around a sign.
fn apart(line: &str, start: usize, end: usize) -> bool {
    let before = line.get(..start).is_some_and(|before| before.ends_with(char::is_whitespace));
    before && line.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// Whether the word "và" stands here.
fn is_and(line: &str, start: usize) -> bool {
    let blank = |c: char| c.is_whitespace();
    let before = line.get(..start).is_some_and(|before| before.ends_with(blank));
    let after = line.get(start..).and_then(|rest| rest.strip_prefix("và"));
    before && after.is_some_and(|rest| rest.starts_with(blank))
}
