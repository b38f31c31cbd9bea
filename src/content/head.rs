//! Opening a content file, and the small readings that several kinds of files share.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Document, Faults, Table};
use crate::model::{PartialDate, Period, Prosaic};
use crate::source::{Span, Spanned};
use crate::tree::{File, RelPath};

/// Reads a file with a head and a body; `path` is the one within the content folder.
pub(super) fn read<T>(
    path: &str,
    file: &File,
    read: impl FnOnce(&Table<'_>, &Span) -> Option<T>,
) -> (Option<T>, Diagnostics) {
    let document = match open(path, file) {
        Ok(document) => document,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    let faults = Faults::default();
    let body = document.body();
    let value = document.read_head(&faults, |head| read(head, &body));
    (value, faults.into_diagnostics())
}

fn open(path: &str, file: &File) -> Result<Document, Diagnostic> {
    let shown = format!("content/{path}");
    let stray = || Diagnostic::new(Code::StrayFile).with("file", &shown);
    let (File::Bytes(bytes), Some(shown_path)) = (file, RelPath::new(shown.clone())) else {
        return Err(stray());
    };
    Document::split(&document::decode(&shown_path, bytes)?)
}

/// An id made of a file's or folder's name, or a fault that names the file.
pub(super) fn id<T>(
    name: &str,
    path: &str,
    new: impl Fn(&str) -> Option<T>,
) -> Result<T, Diagnostic> {
    new(name).ok_or_else(|| {
        Diagnostic::new(Code::BadId).with("found", name).with("file", format!("content/{path}"))
    })
}

/// The body as Markdown.
pub(super) fn prosaic(body: &Span) -> Prosaic {
    Prosaic { markdown: body.clone() }
}

/// One of a closed set of values, or a fault that lists them.
pub(super) fn one_of<T: Copy>(
    head: &Table<'_>,
    key: &str,
    found: &Spanned<String>,
    allowed: &[(&'static str, T)],
) -> Option<T> {
    let hit = allowed.iter().find(|(name, _)| *name == found.value);
    if hit.is_none() {
        let names: Vec<&str> = allowed.iter().map(|(name, _)| *name).collect();
        head.bad_value(key, found, &names.join(", "));
    }
    hit.map(|(_, value)| *value)
}

/// The date under a key, as far as it is known: "2022", "2022-06" or "2022-06-15".
pub(super) fn date(head: &Table<'_>, key: &str) -> Option<PartialDate> {
    let text = head.text(key)?;
    let date = PartialDate::parse(&text.value);
    if date.is_none() {
        head.fault(
            Diagnostic::new(Code::BadDate)
                .at(&text.span)
                .with("key", key)
                .with("found", &text.value),
        );
    }
    date
}

/// The date under a key that must be there.
pub(super) fn required_date(head: &Table<'_>, key: &str) -> Option<PartialDate> {
    head.required_text(key)?;
    date(head, key)
}

/// The period under `period`; one that is not understood is kept, with a warning, or with a note where no calendar could tell
/// it.
pub(super) fn period(head: &Table<'_>) -> Option<Period> {
    let printed = head.text("period")?;
    let period = Period::read(&printed.value);
    if !period.understood() {
        let undatable = period.is_undatable();
        let code = if undatable { Code::PeriodUndatable } else { Code::PeriodUnknown };
        head.fault(Diagnostic::new(code).at(&printed.span).with("found", &printed.value));
    }
    Some(period)
}

/// Earlier addresses of a page: paths within the site that end in `.html`; `shape` is how one looks.
pub(super) fn addresses(head: &Table<'_>, key: &str, shape: &str) -> Vec<String> {
    let address = |alias: Spanned<String>| {
        let path = RelPath::new(alias.value.clone()).filter(|path| path.extension() == "html");
        if path.is_none() {
            head.bad_value(key, &alias, shape);
        }
        path.map(|path| path.to_string())
    };
    head.texts(key).into_iter().filter_map(address).collect()
}
