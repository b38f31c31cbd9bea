//! Laws of importing again, for small plans of all kinds: two domains or three, rows put in, taken out, moved and reworded.

use std::collections::{BTreeMap, BTreeSet};

use planpress::content::{self, merge};
use planpress::diagnostic::Severity;
use planpress::import::{Document, Import, ImportOptions, import};
use planpress::model::Draft;
use planpress::tree::{File, RelPath, Tree};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::made::report;

const REGISTER: &str = r#"
[[agency]]
id = "so-y-te"
name = "Sở Y tế"
kind = "so"
[[agency]]
id = "so-noi-vu"
name = "Sở Nội vụ"
kind = "so"
"#;

/// Words of which texts are made.
const WORDS: [&str; 12] = [
    "xây dựng",
    "kế hoạch",
    "du lịch",
    "y tế",
    "hỗ trợ",
    "doanh nghiệp",
    "tập huấn",
    "cán bộ",
    "khảo sát",
    "báo cáo",
    "hằng năm",
    "xã hội",
];

const LEADS: [&str; 3] = ["Sở Y tế", "Sở Nội vụ", "Sở Y tế; Sở Nội vụ"];

/// A task of a document: its domain, its group if it has one, its text, its lead agencies, its period.
#[derive(Debug, Clone, PartialEq)]
struct Task {
    domain: usize,
    group: Option<usize>,
    words: Vec<&'static str>,
    lead: &'static str,
    year: u32,
}

