//! The disk: what is published is whole or as it was, and nothing of anybody else's is touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use planpress::diagnostic::{Code, Diagnostics};
use planpress::files::{self, Stage, Workspace};
use planpress::pipeline;
use planpress::tree::{File, RelPath, Sink, Stored, Tree};
use tempfile::TempDir;

use crate::site_text::SiteText;

/// A folder with the small sound site of the diagnostics in `trang/`.
fn folder_with_site() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("trang");
    SiteText::read("diagnostics/base.txt").write(&root);
    (folder, root)
}

/// All files below a folder with their bytes; links are followed nowhere.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a file of the folder");
            (path.to_owned(), fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

fn codes(diagnostics: &Diagnostics) -> Vec<Code> {
    diagnostics.iter().map(|fault| fault.code).collect()
}

/// What a fault says of a particular.
fn detail<'d>(diagnostics: &'d Diagnostics, name: &str) -> &'d str {
    let details = diagnostics.iter().flat_map(|fault| &fault.details);
    details
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value.as_str())
        .next()
        .expect("a detail")
}

fn build(root: &Path, out: &Path) -> Diagnostics {
    pipeline::build(root, out, &()).diagnostics
}

fn read(root: &Path) -> Workspace {
    files::read(root).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn path(path: &str) -> RelPath {
    RelPath::new(path).expect("a path")
}

#[test]
fn a_build_replaces_the_whole_folder_and_leaves_nothing_beside_it() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    assert!(out.join("nhiem-vu/k-2025/a-1-1.html").is_file());
    assert_eq!(names(folder.path()), ["public", "trang"]);

    // A page that is gone is gone from the folder, too.
    fs::remove_file(root.join("content/ke-hoach/k-2025/a-1/a-1-1.md")).unwrap();
    assert!(build(&root, &out).is_empty());
    assert!(!out.join("nhiem-vu").exists());
    assert!(out.join("index.html").is_file());
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
fn the_manifest_lists_what_lies_in_the_folder() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let listed = manifest["files"].as_object().unwrap();
    let mut lying = contents(&out);
    lying.remove(Path::new("manifest.json"));
    assert_eq!(listed.len(), lying.len());
    for (path, bytes) in lying {
        assert_eq!(listed[path.to_str().unwrap()], planpress::hash::sha256(&bytes), "{path:?}");
    }
}

