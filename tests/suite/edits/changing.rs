//! A small sound site, and all that somebody may change about it.

use std::collections::BTreeMap;

/// A source of random numbers (xorshift) that says with what it began.
#[derive(Debug)]
pub(super) struct Random {
    #[allow(dead_code, reason = "read by the messages of failing tests")]
    seed: u64,
    #[allow(dead_code, reason = "read by the messages of failing tests")]
    state: u64,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, state: seed | 1 }
    }

    /// A number below a limit.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        let limit = u64::try_from(limit.max(1)).expect("a small number");
        usize::try_from(self.state % limit).expect("a small number")
    }
}

/// A site. Numbers stand for words: another number is another text.
#[derive(Debug, Default)]
pub(super) struct Changing {
    title: usize,
    base_url: bool,
    english: bool,
    place: usize,
    /// The name of a further agency, which some tasks name.
    agency: Option<usize>,
    prose: Option<usize>,
    picture: Option<usize>,
    /// A template of the site's own, over the theme's.
    template: Option<usize>,
    plans: BTreeMap<usize, Plan>,
    /// The last number that was given.
    last: usize,
}

#[derive(Debug, Default)]
struct Plan {
    title: usize,
    document: Option<usize>,
    domains: BTreeMap<usize, BTreeMap<usize, Task>>,
}

#[derive(Debug, Default)]
struct Task {
    words: usize,
    year: usize,
    led_by_further: bool,
    withdrawn: bool,
}

impl Changing {
    pub(super) fn new() -> Self {
        let tasks = |count| (1..=count).map(|task| (task, Task::default())).collect();
        let first = Plan { domains: [(1, tasks(3)), (2, tasks(2))].into(), ..Plan::default() };
        let second = Plan { domains: [(1, tasks(1))].into(), ..Plan::default() };
        Self { plans: [(1, first), (2, second)].into(), last: 10, ..Self::default() }
    }

    /// Changes something, and says what.
    pub(super) fn change(&mut self, random: &mut Random) -> String {
        self.last += 1;
        let new = self.last;
        let plan = *nth(self.plans.keys(), random);
        let many_plans = self.plans.len() > 1;
        let own = self.plans.get_mut(&plan).expect("a plan");
        let domain = *nth(own.domains.keys(), random);
        let many_domains = own.domains.len() > 1;
        let tasks = own.domains.get_mut(&domain).expect("a domain");
        let place = nth(tasks.keys(), random).to_owned();
        let many_tasks = tasks.len() > 1;
        let task = tasks.get_mut(&place).expect("a task");
        let changed = match random.below(20) {
            0..=4 => {
                task.words = new;
                "the words of a task"
            }
            5 => {
                task.year = random.below(4);
                "the year of a task"
            }
            6 => {
                task.withdrawn = !task.withdrawn;
                "whether a task is withdrawn"
            }
            7 => {
                self.agency.get_or_insert(new);
                task.led_by_further = !task.led_by_further;
                "who leads a task"
            }
            8 | 9 => {
                tasks.insert(new, Task { words: new, ..Task::default() });
                "a new task"
            }
            10 if many_tasks => {
                tasks.remove(&place);
                "a task removed"
            }
            11 => {
                own.domains.insert(new, [(1, Task::default())].into());
                "a new domain"
            }
            12 if many_domains => {
                own.domains.remove(&domain);
                "a domain removed"
            }
            13 if many_plans => {
                self.plans.remove(&plan);
                "a plan removed"
            }
            14 => {
                let domains = [(1, [(1, Task::default())].into())].into();
                self.plans.insert(new, Plan { title: new, domains, ..Plan::default() });
                "a new plan"
            }
            15 => {
                own.title = new;
                own.document = if own.document.is_some() { None } else { Some(new) };
                "the title and the document of a plan"
            }
            16 => {
                self.agency = self.agency.map(|_| new);
                self.place = new % 3;
                "the register"
            }
            17 => {
                self.prose = if self.prose.is_some() { None } else { Some(new) };
                self.picture = Some(new % 2);
                "a page of prose and a picture"
            }
            18 => {
                self.template = if self.template.is_some() { None } else { Some(new) };
                "a template"
            }
            _ => {
                (self.title, self.base_url) = (new, !self.base_url);
                self.english = new.is_multiple_of(2);
                "the settings"
            }
        };
        changed.to_owned()
    }

