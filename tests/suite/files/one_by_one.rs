//! Where the system cannot exchange folders: files are moved one by one, broken off at every step, and finished by the next build.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use planpress::diagnostic::Code;
use planpress::files::{Stage, Swapped};
use planpress::tree::{File, Sink};
use tempfile::TempDir;

use super::{contents, names, path};

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Every sort of file; the new site has others than the old one.
const OLD: [&str; 7] = [
    "manifest.json",
    "SHA256SUMS",
    "index.html",
    "a/b.html",
    "a/gone.html",
    "giao-dien/x.css",
    "gone/only.csv",
];
const NEW: [&str; 7] = [
    "manifest.json",
    "SHA256SUMS",
    "index.html",
    "a/b.html",
    "new/c.html",
    "giao-dien/x.css",
    "du-lieu/n.csv",
];

fn site(names: &[&str], word: &str) -> Files {
    let file = |name: &str| {
        let mark = "{\n  \"format\": 1,\n  \"generator\": \"planpress 0\"\n}\n";
        let text = if name == "manifest.json" {
            format!("{mark}{word}")
        } else {
            format!("{name} {word}")
        };
        (PathBuf::from(name), text.into_bytes())
    };
    names.iter().copied().map(file).collect()
}

/// A folder with the old site in `public`, and a stage with the new one.
fn staged() -> (TempDir, Stage) {
    staged_over(&OLD, &NEW)
}

fn staged_over(old: &[&str], new: &[&str]) -> (TempDir, Stage) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    for (name, bytes) in site(old, "old") {
        let target = out.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let stage = Stage::open(folder.path(), &out).unwrap();
    for (name, bytes) in site(new, "new") {
        stage.put(&path(name.to_str().unwrap()), File::Bytes(bytes)).unwrap();
    }
    (folder, stage)
}

/// The order in which files are moved or deleted.
fn steps() -> Vec<String> {
    let (folder, stage) = staged();
    let steps = std::cell::RefCell::new(Vec::new());
    let note = |step: &str| -> io::Result<()> {
        steps.borrow_mut().push(step.to_owned());
        Ok(())
    };
    assert_eq!(stage.commit_one_by_one(&note), Ok(Swapped::OneByOne));
    assert_eq!(contents(&folder.path().join("public")), site(&NEW, "new"));
    assert_eq!(names(folder.path()), ["public"]);
    steps.into_inner()
}

#[test]
fn what_others_need_comes_first_and_what_is_gone_goes_last() {
    let expected = [
        "du-lieu/n.csv",
        "giao-dien/x.css",
        "a/b.html",
        "new/c.html",
        "index.html",
        "SHA256SUMS",
        "manifest.json",
        "a/gone.html",
        "gone/only.csv",
        ".",
    ];
    assert_eq!(steps(), expected);
    let (_folder, _stage) = staged();
}

#[test]
fn broken_off_at_any_step_each_file_is_whole_and_the_next_build_finishes() {
    let steps = steps();
    for broken in 1..steps.len() {
        let (folder, stage) = staged();
        let out = folder.path().join("public");
        let count = Cell::new(0);
        let before = |_: &str| {
            count.set(count.get() + 1);
            if count.get() > broken { Err(io::Error::other("held")) } else { Ok(()) }
        };
        let fault = stage.commit_one_by_one(&before).unwrap_err();
        assert_eq!(fault.code, Code::HalfPublished, "{broken}");
        let (old, new) = (site(&OLD, "old"), site(&NEW, "new"));
        let moved: BTreeSet<&Path> = steps[..broken].iter().map(Path::new).collect();
        for (name, bytes) in contents(&out) {
            let side = if moved.contains(name.as_path()) { &new } else { &old };
            assert_eq!(side.get(&name), Some(&bytes), "{name:?} after {broken} steps");
        }

        // The next build finds the note, and finishes before it begins.
        drop(Stage::open(folder.path(), &out).unwrap());
        assert_eq!(contents(&out), new, "after {broken} steps");
        assert_eq!(names(folder.path()), ["public"]);
        assert!(!out.join("gone").exists());
    }
}

