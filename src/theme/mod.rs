//! Themes: layers of files, a catalogue of words, and an engine.
//!
//! A theme is a folder: `theme.toml` (see `manifest`), `templates/` (one for each kind of page, [`PAGE_KINDS`], and what they
//! include), `static/` (files that are published as they are) and `i18n/<language>.toml` (its [`Words`]). [`open`] follows
//! the chain of folders that a theme is made of (`chain`), decides which file wins (`layers`), compiles the templates with
//! the theme's engine (`minijinja`, `tera`), and collects everything that is wrong. What templates see is not known here: a
//! [`View`] is made by `render`.

mod chain;
mod embedded;
mod engine;
mod layer;
mod layers;
mod manifest;
mod minijinja;
mod required;
mod tera;
mod used;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Faults;
use crate::hash::sha256;
use crate::model::VIETNAMESE;
use crate::source::{SourceFile, Span, Spanned};
use crate::text;
use crate::tree::{File, RelPath, Tree};

pub use embedded::shipped;
pub use engine::{EngineKind, Escaped, View};
pub use manifest::{CONTRACT, PAGE_KINDS};
pub use required::REQUIRED_WORDS;
pub use words::Words;

use chain::Themes;
use engine::{Engine, EngineError, Template};
use layers::Layers;
use manifest::Named;

/// How many digits of a hash tell the versions of a file apart.
const VERSION_DIGITS: usize = 10;

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path within `static/`: `cong-bo.css`.
    pub path: RelPath,
    /// The file.
    pub file: File,
    /// A few digits of its hash, for its address: browsers keep files, and an old script must not meet a new page.
    pub version: String,
}

/// A theme that is ready to make pages.
#[derive(Debug)]
pub struct Theme {
    name: String,
    kind: EngineKind,
    /// Its languages, the main one first; none has two.
    tongues: Vec<Tongue>,
    /// Its Vietnamese words where that is none of its languages, for citations; none where its catalogue is not whole.
    quoting: Option<Words>,
    /// The words that its templates ask for, as far as they are words in some language.
    wanted: BTreeSet<String>,
    assets: Vec<Asset>,
    stylesheets: Vec<RelPath>,
    scripts: BTreeMap<&'static str, Vec<RelPath>>,
    sources: Sources,
}

/// A theme in one language: its words, and its templates compiled with them.
#[derive(Debug)]
struct Tongue {
    words: Words,
    engine: Box<dyn Engine>,
}

/// The templates by every name that they have: the name to call one by, and its file.
type Sources = BTreeMap<String, (String, Arc<SourceFile>)>;

/// Opens a theme in languages, the main one first: `vi` for `i18n/vi.toml`.
///
/// `project` is the project's folder `themes/`: `<theme>/theme.toml`, `<theme>/templates/…` and so on; it may be empty.
/// All faults of the theme are collected, and with one of them there is no theme. Faults of the theme's name and of the
/// language have no place: both stand in `site.toml`, which is not known here.
#[must_use]
pub fn open(project: &Tree, name: &str, languages: &[String]) -> (Option<Theme>, Diagnostics) {
    open_over(&shipped(), project, name, languages)
}

/// Opens a theme as [`open`] does, over other shipped themes than the program's own.
#[must_use]
pub fn open_over(
    shipped: &Tree,
    project: &Tree,
    name: &str,
    languages: &[String],
) -> (Option<Theme>, Diagnostics) {
    let faults = Faults::default();
    let layers = Themes { shipped, project }.chain(name, &faults);
    let theme = layers.and_then(|layers| assemble(name, languages, &layers, &faults));
    let diagnostics = faults.into_diagnostics().sorted();
    (theme.filter(|_| !diagnostics.has_errors()), diagnostics)
}

