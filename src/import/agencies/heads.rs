//! The words that begin an agency's name.
//!
//! The list is of the language, not of any register: types of organs and organisations as Vietnamese law and usage have
//! them, from ministries down to stations. A territorial unit ("huyện Mai Sơn") is named as an agency, too; those are
//! in [`units`](super::units).

use super::units;
use crate::text;

/// Words that begin a name, in lower case; the longest that fits counts.
const HEADS: &[&str] = &[
    // Collectives.
    "các",
    // Party and people's bodies.
    "ubnd",
    "ủy ban",
    "hđnd",
    "hội đồng",
    "đảng ủy",
    "đảng bộ",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "thị ủy",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "đoàn",
    "mặt trận",
    "mttq",
    "ubmttq",
    "ubmttqvn",
    "đoàn thanh niên",
    "liên đoàn",
    "liên hiệp",
    "liên minh",
    "hội",
    "hiệp hội",
    "câu lạc bộ",
    "lđlđ",
    // Government.
    "chính phủ",
    "văn phòng",
    "bộ",
    "tổng cục",
    "cục",
    "chi cục",
    "vụ",
    "sở",
    "ban",
    "bql",
    "bch",
    "bcđ",
    "thanh tra",
    "phòng",
    "trạm",
    "hạt",
    "đồn",
    "đội",
    "tổ",
    "tổng công ty",
    "công ty",
    "tập đoàn",
    "chi nhánh",
    // Force and justice.
    "công an",
    "quân khu",
    "bộ chỉ huy",
    "bộ đội",
    "bộ tư lệnh",
    "ban chỉ huy",
    "tòa án",
    "tand",
    "viện kiểm sát",
    "viện ksnd",
    "vksnd",
    "hải quan",
    "thi hành án",
    "cục thi hành án",
    "kiểm lâm",
    // Finance.
    "kho bạc",
    "ngân hàng",
    "bảo hiểm xã hội",
    "bhxh",
    "thuế",
    "quỹ",
    "nhno",
    // Service units, press and enterprises.
    "trung tâm",
    "viện",
    "học viện",
    "trường",
    "đại học",
    "bệnh viện",
    "báo",
    "đài",
    "thư viện",
    "bảo tàng",
    "nhà hát",
    "bưu điện",
    "điện lực",
    "vnpt",
    "viettel",
    "vườn quốc gia",
    "hợp tác xã",
    "doanh nghiệp",
];

/// Heads that are whole names by themselves: "Công an", where "Sở" alone is none.
const WHOLE: &[&str] = &[
    "ubnd",
    "hđnd",
    "mttq",
    "ubmttq",
    "ubmttqvn",
    "lđlđ",
    "công an",
    "thanh tra",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "bhxh",
    "tand",
    "vksnd",
];

/// Heads that are common words, too: only a proper name behind them makes a name of them ("hội nghị", "đoàn thể").
const COMMON: &[&str] = &[
    "đoàn",
    "hội",
    "báo",
    "đài",
    "trường",
    "viện",
    "phòng",
    "quỹ",
    "tổ",
    "đội",
    "vụ",
    "trạm",
    "hạt",
    "đồn",
    "thuế",
    "thanh tra",
];

/// Words that name kinds of organs: behind "các" they go on counting kinds and begin nothing.
const KINDS: &[&str] = &[
    "sở",
    "ban",
    "ngành",
    "bộ",
    "phòng",
    "cục",
    "huyện",
    "quận",
    "thành",
    "phố",
    "thị",
    "xã",
    "trấn",
    "phường",
    "tỉnh",
    "tp",
    "đoàn",
    "thể",
    "hội",
    "cơ",
    "quan",
    "đơn",
    "vị",
    "tổ",
    "chức",
    "địa",
    "phương",
    "cấp",
    "liên",
    "có",
    "doanh",
    "nghiệp",
    "trường",
    "thuộc",
    "trực",
    "chính",
    "trị",
    "khác",
    "ủy",
    "đảng",
];

/// How a list of kinds stands to what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// "Các sở, ban": kinds of organs, more of which may follow.
    Kinds,
    /// Anything else.
    Name,
}

