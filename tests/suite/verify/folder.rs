//! A copy in a folder.

use std::fs;

use planpress::diagnostic::Code;
use planpress::pipeline;
use planpress::verify::Difference;

use super::{Copied, finding, findings, text, verified};

#[test]
fn a_true_copy_differs_in_nothing() {
    let copied = Copied::new();
    let (published, copy) = (copied.published(), copied.copy());
    let own = verified(text(&copy), None);
    assert_eq!(own.findings, []);
    assert!(own.files > 60);
    assert_eq!(verified(text(&copy), Some(text(&published))), own);
    assert_eq!(verified(text(&copy), Some(text(&published.join("manifest.json")))), own);
}

#[test]
fn a_changed_byte_a_missing_and_a_surplus_file_are_found() {
    let copied = Copied::new();
    copied.tamper();
    let (published, copy) = (copied.published(), copied.copy());
    let expected = [
        finding("du-lieu/1-kh-2025.csv", Difference::Missing),
        finding("nhiem-vu/1-kh-2025/a-1-2.html", Difference::Changed),
        finding("van-ban/them.html", Difference::Surplus),
    ];
    assert_eq!(findings(text(&copy), None), expected);
    assert_eq!(findings(text(&copy), Some(text(&published))), expected);
}

#[test]
fn a_copy_whose_own_lists_were_made_to_fit_is_found_by_those_of_the_office() {
    let copied = Copied::new();
    let (published, copy) = (copied.published(), copied.copy());
    let page = copy.join("index.html");
    let manifest = fs::read_to_string(copy.join("manifest.json")).unwrap();
    let sums = fs::read_to_string(copy.join("SHA256SUMS")).unwrap();
    let before = planpress::hash::sha256(&fs::read(&page).unwrap());
    fs::write(&page, "khác").unwrap();
    let after = planpress::hash::sha256("khác".as_bytes());
    fs::write(copy.join("manifest.json"), manifest.replace(&before, &after)).unwrap();
    assert_eq!(findings(text(&copy), None), [finding("SHA256SUMS", Difference::Changed)]);
    fs::write(copy.join("SHA256SUMS"), sums.replace(&before, &after)).unwrap();
    assert_eq!(findings(text(&copy), None), []);
    let expected = ["SHA256SUMS", "index.html", "manifest.json"];
    let expected = expected.map(|path| finding(path, Difference::Changed));
    assert_eq!(findings(text(&copy), Some(text(&published))), expected);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let copied = Copied::new();
    let page = copied.copy().join("index.html");
    fs::remove_file(&page).unwrap();
    std::os::unix::fs::symlink(copied.published().join("index.html"), &page).unwrap();
    let found = findings(text(&copied.copy()), None);
    assert!(matches!(found[0].difference, Difference::Unreadable(_)), "{found:?}");
}

#[test]
fn what_has_no_manifest_or_a_hostile_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let codes = |place: &str| -> Vec<Code> {
        pipeline::verify(place, None, &()).diagnostics.iter().map(|fault| fault.code).collect()
    };
    assert_eq!(codes(text(folder.path())), [Code::CannotRead]);
    assert_eq!(codes(text(&folder.path().join("không-có"))), [Code::CannotRead]);
    let manifest = r#"{"format": 1, "generator": "planpress 0", "files": {"../x": {"sha256": "", "bytes": 1}}}"#;
    fs::write(folder.path().join("manifest.json"), manifest).unwrap();
    assert_eq!(codes(text(folder.path())), [Code::BadManifest]);
}
