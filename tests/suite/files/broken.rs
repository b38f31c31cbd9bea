//! Everything that can go wrong around a build, on a real system: a full disk, a folder that may not be written, one that vanishes, two
//! builds at once. The published folder stays as it was, or is the new one.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use planpress::diagnostic::Code;
use planpress::files::Stage;
use planpress::pipeline;
use planpress::tree::{File, Sink};

use super::{build, codes, contents, folder_with_site, names, path, retitle};

/// The program, within mounts of its own (`unshare` of util-linux): `mounts` are commands of a shell that make them,
/// `after` one that looks at what is left.
fn within_mounts(mounts: &str, folder: &Path, arguments: &str, after: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_planpress");
    let script =
        format!("set -e; {mounts}; set +e; '{program}' {arguments}; echo \"exit $?\"; {after}");
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .current_dir(folder)
        .output();
    output.expect("unshare and sh")
}

/// Fails unless the program failed with a fault of writing, and what was published is as it was.
#[track_caller]
fn assert_kept(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    let faults = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("exit 1"), "{said}{faults}");
    assert!(said.contains("as it was"), "{said}{faults}");
    assert!(faults.contains("cannot-write"), "{said}{faults}");
}

#[test]
fn a_full_disk_leaves_the_published_folder_as_it_was() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    // A page that stays as it is takes no room.
    retitle(&root, "Trang mới");
    let needed = before.values().map(|bytes| bytes.len().div_ceil(4096) * 4).sum::<usize>();
    // Room for the old site, and for more and more of the new one.
    for room in [needed + 40, needed + needed / 8, needed + needed / 3] {
        let mounts = format!(
            "cp -a public published; mkdir disk; mount -t tmpfs -o size={room}k tmpfs disk; \
             cp -a published disk/public; rm -rf public; ln -s disk/public public"
        );
        let run = format!("{mounts}; cd disk");
        let arguments = "build --root ../trang --out public";
        let after = "diff -r public ../published && echo as it was; ls -A";
        let output = within_mounts(&run, folder.path(), arguments, after);
        assert_kept(&output);
        assert!(
            String::from_utf8_lossy(&output.stdout).ends_with("as it was\npublic\n"),
            "{output:?}"
        );
        fs::remove_file(&out).unwrap();
        fs::rename(folder.path().join("published"), &out).unwrap();
        fs::remove_dir(folder.path().join("disk")).unwrap();
    }
}

#[test]
fn a_folder_that_may_not_be_written_stays_as_it_was() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    let here = folder.path().display().to_string();
    let mounts = format!("mkdir ro; mount --bind '{here}' ro; mount -o remount,bind,ro ro");
    let arguments = "build --root ro/trang --out ro/public";
    let output = within_mounts(&mounts, folder.path(), arguments, "echo as it was");
    assert_kept(&output);
    assert_eq!(contents(&out), before);
    assert_eq!(names(folder.path()), ["public", "ro", "trang"]);
}

#[test]
fn a_folder_that_is_a_file_system_of_its_own_is_filled_one_by_one() {
    let (folder, root) = folder_with_site();
    let direct = folder.path().join("direct");
    assert!(build(&root, &direct).is_empty());
    let program = env!("CARGO_BIN_EXE_planpress");
    let build = format!("'{program}' build --root trang --out public");
    let after = format!(
        "{build}; echo \"again $?\"; diff -r public direct && echo the same; ls -A public/.planpress* .planpress*"
    );
    let mounts = "mkdir public; mount -t tmpfs tmpfs public";
    let output = within_mounts(mounts, folder.path(), "build --root trang --out public", &after);
    let said = String::from_utf8_lossy(&output.stdout);
    let noted = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("exit 0") && said.contains("again 0"), "{said}{noted}");
    assert!(said.ends_with("the same\n"), "{said}{noted}");
    assert_eq!(noted.matches("not-at-once").count(), 2, "{noted}");
}

#[test]
fn the_folder_that_one_stands_in_is_replaced_too() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    for _ in 0..2 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
        let output =
            command.args(["build", "--root", "../trang", "--out", "."]).current_dir(&out).output();
        let output = output.expect("the program");
        assert!(output.status.success(), "{output:?}");
        assert_eq!(names(folder.path()), ["public", "trang"]);
    }
}

#[test]
fn a_stage_that_vanishes_is_no_site() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    let staged = || {
        let names = names(folder.path());
        let staged = names.iter().find(|name| name.ends_with(".moi")).expect("a staged folder");
        folder.path().join(staged)
    };

    let stage = Stage::open(&root, &out).unwrap();
    stage.put(&path("a/b.html"), File::Bytes(b"x".to_vec())).unwrap();
    fs::remove_dir_all(staged()).unwrap();
    stage.put(&path("c/d.html"), File::Bytes(b"x".to_vec())).unwrap_err();
    drop(stage);
    assert_eq!(contents(&out), before);

    let stage = Stage::open(&root, &out).unwrap();
    stage.put(&path("a/b.html"), File::Bytes(b"x".to_vec())).unwrap();
    fs::remove_dir_all(staged()).unwrap();
    assert_eq!(stage.commit().unwrap_err().code, Code::CannotWrite);
    assert_eq!(contents(&out), before);
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
fn a_published_folder_that_vanishes_meanwhile_is_made_anew() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let stage = Stage::open(&root, &out).unwrap();
    stage.put(&path("a.html"), File::Bytes(b"x".to_vec())).unwrap();
    fs::remove_dir_all(&out).unwrap();
    stage.commit().unwrap();
    assert_eq!(names(&out), ["a.html"]);
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures of SECURITY.md")]
fn two_builds_at_once_never_mix() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    let first = Stage::open(&root, &out).unwrap();
    assert_eq!(codes(&build(&root, &out)), [Code::FolderBusy]);
    // A folder beside it is another one.
    assert!(build(&root, &folder.path().join("public2")).is_empty());
    drop(first);
    assert!(build(&root, &out).is_empty());

    let run = |_| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
        command.args(["build", "--root"]).arg(&root).arg("--out").arg(&out);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program")
    };
    let (mut finished, mut told) = (0, 0);
    for _ in 0..3 {
        let running: Vec<_> = (0..4).map(run).collect();
        let ended = running.into_iter().map(|build| build.wait_with_output().expect("an end"));
        let ended: Vec<Output> = ended.collect();
        assert!(ended.iter().any(|build| build.status.success()));
        for build in ended.iter().filter(|build| !build.status.success()) {
            let said = String::from_utf8_lossy(&build.stderr);
            assert!(said.contains("folder-busy"), "{said}");
            told += 1;
        }
        finished += ended.iter().filter(|build| build.status.success()).count();
        let place = out.to_str().expect("UTF-8");
        let verified = pipeline::verify(place, None, &()).value.expect("a manifest");
        assert_eq!(verified.findings, []);
        assert_eq!(names(folder.path()), ["public", "public2", "trang"]);
    }
    println!("builds at once, four by four: {finished} finished, {told} were told to wait");
}
