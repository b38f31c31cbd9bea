//! The grammar of periods. Words are compared folded, so "Hằng năm", "Hàng năm" and an unmarked copy read alike.
//!
//! A cell is read as one period; if that fails it is cut at line breaks and `;`, then at `,`, and each piece must be
//! understood, or the whole is not.

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
    if words.take("thuong xuyen") {
        return Some(Reading::of(PeriodKind::Ongoing, None, None));
    }
    if let Some(every) = recurring(words) {
        return Some(Reading::of(PeriodKind::Recurring(every), None, None));
    }
    if words.take("tu") {
        let first = point(words)?;
        if words.take("den") {
            words.take("het");
            return between(&first, &point(words)?);
        }
        words.take("tro di");
        return Some(Reading::of(PeriodKind::From, Some(first.start), None));
    }
    if words.take("den") {
        words.take("het");
        return Some(Reading::of(PeriodKind::Before, None, Some(point(words)?.end)));
    }
    if words.take("truoc") {
        // "Trước năm 2025" may leave 2025 in or out; only a day is the last day beyond doubt.
        let last = point(words).filter(|last| last.kind == PeriodKind::Day)?;
        return Some(Reading::of(PeriodKind::Before, None, Some(last.end)));
    }
    let first = point(words)?;
    let goes_on = ["va nhung nam tiep theo", "va cac nam tiep theo", "tro di"];
    if goes_on.iter().any(|phrase| words.take(phrase)) {
        return Some(Reading::of(PeriodKind::From, Some(first.start), None));
    }
    if words.take("-") || words.take("den") {
        return between(&first, &point(words)?);
    }
    Some(Reading::of(first.kind, Some(first.start), Some(first.end)))
}

fn recurring(words: &mut Words) -> Option<Every> {
    let before = words.clone();
    words.take("dinh ky");
    if words.take("hang") || words.take("moi") {
        let names = [
            ("nam", Every::Year),
            ("quy", Every::Quarter),
            ("thang", Every::Month),
            ("tuan", Every::Week),
        ];
        if let Some((_, every)) = names.into_iter().find(|(name, _)| words.take(name)) {
            return Some(every);
        }
    }
    *words = before;
    None
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
    if words.take("quy") {
        let (first, last) = run(words, Words::quarter)?;
        let year = year_behind(words)?;
        let kind = if first == last { PeriodKind::Quarter } else { PeriodKind::Range };
        return months(kind, year, first * 3 - 2, last * 3);
    }
    if words.take("thang") {
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
        if words.take("-") {
            last = item(words).filter(|item| *item > last)?;
        } else if words.take(",") || words.take("va") {
            last = item(words).filter(|item| *item == last + 1)?;
        } else {
            return Some((first, last));
        }
    }
}

/// "/2024" or "năm 2024" behind a quarter or a month.
fn year_behind(words: &mut Words) -> Option<i16> {
    if words.take("/") || words.take("nam") { words.year() } else { None }
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

/// The words, numbers and signs that are still to be read.
#[derive(Debug, Clone)]
struct Words {
    rest: Vec<String>,
}

impl Words {
    /// Cuts at blanks and around signs; nothing when a sign stands there that no period has.
    fn of(printed: &str) -> Option<Self> {
        let folded = text::fold(printed).replace(['–', '—', '−'], "-");
        let bare = folded.trim().trim_end_matches(['.', ';']);
        let mut spaced = String::new();
        for c in bare.chars() {
            match c {
                '/' | '-' | ',' => spaced.extend([' ', c, ' ']),
                c if c.is_alphanumeric() || c.is_whitespace() => spaced.push(c),
                _ => return None,
            }
        }
        let rest: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
        (!rest.is_empty()).then_some(Self { rest })
    }

    /// Takes the words of a phrase if they come next.
    fn take(&mut self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(' ').collect();
        let comes =
            self.rest.len() >= words.len() && self.rest.iter().zip(&words).all(|(a, b)| a == b);
        if comes {
            self.rest.drain(..words.len());
        }
        comes
    }

    /// What a reader makes of the next words; when it fails, they are still there.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.clone();
        let result = read(self);
        if result.is_none() {
            *self = before;
        }
        result
    }

    /// A number of at most so many digits.
    fn number(&mut self, digits: usize) -> Option<i16> {
        let first = self.rest.first()?;
        let number = (first.len() <= digits).then(|| first.parse().ok())??;
        self.rest.remove(0);
        Some(number)
    }

    /// A year of four digits, 1900 to 2199: no other number of four digits is one in a plan.
    fn year(&mut self) -> Option<i16> {
        self.attempt(|words| words.number(4).filter(|year| (1900..2200).contains(year)))
    }

    fn month(&mut self) -> Option<i8> {
        let number = self.attempt(|words| words.number(2).filter(|n| (1..=12).contains(n)))?;
        i8::try_from(number).ok()
    }

    fn quarter(&mut self) -> Option<i8> {
        let names = [("i", "1", 1), ("ii", "2", 2), ("iii", "3", 3), ("iv", "4", 4)];
        let first = self.rest.first()?.clone();
        let (_, _, quarter) =
            names.into_iter().find(|(roman, digit, _)| first == *roman || first == *digit)?;
        self.rest.remove(0);
        Some(quarter)
    }
}
