//! The header of a table: its columns, their names and what each holds.
//!
//! A header may have several rows ("Cơ quan thực hiện" over "Chủ trì" and "Phối hợp"); [`header`](super::header) finds it and
//! puts the names together. What a column holds is told by its words (`column_words`), unless a person
//! said it ([`Choices`]). Of two columns that hold the same the first one counts; the other is kept under its own name.

use super::choices::Choices;
use super::column_words::{self, Meaning};
use super::table::{Cell, Row};
use crate::model::Column;
use crate::text;

/// The header of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The columns, first to last.
    pub columns: Vec<HeaderColumn>,
    /// Two columns that print the beginning and the end of each task, where no one column prints its period.
    pub ends: Option<(usize, usize)>,
    /// The rows that it takes, as they would be printed again behind a page break.
    rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderColumn {
    /// Its name as printed, on one line; "Cột 6" where nothing is printed.
    pub name: String,
    /// What it holds; nothing for a column that is kept under its own name.
    pub role: Option<Column>,
}

/// The words above a column, from the highest row of the header down.
pub(super) type Names = Vec<String>;

/// No plan's table is wider. Without a bound, a line of a million separators would be searched for names again and again.
pub(super) const MOST_COLUMNS: usize = 24;

/// What stands between the names of a column of a header with several rows.
const BETWEEN_NAMES: &str = " – ";

impl Header {
    /// The header that these cells are, if one of them names the text and another who does it or when.
    #[must_use]
    pub fn read(cells: &[Cell], choices: &Choices) -> Option<Self> {
        if cells.len() > MOST_COLUMNS {
            return None;
        }
        let names: Vec<Names> = cells.iter().map(|cell| vec![cell.text()]).collect();
        Self::of(&names, vec![printed(cells)], choices)
    }

    /// The header of columns with these names, which stands in these rows.
    pub(super) fn of(names: &[Names], rows: Vec<Vec<String>>, choices: &Choices) -> Option<Self> {
        let mut columns: Vec<HeaderColumn> = Vec::new();
        for (place, parts) in names.iter().enumerate() {
            let whole = whole_name(parts);
            let chosen = choices.role(&whole).or_else(|| choices.role(own_name(parts)));
            let role = chosen.unwrap_or_else(|| role(parts));
            let taken = |role: &Column| {
                let holds = |column: &HeaderColumn| column.role == Some(*role);
                columns.iter().any(holds) || (chosen.is_none() && choices.has(*role, names))
            };
            let role = role.filter(|role| !taken(role));
            let name = free_name(&whole, place, &columns);
            columns.push(HeaderColumn { name, role });
        }
        let ends = ends(names).filter(|_| columns.iter().all(|c| c.role != Some(Column::Period)));
        let header = Self { columns, ends, rows };
        let agents = [Column::Lead, Column::Coordinating, Column::Period];
        let told = agents.iter().any(|role| header.place(*role).is_some());
        let whole = header.place(Column::Text).is_some() && (told || header.ends.is_some());
        whole.then_some(header)
    }

    /// The place of a role's column, from 0.
    #[must_use]
    pub fn place(&self, role: Column) -> Option<usize> {
        self.columns.iter().position(|column| column.role == Some(role))
    }

    /// Whether both tables have the same columns.
    pub(super) fn has_columns_of(&self, other: &Self) -> bool {
        let names = |header: &Self| -> Vec<String> {
            header.columns.iter().map(|column| column_words::key(&column.name)).collect()
        };
        names(self) == names(other)
    }

    /// Whether a row repeats the header, as after a page break.
    pub(super) fn is_repeated_by(&self, cells: &[Cell]) -> bool {
        self.rows.first().is_some_and(|row| same_words(row, cells))
    }

    /// How many of these rows repeat the header, which takes as many: the whole of it, or its first row.
    pub(super) fn repeated_by<'r>(&self, rows: impl Iterator<Item = &'r [Cell]>) -> usize {
        let same = self.rows.iter().zip(rows).take_while(|(row, cells)| same_words(row, cells));
        same.count()
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

/// The first row that is a header by itself, with its place.
pub(super) fn find(rows: &[Row], choices: &Choices) -> Option<(usize, Header)> {
    let header = |row: &Row| Header::read(&row.cells, choices);
    rows.iter().enumerate().find_map(|(place, row)| Some((place, header(row)?)))
}

/// Whether a cell is the name of a column that we know, or of which a person said what it holds.
pub(super) fn is_named(cell: &Cell, choices: &Choices) -> bool {
    let name = cell.text();
    choices.role(&name).is_some() || role(&vec![name]).is_some()
}

/// The words of a row as they are compared.
pub(super) fn printed(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| text::name_key(&cell.text())).collect()
}

fn same_words(row: &[String], cells: &[Cell]) -> bool {
    row.len() == cells.len() && row.iter().zip(printed(cells)).all(|(a, b)| *a == b)
}

/// What the names of a column say that it holds: the lowest one, else all of them together.
fn role(parts: &Names) -> Option<Column> {
    let own = column_words::meaning(own_name(parts));
    let whole = column_words::meaning(&whole_name(parts));
    match (own, whole) {
        (Meaning::Role(role), _) | (Meaning::Other, Meaning::Role(role)) => Some(role),
        _ => None,
    }
}

/// The first column of beginnings and the first of ends.
fn ends(names: &[Names]) -> Option<(usize, usize)> {
    let place = |meaning: Meaning| {
        names.iter().position(|parts| column_words::meaning(own_name(parts)) == meaning)
    };
    place(Meaning::Start).zip(place(Meaning::End))
}

fn own_name(parts: &Names) -> &str {
    parts.last().map_or("", String::as_str)
}

fn whole_name(parts: &Names) -> String {
    parts.join(BETWEEN_NAMES)
}

/// A name under which the column can be kept: not empty, and nobody else's.
fn free_name(printed: &str, place: usize, others: &[HeaderColumn]) -> String {
    let printed = match printed {
        "" => format!("Cột {}", place + 1),
        printed => printed.to_owned(),
    };
    let taken = |name: &str| others.iter().any(|column| column.name == name);
    let numbered = (2..).map(|n| format!("{printed} ({n})"));
    let mut names = std::iter::once(printed.clone()).chain(numbered);
    names.find(|name| !taken(name)).unwrap_or(printed)
}
