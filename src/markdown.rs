//! Markdown: to HTML, to plain text, and its links with their places. The only place that knows pulldown-cmark.
//!
//! What an editor writes can never become a script: raw HTML is shown as the text that it is, unless a site asks for the
//! [subset] of it that cannot harm; a link or picture that leads elsewhere than allowed keeps only its words, and no inline style is written, which the pages' security policy would
//! refuse (so columns of a table have no alignment of their own). Tables, strikethrough and footnotes are understood.

mod subset;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use crate::source::Span;
use crate::text;

/// Ids of headings are cut at this length: long enough to be read, short enough to be sent.
const ID_LIMIT: usize = 60;

/// What stands before the number of a footnote in its id, so that none is the id of something else on the page.
const FOOTNOTE: &str = "chu-thich-";

fn parser(markdown: &str) -> Parser<'_> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    Parser::new_ext(markdown, options)
}

/// What becomes of raw HTML in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// It is shown as the text that it is.
    Shown,
    /// Elements that cannot harm are kept; of the others, the words.
    Subset,
}

/// Markdown as HTML.
///
/// The highest heading becomes `h2`, the others follow; each gets an id from its words. `link` is asked for the address to
/// write for each relative link and picture, fragments (`#muc-2`) included; links to `http`, `https` and `mailto` stay as
/// they are. All other links, and pictures of other hosts, become plain text.
///
/// ```
/// use planpress::markdown::{RawHtml, to_html};
/// let html = to_html("# Xem [mục 1](ke-hoach.md)", RawHtml::Shown, &|to| to.replace(".md", ".html"));
/// assert_eq!(html, "<h2 id=\"xem-muc-1\">Xem <a href=\"ke-hoach.html\">mục 1</a></h2>\n");
/// ```
#[must_use]
pub fn to_html(markdown: &str, raw: RawHtml, link: &dyn Fn(&str) -> String) -> String {
    let events: Vec<Event<'_>> = parser(markdown).collect();
    let mut ids = heading_ids(&events).into_iter();
    let shift = heading_shift(&events);
    let mut footnotes = Vec::new();
    let mut open_links = Vec::new();
    let mut written = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Html(text) | Event::InlineHtml(text) if raw == RawHtml::Shown => {
                written.push(Event::Text(text));
            }
            Event::Start(Tag::HtmlBlock) if raw == RawHtml::Shown => {
                written.push(Event::Start(Tag::Paragraph));
            }
            Event::End(TagEnd::HtmlBlock) if raw == RawHtml::Shown => {
                written.push(Event::End(TagEnd::Paragraph));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let id = ids.next().map(CowStr::from);
                let level = lowered(level, shift);
                let (classes, attrs) = (Vec::new(), Vec::new());
                written.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => {
                written.push(Event::End(TagEnd::Heading(lowered(level, shift))));
            }
            Event::Start(Tag::Table(alignments)) => {
                let none = vec![Alignment::None; alignments.len()];
                written.push(Event::Start(Tag::Table(none)));
            }
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let allowed = allowed_tag(tag, link);
                open_links.push(allowed.is_some());
                written.extend(allowed.map(Event::Start));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if open_links.pop() == Some(true) {
                    written.push(event);
                }
            }
            Event::FootnoteReference(label) => {
                written.push(Event::FootnoteReference(footnote_id(&mut footnotes, &label)));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let id = footnote_id(&mut footnotes, &label);
                written.push(Event::Start(Tag::FootnoteDefinition(id)));
            }
            other => written.push(other),
        }
    }
    let mut page = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut page, written.into_iter());
    match raw {
        RawHtml::Shown => page,
        RawHtml::Subset => subset::cleaned(&page),
    }
}

/// The ids of the headings, in their order, all different.
fn heading_ids(events: &[Event<'_>]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut ids = Vec::new();
    let mut words: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Tag::Heading { .. }) => words = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let slug = text::slug(&words.take().unwrap_or_default(), ID_LIMIT);
                let slug = if slug.is_empty() { "muc".to_owned() } else { slug };
                let numbered = (2..).map(|number| format!("{slug}-{number}"));
                let mut candidates = std::iter::once(slug.clone()).chain(numbered);
                ids.extend(candidates.find(|id| taken.insert(id.clone())));
            }
            other => {
                if let Some(words) = &mut words {
                    words.push_str(spoken(other));
                }
            }
        }
    }
    ids
}

/// How many levels the headings go down, or up when negative, so that the highest of them is `h2`.
fn heading_shift(events: &[Event<'_>]) -> isize {
    let level = |event: &Event<'_>| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as isize),
        _ => None,
    };
    2 - events.iter().filter_map(level).min().unwrap_or(2)
}

fn lowered(level: HeadingLevel, shift: isize) -> HeadingLevel {
    let number = usize::try_from(level as isize + shift).unwrap_or(2);
    HeadingLevel::try_from(number).unwrap_or(HeadingLevel::H6)
}

fn footnote_id<'e>(labels: &mut Vec<String>, label: &str) -> CowStr<'e> {
    let known = labels.iter().position(|known| known == label);
    let index = known.unwrap_or_else(|| {
        labels.push(label.to_owned());
        labels.len() - 1
    });
    format!("{FOOTNOTE}{}", index + 1).into()
}

