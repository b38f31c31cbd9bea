//! One file of a site, made alone: what `serve` answers with.

use std::sync::{Mutex, PoisonError};

use super::compose::Items;
use super::{Options, data, jobs, put_copies, render, search};
use crate::diagnostic::Diagnostics;
use crate::manifest::{MANIFEST, SHA256SUMS};
use crate::site::{Route, Site};
use crate::theme::Theme;
use crate::tree::{File, RelPath, Sink, SinkError};

/// One file of the site, by its address within it; nothing where the site has none. What says the hashes of other files takes as
/// long as the whole site; anything else is made alone.
///
/// # Errors
/// Faults of templates.
pub fn file(site: &Site, theme: &Theme, path: &str) -> Result<Option<File>, Diagnostics> {
    let items = Items::default();
    if path == Route::DataSchema.path() {
        return Ok(Some(File::Bytes(data::schema())));
    }
    if path == Route::SearchClient.path() && jobs::at_home(site, theme, &items).searches() {
        return Ok(Some(File::Bytes(search::client(site, &|_| None))));
    }
    let only = Only { path, found: Mutex::default() };
    jobs::done_alone(site, theme, &only, path)?;
    if !only.has_found() {
        put_copies(site, theme, &only)?;
    }
    let hosts = &site.config.hosts.files;
    let is_of_host = |path: &str| hosts.iter().any(|file| Route::Host(*file).path() == path);
    if !only.has_found() && (is_list(path) || is_of_host(path)) {
        render(site, theme, &Options::default(), &Whole(&only))?;
    }
    Ok(only.found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Whether a file says the hashes of others.
fn is_list(path: &str) -> bool {
    let routes = [Route::Catalogue, Route::DataIndex].map(|route| route.path());
    [MANIFEST, SHA256SUMS].contains(&path) || routes.iter().any(|list| list == path)
}

/// A Sink that wants one file.
struct Only<'a> {
    path: &'a str,
    found: Mutex<Option<File>>,
}

impl Only<'_> {
    fn has_found(&self) -> bool {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

impl Sink for Only<'_> {
    fn wants(&self, path: &str) -> bool {
        path == self.path
    }

    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        if path.as_str() == self.path {
            *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
        }
        Ok(())
    }
}

/// The same with all others made, too, for the sake of their hashes.
struct Whole<'a>(&'a Only<'a>);

impl Sink for Whole<'_> {
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        self.0.put(path, file)
    }
}
