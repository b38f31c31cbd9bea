//! What was taken away is named, all of it and nothing else.

use std::fs;

use planpress::diagnostic::Code;
use planpress::pipeline::{self, BuildOptions, KeepAddresses};

use super::{before, gone, told};
use crate::made::report;

/// Each of the addresses, and the same of the English pages.
fn in_both_languages(addresses: &[&str]) -> Vec<String> {
    let further = addresses.iter().filter(|address| address.contains(".html"));
    let further = further.map(|address| format!("en/{address}"));
    let mut all: Vec<String> = addresses.iter().map(|address| (*address).to_owned()).collect();
    all.extend(further);
    let (mut places, mut pages): (Vec<String>, Vec<String>) =
        all.into_iter().partition(|address| address.contains('#'));
    pages.sort();
    places.sort();
    pages.into_iter().chain(places).collect()
}

#[test]
fn nothing_is_lost_where_nothing_changed_or_something_was_added() {
    assert_eq!(told(|site| site), "");
    let task = "+++\nnumber = \"2\"\nlead = [\"Sở Tài chính\"]\norder = 2\n+++\nHọp.\n";
    assert_eq!(told(|site| site.with_file("content/ke-hoach/2-kh-2025/d-1/d-1-2.md", task)), "");
}

#[test]
fn a_task_that_is_deleted_takes_its_page_and_its_rows_with_it() {
    let told = told(|site| site.with("=== without content/ke-hoach/1-kh-2025/a-1/a-1-2.md"));
    let expected = [
        "nhiem-vu/1-kh-2025/a-1-2.html",
        "ke-hoach/1-kh-2025.html#a-1-2",
        "linh-vuc/1-kh-2025/a-1.html#a-1-2",
        "toan-van/1-kh-2025.html#a-1-2",
    ];
    assert_eq!(gone(&told), in_both_languages(&expected));
}

#[test]
fn a_task_that_is_withdrawn_keeps_everything() {
    let withdrawn = "+++\nwithdrawn = { on = \"2025-05-01\", reason = \"Hết vốn\", basis = \"Quyết định 9\" }\nnumber = \"1.2\"";
    let path = "content/ke-hoach/1-kh-2025/a-1/a-1-2.md";
    assert_eq!(told(|site| site.edited(path, "+++\nnumber = \"1.2\"", withdrawn)), "");
}

#[test]
fn a_domain_that_is_renamed_loses_its_own_addresses_and_not_those_of_its_tasks() {
    let renamed = |path: &str| format!("content/ke-hoach/1-kh-2025/{path}");
    let told = told(|site| site.moved(&renamed("a-2"), &renamed("tai-chinh")));
    let expected = [
        "linh-vuc/1-kh-2025/a-2.html",
        "du-lieu/1-kh-2025/a-2.csv",
        "ke-hoach/1-kh-2025.html#linh-vuc-a-2",
        "toan-van/1-kh-2025.html#linh-vuc-a-2",
        "co-quan/so-tai-chinh-mau.html#chu-tri-1-kh-2025-a-2",
    ];
    assert_eq!(gone(&told), in_both_languages(&expected));
}

#[test]
fn an_agency_that_gets_another_id_loses_its_page_and_its_data() {
    let told =
        told(|site| site.edited("content/agencies.toml", "so-tai-chinh-mau", "so-tai-chinh"));
    let expected = [
        "co-quan/so-tai-chinh-mau.html",
        "du-lieu/co-quan/so-tai-chinh-mau.csv",
        "du-lieu/co-quan/so-tai-chinh-mau.ics",
    ];
    assert_eq!(gone(&told), in_both_languages(&expected));
    assert!(told.contains("có phải là `co-quan/so-tai-chinh.html`?"), "{told}");
}

#[test]
fn a_build_warns_of_what_the_folder_loses_and_may_be_told_to_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path().join("trang"), folder.path().join("public"));
    before().write(&root);
    let build = |addresses| {
        let options = BuildOptions { addresses, ..BuildOptions::default() };
        pipeline::build(&root, &out, &options, &())
    };
    assert!(build(KeepAddresses::Demand).value.is_some());
    fs::remove_file(root.join("content/ke-hoach/1-kh-2025/a-1/a-1-2.md")).unwrap();
    let published = fs::read(out.join("manifest.json")).unwrap();

    let refused = build(KeepAddresses::Demand);
    assert!(refused.value.is_none());
    assert_eq!(gone(&report(&refused.diagnostics)).len(), 8);
    assert_eq!(fs::read(out.join("manifest.json")).unwrap(), published);
    let checked = pipeline::check(&root, Some(&out));
    let told: Vec<Code> = checked.diagnostics.iter().map(|fault| fault.code).collect();
    assert_eq!(told.iter().filter(|code| **code == Code::AddressLost).count(), 2);
    assert_eq!(told.iter().filter(|code| **code == Code::FragmentLost).count(), 6);

    let warned = build(KeepAddresses::Warn);
    assert!(warned.value.is_some());
    let told = report(&warned.diagnostics);
    assert!(
        told.contains("8 địa chỉ đã công bố ở thư mục này nay không còn: en/nhiem-vu/"),
        "{told}"
    );
    assert!(told.contains("còn 3 địa chỉ nữa"), "{told}");
    assert!(!out.join("nhiem-vu/1-kh-2025/a-1-2.html").exists());
    assert_eq!(
        report(&build(KeepAddresses::Warn).diagnostics),
        report(&pipeline::check(&root, Some(&out)).diagnostics)
    );
}

#[test]
fn a_theme_that_leaves_a_place_out_has_lost_it() {
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path().join("trang"), folder.path().join("public"));
    before().write(&root);
    assert!(pipeline::build(&root, &out, &BuildOptions::default(), &()).value.is_some());
    assert!(pipeline::check(&root, Some(&out)).value.is_some());
    let partial = root.join("themes/cong-bo/templates/partials/cite.html");
    fs::create_dir_all(partial.parent().unwrap()).unwrap();
    fs::write(&partial, "").unwrap();
    fs::write(root.join("themes/cong-bo/theme.toml"), "contract = 1\nengine = \"minijinja\"\n")
        .unwrap();
    let told = report(&pipeline::check(&root, Some(&out)).diagnostics);
    assert!(gone(&told).contains(&"nhiem-vu/1-kh-2025/a-1-2.html#trich-dan".to_owned()), "{told}");
}

#[test]
fn what_is_no_manifest_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    before().write(folder.path());
    for (name, text) in [
        ("a.json", "không"),
        ("b.json", "{}"),
        ("c.json", "{\"format\": 99, \"generator\": \"\", \"files\": {}}"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let checked = pipeline::check(folder.path(), Some(&path));
        let told: Vec<Code> = checked.diagnostics.iter().map(|fault| fault.code).collect();
        assert_eq!(told, [Code::BadManifest], "{text}");
    }
    let checked = pipeline::check(folder.path(), Some(&folder.path().join("không-có")));
    assert!(report(&checked.diagnostics).contains("không-có"));
}
