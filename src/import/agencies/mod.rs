//! Cutting a cell into the names of agencies, by grammar alone: the register never decides how a cell is cut.
//!
//! A semicolon always cuts. A comma, "và" and a full stop cut only where what follows begins an agency's name
//! ([`heads`]), with these exceptions, each a rule of how such names are built:
//!
//! - A comma that did not cut opens an enumeration within a name ("Sở Văn hóa, Thể thao và …"); the next "và" closes it and
//!   belongs to the name, whatever follows ("… và Sở Du lịch").
//! - Behind "các" kinds of organs are counted ("Các sở, ban, ngành", "UBND các huyện, thành phố"): kinds begin no name.
//! - A higher unit or a province behind a comma closes an address ("huyện Kim Động, tỉnh Hưng Yên").
//! - Behind a unit's name another proper name is another unit's ("Huyện Thuận Châu, Sông Mã"), completed by the first
//!   one's head.
//! - An office names the organs that it serves ("Văn phòng HĐND và UBND tỉnh").
//!
//! What stands in brackets is never cut.

mod heads;
mod units;

pub(crate) use units::Closing;

use super::lines;
use crate::text;
use heads::Left;

/// A name as a cell prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As printed.
    pub(super) printed: String,
    /// With what the name before it lends it: "Huyện Sông Mã" for "Sông Mã".
    pub(super) completed: Option<String>,
}

/// Whether an agency's name begins here.
pub(super) fn begins(text: &str) -> bool {
    heads::begins(text, Left::Name)
}

/// Whether a line names an agency, an item's dash aside.
pub(super) fn names_one(line: &str) -> bool {
    begins(without_bullet(line))
}

/// The line without the sign of an item.
pub(super) fn without_bullet(line: &str) -> &str {
    lines::bullet(line).map_or(line, |(_, rest)| rest)
}

/// The province that a name ends in.
pub(super) fn closing(name: &str) -> Option<Closing> {
    units::closing(name)
}

/// Whether a name says by itself whose it is, by a bare "tỉnh" at its end.
pub(super) fn ends_in_bare_province(name: &str) -> bool {
    units::ends_in_bare_province(name)
}

/// Whether a name is that of one territorial unit, which needs no province to be told from others.
pub(super) fn is_of_unit(name: &str) -> bool {
    units::shared_head(name).is_some()
}

/// The names of a line, in their order.
pub(super) fn names(line: &str) -> Vec<Name> {
    let line = without_bullet(line);
    let mut names = Vec::new();
    let mut cutter = Cutter { start: 0, open: false, head: None, completed: false };
    for separator in separators(line) {
        let left = line.get(cutter.start..separator.start).unwrap_or_default().trim();
        let rest = line.get(separator.end..).unwrap_or_default().trim_start();
        if !cutter.cuts(&separator, left, rest) {
            continue;
        }
        names.extend(cutter.name(left));
        let is_headless = !heads::begins(rest, Left::Name) && units::is_proper(rest);
        let head = units::shared_head(left).or(cutter.head.filter(|_| cutter.completed));
        let head = head.filter(|_| is_headless);
        cutter = Cutter { start: separator.end, open: false, completed: head.is_some(), head };
    }
    names.extend(cutter.name(line.get(cutter.start..).unwrap_or_default()));
    names
}

/// How far the cutting has come.
struct Cutter {
    /// Where the name at hand begins.
    start: usize,
    /// Whether an enumeration within the name is open.
    open: bool,
    /// What the name before lends to this one.
    head: Option<String>,
    /// Whether the name at hand is to be completed.
    completed: bool,
}

