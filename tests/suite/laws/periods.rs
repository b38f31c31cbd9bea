//! Periods and dates: what each form of a document means, and that no other text is taken for one.

use planpress::model::{Day, Every, PartialDate, Period, PeriodKind};
use proptest::prelude::*;
use proptest::sample::select;

use super::{text, trial};

/// The forms of design.md 5 and their neighbours: as printed, the kind, the first and the last day (`-` where it is open).
const FORMS: &[(&str, &str, &str, &str)] = &[
    ("Năm 2022-2025", "years", "2022-01-01", "2025-12-31"),
    ("2022-2025", "years", "2022-01-01", "2025-12-31"),
    ("2023 - 2024", "years", "2023-01-01", "2024-12-31"),
    ("2023 – 2024", "years", "2023-01-01", "2024-12-31"),
    ("2023 /\n- 2024", "unknown", "-", "-"),
    ("Giai đoạn 2021-2025", "years", "2021-01-01", "2025-12-31"),
    ("Từ năm 2022 đến năm 2025", "years", "2022-01-01", "2025-12-31"),
    ("2024", "year", "2024-01-01", "2024-12-31"),
    ("Năm 2022", "year", "2022-01-01", "2022-12-31"),
    ("năm 2022.", "year", "2022-01-01", "2022-12-31"),
    ("NĂM 2022", "year", "2022-01-01", "2022-12-31"),
    ("Nam 2022", "year", "2022-01-01", "2022-12-31"),
    ("Từ năm 2023", "from", "2023-01-01", "-"),
    ("Từ năm 2023 trở đi", "from", "2023-01-01", "-"),
    ("2025 và những năm tiếp theo", "from", "2025-01-01", "-"),
    ("Năm 2025 và các năm tiếp theo", "from", "2025-01-01", "-"),
    ("Quý III/2022", "quarter", "2022-07-01", "2022-09-30"),
    ("quý 3/2022", "quarter", "2022-07-01", "2022-09-30"),
    ("Quý I năm 2024", "quarter", "2024-01-01", "2024-03-31"),
    ("Quý I, II/2024", "range", "2024-01-01", "2024-06-30"),
    ("Quý I và II/2024", "range", "2024-01-01", "2024-06-30"),
    ("Quý III - IV/2024", "range", "2024-07-01", "2024-12-31"),
    ("Đến hết quý III/2024", "before", "-", "2024-09-30"),
    ("Tháng 6/2024", "month", "2024-06-01", "2024-06-30"),
    ("Tháng 2 năm 2024", "month", "2024-02-01", "2024-02-29"),
    ("Tháng 3-6/2024", "range", "2024-03-01", "2024-06-30"),
    ("Từ tháng 3/2024 đến tháng 6/2025", "range", "2024-03-01", "2025-06-30"),
    ("6/2025", "month", "2025-06-01", "2025-06-30"),
    ("30/9/2025", "day", "2025-09-30", "2025-09-30"),
    ("Ngày 30 tháng 9 năm 2025", "day", "2025-09-30", "2025-09-30"),
    ("Trước 30/9/2025", "before", "-", "2025-09-30"),
    ("Trước ngày 30/9/2025", "before", "-", "2025-09-30"),
    ("Trước ngày 30 tháng 9 năm 2025", "before", "-", "2025-09-30"),
    ("Đến năm 2030", "before", "-", "2030-12-31"),
    ("Đến hết năm 2030", "before", "-", "2030-12-31"),
    ("6 tháng đầu năm 2024", "half", "2024-01-01", "2024-06-30"),
    ("6 tháng cuối năm 2024", "half", "2024-07-01", "2024-12-31"),
    ("Thường xuyên", "ongoing", "-", "-"),
    ("Hằng năm", "recurring", "-", "-"),
    ("Hàng năm", "recurring", "-", "-"),
    ("Hằng quý", "recurring", "-", "-"),
    ("Định kỳ hằng tháng", "recurring", "-", "-"),
    ("Hằng tuần", "recurring", "-", "-"),
    ("Quý I/2023; Quý III/2024", "several", "2023-01-01", "2024-09-30"),
    ("2022\n2024", "several", "2022-01-01", "2024-12-31"),
    ("Quý I/2024, Quý III/2024", "several", "2024-01-01", "2024-09-30"),
    ("2022; Thường xuyên", "several", "-", "-"),
    // What is not beyond doubt is not understood.
    ("", "unknown", "-", "-"),
    ("Trước năm 2025", "unknown", "-", "-"),
    ("Quý V/2024", "unknown", "-", "-"),
    ("Quý I, III/2024", "unknown", "-", "-"),
    ("Tháng 13/2024", "unknown", "-", "-"),
    ("30/2/2024", "unknown", "-", "-"),
    ("2025-2022", "unknown", "-", "-"),
    ("Quý IV - I/2024", "unknown", "-", "-"),
    ("Năm 22", "unknown", "-", "-"),
    ("Năm 2022 (dự kiến)", "unknown", "-", "-"),
    ("Sau khi được phê duyệt", "unknown", "-", "-"),
    ("Năm 2022; khi cần", "unknown", "-", "-"),
    ("150", "unknown", "-", "-"),
];

