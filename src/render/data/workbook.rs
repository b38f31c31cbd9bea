//! A plan's table as an Excel workbook, for people: headings in words, dates as dates, numbers of tasks as text (1.10 is no
//! 1.1). The only place that knows `rust_xlsxwriter`.
//!
//! One sheet, its header frozen; printed, the columns that the document has and the days, the header on every page. Text is
//! written as text, so that no cell runs as a formula. The bytes do not depend on a clock: the workbook says that it was made on the first day that a ZIP file knows.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use super::csv::{further_cell, further_columns, joined};
use super::list::{Entry, TaskList};
use crate::model::{Day, Mention, Plan};
use crate::render::compose::{GENERATOR, Here, PlanAt, task_label};
use crate::site::Route;
use crate::text;

/// The longest text that a cell can hold, in UTF-16 units. A longer one is cut and ends in "…"; the task's page has it whole.
const LONGEST_CELL: usize = 32_767;

/// The last row that a sheet can have, counted from 0.
const LAST_ROW: u32 = 1_048_575;

/// The last column that a sheet can have, counted from 0.
const LAST_COLUMN: u16 = 16_383;

/// How many columns are printed: the five of the document and the two days.
const PRINTED_COLUMNS: u16 = 7;

/// How much of a plan's name stands at the head of a printed page: Excel takes 255 characters there.
const PRINTED_NAME: usize = 100;

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// The height of a line, in points, and the greatest of a row.
const LINE: u32 = 15;
const TALLEST_ROW: u32 = 405;

/// A4, by Excel's number for it.
const A4: u8 = 9;

/// The workbook of a plan.
pub(super) fn workbook(here: &Here<'_>, at: PlanAt<'_>) -> Vec<u8> {
    // Cells, rows and columns are cut to what a sheet takes, so that nothing can go wrong here.
    made(here, at).unwrap_or_default()
}

fn made(here: &Here<'_>, at: PlanAt<'_>) -> Result<Vec<u8>, XlsxError> {
    let PlanAt { plan, .. } = at;
    let list = TaskList::of_plan(at);
    let columns = columns(here, &list);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(here, plan)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(plan.id.as_str().chars().take(LONGEST_NAME).collect::<String>())?;
    lay_out(sheet, &here.plan_short(plan), &columns, list.entries.len())?;
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let day = Format::new().set_align(FormatAlign::Top).set_num_format("dd/mm/yyyy");
    for (row, entry) in (1..=LAST_ROW).zip(&list.entries) {
        let mut lines = 1;
        for (number, column) in (0..=LAST_COLUMN).zip(&columns) {
            match (column.cell)(entry) {
                Cell::Text(words) if words.is_empty() => {}
                Cell::Text(words) => {
                    lines = lines.max(lines_of(&words, column.width));
                    sheet.write_string_with_format(row, number, cut(words), &text)?;
                }
                Cell::Day(date) => match excel_day(date) {
                    Some(date) => {
                        sheet.write_datetime_with_format(row, number, &date, &day)?;
                    }
                    // Excel knows no day before 1900.
                    None => {
                        sheet.write_string_with_format(row, number, date.in_words(), &text)?;
                    }
                },
            }
        }
        sheet.set_row_height(row, lines.saturating_mul(LINE).min(TALLEST_ROW))?;
    }
    workbook.save_to_buffer()
}

/// What a cell holds.
enum Cell {
    Text(String),
    Day(Day),
}

/// A column: its heading, its width in characters, and what it says of a task.
struct SheetColumn<'a> {
    heading: String,
    width: u32,
    cell: Box<dyn Fn(&Entry<'_>) -> Cell + 'a>,
}

