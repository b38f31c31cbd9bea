//! Documents of offices into drafts of plans.
//!
//! 1. [`kind`] tells what the bytes are; a reader ([`plain`]) makes a [`Manuscript`] of them: tables, cell by cell, and the
//!    text around them.
//! 2. [`columns`] finds the plan's table by the words of its header; [`rows`] reads the rows by the roles of their cells.
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
mod agencies;
mod archive;
mod docx;
mod draft;
mod encoding;
mod facts;
mod facts_told;
mod fit;
mod flow;
mod html;
mod ids;
mod kind;
mod limits;
mod lines;
mod mentions;
mod namespace;
mod nest;
mod number;
mod odt;
mod order;
mod ordinals;
mod origin;
mod outline;
mod propose;
mod report;
mod rows;
mod sheet;
mod symbols;
mod title_block;
mod xml;

pub use account::Account;
pub use encoding::Encoding;
pub use propose::Proposal;
pub use report::{ColumnRead, Report};
pub use title_block::{Fact, Found};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Draft, NameContext, Register};
use crate::text;
use crate::tree::Tree;
use columns::Header;
use encoding::Decoded;
use kind::Kind;
use mentions::Named;
use outline::Became;
use rows::LeftOut;
use table::{Manuscript, Table};

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

/// What the account needs to know of how the table was read.
#[derive(Debug, Clone)]
struct Reading {
    file: String,
    manuscript: Manuscript,
    table: Table,
    header: Header,
    /// What each row of the plan became, by the row's place in the table.
    became: Vec<(usize, Became)>,
    left_out: Vec<(usize, LeftOut)>,
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
    let (manuscript, encoding) = manuscript(document, file_name, said)?;
    let (table, header_place, header) = find_table(&manuscript, file_name)?;
    let rows = rows::read(file_name, &table, header_place, &header);
    let outline = outline::read(&rows.plan);
    let printed = title_block::read(&manuscript, &[table.index], header_place);
    let facts = facts::read(options, file_name, &printed);

    let mut diagnostics = facts.diagnostics.clone();
    diagnostics.extend(tables_left_out(&manuscript, &table, file_name));
    diagnostics.extend(rows.diagnostics);
    diagnostics.extend(outline.diagnostics.clone());
    if outline.tasks.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(Code::ImportNoTasks).with("file", file_name));
    }
    let (draft, met, doubts) = draft::make(&facts, &rows.plan, &outline, &header, register);
    diagnostics.extend(doubts);
    if diagnostics.has_errors() {
        return Err(by_row(&diagnostics));
    }
    let diagnostics = by_row(&diagnostics);
    let report =
        Report::of(file_name, encoding, &table, &header, &draft, met.agencies).with(facts.printed);
    let became = rows.plan.iter().map(|row| row.index).zip(outline.became).collect();
    let left_out = rows.left_out;
    let file = file_name.to_owned();
    let reading = Reading { file, manuscript, table, header, became, left_out };
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
    let mut imported = import(document, file_name, options, &Register::default())?;
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
    Ok(manuscript(document, file_name, None)?.0)
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
) -> Result<(Manuscript, Option<Encoding>), Diagnostic> {
    let manuscript = match Kind::of(document, file)? {
        Kind::Text => {
            // Before the reader, which looks for the words of a header.
            let decoded = encoding::decode(document, file, said)?;
            let Decoded { text, found } = encoding::modernise_text(decoded, said);
            let manuscript = text_manuscript(&text);
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
fn text_manuscript(text: &str) -> Manuscript {
    let dump = plain::read(text);
    if separated::has_header(&dump) {
        return dump;
    }
    let barred =
        dump.tables().next().is_some_and(|table| table.rows.iter().any(|row| row.cells.len() > 1));
    let separated = separated::read(text);
    separated.filter(|found| !barred || separated::has_header(found)).unwrap_or(dump)
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

/// The table with the plan: the longest of those whose header is understood.
fn find_table(manuscript: &Manuscript, file: &str) -> Result<(Table, usize, Header), Diagnostic> {
    let found = manuscript.tables().filter_map(|table| {
        let (place, header) = columns::find(&table.rows)?;
        Some((table, place, header))
    });
    // The first one of the longest: `max_by_key` would give the last.
    let longest = found.reduce(
        |best, other| {
            if other.0.rows.len() > best.0.rows.len() { other } else { best }
        },
    );
    if let Some((table, place, header)) = longest {
        return Ok((table.clone(), place, header));
    }
    let first =
        manuscript.tables().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    match first.into_iter().find(|(_, row)| !row.is_blank()) {
        None => Err(Diagnostic::new(Code::ImportNoTable).with("file", file)),
        Some((table, row)) => {
            let origin = origin::Origin::of(file, table, row, None);
            Err(Diagnostic::new(Code::ImportNoHeader).at(&origin.row_span()).with("file", file))
        }
    }
}

/// A warning for each other table that holds something, but those of the form's head and foot, which the report names.
fn tables_left_out(manuscript: &Manuscript, chosen: &Table, file: &str) -> Diagnostics {
    let others = manuscript
        .tables()
        .filter(|table| table.index != chosen.index && !title_block::is_form(table));
    let filled =
        others.filter_map(|table| Some((table, table.rows.iter().find(|row| !row.is_blank())?)));
    let warning = |(table, row): (&Table, &table::Row)| {
        let origin = origin::Origin::of(file, table, row, None);
        let warning = Diagnostic::new(Code::TableLeftOut)
            .at(&origin.row_span())
            .with("table", table.index)
            .with("chosen", chosen.index)
            .with("rows", table.rows.len());
        match (&table.name, &chosen.name) {
            (Some(name), Some(chosen)) => warning.with("sheet", name).with("chosen_sheet", chosen),
            _ => warning,
        }
    };
    filled.map(warning).collect()
}
