//! Home, year, search, data, prose, and the page for what was not found.

use std::sync::Arc;

use super::examples::{examples, in_address};
use super::here::{Here, PlanAt};
use super::item::{ListKind, Listed, items};
use super::lists::Within;
use super::{Subject, downloads, filters, plan as plan_compose};
use crate::diagnostic::Diagnostic;
use crate::markdown;
use crate::model::{Plan, Prose};
use crate::render::view::{
    ChoiceView, DataFileView, DataView, HomeView, LinkView, PlanDataView, ProseView, QuarterView,
    SearchView, YearView,
};
use crate::site::fragment::{ONGOING, QUARTERS, WHOLE_YEAR};
use crate::site::{Route, TaskAt};
use crate::text;

/// How many lead agencies the home page shows.
const HOME_LEADS: usize = 10;

/// How much of a prose page's first paragraph describes it to search engines, in characters.
const PROSE_DESCRIPTION: usize = 200;

fn plain_subject(here: &Here<'_>, heading: &str, description: &str) -> Subject {
    let heading = here.say(heading, &[]);
    Subject {
        title: heading.clone(),
        heading,
        description: Some(here.say(description, &[])),
        above: Vec::new(),
    }
}

pub(super) fn home_subject(here: &Here<'_>) -> Subject {
    let config = &here.site.config;
    Subject {
        heading: config.title.clone(),
        title: config.title.clone(),
        description: config.description.clone(),
        above: Vec::new(),
    }
}

pub(super) fn home(here: &Here<'_>) -> HomeView {
    let library = &here.site.library;
    let tasks = library.plans.iter().flat_map(|plan| &plan.tasks);
    let plans = library.plans.iter().enumerate();
    HomeView {
        plans: plans
            .map(|(index, plan)| plan_compose::summary(here, PlanAt { index, plan }))
            .collect(),
        tasks_in_words: here.tasks_in_words(tasks.clone().count()),
        leads: plan_compose::leads(here, tasks, Within::Site)
            .into_iter()
            .take(HOME_LEADS)
            .collect(),
    }
}

pub(super) fn year_subject(here: &Here<'_>, at: PlanAt<'_>, year: i16) -> Subject {
    let plan = here.plan_short(at.plan);
    let year = year.to_string();
    let values = [("year", year.as_str()), ("plan", plan.as_str())];
    Subject {
        heading: here.say("year_heading", &values),
        title: here.say("year_of_plan", &values),
        description: Some(here.say("description_year", &values)),
        above: vec![(Route::Plan(at.plan.id.clone()), plan)],
    }
}

