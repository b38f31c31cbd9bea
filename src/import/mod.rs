//! Documents of offices into drafts of plans.
//!
//! 1. [`kind`] tells what the bytes are; a reader ([`plain`]) makes a [`Manuscript`] of them: tables, cell by cell, and the
//!    text around them.
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
mod order;
mod ordinals;
mod origin;
mod other_tables;
mod outline;
mod plan_tables;
mod propose;
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
pub use encoding::Encoding;
pub use propose::Proposal;
pub use report::{ColumnRead, Report};
pub use title_block::{Fact, Found};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Column, Draft, NameContext, Register};
use crate::text;
use crate::tree::Tree;
use encoding::Decoded;
use kind::Kind;
use left_out::LeftOut;
use mentions::Named;
use outline::Became;
use plan_tables::PlanTables;
use table::Manuscript;
use whole_rows::{CellsLeftOut, RowId};

/// What the document does not say and a person knows; it counts before what the document prints. What neither says is left
/// absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The plan's id; by default made of the number and the year.
    pub plan: Option<String>,
    /// The province: "Sơn La".
    pub place: Option<String>,
    /// "150/KH-UBND".
    pub number: Option<String>,
    /// "2022", "2022-06-15".
    pub issued: Option<String>,
    /// "Kế hoạch".
    pub document_type: Option<String>,
    /// A title of the editors.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The period of the whole plan.
    pub period: Option<String>,
    /// What the document is: "signed", "draft" or, by default, "transcript".
    pub role: Option<String>,
    /// Where the document came from.
    pub from: Option<String>,
    /// What its text is encoded in: a name of [`Encoding::NAMED`]; found out where nobody says it.
    pub encoding: Option<String>,
    /// What columns hold whose names say too little: "Đơn vị đầu mối=lead".
    pub columns: Vec<String>,
    /// The plan's table, by its place in the document, from 1; by default the one that reads most like a plan, and those
    /// that go on with it.
    pub table: Option<usize>,
}

/// A document that was read.
#[derive(Debug, Clone)]
pub struct Import {
    /// The plan, to be written by `content::print`.
    pub draft: Draft,
    /// What was read.
    pub report: Report,
    /// Doubts and notes; no faults.
    pub diagnostics: Diagnostics,
    reading: Reading,
    /// The names of agencies, and for whom they were resolved.
    named: Vec<Named>,
    context: NameContext,
}

/// What the account needs to know of how the tables were read.
#[derive(Debug, Clone)]
struct Reading {
    file: String,
    manuscript: Manuscript,
    tables: PlanTables,
    /// What each row of the plan became.
    became: Vec<(RowId, Became)>,
    left_out: Vec<(RowId, LeftOut)>,
    cells_left_out: CellsLeftOut,
    /// Rows that go on with another one, each with that one.
    joined: Vec<(RowId, RowId)>,
    /// How many parts are headings of appendices, and no rows.
    headings: usize,
}

/// Reads a document.
///
/// # Errors
/// All faults that were found, the warnings with them: of a kind that is not read, without a table or a header that is
/// understood, with rows that fit no pattern, or with options that cannot be what they should.
pub fn import(
    document: &[u8],
    file_name: &str,
    options: &ImportOptions,
    register: &Register,
) -> Result<Import, Diagnostics> {
    let said = facts::encoding(options)?;
    let (choices, faults) = Choices::read(options);
    if faults.has_errors() {
        return Err(faults);
    }
    let (manuscript, encoding) = manuscript(document, file_name, said, &choices)?;
    let mut imported = import_manuscript(manuscript, file_name, options, register)?;
    imported.report.encoding = encoding;
    Ok(imported)
}

