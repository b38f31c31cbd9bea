//! What kind of agency a name is of, told by the words that begin it.
//!
//! The lists are of the language and of the law on how organs are called. A name that begins with none of them is of no kind
//! that is known: it is taken for a collective, which claims least — that the words stand for somebody, one or several —
//! and is marked.

use crate::model::AgencyKind;

/// Beginnings of names, the names spelt out, in lower case; the longest that fits counts.
const HEADS: &[(AgencyKind, &[&str])] = &[
    (AgencyKind::Committee, &["ủy ban nhân dân"]),
    (
        AgencyKind::Department,
        &[
            "sở",
            "văn phòng ủy ban nhân dân",
            "văn phòng hội đồng nhân dân",
            "văn phòng đoàn đại biểu quốc hội",
            "thanh tra",
        ],
    ),
    (AgencyKind::Board, &["ban"]),
    (AgencyKind::Police, &["công an"]),
    (
        AgencyKind::Military,
        &["bộ chỉ huy quân sự", "ban chỉ huy quân sự", "bộ tư lệnh", "quân khu"],
    ),
    (
        AgencyKind::BorderGuard,
        &[
            "bộ chỉ huy bộ đội biên phòng",
            "bộ chỉ huy biên phòng",
            "ban chỉ huy bộ đội biên phòng",
            "ban chỉ huy biên phòng",
            "bộ đội biên phòng",
            "đồn biên phòng",
        ],
    ),
    (
        AgencyKind::Branch,
        &[
            "cục",
            "chi cục thuế",
            "chi cục thống kê",
            "chi cục hải quan",
            "chi cục thi hành án",
            "thuế",
            "thống kê",
            "hải quan",
            "thi hành án dân sự",
            "kho bạc nhà nước",
            "ngân hàng nhà nước",
            "ngân hàng chính sách xã hội",
            "chi nhánh ngân hàng",
            "bảo hiểm xã hội",
            "tòa án nhân dân",
            "viện kiểm sát nhân dân",
        ],
    ),
    (
        AgencyKind::ServiceUnit,
        &[
            "trung tâm",
            "bệnh viện",
            "trường",
            "đại học",
            "học viện",
            "viện",
            "báo",
            "đài",
            "thư viện",
            "bảo tàng",
            "nhà hát",
            "nhà văn hóa",
            "trạm y tế",
            "trạm khuyến nông",
            "vườn quốc gia",
        ],
    ),
    (
        AgencyKind::MassOrganisation,
        &[
            "mặt trận tổ quốc",
            "ủy ban mặt trận tổ quốc",
            "ban thường trực ủy ban mặt trận tổ quốc",
            "đoàn thanh niên",
            "tỉnh đoàn",
            "thành đoàn",
            "huyện đoàn",
            "xã đoàn",
            "đoàn xã",
            "hội nông dân",
            "hội liên hiệp phụ nữ",
            "hội cựu chiến binh",
            "hội chữ thập đỏ",
            "hội người cao tuổi",
            "hội khuyến học",
            "hội doanh nghiệp",
            "liên đoàn lao động",
            "liên minh hợp tác xã",
            "liên hiệp các hội",
            "liên hiệp các tổ chức hữu nghị",
            "hiệp hội",
            "hội",
        ],
    ),
    (
        AgencyKind::Central,
        &[
            "bộ",
            "chính phủ",
            "văn phòng chính phủ",
            "thủ tướng chính phủ",
            "thanh tra chính phủ",
            "thanh tra bộ",
            "văn phòng bộ",
            "quốc hội",
            "văn phòng quốc hội",
            "văn phòng chủ tịch nước",
            "ủy ban dân tộc",
            "tổng cục",
            "vụ",
            "ngân hàng nhà nước việt nam",
            "tòa án nhân dân tối cao",
            "viện kiểm sát nhân dân tối cao",
            "kiểm toán nhà nước",
            "thông tấn xã",
            "ban tổ chức trung ương",
            "ban tuyên giáo trung ương",
            "ban dân vận trung ương",
            "ban kinh tế trung ương",
        ],
    ),
];

/// Behind "các", kinds of organs or units that are counted.
const COUNTED: &[&str] = &[
    "sở",
    "ban",
    "ngành",
    "bộ",
    "phòng",
    "huyện",
    "quận",
    "thị xã",
    "thành phố",
    "thị trấn",
    "phường",
    "xã",
    "tỉnh",
    "cơ quan",
    "đơn vị",
    "tổ chức",
    "địa phương",
    "đoàn thể",
    "hội",
    "cấp",
    "doanh nghiệp",
    "trường",
    "thôn",
    "bản",
    "ấp",
    "khu phố",
    "tổ dân phố",
    "công ty",
    "hợp tác xã",
    "cục",
    "vụ",
    "chủ đầu tư",
    "nhà đầu tư",
    "thành viên",
    "cá nhân",
    "trung tâm",
    "chi cục",
];

/// Units of a province or of a district, which a collective may count.
const UNITS: &[&str] = &["huyện", "quận", "thị xã", "thành phố", "thị trấn", "phường", "xã"];

/// Ends of the names of central bodies.
const OF_THE_COUNTRY: [&str; 2] = [" việt nam", " trung ương"];

