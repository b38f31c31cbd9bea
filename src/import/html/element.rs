//! What an element is for the text of a page, told by its name and what it says of itself.

use scraper::ElementRef;

use crate::import::table::AsideKind;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its text stands on lines of its own.
    Block,
    /// Its text goes on the line of what stands before it.
    Inline,
    /// It ends a line.
    Break,
    /// A table.
    Table,
    /// Its line breaks are printed as they stand in the source.
    Preformatted,
    /// It is not shown, or not as text, and is named.
    Aside(AsideKind),
    /// It is nothing of the document: a script, a style.
    Nothing,
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "search",
    "section",
    "select",
    "summary",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
const PREFORMATTED: &[&str] = &["pre", "listing", "xmp", "plaintext"];
const DELETED: &[&str] = &["del", "s", "strike"];
const PICTURES: &[&str] =
    &["audio", "canvas", "embed", "iframe", "img", "math", "object", "svg", "video"];
const NOTHING: &[&str] = &["datalist", "head", "noscript", "script", "style", "template", "title"];

/// What an element is.
pub(super) fn role(element: ElementRef<'_>) -> Role {
    let name = element.value().name();
    let is = |names: &[&str]| names.contains(&name);
    if is(NOTHING) {
        return Role::Nothing;
    }
    if let Some(kind) = left_out_by_style(element) {
        return Role::Aside(kind);
    }
    match name {
        "br" => Role::Break,
        "table" => Role::Table,
        _ if is(DELETED) => Role::Aside(AsideKind::Deleted),
        _ if is(PICTURES) => Role::Aside(AsideKind::Picture),
        _ if is(PREFORMATTED) => Role::Preformatted,
        _ if is(BLOCKS) => Role::Block,
        _ => Role::Inline,
    }
}

/// Whether an element says of itself that it is not shown, is struck through, or is a remark in Word's margin.
fn left_out_by_style(element: ElementRef<'_>) -> Option<AsideKind> {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let says = |wanted: &str| style.split(';').any(|rule| rule.starts_with(wanted));
    let is_remark = says("mso-element:comment")
        || element.value().classes().any(|class| class.eq_ignore_ascii_case("msocomanchor"));
    if is_remark {
        Some(AsideKind::Comment)
    } else if element.attr("hidden").is_some()
        || ["display:none", "visibility:hidden", "mso-hide:all"].into_iter().any(says)
    {
        Some(AsideKind::Hidden)
    } else if ["text-decoration:line-through", "text-decoration-line:line-through"]
        .into_iter()
        .any(says)
    {
        Some(AsideKind::Deleted)
    } else {
        None
    }
}

/// The children of a table in the order in which they are shown: captions, heads, bodies, feet.
pub(super) fn shown_order(table: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let mut parts: Vec<ElementRef<'_>> = table.child_elements().collect();
    parts.sort_by_key(|part| match part.value().name() {
        "caption" => 0,
        "thead" => 1,
        "tfoot" => 3,
        _ => 2,
    });
    parts
}

/// A number that an attribute gives.
pub(super) fn number(element: ElementRef<'_>, attribute: &str) -> Option<usize> {
    let value = element.attr(attribute)?.trim();
    let digits = value.split(|c: char| !c.is_ascii_digit()).next()?;
    // More digits than a number can have are as many as there can be.
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(usize::MAX))
}
