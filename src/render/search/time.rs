//! A period in the words that people ask for it with: its years, and its quarters where it is no whole year.

use std::collections::BTreeSet;

use crate::model::{Day, Period, Plan};

/// Quarters as plans number them.
const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// The longest stretch whose years are counted: a slip of a digit must not make a thousand.
const MOST_YEARS: i16 = 100;

/// The years that a period touches, open ends clipped to the plan's own period; none for ongoing work.
pub(super) fn years(plan: &Plan, period: &Period) -> Vec<i16> {
    let (first, last) = plan_years(plan);
    let mut years = BTreeSet::new();
    for (start, end) in period.stretches() {
        let start = start.map(Day::year).or(first).or(end.map(Day::year));
        let end = end.map(Day::year).or(last).or(start);
        if let (Some(start), Some(end)) = (start, end) {
            years.extend(start..=end.min(start.saturating_add(MOST_YEARS)));
        }
    }
    years.into_iter().collect()
}

/// The years of a plan's own period, in which its ongoing work is done.
pub(super) fn years_of_plan(plan: &Plan) -> Vec<i16> {
    match plan_years(plan) {
        (Some(first), Some(last)) => (first..=last.min(first.saturating_add(MOST_YEARS))).collect(),
        _ => Vec::new(),
    }
}

/// "quý III năm 2022; quý 3 năm 2022; Q3/2022" for each quarter that a part of a year touches.
pub(super) fn quarters(period: &Period) -> Vec<String> {
    let mut words = Vec::new();
    for (start, end) in period.stretches() {
        let (Some(start), Some(end)) = (start, end) else { continue };
        let year = start.year();
        let reaches = |quarter: i8| {
            let first = Day::first_of_month(year, quarter * 3 - 2);
            let last = Day::last_of_month(year, quarter * 3);
            first.zip(last).is_some_and(|(first, last)| start <= last && first <= end)
        };
        let touched: Vec<i8> = (1..=4).filter(|quarter| reaches(*quarter)).collect();
        if end.year() != year || touched.len() == ROMAN.len() {
            continue;
        }
        for (quarter, roman) in (1..=4).zip(ROMAN).filter(|(quarter, _)| touched.contains(quarter))
        {
            words.push(format!(
                "quý {roman} năm {year}; quý {quarter} năm {year}; Q{quarter}/{year}"
            ));
        }
    }
    words
}

fn plan_years(plan: &Plan) -> (Option<i16>, Option<i16>) {
    let stretches = plan.facts.period.iter().flat_map(Period::stretches);
    let days: Vec<Day> = stretches.flat_map(|(start, end)| [start, end]).flatten().collect();
    (days.iter().min().copied().map(Day::year), days.iter().max().copied().map(Day::year))
}