impl Left {
    /// What stands before a separator.
    pub(super) fn of(text: &str) -> Self {
        let words = lower_words(text);
        let kinds = words.iter().position(|word| word == "các").is_some_and(|place| {
            words.iter().skip(place + 1).all(|word| KINDS.contains(&word.as_str()))
        });
        if kinds { Self::Kinds } else { Self::Name }
    }
}

/// Whether an agency's name begins here, behind a separator or at the start.
pub(super) fn begins(text: &str, left: Left) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    let Some(first) = words.first() else { return false };
    let capital = first.starts_with(char::is_uppercase);
    if units::named(&words).is_some() {
        return capital || left == Left::Name;
    }
    if left == Left::Name && is_anybody(&words) {
        return true;
    }
    let Some((head, length)) = head(&words) else { return false };
    if head == "các" {
        return words.len() > 1;
    }
    // "Ban," or "Ban" at the very end: nothing follows that would name it.
    let bare = words.len() <= length
        || words.get(length - 1).is_some_and(|w| w.ends_with([',', ';', '.']));
    let next = words.get(length).copied().unwrap_or_default();
    if bare {
        return capital && left == Left::Name && WHOLE.contains(&head);
    }
    let kind = |word: &str| KINDS.contains(&text::name_key(word).as_str());
    if left == Left::Kinds && kind(next) && !next.starts_with(char::is_uppercase) && length == 1 {
        return head == "ubnd" || head == "hđnd";
    }
    if ["ngành", "thể"].contains(&text::name_key(next).as_str()) {
        return false;
    }
    let proper = next.starts_with(char::is_uppercase);
    if COMMON.contains(&head) {
        let of_a_level = WHOLE.contains(&head) && kind(next);
        return (capital || left == Left::Name) && (proper || of_a_level);
    }
    // "sở y tế", written carelessly.
    if left == Left::Name && super::subjects::head(text).is_some() {
        return true;
    }
    // In lower case a word may be meant as such; several words, or a proper name behind one, can only be a name.
    capital || (left == Left::Name && (length > 1 || proper))
}

/// "đơn vị liên quan", "cơ quan có liên quan": whoever is concerned.
fn is_anybody(words: &[&str]) -> bool {
    const WHO: [&str; 3] = ["cơ quan", "đơn vị", "địa phương"];
    let words: Vec<String> = words.iter().map(|word| text::name_key(word)).collect();
    let line = words.join(" ");
    let rest = WHO.iter().find_map(|who| line.strip_prefix(who)).unwrap_or_default();
    [" liên quan", " có liên quan", " khác"].iter().any(|concerned| rest.starts_with(concerned))
}

/// Heads of the state's organs, which a dash before them parts from another name: "Sở Y tế - Sở Nội vụ". Others may
/// be the second half of one ("Trung tâm Văn hóa - Thư viện").
const OF_THE_STATE: &[&str] = &[
    "các",
    "ubnd",
    "ủy ban",
    "hđnd",
    "bộ",
    "sở",
    "ban",
    "công an",
    "cục",
    "chi cục",
    "bộ chỉ huy",
    "bộ tư lệnh",
    "hội đồng",
    "liên đoàn",
    "tỉnh đoàn",
];

/// Whether a text begins with the head of a state's organ, written as a name.
pub(super) fn is_of_the_state(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    let capital = text.starts_with(char::is_uppercase);
    capital && head(&words).is_some_and(|(head, _)| OF_THE_STATE.contains(&head))
}

/// The longest head that the words begin with, and how many words it has.
pub(super) fn head(words: &[&str]) -> Option<(&'static str, usize)> {
    (1..=3.min(words.len())).rev().find_map(|length| {
        let key = text::name_key(&words.get(..length)?.join(" "));
        HEADS.iter().find(|head| **head == key).map(|head| (*head, length))
    })
}

fn lower_words(text: &str) -> Vec<String> {
    let bare = |word: &str| text::name_key(word.trim_matches([',', ';', '.', '(', ')']));
    text.split_whitespace().map(bare).collect()
}
