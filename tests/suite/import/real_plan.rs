//! The shipped plan, imported anew.

use std::fs;

use planpress::content;
use planpress::tree::File;

use super::{content_folder, dump, facts, import_whole, register, sentences};
use planpress::import::import;
use planpress::tree::RelPath;

#[test]
fn importing_again_gives_the_shipped_files() {
    let imported = import(&dump(), super::DUMP, &facts(), &register()).expect("no faults");
    let mut files = content::print(&imported.draft);
    let account = imported.account(&files).unwrap_or_else(|f| panic!("{}", sentences(&f)));
    let report = imported.report.markdown(&account, &imported.diagnostics);
    let path = RelPath::new("ke-hoach/150-kh-ubnd-2022/nhap-khau.md").expect("a path");
    files.insert(path, File::Bytes(report.into_bytes()));
    for (path, file) in files.iter() {
        let File::Bytes(bytes) = file else { panic!("{path}") };
        let on_disk = content_folder().join(path.as_str());
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(on_disk.parent().expect("a folder")).expect("made");
            fs::write(&on_disk, bytes).expect("written");
        }
        let shipped = fs::read_to_string(&on_disk).expect("shipped");
        assert_eq!(shipped, String::from_utf8_lossy(bytes), "{path}");
    }
}

#[test]
fn _look() {
    let i = import_whole(&String::from_utf8(dump()).expect("utf"));
    println!("{}", super::outline(&i.draft));
    println!("{}", sentences(&i.diagnostics));
}
