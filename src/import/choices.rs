//! What a person says of columns whose names say too little: `--column "Đơn vị đầu mối=lead"`.

use super::column_words;
use super::columns::{Header, Names};
use super::options::ImportOptions;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Column;
use crate::text;

/// The word for a column that is kept under its own name.
const EXTRA: &str = "extra";

/// What columns hold, by a person's word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    list: Vec<Choice>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    /// The column's name as it was typed.
    name: String,
    /// Nothing: it is kept under its own name.
    role: Option<Column>,
}

impl Choices {
    /// Reads the options; a fault for each that cannot be read.
    pub(super) fn read(options: &ImportOptions) -> (Self, Diagnostics) {
        let mut choices = Self::default();
        let mut faults = Diagnostics::new();
        for option in &options.columns {
            match choice(option) {
                Some(choice) => choices.list.push(choice),
                None => faults.push(
                    Diagnostic::new(Code::BadFact)
                        .with("option", "--column")
                        .with("found", option)
                        .with("expected", expected()),
                ),
            }
        }
        (choices, faults)
    }

    /// What a person said of the column of this name; the outer `None`: nothing.
    #[allow(clippy::option_option, reason = "nothing said, and said to be an extra column")]
    pub(super) fn role(&self, name: &str) -> Option<Option<Column>> {
        let key = column_words::key(name);
        let choice = self.list.iter().find(|choice| column_words::key(&choice.name) == key);
        choice.filter(|_| !key.is_empty()).map(|choice| choice.role)
    }

    /// Whether a person gave this role to one of the columns, so that no other one can have it.
    pub(super) fn has(&self, role: Column, names: &[Names]) -> bool {
        let given = |parts: &Names| {
            let whole = parts.join(" ");
            let said = self.role(&whole).or_else(|| self.role(parts.last()?));
            said == Some(Some(role))
        };
        names.iter().any(given)
    }

    /// A fault for each name that no column has.
    pub(super) fn unknown(&self, header: &Header) -> Diagnostics {
        let names = || header.columns.iter().map(|column| column.name.as_str());
        let own = |name: &str| name.rsplit(" – ").next().map(column_words::key).unwrap_or_default();
        let known = |choice: &&Choice| {
            let key = column_words::key(&choice.name);
            names().any(|name| column_words::key(name) == key || own(name) == key)
        };
        let fault = |choice: &Choice| {
            let fault = Diagnostic::new(Code::ColumnUnknown)
                .with("name", &choice.name)
                .with("columns", names().collect::<Vec<_>>().join("`, `"));
            match text::nearest(&choice.name, names()) {
                Some(nearest) => fault.with("nearest", nearest),
                None => fault,
            }
        };
        self.list.iter().filter(|choice| !known(choice)).map(fault).collect()
    }
}

fn choice(option: &str) -> Option<Choice> {
    let (name, role) = option.rsplit_once('=')?;
    let role = match role.trim() {
        EXTRA => None,
        role => Some(Column::ALL.into_iter().find(|column| column.as_str() == role)?),
    };
    let name = text::one_line(name);
    (!name.is_empty()).then_some(Choice { name, role })
}

/// The words that may stand behind "=".
fn expected() -> String {
    let roles = Column::ALL.iter().map(|column| column.as_str()).chain([EXTRA]);
    roles.map(|role| format!("\"Tên cột={role}\"")).collect::<Vec<_>>().join(", ")
}
