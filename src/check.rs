//! What the owner of a site should be told: rules over the Site before a page is made, and over the finished pages.
//!
//! [`run`] looks at what people wrote and marks it in their files; every build runs it. [`LinkSink`] collects the links of
//! finished pages, whoever made them, and [`LinkSink::faults`] compares them with what the site has.

mod links;
pub mod published;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown;
use crate::model::Prosaic;
use crate::site::{Site, authored_address};
use crate::source::Span;
use crate::theme::Theme;

pub use links::LinkSink;

/// What a rule is: a look at the whole site.
type Rule = fn(&Site) -> Diagnostics;

/// The rules, each with the fault that it finds.
const RULES: &[(Code, Rule)] =
    &[(Code::BrokenLink, authored_links), (Code::NoBaseUrl, absolute_addresses)];

/// All faults of a site that can be seen before its pages are made; of its theme, too, if that could be opened.
#[must_use]
pub fn run(site: &Site, theme: Option<&Theme>) -> Diagnostics {
    let mut diagnostics = theme.map(Theme::missing_words).unwrap_or_default();
    for (_, rule) in RULES {
        diagnostics.extend(rule(site));
    }
    diagnostics
}

/// Links that editors wrote, to pages of the site that do not exist or of kinds that are not allowed.
fn authored_links(site: &Site) -> Diagnostics {
    let addresses = site.addresses();
    let fault = |(link, span): (String, Span)| {
        if is_outward(&link) || link.starts_with('#') {
            return None;
        }
        if link.contains(':') {
            return Some(Diagnostic::new(Code::ForbiddenLink).at(&span).with("link", link));
        }
        let address = authored_address(&link).map(|(address, _)| address);
        let known = address.as_ref().is_some_and(|address| addresses.contains(address));
        if known {
            return None;
        }
        let broken = Diagnostic::new(Code::BrokenLink).at(&span).with("link", &link);
        let names = addresses.iter().map(String::as_str);
        let nearest =
            address.and_then(|address| crate::text::nearest(&address, names).map(str::to_owned));
        Some(match nearest {
            Some(nearest) => broken.with("nearest", nearest),
            None => broken,
        })
    };
    let texts = authored_texts(site);
    texts.iter().flat_map(|text| markdown::links(&text.markdown)).filter_map(fault).collect()
}

/// All Markdown of the site.
fn authored_texts(site: &Site) -> Vec<&Prosaic> {
    let library = &site.library;
    let mut texts: Vec<&Prosaic> = library.prose.iter().map(|prose| &prose.body).collect();
    for plan in &library.plans {
        texts.push(&plan.introduction);
        texts.extend(plan.domains.iter().map(|domain| &domain.introduction));
        texts.extend(plan.tasks.iter().map(|task| &task.notes));
    }
    texts
}

/// Says what is left out where the site's own address is not known.
fn absolute_addresses(site: &Site) -> Diagnostics {
    match site.config.base_url {
        Some(_) => Diagnostics::new(),
        None => Diagnostic::new(Code::NoBaseUrl).into(),
    }
}

/// Whether a link leads to another site, or to a mailbox.
fn is_outward(link: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))
}
