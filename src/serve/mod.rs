//! A site on this machine, made anew with every change. The home of axum, tokio and notify.
//!
//! A watcher reads the folder again when a file changes; the finished site, in memory, is exchanged whole. With faults the
//! last good site stays, and every open page shows them. Pages ask for news by a script that only served pages have.
//! The server listens on this machine alone and answers only requests that name it so.

mod answer;
mod watch;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch::channel;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files;
use crate::pipeline;
use crate::tree::Tree;
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
    /// The site could not be made; the last good one stays.
    Broken(&'a Diagnostics),
}

/// The site as it is served, and the faults of the newest attempt.
#[derive(Debug, Clone, Default)]
struct Served {
    /// The last good site; empty when there was none yet.
    tree: Arc<Tree>,
    /// Where on its host the site will be published; links from the host's root begin with it.
    base_path: String,
    /// How often it was made, so that pages know what they have seen.
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
    let (sender, receiver) = channel(Served::default());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| fault(&error))?;
    let listener = runtime.block_on(TcpListener::bind(address)).map_err(|error| fault(&error))?;
    let bound = listener.local_addr().map_err(|error| fault(&error))?;
    let make = || {
        let served = make(root, &sender.borrow(), tell);
        sender.send_replace(served);
    };
    let watch = Watch::open(root).map_err(|error| fault(&error))?;
    make();
    tell(Event::Listening(&format!("http://{bound}/")));
    std::thread::scope(|scope| {
        let watcher = scope.spawn(|| watch.run(&make));
        let router = answer::router(root, receiver);
        let served = runtime.block_on(async { axum::serve(listener, router).await });
        served.map_err(|error| fault(&error))?;
        watcher.join().unwrap_or(Ok(())).map_err(|error| fault(&error))
    })
}

/// The site as it is now, or the last good one with the faults of now.
fn make(root: &Path, last: &Served, tell: &(dyn Fn(Event<'_>) + Sync)) -> Served {
    let version = last.version + 1;
    let broken = |faults: Diagnostics| {
        tell(Event::Broken(&faults));
        Served { version, faults: Arc::new(faults), ..last.clone() }
    };
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return broken(faults),
    };
    let outcome = pipeline::prepare(&workspace);
    let Some(ready) = outcome.value else { return broken(outcome.diagnostics) };
    match pipeline::build_in_memory(&ready) {
        Ok((tree, built)) => {
            tell(Event::Built { pages: built.pages, diagnostics: &outcome.diagnostics });
            let base_path = ready.site.config.base_path().unwrap_or_default().to_owned();
            Served { tree: Arc::new(tree), base_path, version, faults: Arc::default() }
        }
        Err(faults) => broken(faults),
    }
}
