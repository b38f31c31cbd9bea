//! Themes: the layers, both engines, the words, and every fault.

mod faults;
mod layers;
mod look;
mod parity;
mod shipped;
mod templates;
mod words;

use planpress::diagnostic::{Code, Diagnostic, Diagnostics, Lang, Messages};
use planpress::theme::{Theme, View, open_over};
use planpress::tree::Tree;

/// A file of a tree: its path and its text.
type File = (&'static str, &'static str);

/// The theme of the project's files over shipped ones.
fn open(shipped: &[File], project: &[File], name: &str) -> (Option<Theme>, Diagnostics) {
    let tree = |files: &[File]| Tree::of(files.iter().copied());
    open_over(&tree(shipped), &tree(project), name, &["vi".to_owned()])
}

/// The theme, which must be without faults.
fn sound((theme, diagnostics): (Option<Theme>, Diagnostics)) -> Theme {
    assert_eq!(report(&diagnostics), "");
    theme.expect("a theme without faults")
}

/// A page of a theme.
fn page(theme: &Theme, template: &str, view: View) -> String {
    theme.render("vi", template, view).unwrap_or_else(|fault| panic!("{}", told(&fault)))
}

/// All faults in Vietnamese.
fn report(diagnostics: &Diagnostics) -> String {
    diagnostics.iter().map(told).collect::<Vec<_>>().join("\n")
}

/// The faults that only themes have.
const OF_THEMES: [Code; 6] = [
    Code::UnknownTheme,
    Code::ThemeContract,
    Code::ThemeChain,
    Code::ThemeFile,
    Code::TemplateError,
    Code::MissingWord,
];

/// A fault with all that a person sees of it: code, place, marked characters, message, label, help. What is said in Vietnamese
/// must be said in English, too. The words of faults that any file may have are tested elsewhere.
fn told(fault: &Diagnostic) -> String {
    let (place, marked) = match &fault.span {
        None => (String::new(), String::new()),
        Some(span) => {
            let (line, column) = span.source.line_and_column(span.range.start);
            (format!(" {}:{line}:{column}", span.source.name), format!("«{}» ", span.text()))
        }
    };
    let code = fault.code.as_str();
    if !OF_THEMES.contains(&fault.code) {
        return format!("{code}{place} {}\n", marked.trim_end());
    }
    let [vietnamese, english] = [Lang::Vi, Lang::En].map(|lang| {
        let messages = Messages::of(lang);
        let sentences =
            [Some(fault.message(&messages)), fault.label(&messages), fault.help(&messages)];
        sentences.map(Option::unwrap_or_default)
    });
    assert!(english.iter().all(|sentence| !sentence.is_empty()), "{fault:#?}");
    let [message, label, help] = vietnamese;
    let label = if marked.is_empty() { String::new() } else { format!("  {marked}{label}\n") };
    format!("{code}{place}\n  {message}\n{label}  {help}\n")
}
