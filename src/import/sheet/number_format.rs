//! The number format of a cell, read: "0.00", "dd/mm/yyyy", "#,##0.00;[Red](#,##0.00)".
//!
//! A format has up to three sections, for what is positive, negative and zero. Each is cut into tokens, which either lay out a
//! number or a moment. A section with anything else in it (fractions, exponents, conditions) is not followed: the plain number is
//! printed then, which is never wrong.

/// A format of which every part is understood, or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

/// How one kind of numbers is printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// As the number is, with as many digits as it has.
    #[default]
    Plain,
    /// With a fixed layout of digits.
    Number(NumberLayout),
    /// As a moment, token by token.
    Moment(Vec<Token>),
    /// As a date in the order of the reader's country.
    LocalDate,
    /// Always the same words, as "-" for zero.
    Words(String),
}

/// The layout of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberLayout {
    pub(super) before: String,
    pub(super) integer_digits: usize,
    pub(super) least_decimals: usize,
    pub(super) most_decimals: usize,
    pub(super) percent: bool,
    pub(super) behind: String,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Printed as it stands.
    Literal(String),
    /// A run of one of the letters y, m, d, h and s.
    Clock(char, usize),
    /// Hours, minutes or seconds in all: `[h]`.
    Elapsed(char),
    /// Forenoon or afternoon.
    HalfDay,
    Digit(char),
    Point,
    Comma,
    Percent,
    General,
}

/// Built-in formats whose dates are printed in the order of the reader's country, and those of East Asia.
const LOCAL_DATES: [std::ops::RangeInclusive<u32>; 4] = [14..=14, 22..=22, 27..=36, 50..=58];

/// What `[$-F800]` begins: the long date of the reader's country.
const LOCAL_DATE_MARK: &str = "-f800";

impl NumberFormat {
    /// Reads a format; `id` is its number among the built-in ones.
    pub(super) fn read(code: &str, id: Option<u32>) -> Self {
        if id.is_some_and(|id| LOCAL_DATES.iter().any(|ids| ids.contains(&id))) {
            return Self { sections: vec![Section::LocalDate] };
        }
        Self { sections: sections(code).iter().map(|text| section(text)).collect() }
    }

    /// The section for a number, and whether the sign is said by the section itself.
    pub(super) fn section(&self, value: f64) -> (&Section, bool) {
        let place = match self.sections.len() {
            0 | 1 => 0,
            2 => usize::from(value < 0.0),
            _ if value == 0.0 => 2,
            _ => usize::from(value < 0.0),
        };
        let section = self.sections.get(place).unwrap_or(&Section::Plain);
        (section, place == 1)
    }
}

/// The sections of a format: a `;` within quotes, behind a backslash or in brackets parts nothing.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        let plain = !quoted && !bracketed && !escaped;
        if plain && letter == ';' {
            sections.push(String::new());
            continue;
        }
        if let Some(section) = sections.last_mut() {
            section.push(letter);
        }
        match letter {
            _ if escaped => {}
            '"' if !bracketed => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            _ => {}
        }
        escaped = plain && matches!(letter, '\\' | '_' | '*');
    }
    sections
}

fn section(text: &str) -> Section {
    if text.to_lowercase().contains(LOCAL_DATE_MARK) {
        return Section::LocalDate;
    }
    let Some(tokens) = tokens(text) else { return Section::Plain };
    let is_clock = |token: &Token| matches!(token, Token::Clock(..) | Token::Elapsed(_));
    if tokens.iter().any(is_clock) {
        Section::Moment(tokens)
    } else if let Some(layout) = number_layout(&tokens) {
        Section::Number(layout)
    } else {
        literals(&tokens).map_or(Section::Plain, Section::Words)
    }
}

