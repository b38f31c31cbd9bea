//! The engine Tera. The only place that knows it.
//!
//! Tera stops at the first template that it cannot parse, and tells the faults between templates (unknown filters,
//! includes, blocks) as one text. Each fault is to be shown at its place, so when Tera refuses a theme, its templates are
//! tried one by one, then without those already found faulty, and that text is taken apart again.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;
use tera::{Context, Error, ErrorKind, ReportError, Tera as Templates, Value};

use super::engine::{Engine, EngineError, Escaped, Template, View};
use super::words::Words;
use crate::text;

/// The templates of a theme, compiled by Tera.
#[derive(Debug)]
pub(super) struct Tera {
    templates: Templates,
}

impl Tera {
    /// Compiles all templates.
    ///
    /// # Errors
    /// Everything that is wrong with the templates.
    pub(super) fn open(templates: &[Template], words: &Words) -> Result<Self, Vec<EngineError>> {
        let templates = &used(templates);
        let texts = templates.iter().map(|template| (template.name.as_str(), text_of(template)));
        let mut compiled = configured(templates);
        if compiled.add_raw_templates(texts).is_err() {
            return Err(faults(templates));
        }
        compiled.global_context().insert("words", words.texts());
        Ok(Self { templates: compiled })
    }
}

impl Engine for Tera {
    fn render(&self, template: &str, view: View) -> Result<String, EngineError> {
        let mut context = Context::new();
        for (name, content) in view.into_contents() {
            context.insert_value(name, content.for_tera().0);
        }
        self.templates.render(template, &context).map_err(|error| render_error(&error, template))
    }
}

/// A value of a view as this engine has it.
pub(super) struct Taken(Value);

/// Takes a value over.
pub(super) fn taken<T: Serialize>(value: &T) -> Taken {
    Taken(Value::from_serializable(value))
}

/// The templates under their plain names, and under those others that one of them says. A file need not be compiled under
/// names that nobody says, nor told to be faulty under each of them.
fn used(templates: &[Template]) -> Vec<&Template> {
    let said = |template: &&Template| {
        template.prefix.is_empty()
            || templates.iter().any(|other| text_of(other).contains(&template.name))
    };
    templates.iter().filter(said).collect()
}

/// Tera without templates as yet, set up for these.
fn configured(templates: &[&Template]) -> Templates {
    let mut tera = Templates::new();
    // The prefixes say which of two components of one name wins: that of the upper layer.
    let mut prefixes: Vec<String> = Vec::new();
    for template in templates.iter().filter(|template| !template.prefix.is_empty()) {
        if !prefixes.contains(&template.prefix) {
            prefixes.push(template.prefix.clone());
        }
    }
    // It fails only behind templates that were added already.
    let _ = tera.set_fallback_prefixes(prefixes);
    // Every name ends in the empty suffix, so that every template is escaped.
    tera.autoescape_on([""]);
    tera.set_escape_fn(|text, output| write!(output, "{}", Escaped(text)));
    tera
}

fn text_of(template: &Template) -> &str {
    &template.source.text
}

fn render_error(error: &Error, template: &str) -> EngineError {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => reported(report),
        other => EngineError::new(template, &other.to_string()),
    }
}

fn reported(report: &ReportError) -> EngineError {
    located(report.filename(), report.message(), report.span().range.clone())
}

/// An error at a place. Where Tera lists all names that would have been right, the nearest one is enough.
fn located(template: &str, message: &str, range: Range<usize>) -> EngineError {
    let (message, listed) = message.split_once(" Available ").unwrap_or((message, ""));
    let names = listed.split_once(": ").map_or("", |(_, names)| names).split(", ");
    let error = EngineError::new(template, message).at(range);
    // "Field `leed` is not defined."
    let quoted = error.message.strip_suffix("` is not defined");
    let undefined = quoted.and_then(|text| text.split_once('`')).map(|(_, name)| name.to_owned());
    let nearest = undefined.as_deref().and_then(|name| text::nearest(name, names));
    EngineError { nearest: nearest.map(str::to_owned), undefined, ..error }
}

