//! The last days of tasks as calendars (iCalendar, RFC 5545). The only place that knows icalendar.
//!
//! One all-day event on a task's last day; none for what is ongoing or has no end. An event is the same in every calendar
//! that it stands in, under the same UID, so that somebody who takes in two of them sees it once. Nothing comes from a
//! clock: the time stamp is the day on which the plan was issued.

use icalendar::{Calendar, Component, Event, EventStatus, Property};

use super::csv::joined;
use super::lines::Lines;
use super::list::TaskList;
use crate::model::{Agency, Day, Mention, Plan, Task};
use crate::render::compose::{GENERATOR, Here, PlanAt, task_citation, task_excerpt, task_label};
use crate::site::Route;
use crate::text;

/// How much of a task's text an event holds, in characters; the rest stands on its page.
const DESCRIPTION: usize = 1000;

/// The calendar of a plan.
pub(super) fn plan_calendar(here: &Here<'_>, lines: &Lines, at: PlanAt<'_>) -> Vec<u8> {
    let name = here.say("calendar_name", &[("of", &here.plan_short(at.plan))]);
    calendar(here, lines, &name, &TaskList::of_plan(at))
}

/// The calendar of an agency: the tasks of all its roles.
pub(super) fn agency_calendar(here: &Here<'_>, lines: &Lines, agency: &Agency) -> Vec<u8> {
    let name = here.say("calendar_name", &[("of", &agency.name)]);
    calendar(here, lines, &name, &TaskList::of_agency(here.site, &agency.id, None))
}

fn calendar(here: &Here<'_>, lines: &Lines, name: &str, list: &TaskList<'_>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", format!("-//planpress//{GENERATOR}//VI").as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    // Not the newer NAME beside it, which the crate would write without the signs that protect a comma.
    calendar.append_property(("X-WR-CALNAME", name));
    let empty = folded(&calendar.to_string());
    let (head, end) = empty.split_at(empty.rfind("END:").unwrap_or(empty.len()));
    let events = list.entries.iter().map(|entry| lines.event(here, entry));
    let pieces: Vec<&str> = std::iter::once(head).chain(events).chain([end]).collect();
    pieces.concat().into_bytes()
}

/// The event of a task's last day, as lines of a calendar; empty where it has none.
pub(super) fn event(here: &Here<'_>, plan: &Plan, task: &Task) -> String {
    last_day(here, plan, task).map(|event| folded(&event.to_string())).unwrap_or_default()
}

fn last_day(here: &Here<'_>, plan: &Plan, task: &Task) -> Option<Event> {
    let last = task.last_day()?;
    let stamp = plan.facts.issued.map_or(last, |issued| issued.first());
    let words = [("label", task_label(here, task)), ("text", task_excerpt(task))];
    let words = words.each_ref().map(|(place, words)| (*place, words.as_str()));
    let mut event = Event::new();
    event
        .uid(&format!("{}.{}@planpress", plan.id, task.id))
        .add_property("DTSTAMP", format!("{}T000000Z", digits(stamp)))
        .append_property(date("DTSTART", last))
        // The end is the first day that no longer belongs to the event.
        .append_property(date("DTEND", last.next()?))
        .summary(&here.say("calendar_event", &words))
        .description(&description(here, plan, task))
        // A last day keeps nobody busy.
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(address) = here.absolute(&Route::Task(plan.id.clone(), task.id.clone())) {
        event.url(&address);
    }
    if task.withdrawn.is_some() {
        event.status(EventStatus::Cancelled);
    }
    Some(event.done())
}

/// The task's words, its agencies and period as printed, and where it stands.
fn description(here: &Here<'_>, plan: &Plan, task: &Task) -> String {
    let printed = |mentions: &[Mention]| joined(mentions, |mention| mention.printed.clone());
    let period = task.period.as_ref().map(|period| text::one_line(&period.printed));
    let facts = [
        ("column_lead", printed(&task.lead)),
        ("column_coordinating", printed(&task.coordinating)),
        ("column_period", period.unwrap_or_default()),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = known.map(|(key, value)| format!("{}: {value}", here.say(key, &[])));
    let words = text::excerpt(&text::one_line(&task.text()), DESCRIPTION);
    let lines = std::iter::once(words).chain(facts).chain([task_citation(here, plan, task)]);
    lines.collect::<Vec<_>>().join("\n")
}

fn date(name: &str, day: Day) -> Property {
    Property::new(name, digits(day)).add_parameter("VALUE", "DATE").done()
}

fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// The longest line of a calendar, in bytes, its end not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The same calendar folded anew: the crate's own last piece of a line may be one byte too long.
fn folded(calendar: &str) -> String {
    let whole = calendar.replace("\r\n ", "");
    let mut folded = String::with_capacity(calendar.len());
    for line in whole.split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LONGEST_LINE {
                // The blank that opens the next piece counts, too.
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(letter);
            length += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}
