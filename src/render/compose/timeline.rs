//! What falls when: tasks, or domains with their tasks, as bars over the quarters of their years.
//!
//! The calendar says which quarters a task touches, so that the bars and the pages of the years cannot disagree. A list of
//! more bars than a reader takes in is drawn by domain, each bar as high as many of its tasks are active. Each row has its
//! words beside it. Tasks without a period are absent.

use std::collections::{BTreeMap, BTreeSet};

use super::here::{Here, PlanAt};
use super::label::task_excerpt;
use crate::model::{Domain, DomainId, Period, Task};
use crate::render::view::{
    AxisYearView, BarView, LinkView, QuarterCountView, TimelineRowView, TimelineView,
    YearCountsView,
};
use crate::site::{Calendar, Route, TaskAt, Year};

/// More bars than this answer nothing at a glance.
const MOST_TASKS: usize = 40;

/// The width of a quarter, and the height of a row, in a picture's own units.
const QUARTER: usize = 10;
const HEIGHT: usize = 20;

/// The timeline of a plan: its domains, or the tasks of a plan without domains; and its tasks counted by quarter.
pub(super) fn of_plan(here: &Here<'_>, at: PlanAt<'_>) -> Option<TimelineView> {
    let tasks: Vec<TaskAt> =
        (0..at.plan.tasks.len()).map(|task| TaskAt { plan: at.index, task }).collect();
    let flat = at.plan.domains.iter().all(Domain::is_flat);
    let timeline = if flat && tasks.len() <= MOST_TASKS {
        by_task(here, &tasks)
    } else {
        // Each domain's page holds all its tasks, so that they can be counted beside the link.
        by_domain(here, &tasks, |domain| Some(at.plan.tasks_of(domain).count()))
    }?;
    let calendar = here.site.calendar(at.index)?;
    let counts = calendar.years.iter().map(|year| year_counts(here, at, year)).collect();
    Some(TimelineView { counts, ongoing: ongoing(here, at, calendar), ..timeline })
}

/// The timeline of tasks of one or more plans, as a domain's or an agency's page shows them.
pub(super) fn of_tasks(here: &Here<'_>, tasks: &[TaskAt]) -> Option<TimelineView> {
    if tasks.len() <= MOST_TASKS { by_task(here, tasks) } else { by_domain(here, tasks, |_| None) }
}

/// How many tasks are active in each quarter of the years that are shown.
type Quarters = Vec<usize>;

/// A row for each task that has a period.
fn by_task(here: &Here<'_>, tasks: &[TaskAt]) -> Option<TimelineView> {
    let axis = Axis::of(here, tasks)?;
    let quarters = axis.quarters(here, tasks, Some);
    let first = |at: &TaskAt| quarters.get(at).and_then(|row| row.iter().position(|n| *n > 0));
    let is_ongoing = |task: &Task| task.period.as_ref().is_some_and(Period::is_ongoing);
    let mut listed: Vec<(TaskAt, LinkView, String)> = Vec::new();
    for at in tasks {
        let Some((plan, task)) = here.site.task(*at) else { continue };
        let Some(period) = &task.period else { continue };
        if first(at).is_some() || is_ongoing(task) {
            let route = Route::Task(plan.id.clone(), task.id.clone());
            // A dash tells nothing apart.
            let number = task.dash.map_or(task.number.as_str(), |_| "");
            let label = here.heading(number, &task_excerpt(task));
            listed.push((*at, here.link(&route, label), period.printed.clone()));
        }
    }
    // Of tasks that begin together, the one that ends first stands first.
    let last = |at: &TaskAt| quarters.get(at).and_then(|row| row.iter().rposition(|n| *n > 0));
    listed.sort_by_key(|(at, ..)| (first(at).unwrap_or(usize::MAX), last(at)));
    let rows = listed.into_iter().map(|(at, item, when)| TimelineRowView {
        item,
        when,
        count: None,
        bars: quarters.get(&at).map(|row| bars(row, 1)).unwrap_or_default(),
    });
    Some(axis.view(here, rows.collect()))
}

/// A row for each domain that has a page.
fn by_domain(
    here: &Here<'_>,
    tasks: &[TaskAt],
    count: impl Fn(&Domain) -> Option<usize>,
) -> Option<TimelineView> {
    let axis = Axis::of(here, tasks)?;
    let quarters: BTreeMap<(usize, &DomainId), Quarters> =
        axis.quarters(here, tasks, |at| Some((at.plan, &here.site.task(at)?.1.domain)));
    let most = quarters.values().flatten().copied().max().unwrap_or(1);
    let mut rows = Vec::new();
    for index in &axis.plans {
        let Some(plan) = here.site.library.plans.get(*index) else { continue };
        let of_plan = tasks.iter().filter(|at| at.plan == *index);
        let concerned: BTreeSet<&DomainId> =
            of_plan.filter_map(|at| Some(&plan.tasks.get(at.task)?.domain)).collect();
        for domain in plan.domains.iter().filter(|domain| concerned.contains(&domain.id)) {
            let row = quarters.get(&(*index, &domain.id));
            let count = count(domain);
            rows.extend(here.domain_link(plan, domain).map(|item| TimelineRowView {
                item,
                when: count.map(|count| here.tasks_in_words(count)).unwrap_or_default(),
                count,
                bars: row.map(|row| bars(row, most)).unwrap_or_default(),
            }));
        }
    }
    Some(TimelineView { by_domain: true, ..axis.view(here, rows) })
}

/// The years that a picture shows, and the plans that they are of.
struct Axis {
    plans: Vec<usize>,
    first: i16,
    last: i16,
}

