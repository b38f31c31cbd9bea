//! The grammar of periods. Words are compared folded, so "Hằng năm", "Hàng năm" and an unmarked copy read alike.
//!
//! A cell is read as one period; if that fails it is cut at line breaks and `;`, then at `,`, and each piece must be
//! understood, or the whole is not.

use super::words::Words;
use super::{Every, Period, PeriodKind, Reading};
use crate::model::date::Day;
use crate::text;

pub(super) fn reading(printed: &str) -> Reading {
    if let Some(reading) = single(printed) {
        return reading;
    }
    let separators: [&[char]; 2] = [&['\n', ';'], &['\n', ';', ',']];
    separators.into_iter().find_map(|cuts| several(printed, cuts)).unwrap_or(Reading::of(
        PeriodKind::Unknown,
        None,
        None,
    ))
}

/// Several periods in one cell: each kept, the whole from the first day to the last.
fn several(printed: &str, cuts: &[char]) -> Option<Reading> {
    let pieces = printed.split(cuts).map(text::one_line).filter(|piece| !piece.is_empty());
    let parts: Vec<Period> = pieces
        .map(|piece| {
            let bare = piece.trim_start_matches(['-', '–', '•', ' ']);
            single(bare).map(|reading| Period { printed: piece.clone(), reading })
        })
        .collect::<Option<_>>()?;
    if parts.len() < 2 {
        return None;
    }
    let starts: Option<Vec<Day>> = parts.iter().map(|part| part.reading.start).collect();
    let ends: Option<Vec<Day>> = parts.iter().map(|part| part.reading.end).collect();
    Some(Reading {
        kind: PeriodKind::Several,
        start: starts.and_then(|days| days.into_iter().min()),
        end: ends.and_then(|days| days.into_iter().max()),
        parts,
    })
}

/// One period, or nothing when a word is left over.
fn single(printed: &str) -> Option<Reading> {
    let mut words = Words::of(printed)?;
    let reading = period(&mut words)?;
    words.rest.is_empty().then_some(reading)
}

fn period(words: &mut Words) -> Option<Reading> {
    if let Some(ongoing) = ongoing(words) {
        return Some(ongoing);
    }
    if let Some(every) = recurring(words) {
        return Some(Reading::of(PeriodKind::Recurring(every), None, None));
    }
    // What a task is to do by then or within it says nothing else than when.
    words.take("hoan thanh");
    if words.take("tu") {
        let first = words.attempt(open_point).map_or_else(|| point(words), Some)?;
        if let Some(reading) = words.attempt(|words| until(words, &first)) {
            return Some(reading);
        }
        words.take("tro di");
        return Some(Reading::of(PeriodKind::From, Some(first.start), None));
    }
    if words.take("truoc") {
        // "Trước năm 2025" may leave 2025 in or out; only a day is the last day beyond doubt.
        let last = point(words).filter(|last| last.kind == PeriodKind::Day)?;
        return Some(Reading::of(PeriodKind::Before, None, Some(last.end)));
    }
    // The end of a year or a quarter begins nobody knows when, but it ends with it.
    let untils = ["den het", "den cuoi", "den", "het", "cham nhat", "muon nhat", "cuoi"];
    if untils.iter().any(|until| words.take(until)) {
        words.take("la");
        words.take("trong");
        return Some(Reading::of(PeriodKind::Before, None, Some(point(words)?.end)));
    }
    words.take("trong");
    words.take("ca");
    if let Some(first) = words.attempt(open_point) {
        return until(words, &first);
    }
    let first = point(words)?;
    let mut reading = Reading::of(first.kind, Some(first.start), Some(first.end));
    if let Some(whole) = words.attempt(|words| until(words, &first)) {
        reading = whole;
    } else if first.kind == PeriodKind::Year && words.take("va") {
        // Only neighbours are one period.
        let last = words.attempt(years);
        let last = last.filter(|last| last.start.year() == first.start.year() + 1);
        match last {
            Some(last) => reading = between(&first, &last)?,
            None => words.give_back("va"),
        }
    }
    let goes_on = ["va nhung nam tiep theo", "va cac nam tiep theo", "tro di"];
    if goes_on.iter().any(|phrase| words.take(phrase)) {
        return Some(Reading::of(PeriodKind::From, Some(first.start), None));
    }
    Some(reading)
}

/// "Thường xuyên", "Thường xuyên, liên tục".
fn ongoing(words: &mut Words) -> Option<Reading> {
    let constant = words.take("thuong xuyen");
    let lasting = words.attempt(|words| {
        words.take(",");
        words.take("lien tuc").then_some(())
    });
    if !constant && lasting.is_none() {
        return None;
    }
    words.take("hang nam");
    Some(Reading::of(PeriodKind::Ongoing, None, None))
}

/// "Hằng năm", "Định kỳ hằng quý", "Tháng 12 hằng năm", "Trước ngày 15/12 hằng năm".
fn recurring(words: &mut Words) -> Option<Every> {
    words.attempt(|words| {
        words.take("dinh ky");
        if words.take("hang") || words.take("moi") {
            let names = [
                ("nam", Every::Year),
                ("quy", Every::Quarter),
                ("thang", Every::Month),
                ("tuan", Every::Week),
            ];
            return names.into_iter().find(|(name, _)| words.take(name)).map(|(_, every)| every);
        }
        words.take("truoc");
        let of_a_year = [day_of_a_year, quarter_of_a_year, month_of_a_year];
        of_a_year.iter().find_map(|read| words.attempt(read))?;
        words.take("hang nam").then_some(Every::Year)
    })
}

