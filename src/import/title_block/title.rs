//! The type of the document and its trích yếu, which stand in the middle of its first page: "KẾ HOẠCH" / "Triển khai …".

use super::surroundings::{Line, is_in_capitals};
use super::{Fact, Found};
use crate::model::Period;
use crate::text;

/// Types of documents, Nghị định 30/2020/NĐ-CP, Phụ lục III, and those of the Party; the longer one first.
const TYPES: [&str; 19] = [
    "Chương trình hành động",
    "Chương trình",
    "Kế hoạch hành động",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Lộ trình",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Thông báo",
    "Hướng dẫn",
    "Báo cáo",
    "Tờ trình",
    "Công văn",
    "Kết luận",
];

/// Those by which a plan is made.
const OF_A_PLAN: [&str; 8] = [
    "Chương trình hành động",
    "Chương trình",
    "Kế hoạch hành động",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Lộ trình",
];

/// A letter has no type above its trích yếu, but these words before it.
const ABOUT: [&str; 3] = ["V/v", "V/V", "v/v"];

/// Words that begin what stands below a title, folded.
const BODY: [&str; 24] = [
    "can cu",
    "thuc hien",
    "kinh gui",
    "de ",
    "nham",
    "xet",
    "theo de nghi",
    "uy ban nhan dan",
    "ubnd",
    "quyet dinh",
    "phan ",
    "chuong ",
    "dieu ",
    "muc ",
    "phu luc",
    "kem theo",
    "(",
    "noi nhan",
    "so ",
    "bo ",
    "chu tich",
    "thu tuong",
    "ngay ",
    "stt",
];

/// A title goes over so many lines, and has so many letters at most.
const MOST_LINES: usize = 6;
const LONGEST_LINE: usize = 160;

/// A title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// The place of its first line among the lines before the table.
    pub(super) place: usize,
    document_type: String,
    /// "KẾ HOẠCH", as it is printed.
    printed_type: String,
    /// The trích yếu, as it is printed.
    summary: String,
}

/// The title among the lines before the table.
pub(super) fn find(lines: &[Line]) -> Option<Title> {
    let titled = |(place, line): (usize, &Line)| {
        let (document_type, rest) = typed(&line.text)?;
        let mut summary: Vec<&str> =
            Some(rest).filter(|rest| !rest.is_empty()).into_iter().collect();
        for line in lines.get(place + 1..)?.iter().take(MOST_LINES) {
            let goes_on = if summary.is_empty() {
                begins_summary(&line.text)
            } else {
                continues(&summary, &line.text)
            };
            if !goes_on || line.behind_rule || line.is_motto() {
                break;
            }
            summary.push(&line.text);
        }
        let printed = line.text.strip_suffix(rest).unwrap_or(&line.text).trim_end();
        let printed_type = printed.trim_end_matches(':').to_owned();
        Some(Title {
            place,
            document_type: document_type.to_owned(),
            printed_type,
            summary: summary.join(" "),
        })
    };
    let letter = |(place, line): (usize, &Line)| {
        if !ABOUT.iter().any(|about| line.text.starts_with(about)) {
            return None;
        }
        let rest = lines.get(place + 1..)?.iter().take(MOST_LINES);
        let rest = rest.take_while(|other| {
            other.group == line.group && !other.behind_rule && begins_with_lower_case(&other.text)
        });
        let summary =
            std::iter::once(line).chain(rest).map(|line| line.text.as_str()).collect::<Vec<_>>();
        Some(Title {
            // The place and the date of a letter may stand behind these words, in the other column.
            place: lines.len(),
            document_type: "Công văn".to_owned(),
            printed_type: String::new(),
            summary: summary.join(" "),
        })
    };
    let all = || lines.iter().enumerate();
    all().find_map(titled).or_else(|| all().find_map(letter))
}

impl Title {
    /// What it says of the document.
    pub(super) fn facts(&self) -> Vec<Found> {
        let whole = format!("{} {}", self.printed_type, self.summary).trim().to_owned();
        let mut facts = vec![Found::new(
            Fact::Type,
            &self.document_type,
            if self.printed_type.is_empty() { &self.summary } else { &self.printed_type },
        )];
        if !self.summary.is_empty() {
            facts.push(Found::new(Fact::Summary, &self.summary, &self.summary));
            facts.push(Found::new(Fact::Title, &whole, &whole));
        }
        facts.extend(
            period(&self.summary).map(|period| Found::new(Fact::Period, period, &self.summary)),
        );
        facts
    }
}

/// The type by its name, whatever its letters.
pub(super) fn type_named(name: &str) -> Option<String> {
    let name = text::name_key(name);
    TYPES.iter().find(|known| text::name_key(known) == name).map(|known| (*known).to_owned())
}

/// Whether a plan is made by documents of a type.
pub(super) fn is_of_a_plan(document_type: &str) -> bool {
    OF_A_PLAN.contains(&document_type)
}

