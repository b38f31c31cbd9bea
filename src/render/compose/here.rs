//! The page that is being made: where it stands, and how it links to others.

use crate::markdown;
use crate::model::{Agency, Domain, Mention, Plan, PlanId, Task};
use crate::render::view::{LinkView, MentionView};
use crate::site::{Route, Site, authored_address, relative, root_of};
use crate::text;
use crate::theme::{Theme, Words};

/// The page that is being made.
#[derive(Clone, Copy)]
pub(crate) struct Here<'a> {
    /// The site.
    pub(crate) site: &'a Site,
    /// The theme.
    pub(crate) theme: &'a Theme,
    /// The page's own address within the site.
    pub(crate) path: &'a str,
    /// The address of the page that this one is an alias of.
    pub(crate) alias_of: Option<&'a str>,
}

/// A plan and its place in the library.
#[derive(Clone, Copy)]
pub(crate) struct PlanAt<'a> {
    /// Its place.
    pub(crate) index: usize,
    /// The plan.
    pub(crate) plan: &'a Plan,
}

impl<'a> Here<'a> {
    /// The theme's words.
    #[must_use]
    pub(crate) fn words(&self) -> &'a Words {
        self.theme.words()
    }

    /// A phrase of the catalogue with its places filled.
    #[must_use]
    pub(crate) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words().phrase(key, values)
    }

    /// "42 nhiệm vụ".
    #[must_use]
    pub(crate) fn tasks_in_words(&self, count: usize) -> String {
        self.say("tasks_count", &[("count", &count.to_string())])
    }

    /// The way from the page to the site's first folder.
    ///
    /// The page for what was not found is served at any depth, so it alone begins at the host's root, if it is known where
    /// on its host the site stands.
    #[must_use]
    pub(crate) fn root(&self) -> String {
        match self.site.config.base_path() {
            Some(base) if self.path == Route::NotFound.path() => format!("{base}/"),
            _ => root_of(self.path),
        }
    }

    /// The address of a page or file, as a link on this page.
    #[must_use]
    pub(crate) fn href(&self, route: &Route) -> String {
        if self.path == Route::NotFound.path() {
            return self.root() + &relative("", &route.path());
        }
        relative(self.path, &route.path())
    }

    /// The absolute address of a page, where it is known at which the site stands.
    #[must_use]
    pub(crate) fn absolute(&self, route: &Route) -> Option<String> {
        let base = self.site.config.base_url.as_ref()?;
        Some(format!("{base}/{}", relative("", &route.path())))
    }

    /// The address of a page or file for machines: absolute where that is known, else relative to this page.
    #[must_use]
    pub(crate) fn address(&self, route: &Route) -> String {
        self.absolute(route).unwrap_or_else(|| self.href(route))
    }

    /// Whether the theme's search page runs scripts, without which nothing is searched.
    #[must_use]
    pub(crate) fn searches(&self) -> bool {
        !self.theme.scripts("search").is_empty()
    }

    /// The lasting address of a page: absolute where that is known, else the path within the site.
    #[must_use]
    pub(crate) fn permalink(&self, route: &Route) -> String {
        self.absolute(route).unwrap_or_else(|| route.path())
    }

    /// A link to a page.
    #[must_use]
    pub(crate) fn link(&self, route: &Route, label: impl Into<String>) -> LinkView {
        LinkView { href: self.href(route), label: label.into() }
    }

    /// A plan by its id.
    #[must_use]
    pub(crate) fn plan_at(&self, id: &PlanId) -> Option<PlanAt<'a>> {
        let plans = &self.site.library.plans;
        let index = plans.iter().position(|plan| plan.id == *id)?;
        Some(PlanAt { index, plan: plans.get(index)? })
    }

    /// "Kế hoạch 150/KH-UBND", or the title of a plan without a number.
    #[must_use]
    pub(crate) fn plan_short(&self, plan: &Plan) -> String {
        let facts = &plan.facts;
        match (&facts.document_type, &facts.number) {
            (Some(kind), Some(number)) => {
                self.say("plan_short", &[("type", kind), ("number", number)])
            }
            (None, Some(number)) => number.clone(),
            _ => self.say("plan_without_number", &[("title", &facts.title)]),
        }
    }

    /// A link to a plan's page.
    #[must_use]
    pub(crate) fn plan_link(&self, plan: &Plan) -> LinkView {
        self.link(&Route::Plan(plan.id.clone()), self.plan_short(plan))
    }

    /// "3. Hợp tác về phát triển, sản xuất…".
    #[must_use]
    pub(crate) fn heading(&self, number: &str, title: &str) -> String {
        match number {
            "" => title.to_owned(),
            number => {
                let number = text::said_number(number);
                self.say("heading_numbered", &[("number", number), ("title", title)])
            }
        }
    }

    /// A link to a domain's page; a flat plan has none.
    #[must_use]
    pub(crate) fn domain_link(&self, plan: &Plan, domain: &Domain) -> Option<LinkView> {
        let label = self.heading(&domain.number, &domain.title);
        let route = Route::Domain(plan.id.clone(), domain.id.clone());
        (!domain.is_flat()).then(|| self.link(&route, label))
    }

    /// A link to an agency's page.
    #[must_use]
    pub(crate) fn agency_link(&self, agency: &Agency) -> LinkView {
        self.link(&Route::Agency(agency.id.clone()), &agency.name)
    }

    /// The agencies of a cell, as printed and by the register.
    #[must_use]
    pub(crate) fn mentions(&self, mentions: &[Mention]) -> Vec<MentionView> {
        let view = |mention: &Mention| {
            let agency = self.site.library.register.get(&mention.agency)?;
            Some(MentionView {
                id: agency.id.to_string(),
                printed: mention.printed.clone(),
                href: self.href(&Route::Agency(agency.id.clone())),
                name: agency.name.clone(),
                place: agency.place.clone(),
                same: mention.printed == agency.name,
            })
        };
        mentions.iter().filter_map(view).collect()
    }

    /// A link to a task's page, with its label and first words.
    #[must_use]
    pub(crate) fn task_link(&self, plan: &Plan, task: &Task) -> LinkView {
        let label = super::task_label(self, task);
        let excerpt = super::task_excerpt(task);
        let route = Route::Task(plan.id.clone(), task.id.clone());
        self.link(&route, self.say("description_task", &[("label", &label), ("text", &excerpt)]))
    }

    /// Markdown as HTML. Its links are addresses within the site ("co-quan.html") or names of prose files
    /// ("gioi-thieu.md"), wherever the text is shown.
    #[must_use]
    pub(crate) fn html(&self, markdown: &str) -> String {
        markdown::to_html(markdown, &|link| self.authored_link(link))
    }

    fn authored_link(&self, link: &str) -> String {
        if link.contains("://") || link.starts_with("mailto:") || link.starts_with('#') {
            return link.to_owned();
        }
        let Some((address, fragment)) = authored_address(link) else { return link.to_owned() };
        let href = relative(self.path, &address);
        match fragment {
            Some(fragment) => format!("{href}#{fragment}"),
            None => href,
        }
    }
}
