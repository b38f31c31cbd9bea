//! The same content gives the same bytes, whoever builds it, wherever and whenever: the real program over the shipped plan in two
//! languages, with all around it another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::contents;

/// The surroundings of a build: variables and the name of the folder.
struct Surroundings {
    folder: &'static str,
    variables: &'static [(&'static str, &'static str)],
    /// In which order files come into being, which is how many systems list them.
    order: fn(&mut Vec<PathBuf>),
}

const HERE: Surroundings = Surroundings {
    folder: "a",
    variables: &[("TZ", "Asia/Ho_Chi_Minh"), ("LC_ALL", "vi_VN.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    order: |paths| paths.sort(),
};

const THERE: Surroundings = Surroundings {
    folder: "một thư mục khác/ở sâu hơn nhiều",
    variables: &[
        ("TZ", "America/St_Johns"),
        ("LC_ALL", "C"),
        ("RAYON_NUM_THREADS", "5"),
        ("HOME", "/"),
    ],
    order: |paths| paths.reverse(),
};

/// The files of the shipped content, but for what is passing.
fn shipped() -> Vec<PathBuf> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    contents(&content).into_keys().map(|path| Path::new("content").join(path)).collect()
}

/// Builds the shipped plan within the surroundings; gives all files.
fn built(surroundings: &Surroundings, source_date: Option<&str>) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join(surroundings.folder);
    let mut paths = shipped();
    (surroundings.order)(&mut paths);
    for path in &paths {
        let target = root.join(path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
        fs::write(target, bytes).expect("a file");
    }
    let settings = root.join("content/site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    let both = text.replace("language = \"vi\"", "languages = [\"vi\", \"en\"]");
    assert_ne!(text, both);
    fs::write(settings, both).expect("settings");
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
    command.args(["build", "--quiet", "--precompress"]).current_dir(&root).env_clear();
    command.envs(surroundings.variables.iter().copied());
    command.envs(source_date.map(|seconds| ("SOURCE_DATE_EPOCH", seconds)));
    let output = command.output().expect("the program");
    assert!(output.status.success(), "{output:?}");
    contents(&root.join("public"))
}

#[test]
fn folder_zone_locale_threads_and_order_of_files_change_no_byte() {
    let (here, there) = (built(&HERE, None), built(&THERE, None));
    assert!(here.len() > 300, "{}", here.len());
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&here), names(&there));
    let other: Vec<&PathBuf> =
        here.iter().filter(|(path, bytes)| there[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(other.is_empty(), "{other:?}");

    // The time of the sources is said in one place only.
    let dated = built(&HERE, Some("1657843200"));
    let other: Vec<&PathBuf> =
        here.iter().filter(|(path, bytes)| dated[*path] != **bytes).map(|(path, _)| path).collect();
    assert_eq!(other, [Path::new("manifest.json")]);
}
