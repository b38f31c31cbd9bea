//! A drafted plan as the files of the content format, in the order of keys in which the format is described.
//!
//! Equal drafts give equal bytes. What a file says is read back by `parse` as the same words; how a value is quoted is left
//! to `toml`.

use toml::Value;

use super::PLANS;
use crate::document::FENCE;
use crate::model::{Draft, DraftDomain, DraftFacts, DraftMention, DraftTask};
use crate::tree::{File, RelPath, Tree};

/// The files of a plan, with their paths within the content folder: `ke-hoach/150-kh-ubnd-2022/plan.md`. A task whose ids
/// cannot stand in a path is left out; import makes none.
#[must_use]
pub fn print(draft: &Draft) -> Tree {
    let folder = format!("{PLANS}/{}", draft.id);
    let plan = (format!("{folder}/plan.md"), plan(draft));
    let domains = draft
        .domains
        .iter()
        .map(|domain| (format!("{folder}/{}/domain.md", domain.id), self::domain(domain)));
    let tasks = draft
        .tasks
        .iter()
        .map(|task| (format!("{folder}/{}/{}.md", task.domain, task.id), self::task(task)));
    let files = std::iter::once(plan).chain(domains).chain(tasks);
    let file = |(path, text): (String, String)| {
        Some((RelPath::new(path)?, File::Bytes(text.into_bytes())))
    };
    files.filter_map(file).collect()
}

fn plan(draft: &Draft) -> String {
    let DraftFacts { number, document_type, summary, title, issuer, place, issued, .. } =
        &draft.facts;
    let DraftFacts { signer, signer_role, attached_to, period, .. } = &draft.facts;
    let mut head = Head::default();
    head.line("format = 1");
    head.optional("number", number.as_deref());
    head.optional("type", document_type.as_deref());
    head.optional("abstract", summary.as_deref());
    head.text("title", title);
    head.optional("title_by", draft.facts.title_by_editor.then_some("editor"));
    head.optional("issuer", issuer.as_deref());
    head.optional("place", place.as_deref());
    head.optional("issued", issued.as_deref());
    head.optional("signer", signer.as_deref());
    head.optional("signer_role", signer_role.as_deref());
    if let Some((document, basis)) = attached_to {
        let relation = inline(&[("document", Some(document)), ("basis", Some(basis))]);
        head.line(&format!("attached_to = {relation}"));
    }
    head.optional("period", period.as_deref());
    if !draft.parts.is_empty() {
        let part = |(number, title): &(String, String)| {
            inline(&[("number", Some(number)), ("title", Some(title))])
        };
        head.list("parts", draft.parts.iter().map(part), Layout::Tables);
    }
    for document in &draft.documents {
        head.line("[[document]]");
        head.text("file", &document.file);
        head.text("role", &document.role);
        head.optional("from", document.from.as_deref());
    }
    head.close("")
}

fn domain(domain: &DraftDomain) -> String {
    let mut head = Head::default();
    head.text("number", &domain.number);
    head.text("title", &domain.title);
    head.optional("part", domain.part.as_deref());
    head.line(&format!("order = {}", domain.order));
    if !domain.groups.is_empty() {
        let group = |(number, title, under): &(String, String, Option<String>)| {
            let under = under.as_ref();
            inline(&[("number", Some(number)), ("title", Some(title)), ("under", under)])
        };
        head.list("groups", domain.groups.iter().map(group), Layout::Tables);
    }
    head.close("")
}

fn task(task: &DraftTask) -> String {
    let mut head = Head::default();
    head.text("number", &task.number);
    head.optional("group", task.group.as_deref());
    for (key, mentions) in [("lead", &task.lead), ("coordinating", &task.coordinating)] {
        if !mentions.is_empty() {
            head.list(key, mentions.iter().map(mention), Layout::Line);
        }
    }
    head.optional("period", task.period.as_deref());
    head.line(&format!("order = {}", task.order));
    head.text("row", &task.row);
    if !task.cells.is_empty() {
        head.line("[cells]");
        for (column, cell) in &task.cells {
            head.text(column.as_str(), cell);
        }
    }
    if !task.extra.is_empty() {
        head.line("[extra]");
        for (name, cell) in &task.extra {
            head.text(&key(name), cell);
        }
    }
    let paragraphs: Vec<String> = task.paragraphs.iter().map(|text| escaped(text)).collect();
    head.close(&paragraphs.join("\n\n"))
}

fn mention(mention: &DraftMention) -> String {
    match &mention.agency {
        None => quoted(&mention.printed),
        Some(agency) => inline(&[("printed", Some(&mention.printed)), ("agency", Some(agency))]),
    }
}

/// A paragraph as a body holds it: a line that begins with `##` would begin the editors' notes.
pub(super) fn escaped(paragraph: &str) -> String {
    let line = |line: &str| {
        let notes = line.trim_start_matches('\\').starts_with("##");
        if notes { format!("\\{line}") } else { line.to_owned() }
    };
    paragraph.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// An inline table of those keys that have a value.
fn inline(entries: &[(&str, Option<&String>)]) -> String {
    let entry = |(key, value): &(&str, Option<&String>)| {
        value.map(|value| format!("{key} = {}", quoted(value)))
    };
    format!("{{ {} }}", entries.iter().filter_map(entry).collect::<Vec<_>>().join(", "))
}

/// A TOML string. A line of it that looks like the end of the head must not stand on a line of its own.
pub(super) fn quoted(text: &str) -> String {
    if text.lines().any(|line| line.trim_end() == FENCE) {
        return on_one_line(text);
    }
    Value::String(text.to_owned()).to_string()
}

/// A TOML key; a key may stand in no quotes but those of one line.
pub(super) fn key(name: &str) -> String {
    let quoted = quoted(name);
    let of_lines = ["\"\"\"", "'''"].iter().any(|quotes| quoted.starts_with(quotes));
    if of_lines { on_one_line(name) } else { quoted }
}

/// A TOML string with its line breaks written as `\n`.
fn on_one_line(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// How a list is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// All on one line.
    Line,
    /// A line each where there are several.
    Tables,
}

/// A head under way.
#[derive(Default)]
struct Head {
    lines: String,
}

impl Head {
    fn line(&mut self, line: &str) {
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    fn text(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item = String>, layout: Layout) {
        let items: Vec<String> = items.collect();
        if items.len() > 1 && layout == Layout::Tables {
            self.line(&format!("{key} = [\n  {},\n]", items.join(",\n  ")));
        } else {
            self.line(&format!("{key} = [{}]", items.join(", ")));
        }
    }

    /// The whole file.
    fn close(self, body: &str) -> String {
        let end = if body.is_empty() { "" } else { "\n" };
        format!("{FENCE}\n{}{FENCE}\n{body}{end}", self.lines)
    }
}
