//! Who has to do with which tasks: as lead, as coordinator, through a collective; and with whom.

use std::collections::{BTreeMap, BTreeSet};

use super::LONGEST_LIST;
use crate::model::{AgencyId, Library, Mention, Register, Task};

/// A task of the site: the place of its plan in the library, and its own in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaskAt {
    /// The place of the plan in `library.plans`.
    pub plan: usize,
    /// The place of the task in `plan.tasks`.
    pub task: usize,
}

/// In which role an agency is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It leads.
    Lead,
    /// It takes part.
    Coordinating,
}

/// A task that reaches an agency only through a collective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    /// The task.
    pub at: TaskAt,
    /// The collective.
    pub collective: AgencyId,
    /// The collective's role.
    pub role: Role,
}

/// The tasks of an agency. The three lists share no task, except that one may be led and coordinated alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Involvement {
    /// Tasks that it leads, in the order of plans and documents.
    pub led: Vec<TaskAt>,
    /// Tasks that it takes part in.
    pub coordinated: Vec<TaskAt>,
    /// Tasks that reach it only through a collective.
    pub through: Vec<Through>,
    /// Other agencies named on its tasks, and on how many and which.
    pub partners: BTreeMap<AgencyId, Shared>,
}

/// Tasks that two agencies have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// How many there are.
    pub count: usize,
    /// Which; none where there are more than the page of an agency lists.
    pub tasks: Vec<TaskAt>,
}

impl Shared {
    fn push(&mut self, at: TaskAt) {
        self.count += 1;
        if self.count <= LONGEST_LIST {
            self.tasks.push(at);
        } else {
            // Of a hundred thousand tasks, these lists would be most of what is kept.
            self.tasks = Vec::new();
        }
    }
}

/// That of an agency without tasks.
pub(super) static NO_TASKS: Involvement = Involvement {
    led: Vec::new(),
    coordinated: Vec::new(),
    through: Vec::new(),
    partners: BTreeMap::new(),
};

impl Involvement {
    /// How many tasks there are in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.led.len() + self.coordinated.len() + self.through.len()
    }

    /// Its tasks in one plan, which is given by its place in the library, or all of them.
    #[must_use]
    pub fn within(&self, plan: Option<usize>) -> Share<'_> {
        Share {
            led: of_plan(&self.led, plan, |at| at.plan),
            coordinated: of_plan(&self.coordinated, plan, |at| at.plan),
            through: of_plan(&self.through, plan, |through| through.at.plan),
        }
    }
}

/// What an agency has to do in one plan, or in all.
#[derive(Debug, Clone, Copy)]
pub struct Share<'a> {
    /// Tasks that it leads.
    pub led: &'a [TaskAt],
    /// Tasks that it takes part in.
    pub coordinated: &'a [TaskAt],
    /// Tasks that reach it only through a collective.
    pub through: &'a [Through],
}

impl Share<'_> {
    /// The tasks, each once, in the order of plans and documents.
    #[must_use]
    pub fn tasks(&self) -> Vec<TaskAt> {
        let direct = self.led.iter().chain(self.coordinated).copied();
        let mut tasks: Vec<TaskAt> =
            direct.chain(self.through.iter().map(|through| through.at)).collect();
        tasks.sort_unstable();
        tasks.dedup();
        tasks
    }
}

/// The stretch of a list, which is in the order of plans, that lies in one of them; without one, the whole list.
fn of_plan<T>(list: &[T], plan: Option<usize>, plan_of: impl Fn(&T) -> usize) -> &[T] {
    let Some(plan) = plan else { return list };
    let start = list.partition_point(|one| plan_of(one) < plan);
    let rest = list.get(start..).unwrap_or_default();
    let end = rest.partition_point(|one| plan_of(one) == plan);
    rest.get(..end).unwrap_or_default()
}

/// The involvement of every agency that has any.
#[must_use]
pub(super) fn involvements(library: &Library) -> BTreeMap<AgencyId, Involvement> {
    let mut all: BTreeMap<AgencyId, Involvement> = BTreeMap::new();
    for (plan_index, plan) in library.plans.iter().enumerate() {
        for (task_index, task) in plan.tasks.iter().enumerate() {
            let at = TaskAt { plan: plan_index, task: task_index };
            involve(task, at, &library.register, &mut all);
        }
    }
    all
}

fn involve(
    task: &Task,
    at: TaskAt,
    register: &Register,
    all: &mut BTreeMap<AgencyId, Involvement>,
) {
    let leads = distinct(&task.lead);
    let coordinators = distinct(&task.coordinating);
    for id in &leads {
        all.entry((*id).clone()).or_default().led.push(at);
    }
    for id in &coordinators {
        all.entry((*id).clone()).or_default().coordinated.push(at);
    }
    let named: BTreeSet<&AgencyId> = leads.iter().chain(&coordinators).copied().collect();
    for id in &named {
        let involvement = all.entry((*id).clone()).or_default();
        for partner in named.iter().filter(|partner| *partner != id) {
            involvement.partners.entry((*partner).clone()).or_default().push(at);
        }
    }
    let mut reached: BTreeSet<AgencyId> = BTreeSet::new();
    let roles = [(Role::Lead, &leads), (Role::Coordinating, &coordinators)];
    for (role, ids) in roles {
        for collective in ids {
            for member in members(collective, register) {
                if !named.contains(&member) && reached.insert(member.clone()) {
                    let through = Through { at, collective: (*collective).clone(), role };
                    all.entry(member).or_default().through.push(through);
                }
            }
        }
    }
}

fn distinct(mentions: &[Mention]) -> Vec<&AgencyId> {
    let mut ids: Vec<&AgencyId> = Vec::new();
    for mention in mentions {
        if !ids.contains(&&mention.agency) {
            ids.push(&mention.agency);
        }
    }
    ids
}

/// The members of a collective, and those of collectives among them.
fn members(collective: &AgencyId, register: &Register) -> BTreeSet<AgencyId> {
    let mut found: BTreeSet<AgencyId> = BTreeSet::new();
    let mut open: Vec<&AgencyId> = vec![collective];
    while let Some(id) = open.pop() {
        let agency = register.get(id);
        for member in agency.into_iter().flat_map(|agency| &agency.members) {
            if member != collective && found.insert(member.clone()) {
                open.push(member);
            }
        }
    }
    found
}
