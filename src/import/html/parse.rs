//! The tree of a page. The only place that knows html5ever.
//!
//! html5ever never recurses, but some pages that were made to harm take it quadratic time or grow far beyond their source. So the
//! page is fed in pieces, and after each the tree is looked at. Attributes of one tag are counted beforehand, since each is
//! compared with all before it.

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink};

use crate::diagnostic::{Code, Diagnostic};
use crate::import::limits;

/// Bytes between two looks at the tree: so few that it cannot grow much in between.
const PIECE: usize = 1024;

/// The tree of a page.
///
/// # Errors
/// When elements lie too deep within each other, or there are too many of them.
pub(super) fn tree(page: &str, file: &str) -> Result<Html, Diagnostic> {
    let fault = || Diagnostic::new(Code::ImportLimit).with("file", file);
    let attributes = most_attributes(page);
    if attributes > limits::ATTRIBUTES {
        return Err(fault().with("attributes", attributes).with("limit", limits::ATTRIBUTES));
    }
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    for piece in pieces(page) {
        parser.process(StrTendril::from_slice(piece));
        let tree = parser.tokenizer.sink.sink.0.borrow();
        expect_small(&tree, file)?;
        let newest = tree.tree.nodes().next_back();
        if newest.is_some_and(|node| node.ancestors().count() > limits::DEPTH) {
            return Err(fault().with("limit", limits::DEPTH));
        }
    }
    let tree = parser.finish();
    expect_small(&tree, file)?;
    if depth(&tree) > limits::DEPTH {
        return Err(fault().with("limit", limits::DEPTH));
    }
    Ok(tree)
}

fn expect_small(tree: &Html, file: &str) -> Result<(), Diagnostic> {
    let nodes = tree.tree.nodes().len();
    if nodes <= limits::NODES {
        return Ok(());
    }
    let fault = Diagnostic::new(Code::ImportLimit).with("file", file);
    Err(fault.with("elements", nodes).with("limit", limits::NODES))
}

/// How deep the deepest element lies.
fn depth(tree: &Html) -> usize {
    use scraper::Node;
    let mut deepest = 0;
    let mut open: Vec<_> = vec![(tree.tree.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        let children = node.children().filter(|child| matches!(child.value(), Node::Element(_)));
        open.extend(children.map(|child| (child, depth + 1)));
    }
    deepest
}

/// The page in pieces that end between two characters.
fn pieces(page: &str) -> impl Iterator<Item = &str> {
    let mut rest = page;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, behind) = rest.split_at(rest.ceil_char_boundary(PIECE));
        rest = behind;
        Some(piece)
    })
}

/// How many attributes the tag with the most of them has; what stands in scripts and comments is no tag.
fn most_attributes(page: &str) -> usize {
    let mut most = 0;
    let mut rest = page;
    while let Some((_, behind)) = rest.split_once('<') {
        let raw = RAW.iter().find(|(start, _)| starts_with(behind, start));
        rest = match raw {
            Some((_, end)) => behind.split_once(end).map_or(behind, |(_, behind)| behind),
            None if behind.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let (count, behind) = attributes(behind);
                most = most.max(count);
                behind
            }
            None => behind,
        };
    }
    most
}

/// What begins a stretch without tags, behind its `<`, and what ends it.
const RAW: [(&str, &str); 3] = [("!--", "-->"), ("script", "</script"), ("style", "</style")];

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start))
}

/// How many attributes a tag has whose name begins here, and what stands behind the tag.
fn attributes(tag: &str) -> (usize, &str) {
    let mut count = 0;
    let mut quote = None;
    let mut before = 'a';
    for (place, c) in tag.char_indices() {
        let parted = before.is_ascii_whitespace() || matches!(before, '/' | '"' | '\'');
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '>') => return (count, tag.get(place..).unwrap_or_default()),
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (None, c) if c.is_ascii_whitespace() || matches!(c, '/' | '"' | '\'' | '=') => {}
            (None, _) => count += usize::from(parted),
        }
        // Blanks between `=` and a value part nothing.
        if !(before == '=' && c.is_ascii_whitespace()) {
            before = c;
        }
    }
    (count, "")
}
