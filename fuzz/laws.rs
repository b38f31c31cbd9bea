//! Attempts of the fuzz targets that are no readers of documents: content files, periods, the analyzer, the templates' escape.
//! Each states the laws that hold for every input. The normal tests replay the corpus by this same file.

use std::sync::LazyLock;

use planpress::model::{Period, PeriodKind, VIETNAMESE};
use planpress::site::Site;
use planpress::text::one_line;
use planpress::theme::{self, Theme, View};
use planpress::tree::{File, RelPath, Stored, Tree};
use planpress::{analyzer, check, config, content, hash, render};
use scraper::{Html, Selector};

/// The targets, by name.
pub(crate) const TARGETS: [&str; 4] = ["content", "period", "analyzer", "escape"];

/// What opens a file of a seed of `content`: a line of this and its path.
const FILE_MARK: &str = "=== ";

/// Where the template of `escape` puts a field: in an element, in both kinds of attributes, and in those elements whose words
/// a browser reads by rules of their own.
const TEMPLATE: &str = "<!doctype html><html><head><title>{{ field }}</title></head><body>\
    <p id=\"a\" title=\"{{ field }}\">{{ field }}</p><p id='b' title='{{ field }}'>x</p>\
    <textarea>.{{ field }}</textarea></body></html>";

/// Elements of the template's page, those that HTML adds by itself among them: none may come from a field.
const ELEMENTS: usize = 7;

/// Tries the laws of a target on a seed.
///
/// # Panics
/// When a law does not hold.
pub(crate) fn attempt(target: &str, seed: &[u8]) {
    assert!(TARGETS.contains(&target), "there is no target {target}");
    let text = String::from_utf8_lossy(seed);
    match target {
        "content" => content(&text),
        "period" => period(&text),
        "analyzer" => analyzed(&text),
        _ => THEMES.iter().for_each(|theme| escaped(theme, &text)),
    }
}

/// A site of any files is read, or its faults are told; whichever it is, twice the same. What is without faults can be made.
fn content(text: &str) {
    let files = files(text);
    let (config, mut told) = config::parse(&files);
    let (library, faults) = content::parse(&files);
    assert_eq!(faults, content::parse(&files).1, "told otherwise the second time");
    told.extend(faults);
    let Some(config) = config else {
        assert!(told.has_errors(), "refused without a word");
        return;
    };
    let speaks_vietnamese = config.languages == [VIETNAMESE];
    let (site, faults) = Site::derive(library, config);
    told.extend(faults);
    told.extend(check::run(&site, None));
    if told.has_errors() || !speaks_vietnamese {
        return;
    }
    for address in site.addresses() {
        assert!(RelPath::new(address.as_str()).is_some(), "{address} leads out of the site");
    }
    if let Some(theme) = SHIPPED.as_ref() {
        assert!(
            render::render(&site, theme, &render::Options::default(), &()).is_ok(),
            "a sound site cannot be made"
        );
    }
}

/// The shipped theme, opened once.
static SHIPPED: LazyLock<Option<Theme>> =
    LazyLock::new(|| theme::open(&Tree::default(), "cong-bo", &[VIETNAMESE.to_owned()]).0);

/// The files of a seed that lie below `content/`; documents stay where they lie.
fn files(text: &str) -> Tree {
    let sections = text.split(FILE_MARK).skip(1);
    let file = |section: &str| {
        let (path, bytes) = section.split_once('\n')?;
        let origin = RelPath::new(path)?;
        let bytes = bytes.as_bytes().to_vec();
        let size = u64::try_from(bytes.len()).ok()?;
        let copied = origin.names().any(|name| ["nguon", "tep"].contains(&name));
        let stored = Stored { origin: origin.clone(), size, sha256: hash::sha256(&bytes) };
        Some((origin, if copied { File::Stored(stored) } else { File::Bytes(bytes) }))
    };
    let files: Tree = sections.filter_map(file).collect();
    files.below("content")
}

/// A period keeps its words, begins before it ends, and those of its parts are parts of its own.
fn period(text: &str) {
    let period = Period::read(text);
    assert_eq!(period.printed, text);
    assert_eq!(period, Period::read(text));
    for (start, end) in period.stretches() {
        assert!(start.zip(end).is_none_or(|(start, end)| start <= end), "{start:?} to {end:?}");
    }
    assert_eq!(period.reading.parts.is_empty(), period.reading.kind != PeriodKind::Several);
    // White space of every kind is one blank in a part.
    let line = one_line(text);
    for part in &period.reading.parts {
        assert!(line.contains(&part.printed), "{:?} is not printed", part.printed);
        assert!(part.understood(), "{:?}", part.printed);
    }
}

/// Words lie in the text, in its order, with keys that are short and that folding does not change.
fn analyzed(text: &str) {
    let tokens = analyzer::tokens(text);
    let mut behind = 0;
    for token in &tokens {
        assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()));
        assert!(!token.fold.is_empty() && token.fold.chars().count() <= analyzer::LONGEST_KEY);
        assert_eq!(analyzer::fold_key(&token.fold), token.fold, "of {text:?}");
        assert!(!token.fold.contains(|c: char| c.is_whitespace() || c == '-'));
        if token.parts == 0 {
            assert!(token.range.start >= behind, "out of order");
            behind = token.range.end;
        }
    }
}

/// The two engines with [`TEMPLATE`] as the page of a task.
static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let open = |engine: &str| {
        let manifest = format!("contract = 1\nengine = '{engine}'\n");
        let files = Tree::of([
            ("thu/theme.toml", manifest.as_str()),
            ("thu/templates/task.html", TEMPLATE),
            ("thu/i18n/vi.toml", ""),
        ]);
        theme::open_over(&Tree::default(), &files, "thu", &[VIETNAMESE.to_owned()]).0
    };
    ["minijinja", "tera"].into_iter().filter_map(open).collect()
});

/// A field arrives as the words that it is, wherever a template puts it, and brings no element.
fn escaped(theme: &Theme, field: &str) {
    let view = View::new().with("field", field.to_owned());
    let Ok(page) = theme.render("vi", "task.html", view) else {
        panic!("the template fails for {field:?}");
    };
    let page = Html::parse_document(&page);
    // What every browser makes of these three as it reads, before it looks for markup.
    let lines = field.replace("\r\n", "\n").replace('\r', "\n");
    let (words, value) = (lines.replace('\0', ""), lines.replace('\0', "\u{fffd}"));
    assert_eq!(text(&page, "p#a"), words);
    assert_eq!(text(&page, "title"), value);
    assert_eq!(text(&page, "textarea"), format!(".{value}"));
    assert_eq!(attribute(&page, "p#a"), value);
    assert_eq!(attribute(&page, "p#b"), value);
    let elements = Selector::parse("*").map(|every| page.select(&every).count());
    assert_eq!(elements.ok(), Some(ELEMENTS), "{field:?}");
}

fn text(page: &Html, selector: &str) -> String {
    let found = Selector::parse(selector).ok().and_then(|found| page.select(&found).next());
    found.map(|element| element.text().collect()).unwrap_or_default()
}

fn attribute(page: &Html, selector: &str) -> String {
    let found = Selector::parse(selector).ok().and_then(|found| page.select(&found).next());
    found.and_then(|element| element.attr("title")).unwrap_or_default().to_owned()
}
