//! Two programs at one content, and what a killed one left there: nothing is mixed, lost or taken for a person's.

use std::fs;
use std::path::{Path, PathBuf};

use planpress::diagnostic::Code;
use planpress::files;
use planpress::import::ImportOptions;
use planpress::pipeline::{self, Conduct};
use tempfile::TempDir;

use super::{build, codes, contents, names};

/// A site with a plan that was imported from `a.csv`; gives its root.
fn imported() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, word) in [("a.csv", "Họp"), ("b.csv", "Khám")] {
        let text = format!("STT,Nội dung,Đơn vị chủ trì,Thời gian\n1,{word} ban,Sở Y tế,2025\n");
        fs::write(folder.path().join(name), text).unwrap();
    }
    let root = folder.path().join("trang");
    assert_eq!(import(&root, "a.csv", Conduct::default()), []);
    fs::write(root.join("content/site.toml"), "format = 1\ntitle = \"Trang\"\n").unwrap();
    (folder, root)
}

/// Imports a document that lies beside the site; gives its faults.
fn import(root: &Path, document: &str, conduct: Conduct) -> Vec<Code> {
    let document = root.parent().unwrap().join(document);
    let options = ImportOptions {
        plan: Some("k-2025".to_owned()),
        place: Some("Mẫu".to_owned()),
        ..ImportOptions::default()
    };
    let outcome = pipeline::import(&document, &root.join("content"), &options, conduct, &());
    if outcome.value.is_some() { Vec::new() } else { codes(&outcome.diagnostics) }
}

/// The file of the plan's only task, by its path below the plan's folder, and its text.
fn task(root: &Path) -> (PathBuf, String) {
    let files = contents(&root.join("content/ke-hoach/k-2025"));
    let texts = files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()));
    let is_task = |(path, text): &(PathBuf, String)| {
        path.file_name().is_some_and(|name| name != "nhap-khau.md")
            && path.extension().is_some_and(|ending| ending == "md")
            && text.contains(" ban")
    };
    texts.into_iter().find(is_task).expect("a task")
}

#[test]
fn a_second_import_into_one_content_is_told_to_wait() {
    let (_folder, root) = imported();
    let content = root.join("content");
    let before = contents(&content);
    let first = files::claim(&content).unwrap();
    assert_eq!(import(&root, "b.csv", Conduct::default()), [Code::FolderBusy]);
    let tried = Conduct { dry_run: true, ..Conduct::default() };
    assert_eq!(import(&root, "b.csv", tried), [], "what only tries needs nobody to wait");
    drop(first);
    assert_eq!(contents(&content), before);
    assert_eq!(import(&root, "b.csv", Conduct::default()), []);
    let after = task(&root);
    assert!(after.1.contains("Khám ban"), "{after:?}");
}

#[test]
fn a_plan_that_was_half_replaced_is_read_by_nobody_until_the_next_import_has_finished_it() {
    let (folder, root) = imported();
    let plans = root.join("content/ke-hoach");
    let (name, text) = task(&root);
    // As an import leaves it that was killed after it had moved some files: a note, and the others.
    let staged = plans.join(".planpress-k-2025.moi").join(name);
    fs::create_dir_all(staged.parent().unwrap()).unwrap();
    fs::write(staged, text.replace("Họp ban", "Giao ban")).unwrap();
    let note = "{\"obstacles\":[],\"deletions\":[\"thừa.txt\"]}";
    fs::write(plans.join(".planpress-k-2025.do-dang"), note).unwrap();
    fs::write(plans.join("k-2025/thừa.txt"), "của văn bản trước").unwrap();
    let before = contents(folder.path());

    let public = folder.path().join("public");
    assert_eq!(codes(&build(&root, &public)), [Code::HalfImported]);
    assert_eq!(codes(&pipeline::check(&root, None).diagnostics), [Code::HalfImported]);
    let tried = Conduct { dry_run: true, ..Conduct::default() };
    assert_eq!(import(&root, "a.csv", tried), [Code::HalfImported]);
    assert_eq!(contents(folder.path()), before);

    drop(files::claim(&root.join("content")).unwrap());
    let after = task(&root);
    assert!(after.1.contains("Giao ban"), "{after:?}");
    assert!(!plans.join("k-2025/thừa.txt").exists());
    assert_eq!(names(&plans), ["k-2025"]);
    assert!(build(&root, &public).iter().all(|fault| fault.code != Code::HalfImported));
}

#[test]
fn what_a_killed_import_left_of_any_plan_is_removed_by_the_next_one() {
    let (_folder, root) = imported();
    let content = root.join("content");
    let before = contents(&content);
    let left = content.join("ke-hoach/.planpress-plan-khac.moi/a-1");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("a-1-1.md"), "x").unwrap();
    fs::write(content.join("ke-hoach/.planpress-plan-khac.lock"), "").unwrap();
    fs::write(content.join(".planpress-agencies.toml.moi"), "x").unwrap();
    fs::write(content.join(".planpress.lock"), "").unwrap();
    assert_eq!(import(&root, "a.csv", Conduct::default()), []);
    assert_eq!(contents(&content), before);
    assert!(!left.exists());
}

#[test]
fn a_new_site_is_made_where_an_earlier_attempt_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let staged = folder.path().join(".planpress-content.moi");
    fs::create_dir(&staged).unwrap();
    fs::write(staged.join("site.toml"), "nửa ch").unwrap();
    fs::write(folder.path().join(".planpress-content.lock"), "").unwrap();
    assert!(pipeline::new(folder.path()).value.is_some());
    assert_eq!(names(folder.path()), ["content"]);
    assert!(build(folder.path(), &folder.path().join("public")).iter().count() <= 1);
}

#[test]
fn a_build_that_fails_leaves_no_folder_that_it_made_on_the_way() {
    let (folder, root) = imported();
    let settings = root.join("content/site.toml");
    fs::write(settings, "format = 1\ntitle = \"Trang\"\ntheme = \"khong-co\"\n").unwrap();
    let before = names(folder.path());
    assert!(build(&root, &folder.path().join("sâu/bên/public")).has_errors());
    assert_eq!(names(folder.path()), before);
}
