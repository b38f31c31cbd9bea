//! Abbreviations in names of agencies, spelt out: "Sở NN&PTNT" is "Sở Nông nghiệp và Phát triển nông thôn".
//!
//! A table of the language, as offices write and every reader understands; an abbreviation that may mean two things ("BCH",
//! Ban Chỉ huy or Ban Chấp hành) is only spelt out where the next word decides. Signs within an abbreviation make no
//! difference: "KH&ĐT", "KH-ĐT", "KHĐT" and "KH và ĐT" are one.

use crate::text;

/// Abbreviations that mean the same wherever they stand.
const ANYWHERE: &[(&str, &str)] = &[
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
    ("ĐBQH", "đại biểu Quốc hội"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("BQL", "Ban Quản lý"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("CHQS", "Chỉ huy Quân sự"),
    ("BĐBP", "Bộ đội Biên phòng"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("LHPN", "Liên hiệp Phụ nữ"),
    ("CCB", "Cựu chiến binh"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("TNCSHCM", "Thanh niên Cộng sản Hồ Chí Minh"),
    ("TAND", "Tòa án nhân dân"),
    ("VKSND", "Viện kiểm sát nhân dân"),
    ("KSND", "kiểm sát nhân dân"),
    ("THADS", "Thi hành án dân sự"),
    ("KBNN", "Kho bạc Nhà nước"),
    ("NHNN", "Ngân hàng Nhà nước"),
    ("KCN", "khu công nghiệp"),
    ("HTX", "Hợp tác xã"),
    ("PTTH", "Phát thanh và Truyền hình"),
    ("PTNT", "Phát triển nông thôn"),
    ("TBXH", "Thương binh và Xã hội"),
    ("TTDL", "Thể thao và Du lịch"),
    ("TW", "Trung ương"),
];

/// What a ministry or a department is for; only behind the word that says it is one.
const SUBJECTS: &[(&str, &str)] = &[
    ("KHĐT", "Kế hoạch và Đầu tư"),
    ("NNPTNT", "Nông nghiệp và Phát triển nông thôn"),
    ("NNMT", "Nông nghiệp và Môi trường"),
    ("LĐTBXH", "Lao động - Thương binh và Xã hội"),
    ("VHTTDL", "Văn hóa, Thể thao và Du lịch"),
    ("VHTT", "Văn hóa và Thể thao"),
    ("TNMT", "Tài nguyên và Môi trường"),
    ("TTTT", "Thông tin và Truyền thông"),
    ("GDĐT", "Giáo dục và Đào tạo"),
    ("KHCN", "Khoa học và Công nghệ"),
    ("GTVT", "Giao thông vận tải"),
    ("DTTG", "Dân tộc và Tôn giáo"),
    ("TCKH", "Tài chính - Kế hoạch"),
    ("XD", "Xây dựng"),
    ("NV", "Nội vụ"),
    ("TC", "Tài chính"),
    ("CT", "Công Thương"),
    ("TP", "Tư pháp"),
    ("YT", "Y tế"),
    ("DL", "Du lịch"),
];

/// Words that say that what follows is what an organ is for.
const ORGANS: [&str; 4] = ["sở", "bộ", "phòng", "ngành"];

/// Units, only where a proper name or nothing follows.
const UNITS: &[(&str, &str)] = &[("TP", "thành phố"), ("TX", "thị xã"), ("TT", "thị trấn")];

/// So many words may one abbreviation be written over: "LĐ - TB & XH".
const MOST_WORDS: usize = 7;

/// The name with all abbreviations spelt out that are certain.
pub(in crate::import) fn spelt_out(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut spelt: Vec<String> = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let rest = words.get(place..).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|before| words.get(before));
        let (long, length) = meaning(before.copied(), rest);
        spelt.push(long);
        place += length.max(1);
    }
    spelt.join(" ")
}

/// The first word or words spelt out, and how many they are.
fn meaning(before: Option<&str>, rest: &[&str]) -> (String, usize) {
    let first = rest.first().copied().unwrap_or_default();
    let next = rest.get(1).copied().unwrap_or_default();
    let behind_an_organ =
        before.is_some_and(|word| ORGANS.contains(&text::name_key(word).as_str()));
    let subject =
        (1..=MOST_WORDS.min(rest.len())).rev().filter(|_| behind_an_organ).find_map(|length| {
            let words = rest.get(..length)?;
            Some((in_table(SUBJECTS, &letters_of(words)?)?, length))
        });
    if let Some((long, length)) = subject {
        let last = rest.get(length - 1).copied().unwrap_or_default();
        return (format!("{long}{}", ending(last)), length);
    }
    let letters = letters_of(&[first]).unwrap_or_default();
    let proper = next.starts_with(char::is_uppercase);
    let long = in_table(ANYWHERE, &letters)
        .or_else(|| {
            in_table(UNITS, &letters).filter(|_| proper || (next.is_empty() && before.is_some()))
        })
        .or_else(|| (letters == "BCH" && is_of_force(next)).then_some("Ban Chỉ huy"));
    let long = match (long, first) {
        (Some(long), _) => format!("{long}{}", ending(first)),
        (None, "&") => "và".to_owned(),
        (None, word) => word.to_owned(),
    };
    (long, 1)
}

/// The letters of an abbreviation that is written over these words; nothing when one of them is no part of any.
fn letters_of(words: &[&str]) -> Option<String> {
    let mut letters = String::new();
    for (place, word) in words.iter().enumerate() {
        let inner = place > 0 && place + 1 < words.len();
        if inner && ["&", "-", "–", "và", ","].contains(word) {
            continue;
        }
        let sign = |c: char| matches!(c, '&' | '-' | '–' | '.' | ',' | ';');
        let bare: String = word.chars().filter(|c| !sign(*c)).collect();
        if bare.is_empty() || !bare.chars().all(char::is_uppercase) {
            return None;
        }
        letters.push_str(&bare);
    }
    Some(letters)
}

fn in_table(table: &[(&'static str, &'static str)], letters: &str) -> Option<&'static str> {
    table.iter().find(|(short, _)| *short == letters).map(|(_, long)| *long)
}

/// The comma that a name goes on behind.
fn ending(word: &str) -> &'static str {
    if word.ends_with(',') { "," } else { "" }
}

