//! VNI-Windows, the encoding of the fonts VNI-Times and their like: a plain letter, then a sign for its marks.
//!
//! A sign never stands for itself, so that a letter and the sign behind it can be read as one. The case is the letter's: signs
//! come in both cases.

/// Signs behind a, e, o, u, y, ơ, ư that add a tone, with the tone's place in the rows of [`TONED`].
const TONES: [(char, usize); 5] = [('ø', 1), ('û', 2), ('õ', 3), ('ù', 4), ('ï', 5)];

/// Signs behind a, e, o that make â, ê, ô, bare and with each tone.
const CIRCUMFLEX: [(char, usize); 6] = [('â', 0), ('à', 1), ('å', 2), ('ã', 3), ('á', 4), ('ä', 5)];

/// Signs behind a that make ă, bare and with each tone.
const BREVE: [(char, usize); 6] = [('ê', 0), ('è', 1), ('ú', 2), ('ü', 3), ('é', 4), ('ë', 5)];

/// Letters of one byte.
const WHOLE: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// A vowel bare, then with grave, hook, tilde, acute and dot below.
const TONED: [&str; 10] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
];
/// The same of y, whose last form is a letter of one byte.
const TONED_Y: &str = "yỳỷỹý";

/// The text, of which each letter stood for the byte of its own number.
pub(super) fn modern(text: &str) -> String {
    let mut modern = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let small = lower(letter);
        let base = WHOLE.iter().find(|(sign, _)| *sign == small).map_or(small, |(_, base)| *base);
        let marked = letters.peek().and_then(|sign| marked(base, lower(*sign)));
        if marked.is_some() {
            letters.next();
        }
        let small_result = marked.unwrap_or(base);
        match (small_result == small, letter == small) {
            // Not a letter that the encoding changes.
            (true, _) => modern.push(letter),
            (false, true) => modern.push(small_result),
            (false, false) => modern.extend(small_result.to_uppercase()),
        }
    }
    modern
}

/// The vowel that a bare vowel and the sign behind it make.
fn marked(base: char, sign: char) -> Option<char> {
    let place = |signs: &[(char, usize)]| {
        signs.iter().find(|(known, _)| *known == sign).map(|(_, place)| *place)
    };
    let (row, place) = match base {
        'a' | 'e' | 'o' if place(&CIRCUMFLEX).is_some() => {
            let row = match base {
                'a' => 'â',
                'e' => 'ê',
                _ => 'ô',
            };
            (row, place(&CIRCUMFLEX)?)
        }
        'a' if place(&BREVE).is_some() => ('ă', place(&BREVE)?),
        _ => (base, place(&TONES)?),
    };
    let rows = TONED.iter().chain(std::iter::once(&TONED_Y));
    rows.copied().find(|vowels| vowels.starts_with(row))?.chars().nth(place)
}

/// The small form of a letter that has one.
fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::modern;

    #[test]
    fn signs_join_the_letter_before_them() {
        let text = "Nhieäm vuï, ÑAØ NAÜNG, öu tieân, QUYEÁT, ñôn vò, ÔÛ, kyõ, kyø, quyù, myõ, lyù, ÖÙng, Tæ, nghó";
        let expected =
            "Nhiệm vụ, ĐÀ NẴNG, ưu tiên, QUYẾT, đơn vị, Ở, kỹ, kỳ, quý, mỹ, lý, Ứng, Tỉ, nghĩ";
        assert_eq!(modern(text), expected);
        assert_eq!(modern("plain text, 100 %"), "plain text, 100 %");
    }
}
