//! Raw HTML of prose as far as a site asks for it (`markdown_html`): what a text needs and Markdown lacks, nothing that runs,
//! loads from elsewhere or looks like a part of the page. The only place that knows ammonia.
//!
//! Elements outside the list lose their tags and keep their words; `script` and `style` are dropped whole. Addresses follow
//! the rule of Markdown's own links. An id stands only where Markdown itself gives one: elsewhere it could take the place of
//! one that the page's scripts ask for.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::Builder;

use super::Destination;

/// Elements that Markdown writes itself.
const OF_MARKDOWN: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Further elements that a text may use.
const FURTHER: &[&str] = &[
    "abbr",
    "b",
    "caption",
    "cite",
    "dd",
    "details",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "sub",
    "summary",
    "u",
];

/// Elements and the attributes that each may have; all may have `lang` and `title`.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("div", &["class", "id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("img", &["src", "alt", "width", "height"]),
    ("ol", &["start"]),
    ("sup", &["class"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
];

/// HTML without what is not allowed.
pub(super) fn cleaned(html: &str) -> String {
    static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(builder);
    BUILDER.clean(html).to_string()
}

fn builder() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(OF_MARKDOWN.iter().chain(FURTHER).copied().collect())
        .clean_content_tags(["script", "style"].into())
        .generic_attributes(["lang", "title"].into())
        .tag_attributes(
            ATTRIBUTES.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect(),
        )
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(None)
        .attribute_filter(|element, attribute, value| {
            allows(element, attribute, value).then_some(Cow::Borrowed(value))
        });
    builder
}

fn allows(element: &str, attribute: &str, value: &str) -> bool {
    match attribute {
        "href" => Destination::of(value) != Destination::Forbidden,
        "src" => Destination::of(value) == Destination::Within,
        "id" if element == "div" => value.starts_with(super::FOOTNOTE),
        "class" => value.starts_with("footnote-") && !value.contains(' '),
        _ => true,
    }
}