#[test]
fn a_fault_of_the_content_leaves_the_published_folder_as_it_was() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    fs::write(root.join("content/gioi-thieu.md"), "không có phần đầu\n").unwrap();
    assert_eq!(codes(&build(&root, &out)), [Code::MissingHead]);
    assert_eq!(contents(&out), before);
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
fn a_fault_in_the_middle_of_writing_leaves_the_published_folder_as_it_was() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    // A template that fails on one page only, when others are written already.
    let templates = root.join("themes/cong-bo/templates");
    fs::create_dir_all(&templates).unwrap();
    fs::write(templates.join("task.html"), "{{ task.nobody.name }}").unwrap();
    assert_eq!(codes(&build(&root, &out)), [Code::TemplateError]);
    assert_eq!(contents(&out), before);
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
fn a_copy_that_fails_names_the_file_and_leaves_no_folder_behind() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    let stage = Stage::open(&root, &out).unwrap();
    stage.put(&path("a/b.html"), File::Bytes(b"x".to_vec())).unwrap();
    let gone = Stored { origin: path("content/tep/gone.png"), size: 1, sha256: String::new() };
    let error = stage.put(&path("tep/gone.png"), File::Stored(gone)).unwrap_err();
    assert!(error.path.ends_with("public/tep/gone.png"), "{error}");
    drop(stage);
    assert_eq!(names(folder.path()), ["trang"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    let foreign = [
        ("thesis.docx", ""),
        // An app's manifest, and one that only speaks of planpress.
        ("manifest.json", "{\n  \"name\": \"App\"\n}\n"),
        ("manifest.json", "{\n\n\n\n\n\n  \"generator\": \"planpress 0.1.0\"\n}\n"),
    ];
    for (name, text) in foreign {
        fs::create_dir(&out).unwrap();
        fs::write(out.join(name), text).unwrap();
        let before = contents(&out);
        let faults = build(&root, &out);
        assert_eq!(codes(&faults), [Code::ForeignFolder], "{name}");
        assert_eq!(detail(&faults, "folder"), out.display().to_string());
        assert_eq!(contents(&out), before);
        fs::remove_dir_all(&out).unwrap();
    }
    assert_eq!(names(folder.path()), ["trang"]);
}

#[test]
fn an_empty_folder_and_an_absent_one_are_taken() {
    let (folder, root) = folder_with_site();
    fs::create_dir(folder.path().join("public")).unwrap();
    for out in ["public", "deep/below/public"] {
        let out = folder.path().join(out);
        assert!(build(&root, &out).is_empty());
        assert!(out.join("index.html").is_file());
    }
    assert_eq!(names(&folder.path().join("deep/below")), ["public"]);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    fs::write(&out, "a file").unwrap();
    assert_eq!(codes(&build(&root, &out)), [Code::CannotWrite]);
    assert_eq!(fs::read_to_string(&out).unwrap(), "a file");
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[cfg(unix)]
#[test]
fn a_server_may_read_all_that_is_published() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (folder, root) = folder_with_site();
    let picture = root.join("content/tep/dau.png");
    fs::create_dir(picture.parent().unwrap()).unwrap();
    fs::write(&picture, "PNG").unwrap();
    fs::set_permissions(&picture, fs::Permissions::from_mode(0o600)).unwrap();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());

    // As a folder and a file made by hand in the same place.
    fs::create_dir(folder.path().join("by-hand")).unwrap();
    fs::write(folder.path().join("by-hand/file"), "").unwrap();
    let of_folder = mode(&folder.path().join("by-hand"));
    let of_file = mode(&folder.path().join("by-hand/file"));
    for entry in walkdir::WalkDir::new(&out) {
        let entry = entry.unwrap();
        let expected = if entry.file_type().is_dir() { of_folder } else { of_file };
        assert_eq!(mode(entry.path()), expected, "{}", entry.path().display());
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_folder_is_followed() {
    let (folder, root) = folder_with_site();
    let real = folder.path().join("www");
    fs::create_dir(&real).unwrap();
    let out = folder.path().join("public");
    std::os::unix::fs::symlink(&real, &out).unwrap();
    assert!(build(&root, &out).is_empty());
    assert!(fs::symlink_metadata(&out).unwrap().is_symlink());
    assert!(real.join("index.html").is_file());
    assert!(build(&root, &out).is_empty());
    assert!(fs::symlink_metadata(&out).unwrap().is_symlink());
    assert_eq!(names(folder.path()), ["public", "trang", "www"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_content_is_refused() {
    let (folder, root) = folder_with_site();
    fs::write(folder.path().join("secret.md"), "+++\ntitle = \"x\"\n+++\n").unwrap();
    std::os::unix::fs::symlink("../../secret.md", root.join("content/secret.md")).unwrap();
    std::os::unix::fs::symlink("/etc", root.join("content/tep")).unwrap();
    let faults = files::read(&root).unwrap_err();
    assert_eq!(codes(&faults), [Code::CannotRead, Code::CannotRead]);
    assert!(detail(&faults, "file").ends_with("content/secret.md"));
    assert!(build(&root, &folder.path().join("public")).has_errors());
    assert_eq!(names(folder.path()), ["secret.md", "trang"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let (_folder, root) = folder_with_site();
    fs::write(root.join("content").join(OsStr::from_bytes(b"s\xf4.md")), "").unwrap();
    assert_eq!(codes(&files::read(&root).unwrap_err()), [Code::CannotRead]);
}

#[test]
fn a_folder_that_is_no_site_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for made in ["", "content", "content/site.toml"] {
        // The last one is a folder where a file should be.
        fs::create_dir_all(folder.path().join(made)).unwrap();
        let faults = files::read(folder.path()).unwrap_err();
        assert_eq!(codes(&faults), [Code::NoSite], "{made}");
    }
}

#[test]
fn what_systems_and_office_programs_leave_is_passed_over() {
    let (_folder, root) = folder_with_site();
    let before = read(&root);
    let content = root.join("content");
    for name in
        [".DS_Store", "Thumbs.db", "desktop.ini", "~$ke-hoach.docx", "gioi-thieu.md~", ".git"]
    {
        fs::write(content.join(name), "x").unwrap();
    }
    fs::create_dir(content.join(".svn")).unwrap();
    fs::write(content.join(".svn/entries"), "x").unwrap();
    assert_eq!(read(&root).content, before.content);
}

#[test]
fn documents_and_pictures_stay_on_the_disk() {
    let (_folder, root) = folder_with_site();
    let document = root.join("content/ke-hoach/k-2025/nguon/ban-ky.pdf");
    fs::create_dir_all(document.parent().unwrap()).unwrap();
    fs::write(&document, "%PDF").unwrap();
    let content = read(&root).content;
    let file = content.get(&path("ke-hoach/k-2025/nguon/ban-ky.pdf")).unwrap();
    let stored = Stored {
        origin: path("content/ke-hoach/k-2025/nguon/ban-ky.pdf"),
        size: 4,
        sha256: planpress::hash::sha256(b"%PDF"),
    };
    assert_eq!(*file, File::Stored(stored));
}

#[test]
fn names_in_either_unicode_form_are_one_name() {
    use unicode_normalization::UnicodeNormalization;
    let (folder, root) = folder_with_site();
    let composed: String = "Kế hoạch số 1.pdf".nfc().collect();
    let decomposed: String = composed.nfd().collect();
    assert_ne!(composed, decomposed);
    let plan = root.join("content/ke-hoach/k-2025");
    fs::create_dir(plan.join("nguon")).unwrap();
    fs::write(plan.join("nguon").join(&decomposed), "%PDF").unwrap();
    let head = fs::read_to_string(plan.join("plan.md")).unwrap();
    let document = format!("[[document]]\nfile = \"{composed}\"\nrole = \"signed\"\n+++\n");
    let head = head.trim_start_matches("+++\n").trim_end_matches("+++\n");
    fs::write(plan.join("plan.md"), format!("+++\n{head}{document}")).unwrap();

    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    assert_eq!(names(&out.join("van-ban/k-2025")), [composed]);
}

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
