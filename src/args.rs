//! The command line's shape. The only place that knows clap. Its words come from the program's catalogue.

use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use planpress::content::merge::Side;
use planpress::diagnostic::{Lang, Messages};
use planpress::import::ImportOptions;
use planpress::pipeline::Conduct;

/// The command line as typed.
#[derive(Debug, Parser)]
#[command(name = "planpress", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Verb,
    #[arg(long, global = true, value_name = "vi|en")]
    lang: Option<String>,
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    New {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    Import(Box<ImportArgs>),
    /// `planpress FILE`, as typed or as a document that was dropped on the program.
    #[command(hide = true)]
    Document(Box<DocumentArgs>),
    Build {
        #[arg(long, default_value = ".", value_name = "DIR")]
        root: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        #[arg(long)]
        keep_addresses: bool,
        #[arg(long)]
        skip_broken: bool,
        #[arg(long)]
        precompress: bool,
        #[arg(long)]
        timings: bool,
        #[arg(long, value_name = "PAGE")]
        view: Option<String>,
    },
    Theme {
        #[command(subcommand)]
        command: ThemeVerb,
    },
    Check {
        #[arg(long, default_value = ".", value_name = "DIR")]
        root: PathBuf,
        #[arg(long, value_name = "PUBLISHED")]
        published: Option<PathBuf>,
    },
    Verify {
        #[arg(value_name = "COPY")]
        place: String,
        #[arg(value_name = "MANIFEST")]
        manifest: Option<String>,
    },
    Serve {
        #[arg(long, default_value = ".", value_name = "DIR")]
        root: PathBuf,
        #[arg(long, default_value_t = PORT)]
        port: u16,
    },
}

/// What to do with themes.
#[derive(Debug, Subcommand)]
pub(crate) enum ThemeVerb {
    New {
        name: String,
        #[arg(long, default_value = "cong-bo", value_name = "NAME")]
        extends: String,
        #[arg(long, default_value = ".", value_name = "DIR")]
        root: PathBuf,
    },
}

/// Where `serve` listens unless told otherwise.
const PORT: u16 = 8150;

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    pub(crate) file: PathBuf,
    #[arg(long, default_value = "content", value_name = "DIR")]
    pub(crate) content: PathBuf,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct DocumentArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// What a person says of a document that is to be read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "ID")]
    plan: Option<String>,
    #[arg(long)]
    place: Option<String>,
    #[arg(long)]
    number: Option<String>,
    #[arg(long, value_name = "DATE")]
    issued: Option<String>,
    #[arg(long = "type", value_name = "TYPE")]
    document_type: Option<String>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    issuer: Option<String>,
    #[arg(long)]
    period: Option<String>,
    #[arg(long, value_name = "signed|draft|transcript")]
    role: Option<String>,
    #[arg(long)]
    from: Option<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long = "column", value_name = "COLUMN")]
    columns: Vec<String>,
    #[arg(long, value_name = "N")]
    table: Option<usize>,
    #[arg(long, value_name = "document|content", value_parser = side)]
    accept: Option<Side>,
    #[arg(long)]
    strict: bool,
}

/// The names of the sides of a conflict.
const SIDES: [(&str, Side); 2] = [("document", Side::Document), ("content", Side::Content)];

fn side(word: &str) -> Result<Side, String> {
    let side = SIDES.iter().find(|(name, _)| *name == word).map(|(_, side)| *side);
    side.ok_or_else(|| SIDES.map(|(name, _)| name).join(", "))
}

impl Reading {
    pub(crate) fn conduct(&self) -> Conduct {
        Conduct { strict: self.strict, dry_run: self.dry_run, accept: self.accept }
    }

    pub(crate) fn options(&self) -> ImportOptions {
        ImportOptions {
            plan: self.plan.clone(),
            place: self.place.clone(),
            number: self.number.clone(),
            issued: self.issued.clone(),
            document_type: self.document_type.clone(),
            title: self.title.clone(),
            issuer: self.issuer.clone(),
            period: self.period.clone(),
            role: self.role.clone(),
            from: self.from.clone(),
            encoding: self.encoding.clone(),
            columns: self.columns.clone(),
            table: self.table,
        }
    }
}

/// What to print instead of running: help, the version, or what is wrong with the command line.
pub(crate) struct Stop {
    pub(crate) text: String,
    /// Whether the command line was wrong.
    pub(crate) wrong: bool,
}

/// Reads the command line.
pub(crate) fn parse(words: &[String], messages: &Messages) -> Result<Cli, Stop> {
    let command = localized(Cli::command(), messages, "");
    let words = with_document(words, &command);
    let matches = command.try_get_matches_from(words).map_err(|error| stop(&error, messages))?;
    Cli::from_arg_matches(&matches).map_err(|error| stop(&error, messages))
}

/// The language: `--lang`, else the locale's. It is looked up before the command line is read, whose faults are said in it.
pub(crate) fn language(words: &[String], locale: &str) -> Lang {
    let after = words.iter().skip_while(|word| *word != "--lang").nth(1).map(String::as_str);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    Lang::of_locale(after.or(joined).unwrap_or(locale))
}

