//! Small plans of many shapes, whole ones and broken ones: `cases/<name>.in.txt` is the document, a text dump, and
//! `cases/<name>.in.grid` one with spans ([`grid`]); `cases/<name>.txt` is what import makes of it: the outline of the draft,
//! then what is said, to the letter.

use std::fmt::Write;
use std::fs;

use planpress::content;
use planpress::diagnostic::{Diagnostics, Lang, Messages, Paint, draw};
use planpress::import::{Account, Import};
use planpress::model::{Draft, DraftMention, DraftTask};

use super::{grid, import_manuscript, import_text};
use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;

const CASES: &str = "import/cases";

#[test]
fn every_dump_is_read_as_expected() {
    expect_none(differences(".in.txt", import_text));
}

#[test]
fn every_grid_is_read_as_expected() {
    let import = |text: &str| {
        let (manuscript, options) = grid::read(text);
        import_manuscript(manuscript, &options)
    };
    expect_none(differences(".in.grid", import));
}

/// The cases with this ending that are read otherwise than expected.
fn differences(ending: &str, import: impl Fn(&str) -> Result<Import, Diagnostics>) -> Vec<String> {
    let told = |case: String| {
        let text = fs::read_to_string(fixture(&format!("{CASES}/{case}{ending}"))).expect("a case");
        difference(&told(import(&text)), &format!("{CASES}/{case}.txt"))
    };
    stems(CASES, ending).into_iter().filter_map(told).collect()
}

/// What import makes of a document.
fn told(imported: Result<Import, Diagnostics>) -> String {
    match imported {
        Ok(imported) => {
            let files = content::print(&imported.draft);
            match imported.account(&files) {
                Ok(account) => whole(&imported, &account),
                Err(faults) => drawn(&faults),
            }
        }
        Err(faults) => drawn(&faults),
    }
}

fn whole(imported: &Import, account: &Account) -> String {
    let mut text = String::new();
    let all = account.table() + account.outside_characters;
    writeln!(text, "{all} ký tự").expect("written");
    for (row, reason) in &account.left_out {
        writeln!(text, "{reason}: {row}").expect("written");
    }
    for line in &account.outside {
        writeln!(text, "outside: {line}").expect("written");
    }
    outline(&imported.draft, &mut text);
    text + &drawn(&imported.diagnostics)
}

fn outline(draft: &Draft, text: &mut String) {
    for (number, title) in &draft.parts {
        writeln!(text, "part {number}: {title}").expect("written");
    }
    for domain in &draft.domains {
        let part = domain.part.as_deref().map(|part| format!(" of {part}")).unwrap_or_default();
        writeln!(text, "domain {}{part}: {} {}", domain.id, domain.number, domain.title)
            .expect("written");
        for (number, title, under) in &domain.groups {
            let under = under.as_deref().map(|under| format!(" under {under}"));
            writeln!(text, "  group {number}{}: {title}", under.unwrap_or_default())
                .expect("written");
        }
        for task in draft.tasks.iter().filter(|task| task.domain == domain.id) {
            self::task(task, text);
        }
    }
}

fn task(task: &DraftTask, text: &mut String) {
    let group = task.group.as_deref().map(|group| format!(" of {group}")).unwrap_or_default();
    let DraftTask { id, number, order, row, .. } = task;
    writeln!(text, "  task {id}{group} ({order}; {row}): {number} {}", task.paragraphs.join(" ¶ "))
        .expect("written");
    for (key, mentions) in [("lead", &task.lead), ("coordinating", &task.coordinating)] {
        for mention in mentions {
            writeln!(text, "    {key}: {}", self::mention(mention)).expect("written");
        }
    }
    for (column, cell) in &task.cells {
        let cell = cell.replace('\n', " / ");
        writeln!(text, "    {} as printed: {cell}", column.as_str()).expect("written");
    }
    if let Some(period) = &task.period {
        writeln!(text, "    period: {}", period.replace('\n', " / ")).expect("written");
    }
    for (name, cell) in &task.extra {
        writeln!(text, "    {name}: {}", cell.replace('\n', " / ")).expect("written");
    }
}

fn mention(mention: &DraftMention) -> String {
    match &mention.agency {
        Some(agency) => format!("{} = {agency}", mention.printed),
        None => mention.printed.clone(),
    }
}

fn drawn(diagnostics: &Diagnostics) -> String {
    let messages = Messages::of(Lang::Vi);
    let drawn = diagnostics.iter().map(|fault| draw(fault, &messages, Paint::Plain));
    drawn.flat_map(|fault| ["\n".to_owned(), fault]).collect()
}