fn columns<'a>(here: &'a Here<'_>, list: &TaskList<'a>) -> Vec<SheetColumn<'a>> {
    fn column<'a>(
        heading: String,
        width: u32,
        cell: impl Fn(&Entry<'_>) -> Cell + 'a,
    ) -> SheetColumn<'a> {
        SheetColumn { heading, width, cell: Box::new(cell) }
    }
    let say = |key: &str| here.say(key, &[]);
    let text = |words: &str| Cell::Text(words.to_owned());
    let day = |day: Option<Day>| day.map_or(Cell::Text(String::new()), Cell::Day);
    let printed =
        |mentions: &[Mention]| Cell::Text(joined(mentions, |mention| mention.printed.clone()));
    let mut columns = vec![
        column(say("column_number"), 8, move |entry| text(&entry.task.number)),
        column(say("column_text"), 60, |entry| Cell::Text(entry.task.paragraphs.join("\n"))),
        column(say("column_lead"), 30, move |entry| printed(&entry.task.lead)),
        column(say("column_coordinating"), 40, move |entry| printed(&entry.task.coordinating)),
        column(say("column_period"), 18, move |entry| {
            text(entry.task.period.as_ref().map_or("", |period| &period.printed))
        }),
        column(say("column_start"), 12, move |entry| {
            day(entry.task.period.as_ref().and_then(|period| period.reading.start))
        }),
        column(say("column_end"), 12, move |entry| {
            day(entry.task.period.as_ref().and_then(|period| period.reading.end))
        }),
    ];
    for name in further_columns(list) {
        columns.push(column(name.to_owned(), 24, move |entry| text(further_cell(entry, name))));
    }
    if list.entries.iter().any(|entry| entry.task.withdrawn.is_some()) {
        columns.push(column(say("withdrawn"), 24, move |entry| {
            text(entry.task.withdrawn.as_ref().map_or("", |withdrawal| &withdrawal.basis))
        }));
    }
    columns.extend([
        column(say("part_label"), 24, |entry| Cell::Text(part(here, entry))),
        column(say("domain_label"), 30, |entry| Cell::Text(domain(here, entry))),
        column(say("group_label"), 30, |entry| Cell::Text(group(here, entry))),
        column(say("row_label"), 20, move |entry| text(entry.task.row.as_deref().unwrap_or(""))),
        column(say("column_label"), 24, |entry| Cell::Text(task_label(here, entry.task))),
        column(say("column_page"), 44, |entry| {
            let route = Route::Task(entry.plan.id.clone(), entry.task.id.clone());
            Cell::Text(here.permalink(&route))
        }),
        column(say("column_id"), 14, move |entry| text(entry.task.id.as_str())),
    ]);
    columns
}

fn part(here: &Here<'_>, entry: &Entry<'_>) -> String {
    let number = entry.plan.domain(&entry.task.domain).and_then(|domain| domain.part.as_deref());
    let part = number.and_then(|number| entry.plan.part(number));
    part.map(|part| here.heading(&part.number, &part.title)).unwrap_or_default()
}

fn domain(here: &Here<'_>, entry: &Entry<'_>) -> String {
    let domain = entry.plan.domain(&entry.task.domain);
    domain.map(|domain| here.heading(&domain.number, &domain.title)).unwrap_or_default()
}

/// The groups of a task, outermost first, a line each.
fn group(here: &Here<'_>, entry: &Entry<'_>) -> String {
    let domain = entry.plan.domain(&entry.task.domain);
    let path =
        domain.zip(entry.task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
    let headings =
        path.into_iter().flatten().map(|group| here.heading(&group.number, &group.title));
    headings.collect::<Vec<_>>().join("\n")
}

/// The header, the widths, and how it is printed.
fn lay_out(
    sheet: &mut Worksheet,
    plan: &str,
    columns: &[SheetColumn<'_>],
    tasks: usize,
) -> Result<(), XlsxError> {
    let header = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color(Color::RGB(0xEE_EE_EE));
    for (number, column) in (0..=LAST_COLUMN).zip(columns) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(0, number, cut(column.heading.clone()), &header)?;
    }
    let last_row = u32::try_from(tasks).unwrap_or(LAST_ROW).min(LAST_ROW);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(LAST_COLUMN);
    let last_column = last_column.min(LAST_COLUMN);
    sheet.autofilter(0, 0, last_row, last_column)?;
    // Numbers of tasks are text on purpose, which Excel would mark as a slip.
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, last_row, PRINTED_COLUMNS - 1)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    // In a header, & begins a field.
    let plan = text::excerpt(plan, PRINTED_NAME).replace('&', "&&");
    sheet.set_header(format!("&L{plan}&R&P/&N"));
    Ok(())
}

fn properties(here: &Here<'_>, plan: &Plan) -> Result<DocProperties, XlsxError> {
    let publisher = here.site.config.publisher.clone().unwrap_or_default();
    Ok(DocProperties::new()
        .set_title(&plan.facts.title)
        .set_subject(here.plan_short(plan))
        .set_author(publisher)
        .set_comment(GENERATOR)
        .set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?))
}

/// How many lines a text takes in a column, about. Said in the file, since not every program works it out by itself.
fn lines_of(words: &str, width: u32) -> u32 {
    let lines = words.lines().map(|line| {
        let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
        letters.div_ceil(width).max(1)
    });
    lines.fold(0, u32::saturating_add)
}

fn cut(words: String) -> String {
    if words.encode_utf16().count() <= LONGEST_CELL {
        return words;
    }
    // A character may take two units.
    text::excerpt(&words, LONGEST_CELL / 2 - 1)
}

fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}
