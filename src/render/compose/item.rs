//! Tasks as items of lists, as the theme's `partials/task-item.html` shows them.
//!
//! A task stands in the lists of its years and of every agency that it names, in the same words on many pages. So it is rendered
//! once for each look that it has, and not once a page. The links of an item lead over the site's first folder even where there
//! is a shorter way, so that it is alike on all pages of one depth.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::here::Here;
use super::row::row;
use crate::diagnostic::Diagnostic;
use crate::model::AgencyId;
use crate::render::view::TaskRowView;
use crate::site::{Role, TaskAt, Through};
use crate::theme::View;

/// The template of an item.
const TEMPLATE: &str = "partials/task-item.html";

/// A task in a list, and the collective through which it got there.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) at: TaskAt,
    pub(super) through: Option<&'a Through>,
}

/// What a list's items have to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ListKind {
    /// Whether what the list can be narrowed by.
    pub(super) filters: bool,
    /// Whether the page is about the lead.
    pub(super) lead_known: bool,
}

/// How many bytes of items are kept for pages that have tasks in common. With more, all are dropped and it begins anew: the
/// memory that it takes must not grow with the number of plans or agencies.
const MOST_BYTES: usize = 16_000_000;

/// The items that were rendered so far. One serves pages that have tasks in common, such as those of a plan.
#[derive(Debug, Default)]
pub(crate) struct Items(Mutex<Rendered>);

#[derive(Debug, Default)]
struct Rendered {
    by_look: BTreeMap<Look, Arc<str>>,
    bytes: usize,
}

impl Items {
    fn get(&self, look: &Look) -> Option<Arc<str>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_look.get(look).cloned()
    }

    fn keep(&self, look: Look, item: &Arc<str>) {
        let mut rendered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if rendered.bytes.saturating_add(item.len()) > MOST_BYTES {
            *rendered = Rendered::default();
        }
        rendered.bytes += item.len();
        rendered.by_look.insert(look, Arc::clone(item));
    }
}

/// All that makes an item look as it does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    task: TaskAt,
    /// How many folders the page lies in.
    depth: usize,
    /// The page's language, by its place among the site's.
    language: usize,
    list: ListKind,
    through: Option<(AgencyId, Role)>,
}

/// The items of a list, one after another.
///
/// # Errors
/// Faults of the template.
pub(super) fn items(
    here: &Here<'_>,
    listed: &[Listed<'_>],
    list: ListKind,
) -> Result<String, Diagnostic> {
    listed.iter().try_fold(String::new(), |mut items, listed| {
        items.push_str(&item(here, listed, list)?);
        Ok(items)
    })
}

fn item(here: &Here<'_>, listed: &Listed<'_>, list: ListKind) -> Result<Arc<str>, Diagnostic> {
    let mut languages = here.site.config.languages.iter();
    let look = Look {
        task: listed.at,
        depth: here.path.matches('/').count(),
        language: languages.position(|language| language == here.language()).unwrap_or_default(),
        list,
        through: listed.through.map(|through| (through.collective.clone(), through.role)),
    };
    if let Some(item) = here.items.get(&look) {
        return Ok(item);
    }
    // Rendered without a lock: another thread may do the same meanwhile, and come to the same.
    let item: Arc<str> = rendered(here, listed, &look)?.into();
    here.items.keep(look, &item);
    Ok(item)
}

fn rendered(here: &Here<'_>, listed: &Listed<'_>, look: &Look) -> Result<String, Diagnostic> {
    let Some((plan, task)) = here.site.task(listed.at) else { return Ok(String::new()) };
    // A page of this depth that has no folder in common with any other.
    let path = "-/".repeat(look.depth) + "-";
    let here = Here { path: &path, ..*here };
    let register = &here.site.library.register;
    let collective = listed.through.and_then(|through| register.get(&through.collective));
    let role = listed.through.map(|through| match through.role {
        Role::Lead => here.say("role_lead", &[]),
        Role::Coordinating => here.say("role_coordinating", &[]),
    });
    let through = collective.map(|agency| here.agency_link(agency));
    let (open, close) = here.lang_marks_html();
    let view = View::new()
        .with("task", TaskRowView { through, role, ..row(&here, plan, task) })
        .with("filters", look.list.filters)
        .with("lead_known", look.list.lead_known)
        .with("root", here.root())
        .with("lang_html", here.lang_html())
        .with("lang_open_html", open)
        .with("lang_close_html", close);
    here.theme.render(here.language(), TEMPLATE, view)
}
