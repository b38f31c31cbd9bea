//! What somebody is told who watches a long command: each step, and that it comes to its end.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use planpress::import::ImportOptions;
use planpress::pipeline::{self, Conduct};
use planpress::progress::{Progress, Step};
use tempfile::TempDir;

const DOCUMENT: &str = "\
STT | Nội dung | Chủ trì | Thời gian
1 | Xây trạm y tế | Sở Y tế | 2023
2 | Mua xe cứu thương | Sở Y tế | 2024
";

/// The steps that were begun, each with its parts and how many of them were done.
#[derive(Default)]
struct Watcher(Mutex<Vec<(Step, usize, usize)>>);

impl Watcher {
    fn steps(self) -> Vec<(Step, usize, usize)> {
        self.0.into_inner().expect("nobody failed")
    }
}

impl Progress for Watcher {
    fn start(&self, step: Step, parts: usize) {
        self.0.lock().expect("nobody failed").push((step, parts, 0));
    }

    fn tick(&self) {
        if let Some((_, _, done)) = self.0.lock().expect("nobody failed").last_mut() {
            *done += 1;
        }
    }
}

/// A folder with a document.
fn written(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let document = folder.path().join("ke-hoach.txt");
    fs::write(&document, text).expect("a document to write");
    (folder, document)
}

#[test]
fn a_document_is_read_written_and_built_before_the_eyes_of_who_waits() {
    let (_folder, document) = written(DOCUMENT);
    let watcher = Watcher::default();
    let (options, conduct) = (ImportOptions::default(), Conduct::default());
    let made = pipeline::document(&document, &options, conduct, &watcher).value.expect("a site");
    let pages = made.pages.expect("pages");
    let steps = watcher.steps();
    let [reading, writing, loading, deriving, building, publishing] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    assert_eq!(*reading, (Step::Reading, 3, 3));
    // The files of the plan, and the register that is proposed.
    let files = made.imported.files + 1;
    assert_eq!(*writing, (Step::Writing, files, files));
    // How many files will be read, and when the old site will be gone, nobody can tell.
    let untold = [loading, deriving, publishing];
    assert_eq!(untold.map(|step| step.0), [Step::Loading, Step::Deriving, Step::Publishing]);
    assert!(untold.iter().all(|step| (step.1, step.2) == (0, 0)), "{steps:?}");
    assert_eq!((building.0, building.2), (Step::Building, pages.built.files));
}

#[test]
fn a_document_that_comes_again_is_watched_like_the_first_time() {
    let (folder, document) = written(DOCUMENT);
    let content = folder.path().join("content");
    let import = |conduct: Conduct| {
        let watcher = Watcher::default();
        let options = ImportOptions { plan: Some("k".to_owned()), ..ImportOptions::default() };
        let imported = pipeline::import(&document, &content, &options, conduct, &watcher);
        (imported.value.expect("imported"), watcher.steps())
    };
    import(Conduct::default());
    fs::write(&document, DOCUMENT.replace("2024", "2025")).expect("a document to write");
    let (_, steps) = import(Conduct { dry_run: true, ..Conduct::default() });
    assert_eq!(steps, [(Step::Reading, 3, 3)], "nothing is written");
    let (imported, steps) = import(Conduct::default());
    assert!(imported.files > 0);
    assert_eq!(steps, [(Step::Reading, 3, 3), (Step::Writing, imported.files, imported.files)]);
}
