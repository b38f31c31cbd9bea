//! A task's file: the published words in head and body, and the editors' notes from the first `##` on.

use super::domain::unknown_group;
use super::head::{self, one_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Item, Table};
use crate::model::{
    AgencyId, Column, Domain, Mention, NameContext, NameFault, Register, ResultStatus, Slip, Task,
    TaskId, TaskResult, Withdrawal,
};
use crate::source::{Span, Spanned};
use crate::text;
use crate::tree::File;

/// What a task's file is read against.
pub(super) struct TaskContext<'a> {
    pub(super) domain: &'a Domain,
    pub(super) register: &'a Register,
    pub(super) names: &'a NameContext,
    /// Whether names that the register does not know are passed over, since the register itself could not be read.
    pub(super) silent: bool,
}

pub(super) fn parse(
    stem: &str,
    path: &str,
    file: &File,
    context: &TaskContext<'_>,
) -> (Option<Task>, Diagnostics) {
    let id = match head::id(stem, path, TaskId::new) {
        Ok(id) => id,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    head::read(path, file, |head, body| read(id, head, body, context))
}

fn read(id: TaskId, head: &Table<'_>, body: &Span, context: &TaskContext<'_>) -> Option<Task> {
    let number = head.required_text_or_empty("number");
    let order = head.required_number("order");
    let group = head.text("group");
    let groups = &context.domain.groups;
    let is_unknown =
        |group: &&Spanned<String>| !groups.iter().any(|known| known.number == group.value);
    if let Some(group) = group.as_ref().filter(is_unknown) {
        head.fault(unknown_group(group, groups));
    }
    let (paragraphs, notes) = split_body(body);
    let cells = head.table("cells").map(|table| cells(&table)).unwrap_or_default();
    let extra = head.table("extra").map(|table| table.free_texts()).unwrap_or_default();
    // Nothing is given up before every key was asked for: a missing one must not make faults of the others.
    let task = Task {
        id,
        domain: context.domain.id.clone(),
        number: number.as_ref().map(|number| text::one_line(&number.value)).unwrap_or_default(),
        dash: None,
        group: group.map(|group| group.value),
        title: head.plain_text("title"),
        paragraphs,
        lead: mentions(head, "lead", context),
        coordinating: mentions(head, "coordinating", context),
        period: head::period(head),
        order: order.as_ref().map(|order| order.value).unwrap_or_default(),
        row: head.plain_text("row"),
        cells,
        extra: extra
            .into_iter()
            .map(|(name, value)| (name.value, text::tidy_lines(&value.value)))
            .collect(),
        slips: Vec::new(),
        results: head.tables("result").iter().filter_map(result).collect(),
        withdrawn: head.table("withdrawn").and_then(|table| withdrawal(&table)),
        aliases: head::addresses(head, "aliases", "nhiem-vu/….html"),
        notes: head::prosaic(&notes),
        span: head.span().clone(),
    };
    let slips = slips(head, &task);
    number.zip(order).map(|_| Task { slips, ..task })
}

/// The published text, a string a paragraph, and the editors' notes: Markdown from the first line that begins with `##`.
pub(super) fn split_body(body: &Span) -> (Vec<String>, Span) {
    let words = body.text();
    let mut end = 0;
    for line in words.split_inclusive('\n') {
        if line.starts_with("##") {
            break;
        }
        end += line.len();
    }
    let published = words.get(..end).unwrap_or_default();
    let paragraphs = text::tidy_lines(published)
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph.lines().map(|line| {
                let rest = line.strip_prefix('\\');
                rest.filter(|l| l.trim_start_matches('\\').starts_with("##")).unwrap_or(line)
            });
            text::one_line(&lines.collect::<Vec<_>>().join("\n"))
        })
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let notes = Span::new(&body.source, body.range.start + end..body.range.end);
    (paragraphs, notes)
}

fn mentions(head: &Table<'_>, key: &str, context: &TaskContext<'_>) -> Vec<Mention> {
    head.items(key).iter().filter_map(|item| mention(head, item, context)).collect()
}

