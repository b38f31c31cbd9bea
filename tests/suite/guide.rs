//! What the guide for clerks says, `docs/huong-dan.md`: its words are tried on the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use planpress::diagnostic::{Code, Severity};
use planpress::import::{Document, ImportOptions, import_and_propose};
use planpress::model::{AgencyKind, Column, Period, PeriodKind};

use crate::cli::session::Session;
use crate::import::encoders;
use crate::site_text::fixture;

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/huong-dan.md");
    fs::read_to_string(path).expect("the guide")
}

/// What stands between two words of the guide.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} behind {start}")).0
}

/// The words between backticks; those of blocks of code are none.
fn quoted(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// The commands of the blocks to be typed.
fn commands(text: &str) -> Vec<&str> {
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).collect()
}

/// The codes that the catalogue lists under the heading of import.
fn codes_of_import() -> BTreeSet<&'static str> {
    let catalogue = include_str!("../../src/diagnostic/vi.toml");
    let section = between(catalogue, "# ---- Nhập văn bản ----", "# ---- ");
    let tables = section.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    tables.filter(|name| Code::ALL.iter().any(|code| code.as_str() == *name)).collect()
}

/// The entries of the guide: a code, and the weight that stands behind it.
fn entries(text: &str) -> BTreeMap<&str, &str> {
    let entry = |rest| {
        let (code, rest): (&str, &str) = str::split_once(rest, "`** (")?;
        Some((code, rest.split_once(')')?.0))
    };
    let entries = text.split("\n- **`").skip(1);
    entries.map(|rest| entry(rest).unwrap_or_else(|| panic!("no weight: {rest}"))).collect()
}

fn weight(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "lỗi",
        Severity::Warning => "cần xem lại",
        Severity::Note => "ghi nhận",
    }
}

#[test]
fn every_doubt_and_fault_of_import_has_an_entry_with_its_weight() {
    let text = guide();
    let entries = entries(&text);
    for code in codes_of_import() {
        assert!(entries.contains_key(code), "the guide does not explain `{code}`");
    }
    for (name, told) in &entries {
        let code = Code::ALL.iter().find(|code| code.as_str() == *name);
        let code = code.unwrap_or_else(|| panic!("there is no `{name}`"));
        assert_eq!(*told, weight(*code), "{name}");
    }
}

#[test]
fn every_option_that_it_names_exists() {
    let text = guide();
    let mut session = Session::open();
    let verbs = ["import", "document", "build", "check", "serve"];
    let help: String =
        verbs.iter().map(|verb| session.run(&format!("planpress {verb} --help"))).collect();
    let known: BTreeSet<&str> =
        help.split_whitespace().filter(|word| word.starts_with("--")).collect();
    let named = [quoted(&text), commands(&text)].concat();
    let options = named.iter().flat_map(|words| words.split_whitespace());
    let options: BTreeSet<&str> = options.filter(|word| word.starts_with("--")).collect();
    assert!(options.contains("--strict"), "{options:?}");
    for option in options {
        assert!(known.contains(option), "there is no {option}");
    }
}

#[test]
fn its_commands_run_as_they_are_said() {
    let text = guide();
    let mut session = Session::open();
    let document = |path: &str| fs::read(fixture(path)).expect("a document");
    let word = document("import/documents/plan-word.docx");
    session.put("Kế hoạch 150.docx", &word);
    session.put("Kế hoạch 150 sửa.docx", &word);
    session.put("Phụ lục.html", &document("import/plans/portal_page.html"));
    let assigned = "STT,Việc,Ai làm,Bao giờ\n1,Khám sức khỏe,Sở Y tế,2025\n";
    session.put("Phân công.csv", assigned.as_bytes());
    let old = fs::read_to_string(fixture("import/documents/plan-rows.txt")).expect("a document");
    session.put("Kế hoạch cũ.txt", &encoders::bytes(&encoders::tcvn3(&old)));

    let commands = commands(&text);
    assert!(commands.len() > 5, "{commands:?}");
    let mut said = String::new();
    for command in commands {
        let told = session.run(command);
        assert!(!told.contains("exit "), "{command}\n{told}");
        said.push_str(&told);
    }
    // The doubt that the guide shows is one of the first document's.
    for line in between(&text, "```text\nnumber-order", "```").lines() {
        assert!(said.contains(line.trim()), "nothing says: {line}");
    }
    let files = session.run("files \"Kế hoạch 150-trang-web\"");
    let told = between(&text, "Kế hoạch 150-trang-web/\n", "```");
    for name in told.lines().filter_map(|line| line.split_whitespace().next()) {
        let name = name.trim_end_matches('/');
        assert!(files.contains(name), "there is no {name}");
    }
}

#[test]
fn its_table_is_read_without_a_doubt() {
    let text = guide();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    let first = rows.iter().position(|row| row.starts_with("| STT |")).expect("a table");
    let table = rows[first..first + 5].join("\n");
    let options = ImportOptions { plan: Some("mau".to_owned()), ..ImportOptions::default() };
    let document = Document::read(table.as_bytes(), "bang.md", &options).expect("a document");
    let read = import_and_propose(&document, &options).expect("a plan");
    let (imported, proposal) = read;
    assert_eq!(imported.draft.tasks.len(), 2, "{table}");
    let faults = imported.diagnostics.iter().chain(&proposal.diagnostics);
    let doubts = faults.filter(|fault| fault.code.severity() == Severity::Warning);
    let others = doubts.filter(|fault| fault.code != Code::FactMissing);
    assert_eq!(others.count(), 0);
}

#[test]
fn its_lists_of_words_are_the_program() {
    let text = guide();
    let periods = quoted(between(&text, "- **Thời gian** như ", "đều hiểu được"));
    assert!(periods.len() > 5, "{periods:?}");
    for period in periods {
        assert_ne!(Period::read(period).reading.kind, PeriodKind::Unknown, "{period}");
    }
    let kinds: Vec<&str> = quoted(between(&text, "- `kind`: ", "\n- `id`"));
    assert_eq!(kinds, AgencyKind::ALL.map(AgencyKind::as_str));
    let roles = quoted(between(&text, "sau dấu bằng là ", "(cột riêng)"));
    let known = Column::ALL.iter().map(|column| column.as_str()).chain(["extra"]);
    assert_eq!(roles, known.collect::<Vec<_>>());
}
