//! Documents of offices into drafts of plans.
//!
//! 1. [`Document::read`] tells what the bytes are; a reader ([`plain`]) makes a [`Manuscript`](table::Manuscript) of them:
//!    tables, cell by cell, and the text around them. This is done once.
//! 2. [`plan_tables`] finds the plan's tables by the words of their header ([`header`], [`columns`]); [`rows`] puts spanned
//!    and broken rows together and reads them by the roles of their cells; [`assigned`], [`same_above`] and [`inherited`]
//!    read what a cell says of another one.
//! 3. [`outline`] tells parts, domains, groups and tasks; [`agencies`] cuts cells into names by grammar; [`mentions`] asks the
//!    register whose they are; [`title_block`] reads what stands around the table, and [`facts`] takes what the options and the document say.
//! 4. The draft is written by `content::print`, which this layer does not know; [`Import::account`] then reads the
//!    written files and proves that no visible character of the table was lost.
//!
//! Nothing is guessed: what is assumed becomes a note, what is doubtful a warning with its row, and a row that fits no
//! pattern a fault that stops the import.

pub mod columns;
pub mod plain;
pub mod separated;
pub mod table;

mod account;
mod account_files;
mod account_rows;
mod agencies;
mod archive;
mod asides;
mod assigned;
mod choices;
mod column_words;
mod continued;
mod covers;
mod document;
mod docx;
mod draft;
mod encoding;
mod ends;
mod facts;
mod facts_told;
mod fit;
mod flow;
mod header;
mod html;
mod ids;
mod inherited;
mod kind;
mod left_out;
mod limits;
mod lines;
mod mentions;
mod namespace;
mod nest;
mod not_found;
mod number;
mod odt;
mod office;
mod options;
mod order;
mod ordinals;
mod origin;
mod other_tables;
mod outline;
mod plan_tables;
mod propose;
mod reading;
mod report;
mod rows;
mod same_above;
mod segments;
mod sheet;
mod symbols;
mod title_block;
mod title_cells;
mod whole_rows;
mod xml;

pub use account::Account;
pub use choices::Choices;
pub use document::Document;
pub use encoding::Encoding;
pub use options::ImportOptions;
pub use propose::Proposal;
pub use report::{ColumnRead, Report};
pub use title_block::{Fact, Found};

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Draft, NameContext, Register};
use crate::text;
use crate::tree::Tree;
use mentions::Named;
use reading::Reading;

/// A plan that was read.
#[derive(Debug, Clone)]
pub struct Import {
    /// The plan, to be written by `content::print`.
    pub draft: Draft,
    /// What was read.
    pub report: Report,
    /// Doubts and notes; no faults.
    pub diagnostics: Diagnostics,
    reading: Arc<Reading>,
    /// The names of agencies as they were looked up, and for whom.
    named: Vec<Named>,
    context: NameContext,
}

/// Reads the plan that a document holds.
///
/// # Errors
/// All faults that were found, the warnings with them: without a table or a header that is understood, with rows that fit no
/// pattern, or with options that cannot be what they should.
pub fn import(
    document: &Document,
    options: &ImportOptions,
    register: &Register,
) -> Result<Import, Diagnostics> {
    Import::of(&Arc::new(Reading::of(document, options)?), options, register)
}

/// Reads the plan that a document holds where there is no register yet: proposes one, and takes the names by it.
///
/// # Errors
/// As [`import`].
pub fn import_and_propose(
    document: &Document,
    options: &ImportOptions,
) -> Result<(Import, Proposal), Diagnostics> {
    let reading = Arc::new(Reading::of(document, options)?);
    // Without a register every name is unknown: none of that is for a person to mend.
    let mut imported = Import::of(&reading, options, &Register::default())
        .map_err(|faults| faults.without(Code::NameNotInRegister))?;
    let mut proposal = Proposal::default();
    for _ in 0..MOST_PROPOSALS {
        let named = imported.named;
        proposal = propose::propose(&named, &imported.context, &document.name);
        imported = Import::of(&reading, options, &proposal.resolver())?;
        if imported.named == named {
            break;
        }
    }
    Ok((imported, proposal))
}

/// The provinces that a register knows may show that a name has one of its own, which a second proposal then has seen.
const MOST_PROPOSALS: usize = 3;

impl Import {
    /// The same document with other facts, by this register. Options that say how it is read are not asked again.
    ///
    /// # Errors
    /// As [`import`].
    pub fn with(&self, options: &ImportOptions, register: &Register) -> Result<Self, Diagnostics> {
        Self::of(&self.reading, options, register)
    }

    /// What a document says, what the options say of it, and whom it names by this register.
    fn of(
        reading: &Arc<Reading>,
        options: &ImportOptions,
        register: &Register,
    ) -> Result<Self, Diagnostics> {
        let Reading { document, title_block, tables, rows, outline, diagnostics: of_reading } =
            &**reading;
        let facts = facts::read(options, &document.name, title_block);
        let mut diagnostics = facts.diagnostics.clone();
        diagnostics.extend(of_reading.clone());
        if outline.tasks.is_empty() && !diagnostics.has_errors() {
            diagnostics.push(Diagnostic::new(Code::ImportNoTasks).with("file", &document.name));
        }
        let (draft, met, doubts) =
            draft::make(&facts, &rows.plan, outline, &tables.header, register);
        diagnostics.extend(doubts);
        let diagnostics = by_row(&diagnostics);
        if diagnostics.has_errors() {
            return Err(diagnostics);
        }
        let mut report = Report::of(&document.name, tables, &draft, met.agencies);
        report = report.with(facts.printed, &document.manuscript.asides);
        report.encoding = document.encoding;
        let (reading, named, context) = (Arc::clone(reading), met.named, facts.context);
        Ok(Self { draft, report, diagnostics, reading, named, context })
    }

    /// Proves that the files which `content::print` made of the draft hold every visible character of the table, in order.
    ///
    /// # Errors
    /// A fault for each cell whose characters the files do not hold as the table does.
    pub fn account(&self, files: &Tree) -> Result<Account, Diagnostics> {
        account::take(&self.reading, &self.draft.id, files)
    }
}

/// What belongs to no row first, then by row.
fn by_row(diagnostics: &Diagnostics) -> Diagnostics {
    let name = |diagnostic: &Diagnostic| {
        diagnostic.span.as_ref().map(|span| span.source.name.clone()).unwrap_or_default()
    };
    let mut list: Vec<Diagnostic> = diagnostics.iter().cloned().collect();
    list.sort_by(|a, b| text::compare(&name(a), &name(b)));
    list.into_iter().collect()
}
