//! What calamine gives of a cell, as text; and calamine's work kept from harming ours.

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, ExcelDateTime};

use super::number::{self, Moment};
use super::number_format::NumberFormat;
use super::{Range, Region, broken};
use crate::diagnostic::Diagnostic;

/// What a person sees in a cell.
pub(super) fn printed(value: &Data, format: &NumberFormat) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTimeIso(text) => iso_date(text),
        // A double holds every number that Excel can have here.
        #[allow(clippy::cast_precision_loss)]
        Data::Int(whole) => number::printed(*whole as f64, format, None),
        Data::Float(value) => number::printed(*value, format, None),
        Data::DateTime(date) => number::printed(date.as_f64(), format, Some(moment(date))),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::Error(error) => error.to_string(),
    }
}

fn moment(date: &ExcelDateTime) -> Moment {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    Moment { year, month, day, hour, minute, second }
}

/// "2025-09-30T00:00:00" as other dates without a format of their own; what is no such date as it stands.
pub(super) fn iso_date(text: &str) -> String {
    let day = text.split('T').next().unwrap_or_default();
    let mut numbers = day.split('-').map(str::parse::<u16>);
    match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) => format!("{day}/{month}/{year}"),
        _ => text.to_owned(),
    }
}

/// A merged region of calamine's.
pub(super) fn region(found: &calamine::Dimensions) -> Region {
    let ((top, left), (bottom, right)) = (found.start, found.end);
    Region { top, left, bottom, right }
}

/// Rows or columns that a file counts from 1; nothing where they are counted backwards or from 0.
pub(super) fn from_one(first: usize, last: usize) -> Option<Range> {
    let first = u32::try_from(first.checked_sub(1)?).ok()?;
    let last = u32::try_from(last.checked_sub(1)?).unwrap_or(u32::MAX);
    (first <= last).then_some(first..=last)
}

/// Runs a reading whose code panics where a damaged file misleads it, which is then a fault as any other.
pub(super) fn contained<T>(
    file: &str,
    read: impl FnOnce() -> Result<T, Diagnostic>,
) -> Result<T, Diagnostic> {
    // Nothing outlives the reading that could be left half changed.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(broken(file, "calamine")))
}