/// "BCH Quân sự", "BCH BĐBP": a command, and no committee of an association.
fn is_of_force(next: &str) -> bool {
    ["quân", "bộ", "biên", "bđbp", "phòng"].contains(&text::name_key(next).as_str())
}

#[cfg(test)]
mod tests {
    use super::spelt_out;

    #[test]
    fn abbreviations_are_spelt_out_where_they_are_certain() {
        for (short, long) in [
            ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
            ("Sở Nông nghiệp & PTNT tỉnh", "Sở Nông nghiệp và Phát triển nông thôn tỉnh"),
            ("Sở KH và ĐT", "Sở Kế hoạch và Đầu tư"),
            ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở LĐ - TB & XH", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở VH, TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Sở GD&ĐT Sơn La", "Sở Giáo dục và Đào tạo Sơn La"),
            ("UBND TP Sơn La", "Ủy ban nhân dân thành phố Sơn La"),
            ("Công an TP.", "Công an thành phố"),
            ("Sở TC", "Sở Tài chính"),
            ("Phòng TC-KH", "Phòng Tài chính - Kế hoạch"),
            ("Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
            ("BCH Quân sự xã", "Ban Chỉ huy Quân sự xã"),
            ("BCH Công đoàn", "BCH Công đoàn"),
            ("Văn phòng HĐND, UBND", "Văn phòng Hội đồng nhân dân, Ủy ban nhân dân"),
            ("TT Y tế", "thị trấn Y tế"),
            ("Công ty CT", "Công ty CT"),
            ("VNPT", "VNPT"),
        ] {
            assert_eq!(spelt_out(short), long, "{short}");
        }
    }
}
