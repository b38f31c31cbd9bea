//! When a plan's tasks are to be done: by year and quarter, and what has no end apart.

use std::collections::BTreeMap;

use crate::model::{Day, Period, Plan, Stretch};

/// The tasks of a plan by year; tasks are places in `plan.tasks`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The years, first to last, without gaps.
    pub years: Vec<Year>,
    /// Ongoing and recurring tasks, in the order of the document.
    pub ongoing: Vec<usize>,
}

/// The dated tasks of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Tasks of each quarter that do not fill the whole year; a task may stand in several.
    pub quarters: [Vec<usize>; 4],
    /// Tasks that are active in all four quarters.
    pub whole: Vec<usize>,
}

impl Year {
    /// Whether a task is active in the year.
    #[must_use]
    pub fn contains(&self, task: usize) -> bool {
        // Every list is in the order of the document.
        let mut lists = self.quarters.iter().chain([&self.whole]);
        lists.any(|tasks| tasks.binary_search(&task).is_ok())
    }

    /// How many tasks are active in the year.
    #[must_use]
    pub fn count(&self) -> usize {
        let mut tasks: Vec<usize> =
            self.quarters.iter().flatten().chain(&self.whole).copied().collect();
        tasks.sort_unstable();
        tasks.dedup();
        tasks.len()
    }
}

impl Calendar {
    /// The calendar of a plan. Open ends are clipped to the plan's period; where that is not known, to the days that
    /// the plan names.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let stretches: Vec<(usize, Stretch)> = plan
            .tasks
            .iter()
            .enumerate()
            .filter_map(|(index, task)| Some((index, task.period.as_ref()?)))
            .flat_map(|(index, period)| period.stretches().into_iter().map(move |s| (index, s)))
            .collect();
        let is_ongoing = |index: &usize| {
            plan.tasks.get(*index).and_then(|t| t.period.as_ref()).is_some_and(|p| p.is_ongoing())
        };
        let ongoing = (0..plan.tasks.len()).filter(is_ongoing).collect();
        let Some((first, last)) = bounds(plan, &stretches) else {
            return Self { years: Vec::new(), ongoing };
        };
        let mut years: BTreeMap<i16, Year> = (first.year()..=last.year())
            .map(|year| (year, Year { year, ..Year::default() }))
            .collect();
        for (task, (start, end)) in stretches {
            let (start, end) = (start.unwrap_or(first), end.unwrap_or(last));
            for (_, year) in years.range_mut(start.year().min(end.year())..=end.year()) {
                place(task, start, end, year);
            }
        }
        Self { years: years.into_values().collect(), ongoing }
    }

    /// The years of the calendar in which a period is active; none for what is ongoing.
    #[must_use]
    pub fn years_of(&self, period: &Period) -> Vec<i16> {
        let stretches = period.stretches();
        let touches = |year: i16, (start, end): &Stretch| {
            start.is_none_or(|day| day.year() <= year) && end.is_none_or(|day| year <= day.year())
        };
        let years = self.years.iter().map(|year| year.year);
        years.filter(|year| stretches.iter().any(|stretch| touches(*year, stretch))).collect()
    }
}

/// The first and the last day that the calendar shows: the plan's period and all that its tasks name.
fn bounds(plan: &Plan, stretches: &[(usize, Stretch)]) -> Option<(Day, Day)> {
    let of_plan = plan.facts.period.iter().flat_map(|period| period.stretches());
    let of_tasks = stretches.iter().map(|(_, stretch)| *stretch);
    let days: Vec<Day> =
        of_plan.chain(of_tasks).flat_map(|(start, end)| [start, end]).flatten().collect();
    Some((*days.iter().min()?, *days.iter().max()?))
}

/// Puts a task into the quarters of a year that it touches.
fn place(task: usize, start: Day, end: Day, year: &mut Year) {
    let touches = |quarter: usize| {
        let month = i8::try_from(quarter * 3).unwrap_or_default();
        let first = Day::first_of_month(year.year, month + 1);
        let last = Day::last_of_month(year.year, month + 3);
        first.zip(last).is_some_and(|(first, last)| start <= last && first <= end)
    };
    let filled: Vec<usize> = (0..4).filter(|quarter| touches(*quarter)).collect();
    let lists: Vec<&mut Vec<usize>> = if filled.len() == 4 {
        vec![&mut year.whole]
    } else {
        let quarters = year.quarters.iter_mut().enumerate();
        quarters.filter(|(quarter, _)| filled.contains(quarter)).map(|(_, list)| list).collect()
    };
    for list in lists {
        if list.last() != Some(&task) {
            list.push(task);
        }
    }
}
