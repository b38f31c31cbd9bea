//! Calendars, read by two programs that did not write them.

use std::collections::{BTreeMap, BTreeSet};

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{last_day, rows, tasks};
use crate::data::sites;
use crate::golden::site;
use crate::made::Made;
use crate::site_text::{SiteText, fixture};

/// The paths of a site's calendars.
fn calendars(made: &Made) -> Vec<&str> {
    made.paths().filter(|path| path.ends_with(".ics")).collect()
}

#[track_caller]
fn read(text: &str) -> IcalCalendar {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar =
        calendars.next().expect("a calendar").expect("a calendar as the standard has it");
    assert!(calendars.next().is_none());
    calendar
}

#[track_caller]
fn value<'e>(event: &'e IcalEvent, name: &str) -> &'e str {
    let mut found = event.properties.iter().filter(|property| property.name == name);
    let value = found.next().and_then(|property| property.value.as_deref());
    assert!(found.next().is_none(), "{name} stands twice");
    value.unwrap_or_else(|| panic!("there is no {name}"))
}

fn has(event: &IcalEvent, name: &str) -> bool {
    event.properties.iter().any(|property| property.name == name)
}

/// A day as the calendar writes it.
#[track_caller]
fn day(event: &IcalEvent, name: &str) -> Date {
    let property = event.properties.iter().find(|property| property.name == name).expect(name);
    let kind = ("VALUE".to_owned(), vec!["DATE".to_owned()]);
    assert_eq!(property.params, Some(vec![kind]), "{name} is a day, not a moment");
    Date::strptime("%Y%m%d", property.value.as_deref().expect("a value")).expect("a day")
}

/// The last days of a calendar by the UIDs of its events.
fn days(text: &str) -> BTreeMap<String, String> {
    let events = read(text).events;
    let count = events.len();
    let uid = |event: &IcalEvent| value(event, "UID").to_owned();
    let days: BTreeMap<String, String> =
        events.iter().map(|event| (uid(event), day(event, "DTSTART").to_string())).collect();
    assert_eq!(days.len(), count, "a UID twice");
    days
}

#[test]
fn a_plans_calendar_has_an_event_on_every_last_day_and_no_other() {
    let mut count = 0;
    for (name, made) in sites() {
        for plan in made.ready.site.library.plans.iter().map(|plan| plan.id.to_string()) {
            let own = tasks(made).into_iter().filter(|(of, _)| *of == plan);
            let expected: BTreeMap<String, String> = own
                .filter_map(|(_, task)| {
                    let uid = format!("{plan}.{}@planpress", task["id"].as_str()?);
                    Some((uid, last_day(&task)?.to_owned()))
                })
                .collect();
            let path = format!("du-lieu/{plan}.ics");
            if expected.is_empty() {
                assert!(made.files.bytes(&path).is_none(), "{name}: {plan} has no last day");
                continue;
            }
            count += expected.len();
            assert_eq!(days(made.text(&path)), expected, "{name}: {plan}");
        }
    }
    assert!(count > 30, "the shipped plan alone has as many");
}

#[test]
fn an_agencys_calendar_has_the_last_days_of_its_table() {
    for (name, made) in sites() {
        let tables = made
            .paths()
            .filter(|path| path.starts_with("du-lieu/co-quan/") && path.ends_with(".csv"));
        for table in tables {
            let ends = |kind: &str| kind != "ongoing" && kind != "recurring";
            let expected: BTreeMap<String, String> = rows(made, table)
                .into_iter()
                .filter(|row| !row["end"].is_empty() && ends(&row["kind"]))
                .map(|row| (format!("{}.{}@planpress", row["plan"], row["id"]), row["end"].clone()))
                .collect();
            let path = table.replace(".csv", ".ics");
            let found = made.files.bytes(&path).map(|_| days(made.text(&path)));
            assert_eq!(found.unwrap_or_default(), expected, "{name}: {path}");
        }
    }
}

#[test]
fn an_event_fills_its_day_and_ends_before_the_next() {
    for (name, made) in sites() {
        for path in calendars(made) {
            for event in read(made.text(path)).events {
                let (start, end) = (day(&event, "DTSTART"), day(&event, "DTEND"));
                assert_eq!(end, start + 1.day(), "{name}: {path}");
                assert_eq!(value(&event, "TRANSP"), "TRANSPARENT");
            }
        }
    }
}

