//! A site that was made in memory, to be looked at.

use planpress::diagnostic::{Diagnostics, Lang, Messages, Paint, draw};
use planpress::files::Workspace;
use planpress::pipeline::{Built, Ready, build_in_memory, prepare};
use planpress::tree::Tree;
use serde_json::Value;

/// A finished site and what it was made from.
pub(crate) struct Made {
    /// The site and its theme.
    pub(crate) ready: Ready,
    /// Its files.
    pub(crate) files: Tree,
    /// What was counted.
    pub(crate) built: Built,
    /// Warnings and notes.
    pub(crate) diagnostics: Diagnostics,
}

/// All that is said, as plain text in Vietnamese.
pub(crate) fn report(diagnostics: &Diagnostics) -> String {
    report_in(Lang::Vi, diagnostics)
}

/// All that is said, as plain text.
pub(crate) fn report_in(lang: Lang, diagnostics: &Diagnostics) -> String {
    let messages = Messages::of(lang);
    let drawn = diagnostics.iter().map(|fault| draw(fault, &messages, Paint::Plain));
    drawn.collect::<Vec<_>>().join("\n")
}

impl Made {
    /// The site of a folder, which must be without faults.
    #[track_caller]
    pub(crate) fn of(workspace: &Workspace) -> Self {
        let outcome = prepare(workspace);
        let Some(ready) = outcome.value else { panic!("{}", report(&outcome.diagnostics)) };
        match build_in_memory(&ready) {
            Ok((files, built)) => Self { ready, files, built, diagnostics: outcome.diagnostics },
            Err(faults) => panic!("{}", report(&faults)),
        }
    }

    /// The text of a file.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.files.bytes(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).expect("a text in UTF-8")
    }

    /// A file as JSON.
    #[track_caller]
    pub(crate) fn json(&self, path: &str) -> Value {
        serde_json::from_str(self.text(path)).expect("JSON")
    }

    /// The paths of all files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// The pages: path and text.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.extension() == "html");
        pages.map(|(path, _)| (path.as_str(), self.text(path.as_str())))
    }
}

/// The tasks of a list by its items as the theme shows them, each with a link to its page: `<plan>/<task>`.
pub(crate) fn tasks_of_items(items_html: &str) -> Vec<String> {
    let links = items_html.split("nhiem-vu/").skip(1);
    links.filter_map(|link| Some(link.split_once(".html\"")?.0.to_owned())).collect()
}