#[test]
fn what_cannot_be_finished_yet_is_told_and_lost_by_nobody() {
    let (folder, stage) = staged();
    let out = folder.path().join("public");
    // A folder where a file is to be: no system moves a file over it.
    fs::create_dir_all(out.join("new/c.html/x")).unwrap();
    let fault = stage.commit_one_by_one(&|_| Ok(())).unwrap_err();
    assert_eq!(fault.code, Code::HalfPublished);
    assert_eq!(Stage::open(folder.path(), &out).unwrap_err().code, Code::HalfPublished);
    assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "index.html old");
    fs::remove_dir_all(out.join("new")).unwrap();
    drop(Stage::open(folder.path(), &out).unwrap());
    assert_eq!(contents(&out), site(&NEW, "new"));
}

#[test]
fn a_folder_that_takes_no_file_at_all_stays_as_it_was() {
    let (folder, stage) = staged();
    let out = folder.path().join("public");
    let fault = stage.commit_one_by_one(&|_| Err(io::Error::other("held"))).unwrap_err();
    assert_eq!(fault.code, Code::CannotWrite);
    assert_eq!(contents(&out), site(&OLD, "old"));
    assert_eq!(names(folder.path()), ["public"]);
    drop(Stage::open(folder.path(), &out).unwrap());
    assert_eq!(contents(&out), site(&OLD, "old"), "there is no note that could be gone on with");
}

#[test]
fn what_stands_in_the_way_goes_before_what_it_hinders() {
    let old = ["manifest.json", "tep/Anh.png", "tep/kho", "tep/so/mot.png", "tep/so/hai.png"];
    // Other letters, a folder in the place of a file, a file in the place of a folder.
    let new = ["manifest.json", "tep/anh.png", "tep/kho/a.png", "tep/so"];
    let expected = ["tep/Anh.png", "tep/kho", "tep/so/hai.png", "tep/so/mot.png"];
    let (folder, stage) = staged_over(&old, &new);
    let steps = RefCell::new(Vec::new());
    let note = |step: &str| {
        steps.borrow_mut().push(step.to_owned());
        Ok(())
    };
    assert_eq!(stage.commit_one_by_one(&note).unwrap(), Swapped::OneByOne);
    assert_eq!(contents(&folder.path().join("public")), site(&new, "new"));
    let steps = steps.into_inner();
    assert_eq!(steps[..4], expected);

    for broken in 1..steps.len() {
        let (folder, stage) = staged_over(&old, &new);
        let count = Cell::new(0);
        let before = |_: &str| {
            count.set(count.get() + 1);
            if count.get() > broken { Err(io::Error::other("held")) } else { Ok(()) }
        };
        stage.commit_one_by_one(&before).unwrap_err();
        let out = folder.path().join("public");
        drop(Stage::open(folder.path(), &out).unwrap());
        assert_eq!(contents(&out), site(&new, "new"), "after {broken} steps");
        assert_eq!(names(folder.path()), ["public"]);
    }
}

#[test]
fn a_first_build_that_was_broken_off_is_finished_though_its_manifest_is_not_there_yet() {
    let (folder, stage) = staged_over(&[], &NEW);
    let out = folder.path().join("public");
    let count = Cell::new(0);
    let before = |_: &str| {
        count.set(count.get() + 1);
        if count.get() > 3 { Err(io::Error::other("held")) } else { Ok(()) }
    };
    fs::create_dir_all(&out).unwrap();
    assert_eq!(stage.commit_one_by_one(&before).unwrap_err().code, Code::HalfPublished);
    assert!(!out.join("manifest.json").exists());
    drop(Stage::open(folder.path(), &out).unwrap());
    assert_eq!(contents(&out), site(&NEW, "new"));
}
