//! Periods: as printed, and as understood. What is not understood stays so; nothing is guessed.

mod parse;
mod undatable;
mod words;

use super::date::Day;

/// A period of a document: its words, and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As printed: "Quý III/2022".
    pub printed: String,
    /// As understood.
    pub reading: Reading,
}

/// What a period says: a stretch of days, open or closed at either end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What kind of period it is.
    pub kind: PeriodKind,
    /// The first day; open when there is none.
    pub start: Option<Day>,
    /// The last day; open when there is none.
    pub end: Option<Day>,
    /// The single periods of a cell that names several; else empty.
    pub parts: Vec<Period>,
}

/// Kinds of periods, as the published data names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// Whole years: "2022-2025", "Giai đoạn 2021-2025".
    Years,
    /// One year: "Năm 2022".
    Year,
    /// Half a year: "6 tháng đầu năm 2024".
    Half,
    /// One quarter: "Quý III/2022".
    Quarter,
    /// One month: "Tháng 6/2024", "6/2025".
    Month,
    /// One day: "30/9/2025".
    Day,
    /// A run of days, months or quarters: "Quý III - IV/2024", "Từ tháng 3/2024 đến tháng 6/2025".
    Range,
    /// Until a last day: "Trước 30/9/2025", "Đến năm 2030".
    Before,
    /// From a first day on: "Từ năm 2023".
    From,
    /// Without an end: "Thường xuyên".
    Ongoing,
    /// Again and again: "Hằng năm".
    Recurring(Every),
    /// Several periods in one cell.
    Several,
    /// Not understood.
    Unknown,
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// "Hằng tuần".
    Week,
    /// "Hằng tháng".
    Month,
    /// "Hằng quý".
    Quarter,
    /// "Hằng năm".
    Year,
}

/// First and last day of a stretch, either of which may be open.
pub type Stretch = (Option<Day>, Option<Day>);

impl Period {
    /// Reads a period as a document prints it.
    ///
    /// ```
    /// use planpress::model::{Period, PeriodKind};
    /// let period = Period::read("Quý III/2022");
    /// assert_eq!(period.reading.kind, PeriodKind::Quarter);
    /// assert_eq!(period.reading.end.unwrap().to_string(), "2022-09-30");
    /// ```
    #[must_use]
    pub fn read(printed: &str) -> Self {
        Self { printed: printed.to_owned(), reading: parse::reading(printed) }
    }

    /// Whether it was understood.
    #[must_use]
    pub fn understood(&self) -> bool {
        self.reading.kind != PeriodKind::Unknown
    }

    /// Whether it names no day by its nature, so that nothing about it can be understood better: "Sau khi có hướng dẫn".
    #[must_use]
    pub fn is_undatable(&self) -> bool {
        !self.understood() && undatable::is_undatable(&self.printed)
    }

    /// Whether it has no end by its nature: ongoing or recurring, also as a part of several.
    #[must_use]
    pub fn is_ongoing(&self) -> bool {
        let ongoing = |kind| matches!(kind, PeriodKind::Ongoing | PeriodKind::Recurring(_));
        ongoing(self.reading.kind) || self.reading.parts.iter().any(Self::is_ongoing)
    }

    /// The last day; none of what is ongoing or open, or was not understood.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.reading.end.filter(|_| !self.is_ongoing())
    }

    /// The stretches of days that it names, each with its ends: one, or one a part.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let reading = &self.reading;
        match reading.kind {
            PeriodKind::Several => reading.parts.iter().flat_map(Self::stretches).collect(),
            PeriodKind::Ongoing | PeriodKind::Recurring(_) | PeriodKind::Unknown => Vec::new(),
            _ => vec![(reading.start, reading.end)],
        }
    }
}

impl Reading {
    /// A single period.
    #[must_use]
    pub fn of(kind: PeriodKind, start: Option<Day>, end: Option<Day>) -> Self {
        Self { kind, start, end, parts: Vec::new() }
    }
}

impl PeriodKind {
    /// Its name in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Year => "year",
            Self::Half => "half",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Day => "day",
            Self::Range => "range",
            Self::Before => "before",
            Self::From => "from",
            Self::Ongoing => "ongoing",
            Self::Recurring(_) => "recurring",
            Self::Several => "several",
            Self::Unknown => "unknown",
        }
    }
}

impl Every {
    /// Its name in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}
