//! One cell that says both who leads and who takes part: "- Chủ trì: Sở Y tế - Phối hợp: Sở Nội vụ".
//!
//! Read by four patterns, the first that fits: headings with a colon; "A chủ trì, phối hợp với B"; "A chủ trì; B phối hợp";
//! names marked one by one, "A (chủ trì), B, C". A cell that fits none is read as those who lead, with a warning where it
//! seems to say more. The words of the patterns are in no name; the whole cell is kept as printed.

use super::agencies;
use super::columns::Header;
use super::rows::PlanRow;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;

/// A cell, parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Assigned {
    /// Lines of those who lead and of those who take part.
    Parted(Vec<String>, Vec<String>),
    /// Nothing in it speaks of parts: all of it leads.
    Plain,
    /// It speaks of parts in a way that is not understood, or names several where the column promises both.
    Unclear,
}

/// What a column of agencies promises by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Promise {
    /// "Phân công", "Đơn vị thực hiện".
    Lead,
    /// "Cơ quan chủ trì, phối hợp".
    Both,
}

impl Promise {
    /// The promise of a column's name.
    pub(super) fn of(name: &str) -> Self {
        let name = text::fold(name);
        let both = name.contains("chu tri") && name.contains("phoi hop");
        if both { Self::Both } else { Self::Lead }
    }
}

/// Parts the cells of a table that has one column for all agencies.
pub(super) fn part_rows(rows: &mut [PlanRow], header: &Header) -> Diagnostics {
    let mut warnings = Diagnostics::new();
    let column =
        header.place(Column::Lead).filter(|_| header.place(Column::Coordinating).is_none());
    let Some((place, column)) = column.and_then(|place| Some((place, header.columns.get(place)?)))
    else {
        return warnings;
    };
    let promise = Promise::of(&column.name);
    for row in rows {
        match part(&row.lead, promise) {
            Assigned::Parted(lead, coordinating) => {
                row.printed.push((Column::Lead, row.lead.join("\n")));
                (row.lead, row.coordinating) = (lead, coordinating);
            }
            Assigned::Plain => {}
            Assigned::Unclear => warnings.push(
                Diagnostic::new(Code::AssignedUnclear)
                    .at(&row.origin.span(place, &row.lead.join("\n")))
                    .with("row", row.origin.place()),
            ),
        }
    }
    warnings
}

/// Parts the lines of a cell.
pub(super) fn part(lines: &[String], promise: Promise) -> Assigned {
    let patterns = [by_headings, by_sentence, by_marks];
    if let Some((lead, coordinating)) = patterns.iter().find_map(|pattern| pattern(lines)) {
        return Assigned::Parted(lead, coordinating);
    }
    let names = lines.iter().map(|line| agencies::names(line).len()).sum::<usize>();
    let words = text::fold(&lines.join(" "));
    let speaks = words.contains("chu tri") || words.contains("phoi hop");
    let several = promise == Promise::Both && names > 1;
    if speaks || several { Assigned::Unclear } else { Assigned::Plain }
}

type Parts = (Vec<String>, Vec<String>);

/// "Chủ trì: A; B. Phối hợp: C", in lines or one behind the other.
fn by_headings(lines: &[String]) -> Option<Parts> {
    let mut parts: Parts = (Vec::new(), Vec::new());
    let mut side: Option<Side> = None;
    for line in lines {
        let mut rest = line.as_str();
        while let Some((before, heading, behind)) = next_heading(rest) {
            add(&mut parts, side, before);
            side = Some(heading);
            rest = behind;
        }
        add(&mut parts, side, rest);
    }
    (!parts.0.is_empty() && side.is_some()).then_some(parts)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Lead,
    Coordinating,
}

/// Adds a line to a side; what stands before any heading leads, where only those who take part have a heading.
fn add(parts: &mut Parts, side: Option<Side>, line: &str) {
    let line = line.trim().trim_end_matches([';', ',', '-', '–', '+', ' ']);
    if !line.contains(char::is_alphanumeric) {
        return;
    }
    match side {
        Some(Side::Lead) | None => parts.0.push(line.to_owned()),
        Some(Side::Coordinating) => parts.1.push(line.to_owned()),
    }
}

/// The next heading of a line: the words before it, what it heads, the words behind its colon.
fn next_heading(line: &str) -> Option<(&str, Side, &str)> {
    line.match_indices(':').find_map(|(colon, sign)| {
        let before = line.get(..colon)?;
        let borders = |c: char| matches!(c, '-' | '–' | '+' | '•' | ';' | '.' | ',');
        let start = before.rfind(borders).map_or(0, |place| {
            place + before.get(place..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8)
        });
        let heading = text::fold(&text::one_line(before.get(start..)?));
        let side = match heading.as_str() {
            "chu tri" | "co quan chu tri" | "don vi chu tri" | "co quan, don vi chu tri" => {
                Side::Lead
            }
            "phoi hop" | "co quan phoi hop" | "don vi phoi hop" | "don vi, co quan phoi hop" => {
                Side::Coordinating
            }
            _ => return None,
        };
        Some((before.get(..start)?, side, line.get(colon + sign.len()..)?))
    })
}