fn mention(head: &Table<'_>, item: &Item<'_>, context: &TaskContext<'_>) -> Option<Mention> {
    match item {
        Item::Text(name) => {
            let printed = text::one_line(&name.value);
            match context.register.resolve(&printed, context.names) {
                Ok(id) => Some(Mention { printed, agency: id.clone() }),
                Err(fault) => {
                    if !context.silent {
                        head.fault(name_fault(&printed, &name.span, fault));
                    }
                    None
                }
            }
        }
        Item::Table(table) => {
            let printed = table.required_text("printed");
            let id = table.required_text("agency");
            let (printed, id) = printed.zip(id)?;
            let agency = known_agency(&id, context.register);
            if agency.is_none() && !context.silent {
                let mut fault =
                    Diagnostic::new(Code::UnknownAgencyId).at(&id.span).with("id", &id.value);
                if let Some(nearest) = context.register.nearest_id(&id.value) {
                    fault = fault.with("nearest", nearest);
                }
                table.fault(fault);
            }
            Some(Mention { printed: text::one_line(&printed.value), agency: agency? })
        }
    }
}

fn known_agency(id: &Spanned<String>, register: &Register) -> Option<AgencyId> {
    AgencyId::new(&id.value).filter(|id| register.get(id).is_some())
}

fn name_fault(printed: &str, span: &Span, fault: NameFault) -> Diagnostic {
    match fault {
        NameFault::Unknown(nearest) => {
            let unknown = Diagnostic::new(Code::UnknownAgency).at(span).with("name", printed);
            match nearest {
                Some(nearest) => unknown.with("nearest", nearest),
                None => unknown,
            }
        }
        NameFault::Ambiguous(ids) => {
            let ids: Vec<&str> = ids.iter().map(AgencyId::as_str).collect();
            Diagnostic::new(Code::AmbiguousAgency)
                .at(span)
                .with("name", printed)
                .with("candidates", ids.join(", "))
        }
    }
}

/// The kept cells; an empty one says that the document prints nothing there.
fn cells(table: &Table<'_>) -> Vec<(Column, String)> {
    let kept = |column: Column| Some((column, table.text_or_empty(column.as_str())?.value));
    Column::ALL.into_iter().filter_map(kept).collect()
}

fn result(table: &Table<'_>) -> Option<TaskResult> {
    let status = table.required_text("status");
    let statuses = ResultStatus::ALL.map(|status| (status.as_str(), status));
    let status = status.and_then(|status| one_of(table, "status", &status, &statuses));
    let as_of = head::date(table, "as_of");
    let text = table.plain_text("text");
    let basis = table.required_text("basis");
    Some(TaskResult { status: status?, as_of, text, basis: basis?.value })
}

fn withdrawal(table: &Table<'_>) -> Option<Withdrawal> {
    let on = head::date(table, "on");
    let reason = table.plain_text("reason");
    let basis = table.required_text("basis");
    Some(Withdrawal { on, reason, basis: basis?.value })
}

/// Marked slips; one whose words the task does not have is kept back with a warning.
fn slips(head: &Table<'_>, task: &Task) -> Vec<Slip> {
    let mut words = vec![task.text()];
    words.extend(task.lead.iter().chain(&task.coordinating).map(|mention| mention.printed.clone()));
    words.extend(task.period.iter().map(|period| period.printed.clone()));
    words.extend(task.cells.iter().map(|(_, cell)| text::one_line(cell)));
    words.extend(task.extra.iter().map(|(_, cell)| text::one_line(cell)));
    let slip = |table: &Table<'_>| {
        let printed = table.required_text("printed");
        let read = table.required_text("read");
        let (printed, read) = printed.zip(read)?;
        if !words.iter().any(|word| word.contains(&printed.value)) {
            head.fault(
                Diagnostic::new(Code::SlipNotFound)
                    .at(&printed.span)
                    .with("printed", &printed.value),
            );
            return None;
        }
        Some(Slip { printed: printed.value, read: read.value })
    };
    head.tables("sic").iter().filter_map(slip).collect()
}