impl Cutter {
    /// Whether a name ends at a separator.
    fn cuts(&mut self, separator: &Separator, left: &str, rest: &str) -> bool {
        let kinds = Left::of(left);
        let begins = heads::begins(rest, kinds);
        let closes = units::closes(left, rest);
        let of_units =
            units::is_proper(rest) && (self.completed || units::shared_head(left).is_some());
        match separator.sign {
            Sign::Semicolon => true,
            Sign::Stop => begins && units::is_proper(rest),
            Sign::Comma if closes && !rest.starts_with(char::is_uppercase) => false,
            Sign::Comma if begins || of_units => true,
            Sign::Comma => {
                self.open = kinds == Left::Name;
                false
            }
            Sign::And if self.open => {
                self.open = false;
                false
            }
            Sign::And => !serves_organs(left, rest) && (begins || of_units),
        }
    }

    fn name(&self, printed: &str) -> Option<Name> {
        let printed = trimmed(printed);
        // A bare dash stands for "nobody".
        if !printed.contains(char::is_alphanumeric) {
            return None;
        }
        let lent = self.head.as_deref().filter(|_| self.completed);
        let completed = match lent {
            Some(head) => Some(format!("{head} {printed}")),
            None => units::singular(printed),
        };
        Some(Name { printed: printed.to_owned(), completed })
    }
}

/// An office that names the organs it serves: "Văn phòng HĐND" and "UBND tỉnh".
fn serves_organs(left: &str, rest: &str) -> bool {
    const ORGANS: [&str; 6] = [
        "hđnd",
        "ubnd",
        "hội đồng nhân dân",
        "ủy ban nhân dân",
        "đoàn đbqh",
        "đoàn đại biểu quốc hội",
    ];
    let organ = |text: &str| ORGANS.iter().any(|organ| text.starts_with(organ));
    let left = text::name_key(left);
    let served = left.strip_prefix("văn phòng ").map(str::trim);
    let ends = served.is_some_and(|organs| ORGANS.iter().any(|organ| organs.ends_with(organ)));
    ends && served.is_some_and(organ) && organ(&text::name_key(rest))
}

