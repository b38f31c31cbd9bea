//! Watching a site's folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
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
}

impl Watch {
    /// Begins to watch the content and the themes of a site, and the folder itself, in which either may yet be made.
    pub(super) fn open(root: &Path) -> notify::Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let mut watch = Self { root: root.to_owned(), watcher, whole: BTreeSet::new(), events };
        watch.follow()?;
        Ok(watch)
    }

    /// Calls `changed` after every change, for as long as the process lives.
    pub(super) fn run(mut self, changed: &dyn Fn()) -> notify::Result<()> {
        while self.wait_for_change() {
            while self.events.recv_timeout(QUIET).is_ok() {}
            self.follow()?;
            changed();
        }
        Ok(())
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

    /// Waits until something is written; reading a file is no change, nor is a file beside content and themes. Gives whether
    /// there may be further changes.
    fn wait_for_change(&self) -> bool {
        loop {
            match self.events.recv() {
                Ok(Ok(event)) if matches!(event.kind, EventKind::Access(_)) => {}
                Ok(Ok(event)) if !event.paths.iter().any(|path| self.is_of_the_site(path)) => {}
                Ok(_) => return true,
                Err(_) => return false,
            }
        }
    }

    fn is_of_the_site(&self, path: &Path) -> bool {
        WATCHED.iter().any(|name| path.starts_with(self.root.join(name)))
    }
}