impl Axis {
    /// The years of the plans of some tasks; none where none of the tasks has a day.
    fn of(here: &Here<'_>, tasks: &[TaskAt]) -> Option<Self> {
        let mut plans: Vec<usize> = tasks.iter().map(|at| at.plan).collect();
        plans.sort_unstable();
        plans.dedup();
        let is_dated = |at: &TaskAt| {
            let period = here.site.task(*at).and_then(|(_, task)| task.period.as_ref());
            period.is_some_and(|period| !period.stretches().is_empty())
        };
        if !tasks.iter().any(is_dated) {
            return None;
        }
        let calendars = plans.iter().filter_map(|plan| here.site.calendar(*plan));
        let years: Vec<i16> =
            calendars.flat_map(|calendar| calendar.years.iter().map(|year| year.year)).collect();
        Some(Self { first: *years.iter().min()?, last: *years.iter().max()?, plans })
    }

    fn years(&self) -> impl Iterator<Item = i16> {
        self.first..=self.last
    }

    /// The quarters of each row, where `row_of` says to which row a task belongs.
    fn quarters<Row: Ord>(
        &self,
        here: &Here<'_>,
        tasks: &[TaskAt],
        row_of: impl Fn(TaskAt) -> Option<Row>,
    ) -> BTreeMap<Row, Quarters> {
        let mut rows: BTreeMap<Row, Quarters> = BTreeMap::new();
        let length = self.years().count() * 4;
        for plan in &self.plans {
            let Some(of_plan) = here.site.library.plans.get(*plan) else { continue };
            // A year may hold all tasks of a plan, of which few are wanted.
            let mut wanted = vec![false; of_plan.tasks.len()];
            for at in tasks.iter().filter(|at| at.plan == *plan) {
                if let Some(wanted) = wanted.get_mut(at.task) {
                    *wanted = true;
                }
            }
            let is_wanted = |task: &&usize| wanted.get(**task).is_some_and(|wanted| *wanted);
            let years = here.site.calendar(*plan).map(|calendar| calendar.years.as_slice());
            for year in years.unwrap_or_default() {
                let before = usize::try_from(year.year - self.first).unwrap_or_default() * 4;
                for (quarter, listed) in year.quarters.iter().enumerate() {
                    for task in listed.iter().chain(&year.whole).filter(is_wanted) {
                        let at = TaskAt { plan: *plan, task: *task };
                        let Some(row) = row_of(at) else { continue };
                        let row = rows.entry(row).or_insert_with(|| vec![0; length]);
                        if let Some(count) = row.get_mut(before + quarter) {
                            *count += 1;
                        }
                    }
                }
            }
        }
        rows
    }

    /// The picture of these rows.
    fn view(&self, here: &Here<'_>, rows: Vec<TimelineRowView>) -> TimelineView {
        let only = match self.plans.as_slice() {
            [only] => here.site.library.plans.get(*only),
            _ => None,
        };
        let year = |year: i16| AxisYearView {
            year,
            href: only.map(|plan| here.href(&Route::Year(plan.id.clone(), year))),
        };
        let years = self.years().count();
        let lines = (1..years).map(|year| format!("M{} 0V{HEIGHT}", year * 4 * QUARTER));
        TimelineView {
            width: years * 4 * QUARTER,
            height: HEIGHT,
            grid: lines.collect(),
            years: self.years().map(year).collect(),
            by_domain: false,
            rows,
            counts: Vec::new(),
            ongoing: None,
        }
    }
}

/// A bar for each run of quarters with equally many tasks; `most` of them fill the height.
fn bars(quarters: &Quarters, most: usize) -> Vec<BarView> {
    let mut bars: Vec<BarView> = Vec::new();
    for (index, count) in quarters.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (HEIGHT * count / most.max(1)).clamp(1, HEIGHT);
        let x = index * QUARTER;
        match bars.last_mut().filter(|bar| bar.x + bar.width == x && bar.height == height) {
            Some(bar) => bar.width += QUARTER,
            None => bars.push(BarView { x, y: HEIGHT - height, width: QUARTER, height }),
        }
    }
    bars
}

/// The sections of a year's page, each with as many tasks as stand there.
fn year_counts(here: &Here<'_>, at: PlanAt<'_>, year: &Year) -> YearCountsView {
    let href = here.href(&Route::Year(at.plan.id.clone(), year.year));
    let section = |anchor: &str, heading: String, tasks: &[usize]| QuarterCountView {
        heading,
        href: format!("{href}#{anchor}"),
        count: tasks.len(),
        tasks_in_words: here.tasks_in_words(tasks.len()),
    };
    let quarters = [("quy-1", "I"), ("quy-2", "II"), ("quy-3", "III"), ("quy-4", "IV")];
    let mut sections: Vec<QuarterCountView> = quarters
        .into_iter()
        .zip(&year.quarters)
        .map(|((anchor, roman), tasks)| {
            section(anchor, here.say("quarter", &[("roman", roman)]), tasks)
        })
        .collect();
    sections.push(section("ca-nam", here.say("whole_year", &[]), &year.whole));
    YearCountsView { year: year.year, href, sections }
}

fn ongoing(here: &Here<'_>, at: PlanAt<'_>, calendar: &Calendar) -> Option<QuarterCountView> {
    let first = calendar.years.first().filter(|_| !calendar.ongoing.is_empty())?;
    let page = here.href(&Route::Year(at.plan.id.clone(), first.year));
    Some(QuarterCountView {
        heading: here.say("ongoing", &[]),
        href: format!("{page}#thuong-xuyen"),
        count: calendar.ongoing.len(),
        tasks_in_words: here.tasks_in_words(calendar.ongoing.len()),
    })
}
