//! Small sites, each in one text file, so that a case can be read at a glance.
//!
//! `=== content/site.toml` opens a file; the lines down to the next such line are its bytes, save one empty line before it.
//! `=== without content/agencies.toml` takes a file away that an earlier text gave. Words before the first `===` are for
//! the reader. Behind the path may stand how the lines are to be written: `(latin-1)`, or `(\u)` for `\u{2028}` and the
//! like, which no editor shows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use planpress::files::Workspace;
use planpress::hash::sha256;
use planpress::tree::{File, RelPath, Stored, Tree};

/// The files of a site, by their paths in the site's folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteText {
    files: BTreeMap<String, Vec<u8>>,
}

/// A file of this suite, by its path below `tests/suite`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite").join(path)
}

impl SiteText {
    /// The site of a file of this suite.
    pub(crate) fn read(path: &str) -> Self {
        let file = fixture(path);
        let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        Self::default().with(&text)
    }

    /// The same site with the files of a text laid over it.
    pub(crate) fn with(mut self, text: &str) -> Self {
        let mut sections = text.split("\n=== ");
        let before = sections.next().unwrap_or_default();
        let first = before.strip_prefix("=== ");
        for section in first.into_iter().chain(sections) {
            let (header, lines) = section.split_once('\n').unwrap_or((section, ""));
            if let Some(path) = header.strip_prefix("without ") {
                let taken = self.files.remove(path);
                assert!(taken.is_some(), "there is no {path} to be taken away");
                continue;
            }
            // The line break that the split took belongs to the file; of two, one is the empty line.
            let lines = lines.trim_end_matches('\n').to_owned();
            let lines = if lines.is_empty() { lines } else { lines + "\n" };
            let (path, bytes) = match header {
                _ if header.ends_with(" (latin-1)") => {
                    let byte = |c: char| u8::try_from(u32::from(c)).expect("a letter of latin-1");
                    (header.trim_end_matches(" (latin-1)"), lines.chars().map(byte).collect())
                }
                _ if header.ends_with(" (\\u)") => {
                    (header.trim_end_matches(" (\\u)"), expanded(&lines).into_bytes())
                }
                path => (path, lines.into_bytes()),
            };
            assert!(RelPath::new(path).is_some(), "{path} is no path");
            self.files.insert(path.to_owned(), bytes);
        }
        self
    }

    /// The same site with one more file.
    pub(crate) fn with_file(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.as_bytes().to_vec());
        self
    }

    /// The same site with a file, or all files of a folder, under another path.
    pub(crate) fn moved(self, from: &str, to: &str) -> Self {
        let inside = format!("{from}/");
        let place = |path: String| match path.strip_prefix(&inside) {
            Some(rest) => format!("{to}/{rest}"),
            None if path == from => to.to_owned(),
            None => path,
        };
        let files = self.files.into_iter().map(|(path, bytes)| (place(path), bytes));
        Self { files: files.collect() }
    }

    /// The same site with words of a file replaced, which must be there.
    pub(crate) fn edited(mut self, path: &str, old: &str, new: &str) -> Self {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(text.contains(old), "{path} does not say {old}");
        self.files.insert(path.to_owned(), text.replace(old, new).into_bytes());
        self
    }

    /// The site as `files::read` would read it from a folder.
    pub(crate) fn workspace(&self) -> Workspace {
        let file = |(path, bytes): (&String, &Vec<u8>)| {
            let origin = RelPath::new(path.as_str()).expect("a path");
            let copied = origin.names().any(|name| ["nguon", "tep"].contains(&name));
            let size = u64::try_from(bytes.len()).expect("a size");
            let stored = Stored { origin: origin.clone(), size, sha256: sha256(bytes) };
            let file = if copied { File::Stored(stored) } else { File::Bytes(bytes.clone()) };
            (origin, file)
        };
        let tree: Tree = self.files.iter().map(file).collect();
        Workspace { content: tree.below("content"), themes: tree.below("themes") }
    }

    /// Writes the site below a folder.
    pub(crate) fn write(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let target = folder.join(path);
            fs::create_dir_all(target.parent().expect("a folder")).expect("a folder to write in");
            fs::write(&target, bytes).expect("a file to write");
        }
    }
}

/// The text with each `\u{…}` as the character that it names.
fn expanded(text: &str) -> String {
    let mut pieces = text.split("\\u{");
    let mut expanded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_once('}').expect("a closing brace");
        let number = u32::from_str_radix(digits, 16).expect("hexadecimal digits");
        expanded.push(char::from_u32(number).expect("a character"));
        expanded.push_str(rest);
    }
    expanded
}