#[test]
fn another_program_reads_the_same_days_and_words() {
    for (name, made) in sites() {
        for path in calendars(made) {
            let text = made.text(path);
            let calendar = ICalendar::parse(text).expect("a calendar");
            let events = calendar
                .components
                .iter()
                .filter(|component| component.component_type == ICalendarComponentType::VEvent);
            let text_of = |component: &calcard::icalendar::ICalendarComponent, property| {
                let entry = component.property(&property).expect("a property");
                entry.values.first().and_then(|value| value.as_text()).expect("a text").to_owned()
            };
            let mut found = BTreeMap::new();
            for event in events {
                let start = event.property(&ICalendarProperty::Dtstart).expect("a start");
                let start = start.values.first().and_then(|value| value.as_partial_date_time());
                let start = start.expect("a day");
                assert!(start.hour.is_none(), "{name}: {path}: a day has no hour");
                let day = (start.year.expect("a year"), start.month.expect("a month"), start.day);
                let day = format!("{:04}-{:02}-{:02}", day.0, day.1, day.2.expect("a day"));
                found.insert(text_of(event, ICalendarProperty::Uid), day);
                // Commas and line ends come through.
                let words = text_of(event, ICalendarProperty::Description);
                assert!(words.contains("\nCơ quan chủ trì: "), "{name}: {path}: {words}");
                assert!(!words.contains('\\'), "{name}: {path}: {words}");
            }
            assert_eq!(found, days(text), "{name}: {path}");
        }
    }
}

#[test]
fn lines_are_folded_at_75_bytes_between_whole_letters() {
    let mut folded = 0;
    for (name, made) in sites() {
        for path in calendars(made) {
            let bytes = made.files.bytes(path).expect("a calendar");
            assert!(bytes.ends_with(b"END:VCALENDAR\r\n"), "{name}: {path}");
            let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            let (last, lines) = lines.split_last().expect("lines");
            assert!(last.is_empty(), "{name}: {path}");
            for line in lines {
                let line = line.strip_suffix(b"\r").expect("a line that ends in CR and LF");
                assert!(line.len() <= 75, "{name}: {path}: {} bytes", line.len());
                let line = std::str::from_utf8(line).expect("a line of whole letters");
                assert!(!line.contains('\r'), "{name}: {path}");
                folded += usize::from(line.starts_with(' '));
            }
        }
    }
    assert!(folded > 100, "the shipped plan has long words");
}

#[test]
fn a_task_is_the_same_event_in_every_calendar() {
    let made = crate::register::shipped_site();
    let mut events: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for path in calendars(made) {
        for event in read(made.text(path)).events {
            let properties = event.properties.iter().map(|property| format!("{property:?}"));
            let same = events.entry(value(&event, "UID").to_owned()).or_default();
            same.insert(properties.collect());
        }
    }
    assert!(events.values().all(|same| same.len() == 1));
}

/// The flat site at a known address, with its second task withdrawn.
const WITHDRAWN: &str = r#"=== content/site.toml
format = 1
title = "Kế hoạch phẳng"
theme = "thu"
base_url = "https://mau.example/a"

=== content/ke-hoach/chuong-trinh/n/n-2.md
+++
number = "2"
lead = ["Sở Y tế"]
period = "Đến hết quý III/2024"
order = 2
withdrawn = { basis = "Công văn 5" }
+++
Kiểm tra.
"#;

#[test]
fn the_time_stamp_is_the_plans_and_the_address_is_the_tasks() {
    let made = Made::of(&site("two-plans"));
    let [event] = read(made.text("du-lieu/150-kh-ubnd-2022.ics")).events.try_into().expect("one");
    assert_eq!(value(&event, "DTSTAMP"), "20220101T000000Z");
    assert!(!has(&event, "URL"), "where the site stands is not known");
    assert!(!has(&event, "STATUS"));

    let theme = std::fs::read_to_string(fixture("golden/theme.txt")).expect("a theme");
    let text = SiteText::read("golden/flat.txt").with(&theme).with(WITHDRAWN);
    let made = Made::of(&text.workspace());
    let [first, second] =
        read(made.text("du-lieu/chuong-trinh.ics")).events.try_into().expect("two events");
    // The day of issue is not known: what is left is the last day itself.
    assert_eq!(value(&first, "DTSTAMP"), "20240630T000000Z");
    assert_eq!(value(&first, "URL"), "https://mau.example/a/nhiem-vu/chuong-trinh/n-1.html");
    assert_eq!(value(&second, "STATUS"), "CANCELLED");
}