/// "A chủ trì, phối hợp với B, C"; "A chủ trì; B, C phối hợp".
fn by_sentence(lines: &[String]) -> Option<Parts> {
    let whole = lines.join(" ");
    let whole = agencies::without_bullet(&whole).trim().trim_end_matches(['.', ';']);
    let (lead, rest) = split_once(whole, " chủ trì")?;
    // "Sở Y tế (chủ trì)" is marked by itself.
    if lead.ends_with('(') || lead.contains([':', ';']) {
        return None;
    }
    let rest = rest.trim_start_matches([',', ';', ' ', '-', '–']).trim();
    let coordinating = if rest.is_empty() {
        ""
    } else {
        let openings = ["phối hợp với", "phối hợp cùng", "và phối hợp với", "phối hợp"];
        let opened = openings.iter().find_map(|opening| strip_prefix(rest, opening));
        match opened {
            Some(behind) => behind,
            None => strip_suffix(rest, " phối hợp")?,
        }
    };
    let clean = |side: &str| {
        let side = side.trim().trim_end_matches([',', ';']);
        let named = side.contains(char::is_alphabetic);
        if named { vec![side.to_owned()] } else { Vec::new() }
    };
    let unclear = text::fold(coordinating);
    if unclear.contains("chu tri") || unclear.contains("phoi hop") {
        return None;
    }
    Some((clean(lead), clean(coordinating))).filter(|(lead, _)| !lead.is_empty())
}

/// "A (chủ trì), B, C", "- A (chủ trì)" over "- B (phối hợp)": who is marked leads, the others take part.
fn by_marks(lines: &[String]) -> Option<Parts> {
    let mut parts: Parts = (Vec::new(), Vec::new());
    for line in lines {
        for name in agencies::names(line) {
            let printed = name.printed;
            let lead =
                ["(chủ trì)", " chủ trì"].iter().find_map(|mark| strip_suffix(&printed, mark));
            let with =
                ["(phối hợp)", " phối hợp"].iter().find_map(|mark| strip_suffix(&printed, mark));
            match (lead, with) {
                (Some(name), _) => parts.0.push(name.trim().to_owned()),
                (None, Some(name)) => parts.1.push(name.trim().to_owned()),
                (None, None) => parts.1.push(printed),
            }
        }
    }
    (!parts.0.is_empty()).then_some(parts)
}

/// The line's two sides around the first of these words, whatever their case.
fn split_once<'l>(line: &'l str, words: &str) -> Option<(&'l str, &'l str)> {
    let (place, length) = line
        .char_indices()
        .find_map(|(place, _)| Some((place, strip_prefix(line.get(place..)?, words)?.len())))?;
    Some((line.get(..place)?, line.get(line.len() - length..)?))
}

/// What follows these words at the line's beginning, whatever their case.
fn strip_prefix<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    let mut letters = line.chars();
    let same = words.chars().all(|word| {
        letters.next().is_some_and(|letter| letter.to_lowercase().eq(word.to_lowercase()))
    });
    let rest = letters.as_str();
    (same && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// What stands before these words at the line's end, whatever their case.
fn strip_suffix<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    let start = line.char_indices().rev().nth(words.chars().count().checked_sub(1)?)?.0;
    let same = strip_prefix(line.get(start..)?, words).is_some_and(str::is_empty);
    same.then(|| line.get(..start))?
}

#[cfg(test)]
mod tests {
    use super::{Assigned, Promise, part};

    fn check(cell: &str, lead: &[&str], coordinating: &[&str]) {
        let lines: Vec<String> = cell.lines().map(str::to_owned).collect();
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let expected = Assigned::Parted(words(lead), words(coordinating));
        assert_eq!(part(&lines, Promise::Lead), expected, "{cell}");
    }

    #[test]
    fn a_cell_is_parted_by_its_words() {
        check("- Chủ trì: Sở Y tế - Phối hợp: Sở Nội vụ", &["Sở Y tế"], &["Sở Nội vụ"]);
        check(
            "- Chủ trì: Sở Y tế\n- Phối hợp: Sở Nội vụ; Công an tỉnh.",
            &["Sở Y tế"],
            &["Sở Nội vụ; Công an tỉnh."],
        );
        check(
            "Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp:\n- Sở Nội vụ\n- Sở Tư pháp",
            &["Sở Y tế."],
            &["- Sở Nội vụ", "- Sở Tư pháp"],
        );
        check("Sở Y tế. Phối hợp: Sở Nội vụ", &["Sở Y tế."], &["Sở Nội vụ"]);
        check(
            "Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh",
            &["Sở Y tế"],
            &["Sở Nội vụ, Công an tỉnh"],
        );
        check(
            "Sở Y tế chủ trì; Sở Nội vụ, Công an tỉnh phối hợp.",
            &["Sở Y tế"],
            &["Sở Nội vụ, Công an tỉnh"],
        );
        check("Sở Y tế chủ trì", &["Sở Y tế"], &[]);
        check(
            "Sở Y tế (chủ trì), Sở Nội vụ, Công an tỉnh",
            &["Sở Y tế"],
            &["Sở Nội vụ", "Công an tỉnh"],
        );
        check("- Sở Y tế (chủ trì)\n- Sở Nội vụ (phối hợp)", &["Sở Y tế"], &["Sở Nội vụ"]);
    }

    #[test]
    fn what_fits_no_pattern_is_said_to_be_unclear() {
        let part = |cell: &str, promise| part(&[cell.to_owned()], promise);
        assert_eq!(part("Sở Y tế, Sở Nội vụ", Promise::Lead), Assigned::Plain);
        assert_eq!(part("Sở Y tế", Promise::Both), Assigned::Plain);
        assert_eq!(part("Sở Y tế, Sở Nội vụ", Promise::Both), Assigned::Unclear);
        assert_eq!(part("Giao Sở Y tế phối hợp các sở", Promise::Lead), Assigned::Unclear);
    }
}
