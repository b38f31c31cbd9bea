//! What tables and calendars say of each task: made when it is first asked for, and then kept, since a task stands in the lists of
//! its plan, its domain, its years and every agency that it names.

use std::sync::OnceLock;

use super::calendar::event;
use super::csv::cells;
use super::list::Entry;
use crate::render::compose::Here;
use crate::site::{Site, TaskAt};

/// The lines of a site's tasks: a list a plan.
#[derive(Default)]
pub(in crate::render) struct Lines(OnceLock<Vec<Vec<TaskLines>>>);

/// The lines of a task.
#[derive(Default)]
struct TaskLines {
    /// The columns that all tables have, as CSV.
    cells: OnceLock<Box<str>>,
    /// The event of its last day; empty where it has none.
    event: OnceLock<Box<str>>,
}

impl Lines {
    /// The columns that all tables have, as CSV without an end of line.
    pub(super) fn cells(&self, here: &Here<'_>, entry: &Entry<'_>) -> &str {
        let make = || cells(here, entry.plan, entry.task).into();
        self.of(here.site, entry.at).map_or("", |lines| lines.cells.get_or_init(make))
    }

    /// The event of its last day, as lines of a calendar; empty where it has none.
    pub(super) fn event(&self, here: &Here<'_>, entry: &Entry<'_>) -> &str {
        let make = || event(here, entry.plan, entry.task).into();
        self.of(here.site, entry.at).map_or("", |lines| lines.event.get_or_init(make))
    }

    fn of(&self, site: &Site, at: TaskAt) -> Option<&TaskLines> {
        let none_yet = || {
            let plans = site.library.plans.iter();
            plans.map(|plan| plan.tasks.iter().map(|_| TaskLines::default()).collect()).collect()
        };
        self.0.get_or_init(none_yet).get(at.plan)?.get(at.task)
    }
}
