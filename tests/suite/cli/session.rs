//! A session: commands that are run one after the other in one folder.
//!
//! - `site PATH [FOLDER]` lays the site of a text of this suite into the folder.
//! - `document NAME FILE` lays a document of `import/documents` into the folder as a file.
//! - `write FILE TEXT`, `replace FILE OLD NEW` change a file (`\\n` is a line break); `make FOLDER` makes a folder; `remove PATH` removes.
//! - `files FOLDER` lists what lies below it, `show FILE` shows a file.
//! - `… | first N` shows the first lines only of what is printed.
//! - `remember FOLDER` keeps what lies below it in mind; `changed FOLDER` says what has changed since.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::site_text::{SiteText, fixture};

/// Longest line that is shown whole: the view of a page is one line.
const LONGEST: usize = 240;

pub(crate) struct Session {
    folder: TempDir,
    remembered: BTreeMap<PathBuf, Vec<u8>>,
}

/// What came of a command.
#[derive(Default)]
struct Outcome {
    standard_output: String,
    standard_error: String,
    exit: i32,
}

impl Session {
    pub(crate) fn open() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), remembered: BTreeMap::new() }
    }

    /// Runs a line; gives what came of it as a transcript shows it.
    pub(crate) fn run(&mut self, line: &str) -> String {
        let (line, most) = match line.rsplit_once(" | first ") {
            Some((line, most)) => (line, most.parse().expect("a number")),
            None => (line, usize::MAX),
        };
        let words = words(line);
        let variables = words.iter().take_while(|word| word.contains('=')).count();
        let (variables, command) = words.split_at(variables);
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let mut outcome = match words.as_slice() {
            ["planpress", arguments @ ..] => self.planpress(variables, arguments),
            other => Outcome { standard_output: self.other(other), ..Outcome::default() },
        };
        let first: Vec<&str> = outcome.standard_output.lines().take(most).collect();
        outcome.standard_output = first.join("\n");
        outcome.shown()
    }

    /// Puts a file into the session's folder.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(path), bytes).expect("a file to write");
    }

    fn planpress(&self, variables: &[String], arguments: &[&str]) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
        command.args(arguments).current_dir(self.folder.path());
        command.env_clear().envs(variables.iter().filter_map(|variable| variable.split_once('=')));
        let output = command.output().expect("the program");
        // The folder has another name each time.
        let folder = self.folder.path().display().to_string();
        let text = |bytes| {
            let text = String::from_utf8(bytes).expect("a text in UTF-8");
            text.replace(&folder, "/[FOLDER]")
        };
        Outcome {
            standard_output: text(output.stdout),
            standard_error: text(output.stderr),
            exit: output.status.code().expect("an exit code"),
        }
    }

    fn other(&mut self, words: &[&str]) -> String {
        let at = |path: &str| self.folder.path().join(path);
        match words {
            ["site", text] => SiteText::read(text).write(self.folder.path()),
            ["site", text, folder] => SiteText::read(text).write(&at(folder)),
            ["document", name, file] => {
                let document = fixture("import/documents").join(name);
                self.put(file, &fs::read(document).expect("a document"));
            }
            ["write", file, text] => {
                let file = at(file);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder to write in");
                fs::write(file, format!("{text}\n")).expect("a file to write");
            }
            ["replace", file, old, new] => {
                let text = fs::read_to_string(at(file)).expect("a file");
                assert!(text.contains(old), "{file} has no {old}");
                fs::write(at(file), text.replace(old, new)).expect("a file to write");
            }
            ["make", folder] => fs::create_dir_all(at(folder)).expect("a folder to make"),
            ["remove", path] if at(path).is_dir() => {
                fs::remove_dir_all(at(path)).expect("a folder to remove");
            }
            ["remove", path] => fs::remove_file(at(path)).expect("a file to remove"),
            ["show", file] => return fs::read_to_string(at(file)).expect("a file"),
            ["files", folder] => {
                let paths = contents(&at(folder)).into_keys();
                return paths.map(|path| path.display().to_string() + "\n").collect();
            }
            ["remember", folder] => self.remembered = contents(&at(folder)),
            ["changed", folder] => return changes(&self.remembered, &contents(&at(folder))),
            other => panic!("no such command: {other:?}"),
        }
        String::new()
    }
}

/// All files below a folder with their bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a file of the folder");
            (path.to_owned(), fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn changes(before: &BTreeMap<PathBuf, Vec<u8>>, now: &BTreeMap<PathBuf, Vec<u8>>) -> String {
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let other = now.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes));
    let lines = gone
        .map(|path| format!("gone: {}\n", path.display()))
        .chain(other.map(|(path, _)| format!("new: {}\n", path.display())));
    let lines: String = lines.collect();
    if lines.is_empty() { "nothing\n".to_owned() } else { lines }
}

impl Outcome {
    fn shown(&self) -> String {
        let mut shown = marked("1>", &self.standard_output);
        shown.push_str(&marked("2>", &self.standard_error));
        if self.exit != 0 {
            shown.push_str(&format!("exit {}\n", self.exit));
        }
        shown
    }
}

/// The lines of a stream behind its mark, without what changes with every version of the program.
fn marked(mark: &str, stream: &str) -> String {
    let version = concat!("planpress ", env!("CARGO_PKG_VERSION"));
    let line = |line: &str| {
        let line = line.replace(version, "planpress [VERSION]");
        let cut = line.chars().count() > LONGEST;
        let shown: String = line.chars().take(LONGEST).collect();
        let line = format!("{mark} {shown}{}", if cut { " […]" } else { "" });
        format!("{}\n", line.trim_end())
    };
    stream.lines().map(line).collect()
}

/// The words of a line: cut at blanks, but not within quotes, single or double, whichever opens first.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(['\'', '"']) {
        let (before, quoted) = rest.split_at(start);
        let quote = &quoted[..1];
        let (inside, behind) = quoted[1..].split_once(quote).expect("a closing quote");
        words.extend(before.split_whitespace().map(str::to_owned));
        words.push(inside.replace("\\n", "\n"));
        rest = behind;
    }
    words.extend(rest.split_whitespace().map(str::to_owned));
    words
}
