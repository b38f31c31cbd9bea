//! Writing what must not replace anything: an imported plan, a new site.

use std::fs;
use std::path::{Path, PathBuf};

use planpress::diagnostic::Code;
use planpress::files;
use planpress::pipeline;
use planpress::tree::Tree;

use super::{codes, contents, names};

#[test]
fn new_files_are_written_once_and_never_over_others() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("content");
    let tree = Tree::of([("a.md", "một"), ("b/c.md", "hai")]);
    assert_eq!(files::write_new(&target, &tree), Ok(2));
    assert_eq!(files::write_new(&target, &tree), Ok(0), "the same bytes are left alone");

    let other = Tree::of([("a.md", "khác"), ("b/c.md", "khác"), ("d.md", "ba")]);
    let faults = files::write_new(&target, &other).unwrap_err();
    assert_eq!(codes(&faults), [Code::ImportExists, Code::ImportExists], "all are named");
    assert_eq!(names(&target), ["a.md", "b"], "nothing is written");
    assert_eq!(fs::read_to_string(target.join("a.md")).unwrap(), "một");
}

#[test]
fn what_was_written_before_a_failure_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    // A file stands where the last of the new files needs a folder.
    fs::write(folder.path().join("z"), "a file").unwrap();
    let tree = Tree::of([("a.md", "một"), ("b/c.md", "hai"), ("z/d.md", "ba")]);
    let faults = files::write_new(folder.path(), &tree).unwrap_err();
    assert_eq!(codes(&faults), [Code::CannotWrite]);
    let files: Vec<PathBuf> = contents(folder.path()).into_keys().collect();
    assert_eq!(files, [Path::new("z")]);
}

#[test]
fn a_new_site_needs_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("trang");
    assert_eq!(files::expect_empty(&site), Ok(()));
    fs::create_dir(&site).unwrap();
    assert_eq!(files::expect_empty(&site), Ok(()));
    fs::write(site.join("x"), "").unwrap();
    assert_eq!(files::expect_empty(&site).unwrap_err().code, Code::FolderNotEmpty);
    assert!(pipeline::new(&site).value.is_none());
    assert_eq!(names(&site), ["x"]);
    assert_eq!(files::expect_empty(&site.join("x")).unwrap_err().code, Code::CannotWrite);
}
