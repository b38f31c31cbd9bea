//! Numbers as lists print them: digits, Roman numbers, letters.

/// How a list prints its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    DecimalZero,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, C; behind Z, AA, BB, CC.
    UpperLetter,
    /// a, b, c; behind z, aa, bb, cc.
    LowerLetter,
    /// A, B, C; behind Z, AA, AB, AC.
    UpperLetterSum,
    /// a, b, c; behind z, aa, ab, ac.
    LowerLetterSum,
    /// Not at all.
    None,
}

/// The largest number that is printed in Roman numbers: there is no sign for 5000.
const LARGEST_ROMAN: u32 = 3999;

/// The longest number in letters. It stands for a number of ten thousands where letters are repeated; past it digits say more.
const LONGEST_IN_LETTERS: u32 = 16;

/// A number as a list prints it.
pub(super) fn printed(number: u32, style: Style) -> String {
    match style {
        Style::Decimal => number.to_string(),
        Style::DecimalZero => format!("{number:02}"),
        Style::UpperRoman => roman(number),
        Style::LowerRoman => roman(number).to_lowercase(),
        Style::UpperLetter => repeated(number, 'A'),
        Style::LowerLetter => repeated(number, 'a'),
        Style::UpperLetterSum => sum(number, b'A'),
        Style::LowerLetterSum => sum(number, b'a'),
        Style::None => String::new(),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > LARGEST_ROMAN {
        return number.to_string();
    }
    let mut rest = number;
    let mut printed = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            printed.push_str(sign);
            rest -= value;
        }
    }
    printed
}

fn repeated(number: u32, first: char) -> String {
    let Some(place) = number.checked_sub(1) else { return number.to_string() };
    let letter = char::from_u32(u32::from(first) + place % 26);
    let times = place / 26 + 1;
    match letter {
        Some(letter) if times <= LONGEST_IN_LETTERS => (0..times).map(|_| letter).collect(),
        _ => number.to_string(),
    }
}

fn sum(number: u32, first: u8) -> String {
    if number == 0 {
        return number.to_string();
    }
    let mut rest = number;
    let mut letters = Vec::new();
    while let Some(place) = rest.checked_sub(1) {
        // The remainder is below 26, so nothing is cut off.
        letters.push(char::from(first + u8::try_from(place % 26).unwrap_or_default()));
        rest = place / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Style, printed};

    #[test]
    fn numbers_are_printed_as_word_and_libreoffice_print_them() {
        let all = |style| [1, 4, 9, 26, 27, 28, 53].map(|number| printed(number, style)).join(" ");
        assert_eq!(all(Style::Decimal), "1 4 9 26 27 28 53");
        assert_eq!(all(Style::DecimalZero), "01 04 09 26 27 28 53");
        assert_eq!(all(Style::UpperRoman), "I IV IX XXVI XXVII XXVIII LIII");
        assert_eq!(all(Style::LowerLetter), "a d i z aa bb aaa");
        assert_eq!(all(Style::UpperLetterSum), "A D I Z AA AB BA");
        assert_eq!(all(Style::None), "      ");
        assert_eq!(printed(0, Style::UpperRoman), "0");
        assert_eq!(printed(4000, Style::LowerRoman), "4000");
        assert_eq!(printed(u32::MAX, Style::UpperLetter), "4294967295");
        assert_eq!(printed(u32::MAX, Style::LowerLetterSum), "mwlqkwu");
    }
}
