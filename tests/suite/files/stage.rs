//! Publishing: the folder is replaced whole, or stays as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use planpress::diagnostic::Code;
use planpress::files::Stage;
use planpress::manifest::{MANIFEST, Manifest, SHA256SUMS};
use planpress::pipeline::{self, BuildOptions};
use planpress::progress::{Progress, Step};
use planpress::tree::{File, Sink, Stored};

use super::{build, codes, contents, detail, folder_with_site, names, path, retitle};

#[test]
fn a_build_replaces_the_whole_folder_and_leaves_nothing_beside_it() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    assert!(out.join("nhiem-vu/k-2025/a-1-1.html").is_file());
    assert_eq!(names(folder.path()), ["public", "trang"]);

    // A page that is gone is gone from the folder, too.
    fs::remove_file(root.join("content/ke-hoach/k-2025/a-1/a-1-1.md")).unwrap();
    assert_eq!(codes(&build(&root, &out)), [Code::AddressesVanish]);
    assert!(!out.join("nhiem-vu").exists());
    assert!(out.join("index.html").is_file());
    assert_eq!(names(folder.path()), ["public", "trang"]);
}

#[test]
fn manifest_and_sums_list_what_lies_in_the_folder_but_for_themselves() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let manifest = Manifest::parse(&fs::read(out.join(MANIFEST)).unwrap()).unwrap();
    let mut lying = contents(&out);
    lying.remove(Path::new(MANIFEST));
    let sums = lying.remove(Path::new(SHA256SUMS)).unwrap();
    assert_eq!(manifest.files.len(), lying.len());
    for (path, bytes) in lying {
        let listed = &manifest.files[path.to_str().unwrap()];
        assert_eq!(listed.sha256, planpress::hash::sha256(&bytes), "{path:?}");
        assert_eq!(listed.bytes, u64::try_from(bytes.len()).unwrap(), "{path:?}");
    }
    assert_eq!(String::from_utf8(sums).unwrap(), manifest.sums());
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", SHA256SUMS])
        .current_dir(&out)
        .output();
    let checked = checked.unwrap();
    assert!(checked.status.success() && checked.stdout.is_empty(), "{checked:?}");
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

/// Somebody who sees how many pages lie in the staged folder.
struct Watcher {
    staged: PathBuf,
    pages: AtomicUsize,
}

impl Progress for Watcher {
    fn start(&self, _step: Step, _parts: usize) {}
    fn tick(&self) {
        let files = contents(&self.staged).into_keys();
        let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
        self.pages.fetch_max(pages.count(), Ordering::Relaxed);
    }
}

#[test]
fn a_theme_that_fails_on_the_last_page_leaves_the_published_folder_as_it_was() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    let watched = || {
        let staged = folder.path().join(".planpress-public.moi");
        let watcher = Watcher { staged, pages: AtomicUsize::new(0) };
        let built = pipeline::build(&root, &out, &BuildOptions::default(), &watcher);
        let pages = built.value.map(|built| built.pages);
        (codes(&built.diagnostics), pages, watcher.pages.into_inner())
    };
    let (told, pages, written) = watched();
    assert_eq!((told, pages), (vec![], Some(written)));
    let before = contents(&out);
    retitle(&root, "Trang mới");
    // A template that fails for the last agency of the register alone, whose page is the last one of the site.
    let templates = root.join("themes/cong-bo/templates");
    fs::create_dir_all(&templates).unwrap();
    let fails_for = |name: &str| {
        let fault = "{{ agency.nobody.name }}";
        let text = format!("{{% if agency.name == \"{name}\" %}}{fault}{{% endif %}}");
        fs::write(templates.join("agency.html"), text).unwrap();
    };
    fails_for("Sở Tài chính tỉnh Mẫu");
    assert_eq!(watched(), (vec![Code::TemplateError], None, written - 1));
    assert_eq!(contents(&out), before);
    assert_eq!(names(folder.path()), ["public", "trang"]);
    fails_for("nobody");
    assert!(watched().1.is_some());
    assert_ne!(contents(&out), before);
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
