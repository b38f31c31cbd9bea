//! The page that is being made: where it stands, and how it links to others.

use super::item::Items;
use crate::markdown::{self, RawHtml};
use crate::model::{Agency, Domain, Mention, Plan, PlanId, Task, VIETNAMESE};
use crate::render::view::{LinkView, MentionView, MixedLinkView};
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
    /// The further language that the page is in; none in the main one.
    pub(crate) further: Option<&'a str>,
    /// The language to speak where that is another than the page's: that of the documents.
    pub(crate) quoting: Option<&'a str>,
    /// The address of the page that this one is an alias of.
    pub(crate) alias_of: Option<&'a str>,
    /// What was rendered already of what pages share.
    pub(crate) items: &'a Items,
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
    /// The language of the page.
    #[must_use]
    pub(crate) fn language(&self) -> &'a str {
        self.further.unwrap_or_else(|| self.site.config.main_language())
    }

    /// The same place, speaking the language of the documents, for what is said of them in their own form.
    #[must_use]
    pub(crate) fn quoting(&self) -> Self {
        Self { quoting: Some(VIETNAMESE), ..*self }
    }

    /// The same place, as if the page were in another language.
    #[must_use]
    pub(crate) fn in_language(&self, language: &'a str) -> Self {
        let is_main = language == self.site.config.main_language();
        Self { further: (!is_main).then_some(language), quoting: None, ..*self }
    }

    /// The theme's words in the language that is spoken here; a theme may have no Vietnamese ones for an English page.
    #[must_use]
    pub(crate) fn words(&self) -> Option<&'a Words> {
        let quoted = self.quoting.and_then(|language| self.theme.words(language));
        quoted.or_else(|| self.theme.words(self.language()))
    }

    /// A phrase of the catalogue with its places filled.
    #[must_use]
    pub(crate) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words().map_or_else(|| key.to_owned(), |words| words.phrase(key, values))
    }

    /// A phrase on so many things. A language that says one of them otherwise than many does so under `<key>_one`.
    #[must_use]
    pub(crate) fn counted(&self, key: &str, count: usize) -> String {
        let values = [("count", &*count.to_string())];
        if count == 1 { self.say(&format!("{key}_one"), &values) } else { self.say(key, &values) }
    }

    /// "42 nhiệm vụ".
    #[must_use]
    pub(crate) fn tasks_in_words(&self, count: usize) -> String {
        self.counted("tasks_count", count)
    }

    /// The way from the page to the site's first folder.
    ///
    /// The page for what was not found is served at any depth, so it alone begins at the host's root, if it is known where
    /// on its host the site stands.
    #[must_use]
    pub(crate) fn root(&self) -> String {
        match self.site.config.base_path() {
            Some(base) if self.is_not_found() => format!("{base}/"),
            _ => root_of(self.path),
        }
    }

    /// The address within the site of a page in the language of this one, or of a file, which exists once.
    #[must_use]
    pub(crate) fn path_of(&self, route: &Route) -> String {
        match self.further.filter(|_| route.template().is_some()) {
            Some(language) => route.further(language).path(),
            None => route.path(),
        }
    }

    /// The address of a page or file, as a link on this page. Pages lead to pages of their own language.
    #[must_use]
    pub(crate) fn href(&self, route: &Route) -> String {
        self.href_to(&self.path_of(route))
    }

    /// An address within the site as a link on this page.
    #[must_use]
    pub(crate) fn href_to(&self, path: &str) -> String {
        if self.is_not_found() {
            self.root() + &relative("", path)
        } else {
            relative(self.path, path)
        }
    }

    fn is_not_found(&self) -> bool {
        self.path == self.path_of(&Route::NotFound)
    }

    /// The absolute address of a page, where it is known at which the site stands.
    #[must_use]
    pub(crate) fn absolute(&self, route: &Route) -> Option<String> {
        self.absolute_to(&self.path_of(route))
    }

    /// An address within the site as an absolute one, where it is known at which the site stands.
    #[must_use]
    pub(crate) fn absolute_to(&self, path: &str) -> Option<String> {
        let base = self.site.config.base_url.as_ref()?;
        Some(format!("{base}/{}", relative("", path)))
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
        self.absolute(route).unwrap_or_else(|| self.path_of(route))
    }

    /// A link to a page.
    #[must_use]
    pub(crate) fn link(&self, route: &Route, label: impl Into<String>) -> LinkView {
        let lang_html = self.lang_html_of(route);
        LinkView { href: self.href(route), label: label.into(), lang_html }
    }

    /// A plan by its id.
    #[must_use]
    pub(crate) fn plan_at(&self, id: &PlanId) -> Option<PlanAt<'a>> {
        let index = self.site.plan_place(id)?;
        Some(PlanAt { index, plan: self.site.library.plans.get(index)? })
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
    pub(crate) fn task_link(&self, plan: &Plan, task: &Task) -> MixedLinkView {
        let label = super::task_label(self, task);
        let excerpt = super::task_excerpt(task);
        let route = Route::Task(plan.id.clone(), task.id.clone());
        self.mixed_link(&route, "description_task", ("label", &label), ("text", &excerpt))
    }

    /// Markdown as HTML. Its links are addresses within the site ("co-quan.html") or names of prose files
    /// ("gioi-thieu.md"), wherever the text is shown.
    #[must_use]
    pub(crate) fn html(&self, markdown: &str) -> String {
        let subset = self.site.config.markdown_html;
        let raw = if subset { RawHtml::Subset } else { RawHtml::Shown };
        markdown::to_html(markdown, raw, &|link| self.authored_link(link))
    }

    fn authored_link(&self, link: &str) -> String {
        if link.contains("://") || link.starts_with("mailto:") || link.starts_with('#') {
            return link.to_owned();
        }
        let Some((address, fragment)) = authored_address(link) else { return link.to_owned() };
        let further =
            self.further.and_then(|language| self.site.further_address(language, &address));
        let href = relative(self.path, &further.unwrap_or(address));
        match fragment {
            Some(fragment) => format!("{href}#{fragment}"),
            None => href,
        }
    }
}
