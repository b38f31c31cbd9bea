//! What follows from the language of a page: dates and sizes in its words, and the marks on words of another language.
//!
//! The documents, the register and the site's own texts are Vietnamese whatever the language of the interface. Where the two
//! differ, such words are marked, so that they are read out as what they are; a Vietnamese page has no marks.

use super::here::Here;
use crate::model::{Day, PartialDate, Precision, VIETNAMESE};
use crate::render::view::{LanguageView, LinkView, MixedLinkView, PhraseView};
use crate::site::Route;
use crate::text;

/// Stands in a phrase for the words that it quotes; no text has it.
const QUOTED: &str = "\u{0}";

/// No marks: the words are in the language of the page.
const UNMARKED: (&str, &str) = ("", "");

impl Here<'_> {
    /// The mark on words of the documents, the register and the site: ` lang="vi"`, and nothing on a Vietnamese page.
    #[must_use]
    pub(crate) fn lang_html(&self) -> &'static str {
        if self.is_vietnamese() { "" } else { " lang=\"vi\"" }
    }

    /// The same for words that have no element of their own: what stands before and behind them.
    #[must_use]
    pub(crate) fn lang_marks_html(&self) -> (&'static str, &'static str) {
        if self.is_vietnamese() { UNMARKED } else { ("<span lang=\"vi\">", "</span>") }
    }

    fn is_vietnamese(&self) -> bool {
        self.language() == VIETNAMESE
    }

    /// The mark on the name of a page: those of plans, domains, agencies and prose are Vietnamese, those of lists are words
    /// of the interface, and those of tasks and years begin with such.
    #[must_use]
    pub(crate) fn lang_html_of(&self, route: &Route) -> &'static str {
        match route {
            Route::Plan(_)
            | Route::Domain(..)
            | Route::Agency(_)
            | Route::AgencyPlan(..)
            | Route::Prose(_) => self.lang_html(),
            _ => "",
        }
    }

    /// A link with a phrase that has two places: one for words of the interface, one for words that are quoted.
    #[must_use]
    pub(crate) fn mixed_link(
        &self,
        route: &Route,
        key: &str,
        own: (&str, &str),
        quoted: (&str, &str),
    ) -> MixedLinkView {
        let link = self.link(route, self.say(key, &[own, quoted]));
        let around = self.say(key, &[own, (quoted.0, QUOTED)]);
        let Some((before, after)) = around.split_once(QUOTED).filter(|_| !self.is_vietnamese())
        else {
            return self.in_parts(link);
        };
        let marks = self.lang_marks_html();
        let parts = [part(before, UNMARKED), part(quoted.1, marks), part(after, UNMARKED)];
        MixedLinkView {
            link,
            parts: parts.into_iter().filter(|part| !part.text.is_empty()).collect(),
        }
    }

    /// A link whose text is in one language.
    #[must_use]
    pub(crate) fn in_parts(&self, link: LinkView) -> MixedLinkView {
        let marks = if link.lang_html.is_empty() { UNMARKED } else { self.lang_marks_html() };
        MixedLinkView { parts: vec![part(&link.label, marks)], link }
    }

    /// A day: "05/09/2025".
    #[must_use]
    pub(crate) fn day(&self, day: Day) -> String {
        self.dated("date_day", day)
    }

    /// A date as far as it is known: "05/09/2025", "09/2025", "2025".
    #[must_use]
    pub(crate) fn date(&self, date: PartialDate) -> String {
        match date.precision() {
            Precision::Day => self.day(date.first()),
            Precision::Month => self.dated("date_month", date.first()),
            Precision::Year => date.year().to_string(),
        }
    }

    /// A phrase with places for a date: `day` and `month` as numbers, `dd` and `mm` as numbers of two digits, `month_name`,
    /// `year`.
    fn dated(&self, key: &str, day: Day) -> String {
        let month_name = self.say(&format!("month_{}", day.month()), &[]);
        let values = [
            ("day", day.day().to_string()),
            ("dd", format!("{:02}", day.day())),
            ("month", day.month().to_string()),
            ("mm", format!("{:02}", day.month())),
            ("month_name", month_name),
            ("year", day.year().to_string()),
        ];
        self.say(key, &values.each_ref().map(|(place, value)| (*place, value.as_str())))
    }

    /// A number of bytes: "19,2 KB".
    #[must_use]
    pub(crate) fn size(&self, bytes: u64) -> String {
        text::size_in_words(bytes).replace(',', &self.say("decimal_mark", &[]))
    }
}

fn part(text: &str, (open_html, close_html): (&'static str, &'static str)) -> PhraseView {
    PhraseView { open_html, text: text.to_owned(), close_html }
}

/// The page in each of the site's languages, the main one first; nothing where there is only one.
pub(super) fn languages(here: &Here<'_>, route: &Route) -> Vec<LanguageView> {
    let config = &here.site.config;
    if config.further_languages().is_empty() {
        return Vec::new();
    }
    let view = |language: &String| {
        let there = here.in_language(language);
        let path = there.path_of(route);
        let href = here.href_to(&path);
        LanguageView {
            language: language.clone(),
            name: there.say("language_name", &[]),
            alternate: here.absolute_to(&path).unwrap_or_else(|| href.clone()),
            href,
            current: language == here.language(),
        }
    };
    config.languages.iter().map(view).collect()
}
