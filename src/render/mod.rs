//! Pages and data of a site, made one by one and given to a Sink.
//!
//! A page is a function of the Site and the Theme, so all are made in one parallel map, the search index and the data of
//! each plan among them. Nothing here knows the disk.

mod alone;
mod compose;
mod data;
mod hosts;
mod jobs;
mod linked;
mod machines;
mod precompress;
mod search;
pub mod view;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::hash::sha256;
use crate::manifest::{FileEntry, MANIFEST, Manifest, SHA256SUMS};
use crate::site::{Route, Site};
use crate::theme::{Theme, View};
use crate::tree::{File, RelPath, Sink, SinkError, Stored};
pub use alone::file;
use compose::{GENERATOR, Here, Items};
use precompress::Beside;

/// What a site is made with, beside its content and its theme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What it is made from, for its manifest: a hash by the input's name.
    pub inputs: BTreeMap<String, String>,
    /// When the sources were last changed, for its manifest.
    pub date: Option<String>,
    /// Whether files lie compressed beside themselves.
    pub compression: Compression,
}

/// Whether a site has compressed copies of its files, which some servers send as they lie.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Compression {
    /// It has none; a server may compress by itself.
    #[default]
    None,
    /// A `.gz` and a `.br` beside each text that becomes smaller.
    Beside,
}

/// Makes the whole site. Gives the number of files.
///
/// # Errors
/// Faults of templates, or of files that the Sink could not take.
pub fn render(
    site: &Site,
    theme: &Theme,
    options: &Options,
    sink: &dyn Sink,
) -> Result<usize, Diagnostics> {
    let mut files = match options.compression {
        Compression::None => put_files(site, theme, sink)?,
        Compression::Beside => {
            let beside = Beside::new(sink);
            let files = put_files(site, theme, &beside)?;
            files.into_iter().chain(beside.into_listings()).collect()
        }
    };
    for (file, text) in hosts::files(site, theme, options.compression) {
        let listing = put(sink, &Route::Host(file).path(), text.into_bytes())?;
        files.push(Listing { served: false, ..listing });
    }
    put_manifest(site, options, sink, files)
}

/// Tries to make what the Sink wants of pages, data and search, and none of what is listed or copied.
///
/// # Errors
/// Faults of templates, or of files that the Sink could not take.
pub fn attempt(site: &Site, theme: &Theme, sink: &dyn Sink) -> Result<(), Diagnostics> {
    put_made(site, theme, sink).map(drop)
}

/// Pages, data and search.
fn put_made(site: &Site, theme: &Theme, sink: &dyn Sink) -> Result<Vec<Listing>, Diagnostics> {
    let mut files: Vec<Listing> = Vec::new();
    let mut faults = Diagnostics::new();
    for result in jobs::done(site, theme, sink) {
        match result {
            Ok(listings) => files.extend(listings),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults.sorted()) }
}

/// All that readers get: pages, data, search, and what is copied.
fn put_files(site: &Site, theme: &Theme, sink: &dyn Sink) -> Result<Vec<Listing>, Diagnostics> {
    let mut files = put_made(site, theme, sink)?;
    files.extend(put_lists(site, theme, sink, &files)?);
    files.extend(put_copies(site, theme, sink)?);
    Ok(files)
}

/// The template of a page and what it sees; nothing for a route that is no page of the site.
///
/// # Errors
/// Faults of the theme, of which some things stand in the view as it shows them.
pub fn view(
    site: &Site,
    theme: &Theme,
    route: &Route,
) -> Result<Option<(&'static str, View)>, Diagnostic> {
    let (path, items) = (route.path(), Items::default());
    let further = route.language();
    let here = Here { path: &path, further, ..jobs::at_home(site, theme, &items) };
    compose::page(&here, route.page())
}

/// A finished file.
struct Listing {
    /// Its address within the site.
    path: String,
    /// The hash of its bytes.
    sha256: String,
    /// Its size in bytes.
    size: u64,
    /// Whether it is for readers, and not for the server itself.
    served: bool,
}

