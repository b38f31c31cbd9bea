//! The links of finished pages. The only place that knows `lol_html`.
//!
//! Pages are read as a browser reads them, so that a link is found whichever template, word or Markdown it came from. Of
//! a page only its links and its `id`s are kept.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, HtmlRewriter, Selector, Settings};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::site::{Route, Site, resolve};
use crate::tree::{File, RelPath, Sink, SinkError};

/// A Sink that keeps links instead of files.
#[derive(Debug, Default)]
pub struct LinkSink {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// All files.
    files: BTreeSet<String>,
    /// What each page links to, and the `id`s that it has.
    pages: BTreeMap<String, Page>,
}

#[derive(Debug, Default)]
struct Page {
    links: BTreeSet<Link>,
    ids: BTreeSet<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    target: String,
    kind: LinkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LinkKind {
    /// Followed by a person.
    Anchor,
    /// Loaded with the page: it must come from the site itself.
    Resource,
}

impl Sink for LinkSink {
    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        let page = match &file {
            File::Bytes(bytes) if path.extension() == "html" => Some(read(path, bytes)?),
            _ => None,
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.files.insert(path.to_string());
        if let Some(page) = page {
            seen.pages.insert(path.to_string(), page);
        }
        Ok(())
    }
}

impl LinkSink {
    /// Links to what the site does not have, each target once a template, with the first page that has it.
    #[must_use]
    pub fn faults(self, site: &Site) -> Diagnostics {
        let seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let templates: BTreeMap<String, &str> =
            site.pages.iter().filter_map(|route| Some((route.path(), route.template()?))).collect();
        let mut found: BTreeMap<(Code, &str, String), &str> = BTreeMap::new();
        for (path, page) in &seen.pages {
            let template = templates.get(path).copied().unwrap_or("alias");
            for link in &page.links {
                if let Some(code) = seen.fault(site, path, link) {
                    found.entry((code, template, link.target.clone())).or_insert(path);
                }
            }
        }
        let fault = |((code, template, target), page): ((Code, &str, String), &str)| {
            Diagnostic::new(code)
                .with("link", target)
                .with("page", page)
                .with("template", format!("{template}.html"))
        };
        found.into_iter().map(fault).collect()
    }

    /// All files, with the `id`s of those that are pages.
    #[must_use]
    pub fn addresses(&self) -> BTreeMap<String, Vec<String>> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let ids =
            |path: &String| seen.pages.get(path).map(|page| page.ids.iter().cloned().collect());
        seen.files.iter().map(|path| (path.clone(), ids(path).unwrap_or_default())).collect()
    }

    /// How many links there are, and on how many pages.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        (seen.pages.values().map(|page| page.links.len()).sum(), seen.pages.len())
    }
}

impl Seen {
    fn fault(&self, site: &Site, page: &str, link: &Link) -> Option<Code> {
        if super::is_outward(&link.target) {
            let foreign = link.kind == LinkKind::Resource;
            return foreign.then_some(Code::ForeignResource);
        }
        let resolved = match link.target.strip_prefix('/') {
            Some(_) => from_host_root(site, page, &link.target),
            None => resolve(page, &link.target),
        };
        let Some((address, fragment)) = resolved else { return Some(Code::BrokenLink) };
        if !self.files.contains(&address) {
            return Some(Code::BrokenLink);
        }
        let ids = self.pages.get(&address).map(|page| &page.ids);
        let fragment = fragment.filter(|fragment| !fragment.is_empty());
        let lost = fragment.is_some_and(|id| !ids.is_some_and(|ids| ids.contains(&id)));
        lost.then_some(Code::BrokenFragment)
    }
}

/// A link that begins at the host's root. Only the page for what was not found may have such, below the site's own path:
/// on all others they would fail in a subfolder and by `file://`.
fn from_host_root(site: &Site, page: &str, link: &str) -> Option<(String, Option<String>)> {
    let mut not_found = site.pages.iter().filter(|route| *route.page() == Route::NotFound);
    let base = site.config.base_path().filter(|_| not_found.any(|route| route.path() == page))?;
    resolve(
        &Route::Home.path(),
        link.strip_prefix(base)?.strip_prefix('/').filter(|link| !link.starts_with('/'))?,
    )
}

/// The links and ids of a page.
fn read(path: &RelPath, html: &[u8]) -> Result<Page, SinkError> {
    let page = RefCell::new(Page::default());
    let fault = |reason: String| SinkError { path: path.to_string(), reason };
    let selector = |css: &str| css.parse::<Selector>().map_err(|e| fault(e.to_string()));
    let link = |attribute: &'static str, kind| {
        let page = &page;
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            let rel = element.get_attribute("rel").unwrap_or_default();
            let is_anchor = ["canonical", "alternate"].iter().any(|named| rel.contains(named));
            let kind = if is_anchor { LinkKind::Anchor } else { kind };
            if let Some(target) = element.get_attribute(attribute) {
                let target = unescape(&target);
                page.borrow_mut().links.insert(Link { target, kind });
            }
            Ok(())
        })
    };
    let ids = ElementContentHandlers::default().element(|element: &mut Element<'_, '_>| {
        if let Some(id) = element.get_attribute("id") {
            page.borrow_mut().ids.insert(unescape(&id));
        }
        Ok(())
    });
    let handlers = vec![
        (Cow::Owned(selector("[id]")?), ids),
        (Cow::Owned(selector("a[href], area[href]")?), link("href", LinkKind::Anchor)),
        (Cow::Owned(selector("form[action]")?), link("action", LinkKind::Anchor)),
        (Cow::Owned(selector("link[href]")?), link("href", LinkKind::Resource)),
        (Cow::Owned(selector("[src]")?), link("src", LinkKind::Resource)),
        (Cow::Owned(selector("[data-index]")?), link("data-index", LinkKind::Resource)),
        (Cow::Owned(selector("[data-cards]")?), link("data-cards", LinkKind::Resource)),
    ];
    let settings = handlers.into_iter().fold(Settings::new(), |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(html).map_err(|error| fault(error.to_string()))?;
    rewriter.end().map_err(|error| fault(error.to_string()))?;
    Ok(page.into_inner())
}

/// An attribute's value with the five characters that templates escape, which `lol_html` leaves as they are written.
fn unescape(value: &str) -> String {
    value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&")
}
