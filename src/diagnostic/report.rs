//! Drawing a fault for a terminal, with the lines that it marks, all words [harmless](harmless()). The only place that knows
//! miette.

use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode, ThemeCharacters,
    ThemeStyles,
};

use super::{Diagnostic, Messages, Severity, harmless};

/// How a report is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// With colours, for a terminal.
    Colours,
    /// Without colours.
    Plain,
}

/// Width of a report in columns: miette's own default, fixed so that a report does not depend on the terminal.
const WIDTH: usize = 100;

/// The fault as lines of text.
#[must_use]
pub fn draw(diagnostic: &Diagnostic, messages: &Messages, paint: Paint) -> String {
    let report = Report::of(diagnostic, messages);
    let styles = match paint {
        Paint::Colours => ThemeStyles::ansi(),
        Paint::Plain => ThemeStyles::none(),
    };
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
    let mut handler = GraphicalReportHandler::new_themed(theme).with_width(WIDTH).with_links(false);
    if let Some(help) = diagnostic.help(messages) {
        // Not miette's own help line: its heading is English.
        let details = [("help", harmless(&help))];
        handler = handler.with_footer(messages.say("help-line", &details));
    }
    let mut text = String::new();
    match handler.render_report(&mut text, &report) {
        Ok(()) => text,
        Err(_) => report.message,
    }
}

/// A Diagnostic in miette's terms.
#[derive(Debug)]
struct Report {
    message: String,
    code: String,
    severity: miette::Severity,
    labels: Vec<LabeledSpan>,
    source: Option<NamedSource<String>>,
}

impl Report {
    fn of(diagnostic: &Diagnostic, messages: &Messages) -> Self {
        let span = diagnostic.span.as_ref();
        let mut labels = Vec::new();
        if let Some(span) = span {
            let label = diagnostic.label(messages).map(|label| harmless(&label));
            labels.push(LabeledSpan::new(label, span.range.start, span.range.len()));
        }
        let other = diagnostic.other.as_ref();
        if let Some(other) = other.filter(|other| span.is_some_and(|s| s.source == other.source)) {
            let label = Some(messages.say("first-place", &[]));
            labels.push(LabeledSpan::new(label, other.range.start, other.range.len()));
        }
        let mut message = diagnostic.message(messages);
        if let Some(other) = other.filter(|other| span.is_none_or(|s| s.source != other.source)) {
            let (line, _) = other.source.line_and_column(other.range.start);
            let place = [("place", format!("{}:{line}", other.source.name))];
            message.push_str(&messages.say("other-place", &place));
        }
        Self {
            message: harmless(&message),
            code: diagnostic.code.as_str().to_owned(),
            severity: match diagnostic.code.severity() {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Note => miette::Severity::Advice,
            },
            labels,
            source: span
                .map(|s| NamedSource::new(harmless(&s.source.name), harmless(&s.source.text))),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.labels.is_empty()).then(|| Box::new(self.labels.iter().cloned()) as Box<_>)
    }
}
