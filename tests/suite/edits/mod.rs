//! Whatever somebody changes about a site, a build over the last one gives what a clean build gives, byte for byte, and a server
//! that reads only what changed sees what one sees that reads all.
//!
//! `LONG=1` makes 1,000 random edits, the ordinary run 50.

mod changing;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use planpress::files::{self, Workspace};
use planpress::pipeline::{self, BuildOptions};

use crate::files::contents;
use changing::{Changing, Random};

/// A site on the disk that changes.
struct Disk {
    root: PathBuf,
    site: Changing,
}

impl Disk {
    /// Brings the files to what the site is now; gives the paths that were touched.
    fn write(&self) -> BTreeSet<PathBuf> {
        let wanted = self.site.files();
        let mut touched = BTreeSet::new();
        for path in contents(&self.root).into_keys().map(|path| self.root.join(path)) {
            let inner = path.strip_prefix(&self.root).expect("a file of the site");
            if !wanted.contains_key(inner.to_str().expect("UTF-8")) {
                fs::remove_file(&path).expect("a file to remove");
                touched.insert(path);
            }
        }
        for (path, text) in wanted {
            let path = self.root.join(path);
            if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
                continue;
            }
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, text).expect("a file to write");
            touched.insert(path);
        }
        touched
    }
}

fn disk(folder: &Path) -> Disk {
    let disk = Disk { root: folder.join("trang"), site: Changing::new() };
    fs::create_dir(&disk.root).expect("a folder");
    disk.write();
    disk
}

fn edits() -> usize {
    if env::var_os("LONG").is_some() { 1000 } else { 50 }
}

fn random() -> Random {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock");
    Random::new(now.as_nanos().try_into().unwrap_or(u64::MAX))
}

#[track_caller]
fn build(root: &Path, out: &Path) {
    let outcome = pipeline::build(root, out, &BuildOptions::default(), &());
    let faults: Vec<String> =
        outcome.diagnostics.iter().map(|fault| format!("{fault:?}")).collect();
    assert!(outcome.value.is_some(), "{faults:#?}");
}

#[test]
fn a_build_over_the_last_site_is_byte_for_byte_a_clean_one() {
    let folder = tempfile::tempdir().unwrap();
    let (out, clean) = (folder.path().join("public"), folder.path().join("clean"));
    let (mut disk, mut random) = (disk(folder.path()), random());
    build(&disk.root, &out);
    for number in 0..edits() {
        let edit = disk.site.change(&mut random);
        disk.write();
        build(&disk.root, &out);
        build(&disk.root, &clean);
        let (built, wanted) = (contents(&out), contents(&clean));
        let differing: Vec<_> =
            wanted.iter().filter(|(path, bytes)| built.get(*path) != Some(*bytes)).collect();
        let surplus: Vec<_> = built.keys().filter(|path| !wanted.contains_key(*path)).collect();
        assert!(
            differing.is_empty() && surplus.is_empty(),
            "edit {number} of {random:?}, {edit}: {:?} {surplus:?}",
            differing.iter().map(|(path, _)| path).collect::<Vec<_>>()
        );
        fs::remove_dir_all(&clean).unwrap();
    }
}

#[test]
fn what_is_read_again_is_what_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (mut disk, mut random) = (disk(folder.path()), random());
    let mut memory = pipeline::Memory::default();
    let mut workspace: Workspace = files::read(&disk.root).unwrap();
    assert!(pipeline::prepare_again(&workspace, &mut memory).value.is_some());
    for number in 0..edits() {
        let edit = disk.site.change(&mut random);
        let touched = disk.write();
        workspace = files::read_again(&disk.root, &workspace, &touched).unwrap();
        let anew = files::read(&disk.root).unwrap();
        assert_eq!(workspace.content, anew.content, "edit {number} of {random:?}, {edit}");
        assert_eq!(workspace.themes, anew.themes, "edit {number} of {random:?}, {edit}");
        let again = pipeline::prepare_again(&workspace, &mut memory);
        let anew = pipeline::prepare(&anew);
        let (again, anew) = (again.value.unwrap().site, anew.value.unwrap().site);
        assert_eq!(
            format!("{again:?}"),
            format!("{anew:?}"),
            "edit {number} of {random:?}, {edit}"
        );
    }
}

#[test]
fn a_plan_that_has_not_changed_is_not_copied() {
    let folder = tempfile::tempdir().unwrap();
    let disk = disk(folder.path());
    let mut memory = pipeline::Memory::default();
    let workspace = files::read(&disk.root).unwrap();
    let mut plans = || {
        let ready = pipeline::prepare_again(&workspace, &mut memory).value.unwrap();
        ready.site.library.plans.clone()
    };
    let (first, second) = (plans(), plans());
    assert!(!first.is_empty());
    assert!(first.iter().zip(&second).all(|(first, second)| Arc::ptr_eq(first, second)));
}
