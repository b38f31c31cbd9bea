//! What follows from the language of a page: dates and sizes in its words, and the marks on words of another language.
//!
//! The documents, the register and the site's own texts are Vietnamese whatever the language of the interface. Where the two
//! differ, such words are marked, so that they are read out as what they are; a Vietnamese page has no marks.

use super::here::Here;
use crate::config::VIETNAMESE;
use crate::model::{Day, PartialDate, Precision};
use crate::render::view::LanguageView;
use crate::site::Route;
use crate::text;

impl Here<'_> {
    /// The mark on words of the documents, the register and the site: ` lang="vi"`, and nothing on a Vietnamese page.
    #[must_use]
    pub(crate) fn lang_html(&self) -> &'static str {
        if self.language() == VIETNAMESE { "" } else { " lang=\"vi\"" }
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
