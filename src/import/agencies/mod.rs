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
//! - What departments are about is known ([`subjects`]), so that "Sở Y tế, Tài chính" are two, "Sở Kế hoạch và Đầu tư" is
//!   one. Behind a heading ("Các sở: Y tế, Tài chính") every name is completed by it ([`labelled`]).
//! - A dash, a plus or a slash cuts before a name of the state's organs; a bullet always.
//!
//! What stands in brackets is never cut.

mod heads;
mod labelled;
mod signs;
mod subjects;
mod units;

#[cfg(test)]
mod tests;

pub(crate) use units::Closing;

use super::lines;
use crate::text;
use heads::Left;
use signs::{Separator, Sign, separators};

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
    let ends = separators(line).into_iter().map(|separator| separator.end);
    let labelled = std::iter::once(0).chain(ends).find_map(|place| {
        let (label, list) = labelled::split(line.get(place..)?)?;
        Some((line.get(..place)?, label, list))
    });
    if let Some((before, label, list)) = labelled {
        return unlabelled_names(before).into_iter().chain(labelled_names(&label, list)).collect();
    }
    unlabelled_names(line)
}

/// The names of a line without a heading.
fn unlabelled_names(line: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let mut cutter = Cutter { start: 0, open: false, head: None, completed: false };
    for separator in separators(line) {
        let left = line.get(cutter.start..separator.start).unwrap_or_default().trim();
        let rest = line.get(separator.end..).unwrap_or_default().trim_start();
        if cutter.holds(&separator, line) || !cutter.cuts(&separator, left, rest) {
            continue;
        }
        names.extend(cutter.name(left));
        let is_headless = !heads::begins(rest, Left::Name) && units::is_proper(rest);
        let head = cutter.lends(left, rest).filter(|_| is_headless);
        cutter = Cutter { start: separator.end, open: false, completed: head.is_some(), head };
    }
    names.extend(cutter.name(line.get(cutter.start..).unwrap_or_default()));
    names
}

/// The names of a list below a heading.
fn labelled_names(label: &labelled::Label, list: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let mut start = 0;
    for separator in separators(list) {
        let (name, place) = name_at(list, start, separator.start);
        let rest = list.get(separator.end..).unwrap_or_default().trim_start();
        if label.cuts(separator.sign, name, place, rest) {
            names.extend(labelled_name(label, list.get(start..separator.start)));
            start = separator.end;
        }
    }
    names.extend(labelled_name(label, list.get(start..)));
    names
}

fn labelled_name(label: &labelled::Label, printed: Option<&str>) -> Option<Name> {
    let printed = trimmed(printed?);
    let named = printed.contains(char::is_alphanumeric);
    named.then(|| Name { printed: printed.to_owned(), completed: label.complete(printed) })
}

/// The name that begins at a place of a line, and where in it a separator stands.
fn name_at(line: &str, start: usize, separator: usize) -> (&str, usize) {
    let piece = line.get(start..).unwrap_or_default();
    let name = piece.trim_start();
    (name, separator.saturating_sub(start + piece.len() - name.len()))
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
    /// The head that the name at hand lends to what follows it.
    fn lends(&self, left: &str, rest: &str) -> Option<String> {
        let completed = self.head.as_deref().filter(|_| self.completed);
        // "Sở Y tế, Tài chính, Nội vụ": the third is lent what the second was.
        let whole = completed.map_or_else(|| left.to_owned(), |head| format!("{head} {left}"));
        let of_unit = units::shared_head(left)
            .or_else(|| completed.filter(|_| subjects::head(&whole).is_none()).map(str::to_owned));
        subjects::lent(&whole, rest).or(of_unit)
    }

    /// Whether a separator stands within what a department is about.
    fn holds(&self, separator: &Separator, line: &str) -> bool {
        let (name, place) = name_at(line, self.start, separator.start);
        match self.head.as_deref().filter(|_| self.completed) {
            Some(head) => subjects::holds(&format!("{head} {name}"), place + head.len() + 1),
            None => subjects::holds(name, place),
        }
    }

    /// Whether a name ends at a separator.
    fn cuts(&mut self, separator: &Separator, left: &str, rest: &str) -> bool {
        let kinds = Left::of(left);
        let begins = heads::begins(rest, kinds);
        let closes = units::closes(left, rest);
        let of_units = units::is_proper(rest) && self.lends(left, rest).is_some();
        match separator.sign {
            Sign::Semicolon | Sign::Bullet => true,
            Sign::Dash => begins && heads::is_of_the_state(rest) && !serves_organs(left, rest),
            Sign::Slash => begins && !serves_organs(left, rest),
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
            Some(head) => Some(format!("{head} {}", without_part(printed))),
            None => units::singular(printed)
                .or_else(|| subjects::singular(printed))
                .or_else(|| Some(without_part(printed).to_owned()).filter(|bare| bare != printed)),
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

/// A name without the part that brackets give it: "Sở Y tế (chủ trì)".
fn without_part(name: &str) -> &str {
    let (before, bracket) = name.rsplit_once('(').unwrap_or((name, ""));
    let parts = ["chủ trì", "phối hợp", "cơ quan chủ trì", "đơn vị chủ trì"];
    let part = bracket.strip_suffix(')').map(text::name_key);
    if part.is_some_and(|part| parts.contains(&part.as_str())) { before.trim_end() } else { name }
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
