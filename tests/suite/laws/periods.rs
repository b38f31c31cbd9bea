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
    ("Q4/2023", "quarter", "2023-10-01", "2023-12-31"),
    ("QIV/2023", "quarter", "2023-10-01", "2023-12-31"),
    ("Quý IV năm 2023", "quarter", "2023-10-01", "2023-12-31"),
    ("Quý I - Quý II/2024", "range", "2024-01-01", "2024-06-30"),
    ("Từ quý II đến quý IV/2024", "range", "2024-04-01", "2024-12-31"),
    ("Từ quý II/2023 đến hết năm 2025", "range", "2023-04-01", "2025-12-31"),
    ("T6/2023", "month", "2023-06-01", "2023-06-30"),
    ("Tháng 12-2023", "month", "2023-12-01", "2023-12-31"),
    ("Tháng 3 đến tháng 6/2024", "range", "2024-03-01", "2024-06-30"),
    ("Từ tháng 3 đến hết tháng 6 năm 2024", "range", "2024-03-01", "2024-06-30"),
    ("12/2023 - 6/2024", "range", "2023-12-01", "2024-06-30"),
    ("01/01/2023 - 31/12/2023", "range", "2023-01-01", "2023-12-31"),
    ("30.9.2025", "day", "2025-09-30", "2025-09-30"),
    ("30-9-2025", "day", "2025-09-30", "2025-09-30"),
    ("Từ 2023 đến 2025", "years", "2023-01-01", "2025-12-31"),
    ("Năm 2023 và 2024", "years", "2023-01-01", "2024-12-31"),
    ("2023-2024 và các năm tiếp theo", "from", "2023-01-01", "-"),
    ("Trong năm 2023", "year", "2023-01-01", "2023-12-31"),
    ("Cả năm 2023", "year", "2023-01-01", "2023-12-31"),
    ("Trong quý II/2024", "quarter", "2024-04-01", "2024-06-30"),
    ("Hoàn thành trong tháng 6/2024", "month", "2024-06-01", "2024-06-30"),
    ("Hoàn thành trước 31/12/2023", "before", "-", "2023-12-31"),
    ("Hoàn thành quý IV/2023", "quarter", "2023-10-01", "2023-12-31"),
    ("Chậm nhất 30/6/2023", "before", "-", "2023-06-30"),
    ("Chậm nhất là ngày 30/6/2023", "before", "-", "2023-06-30"),
    ("Hết quý III/2024", "before", "-", "2024-09-30"),
    // The end of a year ends with it, and begins nobody knows when.
    ("Cuối năm 2023", "before", "-", "2023-12-31"),
    ("Cuối quý II/2024", "before", "-", "2024-06-30"),
    ("Đến cuối năm 2023", "before", "-", "2023-12-31"),
    ("Thường xuyên, liên tục", "ongoing", "-", "-"),
    ("Thường xuyên hằng năm", "ongoing", "-", "-"),
    ("Tháng 12 hằng năm", "recurring", "-", "-"),
    ("Quý I hàng năm", "recurring", "-", "-"),
    ("Trước ngày 15/12 hằng năm", "recurring", "-", "-"),
    ("Trước 12/11 hằng năm", "recurring", "-", "-"),
    ("Năm 2022, 2023, 2025", "several", "2022-01-01", "2025-12-31"),
    ("Quý I/2023; Quý III/2024", "several", "2023-01-01", "2024-09-30"),
    ("2022\n2024", "several", "2022-01-01", "2024-12-31"),
    ("Quý I/2024, Quý III/2024", "several", "2024-01-01", "2024-09-30"),
    ("2022; Thường xuyên", "several", "-", "-"),
    // What is not beyond doubt is not understood.
    ("", "unknown", "-", "-"),
    ("Trước năm 2025", "unknown", "-", "-"),
    ("Đầu quý II/2023", "unknown", "-", "-"),
    ("Tháng 6 đến tháng 3/2024", "unknown", "-", "-"),
    ("Năm 2023 và 2026", "unknown", "-", "-"),
    ("Tháng 12", "unknown", "-", "-"),
    ("6 hằng năm", "unknown", "-", "-"),
    ("Trước tháng 6/2024", "unknown", "-", "-"),
    ("Năm học 2023-2024", "unknown", "-", "-"),
    ("12-2023", "unknown", "-", "-"),
    ("31.2.2024", "unknown", "-", "-"),
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
fn what_no_calendar_can_tell_is_told_from_what_is_not_understood() {
    let undatable = [
        "100 ngày kể từ ngày ban hành",
        "Sau khi có hướng dẫn",
        "Ngay sau khi kế hoạch được ban hành",
        "Theo kế hoạch của Trung ương",
        "Theo kỳ",
        "Khi có kinh phí",
        "Trong vòng 30 ngày làm việc",
        "Đầu quý II/2023",
    ];
    for printed in undatable {
        let period = Period::read(printed);
        assert!(!period.understood() && period.is_undatable(), "{printed}");
    }
    let not_understood = ["Năm 22", "Năm học 2023-2024", "30/2/2024", "Sau năm 2025", "", "150"];
    for printed in not_understood {
        let period = Period::read(printed);
        assert!(!period.understood() && !period.is_undatable(), "{printed}");
    }
    assert!(!Period::read("Định kỳ hằng năm").is_undatable());
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

#[test]
fn what_is_nearly_a_date_is_none() {
    let refused = [
        "",
        " 2022",
        "2022 ",
        "22",
        "02022",
        "2022-6",
        "2022-006",
        "2022-06-1",
        "2022-06-01-01",
        "2022-",
        "2022-00",
        "2022-13",
        "2022-06-31",
        "2022-02-29",
        "2022-06-00",
        "2022/06",
        "+202",
        "-022",
        "٢٠٢٢",
        "06-2022",
    ];
    for text in refused {
        assert_eq!(PartialDate::parse(text), None, "{text:?}");
    }
    assert!(PartialDate::parse("2024-02-29").is_some());
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
    fn no_other_text_is_a_date(text in prop_oneof![text(), "[0-9]{3,5}(-[0-9]{1,3}){0,3}"]) {
        if let Some(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
