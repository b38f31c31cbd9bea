//! A site on this machine, made anew with every change. The home of axum, tokio and notify.
//!
//! When files change, they alone are read again, and the site is worked out anew; a page is made when it is asked for, and all
//! others are tried behind, until the next change. With faults the last good site stays, and every open page shows them; a page that
//! cannot be made stays alone, and the others are the new ones. Pages ask for news by a script that only served pages have.
//! The server listens on this machine alone and answers only requests that name it so.

mod answer;
mod maker;
mod watch;

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch::channel;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pipeline::Ready;
use maker::Maker;
use watch::Watch;

/// What happens while a site is served.
#[derive(Debug)]
pub enum Event<'a> {
    /// The address at which the site can be opened.
    Listening(&'a str),
    /// The site was made.
    Built {
        /// How many pages.
        pages: usize,
        /// Warnings and notes.
        diagnostics: &'a Diagnostics,
    },
    /// The site or a page of it could not be made; what was good last stays.
    Broken(&'a Diagnostics),
}

/// The site as it is served, and the faults of the newest attempt.
#[derive(Debug, Clone, Default)]
struct Served {
    /// The site whose pages are made when they are asked for; nothing when there was no good one yet.
    site: Option<Arc<Ready>>,
    /// The last one of which every page could be made, for pages that cannot.
    good: Option<Arc<Ready>>,
    /// How often it changed, so that pages know what they have seen.
    version: u64,
    /// The faults, to be shown over the page.
    faults: Arc<Diagnostics>,
}

/// Serves the site of `root` until the process ends.
///
/// # Errors
/// When the port is taken, or the folder cannot be watched.
pub fn run(root: &Path, port: u16, tell: &(dyn Fn(Event<'_>) + Sync)) -> Result<(), Diagnostic> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let fault = |reason: &dyn std::fmt::Display| {
        Diagnostic::new(Code::CannotServe).with("address", address).with("reason", reason)
    };
    // Changes are told by whole paths.
    let whole = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let root = whole.as_path();
    let (sender, receiver) = channel(Served::default());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| fault(&error))?;
    let listener = runtime.block_on(TcpListener::bind(address)).map_err(|error| fault(&error))?;
    let bound = listener.local_addr().map_err(|error| fault(&error))?;
    let watch = Watch::open(root).map_err(|error| fault(&error))?;
    let changed = watch.news();
    let mut maker = Maker::new(root, sender, tell);
    maker.make(BTreeSet::from([root.to_owned()]));
    tell(Event::Listening(&format!("http://{bound}/")));
    std::thread::scope(|scope| {
        let watcher = scope.spawn(move || {
            maker.try_pages(&changed);
            watch.run(|touched| {
                maker.make(touched);
                maker.try_pages(&changed);
            })
        });
        let router = answer::router(root, receiver);
        let served = runtime.block_on(async { axum::serve(listener, router).await });
        served.map_err(|error| fault(&error))?;
        watcher.join().unwrap_or(Ok(())).map_err(|error| fault(&error))
    })
}
