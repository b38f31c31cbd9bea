//! Expected files: what came out is compared with a file of this suite, to the byte. With `SNAPSHOTS=overwrite` the files
//! are written instead.

use std::fs;

use snapbox::assert::DEFAULT_ACTION_ENV;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::site_text::fixture;

/// Compares with the file at `path` below `tests/suite`; gives the difference, if there is one.
pub(crate) fn difference(actual: &str, path: &str) -> Option<String> {
    let file = fixture(path);
    let exact = Assert::new().action_env(DEFAULT_ACTION_ENV);
    let expected = Data::read_from(&file, Some(DataFormat::Text)).raw();
    let result = exact.try_eq(Some(&path), Data::text(actual).raw(), expected);
    result.err().map(|error| error.to_string())
}

/// Fails with all differences at once.
#[track_caller]
pub(crate) fn expect_none(differences: impl IntoIterator<Item = String>) {
    let differences: Vec<String> = differences.into_iter().collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The names of the files in a folder below `tests/suite`, without an ending that all of them share; others are left out.
pub(crate) fn stems(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(fixture(folder)).expect("a folder of cases");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        let name = entry.expect("an entry").file_name().into_string().expect("a name in UTF-8");
        name.strip_suffix(ending).map(str::to_owned)
    };
    let mut stems: Vec<String> = entries.filter_map(name).collect();
    stems.sort_unstable();
    assert!(!stems.is_empty(), "no case in {folder}");
    stems
}