/// A link or picture as it may be written, if it may.
fn allowed_tag<'e>(tag: Tag<'e>, link: &dyn Fn(&str) -> String) -> Option<Tag<'e>> {
    match tag {
        Tag::Link { link_type: LinkType::Email, .. } => Some(tag),
        Tag::Link { link_type, dest_url, title, id } => {
            let dest_url = match Destination::of(&dest_url) {
                Destination::Within => link(&dest_url).into(),
                Destination::Elsewhere => dest_url,
                Destination::Forbidden => return None,
            };
            Some(Tag::Link { link_type, dest_url, title, id })
        }
        Tag::Image { link_type, dest_url, title, id } => {
            if Destination::of(&dest_url) != Destination::Within {
                return None;
            }
            Some(Tag::Image { link_type, dest_url: link(&dest_url).into(), title, id })
        }
        other => Some(other),
    }
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// To another page, file or place of the site: a relative address.
    Within,
    /// To another site (`http`, `https`), or to a mailbox (`mailto`).
    Elsewhere,
    /// To what no page of ours may link to: any other scheme, another host without a scheme (`//…`), or an address with
    /// characters that browsers drop or change while they read it (blanks, control characters, backslashes).
    Forbidden,
}

impl Destination {
    /// Where an address leads.
    ///
    /// ```
    /// use planpress::markdown::Destination;
    /// assert_eq!(Destination::of("../gioi-thieu.html#nguon"), Destination::Within);
    /// assert_eq!(Destination::of("HTTPS://vanban.chinhphu.vn"), Destination::Elsewhere);
    /// assert_eq!(Destination::of("javascript:alert(1)"), Destination::Forbidden);
    /// ```
    #[must_use]
    pub fn of(address: &str) -> Self {
        let changed = |c: char| c.is_control() || c == '\\';
        if address.contains(changed) || address.trim() != address || address.starts_with("//") {
            return Self::Forbidden;
        }
        let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
        match before_path.split_once(':') {
            None => Self::Within,
            Some((scheme, _)) => match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" | "mailto" => Self::Elsewhere,
                _ => Self::Forbidden,
            },
        }
    }
}

/// Every address that a Markdown text links to or shows a picture from, in the order of the text, with its place in the
/// file: the address itself where it is written out, else the whole link.
#[must_use]
pub fn links(markdown: &Span) -> Vec<(String, Span)> {
    let source_text = markdown.text();
    let mut links = Vec::new();
    // The links that are open: their place in the list, and where their words end as far as they were read.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (event, range) in parser(source_text).into_offset_iter() {
        if matches!(event, Event::End(TagEnd::Link | TagEnd::Image))
            && let Some((index, words_end)) = open.pop()
            && let Some((address, place)) = links.get_mut(index)
        {
            let behind_words = source_text.get(words_end..range.end).unwrap_or_default();
            if let Some(at) = behind_words.find(String::as_str(address)) {
                *place = words_end + at..words_end + at + address.len();
            }
        }
        for (_, words_end) in &mut open {
            *words_end = range.end;
        }
        let link = match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                Some((format!("mailto:{dest_url}"), in_brackets(&range)))
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                Some((dest_url.to_string(), in_brackets(&range)))
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some((dest_url.to_string(), range.clone()))
            }
            _ => None,
        };
        if let Some(link) = link {
            open.push((links.len(), range.start));
            links.push(link);
        }
    }
    let start = markdown.range.start;
    let placed = |(address, range): (String, Range<usize>)| {
        (address, Span::new(&markdown.source, start + range.start..start + range.end))
    };
    links.into_iter().map(placed).collect()
}

/// What stands in the brackets of `<https://…>`.
fn in_brackets(range: &Range<usize>) -> Range<usize> {
    range.start + 1..range.end - 1
}

/// The words of a Markdown text: a line for each paragraph, heading, entry of a list and row of a table.
///
/// ```
/// assert_eq!(planpress::markdown::plain("# Nguồn\n\nTừ *cổng* [pháp luật](x)"), "Nguồn\nTừ cổng pháp luật");
/// ```
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut words = String::new();
    for event in parser(markdown) {
        match event {
            Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell) => words.push(' '),
            Event::Start(start) if is_block(start.to_end()) => words.push('\n'),
            Event::End(end) if is_block(end) => words.push('\n'),
            other => words.push_str(spoken(&other)),
        }
    }
    let lines = words.lines().map(text::one_line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The words of the first paragraph, if there is one.
///
/// ```
/// assert_eq!(planpress::markdown::opening("# Nguồn\n\nTừ *cổng*\n\nHết"), Some("Từ cổng".to_owned()));
/// ```
#[must_use]
pub fn opening(markdown: &str) -> Option<String> {
    let paragraph: String = parser(markdown)
        .skip_while(|event| !matches!(event, Event::Start(Tag::Paragraph)))
        .take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph)))
        .map(|event| spoken(&event).to_owned())
        .collect();
    Some(text::one_line(&paragraph)).filter(|words| !words.is_empty())
}

/// What an event adds to the words of a text.
fn spoken<'e>(event: &'e Event<'_>) -> &'e str {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}

fn is_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough
    )
}