/// All faults of templates that Tera refuses.
fn faults(templates: &[&Template]) -> Vec<EngineError> {
    let mut errors = Vec::new();
    // The templates by name. One that is found faulty is emptied, so that the others can be looked at.
    let mut sound: BTreeMap<&str, &str> = BTreeMap::new();
    for template in templates {
        let error = syntax_error(template);
        let text = if error.is_some() { "" } else { text_of(template) };
        sound.insert(&template.name, text);
        errors.extend(error);
    }
    // Each turn empties one template or is the last.
    for _ in 0..=templates.len() {
        let Err(error) = configured(templates).add_raw_templates(&sound) else { break };
        let (faulty, named, message) = match error.kind() {
            ErrorKind::MissingParent { current, parent } => {
                (current, Some(parent), format!("there is no template `{parent}`"))
            }
            ErrorKind::CircularExtend { tpl, inheritance_chain: chain } => {
                let circle = format!("{tpl} → {}", chain.join(" → "));
                (tpl, chain.first(), format!("templates extend each other in a circle: {circle}"))
            }
            ErrorKind::CircularInclude { tpl, include_chain: chain } => {
                let circle: Vec<&String> = chain.iter().skip_while(|name| *name != tpl).collect();
                let words = circle.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" → ");
                let message = format!("templates include each other in a circle: {words}");
                (tpl, circle.get(1).copied(), message)
            }
            other => {
                errors.extend(faults_between(&other.to_string(), &sound, errors.is_empty()));
                break;
            }
        };
        let Some(text) = sound.get_mut(faulty.as_str()) else { break };
        let range = named.and_then(|name| quoted(text, name));
        errors.push(EngineError { range, ..EngineError::new(faulty, &message) });
        *text = "";
    }
    errors
}

/// What is wrong with a template by itself.
fn syntax_error(template: &Template) -> Option<EngineError> {
    let mut alone = Templates::new();
    match alone.add_raw_template(&template.name, text_of(template)).err()?.kind() {
        ErrorKind::SyntaxError(report) => Some(reported(report)),
        _ => None,
    }
}

/// The faults in Tera's text on what templates want of each other. `whole` says that no template was emptied: else a
/// block that is missing in a parent may be missing for that reason only.
fn faults_between(text: &str, templates: &BTreeMap<&str, &str>, whole: bool) -> Vec<EngineError> {
    let mut errors = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else { continue };
        // Behind the message: "--> base.html:3:7", an empty line, the line of the template, and "^^^^" below it.
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let marks = lines.nth(2).map_or(0, |line| line.matches('^').count());
        if !whole && message.starts_with("Block ") {
            continue;
        }
        let mut numbers = place.unwrap_or_default().rsplitn(3, ':');
        let column = numbers.next().and_then(|column| column.parse().ok());
        let line = numbers.next().and_then(|line| line.parse().ok());
        let name = numbers.next().unwrap_or_default();
        let range = templates.get(name).and_then(|text| marked(text, line?, column?, marks));
        errors.push(EngineError { range, ..EngineError::new(name, message) });
    }
    if errors.is_empty() && whole {
        // A text of another form: it names the template it speaks of, if any, last.
        let name = text.split('`').rev().find(|name| templates.contains_key(name));
        errors.push(EngineError::new(name.unwrap_or_default(), text));
    }
    errors
}

/// The bytes of so many characters from a line and a column on, both counted from 1.
fn marked(text: &str, line: usize, column: usize, count: usize) -> Option<Range<usize>> {
    let content = text.split('\n').nth(line.checked_sub(1)?)?;
    let line_start = content.as_ptr() as usize - text.as_ptr() as usize;
    let bytes = |characters: usize| {
        content.char_indices().nth(characters).map_or(content.len(), |(offset, _)| offset)
    };
    let first = column.checked_sub(1)?;
    Some(line_start + bytes(first)..line_start + bytes(first + count))
}

/// Where a text has a name in quotes.
fn quoted(text: &str, name: &str) -> Option<Range<usize>> {
    let start = text.find(&format!("\"{name}\"")).or_else(|| text.find(&format!("'{name}'")))?;
    Some(start..start + name.len() + 2)
}