/// A change of a document.
#[derive(Debug, Clone)]
enum Change {
    PutIn(Index, Task),
    TakeOut(Index),
    Move(Index, usize),
    Reword(Index, Index, &'static str),
    Postpone(Index, u32),
    Assign(Index, &'static str),
}

fn task() -> impl Strategy<Value = Task> {
    let words = prop::collection::vec(select(&WORDS[..]), 1..9);
    let group = prop::option::of(0..2_usize);
    (0..3_usize, group, words, select(&LEADS[..]), 2022..2026_u32)
        .prop_map(|(domain, group, words, lead, year)| Task { domain, group, words, lead, year })
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<Index>;
    prop_oneof![
        (index(), task()).prop_map(|(at, task)| Change::PutIn(at, task)),
        index().prop_map(Change::TakeOut),
        (index(), 0..3_usize).prop_map(|(at, domain)| Change::Move(at, domain)),
        (index(), index(), select(&WORDS[..]))
            .prop_map(|(at, word, new)| Change::Reword(at, word, new)),
        (index(), 2022..2026_u32).prop_map(|(at, year)| Change::Postpone(at, year)),
        (index(), select(&LEADS[..])).prop_map(|(at, lead)| Change::Assign(at, lead)),
    ]
}

fn changed(mut tasks: Vec<Task>, changes: Vec<Change>) -> Vec<Task> {
    for change in changes {
        match change {
            Change::PutIn(at, task) => tasks.insert(at.index(tasks.len() + 1), task),
            Change::TakeOut(at) if tasks.len() > 1 => {
                tasks.remove(at.index(tasks.len()));
            }
            Change::TakeOut(_) => {}
            Change::Move(at, domain) => {
                let at = at.index(tasks.len());
                tasks[at].domain = domain;
            }
            Change::Reword(at, word, new) => {
                let at = at.index(tasks.len());
                let word = word.index(tasks[at].words.len());
                tasks[at].words[word] = new;
            }
            Change::Postpone(at, year) => {
                let at = at.index(tasks.len());
                tasks[at].year = year;
            }
            Change::Assign(at, lead) => {
                let at = at.index(tasks.len());
                tasks[at].lead = lead;
            }
        }
    }
    tasks
}

/// The document of these tasks: its domains in turn, numbered through, the last of them in a part of its own; in each
/// domain the tasks without a group first.
fn document(tasks: &[Task]) -> Import {
    let titles = ["Du lịch", "Y tế và dân số", "Nông nghiệp"];
    let mut text = "STT | Nội dung | Chủ trì | Phối hợp | Thời gian\n".to_owned();
    let mut number = 0;
    for (domain, title) in titles.iter().enumerate() {
        let tasks: Vec<&Task> = tasks.iter().filter(|task| task.domain == domain).collect();
        if tasks.is_empty() {
            continue;
        }
        let part = if domain == 2 { "B | Nhiệm vụ riêng" } else { "A | Nhiệm vụ chung" };
        if !text.contains(part) {
            text.push_str(&format!("{part} | | |\n"));
        }
        number += 1;
        text.push_str(&format!("{number} | {title} | | |\n"));
        let mut row = 0;
        for group in [None, Some("Tuyên truyền"), Some("Đào tạo")] {
            let place = group.map(|title| usize::from(title != "Tuyên truyền"));
            let tasks: Vec<&&Task> = tasks.iter().filter(|task| task.group == place).collect();
            if let Some(title) = group.filter(|_| !tasks.is_empty()) {
                row += 1;
                text.push_str(&format!("{number}.{row} | {title} | | |\n"));
            }
            for Task { words, lead, year, .. } in tasks {
                row += usize::from(group.is_none());
                let number =
                    if group.is_none() { format!("{number}.{row}") } else { "-".to_owned() };
                text.push_str(&format!("{number} | {} | {lead} | | {year}\n", words.join(" ")));
            }
        }
    }
    let some = |fact: &str| Some(fact.to_owned());
    let options =
        ImportOptions { plan: some("k"), title: some("Kế hoạch"), ..ImportOptions::default() };
    let register = content::parse_register(&Tree::of([("agencies.toml", REGISTER)])).0;
    let read = Document::read(text.as_bytes(), "k.txt", &options);
    match read.and_then(|document| import(&document, &options, &register)) {
        Ok(import) => import,
        Err(faults) => panic!("{text}{}", report(&faults)),
    }
}

/// A content folder in memory, and the document that its plan was last made of.
struct Folder {
    content: Tree,
    last: Draft,
}

impl Folder {
    fn of(import: &Import) -> Self {
        Self { content: content::print(&import.draft), last: import.draft.clone() }
    }

    /// Imports a document; the account of it must close.
    fn import(&mut self, import: &Import) -> merge::Merged {
        let incoming = merge::Incoming {
            draft: &import.draft,
            base: Some(&self.last),
            last: Some("k.txt"),
            said: &import.draft.facts,
            accept: None,
        };
        let merged = match content::merge(&self.content, &incoming) {
            Ok(merged) => merged,
            Err(faults) => panic!("{}", report(&faults)),
        };
        if let Err(faults) = import.account(&merged.proof) {
            panic!("{}", report(&faults));
        }
        let stays = |path: &RelPath| !merged.removed.contains(path);
        let before = std::mem::take(&mut self.content).into_iter();
        self.content = before.filter(|(path, _)| stays(path)).chain(merged.files.clone()).collect();
        self.last = import.draft.clone();
        merged
    }

    /// The tasks by their ids.
    fn tasks(&self) -> BTreeMap<String, String> {
        let files = self.content.iter().filter(|(path, _)| path.names().count() == 4);
        let tasks = files.filter(|(path, _)| path.name() != "domain.md");
        tasks.map(|(path, file)| (path.stem().to_owned(), text_of(file))).collect()
    }

    /// The folder reads as content: the document's tasks and the withdrawn ones behind them, each place given once.
    fn expect_sound(&self, document: usize) {
        let mut content = self.content.clone();
        content.extend(Tree::of([("agencies.toml", REGISTER)]));
        // The document itself lies on the disk.
        let plan = RelPath::new("ke-hoach/k/plan.md").expect("a path");
        let text = text_of(content.get(&plan).expect("a plan"));
        let (head, _) = text.split_once("[[document]]").expect("a document");
        content.insert(plan, File::Bytes(format!("{head}+++\n").into_bytes()));
        let (library, diagnostics) = content::parse(&content);
        assert_eq!(diagnostics.count(Severity::Error), 0, "{}", report(&diagnostics));
        let tasks = &library.plans[0].tasks;
        assert_eq!(tasks.iter().filter(|task| task.withdrawn.is_none()).count(), document);
        assert!(tasks.iter().skip(document).all(|task| task.withdrawn.is_some()));
    }
}

fn text_of(file: &File) -> String {
    match file {
        File::Bytes(bytes) => String::from_utf8(bytes.clone()).expect("UTF-8"),
        File::Stored(_) => panic!("a stored file"),
    }
}

/// What a person may add to a task.
const ADDITIONS: [(&str, &str); 5] = [
    ("+++\n", "+++\n# xem lại\n"),
    ("+++\n", "+++\ntitle = 'Tên ngắn' # của người sửa\n"),
    ("order = ", "aliases = [ \"cu.html\", ]\norder   =   "),
    ("\n+++\n", "\n[[result]]\nstatus = \"hoan-thanh-dung-han\"\nbasis = \"Báo cáo\"\n+++\n"),
    ("\n+++\n", "\nsic = []\n+++\n\n"),
];

/// The folder after a person has added something to some tasks.
fn annotated(folder: &Folder, additions: &[(Index, usize)]) -> Tree {
    let mut content = folder.content.clone();
    let paths: Vec<RelPath> = content
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| path.names().count() == 4 && path.name() != "domain.md")
        .collect();
    let additions: BTreeMap<&RelPath, usize> =
        additions.iter().map(|(task, addition)| (task.get(&paths), *addition)).collect();
    for (path, addition) in additions {
        let (old, new) = ADDITIONS[addition];
        let text = text_of(content.get(path).expect("a task"));
        let text = text.replacen(old, new, 1) + "\n## Ghi chú\n\n*  một\n";
        content.insert(path.clone(), File::Bytes(text.into_bytes()));
    }
    content
}

fn documents() -> impl Strategy<Value = (Vec<Task>, Vec<Task>)> {
    let tasks = prop::collection::vec(task(), 1..9);
    let changes = prop::collection::vec(change(), 0..6);
    (tasks, changes).prop_map(|(tasks, changes)| (tasks.clone(), changed(tasks, changes)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_document_again_changes_nothing(
        (first, second) in documents(),
        additions in prop::collection::vec((any::<Index>(), 0..ADDITIONS.len()), 0..6),
    ) {
        let mut folder = Folder::of(&document(&first));
        folder.content = annotated(&folder, &additions);
        folder.import(&document(&second));
        let before = folder.content.clone();
        let merged = folder.import(&document(&second));
        prop_assert_eq!(merged.files, Tree::default());
        prop_assert!(merged.removed.is_empty());
        prop_assert_eq!(folder.content, before);
    }

    #[test]
    fn no_id_is_lost_or_used_again((first, second) in documents(), third in prop::collection::vec(task(), 1..5)) {
        let mut folder = Folder::of(&document(&first));
        folder.expect_sound(first.len());
        let mut known: BTreeSet<String> = BTreeSet::new();
        for tasks in [&second, &third, &first] {
            known.extend(folder.tasks().into_keys());
            let import = document(tasks);
            let merged = folder.import(&import);
            folder.expect_sound(tasks.len());
            let now: BTreeSet<String> = folder.tasks().into_keys().collect();
            prop_assert!(now.is_superset(&known), "an id is lost");
            let new = |change: &&merge::Change| {
                change.kind == merge::ChangeKind::New && change.subject == merge::Subject::Task
            };
            let new_tasks = merged.changes.list.iter().filter(new).count();
            prop_assert_eq!(now.len(), known.len() + new_tasks, "a new task has an id of its own");
        }
    }

    #[test]
    fn the_first_document_again_restores_its_tasks((first, second) in documents()) {
        let mut folder = Folder::of(&document(&first));
        let before = folder.tasks();
        folder.import(&document(&second));
        folder.import(&document(&first));
        let mut after = folder.tasks();
        after.retain(|id, _| before.contains_key(id));
        prop_assert_eq!(after, before);
    }
}
