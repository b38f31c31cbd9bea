//! What an import read, for the terminal and for `nhap-khau.md` beside the plan. Its words come from the catalogue; it knows
//! no clock and no folder, so that importing again gives the same bytes.

use super::asides::told;
use super::plan_tables::PlanTables;
use super::table::Aside;
use super::title_block::{Fact, Found};
use super::{Account, Encoding};
use crate::diagnostic::{Diagnostic, Diagnostics, Lang, Messages, Severity};
use crate::model::{Column, Draft, Period};

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The document's name.
    pub file: String,
    /// What its text was encoded in, unless that was UTF-8 or its format's own encoding.
    pub encoding: Option<Encoding>,
    /// The places of the plan's tables in the document, from 1: "1", "2, 3".
    pub table: String,
    /// The names of the sheets that the tables are.
    pub sheet: Option<String>,
    /// The columns, first to last.
    pub columns: Vec<ColumnRead>,
    /// Rows of the tables, with their headers.
    pub rows: usize,
    /// How many parts there are.
    pub parts: usize,
    /// How many domains there are.
    pub domains: usize,
    /// How many groups there are.
    pub groups: usize,
    /// How many tasks there are.
    pub tasks: usize,
    /// How many of the tasks have no end: ongoing or recurring.
    pub ongoing: usize,
    /// How many agencies are named.
    pub agencies: usize,
    /// What the document prints of itself, as far as it was taken.
    pub facts: Vec<Found>,
    /// What stands beside the document's text.
    pub asides: Vec<Aside>,
}

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its name as printed.
    pub name: String,
    /// What it holds; nothing for a column that is kept under its own name.
    pub role: Option<Column>,
}

/// The catalogue's table of the report's words.
const WORDS: &str = "import-report";

impl Report {
    pub(super) fn of(file: &str, tables: &PlanTables, draft: &Draft, agencies: usize) -> Self {
        let columns = tables
            .header
            .columns
            .iter()
            .map(|column| ColumnRead { name: column.name.clone(), role: column.role });
        let ongoing = |period: &&String| Period::read(period).is_ongoing();
        Self {
            file: file.to_owned(),
            encoding: None,
            table: tables.places(),
            sheet: tables.sheets(),
            columns: columns.collect(),
            rows: tables.rows(),
            parts: draft.parts.len(),
            domains: draft.domains.len(),
            groups: draft.domains.iter().map(|domain| domain.groups.len()).sum(),
            tasks: draft.tasks.len(),
            ongoing: draft
                .tasks
                .iter()
                .filter_map(|task| task.period.as_ref())
                .filter(ongoing)
                .count(),
            agencies,
            facts: Vec::new(),
            asides: Vec::new(),
        }
    }

    /// The same report with what was taken from the words around the table, and what stands beside them.
    pub(super) fn with(self, facts: Vec<Found>, asides: &[Aside]) -> Self {
        Self { facts, asides: asides.to_vec(), ..self }
    }

    /// The report in short lines, for the terminal.
    #[must_use]
    pub fn lines(&self, account: &Account, messages: &Messages) -> Vec<String> {
        let words = Words { messages };
        let encoding = self.encoding.map(|encoding| words.say(encoding_key(encoding), &[]));
        let mut lines: Vec<String> = encoding.into_iter().collect();
        lines.push(words.say("table", &self.table_details()));
        lines.push(words.say("plan", &self.plan_details()));
        lines.extend(self.fact_lines(&words));
        lines.extend(told::line(&self.asides, &words));
        lines.push(words.say("account", &account_details(account)));
        lines
    }

    /// The report as Markdown, in Vietnamese like the content beside which it is kept.
    #[must_use]
    pub fn markdown(&self, account: &Account, diagnostics: &Diagnostics) -> String {
        let messages = Messages::of(Lang::Vi);
        let words = Words { messages: &messages };
        let mut text = format!("# {}\n\n", words.say("heading", &[]));
        let file = [("file", self.file.clone())];
        let encoding = self.encoding.map(|encoding| words.say(encoding_key(encoding), &[]));
        let read =
            [words.say("table", &self.table_details()), words.say("plan", &self.plan_details())];
        let document = std::iter::once(words.say("document", &file));
        for line in document.chain(encoding).chain(read) {
            text.push_str(&format!("- {line}\n"));
        }
        if !self.facts.is_empty() {
            text.push_str(&format!("\n## {}\n\n", words.say("facts", &[])));
            let lines = self.fact_lines(&words);
            text.extend(lines.into_iter().map(|line| format!("- {line}\n")));
        }
        text.push_str(&self.columns_table(&words));
        text.push_str(&account_section(account, &words));
        text.push_str(&told::section(&self.asides, &words));
        text.push_str(&doubts_section(diagnostics, &words));
        text
    }

    /// A line for each fact that was taken from the document, with the words that it rests on.
    fn fact_lines(&self, words: &Words<'_>) -> Vec<String> {
        // The abstract is a part of the title, which is told.
        let told = self.facts.iter().filter(|found| found.fact != Fact::Summary);
        let line = |found: &Found| {
            let mut details = vec![("value", found.value.clone())];
            if found.words != found.value {
                details.push(("words", code(&found.words)));
            }
            words.say(fact_name(found.fact), &details)
        };
        told.map(line).collect()
    }

