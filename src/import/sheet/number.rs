//! A number of a cell as a person sees it: "1" and not "1.0", "1.10" where the format is "0.00", "30/09/2025" for a date.
//!
//! Figures keep the decimal point of the file and get no thousands separators, since which signs stand there depends on the
//! country of the reader's Excel. So do names of months and the order of day and month in a few formats: such a date is printed in
//! numbers, in the order of Vietnam.

use super::number_format::{NumberFormat, NumberLayout, Section, Token};

/// A moment of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
}

/// No text below is made of more decimals.
const MOST_DECIMALS: usize = 30;

/// A number that the file keeps as such; `moment` is the one that it stands for if the format makes a date of it.
pub(super) fn printed(value: f64, format: &NumberFormat, moment: Option<Moment>) -> String {
    let (section, own_sign) = format.section(value);
    let text = match (section, moment) {
        (Section::Number(layout), _) => number(if own_sign { value.abs() } else { value }, layout),
        (Section::Moment(tokens), Some(moment)) => clock(value, moment, tokens),
        (Section::LocalDate, Some(moment)) => local(moment, Parts::ALL),
        // A day in a format that is not followed: its number of days would say nothing to anybody.
        (Section::Plain, Some(moment)) if value >= 1.0 => local(moment, Parts::ALL),
        // Any other number than zero would be lost behind such words.
        (Section::Words(words), _) if value == 0.0 => words.clone(),
        _ => plain(value),
    };
    // A format may hide a number, as `;;;` does; the words are kept all the same.
    if text.trim().is_empty() { plain(value) } else { text }
}

