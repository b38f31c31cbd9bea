//! Writing what must not replace anything: an imported plan, a new site.

use std::fs;
use std::path::{Path, PathBuf};

use planpress::diagnostic::Code;
use planpress::files;
use planpress::pipeline;
use planpress::tree::Tree;

use super::{codes, contents, names, path};

#[test]
fn new_files_are_written_once_and_never_over_others() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("content");
    let tree = Tree::of([("a.md", "một"), ("b/c.md", "hai")]);
    assert_eq!(files::write_new(&target, &tree, &()), Ok(2));
    assert_eq!(files::write_new(&target, &tree, &()), Ok(0), "the same bytes are left alone");

    let other = Tree::of([("a.md", "khác"), ("b/c.md", "khác"), ("d.md", "ba")]);
    let faults = files::write_new(&target, &other, &()).unwrap_err();
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
    let faults = files::write_new(folder.path(), &tree, &()).unwrap_err();
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

#[test]
fn files_are_replaced_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (content, within) = (folder.path().join("content"), path("plan"));
    let target = content.join("plan");
    let tree = Tree::of([("plan/a.md", "cũ"), ("plan/b/c.md", "cũ"), ("plan/d/e.md", "cũ")]);
    files::write_new(&content, &tree, &()).unwrap();
    // What planpress does not know is a person's, and stays.
    fs::create_dir(target.join(".riêng")).unwrap();
    fs::write(target.join(".riêng/ghi-chu.txt"), "của tôi").unwrap();
    let listed = || {
        let entries = walkdir::WalkDir::new(&target).sort_by_file_name().into_iter();
        let files = entries.map(|entry| entry.unwrap()).filter(|entry| entry.file_type().is_file());
        let file = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(&target).unwrap().display().to_string();
            (path.replace('\\', "/"), std::fs::read_to_string(entry.path()).unwrap())
        };
        files.map(file).collect::<Vec<(String, String)>>()
    };
    let before = listed();

    // A folder cannot be made where a file lies.
    let wrong = Tree::of([("plan/a.md", "mới"), ("plan/b/c.md/d.md", "mới")]);
    files::replace(&content, &within, &wrong, &[], &()).unwrap_err();
    assert_eq!(listed(), before);

    let new = Tree::of([("plan/a.md", "mới"), ("plan/b/g.md", "mới")]);
    let removed = [path("plan/d/e.md")];
    files::replace(&content, &within, &new, &removed, &()).unwrap();
    let notes = (".riêng/ghi-chu.txt", "của tôi");
    let expected = [notes, ("a.md", "mới"), ("b/c.md", "cũ"), ("b/g.md", "mới")];
    assert_eq!(listed(), expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
    assert!(!target.join("d").exists(), "nothing is left in it");
    assert_eq!(names(&content), ["plan"]);
}