    fn columns_table(&self, words: &Words<'_>) -> String {
        let mut text = format!("\n## {}\n\n", words.say("columns", &[]));
        text.push_str(&format!(
            "| {} | {} |\n|---|---|\n",
            words.say("column-printed", &[]),
            words.say("column-role", &[])
        ));
        for column in &self.columns {
            let role = match column.role {
                Some(role) => words.say(role_name(role), &[]),
                None => words.say("role-extra", &[]),
            };
            text.push_str(&format!("| {} | {role} |\n", column.name.replace('|', "\\|")));
        }
        text
    }

    fn table_details(&self) -> Vec<(&'static str, String)> {
        let mut details = vec![
            ("table", self.table.clone()),
            ("columns", self.columns.len().to_string()),
            ("rows", self.rows.to_string()),
        ];
        details.extend(self.sheet.as_ref().map(|name| ("sheet", name.clone())));
        details
    }

    fn plan_details(&self) -> Vec<(&'static str, String)> {
        let mut details = vec![
            ("domains", self.domains.to_string()),
            ("groups", self.groups.to_string()),
            ("tasks", self.tasks.to_string()),
            ("ongoing", self.ongoing.to_string()),
            ("agencies", self.agencies.to_string()),
        ];
        if self.parts > 0 {
            details.push(("parts", self.parts.to_string()));
        }
        details
    }
}

/// The catalogue, asked for the report's words.
pub(super) struct Words<'m> {
    messages: &'m Messages,
}

impl Words<'_> {
    pub(super) fn say(&self, key: &str, details: &[(&'static str, String)]) -> String {
        self.messages.sentence(WORDS, key, details).unwrap_or_else(|| key.to_owned())
    }
}

fn account_details(account: &Account) -> Vec<(&'static str, String)> {
    let mut details = vec![
        ("characters", thousands(account.table())),
        ("content", thousands(account.content)),
        ("left_out", thousands(account.left_out_characters)),
    ];
    if account.outside_characters > 0 {
        details.push(("outside", thousands(account.outside_characters)));
    }
    details
}

fn account_section(account: &Account, words: &Words<'_>) -> String {
    let mut text = format!("\n## {}\n\n", words.say("account-heading", &[]));
    text.push_str(&format!("{}\n", words.say("account", &account_details(account))));
    if !account.left_out.is_empty() {
        text.push_str(&format!("\n{}\n\n", words.say("left-out", &[])));
        for (row, reason) in &account.left_out {
            text.push_str(&format!("- {}: {}\n", words.say(reason, &[]), code(row)));
        }
    }
    if !account.outside.is_empty() {
        text.push_str(&format!("\n{}\n\n", words.say("outside", &[])));
        for line in &account.outside {
            text.push_str(&format!("- {}\n", code(line)));
        }
    }
    text
}

fn doubts_section(diagnostics: &Diagnostics, words: &Words<'_>) -> String {
    let mut text = format!("\n## {}\n\n", words.say("doubts", &[]));
    if diagnostics.is_empty() {
        text.push_str(&format!("{}\n", words.say("no-doubts", &[])));
    }
    for diagnostic in diagnostics {
        text.push_str(&doubt(diagnostic, words));
    }
    text
}

fn doubt(diagnostic: &Diagnostic, words: &Words<'_>) -> String {
    let severity = match diagnostic.code.severity() {
        Severity::Note => "note",
        Severity::Warning | Severity::Error => "warning",
    };
    let place = diagnostic.span.as_ref().map(|span| span.source.name.as_str());
    let place = place.and_then(|name| Some(name.split_once(", ")?.1));
    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
    let message = diagnostic.message(words.messages);
    let help = diagnostic.help(words.messages).map(|help| format!(" ({help})")).unwrap_or_default();
    let (severity, name) = (words.say(severity, &[]), diagnostic.code.as_str());
    format!("- {severity} (`{name}`): {place}{message}{help}\n")
}

fn encoding_key(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "encoding-utf-8",
        Encoding::Utf16 => "encoding-utf-16",
        Encoding::Windows1258 => "encoding-windows-1258",
        Encoding::Windows1252 => "encoding-windows-1252",
        Encoding::Tcvn3 => "encoding-tcvn3",
        Encoding::Vni => "encoding-vni",
        Encoding::Utf8Twice => "encoding-utf-8-twice",
    }
}

fn role_name(role: Column) -> &'static str {
    match role {
        Column::Number => "role-number",
        Column::Text => "role-text",
        Column::Lead => "role-lead",
        Column::Coordinating => "role-coordinating",
        Column::Period => "role-period",
    }
}

fn fact_name(fact: Fact) -> &'static str {
    match fact {
        Fact::Number => "fact-number",
        Fact::Type => "fact-type",
        Fact::Summary | Fact::Title => "fact-title",
        Fact::Issuer => "fact-issuer",
        Fact::Place => "fact-place",
        Fact::Issued => "fact-issued",
        Fact::Signer => "fact-signer",
        Fact::SignerRole => "fact-signer-role",
        Fact::AttachedTo => "fact-attached-to",
        Fact::Period => "fact-period",
    }
}

/// Words as Markdown code, whatever they contain.
pub(super) fn code(words: &str) -> String {
    if words.contains('`') { format!("`` {words} ``") } else { format!("`{words}`") }
}

/// A number with a full stop between thousands, as Vietnamese writes it: 12.345.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