/// A number with as many digits as it has, at most the fifteen that Excel knows.
pub(super) fn plain(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn number(value: f64, layout: &NumberLayout) -> String {
    let value = if layout.percent { value * 100.0 } else { value };
    let most = layout.most_decimals.min(MOST_DECIMALS);
    let digits = rounded(value.abs(), most);
    let (integer, decimals) = digits.split_once('.').unwrap_or((digits.as_str(), ""));
    let integer = if layout.integer_digits == 0 && integer == "0" { "" } else { integer };
    let kept = decimals.trim_end_matches('0').len().max(layout.least_decimals.min(most));
    let decimals = decimals.get(..kept).unwrap_or(decimals);
    let point = if decimals.is_empty() { "" } else { "." };
    let nothing = !digits.contains(|c: char| matches!(c, '1'..='9'));
    let sign = if value < 0.0 && !nothing { "-" } else { "" };
    let width = layout.integer_digits.min(MOST_DECIMALS);
    format!("{sign}{}{integer:0>width$}{point}{decimals}{}", layout.before, layout.behind)
}

/// A number with so many decimals, halves rounded up as Excel does: 2.675 is 2.68, though no binary number is 2.675.
fn rounded(value: f64, decimals: usize) -> String {
    let text = plain(value);
    let (integer, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    let up = fraction.chars().nth(decimals).is_some_and(|digit| digit >= '5');
    let digits = format!("{integer}{kept}");
    let digits = if up { next(&digits) } else { digits };
    let (integer, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
    if decimals == 0 { integer.to_owned() } else { format!("{integer}.{fraction}") }
}

/// The number behind one that is written in decimal digits.
fn next(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let nines = digits.len() - kept.len();
    let last = kept.chars().last().and_then(|digit| digit.to_digit(10)).unwrap_or(0) + 1;
    let head = kept.get(..kept.len().saturating_sub(1)).unwrap_or_default();
    format!("{head}{last}{}", "0".repeat(nines))
}

/// A moment, token by token; in numbers where the format has names of months or days.
fn clock(value: f64, moment: Moment, tokens: &[Token]) -> String {
    let named = |token: &Token| matches!(token, Token::Clock('m' | 'd', length) if *length > 2);
    if tokens.iter().any(named) {
        return local(moment, Parts::of(tokens));
    }
    let half_days = tokens.contains(&Token::HalfDay);
    let mut text = String::new();
    for (place, token) in tokens.iter().enumerate() {
        match token {
            Token::Literal(words) => text.push_str(words),
            Token::Clock(letter, length) => {
                let number = match letter {
                    'y' if *length <= 2 => u32::from(moment.year % 100),
                    'y' => u32::from(moment.year),
                    'd' => u32::from(moment.day),
                    'h' if half_days => u32::from((moment.hour + 11) % 12 + 1),
                    'h' => u32::from(moment.hour),
                    's' => u32::from(moment.second),
                    _ if is_minute(tokens, place) => u32::from(moment.minute),
                    _ => u32::from(moment.month),
                };
                let width = match letter {
                    'y' => {
                        if *length <= 2 {
                            2
                        } else {
                            4
                        }
                    }
                    _ => *length,
                };
                text.push_str(&format!("{number:0width$}"));
            }
            Token::Elapsed(letter) => {
                let a_day = match letter {
                    'h' => 24.0,
                    'm' => 1_440.0,
                    _ => 86_400.0,
                };
                // A hair more, since most fractions of a day are no binary numbers.
                text.push_str(&plain((value * a_day + 1e-6).floor()));
            }
            Token::HalfDay => text.push_str(if moment.hour < 12 { "AM" } else { "PM" }),
            Token::Point | Token::Comma | Token::Percent => text.push_str(match token {
                Token::Point => ".",
                Token::Comma => ",",
                _ => "%",
            }),
            Token::Digit(_) => text.push('0'),
            Token::General => {}
        }
    }
    text
}

/// Whether an "m" stands for minutes: behind hours or before seconds.
fn is_minute(tokens: &[Token], place: usize) -> bool {
    let is_clock = |token: &&Token| matches!(token, Token::Clock(..) | Token::Elapsed(_));
    let before = tokens.get(..place).unwrap_or_default().iter().rev().find(is_clock);
    let behind = tokens.get(place + 1..).unwrap_or_default().iter().find(is_clock);
    matches!(before, Some(Token::Clock('h', _) | Token::Elapsed('h')))
        || matches!(behind, Some(Token::Clock('s', _)))
}

/// What of a moment is printed.
#[derive(Debug, Clone, Copy)]
struct Parts {
    day: bool,
    month: bool,
    year: bool,
}

impl Parts {
    const ALL: Self = Self { day: true, month: true, year: true };

    /// What the tokens of a date name; the name of a weekday alone is no day of the month.
    fn of(tokens: &[Token]) -> Self {
        let names = |wanted: char| {
            let named =
                |token: &Token| matches!(token, Token::Clock(letter, _) if *letter == wanted);
            tokens.iter().any(named)
        };
        Self { day: names('d'), month: names('m'), year: names('y') }
    }
}

/// "30/9/2025", "9/2025": in the order of Vietnam; with the time of day if there is one.
fn local(moment: Moment, parts: Parts) -> String {
    let numbers = [
        (parts.day, u32::from(moment.day)),
        (parts.month, u32::from(moment.month)),
        (parts.year, u32::from(moment.year)),
    ];
    let printed = numbers.iter().filter(|(wanted, _)| *wanted);
    let date = printed.map(|(_, number)| number.to_string()).collect::<Vec<_>>().join("/");
    if moment.hour == 0 && moment.minute == 0 {
        return date;
    }
    format!("{date} {}:{:02}", moment.hour, moment.minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Moment = Moment { year: 2025, month: 9, day: 30, hour: 0, minute: 0, second: 0 };

    fn as_number(value: f64, code: &str) -> String {
        printed(value, &NumberFormat::read(code, None), None)
    }

    fn as_moment(value: f64, code: &str) -> String {
        printed(value, &NumberFormat::read(code, None), Some(MOMENT))
    }

    #[test]
    fn numbers_are_printed_as_their_format_lays_them_out() {
        let cases = [
            (1.0, "General", "1"),
            (2023.0, "General", "2023"),
            (1.1, "General", "1.1"),
            (0.1 + 0.2, "General", "0.3"),
            (-0.5, "General", "-0.5"),
            (1.1, "0.00", "1.10"),
            (1.1, "0.0", "1.1"),
            (5.0, "0.0", "5.0"),
            (2.675, "0.00", "2.68"),
            (9.999, "0.00", "10.00"),
            (0.999, "0", "1"),
            (-0.001, "0.00", "0.00"),
            (0.15, "0%", "15%"),
            (0.155, "0.0%", "15.5%"),
            (1500.0, "#,##0", "1500"),
            (1_234_567.5, "#,##0.00", "1234567.50"),
            (7.0, "00", "07"),
            (1.0, "0\".\"", "1."),
            (3.0, "\"Quý \"0", "Quý 3"),
            (0.5, "#.##", ".5"),
            (1.25, "0.0#", "1.25"),
            (-3.0, "0;(0)", "(3)"),
            (0.0, "0;-0;\"-\"", "-"),
            (0.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", "-"),
            (5.0, "\"ẩn\"", "5"),
            (1500.0, "0,", "1500"),
            (0.5, "# ?/?", "0.5"),
            (12.0, "0.00E+00", "12"),
            (7.0, ";;;", "7"),
            (1_000_000.0, "#,##0\\ [$₫-42A]", "1000000 ₫"),
            (4.0, "[Red]0", "4"),
            (4.0, "[>3]0.0;0", "4"),
            (1.5, "@", "1.5"),
        ];
        for (value, code, expected) in cases {
            // Blanks at the ends, which only align figures, fall away with the cell.
            assert_eq!(as_number(value, code).trim(), expected, "{value} as {code}");
        }
    }

    #[test]
    fn dates_are_printed_as_their_format_lays_them_out() {
        let cases = [
            ("dd/mm/yyyy", "30/09/2025"),
            ("d/m/yyyy", "30/9/2025"),
            ("mm/yyyy", "09/2025"),
            ("m/yy", "9/25"),
            ("yyyy", "2025"),
            ("yyyy\\-mm\\-dd", "2025-09-30"),
            ("\"Tháng \"m\"/\"yyyy", "Tháng 9/2025"),
            ("d-mmm-yy", "30/9/2025"),
            ("mmm-yy", "9/2025"),
            ("d-mmm", "30/9"),
            ("[$-F800]dddd, mmmm dd, yyyy", "30/9/2025"),
            ("[$-42A]dd/mm/yyyy;@", "30/09/2025"),
            ("dd/mm/yyyy hh:mm", "30/09/2025 00:00"),
            ("h:mm AM/PM", "12:00 AM"),
            // A calendar that is not followed: the day all the same, never its number of days.
            ("[$-30000]e/m/d", "30/9/2025"),
        ];
        for (code, expected) in cases {
            assert_eq!(as_moment(45930.0, code), expected, "{code}");
        }
        assert_eq!(as_moment(1.5, "[h]:mm"), "36:00");
        let built_in = NumberFormat::read("mm-dd-yy", Some(14));
        assert_eq!(printed(45930.0, &built_in, Some(MOMENT)), "30/9/2025");
    }
}
