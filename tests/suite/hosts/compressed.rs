//! Compressed copies: whole, smaller, listed, and only of what is worth it.

use std::io::Read;

use planpress::render::{self, Compression, Options};
use planpress::tree::{Tree, TreeSink};

use crate::golden;
use crate::made::Made;

fn compressed(made: &Made) -> Tree {
    let sink = TreeSink::default();
    let options = Options { compression: Compression::Beside, ..Options::default() };
    let files =
        render::render(&made.ready.site, &made.ready.theme, &options, &sink).expect("a site");
    let tree = sink.into_tree();
    assert_eq!(tree.iter().count(), files);
    tree
}

fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let read = match path.rsplit_once('.') {
        Some((_, "gz")) => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain),
        _ => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain),
    };
    read.unwrap_or_else(|error| panic!("{path}: {error}"));
    plain
}

#[test]
fn each_copy_is_smaller_whole_and_listed_and_nothing_else_changes() {
    let made = Made::of(&golden::site("every-key"));
    let tree = compressed(&made);
    let manifest: serde_json::Value =
        serde_json::from_slice(tree.bytes("manifest.json").expect("a manifest")).expect("JSON");
    let mut endings = std::collections::BTreeSet::new();
    for (path, _) in tree.iter() {
        let path = path.as_str();
        let Some(bytes) = tree.bytes(path) else { continue };
        let Some(original) = path.strip_suffix(".gz").or_else(|| path.strip_suffix(".br")) else {
            let of_server = ["manifest.json", "SHA256SUMS", ".htaccess", "nginx.conf", "Caddyfile"];
            assert!(of_server.contains(&path) || made.files.bytes(path) == Some(bytes), "{path}");
            continue;
        };
        let plain = tree.bytes(original).expect("what it is a copy of");
        assert!(bytes.len() < plain.len() && plain.len() >= 1024, "{path}");
        assert_eq!(unpacked(path, bytes), plain, "{path}");
        let entry = &manifest["files"][path];
        assert_eq!(entry["bytes"], bytes.len(), "{path}");
        assert_eq!(entry["sha256"], planpress::hash::sha256(bytes), "{path}");
        endings.insert(original.rsplit('.').next().expect("an ending").to_owned());
    }
    for ending in ["html", "js", "json", "csv"] {
        assert!(endings.contains(ending), "no .{ending} among {endings:?}");
    }
    assert!(!endings.contains("xlsx") && !endings.contains("png"), "{endings:?}");
}

#[test]
fn a_gzip_file_says_no_time_no_name_and_no_system() {
    let tree = compressed(&Made::of(&golden::site("every-key")));
    let bytes = tree.bytes("index.html.gz").expect("a compressed page");
    assert_eq!(&bytes[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
}