/// The tokens of a section; nothing when it has one that is not followed.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let behind = rest.get(letter.len_utf8()..).unwrap_or_default();
        let lower = letter.to_ascii_lowercase();
        let (token, length) = match lower {
            '"' => {
                let (words, _) = behind.split_once('"')?;
                (Token::Literal(words.to_owned()), words.len() + 2)
            }
            '\\' => {
                let next = behind.chars().next()?;
                (Token::Literal(next.to_string()), 1 + next.len_utf8())
            }
            '_' => (Token::Literal(" ".to_owned()), 1 + first_length(behind)),
            '*' => (nothing(), 1 + first_length(behind)),
            '[' => {
                let (words, _) = behind.split_once(']')?;
                (bracket(words)?, words.len() + 2)
            }
            'y' | 'm' | 'd' | 'h' | 's' => {
                let run = rest.chars().take_while(|c| c.to_ascii_lowercase() == lower).count();
                (Token::Clock(lower, run), run)
            }
            'a' if starts(rest, "am/pm") => (Token::HalfDay, 5),
            'a' if starts(rest, "a/p") => (Token::HalfDay, 3),
            'g' if starts(rest, "general") => (Token::General, 7),
            '0' | '#' | '?' => (Token::Digit(letter), 1),
            '.' => (Token::Point, 1),
            ',' => (Token::Comma, 1),
            '%' => (Token::Percent, 1),
            // Text takes the number as it is; other letters are exponents or calendars.
            '@' => (Token::General, 1),
            _ if letter.is_ascii_alphabetic() => return None,
            _ => (Token::Literal(letter.to_string()), letter.len_utf8()),
        };
        tokens.push(token);
        rest = rest.get(length..)?;
    }
    Some(tokens)
}

/// What stands in brackets: a currency is printed, a colour is not; nothing for a condition, which is not followed.
fn bracket(words: &str) -> Option<Token> {
    if let Some(currency) = words.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        return Some(Token::Literal(sign.to_owned()));
    }
    let lower = words.to_ascii_lowercase();
    let mut letters = lower.chars();
    match letters.next() {
        Some(first @ ('h' | 'm' | 's')) if letters.all(|letter| letter == first) => {
            Some(Token::Elapsed(first))
        }
        Some('<' | '>' | '=') => None,
        _ => Some(nothing()),
    }
}

/// What a mark prints that is there for the looks.
fn nothing() -> Token {
    Token::Literal(String::new())
}

/// Literals, digits with a point or without, literals: the layouts that are followed.
fn number_layout(tokens: &[Token]) -> Option<NumberLayout> {
    let mut layout = NumberLayout::default();
    let is_part = |token: &Token| matches!(token, Token::Digit(_) | Token::Point | Token::Comma);
    let start = tokens.iter().position(is_part)?;
    let end = tokens.iter().rposition(is_part)? + 1;
    let digits = tokens.get(start..end)?;
    // A comma behind the last digit divides by a thousand; a literal among the digits cuts the number.
    if matches!(digits.last(), Some(Token::Comma)) || !digits.iter().all(is_part) {
        return None;
    }
    let point = digits.iter().position(|token| *token == Token::Point).unwrap_or(digits.len());
    let (integer, decimals) = digits.split_at(point);
    let decimals = decimals.get(1..).unwrap_or_default();
    if decimals.iter().any(|token| !matches!(token, Token::Digit(_)))
        || matches!(integer.last(), Some(Token::Comma))
    {
        return None;
    }
    let zeros = |tokens: &[Token]| tokens.iter().filter(|t| **t == Token::Digit('0')).count();
    layout.integer_digits = zeros(integer);
    layout.least_decimals = zeros(decimals);
    layout.most_decimals = decimals.len();
    layout.before = literals(tokens.get(..start)?)?;
    layout.behind = literals(tokens.get(end..)?)?;
    layout.percent = tokens.contains(&Token::Percent);
    Some(layout)
}

fn literals(tokens: &[Token]) -> Option<String> {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Literal(words) if words == "/" => return None,
            Token::Literal(words) => text.push_str(words),
            Token::Percent => text.push('%'),
            _ => return None,
        }
    }
    Some(text)
}

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}