/// "15/12", "ngày 15 tháng 12".
fn day_of_a_year(words: &mut Words) -> Option<()> {
    words.take("ngay");
    words.number(2).filter(|day| (1..=31).contains(day))?;
    (words.take("/") || words.take("thang")).then(|| words.month())??;
    Some(())
}

fn quarter_of_a_year(words: &mut Words) -> Option<()> {
    words.take("quy").then(|| run(words, Words::quarter))?.map(|_| ())
}

fn month_of_a_year(words: &mut Words) -> Option<()> {
    words.take("thang").then(|| run(words, Words::month))?.map(|_| ())
}

/// A month or a quarter whose year stands behind the one that it leads to: "Tháng 3" of "Tháng 3 đến tháng 6/2024".
fn open_point(words: &mut Words) -> Option<Point> {
    let (length, item): (i8, fn(&mut Words) -> Option<i8>) = match () {
        () if words.take("quy") => (3, Words::quarter),
        () if words.take("thang") => (1, Words::month),
        () => return None,
    };
    let first = item(words)?;
    let mut ahead = words.clone();
    let leads = ahead.take("den") || ahead.take("-");
    ahead.take("het");
    let unit = if length == 3 { "quy" } else { "thang" };
    // "Tháng 3 - 6/2024" is read as a run.
    (leads && ahead.take(unit)).then_some(())?;
    let last = item(&mut ahead).filter(|last| *last > first)?;
    let year = year_behind(&mut ahead)?;
    let point = months(PeriodKind::Month, year, first * length - (length - 1), first * length);
    point.filter(|_| last > first)
}

/// The rest of a period that begins with a point: "- 2025", "đến hết quý III/2024".
fn until(words: &mut Words, first: &Point) -> Option<Reading> {
    (words.take("-") || words.take("den")).then_some(())?;
    words.take("het");
    between(first, &point(words)?)
}

fn between(first: &Point, last: &Point) -> Option<Reading> {
    let years = [first.kind, last.kind].iter().all(|kind| *kind == PeriodKind::Year);
    let kind = if years { PeriodKind::Years } else { PeriodKind::Range };
    let ordered = first.start <= last.end;
    ordered.then(|| Reading { kind, start: Some(first.start), end: Some(last.end), parts: vec![] })
}

/// A stretch of days that is closed at both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Point {
    kind: PeriodKind,
    start: Day,
    end: Day,
}

fn point(words: &mut Words) -> Option<Point> {
    let halves = [("6 thang dau nam", 1), ("6 thang cuoi nam", 7)];
    for (phrase, first_month) in halves {
        if words.take(phrase) {
            return months(PeriodKind::Half, words.year()?, first_month, first_month + 5);
        }
    }
    if words.take("quy") || words.splits("q") {
        let (first, last) = run(words, Words::quarter)?;
        let year = year_behind(words)?;
        let kind = if first == last { PeriodKind::Quarter } else { PeriodKind::Range };
        return months(kind, year, first * 3 - 2, last * 3);
    }
    if words.take("thang") || words.splits("t") {
        let (first, last) = run(words, Words::month)?;
        let year = year_behind(words)?;
        let kind = if first == last { PeriodKind::Month } else { PeriodKind::Range };
        return months(kind, year, first, last);
    }
    if words.take("nam") || words.take("giai doan") {
        return years(words);
    }
    words.take("ngay");
    day(words).or_else(|| month(words)).or_else(|| years(words))
}

/// "III", "I, II", "III - IV", "3 và 4": the first and the last of neighbours; others are several periods, not one.
fn run(words: &mut Words, item: fn(&mut Words) -> Option<i8>) -> Option<(i8, i8)> {
    let first = item(words)?;
    let mut last = first;
    loop {
        if words.is_year_behind("-") {
            return Some((first, last));
        }
        if words.take("-") {
            last = item(words).filter(|item| *item > last)?;
        } else if words.take(",") || words.take("va") {
            last = item(words).filter(|item| *item == last + 1)?;
        } else {
            return Some((first, last));
        }
    }
}

/// "/2024", "-2024" or "năm 2024" behind a quarter or a month.
fn year_behind(words: &mut Words) -> Option<i16> {
    let sign = words.take("/") || words.take("nam") || words.is_year_behind("-") && words.take("-");
    if sign { words.year() } else { None }
}

fn years(words: &mut Words) -> Option<Point> {
    let year = words.year()?;
    months(PeriodKind::Year, year, 1, 12)
}

/// "6/2025".
fn month(words: &mut Words) -> Option<Point> {
    words.attempt(|words| {
        let month = words.month()?;
        let year = words.take("/").then(|| words.year())??;
        months(PeriodKind::Month, year, month, month)
    })
}

/// "30/9/2025", "30 tháng 9 năm 2025".
fn day(words: &mut Words) -> Option<Point> {
    words.attempt(|words| {
        let day = words.number(2).and_then(|day| i8::try_from(day).ok())?;
        let month = (words.take("/") || words.take("thang")).then(|| words.month())??;
        let day = Day::new(year_behind(words)?, month, day)?;
        Some(Point { kind: PeriodKind::Day, start: day, end: day })
    })
}

fn months(kind: PeriodKind, year: i16, first: i8, last: i8) -> Option<Point> {
    Some(Point {
        kind,
        start: Day::first_of_month(year, first)?,
        end: Day::last_of_month(year, last)?,
    })
}
