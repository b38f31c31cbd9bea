//! Importing again: a corrected or amended document comes into a plan that is there already.

mod amended;
mod by_hand;
mod conflicts;
mod laws;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use planpress::content;
use planpress::diagnostic::{Diagnostics, Lang, Messages};
use planpress::import::ImportOptions;
use planpress::import::{Choices, plain};
use planpress::pipeline::{self, Conduct, Imported, Outcome};
use tempfile::TempDir;

use crate::made::report;

/// The id of the shipped plan.
const PLAN: &str = "150-kh-ubnd-2022";

/// The rows of a document, each as the texts of its cells.
type Rows = Vec<Vec<String>>;

/// A content folder on the disk, and the options by which documents come into it.
struct Folder {
    folder: TempDir,
    options: ImportOptions,
}

impl Folder {
    /// The shipped content.
    fn shipped() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.expect("an entry");
            let inner = entry.path().strip_prefix(&from).expect("a path below");
            let target = folder.path().join("content").join(inner);
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).expect("a folder to make");
            } else {
                fs::copy(entry.path(), target).expect("a file to copy");
            }
        }
        let options = ImportOptions { plan: Some(PLAN.to_owned()), ..ImportOptions::default() };
        Self { folder, options }
    }

    /// Imports these rows as a document of this name.
    fn outcome(&self, name: &str, rows: &Rows, conduct: Conduct) -> Outcome<Imported> {
        let document = self.folder.path().join(name);
        fs::write(&document, text(rows)).expect("a document to write");
        let content = self.folder.path().join("content");
        pipeline::import(&document, &content, &self.options, conduct, &())
    }

    /// What came of it: what was imported, or why not.
    fn import(&self, name: &str, rows: &Rows, conduct: Conduct) -> Result<Imported, Diagnostics> {
        let outcome = self.outcome(name, rows, conduct);
        outcome.value.ok_or(outcome.diagnostics)
    }

    /// Imports these rows, which must go well.
    #[track_caller]
    fn import_well(&self, name: &str, rows: &Rows) -> Imported {
        match self.import(name, rows, Conduct::default()) {
            Ok(imported) => imported,
            Err(faults) => panic!("{}", report(&faults)),
        }
    }

    /// The text of a file of the plan.
    #[track_caller]
    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.plan().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes a file of the plan by hand.
    #[track_caller]
    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.text(path);
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, &text.replacen(old, new, 1));
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.plan().join(path), text).expect("a file to write");
    }

    /// All files of the plan with their bytes.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = walkdir::WalkDir::new(self.plan()).into_iter();
        let files =
            entries.map(|entry| entry.expect("an entry")).filter(|e| e.file_type().is_file());
        let file = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(self.plan()).expect("a path below");
            let path = path.to_str().expect("a path in UTF-8").replace('\\', "/");
            (path, fs::read(entry.path()).expect("a file"))
        };
        files.map(file).collect()
    }

    fn plan(&self) -> std::path::PathBuf {
        self.folder.path().join("content").join(content::plan_folder(PLAN))
    }
}

/// The rows of the shipped document.
fn shipped_rows() -> Rows {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(content::plan_folder(PLAN));
    let dump = fs::read_to_string(file.join("nguon/ke-hoach-150-kh-ubnd.txt")).expect("the dump");
    let manuscript = plain::read(&dump, &Choices::default());
    let table = manuscript.tables().next().expect("a table");
    let cells = |row: &planpress::import::table::Row| {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text()).collect();
        cells.resize(5, String::new());
        cells
    };
    table.rows.iter().map(cells).collect()
}

/// A document in which each row is a line.
fn text(rows: &Rows) -> String {
    rows.iter().map(|row| row.join(" | ") + "\n").collect()
}

fn row(cells: [&str; 5]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// The place of the row that has this number and whose text begins so.
#[track_caller]
fn place(rows: &Rows, number: &str, words: &str) -> usize {
    let found = rows.iter().position(|row| row[0] == number && row[1].starts_with(words));
    found.unwrap_or_else(|| panic!("no row {number} {words}"))
}

/// What an import changed, as the terminal tells it.
fn told(imported: &Imported) -> String {
    let messages = Messages::of(Lang::Vi);
    imported.changes.as_ref().expect("changes").lines(&messages).join("\n")
}
