//! Standard output and standard error: results on the one, everything else on the other. The only place that knows
//! indicatif, opener and url.

use std::env;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use planpress::diagnostic::{Messages, Paint, Severity, draw, harmless};
use planpress::pipeline::Outcome;
use planpress::progress::{Progress, Step};
use planpress::serve::Event;
use url::Url;

/// Variables that a shell leaves to the programs it starts: `SHLVL` those of Unix, `PROMPT` that of Windows.
const SHELL_SIGNS: [&str; 2] = ["SHLVL", "PROMPT"];

/// Where a command tells what came of it.
pub(crate) struct Console {
    messages: Messages,
    quiet: bool,
    paint: Paint,
}

impl Console {
    pub(crate) fn new(messages: Messages, quiet: bool) -> Self {
        let colours = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
        let paint = if colours { Paint::Colours } else { Paint::Plain };
        Self { messages, quiet, paint }
    }

    pub(crate) fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Draws the faults of an outcome and gives its value.
    pub(crate) fn report<T>(&self, outcome: Outcome<T>) -> Option<T> {
        let diagnostics = &outcome.diagnostics;
        let shown =
            diagnostics.iter().filter(|d| !self.quiet || d.code.severity() == Severity::Error);
        for diagnostic in shown {
            write_plain(&draw(diagnostic, &self.messages, self.paint), true);
        }
        let (errors, warnings) =
            (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        if errors + warnings > 0 {
            let counts = [("errors", errors.to_string()), ("warnings", warnings.to_string())];
            self.hint("summary", &counts);
        }
        outcome.value
    }

    /// Prints a result, to a terminal nothing that could steer it. Gives whether it could be printed: a closed pipe is no
    /// success.
    pub(crate) fn print(&self, line: &str) -> bool {
        let mut output = io::stdout().lock();
        let line = if output.is_terminal() { harmless(line) } else { line.to_owned() };
        self.quiet || writeln!(output, "{line}").is_ok()
    }

    /// Prints a result in the words of the catalogue.
    pub(crate) fn say(&self, key: &str, details: &[(&'static str, String)]) -> bool {
        self.print(&self.messages.say(key, details))
    }

    /// Says something that is no result.
    pub(crate) fn hint(&self, key: &str, details: &[(&'static str, String)]) -> bool {
        if !self.quiet {
            write_plain(&format!("{}\n", harmless(&self.messages.say(key, details))), true);
        }
        true
    }

    /// Prints the address of a page on this machine: `file:///…`, or its path where that cannot be an address.
    pub(crate) fn address(&self, page: &Path) -> bool {
        let whole = std::path::absolute(page).unwrap_or_else(|_| page.to_owned());
        let address = Url::from_file_path(&whole).map(|address| address.to_string());
        self.print(&address.unwrap_or_else(|()| whole.display().to_string()))
    }

    /// Opens a page in the reader's browser.
    pub(crate) fn open(&self, page: &Path) {
        if let Err(error) = opener::open(page) {
            self.hint("cannot-open", &[("reason", error.to_string())]);
        }
    }

    /// Waits for Enter where a window was opened for this program alone and would close with it: a document was dropped on
    /// it, so that no shell started it.
    pub(crate) fn keep_window_open(&self) {
        let by_shell = SHELL_SIGNS.iter().any(|name| env::var_os(name).is_some());
        if !by_shell && io::stdin().is_terminal() && io::stderr().is_terminal() {
            write_plain(&format!("{}\n", self.messages.say("press-enter", &[])), true);
            let _ = io::stdin().lock().read_line(&mut String::new());
        }
    }

    /// Tells what happens while a site is served.
    pub(crate) fn serve_event(&self, event: &Event<'_>) {
        match event {
            Event::Listening(address) => {
                self.say("serving", &[("address", (*address).to_owned())]);
            }
            Event::Built { pages, diagnostics } => {
                self.report(Outcome { value: Some(()), diagnostics: (*diagnostics).clone() });
                self.hint("rebuilt", &[("pages", pages.to_string())]);
            }
            Event::Broken(diagnostics) => {
                self.report::<()>(Outcome { value: None, diagnostics: (*diagnostics).clone() });
                self.hint("broken", &[]);
            }
        }
    }

    /// A progress bar on standard error; silent when that is no terminal.
    pub(crate) fn bar(&self) -> Bar<'_> {
        let bar = ProgressBar::no_length();
        if self.quiet || !io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        Bar { drawn: bar, messages: &self.messages, begun: Mutex::default() }
    }
}

/// How far a long command has come.
pub(crate) struct Bar<'c> {
    drawn: ProgressBar,
    messages: &'c Messages,
    /// The steps, each with the moment at which it began.
    begun: Mutex<Vec<(Step, Instant)>>,
}

impl Bar<'_> {
    /// Takes the bar away; gives the steps that there were, each with its time.
    pub(crate) fn finish(&self) -> Vec<(Step, Duration)> {
        self.drawn.finish_and_clear();
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        let mut end = Instant::now();
        let steps = begun.drain(..).rev();
        let timed = steps.map(|(step, start)| (step, std::mem::replace(&mut end, start) - start));
        let mut timed: Vec<_> = timed.collect();
        timed.reverse();
        timed
    }
}

impl Progress for Bar<'_> {
    fn start(&self, step: Step, parts: usize) {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).push((step, Instant::now()));
        let template = if parts == 0 { "{msg}" } else { "{msg} {bar:40} {pos}/{len}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.drawn.set_style(style);
        }
        // Each of these may draw the bar, so that the words come first.
        self.drawn.set_message(self.messages.say(step.as_str(), &[]));
        self.drawn.set_length(u64::try_from(parts).unwrap_or_default());
        self.drawn.set_position(0);
    }

    fn tick(&self) {
        self.drawn.inc(1);
    }
}

/// Writes a text as it is, to standard error or standard output. What cannot be written has nobody who reads it.
pub(crate) fn write_plain(text: &str, to_standard_error: bool) {
    let _ = if to_standard_error {
        io::stderr().lock().write_all(text.as_bytes())
    } else {
        io::stdout().lock().write_all(text.as_bytes())
    };
}
