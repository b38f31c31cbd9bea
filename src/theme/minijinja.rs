//! The engine MiniJinja. The only place that knows it.
//!
//! What MiniJinja would do otherwise and is made like Tera here: an undefined name that is printed is an error, `null`
//! prints as nothing, booleans print in lower case, a template's last newline stays, and every template is escaped.

use std::error::Error as _;
use std::ops::Range;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value};

use super::engine::{Engine, EngineError, Escaped, Template, View};
use super::words::Words;

/// The templates of a theme, compiled by MiniJinja.
#[derive(Debug)]
pub(super) struct MiniJinja {
    environment: Environment<'static>,
}

impl MiniJinja {
    /// Compiles all templates.
    ///
    /// # Errors
    /// One error for each template that cannot be compiled.
    pub(super) fn open(templates: &[Template], words: &Words) -> Result<Self, Vec<EngineError>> {
        let mut environment = Environment::new();
        // Debug mode lets an error name what is undefined, and costs something only then. It is set by hand since its
        // default differs between debug and release builds.
        environment.set_debug(true);
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        // A format of our own sends every kind of escaping (`|escape`, `|join`, `~`) through our formatter.
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("html".into()));
        environment.set_formatter(write_value);
        if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
            environment.set_syntax(syntax);
        }
        environment.add_global("words", Serde(words.texts()));
        let mut errors = Vec::new();
        for template in templates {
            let text = template.source.text.clone();
            if let Err(error) = environment.add_template_owned(template.name.clone(), text) {
                let text = |_: &str| Some(template.source.text.clone());
                errors.push(engine_error(&error, &template.name, text));
            }
        }
        if errors.is_empty() { Ok(Self { environment }) } else { Err(errors) }
    }

    fn text(&self, template: &str) -> Option<String> {
        let template = self.environment.get_template(template).ok()?;
        Some(template.source().to_owned())
    }
}

impl Engine for MiniJinja {
    fn render(&self, template: &str, view: &View) -> Result<String, EngineError> {
        self.environment
            .get_template(template)
            .and_then(|compiled| compiled.render(Serde(view.values())))
            .map_err(|error| engine_error(&error, template, |name| self.text(name)))
    }
}

/// Writes a value into a page: as markup when it is marked safe or when the template turned escaping off, else escaped.
fn write_value(output: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(()),
        ValueKind::Bool => output.write_str(if value.is_true() { "true" } else { "false" }),
        _ if value.is_safe() || matches!(state.auto_escape(), AutoEscape::None) => {
            write!(output, "{value}")
        }
        _ => match value.as_str() {
            Some(text) => write!(output, "{}", Escaped(text)),
            None => write!(output, "{}", Escaped(&value.to_string())),
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
    let message = match innermost.detail() {
        Some(detail) => format!("{}: {detail}", innermost.kind()),
        None => innermost.kind().to_string(),
    };
    let range = innermost.range().or_else(|| line_range(&text(name)?, innermost.line()?));
    EngineError { range, ..EngineError::new(name, &message) }
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
