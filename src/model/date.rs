//! Dates as far as they are known: a day, a month or a year. The only place that knows jiff.

use std::fmt;

use jiff::civil;

/// A moment by its seconds since 1970, as `SOURCE_DATE_EPOCH` gives it, in the form of RFC 3339; nothing where it is none.
///
/// ```
/// assert_eq!(planpress::model::moment("1657843200").as_deref(), Some("2022-07-15T00:00:00Z"));
/// assert_eq!(planpress::model::moment("hôm nay"), None);
/// ```
#[must_use]
pub fn moment(seconds: &str) -> Option<String> {
    let moment = jiff::Timestamp::from_second(seconds.trim().parse().ok()?).ok()?;
    Some(moment.to_string())
}

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The first day of a month.
    #[must_use]
    pub fn first_of_month(year: i16, month: i8) -> Option<Self> {
        Self::new(year, month, 1)
    }

    /// The last day of a month.
    #[must_use]
    pub fn last_of_month(year: i16, month: i8) -> Option<Self> {
        Self::new(year, month, 1).map(|first| Self(first.0.last_of_month()))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day after; nothing after the last that the calendar has.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// The day as Vietnamese documents write it: "05/09/2025".
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{:02}/{:02}/{}", self.day(), self.month(), self.year())
    }
}

/// ISO 8601: `2025-09-05`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// What is known of a date: `2022`, `2022-06` or `2022-06-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: Day,
    precision: Precision,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year only.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

impl PartialDate {
    /// Reads `2022`, `2022-06` or `2022-06-15`; nothing else, and no day that the calendar lacks.
    ///
    /// ```
    /// use planpress::model::PartialDate;
    /// assert_eq!(PartialDate::parse("2022-06").unwrap().last().to_string(), "2022-06-30");
    /// assert_eq!(PartialDate::parse("2022-02-30"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let (precision, year, month, day) = match parts.as_slice() {
            [year] => (Precision::Year, year, &"01", &"01"),
            [year, month] => (Precision::Month, year, month, &"01"),
            [year, month, day] => (Precision::Day, year, month, day),
            _ => return None,
        };
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !shaped || !digits(year) || !digits(month) || !digits(day) {
            return None;
        }
        let first = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        Some(Self { first, precision })
    }

    /// The first day that it may be.
    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    /// The last day that it may be.
    #[must_use]
    pub fn last(self) -> Day {
        match self.precision {
            Precision::Year => Day(self.first.0.last_of_year()),
            Precision::Month => Day(self.first.0.last_of_month()),
            Precision::Day => self.first,
        }
    }

    /// How much of it is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The date as Vietnamese documents write it: "2022", "06/2022", "15/06/2022".
    #[must_use]
    pub fn in_words(self) -> String {
        match self.precision {
            Precision::Year => self.year().to_string(),
            Precision::Month => format!("{:02}/{}", self.first.month(), self.year()),
            Precision::Day => self.first.in_words(),
        }
    }
}

/// As it is written in content: `2022-06`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Year => write!(f, "{:04}", self.year()),
            Precision::Month => write!(f, "{:04}-{:02}", self.year(), self.first.month()),
            Precision::Day => write!(f, "{}", self.first),
        }
    }
}
