//! What import makes of a document, in a notation that a person can write from the printed page.
//!
//! ```text
//! part A: NHIỆM VỤ CHUNG
//! domain 1 of A: Y tế                      a plan without domains has one that is written "domain: "
//!   group 1.1: Khám bệnh                   all groups of a domain stand before its tasks
//!   group a) under 1.1: Tuyến xã
//!   task - in 1.1: Khám bệnh tại xã        paragraphs are parted by " ¶ "; a task without a number is "task: …"
//!     lead: Sở Y tế                        a name a line, as printed
//!     lead: Sông Mã (= Huyện Sông Mã)      what the name means where the word alone does not say it
//!     lead printed: nt                     the cell, where it prints none of the names: "như trên"
//!     coordinating: …
//!     period: Quý III/2022 → quarter 2022-07-01..2022-09-30       an open end is left out
//!     period printed: nt
//!     extra Sản phẩm: Báo cáo / Đề án      lines of a cell are parted by " / "
//! ```
//!
//! Ids, places in the document and the cells that the lists do not say whole are left out: they have tests of their own.

use planpress::model::{
    AgencyId, Column, Day, Draft, DraftMention, DraftTask, NameContext, Period, PeriodKind,
    Register,
};

/// Whose names are whose.
pub(super) struct Names<'r> {
    pub(super) register: &'r Register,
    pub(super) context: NameContext,
}

/// A draft in the notation.
pub(super) fn told(draft: &Draft, names: &Names<'_>) -> String {
    let mut lines = Vec::new();
    for (number, title) in &draft.parts {
        lines.push(format!("part {number}: {title}"));
    }
    for domain in &draft.domains {
        let part = domain.part.as_deref().map(|part| format!(" of {part}")).unwrap_or_default();
        lines.push(format!("domain{}{part}: {}", spaced(&domain.number), domain.title));
        for (number, title, under) in &domain.groups {
            let under = under.as_deref().map(|under| format!(" under {under}")).unwrap_or_default();
            lines.push(format!("  group{}{under}: {title}", spaced(number)));
        }
        let tasks = draft.tasks.iter().filter(|task| task.domain == domain.id);
        lines.extend(tasks.flat_map(|task| self::task(task, names)));
    }
    lines.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The lines of a text that was written by hand, without those for the reader (`#`) and empty ones.
pub(super) fn written(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Each line that the two do not share, as a person reads a difference; nothing where they are alike.
pub(super) fn difference(found: &str, expected: &str) -> Option<String> {
    let (found, expected): (Vec<&str>, Vec<&str>) =
        (found.lines().collect(), expected.lines().collect());
    let same = found.iter().zip(&expected).take_while(|(left, right)| left == right).count();
    if same == found.len() && same == expected.len() {
        return None;
    }
    let before = expected.get(same.saturating_sub(3)..same).unwrap_or_default();
    let rest = |lines: &[&str], sign: &str| -> String {
        let shown = lines.get(same..).unwrap_or_default().iter().take(4);
        shown.map(|line| format!("  {sign} {line}\n")).collect()
    };
    let before: String = before.iter().map(|line| format!("    {line}\n")).collect();
    let place = same + 1;
    Some(format!("line {place}:\n{before}{}{}", rest(&expected, "-"), rest(&found, "+")))
}

fn task(task: &DraftTask, names: &Names<'_>) -> Vec<String> {
    let group = task.group.as_deref().map(|group| format!(" in {group}")).unwrap_or_default();
    let mut lines =
        vec![format!("  task{}{group}: {}", spaced(&task.number), task.paragraphs.join(" ¶ "))];
    let lists = [
        ("lead", Column::Lead, &task.lead),
        ("coordinating", Column::Coordinating, &task.coordinating),
    ];
    for (word, column, mentions) in lists {
        lines.extend(mentions.iter().map(|one| format!("    {word}: {}", mention(one, names))));
        let first = mentions.first().map(|one| one.printed.as_str()).unwrap_or_default();
        lines.extend(
            printed_otherwise(task, column, first)
                .map(|cell| format!("    {word} printed: {cell}")),
        );
    }
    if let Some(period) = &task.period {
        lines.push(format!(
            "    period: {} → {}",
            on_one_line(period),
            reading(&Period::read(period))
        ));
        let cell = printed_otherwise(task, Column::Period, period);
        lines.extend(cell.map(|cell| format!("    period printed: {cell}")));
    }
    for (name, cell) in &task.extra {
        lines.push(format!("    extra {name}: {}", on_one_line(cell)));
    }
    lines
}

/// The cell of a column, where it prints something else than its list says.
fn printed_otherwise(task: &DraftTask, column: Column, said: &str) -> Option<String> {
    let (_, cell) = task.cells.iter().find(|(of, _)| *of == column)?;
    (!cell.is_empty() && !said.is_empty() && !cell.contains(said)).then(|| on_one_line(cell))
}

fn mention(mention: &DraftMention, names: &Names<'_>) -> String {
    let printed = &mention.printed;
    match mention.agency.as_deref().and_then(AgencyId::new) {
        Some(id) => match names.register.get(&id) {
            Some(agency) => format!("{printed} (= {})", agency.name),
            None => format!("{printed} (= {id}?)"),
        },
        None => match names.register.resolve(printed, &names.context) {
            Ok(_) => printed.clone(),
            Err(_) => format!("{printed} (?)"),
        },
    }
}

fn reading(period: &Period) -> String {
    let reading = &period.reading;
    let kind = match reading.kind {
        PeriodKind::Recurring(every) => format!("recurring {}", every.as_str()),
        kind => kind.as_str().to_owned(),
    };
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    match (reading.start, reading.end) {
        (None, None) => kind,
        (start, end) => format!("{kind} {}..{}", day(start), day(end)),
    }
}

fn spaced(number: &str) -> String {
    if number.is_empty() { String::new() } else { format!(" {number}") }
}

fn on_one_line(cell: &str) -> String {
    cell.replace('\n', " / ")
}
