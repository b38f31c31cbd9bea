//! Programs that are killed at random moments: at every moment readers find the old files or the new ones, each folder is whole
//! afterwards, and the next run succeeds.
//!
//! `LONG=1` kills 300 builds and 100 imports; the ordinary run some of each.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use planpress::pipeline;

use super::{contents, folder_with_site, names};

/// How many programs are killed: with `LONG=1`, and else.
fn count(long: usize, short: usize) -> usize {
    if env::var_os("LONG").is_some() { long } else { short }
}

fn program(arguments: &[&str], folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program")
}

/// Moments between the beginning of a run and a little after its end, evenly spread in no order.
struct Moments {
    whole: Duration,
    state: u64,
}

impl Moments {
    fn next(&mut self) -> Duration {
        // xorshift; the moments differ anyway, as the machine does other things.
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        let part = f64::from(u32::try_from(self.state % 1000).expect("a small number")) / 900.0;
        self.whole.mul_f64(part)
    }
}

/// Lets a program run so long, then kills it (SIGKILL).
fn kill_after(mut child: Child, moment: Duration, meanwhile: &dyn Fn()) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < moment {
        if child.try_wait().expect("a state").is_some() {
            return false;
        }
        meanwhile();
    }
    let running = child.try_wait().expect("a state").is_none();
    child.kill().expect("a kill");
    child.wait().expect("an end");
    running
}

/// How long a whole run takes now.
fn whole_run(arguments: &[&str], folder: &Path) -> Duration {
    let begun = Instant::now();
    assert!(program(arguments, folder).wait().expect("an end").success());
    begun.elapsed()
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures of SECURITY.md")]
fn builds_leave_the_old_site_or_the_new_one() {
    let (folder, root) = folder_with_site();
    for task in 2..60 {
        let text =
            format!("+++\nnumber = \"{task}\"\nlead = [\"Sở Y tế\"]\norder = {task}\n+++\nHọp.\n");
        fs::write(root.join(format!("content/ke-hoach/k-2025/a-1/t-{task}.md")), text).unwrap();
    }
    let settings = root.join("content/site.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let version = |number: usize| {
        fs::write(&settings, text.replace("Trang thử", &format!("Bản {number}"))).unwrap();
    };
    let build = ["build", "--root", "trang", "--out", "public"];
    version(0);
    let mut moments = Moments { whole: whole_run(&build, folder.path()), state: seed() };
    let out = folder.path().join("public");
    let published = AtomicUsize::new(0);
    let looks = AtomicUsize::new(0);
    let (mut killed, mut swapped) = (0, 0);
    let mut number = 0;
    while killed < count(300, 12) {
        number += 1;
        version(number);
        let old = published.load(Ordering::Relaxed);
        // What a reader finds at any moment is of the old site or of the new one.
        let look = || {
            let page =
                fs::read_to_string(out.join("index.html")).expect("a home page at every moment");
            assert!([old, number].contains(&version_of(&page)), "{old}, {number}: {page}");
            looks.fetch_add(1, Ordering::Relaxed);
        };
        let was_running = kill_after(program(&build, folder.path()), moments.next(), &look);
        killed += usize::from(was_running);
        let verified =
            pipeline::verify(out.to_str().unwrap(), None, &()).value.expect("a manifest");
        assert_eq!(verified.findings, [], "after {killed} kills");
        let now = version_of(&fs::read_to_string(out.join("index.html")).unwrap());
        assert!([old, number].contains(&now), "{now}");
        swapped += usize::from(now == number);
        published.store(now, Ordering::Relaxed);
        if number % 5 == 0 {
            // Measured anew, since other work on the machine changes how long a run takes.
            moments.whole = whole_run(&build, folder.path());
            assert_eq!(names(folder.path()), ["public", "trang"]);
            published.store(number, Ordering::Relaxed);
        }
    }
    assert!(program(&build, folder.path()).wait().unwrap().success());
    assert_eq!(names(folder.path()), ["public", "trang"]);
    println!(
        "{killed} builds killed, {} looks; the new site was there after {swapped} of {number} runs",
        looks.load(Ordering::Relaxed)
    );
}

fn version_of(page: &str) -> usize {
    let title = page.split("<title>Bản ").nth(1).and_then(|rest| rest.split('<').next());
    title.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no version: {page}"))
}

fn seed() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock");
    u64::from(now.subsec_nanos()) | 1
}

/// Imports alternate between two documents of one plan; killed, they leave the files of the one or of the other.
#[test]
#[allow(clippy::print_stdout, reason = "the figures of SECURITY.md")]
fn imports_leave_the_old_plan_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let document = |name: &str, word: &str| {
        let rows = (1..=80).map(|row| format!("{row},{word} {row},Sở Y tế,2025\n"));
        let text = "STT,Nội dung,Đơn vị chủ trì,Thời gian\n".to_owned() + &rows.collect::<String>();
        fs::write(folder.path().join(name), text).unwrap();
    };
    document("a.csv", "Họp");
    document("b.csv", "Khám");
    let import = |name: &'static str| {
        [
            "import",
            name,
            "--plan",
            "k-2025",
            "--place",
            "Mẫu",
            "--accept",
            "document",
            "--content",
            "content",
        ]
    };
    let plan = folder.path().join("content/ke-hoach/k-2025");
    let state = || words(&plan);

    // The first import: nothing, or all of it.
    let mut moments = Moments { whole: whole_run(&import("a.csv"), folder.path()), state: seed() };
    let whole = contents(&plan);
    for _ in 0..count(30, 3) {
        fs::remove_dir_all(folder.path().join("content")).unwrap();
        kill_after(program(&import("a.csv"), folder.path()), moments.next(), &|| ());
        if plan.exists() {
            assert_eq!(contents(&plan), whole);
        }
        assert!(program(&import("a.csv"), folder.path()).wait().unwrap().success());
        assert_eq!(contents(&plan), whole);
    }

    // Later ones: the tasks of the one document or of the other, all 80.
    moments.whole = whole_run(&import("b.csv"), folder.path());
    let (mut killed, mut next) = (0, "a.csv");
    while killed < count(100, 5) {
        let before = state();
        assert!(
            before == ("Họp".to_owned(), 80) || before == ("Khám".to_owned(), 80),
            "{before:?}"
        );
        killed +=
            usize::from(kill_after(program(&import(next), folder.path()), moments.next(), &|| ()));
        let after = state();
        assert_eq!(after.1, 80, "{after:?}");
        next = if after.0 == "Họp" { "b.csv" } else { "a.csv" };
    }
    assert!(program(&import(next), folder.path()).wait().unwrap().success());
    assert_eq!(names(plan.parent().unwrap()), ["k-2025"]);
    println!("{killed} imports killed");
}

/// The word that all tasks of a plan begin with, and how many there are.
fn words(plan: &Path) -> (String, usize) {
    let files = contents(plan);
    let is_task = |path: &&PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(".md") && !["plan.md", "domain.md", "nhap-khau.md"].contains(&name)
    };
    let tasks: Vec<String> = files
        .keys()
        .filter(is_task)
        .map(|path| {
            let text = String::from_utf8(files[path].clone()).expect("UTF-8");
            let body = text.split("+++\n").nth(2).unwrap_or_default();
            body.split_whitespace().next().unwrap_or_default().to_owned()
        })
        .collect();
    let first = tasks.first().cloned().unwrap_or_default();
    assert!(tasks.iter().all(|word| *word == first), "two documents are mixed: {tasks:?}");
    (first, tasks.len())
}
