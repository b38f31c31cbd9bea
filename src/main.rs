//! The command line: reads what was typed, calls one function of the pipeline, and tells what came of it.
//!
//! Results go to standard output, everything else to standard error. Exit code 0: clean, warnings included; 1: faults;
//! 2: the command line was wrong.

mod args;
mod console;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::{Cli, DocumentArgs, ImportArgs, ThemeVerb, Verb};
use console::Console;
use planpress::diagnostic::Messages;
use planpress::pipeline::{self, BrokenPlans, BuildOptions, Imported, KeepAddresses, Outcome};
use planpress::render::Compression;
use planpress::serve;
use planpress::verify::Difference;

/// Pages are made of many small texts; the system's own allocator takes a quarter of a build's time for them (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit code of a command line that was wrong.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<String> =
        env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let messages = Messages::of(args::language(&words, &locale));
    let cli = match args::parse(&words, &messages) {
        Ok(cli) => cli,
        Err(stop) => {
            console::write_plain(&stop.text, stop.wrong);
            return if stop.wrong { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
        }
    };
    let console = Console::new(messages, cli.quiet);
    let went_well = run(&cli, &console);
    if matches!(cli.command, Verb::Document(_)) {
        console.keep_window_open();
    }
    if went_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a command; gives whether it went well.
fn run(cli: &Cli, console: &Console) -> bool {
    match &cli.command {
        Verb::New { folder } => new(folder, console),
        Verb::Import(arguments) => import(arguments, console),
        Verb::Document(arguments) => {
            // Every document is tried, whatever comes of the others.
            let tried = arguments.files.iter().map(|file| document(file, arguments, console));
            tried.collect::<Vec<bool>>().iter().all(|went_well| *went_well)
        }
        Verb::Build { root, view: Some(page), .. } => {
            console.report(pipeline::view(root, page)).is_some_and(|json| console.print(&json))
        }
        Verb::Build {
            root,
            out,
            keep_addresses,
            skip_broken,
            precompress,
            timings,
            view: None,
        } => {
            let out = out.clone().unwrap_or_else(|| beside(root, "public"));
            let compression = if *precompress { Compression::Beside } else { Compression::None };
            let broken_plans = if *skip_broken { BrokenPlans::Skip } else { BrokenPlans::Refuse };
            let options = BuildOptions { compression, broken_plans, ..options(*keep_addresses) };
            build(root, &out, &options, *timings, console)
        }
        Verb::Theme { command: ThemeVerb::New { name, extends, root } } => {
            let made = console.report(pipeline::new_theme(root, name, extends));
            made.is_some() && console.say("created-theme", &[("name", name.clone())])
        }
        Verb::Check { root, published } => check(root, published.as_deref(), console),
        Verb::Verify { place, manifest } => verify(place, manifest.as_deref(), console),
        Verb::Serve { root, port } => {
            let tell = |event: serve::Event<'_>| console.serve_event(&event);
            match serve::run(root, *port, &tell) {
                Ok(()) => true,
                Err(fault) => {
                    console.report::<()>(Outcome { value: None, diagnostics: fault.into() });
                    false
                }
            }
        }
    }
}

fn new(folder: &Path, console: &Console) -> bool {
    let Some(_) = console.report(pipeline::new(folder)) else { return false };
    let details = [("folder", folder.display().to_string())];
    console.say("created", &details) && console.hint("created-next", &details)
}

fn import(arguments: &ImportArgs, console: &Console) -> bool {
    let (options, conduct) = (arguments.reading.options(), arguments.reading.conduct());
    let bar = console.bar();
    let outcome = pipeline::import(&arguments.file, &arguments.content, &options, conduct, &bar);
    bar.finish();
    let Some(imported) = console.report(outcome) else { return false };
    tell_report(&imported, console);
    if conduct.dry_run {
        return tell_written("import-tried", &imported, &arguments.content, console);
    }
    let said = match &imported.changes {
        None => "imported",
        Some(_) if imported.files + imported.removed == 0 => "merged-nothing",
        Some(_) => "merged",
    };
    let report = arguments.content.join(&imported.folder).join("nhap-khau.md");
    let report = [("report", report.display().to_string())];
    tell_written(said, &imported, &arguments.content, console)
        && console.hint("imported-next", &report)
}

/// Tells what an import has written, or would have.
fn tell_written(said: &str, imported: &Imported, content: &Path, console: &Console) -> bool {
    let details = [
        ("plan", imported.plan.clone()),
        ("files", imported.files.to_string()),
        ("removed", imported.removed.to_string()),
        ("content", content.join(&imported.folder).display().to_string()),
    ];
    console.say(said, &details)
}

fn tell_report(imported: &Imported, console: &Console) {
    for line in imported.report.lines(&imported.account, console.messages()) {
        console.print(&line);
    }
    for line in imported.changes.iter().flat_map(|changes| changes.lines(console.messages())) {
        console.print(&line);
    }
}

fn document(file: &Path, arguments: &DocumentArgs, console: &Console) -> bool {
    let bar = console.bar();
    let (options, conduct) = (arguments.reading.options(), arguments.reading.conduct());
    let outcome = pipeline::document(file, &options, conduct, &bar);
    bar.finish();
    let Some(made) = console.report(outcome) else {
        console.hint("nothing-published", &[]);
        return false;
    };
    tell_report(&made.imported, console);
    let content = made.root.join("content");
    let Some(pages) = made.pages else {
        return tell_written("import-tried", &made.imported, &content, console);
    };
    let report = content.join(&made.imported.folder).join("nhap-khau.md");
    let details = [
        ("document", file.display().to_string()),
        ("pages", pages.built.pages.to_string()),
        ("tasks", pages.built.tasks.to_string()),
        ("report", report.display().to_string()),
        ("content", content.display().to_string()),
        ("root", made.root.display().to_string()),
    ];
    let told = console.say("site-made", &details) && console.address(&pages.index);
    console.hint("site-next", &details);
    if arguments.open {
        console.open(&pages.index);
    }
    told
}

/// How a build goes about its work; the time of the sources is the environment's to say (reproducible-builds.org).
fn options(keep_addresses: bool) -> BuildOptions {
    let addresses = if keep_addresses { KeepAddresses::Demand } else { KeepAddresses::Warn };
    BuildOptions {
        addresses,
        source_date: env::var("SOURCE_DATE_EPOCH").ok(),
        ..BuildOptions::default()
    }
}

fn build(
    root: &Path,
    out: &Path,
    options: &BuildOptions,
    timings: bool,
    console: &Console,
) -> bool {
    let bar = console.bar();
    let outcome = pipeline::build(root, out, options, &bar);
    let steps = bar.finish();
    if timings {
        for (step, time) in steps {
            let seconds = format!("{:.3}", time.as_secs_f64());
            let step = console.messages().say(step.as_str(), &[]);
            console.hint("timing", &[("step", step), ("seconds", seconds)]);
        }
    }
    let Some(built) = console.report(outcome) else {
        console.hint("nothing-published", &[]);
        return false;
    };
    let details = [
        ("pages", built.pages.to_string()),
        ("files", built.files.to_string()),
        ("plans", built.plans.to_string()),
        ("tasks", built.tasks.to_string()),
        ("out", out.display().to_string()),
        ("index", out.join("index.html").display().to_string()),
    ];
    if !built.skipped.is_empty() {
        let plans = built.skipped.into_iter().collect::<Vec<_>>().join(", ");
        console.hint("skipped", &[("plans", plans)]);
    }
    console.say("built", &details) && console.hint("look", &details)
}

fn check(root: &Path, published: Option<&Path>, console: &Console) -> bool {
    let Some(checked) = console.report(pipeline::check(root, published)) else { return false };
    let details = [("pages", checked.pages.to_string()), ("links", checked.links.to_string())];
    console.say("checked", &details)
}

/// Tells each file that differs; one is enough not to have gone well.
fn verify(place: &str, manifest: Option<&str>, console: &Console) -> bool {
    let bar = console.bar();
    let outcome = pipeline::verify(place, manifest, &bar);
    bar.finish();
    let Some(verified) = console.report(outcome) else { return false };
    for finding in &verified.findings {
        let mut details = vec![("path", finding.path.clone())];
        if let Difference::Unreadable(reason) = &finding.difference {
            details.push(("reason", reason.clone()));
        }
        console.say(finding.difference.as_str(), &details);
    }
    let count = verified.findings.len();
    let said = if count == 0 { "verified" } else { "verify-differs" };
    let details = [
        ("files", verified.files.to_string()),
        ("generator", verified.generator),
        ("count", count.to_string()),
    ];
    console.say(said, &details) && count == 0
}

/// A folder within the site's, written as short as it can be: "public" and not "./public".
fn beside(root: &Path, name: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(name) } else { root.join(name) }
}
