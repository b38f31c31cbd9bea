//! What departments, ministries and offices are about: "Y tế", "Văn hóa, Thể thao và Du lịch".
//!
//! A name of several words may hold separators, and a list may leave the head out: "Sở Y tế, Tài chính, Nội vụ" are three
//! departments, "Sở Văn hóa, Thể thao và Du lịch" is one. The list is of the language of administration, through its
//! reforms, and of no register.

use super::units;
use crate::text;

/// Subjects of departments (sở) and ministries (bộ), in lower case and without commas.
const SUBJECTS: &[&str] = &[
    "y tế",
    "tài chính",
    "nội vụ",
    "tư pháp",
    "ngoại vụ",
    "xây dựng",
    "công thương",
    "du lịch",
    "dân tộc",
    "dân tộc và tôn giáo",
    "văn hóa và thể thao",
    "văn hóa thể thao và du lịch",
    "vhttdl",
    "vhtt&dl",
    "vhtt và dl",
    "giáo dục và đào tạo",
    "giáo dục",
    "gd&đt",
    "gdđt",
    "kế hoạch và đầu tư",
    "kế hoạch - đầu tư",
    "kh&đt",
    "khđt",
    "khoa học và công nghệ",
    "kh&cn",
    "khcn",
    "thông tin và truyền thông",
    "tt&tt",
    "tttt",
    "tài nguyên và môi trường",
    "tn&mt",
    "tnmt",
    "nông nghiệp và môi trường",
    "nông nghiệp và phát triển nông thôn",
    "nông nghiệp và ptnt",
    "nông nghiệp & ptnt",
    "nn&ptnt",
    "nn và ptnt",
    "giao thông vận tải",
    "giao thông - vận tải",
    "gtvt",
    "lao động - thương binh và xã hội",
    "lao động thương binh và xã hội",
    "lđ-tb&xh",
    "lđtb&xh",
    "lđtbxh",
    "quy hoạch - kiến trúc",
    "an toàn thực phẩm",
];

/// Subjects of ministries alone; a province has an agency of another kind for them.
const OF_MINISTRIES: &[&str] = &["công an", "quốc phòng", "ngoại giao"];

/// Subjects of the offices (phòng) of districts and communes alone.
const OF_OFFICES: &[&str] = &[
    "tài chính - kế hoạch",
    "văn hóa và thông tin",
    "văn hóa - thông tin",
    "văn hóa khoa học và thông tin",
    "văn hóa - xã hội",
    "kinh tế",
    "kinh tế và hạ tầng",
    "kinh tế - hạ tầng",
    "kinh tế hạ tầng và đô thị",
    "quản lý đô thị",
];

/// The heads before a subject.
const HEADS: [&str; 3] = ["sở", "bộ", "phòng"];

/// How many bytes of a text the longest subject takes that it begins with. What follows must end it: a separator, or a place.
pub(super) fn length(text: &str, head: &str) -> Option<usize> {
    let own = match text::name_key(head).as_str() {
        "bộ" => OF_MINISTRIES,
        "phòng" => OF_OFFICES,
        _ => &[],
    };
    let found = SUBJECTS.iter().chain(own).filter_map(|subject| matched(text, subject));
    found.max()
}

/// How many bytes a subject takes at the beginning of a text.
fn matched(text: &str, subject: &str) -> Option<usize> {
    let mut words = words(text);
    let mut end = 0;
    for expected in subject.split(' ') {
        let (start, word) = words.next()?;
        let key = if word == "–" { "-".to_owned() } else { text::name_key(word) };
        if key != *expected {
            return None;
        }
        let bare = word.trim_end_matches([',', ';', '.', ')', '/']);
        end = start + bare.len();
    }
    let behind = text.get(end..)?.trim_start();
    let places = ["tỉnh", "thành phố", "tp", "của", "thuộc", "và", "-", "–", "&", "+", "("];
    let next = behind.split_whitespace().next().unwrap_or_default();
    let ended = behind.is_empty()
        || behind.starts_with([',', ';', '.', ')', '/', '('])
        || places.contains(&next.to_lowercase().as_str());
    ended.then_some(end)
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let placed = text.split_inclusive(char::is_whitespace).map(move |word| {
        let start = end;
        end += word.len();
        (start, word.trim_end())
    });
    placed.filter(|(_, word)| !word.is_empty())
}

/// The head of a department's or ministry's name and where its subject begins: "Sở" of "Sở Y tế" and of "Các sở Y tế".
pub(super) fn head(name: &str) -> Option<(String, usize)> {
    let mut words = words(name).peekable();
    let plural = words.next_if(|(_, word)| text::name_key(word) == "các").is_some();
    let (_, head) = words.next()?;
    let (start, first) = words.next()?;
    let known = HEADS.contains(&text::name_key(head).as_str());
    let named = units::is_proper(first) || length(name.get(start..)?, head).is_some();
    let head = if plural { text::capitalised(head) } else { head.to_owned() };
    (known && named).then_some((head, start))
}

/// "Sở Y tế" of "Các sở Y tế", where a list of departments begins.
pub(super) fn singular(name: &str) -> Option<String> {
    let (head, start) = head(name)?;
    let plural = text::name_key(name).starts_with("các ");
    let subject = name.get(start..)?;
    (plural && length(subject, &head).is_some()).then(|| format!("{head} {subject}"))
}

/// Whether a name of a department holds a separator at this place as a part of its subject.
pub(super) fn holds(line: &str, separator: usize) -> bool {
    let Some((head, start)) = head(line) else { return false };
    let length = line.get(start..).and_then(|subject| length(subject, &head));
    length.is_some_and(|length| start + length > separator)
}

/// The head that a name lends to what follows it, if that is nothing but another subject.
pub(super) fn lent(left: &str, rest: &str) -> Option<String> {
    let (head, _) = head(left)?;
    length(rest, &head).filter(|_| units::is_proper(rest)).map(|_| head)
}