    /// The files of the site, by their paths.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        let languages = if self.english { "[\"vi\", \"en\"]" } else { "[\"vi\"]" };
        let base_url = if self.base_url { "base_url = \"https://mau.example\"\n" } else { "" };
        files.insert(
            "content/site.toml".to_owned(),
            format!(
                "format = 1\ntitle = \"Trang {}\"\nlanguages = {languages}\n{base_url}",
                self.title
            ),
        );
        let agency = |id: &str, name: &str| {
            format!(
                "[[agency]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"so\"\nplace = \"Tỉnh {}\"\n\n",
                self.place
            )
        };
        let further = self.agency.map(|name| agency("so-khac", &format!("Sở Khác {name}")));
        files.insert(
            "content/agencies.toml".to_owned(),
            agency("so-y-te", "Sở Y tế") + &further.unwrap_or_default(),
        );
        let prose = self.prose.map(|words| {
            format!("+++\ntitle = \"Giới thiệu {words}\"\norder = 1\n+++\nVề trang này.\n")
        });
        files.extend(prose.map(|text| ("content/gioi-thieu.md".to_owned(), text)));
        files.extend(
            self.picture.map(|text| ("content/tep/anh.txt".to_owned(), format!("{text}\n"))),
        );
        let template = |words| {
            format!(
                "{{% extends \"base.html\" %}}{{% block content %}}<h1>{{{{ page.heading }}}}</h1><p>{words}</p>{{% endblock %}}"
            )
        };
        files.extend(
            self.template
                .map(|words| ("themes/cong-bo/templates/404.html".to_owned(), template(words))),
        );
        for (id, plan) in &self.plans {
            self.write_plan(&format!("content/ke-hoach/k-{id}-2025"), plan, &mut files);
        }
        files
    }

    fn write_plan(&self, folder: &str, plan: &Plan, files: &mut BTreeMap<String, String>) {
        let document =
            plan.document.map(|text| (format!("{folder}/nguon/ban-ky.txt"), format!("{text}\n")));
        let declared = if document.is_some() {
            "document = [{ file = \"ban-ky.txt\", role = \"signed\" }]\n"
        } else {
            ""
        };
        files.insert(
            format!("{folder}/plan.md"),
            format!("+++\nformat = 1\ntitle = \"Kế hoạch {}\"\nplace = \"Tỉnh {}\"\nissued = \"2025\"\n{declared}+++\n", plan.title, self.place),
        );
        files.extend(document);
        for (domain, tasks) in &plan.domains {
            files.insert(
                format!("{folder}/m-{domain}/domain.md"),
                format!("+++\nnumber = \"{domain}\"\ntitle = \"Lĩnh vực {domain}\"\norder = {domain}\n+++\n"),
            );
            for (number, task) in tasks {
                let lead = match self.agency {
                    Some(name) if task.led_by_further => format!("Sở Khác {name}"),
                    _ => "Sở Y tế".to_owned(),
                };
                let order = domain * 1000 + number;
                let withdrawn =
                    if task.withdrawn { "withdrawn = { basis = \"Văn bản\" }\n" } else { "" };
                files.insert(
                    format!("{folder}/m-{domain}/m-{domain}-{number}.md"),
                    format!("+++\nnumber = \"{domain}.{number}\"\nlead = [\"{lead}\"]\nperiod = \"{}\"\norder = {order}\n{withdrawn}+++\nKhám sức khỏe đợt {}.\n", 2023 + task.year, task.words),
                );
            }
        }
    }
}

/// One of some, at random.
fn nth<'k>(mut keys: impl ExactSizeIterator<Item = &'k usize>, random: &mut Random) -> &'k usize {
    let place = random.below(keys.len());
    keys.nth(place).expect("a key")
}