/// A name without the separators around it and the full stop behind it; an ellipsis stays.
fn trimmed(name: &str) -> &str {
    let name = name.trim().trim_matches([',', ';']).trim();
    let name = name.strip_prefix("và ").unwrap_or(name).trim_start();
    match name.strip_suffix('.') {
        Some(bare) if !bare.ends_with('.') => bare.trim_end(),
        _ => name,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Semicolon,
    Comma,
    Stop,
    And,
}

/// A place where a name may end.
struct Separator {
    sign: Sign,
    start: usize,
    end: usize,
}

/// The separators of a line that stand outside brackets.
fn separators(line: &str) -> Vec<Separator> {
    let mut separators = Vec::new();
    let mut depth = 0usize;
    for (start, c) in line.char_indices() {
        let end = start + c.len_utf8();
        let rest = line.get(end..).unwrap_or_default();
        let ends_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let sign = match c {
            '(' | '[' => {
                depth += 1;
                None
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                None
            }
            ';' => Some((Sign::Semicolon, end)),
            ',' if !rest.starts_with(|c: char| c.is_ascii_digit()) => Some((Sign::Comma, end)),
            '.' if ends_word => Some((Sign::Stop, end)),
            'v' if is_and(line, start) => Some((Sign::And, start + "và".len())),
            _ => None,
        };
        if let Some((sign, end)) = sign.filter(|_| depth == 0) {
            separators.push(Separator { sign, start, end });
        }
    }
    separators
}

/// Whether the word "và" stands here.
fn is_and(line: &str, start: usize) -> bool {
    let blank = |c: char| c.is_whitespace();
    let before = line.get(..start).is_some_and(|before| before.ends_with(blank));
    let after = line.get(start..).and_then(|rest| rest.strip_prefix("và"));
    before && after.is_some_and(|rest| rest.starts_with(blank))
}

#[cfg(test)]
mod tests {
    use super::{Name, names};

    fn check(line: &str, expected: &[&str]) {
        let shown = |name: Name| match name.completed {
            Some(completed) => format!("{} = {completed}", name.printed),
            None => name.printed,
        };
        let found: Vec<String> = names(line).into_iter().map(shown).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn names_that_contain_separators_stay_whole() {
        check("Sở Lao động - Thương binh và Xã hội", &["Sở Lao động - Thương binh và Xã hội"]);
        check("Sở Văn hóa, Thể thao và Du lịch", &["Sở Văn hóa, Thể thao và Du lịch"]);
        check(
            "- Sở Văn hóa, Thể thao và Sở Du lịch tỉnh Hưng Yên",
            &["Sở Văn hóa, Thể thao và Sở Du lịch tỉnh Hưng Yên"],
        );
        check("- Các Sở, ban, ngành.", &["Các Sở, ban, ngành"]);
        check("Các Sở, Ban, Ngành, Đoàn thể tỉnh", &["Các Sở, Ban, Ngành, Đoàn thể tỉnh"]);
        check("UBND các huyện, thị xã và thành phố", &["UBND các huyện, thị xã và thành phố"]);
        check("huyện Kim Động, tỉnh Hưng Yên.", &["huyện Kim Động, tỉnh Hưng Yên"]);
        check("Văn phòng HĐND và UBND tỉnh", &["Văn phòng HĐND và UBND tỉnh"]);
        check(
            "Sở Y tế (cùng Sở Nội vụ, Công an tỉnh)",
            &["Sở Y tế (cùng Sở Nội vụ, Công an tỉnh)"],
        );
        check(
            "Trung tâm giống cây ăn quả tại huyện Khoái Châu, tỉnh Hưng Yên.",
            &["Trung tâm giống cây ăn quả tại huyện Khoái Châu, tỉnh Hưng Yên"],
        );
    }

    #[test]
    fn lists_are_cut_where_a_name_begins() {
        check("Sở Y tế, Công an tỉnh và Sở Nội vụ", &["Sở Y tế", "Công an tỉnh", "Sở Nội vụ"]);
        check(
            "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
            &["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
        );
        check(
            "Sở Văn hóa, Thể thao và Du lịch và Sở Y tế",
            &["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
        );
        check(
            "- Các sở, ban, ngành; UBND các huyện thành phố thuộc tỉnh Hưng Yên",
            &["Các sở, ban, ngành", "UBND các huyện thành phố thuộc tỉnh Hưng Yên"],
        );
        check(
            "Các sở, ban, ngành, UBND các huyện, thành phố",
            &["Các sở, ban, ngành", "UBND các huyện, thành phố"],
        );
        check("Các sở, ban, ngành và UBND các huyện", &["Các sở, ban, ngành", "UBND các huyện"]);
        check(
            "UBND các huyện, thị xã, thành phố và các sở, ban, ngành",
            &["UBND các huyện, thị xã, thành phố", "các sở, ban, ngành"],
        );
        check("Sở Y tế. Sở Nội vụ.", &["Sở Y tế", "Sở Nội vụ"]);
        check("Sở Y tế, huyện Mai Sơn", &["Sở Y tế", "huyện Mai Sơn"]);
        check("Công an, Thanh tra tỉnh", &["Công an", "Thanh tra tỉnh"]);
    }

    #[test]
    fn a_unit_lends_its_head_to_the_names_behind_it() {
        check("Huyện Thuận Châu, Sông Mã", &["Huyện Thuận Châu", "Sông Mã = Huyện Sông Mã"]);
        check(
            "UBND các huyện Thuận Châu, Sông Mã và Mai Sơn",
            &[
                "UBND các huyện Thuận Châu = UBND huyện Thuận Châu",
                "Sông Mã = UBND huyện Sông Mã",
                "Mai Sơn = UBND huyện Mai Sơn",
            ],
        );
        check(
            "Huyện Thuận Châu; Sông Mã, tỉnh Sơn La",
            &["Huyện Thuận Châu", "Sông Mã, tỉnh Sơn La = Huyện Sông Mã, tỉnh Sơn La"],
        );
    }
}
