//! What the two template engines have in common: what they get, what they give, and how text is escaped.
//!
//! An engine is opened with a flat list of templates that `layers` has resolved, so that no engine looks for files by
//! itself. Each takes the values of a view over in its own form, as [`Content`]. Both escape every value of every template by [`Escaped`], whatever the file is called, unless it is marked
//! `|safe`; both print `null` as nothing and booleans as `true` and `false`.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::source::SourceFile;

/// Which engine a theme is written for: `engine` of its `theme.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EngineKind {
    /// `engine = "minijinja"`.
    MiniJinja,
    /// `engine = "tera"`.
    Tera,
}

impl EngineKind {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::MiniJinja, Self::Tera];

    /// Its name in `theme.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MiniJinja => "minijinja",
            Self::Tera => "tera",
        }
    }

    /// The engine of that name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// What a template sees: names and their values. Each value is kept as it is, and an engine takes it over without a detour.
///
/// ```
/// use planpress::theme::View;
/// let view = View::new().with("root", "../").with("year", 2022);
/// assert_eq!(view.to_json(), "{\n  \"root\": \"../\",\n  \"year\": 2022\n}");
/// ```
#[derive(Default)]
pub struct View {
    values: BTreeMap<&'static str, Box<dyn Content>>,
}

impl View {
    /// A view of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same view with one more name.
    #[must_use]
    pub fn with<T>(mut self, name: &'static str, value: T) -> Self
    where
        T: Serialize + Send + Sync + 'static,
    {
        self.values.insert(name, Box::new(value));
        self
    }

    /// Its names and values, one by one, so that each can go as soon as an engine has taken it over.
    pub(super) fn into_contents(self) -> impl Iterator<Item = (&'static str, Box<dyn Content>)> {
        self.values.into_iter()
    }

    /// All of it as indented JSON, for `planpress build --view`; what cannot be written so is `null`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let values: BTreeMap<&str, Value> =
            self.values.iter().map(|(name, content)| (*name, content.for_json())).collect();
        serde_json::to_string_pretty(&values).unwrap_or_default()
    }
}

/// A value of a view, as each engine takes it over: with a serializer of its own, since one for all would cost a call through a pointer
/// for every text in it.
pub(super) trait Content: Send + Sync {
    /// For `MiniJinja`.
    fn for_minijinja(&self) -> super::minijinja::Taken;
    /// For Tera.
    fn for_tera(&self) -> super::tera::Taken;
    /// As JSON.
    fn for_json(&self) -> Value;
}

impl<T: Serialize + Send + Sync> Content for T {
    fn for_minijinja(&self) -> super::minijinja::Taken {
        super::minijinja::taken(self)
    }

    fn for_tera(&self) -> super::tera::Taken {
        super::tera::taken(self)
    }

    fn for_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

impl fmt::Debug for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.values.keys()).finish()
    }
}

/// A template as an engine gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    /// The name that other templates know it by: `base.html`, `@giay/base.html`, `@shipped/giay/base.html`.
    pub(super) name: String,
    /// The name to call it by in a fault: the shortest one that the file has.
    pub(super) known_as: String,
    /// What stands before the file in such a name: empty, `@giay/` or `@shipped/giay/`.
    pub(super) prefix: String,
    /// The file.
    pub(super) source: Arc<SourceFile>,
}

/// What is wrong with a template, as its engine says it (in English).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EngineError {
    /// The name of the template in which it was found.
    pub(super) template: String,
    /// The bytes of that template which it speaks of.
    pub(super) range: Option<Range<usize>>,
    /// What is wrong: one line, lower case, no full stop.
    pub(super) message: String,
    /// The name that nothing stands behind, where that is what is wrong: `task.leed`.
    pub(super) undefined: Option<String>,
    /// The name that was probably meant instead, where there is one near enough: `lead`.
    pub(super) nearest: Option<String>,
}

impl EngineError {
    /// An error of a template as a whole.
    #[must_use]
    pub(super) fn new(template: &str, message: &str) -> Self {
        let message = message.lines().next().unwrap_or_default().trim().trim_end_matches('.');
        let mut letters = message.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
        let message = first + letters.as_str();
        Self { template: template.to_owned(), range: None, message, undefined: None, nearest: None }
    }

    /// The same error at these bytes.
    #[must_use]
    pub(super) fn at(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }
}

/// An engine that has compiled the templates of a theme.
pub(super) trait Engine: fmt::Debug + Send + Sync {
    /// A page: the template of that name, filled with the view.
    ///
    /// # Errors
    /// When there is no such template, or when it asks for what the view does not have.
    fn render(&self, template: &str, view: View) -> Result<String, EngineError>;
}

/// A text as it stands in HTML, in an element and in a quoted attribute: `&`, `<`, `>`, `"` and `'` are written as
/// character references.
///
/// ```
/// use planpress::theme::Escaped;
/// assert_eq!(Escaped("<Sở \"Y tế\" & 'x'>").to_string(), "&lt;Sở &quot;Y tế&quot; &amp; &#39;x&#39;&gt;");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Escaped<'t>(pub &'t str);

/// Whether a byte is one of the five. Bytes are faster to look through than characters, and none of these is a part of another one.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special[b'\'' as usize] = true;
    special
};

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

impl Escaped<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// Those of what it is written into.
    pub(super) fn write_to(self, output: &mut impl fmt::Write) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.bytes().position(|byte| SPECIAL[usize::from(byte)]) {
            let (before, special) = rest.split_at(at);
            output.write_str(before)?;
            output.write_str(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'"') => "&quot;",
                _ => "&#39;",
            })?;
            // All five are one byte long.
            rest = special.get(1..).unwrap_or_default();
        }
        output.write_str(rest)
    }
}