/// Reads what a reader made of a document.
///
/// # Errors
/// As [`import`], but for its kind.
pub fn import_manuscript(
    manuscript: Manuscript,
    file_name: &str,
    options: &ImportOptions,
    register: &Register,
) -> Result<Import, Diagnostics> {
    let (choices, faults) = Choices::read(options);
    if faults.has_errors() {
        return Err(faults);
    }
    let tables = plan_tables::find(&manuscript, file_name, options.table, &choices)?;
    let header = &tables.header;
    let mut rows = rows::read(file_name, &tables);
    let printed = title_block::read(&manuscript, &tables.indexes(), tables.header_place());
    let facts = facts::read(options, file_name, &printed);

    let mut diagnostics = facts.diagnostics.clone();
    diagnostics.extend(other_tables::name(&manuscript, &tables, file_name));
    diagnostics.extend(tables.without_lead(file_name).into_iter().collect::<Diagnostics>());
    diagnostics.extend(asides::doubts(&manuscript.asides, &tables.indexes(), file_name));
    diagnostics.extend(std::mem::take(&mut rows.diagnostics));
    diagnostics.extend(ends::join(&mut rows.plan, header));
    diagnostics.extend(assigned::part_rows(&mut rows.plan, header));
    let column = |role: Column| header.place(role).unwrap_or_default();
    diagnostics.extend(same_above::resolve(&mut rows.plan, column));
    let segments = segments::of(&rows.plan, &tables.pieces);
    let nodes = nest::nest(&rows.plan, &segments);
    let inherited = inherited::hand_down(&mut rows.plan, &nodes, |role| header.place(role));
    diagnostics.extend(inherited.diagnostics);
    rows.leave_out(&inherited.left_out);
    let of_titles = title_cells::leave_out(&mut rows.plan, &nodes, header);
    diagnostics.extend(of_titles.diagnostics);
    rows.leave_out(&of_titles.left_out);

    let outline = outline::read(&rows.plan, &segments);
    diagnostics.extend(outline.diagnostics.clone());
    if outline.tasks.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(Code::ImportNoTasks).with("file", file_name));
    }
    let (draft, met, doubts) = draft::make(&facts, &rows.plan, &outline, header, register);
    diagnostics.extend(doubts);
    if diagnostics.has_errors() {
        return Err(by_row(&diagnostics));
    }
    let diagnostics = by_row(&diagnostics);
    let report = Report::of(file_name, &tables, &draft, met.agencies)
        .with(facts.printed, &manuscript.asides);
    let reading = Reading {
        file: file_name.to_owned(),
        manuscript,
        tables,
        became: rows.plan.iter().map(|row| row.id).zip(outline.became).collect(),
        left_out: rows.left_out,
        cells_left_out: rows.cells_left_out,
        joined: rows.joined,
        headings: outline.headings,
    };
    Ok(Import { draft, report, diagnostics, reading, named: met.named, context: facts.context })
}

/// Reads a document where there is no register yet: proposes one, and reads the document by it.
///
/// # Errors
/// As [`import`].
pub fn import_and_propose(
    document: &[u8],
    file_name: &str,
    options: &ImportOptions,
) -> Result<(Import, Proposal), Diagnostics> {
    // Without a register every name is unknown: none of that is for a person to mend.
    let mut imported = import(document, file_name, options, &Register::default())
        .map_err(|faults| faults.without(Code::NameNotInRegister))?;
    let mut proposal = Proposal::default();
    for _ in 0..MOST_PROPOSALS {
        let named = imported.named.clone();
        proposal = propose::propose(&named, &imported.context, file_name);
        imported = import(document, file_name, options, &proposal.resolver())?;
        if imported.named == named {
            break;
        }
    }
    Ok((imported, proposal))
}

/// Reads a document as far as its tables and the text around them.
///
/// # Errors
/// When it is of a kind that is not read, is broken, or passes the limits.
pub fn read_manuscript(document: &[u8], file_name: &str) -> Result<Manuscript, Diagnostics> {
    Ok(manuscript(document, file_name, None, &Choices::default())?.0)
}

/// The provinces that a register knows may show that a name has one of its own, which a second proposal then has seen.
const MOST_PROPOSALS: usize = 3;

impl Import {
    /// Proves that the files which `content::print` made of the draft hold every visible character of the table, in order.
    ///
    /// # Errors
    /// A fault for each cell whose characters the files do not hold as the table does.
    pub fn account(&self, files: &Tree) -> Result<Account, Diagnostics> {
        account::take(&self.reading, &self.draft.id, files)
    }
}

/// The document as the reader of its kind finds it, in Unicode, and what its text was encoded in if that was another one.
fn manuscript(
    document: &[u8],
    file: &str,
    said: Option<Encoding>,
    choices: &Choices,
) -> Result<(Manuscript, Option<Encoding>), Diagnostic> {
    let manuscript = match Kind::of(document, file)? {
        Kind::Text => {
            // Before the reader, which looks for the words of a header.
            let decoded = encoding::decode(document, file, said)?;
            let Decoded { text, found } = encoding::modernise_text(decoded, said);
            let manuscript = text_manuscript(&text, choices);
            encoding::expect_readable(&manuscript, file, said)?;
            return Ok((manuscript, found));
        }
        Kind::Html => {
            let Decoded { text, found } = encoding::decode_page(document, file, said)?;
            let manuscript = html::read(&text, file)?;
            let said = encoding::still_said(said, found);
            let (manuscript, by_lines) = encoding::modernise(manuscript, file, said)?;
            return Ok((manuscript, by_lines.or(found)));
        }
        Kind::Excel => sheet::read_excel(document, file),
        Kind::OpenSheet => sheet::read_open(document, file),
        Kind::Word => docx::read(document, file),
        Kind::OpenText => odt::read(document, file),
    };
    encoding::modernise(manuscript?, file, said)
}

/// A dump with bars between its cells, separated values, or mere text.
///
/// Bars are asked for first: prose is full of commas, also within the cells of a dump.
fn text_manuscript(text: &str, choices: &Choices) -> Manuscript {
    let dump = plain::read(text, choices);
    if separated::has_header(&dump, choices) {
        return dump;
    }
    let barred =
        dump.tables().next().is_some_and(|table| table.rows.iter().any(|row| row.cells.len() > 1));
    let separated = separated::read(text, choices);
    separated.filter(|found| !barred || separated::has_header(found, choices)).unwrap_or(dump)
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
