//! What a build leaves alone: a file that the published folder has already stays the same file, as old as it is.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{build, contents, folder_with_site};

/// A moment before every test.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(438_288)
}

fn make_old(folder: &Path) {
    for path in contents(folder).keys() {
        let file = File::options().write(true).open(folder.join(path)).unwrap();
        file.set_modified(long_ago()).unwrap();
    }
}

/// The files of a folder that are newer than [`long_ago`].
fn new_files(folder: &Path) -> BTreeSet<PathBuf> {
    let is_new =
        |path: &PathBuf| fs::metadata(folder.join(path)).unwrap().modified().unwrap() != long_ago();
    contents(folder).into_keys().filter(is_new).collect()
}

#[test]
fn only_what_changed_gets_a_new_time() {
    let (folder, root) = folder_with_site();
    let (out, clean) = (folder.path().join("public"), folder.path().join("clean"));
    let picture = root.join("content/tep/dau.png");
    fs::create_dir(picture.parent().unwrap()).unwrap();
    fs::write(&picture, "PNG").unwrap();
    assert!(build(&root, &out).is_empty());
    make_old(&out);
    let before = contents(&out);

    assert!(build(&root, &out).is_empty());
    assert_eq!(new_files(&out), BTreeSet::new(), "nothing has changed");

    let task = root.join("content/ke-hoach/k-2025/a-1/a-1-1.md");
    let text = fs::read_to_string(&task).unwrap();
    fs::write(&task, text.replace("học sinh", "người cao tuổi")).unwrap();
    assert!(build(&root, &out).is_empty());
    assert!(build(&root, &clean).is_empty());
    let after = contents(&out);
    assert!(after == contents(&clean), "as built anew");
    let changed = after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes));
    let changed: BTreeSet<PathBuf> = changed.map(|(path, _)| path.clone()).collect();
    assert_eq!(new_files(&out), changed);
    assert!(changed.contains(Path::new("nhiem-vu/k-2025/a-1-1.html")), "{changed:?}");
    assert!(!changed.contains(Path::new("co-quan/so-tai-chinh-mau.html")), "{changed:?}");
    assert!(!changed.contains(Path::new("tep/dau.png")), "{changed:?}");
}

#[test]
fn what_somebody_did_to_a_published_file_is_undone() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let before = contents(&out);
    let page = out.join("nhiem-vu/k-2025/a-1-1.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("Khám", "Xxám")).unwrap();
    assert!(build(&root, &out).is_empty());
    assert!(contents(&out) == before);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_published_file_whatever_it_leads_to() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let (page, elsewhere) = (out.join("index.html"), folder.path().join("elsewhere.html"));
    fs::rename(&page, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &page).unwrap();
    assert!(build(&root, &out).is_empty());
    assert!(fs::symlink_metadata(&page).unwrap().is_file());
    fs::write(&elsewhere, "changed").unwrap();
    assert_ne!(fs::read_to_string(&page).unwrap(), "changed");
}

#[cfg(unix)]
#[test]
fn a_file_under_two_names_is_no_published_one() {
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    assert!(build(&root, &out).is_empty());
    let (page, elsewhere) = (out.join("index.html"), folder.path().join("elsewhere.html"));
    fs::hard_link(&page, &elsewhere).unwrap();
    assert!(build(&root, &out).is_empty());
    fs::write(&elsewhere, "changed").unwrap();
    assert_ne!(fs::read_to_string(&page).unwrap(), "changed");
}

#[cfg(unix)]
#[test]
fn a_file_with_other_rights_than_a_new_one_is_written_anew() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, root) = folder_with_site();
    let out = folder.path().join("public");
    let rights = |page: &Path| fs::metadata(page).unwrap().permissions().mode();
    assert!(build(&root, &out).is_empty());
    let page = out.join("index.html");
    let usual = rights(&page);
    for changed in [0o600, 0o666] {
        fs::set_permissions(&page, PermissionsExt::from_mode(changed)).unwrap();
        assert!(build(&root, &out).is_empty());
        assert_eq!(rights(&page), usual, "{changed:o}");
    }
}