/// The type that a line in capitals begins with, and the rest of the line.
fn typed(line: &str) -> Option<(&'static str, &str)> {
    if !is_in_capitals(line) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    TYPES.iter().find_map(|known| {
        let length = known.split(' ').count();
        let head = words.get(..length)?.join(" ");
        if text::name_key(head.trim_end_matches(':')) != text::name_key(known) {
            return None;
        }
        let rest =
            line.split_whitespace().nth(length).and_then(|next| line.find(next).map(|_| next));
        let rest = rest.map_or("", |_| after_words(line, length));
        Some((*known, rest))
    })
}

/// A line without so many words at its beginning.
fn after_words(line: &str, count: usize) -> &str {
    (0..count).fold(line.trim_start(), |rest, _| {
        rest.split_once(char::is_whitespace).map_or("", |(_, behind)| behind.trim_start())
    })
}

/// Whether a line below the type begins the trích yếu.
fn begins_summary(line: &str) -> bool {
    let folded = text::fold(line);
    let stops = ["can cu", "kinh gui", "(", "noi nhan", "phan ", "dieu "];
    !stops.iter().any(|stop| folded.starts_with(stop)) && !is_numbered(line) && is_short(line)
}

/// Whether a line goes on with the trích yếu that stands above it.
fn continues(above: &[&str], line: &str) -> bool {
    let last = above.last().copied().unwrap_or_default();
    let is_open = |last: &str| {
        let folded = text::fold(last);
        last.ends_with([',', '-', '–'])
            || [" va", " cua", " giai doan", " tinh", " giua", " cac", " ve", " nam"]
                .iter()
                .any(|end| folded.ends_with(end))
    };
    let folded = text::fold(line);
    if is_numbered(line) || !is_short(line) || last.ends_with(['.', ';', ':']) {
        return false;
    }
    if begins_with_lower_case(line) || is_open(last) {
        return true;
    }
    // A title in capitals goes on in capitals; below one in small letters capitals begin something else.
    let same_letters = above.iter().all(|line| is_in_capitals(line)) == is_in_capitals(line);
    same_letters
        && !BODY.iter().any(|begin| folded.starts_with(begin))
        && !line.ends_with(['.', ';', ':'])
        || folded.starts_with("giai doan")
}

fn begins_with_lower_case(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= LONGEST_LINE
}

/// "I. …", "1. …", "A. …", "a) …": a heading, or an item.
fn is_numbered(line: &str) -> bool {
    let number = line.split_whitespace().next().unwrap_or_default();
    let bare = number.trim_end_matches(['.', ')', '/']);
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    let letters = bare.chars().count() <= 4 && bare.chars().all(|c| "IVXLCABDEabcdđe".contains(c));
    bare.len() < number.len() && (digits || letters)
}

/// The period that a trích yếu names: "giai đoạn 2022 - 2025", else the year at its end.
fn period(summary: &str) -> Option<String> {
    let words: Vec<&str> = summary.split_whitespace().collect();
    let is =
        |place: usize, key: &str| words.get(place).is_some_and(|word| text::name_key(word) == key);
    let stages = (0..words.len()).filter(|place| is(*place, "giai") && is(place + 1, "đoạn"));
    // The longest stretch that is understood: "Giai đoạn 2022 - 2025".
    let understood = |start: usize, most: usize| {
        let ends = (start + 1..=words.len().min(start + most)).rev();
        ends.filter_map(|end| words.get(start..end)).map(|words| words.join(" ")).find_map(
            |stretch| {
                let bare = stretch.trim_end_matches([',', ';', '.', ')']).to_owned();
                (bare.ends_with(|c: char| c.is_ascii_digit()) && Period::read(&bare).understood())
                    .then_some(bare)
            },
        )
    };
    let mut found: Vec<String> = stages.filter_map(|start| understood(start, 6)).collect();
    if found.is_empty() {
        let year = (0..words.len()).rev().find(|place| is(*place, "năm")).filter(|place| {
            let before = place.checked_sub(2);
            let of_a_day = before.is_some_and(|before| is(before, "tháng"));
            let open =
                place.checked_sub(1).is_some_and(|before| is(before, "đến") || is(before, "từ"));
            place + 2 == words.len() && !of_a_day && !open
        });
        found.extend(year.and_then(|start| understood(start, 2)));
    }
    found.dedup_by(|a, b| text::name_key(a) == text::name_key(b));
    match found.as_slice() {
        [period] => Some(period.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn periods_of_titles() {
        for (summary, expected) in [
            (
                "Hợp tác giữa tỉnh Sơn La và tỉnh Hưng Yên giai đoạn 2022 - 2025",
                "giai đoạn 2022 - 2025",
            ),
            (
                "Phát triển du lịch giai đoạn 2021-2025, định hướng đến năm 2030",
                "giai đoạn 2021-2025",
            ),
            ("CẢI CÁCH HÀNH CHÍNH NĂM 2023", "NĂM 2023"),
            ("Thực hiện Nghị quyết số 06-NQ/TU ngày 21 tháng 01 năm 2021", ""),
            ("Chuyển đổi số đến năm 2025", ""),
            ("Sơ kết giai đoạn 2016 - 2020, triển khai giai đoạn 2021 - 2025", ""),
        ] {
            assert_eq!(period(summary).unwrap_or_default(), expected, "{summary}");
        }
    }
}