fn assemble(name: &str, languages: &[String], layers: &Layers, faults: &Faults) -> Option<Theme> {
    // Where no engine is said, that was told already, and the chain does not reach its end: all else would follow from it.
    let kind = layers.engine.as_ref()?.value;
    let assets = layers.assets();
    let named = |files: Option<&Named>| existing(files, &assets, faults);
    let stylesheets = named(layers.stylesheets());
    let every = named(layers.scripts(manifest::EVERY_PAGE));
    let of_kind =
        |kind: &'static str| (kind, [every.clone(), named(layers.scripts(kind))].concat());
    let scripts = PAGE_KINDS.into_iter().map(of_kind).collect();

    let templates = layers.templates(faults);
    let source = |t: &Template| (t.name.clone(), (t.known_as.clone(), Arc::clone(&t.source)));
    let sources = templates.iter().map(source).collect();
    let mut tongues = Vec::new();
    for language in languages {
        let words = words(language, layers, faults);
        // A template that cannot be compiled is faulty in every language, and told in the first.
        let engine = compile(kind, &templates, &words, &sources, faults)?;
        tongues.push(Tongue { words, engine });
    }
    let wanted = wanted(&templates, &tongues, layers);
    let assets = assets.into_iter().map(|(path, file)| asset(path, file)).collect();
    Some(Theme {
        name: name.to_owned(),
        kind,
        quoting: quoting(languages, layers),
        tongues,
        wanted,
        assets,
        stylesheets,
        scripts,
        sources,
    })
}

fn asset(path: RelPath, file: File) -> Asset {
    let hash = match &file {
        File::Bytes(bytes) => sha256(bytes),
        File::Stored(stored) => stored.sha256.clone(),
    };
    Asset { path, file, version: hash.chars().take(VERSION_DIGITS).collect() }
}

/// The files that a manifest names, as far as they exist.
fn existing(
    files: Option<&Named>,
    assets: &BTreeMap<RelPath, File>,
    faults: &Faults,
) -> Vec<RelPath> {
    let existing = |file: &Spanned<String>| {
        let path = RelPath::new(&file.value).filter(|path| assets.contains_key(path));
        if path.is_none() {
            faults.push(manifest::missing_file(file, assets.keys().map(RelPath::as_str)));
        }
        path
    };
    files.into_iter().flatten().filter_map(existing).collect()
}

fn words(language: &str, layers: &Layers, faults: &Faults) -> Words {
    let catalogues = layers.catalogues(language, faults);
    if catalogues.is_empty() {
        let languages: Vec<String> = layers.languages().into_iter().collect();
        let fault = Diagnostic::new(Code::ThemeFile)
            .with("language", language)
            .with("file", format!("i18n/{language}.toml"));
        let nearest = text::nearest(language, languages.iter().map(String::as_str));
        let fault = nearest.iter().fold(fault, |fault, nearest| fault.with("nearest", nearest));
        faults.push(if languages.is_empty() {
            fault
        } else {
            fault.with("languages", languages.join(", "))
        });
    }
    Words::read(language, &catalogues, faults)
}

/// The Vietnamese words of a theme that was opened in other languages only.
fn quoting(languages: &[String], layers: &Layers) -> Option<Words> {
    if languages.iter().any(|language| language == VIETNAMESE) {
        return None;
    }
    // Faults of a catalogue that the site's pages do not use are of no interest to it.
    let catalogues = layers.catalogues(VIETNAMESE, &Faults::default());
    let words = Words::read(VIETNAMESE, &catalogues, &Faults::default());
    words.missing(REQUIRED_WORDS).is_empty().then_some(words)
}

/// The words that templates ask for and that some language of the theme has. One that no language has is a fault of its
/// template, and told at its place there when a page is made.
fn wanted(templates: &[Template], tongues: &[Tongue], layers: &Layers) -> BTreeSet<String> {
    let is_known = |words: &Words, key: &String| words.get(key).is_some();
    let (mut wanted, mut unknown): (BTreeSet<String>, BTreeSet<String>) = used::words(templates)
        .into_iter()
        .partition(|key| tongues.iter().any(|tongue| is_known(&tongue.words, key)));
    if unknown.is_empty() {
        return wanted;
    }
    // Faults of a catalogue that the site does not use are of no interest to it.
    let of = |language: &String| {
        let catalogues = layers.catalogues(language, &Faults::default());
        Words::read(language, &catalogues, &Faults::default())
    };
    let others: Vec<Words> = layers.languages().iter().map(of).collect();
    unknown.retain(|key| others.iter().any(|words| is_known(words, key)));
    wanted.append(&mut unknown);
    wanted
}

