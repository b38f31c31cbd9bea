//! Signs of symbol fonts, as signs of Unicode. Word and LibreOffice store the place in the font, in the private area of Unicode
//! from U+F000 on (`OpenSymbol` from U+E000 on), where no other font has anything to show.
//!
//! Only the signs that offices use are known; any other stays as it is stored, except as the sign of a list, which is always a
//! bullet of some shape.

/// What a sign is printed as.
pub(super) fn printed(sign: char) -> char {
    let Some(place) = u32::from(sign).checked_sub(0xf000) else { return sign };
    match place {
        // Signs that stand in Symbol where they stand everywhere.
        0x2a => '*',
        0x2b => '+',
        0x2d => '-',
        // The dot, squares, arrow heads and lozenges of Symbol and Wingdings.
        0x6c | 0x6e | 0x75..=0x77 | 0x9e | 0x9f | 0xa7 | 0xb7 | 0xd8 => '•',
        0x6f | 0x71 | 0xa8 => '□',
        0xfc => '✓',
        0xfe => '☑',
        _ => sign,
    }
}

/// What a sign that is given by its font and its place there is printed as: `w:sym` of Word.
pub(super) fn of_font(font: &str, place: u32) -> Option<char> {
    // Some programs leave the private area's begin out.
    let place = if is_symbol_font(font) && place < 0x100 { place + 0xf000 } else { place };
    char::from_u32(place).map(printed)
}

/// The sign at the head of a list's items.
pub(super) fn bullet(stored: &str, font: Option<&str>) -> String {
    let by_font = font.is_some_and(is_symbol_font);
    let sign = |sign: char| match printed(sign) {
        '-' | '–' | '—' | '+' | '*' => printed(sign),
        '\u{e000}'..='\u{f8ff}' | '□' => '•',
        other if by_font && other.is_ascii() => '•',
        // Word's own hollow bullet is a letter of a typewriter's font.
        'o' if font.is_some_and(|font| font.contains("Courier")) => '•',
        other => other,
    };
    stored.trim().chars().map(sign).collect()
}

fn is_symbol_font(font: &str) -> bool {
    ["Symbol", "Wingdings", "Webdings"].iter().any(|name| font.contains(name))
}
