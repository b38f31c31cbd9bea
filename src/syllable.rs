//! Which words can be a Vietnamese syllable: an onset, a rhyme, and at most one tone.
//!
//! Vietnamese writes each syllable as a word of its own, and few of the strings of letters that look like one can be spelt:
//! `k` and `gh` stand before front vowels only, a syllable that ends in a stop has the acute tone or the dot. So this small
//! grammar tells a text that was decoded rightly from one that was not. It knows no dictionary: `nghiểng` passes, though
//! nobody says it. Foreign words and names of other languages mostly fail.

/// A vowel in each row: bare, then with grave, hook, tilde, acute and dot below.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// Places of the acute tone and of the dot below in a row of [`VOWELS`].
const TONES_OF_STOPS: [usize; 2] = [4, 5];

/// Onsets that stand before any vowel, the longer of two that begin alike first.
const ONSETS: [&str; 22] = [
    "ch", "gi", "kh", "nh", "ph", "qu", "th", "tr", "b", "d", "đ", "h", "l", "m", "n", "p", "r",
    "s", "t", "v", "x", "",
];

/// Onsets that stand before `e ê i y` only.
const ONSETS_BEFORE_FRONT: [&str; 3] = ["ngh", "gh", "k"];

/// Onsets that never stand there; `g` does in `gì` and `giêng`, where its i belongs to both.
const ONSETS_BEFORE_BACK: [&str; 3] = ["ng", "c", "g"];

/// The rhymes without their tones. Sorted by code point, to be searched.
const RHYMES: [&str; 168] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "em", "en", "eng", "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam",
    "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oem", "oen", "oeo", "oet",
    "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăp", "oăt",
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh",
    "uyp", "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh",
    "uêu", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "y", "ych", "ynh", "yt", "yêm", "yên",
    "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "ê", "êch", "êm", "ên",
    "êng", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ăc", "ăm",
    "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn",
    "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// Whether a word, in precomposed letters of any case, can be a Vietnamese syllable.
///
/// ```
/// use planpress::syllable::is_syllable;
/// assert!(is_syllable("Nghiệp") && is_syllable("QUYẾT") && is_syllable("giếng"));
/// assert!(!is_syllable("NhiÖm") && !is_syllable("kông") && !is_syllable("hoàt"));
/// ```
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    let Some((bare, tone)) = without_tone(word) else { return false };
    let fits = |onset: &str, is_before: fn(&str) -> bool| {
        let rhyme = bare.strip_prefix(onset);
        rhyme.is_some_and(|rhyme| is_before(rhyme) && is_rhyme(rhyme, tone))
    };
    ONSETS.iter().any(|onset| fits(onset, |_| true))
        || ONSETS_BEFORE_FRONT.iter().any(|onset| fits(onset, is_front))
        || ONSETS_BEFORE_BACK.iter().any(|onset| fits(onset, |rhyme| !is_front(rhyme)))
        || fits("g", |rhyme| rhyme.starts_with('i'))
}

/// The word in lower case without its tone, and the tone; nothing when it bears two.
fn without_tone(word: &str) -> Option<(String, usize)> {
    let mut bare = String::with_capacity(word.len());
    let mut tone = 0;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let (vowel, own) = vowel(letter).unwrap_or((letter, 0));
        if own > 0 && tone > 0 {
            return None;
        }
        tone = tone.max(own);
        bare.push(vowel);
    }
    Some((bare, tone))
}

/// A vowel without its tone, and the tone.
fn vowel(letter: char) -> Option<(char, usize)> {
    VOWELS.iter().find_map(|row| {
        let [bare, ..] = row;
        Some((*bare, row.iter().position(|vowel| *vowel == letter)?))
    })
}

fn is_front(rhyme: &str) -> bool {
    rhyme.starts_with(['e', 'ê', 'i', 'y'])
}

/// Whether a rhyme can bear a tone. Names of the highlands end in k where Vietnamese has c: Đắk Lắk.
fn is_rhyme(rhyme: &str, tone: usize) -> bool {
    let is_stopped = rhyme.ends_with(['c', 'k', 'p', 't']) || rhyme.ends_with("ch");
    let spelt = rhyme.strip_suffix('k').map(|start| format!("{start}c"));
    let known = RHYMES.binary_search(&spelt.as_deref().unwrap_or(rhyme)).is_ok();
    known && (!is_stopped || TONES_OF_STOPS.contains(&tone))
}

#[cfg(test)]
mod tests {
    use super::{RHYMES, is_syllable};

    #[test]
    fn the_rhymes_can_be_searched() {
        assert!(RHYMES.is_sorted());
    }

    #[test]
    fn syllables_pass_and_what_cannot_be_spelt_fails() {
        let syllables = "Ủy ban nhân dân tỉnh quyết định phê duyệt kế hoạch giữa gì giết giường quốc quyền \
                         nghị ngành ghi yếu khuya khuỷu ngoằn thuở hươu xoong Đắk hoà hòa uỷ ủy";
        for word in syllables.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
        let others = "ngị cế kôn gê nghan tât tàt hoạcch àá Zürich Köln café ñy b®n strong è́n";
        for word in others.split(' ') {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
