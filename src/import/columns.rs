//! Which column is which, told by the words of the header.

use super::table::{Cell, Row};
use crate::model::Column;
use crate::text;

/// The header of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The columns, first to last.
    pub columns: Vec<HeaderColumn>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderColumn {
    /// Its name as printed, on one line; "Cột 6" where nothing is printed.
    pub name: String,
    /// What it holds; nothing for a column that is kept under its own name.
    pub role: Option<Column>,
}

/// No plan's table is wider. Without a bound, a line of a million separators would be searched for names again and again.
pub(super) const MOST_COLUMNS: usize = 24;

/// A header cell is at most so many words long; a longer one is a sentence that begins with a column's word.
const LONGEST_NAME: usize = 12;

impl Header {
    /// The header that these cells are, if one of them names the text and another who does it or when.
    #[must_use]
    pub fn read(cells: &[Cell]) -> Option<Self> {
        if cells.len() > MOST_COLUMNS {
            return None;
        }
        let mut columns: Vec<HeaderColumn> = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            let taken = |role: &Column| columns.iter().any(|column| column.role == Some(*role));
            let role = role_of(cell).filter(|role| !taken(role));
            let name = Self::name(cell, place, &columns);
            columns.push(HeaderColumn { name, role });
        }
        let header = Self { columns };
        let agents = [Column::Lead, Column::Coordinating, Column::Period];
        let whole = header.place(Column::Text).is_some()
            && agents.iter().any(|role| header.place(*role).is_some());
        whole.then_some(header)
    }

    /// A name under which the column can be kept: not empty, and nobody else's.
    fn name(cell: &Cell, place: usize, others: &[HeaderColumn]) -> String {
        let printed = match cell.text() {
            text if text.is_empty() => format!("Cột {}", place + 1),
            text => text,
        };
        let taken = |name: &str| others.iter().any(|column| column.name == name);
        let numbered = (2..).map(|n| format!("{printed} ({n})"));
        let mut names = std::iter::once(printed.clone()).chain(numbered);
        names.find(|name| !taken(name)).unwrap_or(printed)
    }

    /// The place of a role's column, from 0.
    #[must_use]
    pub fn place(&self, role: Column) -> Option<usize> {
        self.columns.iter().position(|column| column.role == Some(role))
    }

    /// Whether a row repeats the header, as after a page break.
    pub(super) fn is_repeated_by(&self, cells: &[Cell]) -> bool {
        let same = |(column, cell): (&HeaderColumn, &Cell)| {
            text::name_key(&column.name) == text::name_key(&cell.text())
        };
        cells.len() == self.columns.len() && self.columns.iter().zip(cells).all(same)
    }

    /// Whether a row counts the columns: "(1)", "(2)", "(3)".
    pub(super) fn is_counted_by(&self, cells: &[Cell]) -> bool {
        let counts = |(place, cell): (usize, &Cell)| {
            cell.text().trim_matches(['(', ')', '[', ']', ' ']) == (place + 1).to_string()
        };
        self.columns.len() > 1
            && cells.len() == self.columns.len()
            && cells.iter().enumerate().all(counts)
    }
}

/// What a header cell says its column holds.
pub(super) fn role_of(cell: &Cell) -> Option<Column> {
    let words = text::folded_words(&cell.text());
    if words.len() > LONGEST_NAME {
        return None;
    }
    let name = words.join(" ");
    let begins = |starts: &[&str]| {
        let whole = |start: &&str| name.strip_prefix(*start).is_some_and(ends_a_word);
        starts.iter().any(whole)
    };
    let who = ["co quan", "don vi", "chu tri", "phoi hop"];
    let (leads, takes_part) = (name.contains("chu tri"), name.contains("phoi hop"));
    if matches!(name.as_str(), "stt" | "tt" | "so tt" | "so thu tu" | "s tt") {
        Some(Column::Number)
    } else if leads && takes_part {
        // Who of the names leads is written in the cells, not in the header.
        None
    } else if takes_part && name.split(' ').count() <= 8 {
        Some(Column::Coordinating)
    } else if leads || (begins(&who) && begins_with_agent(&name)) {
        Some(Column::Lead)
    } else if begins(&["thoi gian", "thoi han", "tien do", "thoi diem", "han hoan thanh"]) {
        Some(Column::Period)
    } else if begins(&["noi dung", "nhiem vu", "cong viec", "ten nhiem vu", "ten cong viec"]) {
        Some(Column::Text)
    } else {
        None
    }
}

/// "Cơ quan thực hiện", "Đơn vị chuẩn bị": an agent and what it does.
fn begins_with_agent(name: &str) -> bool {
    let acts = ["thuc hien", "chuan bi", "dau moi", "phu trach"];
    acts.iter().any(|act| name.contains(act))
}

/// Whether what follows a word begins behind its end.
fn ends_a_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// The first row that is a header, with its place.
pub(super) fn find(rows: &[Row]) -> Option<(usize, Header)> {
    rows.iter().enumerate().find_map(|(place, row)| Some((place, Header::read(&row.cells)?)))
}
