//! Bytes in UTF-8 or UTF-16, with a byte order mark or without.

/// How far into a document the bytes are looked at.
const WITHIN: usize = 1 << 16;

/// A form of Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Bytes one by one.
    Utf8,
    /// Two bytes each, the lower one first.
    Utf16Little,
    /// Two bytes each, the higher one first.
    Utf16Big,
}

impl Form {
    /// The form that bytes have if they are Unicode at all.
    ///
    /// Without a mark, UTF-16 is told by its zero bytes: blanks, line ends and plain letters have one in their upper half, and no
    /// other text has any.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\xff\xfe") {
            return Self::Utf16Little;
        }
        if bytes.starts_with(b"\xfe\xff") {
            return Self::Utf16Big;
        }
        let start = bytes.get(..WITHIN).unwrap_or(bytes);
        let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
        let (even, odd) = (zeros(0), zeros(1));
        let enough = start.len() / 8;
        match (even > enough, odd > enough) {
            (true, false) if even > odd * 8 => Self::Utf16Big,
            (false, true) if odd > even * 8 => Self::Utf16Little,
            _ => Self::Utf8,
        }
    }

    /// The text.
    ///
    /// # Errors
    /// How much of the text, from its beginning, could be read.
    pub(super) fn decode(self, bytes: &[u8]) -> Result<String, String> {
        let text = match self {
            Self::Utf8 => utf8(bytes),
            Self::Utf16Little => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Big => utf16(bytes, u16::from_be_bytes),
        };
        text.map(|text| text.trim_start_matches('\u{feff}').to_owned())
    }
}

fn utf8(bytes: &[u8]) -> Result<String, String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(String::from_utf8_lossy(good).into_owned())
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err(text),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(text) }
}
