//! Broken and hostile documents by the program itself: each gives one fault that names the file, exit code 1, and nothing is
//! written. On Linux the program gets 1 GB of memory and 60 s of the processor for each, as the import promises.
//!
//! `documents/hostile.py` makes those that are small (`documents/hostile-*`); what is said of each stands to the letter in
//! `documents/hostile.said.txt`. What would be large is made here.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;

const DOCUMENTS: &str = "import/documents";

/// All that a person can say of a plan, so that nothing is missed but what the document lacks.
const FACTS: [&str; 16] = [
    "--content",
    "content",
    "--number",
    "7/KH-UBND",
    "--issued",
    "2023",
    "--place",
    "Sơn La",
    "--type",
    "Kế hoạch",
    "--title",
    "Kế hoạch bảy",
    "--issuer",
    "Ủy ban nhân dân tỉnh Sơn La",
    "--period",
    "2023",
];

/// Imports a document in an empty folder.
fn told(file: &str, write: impl FnOnce(&Path)) -> (TempDir, Output) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("content")).expect("a folder of content");
    fs::write(folder.path().join("content/agencies.toml"), register()).expect("a register");
    write(&folder.path().join(file));
    let output = program().args(["import", file]).args(FACTS).current_dir(folder.path()).output();
    (folder, output.expect("the program"))
}

/// The register of the few agencies that the documents name, so that nothing is said of them.
fn register() -> String {
    let agency = |(id, name)| {
        format!("[[agency]]\nid = \"{id}\"\nname = \"{name}\"\nplace = \"Sơn La\"\nkind = \"so\"\n")
    };
    let agencies = [("y-te", "Sở Y tế"), ("noi-vu", "Sở Nội vụ"), ("cong-an", "Công an tỉnh")];
    agencies.map(agency).concat()
}

/// The program, bounded where the system can do it. One arena keeps what is merely reserved out of the count.
#[cfg(target_os = "linux")]
fn program() -> Command {
    let mut command = Command::new("/bin/sh");
    command.args([
        "-c",
        "ulimit -v 1048576; ulimit -t 60; exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_planpress"),
    ]);
    command.env_clear().env("MALLOC_ARENA_MAX", "1");
    command
}

#[cfg(not(target_os = "linux"))]
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
    command.env_clear();
    command
}

/// What the program says of a document that it must refuse.
fn refusal(file: &str, write: impl FnOnce(&Path)) -> Result<String, String> {
    let (folder, output) = told(file, write);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let wrong = |what: &str| Err(format!("{file}: {what}: {}\n{said}", output.status));
    if output.status.code() != Some(1) {
        return wrong("no exit code 1");
    }
    if !output.stdout.is_empty() {
        return wrong("a result");
    }
    if said.lines().filter(|line| line.starts_with("  ×")).count() != 1 {
        return wrong("not one fault");
    }
    if !said.contains(file) {
        return wrong("the file is not named");
    }
    let left: Vec<_> = walkdir::WalkDir::new(folder.path()).into_iter().flatten().collect();
    if left.iter().filter(|entry| entry.file_type().is_file()).count() != 2 {
        return wrong("something was written");
    }
    Ok(said)
}

/// The fault without the count of faults below it.
fn sentence(said: &str) -> String {
    let lines = said.lines().take_while(|line| !line.starts_with("1 lỗi"));
    lines.map(|line| line.trim_end().to_owned() + "\n").collect::<String>()
}

fn hostile() -> Vec<String> {
    let names = stems(DOCUMENTS, "").into_iter();
    names.filter(|name| name.starts_with("hostile-")).collect()
}

fn copy(name: &str) -> impl FnOnce(&Path) {
    let source = fixture(&format!("{DOCUMENTS}/{name}"));
    move |target| {
        fs::copy(source, target).expect("a document");
    }
}

#[test]
fn each_is_refused_with_one_message() {
    let mut said = String::new();
    let mut wrong = Vec::new();
    for name in hostile() {
        match refusal(&name, copy(&name)) {
            Ok(fault) => said.push_str(&format!("--- {name}\n{}", sentence(&fault))),
            Err(what) => wrong.push(what),
        }
    }
    expect_none(wrong);
    expect_none(difference(&said, &format!("{DOCUMENTS}/hostile.said.txt")));
}

#[test]
fn a_row_with_a_cell_too_few_or_too_many_is_named_and_no_other_row() {
    let names = hostile().into_iter();
    let rows: Vec<String> =
        names.filter(|name| name.contains("lost-cell") || name.contains("surplus-cell")).collect();
    assert_eq!(rows.len(), 8, "{rows:?}");
    expect_none(rows.iter().filter_map(|name| match refusal(name, copy(name)) {
        Ok(said) if said.contains("dòng 3") => None,
        Ok(said) => Some(format!("{name}: row 3 is not named\n{said}")),
        Err(what) => Some(what),
    }));
}

#[test]
fn more_entries_than_a_document_has() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..11_000 {
        archive
            .start_file(format!("word/{place}.xml"), SimpleFileOptions::default())
            .expect("an entry");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    let said = refusal("nhieu-tep.docx", |target| fs::write(target, bytes).expect("a document"));
    said.unwrap_or_else(|wrong| panic!("{wrong}"));
}

#[test]
fn a_document_larger_than_any_plan() {
    let write = |target: &Path| {
        let file = fs::File::create(target).expect("a document");
        file.set_len((64 << 20) + 1).expect("its length");
    };
    refusal("qua-lon.txt", write).unwrap_or_else(|wrong| panic!("{wrong}"));
}

#[test]
fn a_hundred_thousand_elements_of_a_page_within_each_other() {
    for (open, close) in
        [("<div>", "</div>"), ("<table><tr><td>", "</td></tr></table>"), ("<b>", "")]
    {
        let page =
            format!("<html><body>{}{}</body></html>", open.repeat(100_000), close.repeat(100_000));
        let said = refusal("sau.html", |target| fs::write(target, page).expect("a document"));
        said.unwrap_or_else(|wrong| panic!("{open}: {wrong}"));
    }
}

#[test]
fn a_million_bars_and_a_million_lines() {
    for (file, text) in [("vach.txt", "|".repeat(1 << 20)), ("dong.txt", "|\n".repeat(1 << 19))] {
        let write = |target: &Path| {
            let mut document = fs::File::create(target).expect("a document");
            document.write_all(text.as_bytes()).expect("written");
        };
        refusal(file, write).unwrap_or_else(|wrong| panic!("{wrong}"));
    }
}
