//! What only machines read: linked data, pictures of shared links, sitemaps, the description of the search, the catalogue
//! of data, and the codes on printed pages.

mod cards;
mod catalogue;
mod codes;
mod linked;
mod sitemaps;

use planpress::files::Workspace;
use planpress::tree::{File, RelPath};

use crate::golden;

/// Where the golden site with every key stands.
const BASE: &str = "https://mau.example/ke-hoach";

/// A golden site with its settings changed.
fn with_settings(name: &str, change: impl Fn(&str) -> String) -> Workspace {
    let mut workspace = golden::site(name);
    let settings = workspace.content.bytes("site.toml").expect("settings").to_vec();
    let settings = change(std::str::from_utf8(&settings).expect("UTF-8"));
    let path = RelPath::new("site.toml").expect("a path");
    workspace.content.insert(path, File::Bytes(settings.into_bytes()));
    workspace
}

/// What stands between two texts, each time.
fn between<'t>(text: &'t str, before: &'t str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}