#[test]
fn every_form_gives_its_days() {
    let shown = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    for (printed, kind, start, end) in FORMS {
        let period = Period::read(printed);
        let reading = &period.reading;
        let read = (reading.kind.as_str(), shown(reading.start), shown(reading.end));
        assert_eq!(read, (*kind, (*start).to_owned(), (*end).to_owned()), "{printed:?}");
        assert_eq!(period.printed, *printed);
        assert_eq!(period.understood(), *kind != "unknown", "{printed:?}");
    }
}

#[test]
fn a_recurring_period_says_how_often() {
    let forms = [
        ("Hằng tuần", Every::Week),
        ("Mỗi tháng", Every::Month),
        ("Hằng quý", Every::Quarter),
        ("Định kỳ hàng năm", Every::Year),
    ];
    for (printed, every) in forms {
        assert_eq!(Period::read(printed).reading.kind, PeriodKind::Recurring(every), "{printed}");
    }
}

#[test]
fn several_periods_are_kept_each() {
    let period = Period::read("- Quý I/2023;\n- Thường xuyên");
    let parts: Vec<&str> = period.reading.parts.iter().map(|part| part.printed.as_str()).collect();
    assert_eq!(parts, ["- Quý I/2023", "- Thường xuyên"]);
    assert!(period.is_ongoing());
    assert_eq!(period.stretches().len(), 1);
}

/// Words of periods, put together at random: near enough to real ones to reach every branch of the grammar.
fn near_period() -> impl Strategy<Value = String> {
    let word = select(
        &[
            "Năm",
            "năm",
            "2022",
            "2025",
            "1899",
            "Quý",
            "I",
            "II",
            "IV",
            "V",
            "tháng",
            "6",
            "12",
            "13",
            "ngày",
            "30/9/2025",
            "31",
            "/",
            "-",
            "–",
            ",",
            ";",
            "\n",
            "và",
            "Từ",
            "đến",
            "hết",
            "Trước",
            "Thường xuyên",
            "Hằng",
            "Định kỳ",
            "trở đi",
            "6 tháng đầu năm",
            "6 tháng cuối năm",
            "và những năm tiếp theo",
            "Giai đoạn",
            "99999999999999999999",
            "٣",
        ][..],
    );
    prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(trial(2000))]

    #[test]
    fn reading_a_period_keeps_its_words_and_its_order(printed in prop_oneof![text(), near_period()]) {
        let period = Period::read(&printed);
        prop_assert_eq!(&period.printed, &printed);
        if let (Some(start), Some(end)) = (period.reading.start, period.reading.end) {
            prop_assert!(start <= end, "{printed:?}: {start} to {end}");
        }
        for (start, end) in period.stretches() {
            prop_assert!(start.zip(end).is_none_or(|(start, end)| start <= end), "{printed:?}");
        }
    }

    #[test]
    fn a_date_is_written_as_it_was_read(year in 1_i16..=9999, month in 1_i8..=12, day in 1_i8..=31) {
        let forms = [
            format!("{year:04}"),
            format!("{year:04}-{month:02}"),
            format!("{year:04}-{month:02}-{day:02}"),
        ];
        for form in forms {
            let Some(date) = PartialDate::parse(&form) else {
                prop_assert_eq!(Day::new(year, month, day), None, "{}", form);
                continue;
            };
            prop_assert_eq!(date.to_string(), form);
            prop_assert!(date.first() <= date.last());
            prop_assert_eq!((date.first().year(), date.last().year()), (year, year));
        }
    }

    #[test]
    fn no_other_text_is_a_date(text in prop_oneof![text(), "[0-9-]{0,12}"]) {
        if let Some(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