/// The page of a year; nothing for a year that the plan does not have.
///
/// # Errors
/// Faults of the theme's items.
pub(super) fn year(
    here: &Here<'_>,
    at: PlanAt<'_>,
    year: i16,
) -> Result<Option<YearView>, Diagnostic> {
    let Some(calendar) = here.site.calendar(at.index) else { return Ok(None) };
    let index = calendar.years.iter().position(|known| known.year == year);
    let Some((index, entry)) = index.and_then(|index| Some((index, calendar.years.get(index)?)))
    else {
        return Ok(None);
    };
    let quarters = QUARTERS.into_iter().zip(["I", "II", "III", "IV"]).zip(&entry.quarters);
    let quarter =
        |((anchor, roman), tasks)| (anchor, here.say("quarter", &[("roman", roman)]), tasks);
    let lists: Vec<(&'static str, String, &Vec<usize>)> = quarters
        .map(quarter)
        .chain([
            (WHOLE_YEAR, here.say("whole_year", &[]), &entry.whole),
            (ONGOING, here.say("ongoing", &[]), &calendar.ongoing),
        ])
        .collect();
    let listed = lists.iter().flat_map(|(.., tasks)| *tasks);
    let listed = listed.map(|task| TaskAt { plan: at.index, task: *task });
    let filters = filters::of_tasks(here, listed);
    let kind = ListKind { filters: filters.is_some(), lead_known: false };
    let section = |(anchor, heading, tasks): (&'static str, String, &Vec<usize>)| {
        let listed: Vec<Listed<'_>> = tasks
            .iter()
            .map(|task| Listed { at: TaskAt { plan: at.index, task: *task }, through: None })
            .collect();
        let items_html = items(here, &listed, kind)?;
        Ok(QuarterView { anchor, heading, count: tasks.len(), items_html })
    };
    let sections: Vec<QuarterView> = lists.into_iter().map(section).collect::<Result<_, _>>()?;
    let neighbour = |index: Option<usize>| {
        let year = index.and_then(|index| calendar.years.get(index))?.year;
        let label = here.say("year_heading", &[("year", &year.to_string())]);
        Some(here.in_parts(here.link(&Route::Year(at.plan.id.clone(), year), label)))
    };
    Ok(Some(YearView {
        year,
        plan: here.plan_link(at.plan),
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        filters,
        sections,
        dated_count: entry.count(),
        dated_in_words: here.counted("dated_count", entry.count()),
        ongoing_count: calendar.ongoing.len(),
        ongoing_in_words: here.counted("ongoing_count", calendar.ongoing.len()),
        downloads: downloads::of_year(here, at.plan, year),
    }))
}

pub(super) fn search_subject(here: &Here<'_>) -> Subject {
    plain_subject(here, "search_heading", "description_search")
}

pub(super) fn search(here: &Here<'_>) -> SearchView {
    let example = |words: String| {
        let query = in_address(&words);
        LinkView {
            href: format!("{}?q={query}", here.href(&Route::Search)),
            label: words,
            lang_html: here.lang_html(),
        }
    };
    let agencies = here.link(&Route::Agencies, here.say("agencies_heading", &[]));
    let mut lists = vec![here.in_parts(agencies)];
    for (index, plan) in here.site.library.plans.iter().enumerate() {
        lists.push(here.in_parts(here.plan_link(plan)));
        // Of many plans the domains would be too long a list; each plan's page has them.
        if here.site.library.plans.len() == 1 {
            let domains = plan.domains.iter().filter_map(|domain| here.domain_link(plan, domain));
            lists.extend(domains.map(|domain| here.in_parts(domain)));
        }
        let years = here.site.calendar(index).map(|calendar| calendar.years.as_slice());
        for year in years.unwrap_or_default() {
            let (number, short) = (year.year.to_string(), here.plan_short(plan));
            let route = Route::Year(plan.id.clone(), year.year);
            let words = (("year", &*number), ("plan", &*short));
            lists.push(here.mixed_link(&route, "year_of_plan", words.0, words.1));
        }
    }
    let plans = here.site.library.plans.iter().filter(|_| here.site.searches_by_plan());
    let choice = |plan: &Arc<Plan>| ChoiceView {
        value: plan.id.to_string(),
        label: here.plan_short(plan),
        lang_html: here.lang_html_of(&Route::Plan(plan.id.clone())),
        place: None,
    };
    SearchView {
        plans: plans.map(choice).collect(),
        examples: examples(here).into_iter().map(example).collect(),
        lists,
    }
}

pub(super) fn data_subject(here: &Here<'_>) -> Subject {
    plain_subject(here, "data_heading", "description_data")
}

pub(super) fn data(here: &Here<'_>) -> DataView {
    let file = |route: &Route, format, key: &str| DataFileView {
        href: here.href(route),
        format,
        description: here.say(key, &[]),
    };
    let plans = here.site.library.plans.iter().map(|plan| {
        let mut files = vec![
            file(&Route::PlanJson(plan.id.clone()), "JSON", "data_plan_json"),
            file(&Route::PlanCsv(plan.id.clone()), "CSV", "data_plan_csv"),
            file(&Route::PlanXlsx(plan.id.clone()), "XLSX", "data_plan_xlsx"),
        ];
        if here.site.has_calendar(plan) {
            files.push(file(&Route::PlanIcs(plan.id.clone()), "ICS", "data_plan_ics"));
        }
        PlanDataView { plan: here.plan_link(plan), files }
    });
    DataView {
        plans: plans.collect(),
        site_files: vec![
            file(&Route::AllCsv, "CSV", "data_all_csv"),
            file(&Route::AllNdjson, "NDJSON", "data_all_ndjson"),
            file(&Route::DataIndex, "JSON", "data_index"),
            file(&Route::Catalogue, "DCAT", "data_catalogue"),
            file(&Route::DataSchema, "JSON Schema", "data_schema"),
        ],
    }
}

pub(super) fn prose_subject(prose: &Prose) -> Subject {
    Subject {
        heading: prose.title.clone(),
        title: prose.title.clone(),
        description: markdown::opening(prose.body.markdown.text())
            .map(|words| text::excerpt(&words, PROSE_DESCRIPTION)),
        above: Vec::new(),
    }
}

pub(super) fn prose(here: &Here<'_>, prose: &Prose) -> ProseView {
    ProseView { html: here.html(prose.body.markdown.text()) }
}

pub(super) fn not_found_subject(here: &Here<'_>) -> Subject {
    plain_subject(here, "not_found_heading", "not_found_text")
}
