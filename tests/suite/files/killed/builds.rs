//! Builds over a published site. Half of them are killed anywhere; the others once all files of the new site are written, which is
//! when the two are exchanged and the old one is cleared away.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use planpress::pipeline;
use tempfile::TempDir;

use super::{Moments, count, kill_when, program, whole_run};
use crate::files::{folder_with_site, names};

const BUILD: [&str; 5] = ["build", "--root", "trang", "--out", "public"];

/// A site of 60 tasks with a published folder; each version of it has another title, which all pages say.
struct Published {
    folder: TempDir,
    settings: PathBuf,
    text: String,
}

impl Published {
    fn new() -> Self {
        let (folder, root) = folder_with_site();
        for task in 2..=60 {
            let text = format!(
                "+++\nnumber = \"{task}\"\nlead = [\"Sở Y tế\"]\norder = {task}\n+++\nHọp.\n"
            );
            fs::write(root.join(format!("content/ke-hoach/k-2025/a-1/t-{task}.md")), text).unwrap();
        }
        let settings = root.join("content/site.toml");
        let text = fs::read_to_string(&settings).unwrap();
        Self { folder, settings, text }
    }

    fn write(&self, version: usize) {
        let title = format!("Bản {version}");
        fs::write(&self.settings, self.text.replace("Trang thử", &title)).unwrap();
    }

    /// The version that a reader finds now.
    fn version(&self) -> usize {
        let page = fs::read_to_string(self.folder.path().join("public/index.html"));
        let page = page.expect("a home page at every moment");
        let title = page.split("<title>Bản ").nth(1).and_then(|rest| rest.split('<').next());
        title.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{page}"))
    }

    fn staged(&self) -> PathBuf {
        self.folder.path().join(".planpress-public.moi")
    }

    /// A whole build: how long it takes now until the new site is written, and from then on.
    fn measured(&self) -> (Duration, Duration) {
        let begun = (Instant::now(), SystemTime::now());
        let mut child = program(&BUILD, self.folder.path());
        let mut written = None;
        let ended = loop {
            if let Some(ended) = child.try_wait().expect("a state") {
                break ended;
            }
            written = written.or_else(|| is_written(&self.staged(), begun.1).then(Instant::now));
        };
        assert!(ended.success());
        let written = written.unwrap_or_else(Instant::now);
        (written - begun.0, written.elapsed())
    }
}

/// Whether a staged site has its manifest, the last of its files, and not from an earlier build.
fn is_written(staged: &Path, begun: SystemTime) -> bool {
    let manifest = fs::metadata(staged.join("manifest.json"));
    manifest.and_then(|manifest| manifest.modified()).is_ok_and(|modified| modified >= begun)
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures of SECURITY.md")]
fn builds_leave_the_old_site_or_the_new_one() {
    let site = Published::new();
    site.write(0);
    whole_run(&BUILD, site.folder.path());
    let out = site.folder.path().join("public");
    let (mut writing, mut ending) =
        (Moments::within(Duration::ZERO), Moments::within(Duration::ZERO));
    let (mut published, mut number, mut looks, mut whole) = (0, 0, 0_usize, 0);
    // Of those that were killed: how many left the old site, the new one, and a site in the making.
    let (mut old, mut new, mut unfinished) = (0, 0, 0);
    while old + new < count(300, 12) {
        if number % 5 == 0 {
            // Measured anew, since other work on the machine changes how long a run takes.
            number += 1;
            site.write(number);
            (writing.whole, ending.whole) = site.measured();
            assert_eq!(names(site.folder.path()), ["public", "trang"]);
            published = number;
            whole += 1;
        }
        number += 1;
        site.write(number);
        let begun = (Instant::now(), SystemTime::now());
        let moment = if number % 2 == 0 { writing.next() } else { ending.next() };
        let mut since = (number % 2 == 0).then_some(begun.0);
        let mut is_time = || {
            // What a reader finds at any moment is of the old site or of the new one.
            let found = site.version();
            assert!([published, number].contains(&found), "{published}, {number}: {found}");
            looks += 1;
            since = since.or_else(|| is_written(&site.staged(), begun.1).then(Instant::now));
            since.is_some_and(|since| since.elapsed() >= moment)
        };
        let was_running = kill_when(program(&BUILD, site.folder.path()), &mut is_time);
        let verified = pipeline::verify(out.to_str().unwrap(), None, &());
        assert_eq!(verified.value.expect("a manifest").findings, [], "of {number}");
        let found = site.version();
        assert!([published, number].contains(&found), "{published}, {number}: {found}");
        if was_running {
            *(if found == number { &mut new } else { &mut old }) += 1;
            unfinished += usize::from(site.staged().exists());
        } else {
            assert_eq!(found, number);
            whole += 1;
        }
        published = found;
    }
    whole_run(&BUILD, site.folder.path());
    assert_eq!(names(site.folder.path()), ["public", "trang"]);
    println!(
        "{} builds killed: {old} left the old site, {new} the new one, each whole by its manifest; after {unfinished} a folder in \
         the making stood beside it, which the next build cleared away. {looks} looks meanwhile; {} builds in between succeeded",
        old + new,
        whole + 1,
    );
}