/// The kind of an agency by its key: its name spelt out, without its place, in lower case. Nothing when no kind is known.
/// Behind some names a province is written, or a bare "tỉnh" ([`End`]).
pub(super) fn of(key: &str, end: End) -> Option<AgencyKind> {
    if is_collective(key) {
        return Some(AgencyKind::Collective);
    }
    let fits = |head: &&str| {
        key.strip_prefix(*head).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    };
    let longest = |(kind, heads): &(AgencyKind, &[&'static str])| {
        let length = heads.iter().filter(|head| fits(head)).map(|head| head.len()).max()?;
        Some((length, *kind))
    };
    let (_, kind) = HEADS.iter().filter_map(longest).max_by_key(|(length, _)| *length)?;
    // "Sở", "Hội" alone: a word, and no name; "Thuế tỉnh" is one.
    if !key.contains(' ') && end == End::Open && kind != AgencyKind::Central {
        return None;
    }
    let of_the_country = end == End::Open && OF_THE_COUNTRY.iter().any(|end| key.ends_with(end));
    Some(if of_the_country { AgencyKind::Central } else { kind })
}

/// What is written behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing.
    Open,
    /// A province.
    Province,
}

/// Whether a name stands for several: "Các sở, ban, ngành", "UBND các xã", "Đơn vị liên quan".
fn is_collective(key: &str) -> bool {
    let counts = key.match_indices("các ").any(|(place, word)| {
        let before = key.get(..place).unwrap_or_default();
        let behind = key.get(place + word.len()..).unwrap_or_default();
        // A board that looks after several, an association of several, is one.
        let one = ["ban quản lý ", "ban chỉ đạo ", "liên hiệp "]
            .iter()
            .any(|head| before.ends_with(head));
        (before.is_empty() || before.ends_with(' '))
            && !one
            && (before.is_empty() || counted(behind))
    });
    counts
        || ["liên quan", "tương ứng", "trực thuộc"].iter().any(|end| key.ends_with(end))
        || units_only(key)
}

fn counted(behind: &str) -> bool {
    COUNTED.iter().any(|kind| begins_with_word(behind, kind))
}

/// "Ủy ban nhân dân huyện, thành phố", "huyện, thị xã": several units, none by its name.
fn units_only(key: &str) -> bool {
    let units = key.strip_prefix("ủy ban nhân dân ").unwrap_or(key);
    let parts: Vec<&str> = units.split([',', '-', '/']).map(str::trim).collect();
    parts.len() > 1 && parts.iter().all(|part| UNITS.contains(part))
}

/// Whether a name counts the units or the departments of a province, so that the province is part of its full name.
pub(super) fn counts_those_of_a_province(key: &str) -> bool {
    let Some((_, behind)) = key.split_once("các ") else { return units_only(key) };
    UNITS.iter().chain(&["sở"]).any(|kind| begins_with_word(behind, kind))
}

/// Whether "các huyện, thành phố" counts nothing but units, and means those that govern them.
pub(super) fn counts_units_only(key: &str) -> bool {
    let behind = key.strip_prefix("các ").unwrap_or_default();
    let mut rest =
        behind.split([',', ' ']).filter(|word| !word.is_empty() && *word != "và").peekable();
    let words: Vec<&str> = rest.by_ref().collect();
    let mut place = 0;
    while place < words.len() {
        let fits = |length: &usize| {
            let unit = words.get(place..place + length).map(|words| words.join(" "));
            unit.is_some_and(|unit| UNITS.contains(&unit.as_str()))
        };
        let Some(length) = [2, 1].into_iter().find(fits) else { return false };
        place += length;
    }
    !words.is_empty()
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{End, of};

    #[test]
    fn kinds_are_told_by_the_words_that_begin_a_name() {
        for (key, kind) in [
            ("sở y tế", "so"),
            ("ủy ban nhân dân huyện mai sơn", "uy-ban"),
            ("ủy ban nhân dân các huyện, thành phố", "nhom"),
            ("ủy ban mặt trận tổ quốc việt nam", "trung-uong"),
            ("ban quản lý các khu công nghiệp", "ban"),
            ("bộ chỉ huy quân sự", "quan-su"),
            ("bộ chỉ huy biên phòng", "bien-phong"),
            ("bộ y tế", "trung-uong"),
            ("bảo hiểm xã hội", "nganh-doc"),
            ("bảo hiểm xã hội việt nam", "trung-uong"),
            ("các bộ, ngành", "nhom"),
            ("các cơ quan đơn vị tương ứng", "nhom"),
            ("liên hiệp các hội khoa học và kỹ thuật", "doan-the"),
            ("công an các xã", "nhom"),
            ("trung tâm y tế", "don-vi-su-nghiep"),
            ("đơn vị trúng thầu", "-"),
            ("phòng nội vụ", "-"),
            ("sở", "-"),
        ] {
            assert_eq!(
                of(key, End::Open).map_or("-", crate::model::AgencyKind::as_str),
                kind,
                "{key}"
            );
        }
        let of_a_province = of("ủy ban mặt trận tổ quốc việt nam", End::Province);
        assert_eq!(of_a_province, Some(crate::model::AgencyKind::MassOrganisation));
        assert_eq!(of("thuế", End::Province), Some(crate::model::AgencyKind::Branch));
    }
}
