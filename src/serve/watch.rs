//! Watching a site's folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long the folder must be quiet before the site is made again: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// The folders that a site is made of.
const WATCHED: [&str; 2] = ["content", "themes"];

/// A folder that is being watched. What changes after it was opened is never missed.
pub(super) struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    /// Folders that are watched with all that they hold.
    whole: BTreeSet<PathBuf>,
    events: Receiver<notify::Result<Event>>,
    /// How many changes came that were not yet told.
    untold: Arc<AtomicUsize>,
}

impl Watch {
    /// Begins to watch the content and the themes of a site, and the folder itself, in which either may yet be made.
    pub(super) fn open(root: &Path) -> notify::Result<Self> {
        let (sender, events) = channel();
        let untold = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&untold);
        let site = root.to_owned();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, |event| is_change(&site, event)) {
                counted.fetch_add(1, Ordering::Relaxed);
                // When nobody listens any more, nothing is to be told.
                let _ = sender.send(event);
            }
        })?;
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let whole = BTreeSet::new();
        let mut watch = Self { root: root.to_owned(), watcher, whole, events, untold };
        watch.follow()?;
        Ok(watch)
    }

    /// Whether something has changed that was not yet told, for whoever is still at work on what was told last.
    pub(super) fn news(&self) -> impl Fn() -> bool + Sync + use<> {
        let untold = Arc::clone(&self.untold);
        move || untold.load(Ordering::Relaxed) > 0
    }

    /// Calls `changed` after every change with the files and folders that were touched, for as long as the process lives.
    pub(super) fn run(mut self, mut changed: impl FnMut(BTreeSet<PathBuf>)) -> notify::Result<()> {
        while let Ok(first) = self.events.recv() {
            let mut touched = self.touched(first);
            let mut told = 1;
            while let Ok(next) = self.events.recv_timeout(QUIET) {
                touched.extend(self.touched(next));
                told += 1;
            }
            self.untold.fetch_sub(told, Ordering::Relaxed);
            self.follow()?;
            changed(touched);
        }
        Ok(())
    }

    /// What an event says was touched; the whole folder, where events were lost.
    fn touched(&self, event: notify::Result<Event>) -> BTreeSet<PathBuf> {
        match event {
            Ok(event) if !event.need_rescan() => event.paths.into_iter().collect(),
            _ => BTreeSet::from([self.root.clone()]),
        }
    }

    /// Watches folders that have come, and forgets those that have gone.
    fn follow(&mut self) -> notify::Result<()> {
        for folder in WATCHED.map(|name| self.root.join(name)) {
            if !folder.is_dir() {
                self.whole.remove(&folder);
            } else if self.whole.insert(folder.clone()) {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Whether something is written: reading a file is no change, nor is a file beside content and themes.
fn is_change(root: &Path, event: &Event) -> bool {
    let is_of_the_site =
        |path: &PathBuf| WATCHED.iter().any(|name| path.starts_with(root.join(name)));
    let is_access = matches!(event.kind, EventKind::Access(_));
    event.need_rescan() || (!is_access && event.paths.iter().any(is_of_the_site))
}
