//! One site, one result: whatever the threads do, and each address once.

use std::collections::BTreeSet;

use planpress::files::Workspace;
use planpress::manifest::{MANIFEST, SHA256SUMS};
use planpress::pipeline;
use planpress::site::Route;
use planpress::starter;
use planpress::tree::Tree;
use rayon::ThreadPoolBuilder;

use crate::golden;
use crate::made::Made;

/// Sites of all sorts.
fn sites() -> Vec<Workspace> {
    let mut sites: Vec<Workspace> = ["two-plans", "every-key", "flat"].map(golden::site).into();
    sites.push(Workspace { content: starter::site().below("content"), themes: Tree::default() });
    sites
}

#[test]
fn the_same_files_give_the_same_bytes() {
    for site in sites() {
        assert_eq!(Made::of(&site).files, Made::of(&site).files);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for site in sites() {
        let with_threads = |count| {
            let pool = ThreadPoolBuilder::new().num_threads(count).build().expect("a pool");
            pool.install(|| Made::of(&site).files)
        };
        assert_eq!(with_threads(1), with_threads(4));
    }
}

#[test]
fn a_file_that_is_made_alone_is_that_of_the_whole_site() {
    for site in sites() {
        let made = Made::of(&site);
        // The client says versions of other files, which are for browsers that keep them; `serve` forbids that.
        let client = Route::SearchClient.path();
        for (path, file) in made.files.iter().filter(|(path, _)| path.as_str() != client) {
            let alone = pipeline::file(&made.ready, path.as_str()).expect("no fault");
            assert_eq!(alone.as_ref(), Some(file), "{path}");
        }
        assert!(pipeline::file(&made.ready, &client).expect("no fault").is_some());
        assert!(pipeline::file(&made.ready, "khong-co.html").expect("no fault").is_none());
    }
}

#[test]
fn every_address_is_one_files() {
    for site in sites() {
        let made = Made::of(&site);
        let site = &made.ready.site;
        let own: Vec<String> = site.pages.iter().chain(&site.files()).map(Route::path).collect();
        let hosts = site.config.hosts.files.iter().map(|file| Route::Host(*file).path());
        let own: Vec<String> = own.into_iter().chain(hosts).collect();
        let all = own.iter().chain(site.aliases.iter().map(|(alias, _)| alias));
        let distinct: BTreeSet<String> = all.clone().map(|path| path.to_lowercase()).collect();
        assert_eq!(distinct.len(), all.clone().count());

        // What the site says it has is what is made, and the theme's files and the two lists of all files besides.
        let theme =
            |path: &&str| path.starts_with("giao-dien/") || [MANIFEST, SHA256SUMS].contains(path);
        let files: BTreeSet<&str> = made.paths().filter(|path| !theme(path)).collect();
        assert_eq!(files, all.map(String::as_str).collect());
        assert_eq!(made.paths().count(), made.built.files);
        assert_eq!(made.pages().count(), made.built.pages);
    }
}