/// The words with the command `document` before a file that stands where a command would. A file has a folder or an ending;
/// a word without either is a mistyped command.
fn with_document(words: &[String], command: &Command) -> Vec<String> {
    let mut words = words.to_vec();
    let program = 1;
    let mut typed = words.iter().enumerate().skip(program);
    let first = typed.find(|(place, word)| {
        let value_of_option = words.get(place - 1).is_some_and(|before| before == "--lang");
        !word.starts_with('-') && !value_of_option
    });
    let is_file = |word: &str| word.contains(['.', '/', '\\']);
    if let Some((place, word)) = first
        && is_file(word)
        && command.find_subcommand(word).is_none()
    {
        words.insert(place, "document".to_owned());
    }
    words
}

/// The command with its words: `[args]` of the catalogue holds `build` for a command, `build-out` for an option, and
/// `value-dir` for what stands for a value.
fn localized(command: Command, messages: &Messages, path: &str) -> Command {
    let word = |key: &str| messages.sentence("args", key, &[]).unwrap_or_default();
    let names: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let verbs: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let about = if path.is_empty() { "about" } else { path };
    let mut command = command.about(word(about)).disable_help_flag(true);
    // Of an option that is given twice the last one counts.
    command = command.args_override_self(true);
    command = command
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(word("help")));
    if path.is_empty() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(word("version")),
        );
    }
    for name in names {
        command = command.mut_arg(&name, |arg| localized_argument(arg, messages, path));
    }
    let usage = usage(&command, path, &word);
    let template = template(&command, &word);
    command = command.help_template(template).override_usage(usage);
    for verb in verbs {
        let inner_path = if path.is_empty() { verb.clone() } else { format!("{path}-{verb}") };
        command = command.mut_subcommand(&verb, |inner| localized(inner, messages, &inner_path));
    }
    command
}

/// An argument with its words. Its default stands in them, since clap would name it in English.
fn localized_argument(arg: Arg, messages: &Messages, path: &str) -> Arg {
    let default =
        arg.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
    let details: Vec<_> = default.map(|value| ("default", value)).into_iter().collect();
    let word = |key: &str| messages.sentence("args", key, &details);
    // What several commands share stands under its own name.
    let help = word(&format!("{path}-{}", arg.get_id())).or_else(|| word(arg.get_id().as_str()));
    let value = arg.get_value_names().and_then(|names| names.first());
    let value = value.and_then(|name| word(&format!("value-{}", name.to_lowercase())));
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(help.unwrap_or_default());
    if !takes_value {
        return arg;
    }
    let arg = arg.hide_default_value(true);
    match value {
        Some(value) => arg.value_name(value),
        None => arg,
    }
}

/// How a command is written: "planpress theme new [OPTIONS] <NAME>", but in the words of the catalogue.
fn usage(command: &Command, path: &str, word: &dyn Fn(&str) -> String) -> String {
    let mut usage = "planpress".to_owned();
    // A document stands where a command would.
    for verb in path.split('-').filter(|verb| !["", "document"].contains(verb)) {
        usage += &format!(" {verb}");
    }
    usage += &format!(" [{}]", word("value-options"));
    for positional in command.get_positionals() {
        usage += &format!(" {positional}");
    }
    if command.has_subcommands() {
        usage += &format!(" <{}>", word("value-command"));
    }
    usage
}

/// The layout of a command's help, with our own headings; places in braces are clap's.
fn template(command: &Command, word: &dyn Fn(&str) -> String) -> String {
    let mut template = format!("{{about}}\n\n{}: {{usage}}\n", word("usage"));
    if command.get_name() == "planpress" {
        template += &format!("{}\n", word("usage-document"));
    }
    if command.has_subcommands() {
        template += &format!("\n{}:\n{{subcommands}}\n", word("commands"));
    }
    if command.get_positionals().next().is_some() {
        template += &format!("\n{}:\n{{positionals}}\n", word("arguments"));
    }
    template + &format!("\n{}:\n{{options}}\n", word("options"))
}

fn stop(error: &clap::Error, messages: &Messages) -> Stop {
    let wrong = error.use_stderr();
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "wrong-argument",
        ErrorKind::InvalidSubcommand => "wrong-command",
        ErrorKind::MissingRequiredArgument => "missing-argument",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            "missing-argument"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "wrong-value",
        ErrorKind::MissingSubcommand => "missing-command",
        _ => return Stop { text: error.render().to_string(), wrong },
    };
    let named = match error.kind() {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        _ => context(ContextKind::InvalidArg),
    };
    let details = [("named", named), ("value", context(ContextKind::InvalidValue))];
    let help = messages.sentence("args", "see-help", &[]).unwrap_or_default();
    let text = messages.sentence("args", key, &details).unwrap_or_default();
    Stop { text: format!("{text}\n{help}\n"), wrong }
}
