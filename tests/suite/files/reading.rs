//! Reading a site's folder: what belongs to it, and what is refused.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;

use planpress::diagnostic::Code;
use planpress::files::{self, Workspace};
use planpress::tree::{File, Stored};

use super::{build, codes, detail, folder_with_site, names, path};

fn read(root: &Path) -> Workspace {
    files::read(root).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[cfg(unix)]
#[test]
fn a_link_in_the_content_is_refused() {
    let (folder, root) = folder_with_site();
    fs::write(folder.path().join("secret.md"), "+++\ntitle = \"x\"\n+++\n").unwrap();
    std::os::unix::fs::symlink("../../secret.md", root.join("content/secret.md")).unwrap();
    std::os::unix::fs::symlink("/etc", root.join("content/tep")).unwrap();
    let faults = files::read(&root).unwrap_err();
    assert_eq!(codes(&faults), [Code::NoPlainFile, Code::NoPlainFile]);
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

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_never_waited_for() {
    let (folder, root) = folder_with_site();
    for path in ["content/tep/ong.pdf", "content/gioi-thieu.md", "themes/thu/theme.toml"] {
        let pipe = root.join(path);
        fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&pipe);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    }
    assert_eq!(codes(&files::read(&root).unwrap_err()), [Code::NoPlainFile; 3]);
    let pipe = folder.path().join("ke-hoach.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(files::read_document(&pipe).unwrap_err().code, Code::NoPlainFile);
}

/// Names that a system takes for a device, drops the end of, or shows as another name.
#[cfg(target_os = "linux")]
const UNSAFE: &[&str] = &[
    "CON",
    "nul.html",
    "Aux.pdf",
    "com1.txt",
    "lpt9",
    "con .txt",
    "a.",
    "a ",
    " a",
    "a:b.pdf",
    "a<b",
    "a>b",
    "a|b",
    "a?b",
    "a*b",
    "a\"b",
    "a\\..\\b",
    "\u{202e}fdp.exe",
    "a\u{2066}b",
    "a\u{200b}b",
    "a\u{1b}[2Jb",
    "a\nb",
    "\u{feff}a",
    "a\u{2028}b",
];

#[cfg(target_os = "linux")]
#[test]
fn names_that_not_every_system_can_hold_are_refused() {
    for name in UNSAFE {
        let (_folder, root) = folder_with_site();
        fs::create_dir(root.join("content/tep")).unwrap();
        fs::write(root.join("content/tep").join(name), "x").unwrap();
        assert_eq!(codes(&files::read(&root).unwrap_err()), [Code::UnsafeName], "{name:?}");
    }
}

#[test]
fn names_that_look_like_commands_are_names() {
    let (folder, root) = folder_with_site();
    let given =
        ["$(id).txt", "%2e%2e", "&amp;#x.txt", "-rf.txt", "..a.txt", "a b.txt", "{{ 1 }}.txt"];
    fs::create_dir(root.join("content/tep")).unwrap();
    for name in given {
        fs::write(root.join("content/tep").join(name), "x").unwrap();
    }
    // A name that begins with a full stop is hidden, and no part of the site.
    let shown: Vec<&str> = given.into_iter().filter(|name| !name.starts_with('.')).collect();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    assert_eq!(names(&out.join("tep")), shown);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_one_on_other_systems_are_refused() {
    for (name, other) in
        [("a.pdf", "A.pdf"), ("\u{1ebf}.pdf", "e\u{302}\u{301}.pdf"), ("a b", "a  b")]
    {
        let (_folder, root) = folder_with_site();
        fs::create_dir(root.join("content/tep")).unwrap();
        for name in [name, other] {
            fs::write(root.join("content/tep").join(name), name).unwrap();
        }
        assert_eq!(codes(&files::read(&root).unwrap_err()), [Code::TwinNames], "{name:?}");
    }
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