fn compile(
    kind: EngineKind,
    templates: &[Template],
    words: &Words,
    sources: &Sources,
    faults: &Faults,
) -> Option<Box<dyn Engine>> {
    let engine: Result<Box<dyn Engine>, _> = match kind {
        EngineKind::MiniJinja => minijinja::MiniJinja::open(templates, words)
            .map(|engine| Box::new(engine) as Box<dyn Engine>),
        EngineKind::Tera => {
            tera::Tera::open(templates, words).map(|engine| Box::new(engine) as Box<dyn Engine>)
        }
    };
    let told = |errors: Vec<EngineError>| {
        for error in errors {
            faults.push(template_fault(&error, sources));
        }
    };
    engine.map_err(told).ok()
}

/// The fault with the template's file as its place.
fn template_fault(error: &EngineError, sources: &Sources) -> Diagnostic {
    let fault = Diagnostic::new(Code::TemplateError);
    let Some((template, source)) = sources.get(&error.template) else {
        return fault.with("missing", &error.template);
    };
    let fault = match &error.range {
        Some(range) => fault.at(&Span::new(source, range.clone())),
        None => fault.at(&Span::start_of(source)),
    };
    let mut fault = fault.with("template", template).with("reason", &error.message);
    let names = [("undefined", &error.undefined), ("nearest", &error.nearest)];
    for (detail, name) in names {
        if let Some(name) = name {
            fault = fault.with(detail, name);
        }
    }
    fault
}

impl Theme {
    /// The name of its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The engine that it is written for.
    #[must_use]
    pub fn engine(&self) -> EngineKind {
        self.kind
    }

    /// A page in a language: the template of that name (`task.html`), filled with the view. Templates see `words` besides.
    ///
    /// # Errors
    /// [`Code::TemplateError`] with the place in the template when it asks for what is not there, and without a place when
    /// there is no such template.
    pub fn render(&self, language: &str, template: &str, view: View) -> Result<String, Diagnostic> {
        let Some(tongue) = self.tongue(language) else {
            return Err(Diagnostic::new(Code::ThemeFile).with("language", language));
        };
        let page = tongue.engine.render(template, view);
        page.map_err(|error| template_fault(&error, &self.sources))
    }

    /// The words of the interface in a language; of one in which the theme was not opened, Vietnamese where it has it.
    #[must_use]
    pub fn words(&self, language: &str) -> Option<&Words> {
        let own = self.tongue(language).map(|tongue| &tongue.words);
        own.or_else(|| self.quoting.as_ref().filter(|words| words.language() == language))
    }

    /// A fault for each word that the program or a template asks for, in each language whose catalogue lacks it.
    #[must_use]
    pub fn missing_words(&self) -> Diagnostics {
        let wanted = self.wanted.iter().map(String::as_str);
        let keys: BTreeSet<&str> = wanted.chain(REQUIRED_WORDS.iter().copied()).collect();
        let keys: Vec<&str> = keys.into_iter().collect();
        let mut diagnostics = Diagnostics::new();
        for tongue in &self.tongues {
            diagnostics.extend(tongue.words.missing(&keys));
        }
        diagnostics
    }

    fn tongue(&self, language: &str) -> Option<&Tongue> {
        self.tongues.iter().find(|tongue| tongue.words.language() == language)
    }

    /// The files of `static/`, by path.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The version of an asset; none for another file.
    #[must_use]
    pub fn version(&self, path: &RelPath) -> Option<&str> {
        let asset = self.assets.iter().find(|asset| asset.path == *path)?;
        Some(&asset.version)
    }

    /// The stylesheets of all pages, in order; each is one of the assets.
    #[must_use]
    pub fn stylesheets(&self) -> &[RelPath] {
        &self.stylesheets
    }

    /// The scripts of a kind of page ([`PAGE_KINDS`]), in order; each is one of the assets. None for another kind.
    #[must_use]
    pub fn scripts(&self, page_kind: &str) -> &[RelPath] {
        self.scripts.get(page_kind).map_or(&[], Vec::as_slice)
    }
}
