//! Files in memory: what goes into the program's middle, and where what comes out of it goes.
//!
//! A [`Tree`] is a set of files by path. The site's folder is read into one, an imported plan is one, and finished pages go
//! one by one into a [`Sink`], which is a folder on the disk, or a Tree again for `serve` and for tests. Nothing here knows
//! the disk. Documents and pictures never enter the memory: a Tree holds their size and SHA-256 only ([`File::Stored`]),
//! and a Sink is asked to copy them.

pub mod names;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// A path within a Tree or a site: one or more names joined by `/`, each of which [every system can hold](names). So
/// it can never lead out of the folder that it is meant for, nor to a device, and reads as it is.
///
/// ```
/// use planpress::tree::RelPath;
/// assert_eq!(RelPath::new("ke-hoach/a.html").unwrap().name(), "a.html");
/// assert!(RelPath::new("../a.html").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RelPath(String);

impl RelPath {
    /// The path, unless it is not of the form above.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        path.split('/').all(names::is_portable).then_some(Self(path))
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last name without its ending: `du-lich` of `a/du-lich.md`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The last name's ending: `md` of `a/du-lich.md`; empty when there is none.
    #[must_use]
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The names, first to last.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The path within `folder`, or nothing when it lies elsewhere.
    #[must_use]
    pub fn within(&self, folder: &str) -> Option<Self> {
        let rest = self.0.strip_prefix(folder)?.strip_prefix('/')?;
        Self::new(rest)
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file that stays on the disk: where it lies, how large it is and what it holds, by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Where it lies in the folder that was read.
    pub origin: RelPath,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A file of a Tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// A file whose bytes are here.
    Bytes(Vec<u8>),
    /// A file that stays on the disk.
    Stored(Stored),
}

/// A set of files, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<RelPath, File>,
}

impl Tree {
    /// A Tree of texts, for tests and for what is made in memory. Paths that are no [`RelPath`] are left out.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file = |(path, text): (&str, &str)| {
            Some((RelPath::new(path)?, File::Bytes(text.as_bytes().to_vec())))
        };
        Self { files: files.into_iter().filter_map(file).collect() }
    }

    /// Adds a file, or replaces it.
    pub fn insert(&mut self, path: RelPath, file: File) {
        self.files.insert(path, file);
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &RelPath) -> Option<&File> {
        self.files.get(path)
    }

    /// The bytes at a path, unless the file stays on the disk.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.files.get(&RelPath::new(path)?)? {
            File::Bytes(bytes) => Some(bytes),
            File::Stored(_) => None,
        }
    }

    /// All files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&RelPath, &File)> {
        self.files.iter()
    }

    /// The files below a folder, with their paths within it.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        let inside = |(path, file): (&RelPath, &File)| Some((path.within(folder)?, file.clone()));
        Self { files: self.files.iter().filter_map(inside).collect() }
    }

    /// The same without the files below a folder.
    #[must_use]
    pub fn without(mut self, folder: &str) -> Self {
        self.files.retain(|path, _| path.within(folder).is_none());
        self
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Extend<(RelPath, File)> for Tree {
    fn extend<I: IntoIterator<Item = (RelPath, File)>>(&mut self, files: I) {
        self.files.extend(files);
    }
}

impl FromIterator<(RelPath, File)> for Tree {
    fn from_iter<I: IntoIterator<Item = (RelPath, File)>>(files: I) -> Self {
        Self { files: files.into_iter().collect() }
    }
}

impl IntoIterator for Tree {
    type Item = (RelPath, File);
    type IntoIter = std::collections::btree_map::IntoIter<RelPath, File>;

    fn into_iter(self) -> Self::IntoIter {
        self.files.into_iter()
    }
}

/// Why a Sink could not take a file: which one, and what the system said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct SinkError {
    /// The file.
    pub path: String,
    /// What went wrong.
    pub reason: String,
}

/// Where finished files go. Files may come from several threads at once, each path once.
pub trait Sink: Sync {
    /// Whether a file is wanted at all; one that is not need not be made.
    fn wants(&self, _path: &str) -> bool {
        true
    }

    /// Takes a finished file.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError>;
}

/// A Sink that keeps nothing, for trying what can be made.
impl Sink for () {
    fn put(&self, _path: &RelPath, _file: File) -> Result<(), SinkError> {
        Ok(())
    }
}

/// A Sink that keeps all in memory.
#[derive(Debug, Default)]
pub struct TreeSink {
    tree: Mutex<Tree>,
}

impl TreeSink {
    /// What was put into it.
    #[must_use]
    pub fn into_tree(self) -> Tree {
        self.tree.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for TreeSink {
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        let mut tree = self.tree.lock().unwrap_or_else(PoisonError::into_inner);
        tree.insert(path.clone(), file);
        Ok(())
    }
}
