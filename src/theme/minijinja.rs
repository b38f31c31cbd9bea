//! The engine `minijinja`. The only place that knows it.
//!
//! What it would do otherwise and is made like Tera here: an undefined name that is printed is an error, `null`
//! prints as nothing, booleans print in lower case, a template's last newline stays, and every template is escaped.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::ops::Range;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use serde::Serialize;

use super::engine::{Engine, EngineError, Escaped, Template, View};
use super::words::Words;
use crate::text;

/// The templates of a theme, compiled by `minijinja`.
#[derive(Debug)]
pub(super) struct MiniJinja {
    environment: Environment<'static>,
    words: Words,
}

impl MiniJinja {
    /// Compiles all templates.
    ///
    /// # Errors
    /// One error for each template that cannot be compiled.
    pub(super) fn open(templates: &[Template], words: &Words) -> Result<Self, Vec<EngineError>> {
        let mut environment = configured();
        // As the engine's own map of any values, it would take long to find one, and pages ask for dozens.
        let texts = words.texts().iter().map(|(key, text)| (key.clone(), Value::from(text)));
        environment.add_global("words", Value::from_object(texts.collect::<BTreeMap<_, _>>()));
        // Most themes never reach below themselves, and a file need not be compiled under names that nobody says.
        let aliased = templates.iter().any(|template| {
            ["'@", "\"@"].iter().any(|quoted| template.source.text.contains(quoted))
        });
        let mut errors = Vec::new();
        for template in templates.iter().filter(|template| aliased || template.prefix.is_empty()) {
            let text = template.source.text.clone();
            if let Err(error) = environment.add_template_owned(template.name.clone(), text) {
                let text = |_: &str| Some(template.source.text.clone());
                errors.push(engine_error(&error, &template.name, text));
            }
        }
        if errors.is_empty() { Ok(Self { environment, words: words.clone() }) } else { Err(errors) }
    }

    fn text(&self, template: &str) -> Option<String> {
        let template = self.environment.get_template(template).ok()?;
        Some(template.source().to_owned())
    }

    /// The name of the view or of the words that is nearest to one that is not there, as far as it can be told: not for names
    /// that the template made itself.
    fn nearest(&self, undefined: &str, view: &Value) -> Option<String> {
        let (parents, name) = undefined.rsplit_once('.').unwrap_or(("", undefined));
        if parents == "words" {
            let words = self.words.texts().keys().map(String::as_str);
            return text::nearest(name, words).map(str::to_owned);
        }
        let mut value = view.clone();
        for part in parents.split('.').filter(|part| !part.is_empty()) {
            value = value.get_attr(part).ok()?;
        }
        let map = value.as_object().filter(|_| value.kind() == ValueKind::Map)?;
        let keys: Vec<Value> = map.try_iter()?.collect();
        let further = parents.is_empty().then_some("words");
        let names = keys.iter().filter_map(Value::as_str).chain(further);
        text::nearest(name, names).map(str::to_owned)
    }
}

impl Engine for MiniJinja {
    fn render(&self, template: &str, view: View) -> Result<String, EngineError> {
        let values = view.into_contents().map(|(name, content)| (name, content.for_minijinja().0));
        let view = Value::from_object(values.collect::<BTreeMap<&'static str, Value>>());
        page(&self.environment, template, &view).or_else(|_| {
            // Only debug mode knows the name of what is undefined, and it makes pages half as slow again (measured on a
            // table of 2,000 rows). So a page that fails is made a second time, for the error alone.
            let mut explaining = self.environment.clone();
            explaining.set_debug(true);
            page(&explaining, template, &view).map_err(|error| {
                let error = engine_error(&error, template, |name| self.text(name));
                let nearest = error.undefined.as_ref().and_then(|name| self.nearest(name, &view));
                EngineError { nearest, ..error }
            })
        })
    }
}

fn page(environment: &Environment<'_>, template: &str, view: &Value) -> Result<String, Error> {
    environment.get_template(template)?.render(view.clone())
}

/// A value of a view as this engine has it.
pub(super) struct Taken(Value);

/// Takes a value over.
pub(super) fn taken<T: Serialize>(value: &T) -> Taken {
    Taken(Value::from(Serde(value)))
}

/// The engine without templates as yet, made like Tera where the two differ.
fn configured() -> Environment<'static> {
    let mut environment = Environment::new();
    // Its default differs between debug and release builds.
    environment.set_debug(false);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    // A format of our own sends every kind of escaping (`|escape`, `|join`, `~`) through our formatter.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("html".into()));
    environment.set_formatter(write_value);
    if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
        environment.set_syntax(syntax);
    }
    environment
}

/// Writes a value into a page: as markup when it is marked safe or when the template turned escaping off, else escaped.
fn write_value(output: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(()),
        ValueKind::Bool => output.write_str(if value.is_true() { "true" } else { "false" }),
        _ if value.is_safe() || matches!(state.auto_escape(), AutoEscape::None) => {
            match value.as_str() {
                Some(text) => output.write_str(text),
                None => write!(output, "{value}"),
            }
        }
        _ => match value.as_str() {
            Some(text) => Escaped(text).write_to(output),
            None => Escaped(&value.to_string()).write_to(output),
        },
    };
    written.map_err(Error::from)
}

/// The error in our terms. Where one template includes another, the innermost error is the one that names the place.
fn engine_error(
    error: &Error,
    template: &str,
    text: impl Fn(&str) -> Option<String>,
) -> EngineError {
    let mut innermost = error;
    while let Some(cause) = innermost.source().and_then(|cause| cause.downcast_ref::<Error>()) {
        innermost = cause;
    }
    let name = innermost.name().unwrap_or(template);
    let kind = innermost.kind();
    let message = innermost.detail().map_or_else(|| kind.to_string(), str::to_owned);
    // "`task.leed` is undefined", and more behind it where the name was made elsewhere.
    let quoted = message.split('`').nth(1).filter(|_| kind == ErrorKind::UndefinedError);
    let undefined = quoted.map(str::to_owned);
    let range = innermost.range().or_else(|| line_range(&text(name)?, innermost.line()?));
    EngineError { range, undefined, ..EngineError::new(name, &message) }
}

/// The bytes of a line, counted from 1.
fn line_range(text: &str, line: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        if number + 1 == line {
            return Some(start..start + content.trim_end().len());
        }
        start += content.len();
    }
    None
}
