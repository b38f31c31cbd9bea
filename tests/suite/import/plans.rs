//! Other plans, of other shapes than the shipped one, in the manner of real ones: ministries, provinces, cities, a commune.
//!
//! `plans/<name>.py` declares a plan and `plans/make.py` writes it as `plans/<name>.<ending>`; what a person reads in it stands
//! in `plans/<name>.expected.txt`, written by hand in the notation of [`notation`](super::notation). Lines that begin with
//! `option ` come first: what the person who imports it says of the document. Lines that begin with `#` are for the reader.
//!
//! The register of each plan is the names that the expectation has: so every name must be cut as expected to be known.

use std::fs;

use planpress::content;
use planpress::import::{Import, ImportOptions};
use planpress::model::{
    Agency, AgencyId, AgencyKind, Certainty, LONGEST, NameContext, PartialDate, Register,
};
use planpress::text;

use super::notation::{Names, difference, told, written};
use super::{import, sentences};
use crate::expected::{expect_none, stems};
use crate::site_text::fixture;

const PLANS: &str = "import/plans";
const ENDINGS: [&str; 7] = ["docx", "xlsx", "ods", "odt", "html", "csv", "txt"];

/// A plan and what is expected of it.
struct Plan {
    file: String,
    document: Vec<u8>,
    options: ImportOptions,
    context: NameContext,
    register: Register,
    expected: String,
}

impl Plan {
    fn open(name: &str) -> Self {
        let text = fs::read_to_string(fixture(&format!("{PLANS}/{name}.expected.txt")));
        let text = text.expect("an expectation");
        let option = |key: &str| {
            let start = format!("option {key}: ");
            text.lines().find_map(|line| line.strip_prefix(&start)).map(str::to_owned)
        };
        let expected: String = written(&text)
            .split_inclusive('\n')
            .filter(|line| !line.starts_with("option "))
            .collect();
        let path = |ending: &&str| fixture(&format!("{PLANS}/{name}.{ending}")).is_file();
        let ending = ENDINGS.iter().find(|ending| path(ending)).expect("a document");
        let file = format!("{name}.{ending}");
        let options = ImportOptions {
            number: option("number"),
            issued: option("issued"),
            place: option("place"),
            ..ImportOptions::default()
        };
        let issued = options.issued.as_deref().and_then(PartialDate::parse);
        Self {
            document: fs::read(fixture(&format!("{PLANS}/{file}"))).expect("a document"),
            context: NameContext { place: options.place.clone(), issued },
            register: register(&expected),
            file,
            options,
            expected,
        }
    }

    fn import(&self) -> Result<Import, String> {
        let imported = import(&self.document, &self.file, &self.options, &self.register)
            .map_err(|faults| sentences(&faults))?;
        match imported.account(&content::print(&imported.draft)) {
            Ok(_) => Ok(imported),
            Err(faults) => Err(sentences(&faults)),
        }
    }

    /// What is wrong with what was read, if anything.
    fn wrong(&self) -> Option<String> {
        let found = match self.import() {
            Ok(imported) => {
                let names = Names { register: &self.register, context: self.context.clone() };
                told(&imported.draft, &names)
            }
            Err(faults) => return Some(format!("{}: {faults}", self.file)),
        };
        difference(&found, &self.expected).map(|lines| format!("{}, {lines}", self.file))
    }
}

/// The register of the names that an expectation has, each once.
fn register(expected: &str) -> Register {
    let mut agencies: Vec<Agency> = Vec::new();
    for name in expected.lines().filter_map(name) {
        let known =
            agencies.iter().any(|agency| text::name_key(&agency.name) == text::name_key(name));
        if !known {
            agencies.push(agency(name, agencies.len()));
        }
    }
    Register::new(agencies)
}

/// The agency that a line of an expectation names: what stands in brackets behind "=", else the printed name.
fn name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let printed = line.strip_prefix("lead: ").or_else(|| line.strip_prefix("coordinating: "))?;
    let meant = printed.split_once(" (= ").and_then(|(_, meant)| meant.strip_suffix(')'));
    Some(meant.unwrap_or(printed))
}

fn agency(name: &str, place: usize) -> Agency {
    let province = name.rsplit_once("tỉnh ").map(|(_, province)| province);
    let province = province.filter(|province| province.starts_with(char::is_uppercase));
    let id = format!("{}-{place}", text::slug(name, LONGEST - 4));
    Agency {
        id: AgencyId::new(&id).expect("an id"),
        name: name.to_owned(),
        place: province.map(str::to_owned),
        kind: AgencyKind::Central,
        aliases: Vec::new(),
        misprints: Vec::new(),
        ended: None,
        successors: Vec::new(),
        members: Vec::new(),
        members_basis: None,
        members_certainty: Certainty::Certain,
        addresses: Vec::new(),
    }
}

#[test]
fn every_plan_is_read_as_a_person_reads_it() {
    let names = stems(PLANS, ".expected.txt");
    assert!(names.len() >= 10, "{names:?}");
    for ending in ENDINGS {
        let of_kind = |name: &String| Plan::open(name).file.ends_with(&format!(".{ending}"));
        assert!(names.iter().any(of_kind), "no plan is a {ending}");
    }
    expect_none(names.iter().filter_map(|name| Plan::open(name).wrong()));
}

#[test]
fn tasks_of_a_second_appendix_have_ids_of_their_own() {
    let imported = Plan::open("appendices").import().unwrap_or_else(|faults| panic!("{faults}"));
    let ids: Vec<&str> = imported.draft.tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(ids, ["i-1", "i-2", "ii-1", "ii-2", "pl2-i-1", "pl2-i-2", "pl2-ii-1", "pl2-ii-2"]);
}

#[test]
fn periods_that_no_calendar_dates_are_noted() {
    let imported = Plan::open("periods").import().unwrap_or_else(|faults| panic!("{faults}"));
    let said = sentences(&imported.diagnostics);
    for period in ["100 ngày kể từ ngày ban hành", "Sau khi có hướng dẫn"] {
        assert!(said.contains(period), "{period}: {said}");
    }
}

#[test]
fn rows_that_are_no_tasks_are_named() {
    // The sums of money: three subtotals and the whole.
    let imported = Plan::open("task_codes").import().unwrap_or_else(|faults| panic!("{faults}"));
    let account = imported.account(&content::print(&imported.draft)).expect("closes");
    let left_out: String = account.left_out.iter().map(|(row, _)| format!("{row}\n")).collect();
    for sum in ["Cộng mục I", "Cộng mục II", "Cộng mục III", "Tổng cộng"] {
        assert!(left_out.contains(sum), "{sum}: {left_out}");
    }
}