/// What says the sizes and hashes of other files: the client of search, the index of data and the catalogue; and the schema of
/// the plans among the data.
fn put_lists(
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
    files: &[Listing],
) -> Result<Vec<Listing>, Diagnostic> {
    let by_path: BTreeMap<&str, &Listing> =
        files.iter().map(|listing| (listing.path.as_str(), listing)).collect();
    let index = data::index(site, &by_path);
    let path = Route::Catalogue.path();
    let items = Items::default();
    let here = Here { path: &path, ..jobs::at_home(site, theme, &items) };
    let catalogue = data::catalogue(&here, &by_path);
    let mut lists = vec![
        put(sink, &path, data::json(&catalogue))?,
        put(sink, &Route::DataIndex.path(), data::json(&index))?,
        put(sink, &Route::DataSchema.path(), data::schema())?,
    ];
    // A theme whose search page runs no script cannot use it, and may promise a folder without any.
    if here.searches() {
        let hash = |path: &str| by_path.get(path).map(|listing| listing.sha256.as_str());
        let client = search::client(site, &hash);
        lists.push(put(sink, &Route::SearchClient.path(), client)?);
    }
    Ok(lists)
}

/// Files that are copied as they are: the theme's, the site's own, and documents.
fn put_copies(site: &Site, theme: &Theme, sink: &dyn Sink) -> Result<Vec<Listing>, Diagnostic> {
    let mut listings = Vec::new();
    for asset in theme.assets() {
        let path = Route::Asset(asset.path.clone()).path();
        match &asset.file {
            _ if !sink.wants(&path) => {}
            File::Bytes(bytes) => listings.push(put(sink, &path, bytes.clone())?),
            File::Stored(stored) => listings.push(copy(sink, &path, stored)?),
        }
    }
    for (path, stored) in &site.library.files {
        listings.push(copy(sink, &Route::File(path.clone()).path(), stored)?);
    }
    for plan in &site.library.plans {
        for document in &plan.documents {
            let name = document.name.clone();
            let route = Route::Document(plan.id.clone(), name);
            listings.push(copy(sink, &route.path(), &document.file)?);
        }
    }
    for (alias, route) in &site.aliases {
        let Route::Document(plan, name) = route else { continue };
        let documents = site.plan(plan).map(|plan| plan.documents.iter());
        let mut documents = documents.into_iter().flatten();
        if let Some(document) = documents.find(|document| document.name == *name) {
            listings.push(copy(sink, alias, &document.file)?);
        }
    }
    Ok(listings)
}

/// The manifest of all other files, and the same for `sha256sum`. Gives the number of all files.
fn put_manifest(
    site: &Site,
    options: &Options,
    sink: &dyn Sink,
    listings: Vec<Listing>,
) -> Result<usize, Diagnostics> {
    let entry = |listing: Listing| {
        let file =
            FileEntry { sha256: listing.sha256, bytes: listing.size, served: listing.served };
        (listing.path, file)
    };
    let manifest = Manifest {
        date: options.date.clone(),
        inputs: options.inputs.clone(),
        addresses: site.published(),
        ..Manifest::new(GENERATOR, listings.into_iter().map(entry).collect())
    };
    put(sink, SHA256SUMS, manifest.sums().into_bytes())?;
    put(sink, MANIFEST, data::json(&manifest))?;
    Ok(manifest.files.len() + 2)
}

fn put(sink: &dyn Sink, path: &str, bytes: Vec<u8>) -> Result<Listing, Diagnostic> {
    let listing = listing_of(path, &bytes);
    give(sink, path, File::Bytes(bytes))?;
    Ok(listing)
}

fn copy(sink: &dyn Sink, path: &str, stored: &Stored) -> Result<Listing, Diagnostic> {
    give(sink, path, File::Stored(stored.clone()))?;
    Ok(listing(path, stored.sha256.clone(), stored.size))
}

fn listing_of(path: &str, bytes: &[u8]) -> Listing {
    listing(path, sha256(bytes), u64::try_from(bytes.len()).unwrap_or(u64::MAX))
}

fn listing(path: &str, sha256: String, size: u64) -> Listing {
    Listing { path: path.to_owned(), sha256, size, served: true }
}

fn give(sink: &dyn Sink, path: &str, file: File) -> Result<(), Diagnostic> {
    let fault = |error: SinkError| {
        let fault = Diagnostic::new(Code::CannotWrite).with("file", &error.path);
        fault.with("reason", &error.reason)
    };
    let target = RelPath::new(path)
        .ok_or_else(|| fault(SinkError { path: path.to_owned(), reason: String::new() }))?;
    sink.put(&target, file).map_err(fault)
}
