//! `du-lieu/tat-ca.ndjson`: all tasks of all plans, a line of JSON each.

use serde::Serialize;

use super::TaskData;
use super::build::task_data;
use crate::render::compose::Here;

/// From how many lines it is told how long others are.
const SAMPLE: usize = 100;

/// A line: a task of any plan.
#[derive(Debug, Serialize)]
struct TaskLine {
    /// The plan's id; a task's own is unique only within it.
    plan: String,
    #[serde(flatten)]
    task: TaskData,
}

/// The bytes of the file.
pub(super) fn every_task(here: &Here<'_>) -> Vec<u8> {
    let plans = &here.site.library.plans;
    let count: usize = plans.iter().map(|plan| plan.tasks.len()).sum();
    let mut lines: Vec<u8> = Vec::new();
    let all = plans.iter().flat_map(|plan| plan.tasks.iter().map(move |task| (plan, task)));
    for (index, (plan, task)) in all.enumerate() {
        if index == SAMPLE {
            // A file of all plans is large, and growing bit by bit it would stand in memory twice. Room that is not used takes none.
            lines.reserve(2 * lines.len() / SAMPLE * (count - index));
        }
        let line = TaskLine { plan: plan.id.to_string(), task: task_data(here, plan, task) };
        // Writing into memory cannot fail.
        let _ = serde_json::to_writer(&mut lines, &line);
        lines.push(b'\n');
    }
    lines
}
