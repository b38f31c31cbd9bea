//! Who signed: "TM. ỦY BAN NHÂN DÂN" / "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" / "Nguyễn Văn A".

use super::surroundings::{Line, is_in_capitals};
use super::{Fact, Found};
use crate::text;

/// Offices, folded; the signer's stands in the last line above the name.
const ROLES: [&str; 36] = [
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "tong giam doc",
    "pho tong giam doc",
    "bo truong",
    "thu truong",
    "thu tuong",
    "pho thu tuong",
    "chanh van phong",
    "pho chanh van phong",
    "bi thu",
    "pho bi thu",
    "truong ban",
    "pho truong ban",
    "cuc truong",
    "pho cuc truong",
    "tong cuc truong",
    "pho tong cuc truong",
    "chi cuc truong",
    "vu truong",
    "pho vu truong",
    "truong phong",
    "pho truong phong",
    "hieu truong",
    "pho hieu truong",
    "vien truong",
    "chanh an",
    "chanh thanh tra",
    "tong thanh tra",
    "chu nhiem",
    "pho chu nhiem",
    "chi huy truong",
    "thong doc",
    "tong bien tap",
];

/// For whom somebody signs: on behalf of, for, by order of, by authority of, acting.
const FOR: [&str; 5] = ["TM.", "KT.", "TL.", "TUQ.", "Q."];

/// Words that no personal name begins with.
const NO_NAMES: [&str; 9] = ["Sở", "Bộ", "Ban", "Ủy", "Cục", "Nơi", "Lưu", "Như", "Các"];

/// The name stands at most so many lines below the office: a place for the seal, "(Đã ký)".
const MOST_LINES_BETWEEN: usize = 3;

/// A line with an office has at most so many words.
const LONGEST: usize = 20;

/// Each signer with the office, in the order of the document.
pub(super) fn find(lines: &[Line]) -> Vec<Found> {
    let mut found = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let Some(role) = role(&line.text) else { continue };
        let below = lines.get(place + 1..).unwrap_or_default();
        let name = below.iter().take(MOST_LINES_BETWEEN + 1).find(|line| !is_seal(&line.text));
        let Some(name) = name.filter(|line| is_personal_name(&line.text)) else { continue };
        // "KT. CHỦ TỊCH" above "PHÓ CHỦ TỊCH".
        let above = place.checked_sub(1).and_then(|above| lines.get(above));
        let above =
            above.filter(|above| above.group == line.group && above.text.starts_with("KT."));
        let role = match above.and_then(|above| self::role(&above.text)) {
            Some(above) => format!("{above}, {role}"),
            None => role,
        };
        found.push(Found::new(Fact::Signer, &name.text, &name.text));
        found.push(Found::new(Fact::SignerRole, &role, &role));
    }
    found
}

/// The office that a line in capitals ends with or is, without the organ on whose behalf it is held.
fn role(line: &str) -> Option<String> {
    let (line, _) = line.split_once(" (").unwrap_or((line, ""));
    if !is_in_capitals(line) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > LONGEST {
        return None;
    }
    // A line copied as text holds all of it: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH".
    let start = words.iter().position(|word| *word == "KT.");
    let is_for = words.first().is_some_and(|word| FOR.contains(word));
    let is_role = |start: usize| {
        let folded = text::fold(&words.get(start..).unwrap_or_default().join(" "));
        ROLES.iter().any(|role| {
            folded == *role || folded.strip_prefix(role).is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let start = start.or_else(|| {
        if is_for {
            (1..words.len()).find(|start| is_role(*start))
        } else {
            is_role(0).then_some(0)
        }
    })?;
    let words = words.get(start..)?;
    let named = |word: &&str| !FOR.contains(word);
    let folded =
        text::fold(&words.iter().filter(|word| named(word)).copied().collect::<Vec<_>>().join(" "));
    ROLES.iter().any(|role| folded.starts_with(role)).then(|| words.join(" "))
}

/// "(Đã ký)", "Đã ký", "(Ký, đóng dấu)".
fn is_seal(line: &str) -> bool {
    let folded = text::folded_words(line).join(" ");
    folded.starts_with("da ky") || folded.starts_with("ky ") || folded == "ky"
}

/// Two to five words, each with a capital, perhaps behind a degree: "TS. Nguyễn Văn A".
fn is_personal_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().filter(|word| !word.ends_with('.')).collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    (2..=5).contains(&words.len())
        && words.iter().all(is_name)
        && !words.first().is_some_and(|first| NO_NAMES.contains(first))
}

#[cfg(test)]
mod tests {
    use super::{is_personal_name, role};

    #[test]
    fn offices_and_names() {
        for (line, expected) in [
            ("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", ""),
            ("GIÁM ĐỐC", "GIÁM ĐỐC"),
            ("Phó Chủ tịch UBND tỉnh", ""),
            ("NHIỆM VỤ", ""),
        ] {
            assert_eq!(role(line).unwrap_or_default(), expected, "{line}");
        }
        assert!(is_personal_name("Nguyễn Văn A") && is_personal_name("TS. Lê Thị Hồng Nhung"));
        for other in ["Nơi nhận:", "NGUYỄN VĂN A", "Như trên", "Sơn La, ngày", "Sở Y Tế", "A"]
        {
            assert!(!is_personal_name(other), "{other}");
        }
    }
}
