//! The site as it is worked out after each change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::watch::Sender;

use super::{Event, Served};
use crate::diagnostic::Diagnostics;
use crate::files::{self, Workspace};
use crate::pipeline::{self, Memory};

/// Whoever is told what happens.
type Tell<'a> = &'a (dyn Fn(Event<'_>) + Sync);

/// What is known of a folder, and who wants to know.
pub(super) struct Maker<'a> {
    root: &'a Path,
    sender: Sender<Served>,
    tell: Tell<'a>,
    workspace: Workspace,
    /// What was touched since the workspace was read.
    touched: BTreeSet<PathBuf>,
    memory: Memory,
}

impl<'a> Maker<'a> {
    pub(super) fn new(root: &'a Path, sender: Sender<Served>, tell: Tell<'a>) -> Self {
        let (workspace, memory) = (Workspace::default(), Memory::default());
        Self { root, sender, tell, workspace, touched: BTreeSet::new(), memory }
    }

    /// Brings the served site to what the folder holds, of which this was touched; with faults it stays as it is, and they are
    /// told.
    pub(super) fn make(&mut self, touched: BTreeSet<PathBuf>) {
        self.touched.extend(touched);
        match files::read_again(self.root, &self.workspace, &self.touched) {
            Ok(workspace) => {
                self.workspace = workspace;
                self.touched.clear();
            }
            Err(faults) => return self.tell_faults(faults),
        }
        let outcome = pipeline::prepare_again(&self.workspace, &mut self.memory);
        let Some(ready) = outcome.value else { return self.tell_faults(outcome.diagnostics) };
        let pages = ready.site.pages.len();
        self.sender.send_modify(|served| {
            served.site = Some(Arc::new(ready));
            served.faults = Arc::default();
            served.version += 1;
        });
        (self.tell)(Event::Built { pages, diagnostics: &outcome.diagnostics });
    }

    /// Tries all pages of the served site, until something has changed, and tells why one cannot be made.
    pub(super) fn try_pages(&self, changed: &(dyn Fn() -> bool + Sync)) {
        let (site, is_sound) = {
            let served = self.sender.borrow();
            (served.site.clone(), served.faults.is_empty())
        };
        let Some(site) = site.filter(|_| is_sound) else { return };
        let tried = pipeline::try_pages(&site, &|| !changed());
        if changed() {
            return;
        }
        match tried {
            Ok(()) => {
                // Nothing that a page would have to know.
                self.sender.send_if_modified(|served| {
                    served.good = Some(site);
                    false
                });
            }
            Err(faults) => self.tell_faults(faults),
        }
    }

    /// Tells faults, and shows them over the pages of the site that there is.
    fn tell_faults(&self, faults: Diagnostics) {
        (self.tell)(Event::Broken(&faults));
        self.sender.send_modify(|served| {
            served.faults = Arc::new(faults);
            served.version += 1;
        });
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io};

    use super::super::answer::made;
    use super::*;
    use crate::tree::File;

    /// Here and not over a socket, where it cannot be seen that a trial has ended well.
    #[test]
    fn a_page_that_cannot_be_made_keeps_no_other_back() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        assert!(pipeline::new(root.path()).value.is_some());
        let templates = root.path().join("themes/cong-bo/templates");
        fs::create_dir_all(&templates)?;
        fs::write(templates.join("404.html"), "Lạc đường")?;
        let (sender, served) = tokio::sync::watch::channel(Served::default());
        let mut maker = Maker::new(root.path(), sender, &|_| {});
        let mut change = || {
            maker.make(BTreeSet::from([root.path().to_owned()]));
            maker.try_pages(&|| false);
        };
        change();
        assert!(served.borrow().faults.is_empty());

        fs::write(templates.join("404.html"), "{{ khong_co }}")?;
        let task = root.path().join("content/ke-hoach/mau-2025/a-1/a-1-1.md");
        let text = fs::read_to_string(&task)?;
        fs::write(&task, text.replace("Khám sức khỏe", "Đo thị lực"))?;
        change();
        let served = served.borrow().clone();
        assert!(!served.faults.is_empty());
        let page = |path| match made(&served, path) {
            Some((_, File::Bytes(page))) => String::from_utf8_lossy(&page).into_owned(),
            _ => String::new(),
        };
        assert!(page("nhiem-vu/mau-2025/a-1-1.html").contains("Đo thị lực"));
        assert!(page("404.html").contains("Lạc đường"));
        Ok(())
    }
}
