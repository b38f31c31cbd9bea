//! Watching a site's folder.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecursiveMode, Watcher};

/// How long the folder must be quiet before the site is made again: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// Calls `changed` after every change below the folder's content and themes, for as long as the process lives.
pub(super) fn watch(root: &Path, changed: &dyn Fn()) -> notify::Result<()> {
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    let folders: Vec<PathBuf> =
        ["content", "themes"].into_iter().map(|name| root.join(name)).collect();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    while wait_for_change(&receiver) {
        while receiver.recv_timeout(QUIET).is_ok() {}
        changed();
    }
    Ok(())
}

/// Waits until something is written; reading a file is no change. Gives whether there may be further changes.
fn wait_for_change(receiver: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match receiver.recv() {
            Ok(Ok(event)) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(_) => return true,
            Err(_) => return false,
        }
    }
}
