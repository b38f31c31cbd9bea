//! Imports into a plan. They alternate between two documents; killed, they leave the files of the one or of the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use super::{Moments, count, kill_when, program, whole_run};
use crate::files::{contents, names};

/// Lets a program run so long, then kills it. Gives whether it still ran.
fn kill_after(child: Child, moment: Duration) -> bool {
    let begun = Instant::now();
    kill_when(child, &mut || begun.elapsed() >= moment)
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures of SECURITY.md")]
fn imports_leave_the_old_plan_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let document = |name: &str, word: &str| {
        let rows = (1..=80).map(|row| format!("{row},{word} {row},Sở Y tế,2025\n"));
        let text = "STT,Nội dung,Đơn vị chủ trì,Thời gian\n".to_owned() + &rows.collect::<String>();
        fs::write(folder.path().join(name), text).unwrap();
    };
    document("a.csv", "Họp");
    document("b.csv", "Khám");
    let import = |name: &'static str| {
        [
            "import",
            name,
            "--plan",
            "k-2025",
            "--place",
            "Mẫu",
            "--accept",
            "document",
            "--content",
            "content",
        ]
    };
    let plan = folder.path().join("content/ke-hoach/k-2025");
    let state = || words(&plan);

    // The first import: nothing, or all of it.
    let mut moments = Moments::within(whole_run(&import("a.csv"), folder.path()));
    let whole = contents(&plan);
    let mut first = 0;
    while first < count(30, 3) {
        fs::remove_dir_all(folder.path().join("content")).unwrap();
        first += usize::from(kill_after(program(&import("a.csv"), folder.path()), moments.next()));
        if plan.exists() {
            assert_eq!(contents(&plan), whole);
        }
        assert!(program(&import("a.csv"), folder.path()).wait().unwrap().success());
        assert_eq!(contents(&plan), whole);
    }

    // Later ones: the tasks of the one document or of the other, all 80.
    moments.whole = whole_run(&import("b.csv"), folder.path());
    let (mut killed, mut replaced, mut next) = (0, 0, "a.csv");
    while killed < count(100, 5) {
        let before = state();
        assert!(
            before == ("Họp".to_owned(), 80) || before == ("Khám".to_owned(), 80),
            "{before:?}"
        );
        let was_running = kill_after(program(&import(next), folder.path()), moments.next());
        let after = state();
        assert_eq!(after.1, 80, "{after:?}");
        killed += usize::from(was_running);
        replaced += usize::from(was_running && after != before);
        next = if after.0 == "Họp" { "b.csv" } else { "a.csv" };
    }
    assert!(program(&import(next), folder.path()).wait().unwrap().success());
    assert_eq!(names(plan.parent().unwrap()), ["k-2025"]);
    println!(
        "{first} first imports killed: nothing or all of it; {killed} later ones: {} left the old plan, {replaced} the new one",
        killed - replaced
    );
}

/// The word that all tasks of a plan begin with, and how many there are.
fn words(plan: &Path) -> (String, usize) {
    let files = contents(plan);
    let is_task = |path: &&PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(".md") && !["plan.md", "domain.md", "nhap-khau.md"].contains(&name)
    };
    let tasks: Vec<String> = files
        .keys()
        .filter(is_task)
        .map(|path| {
            let text = String::from_utf8(files[path].clone()).expect("UTF-8");
            let body = text.split("+++\n").nth(2).unwrap_or_default();
            body.split_whitespace().next().unwrap_or_default().to_owned()
        })
        .collect();
    let first = tasks.first().cloned().unwrap_or_default();
    assert!(tasks.iter().all(|word| *word == first), "two documents are mixed: {tasks:?}");
    (first, tasks.len())
}
