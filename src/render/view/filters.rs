//! What a list of tasks can be narrowed by: choices, with the values that rows carry and that stand in the page's address.

use serde::Serialize;

/// A choice of a filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// Its value, as rows carry it: "150-kh-ubnd-2022/b-3", "so-y-te-son-la", "chu-tri", "2023", "son-la".
    pub value: String,
    /// What a reader sees: "Sở Y tế tỉnh Sơn La".
    pub label: String,
    /// The mark on that where its language is another than the page's: ` lang="vi"`, else empty.
    pub lang_html: &'static str,
    /// Of an agency, the value of its place: "son-la".
    pub place: Option<String>,
}

/// The filters of a list, by the names that the search page has for them; one that would leave no choice is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FiltersView {
    /// `linh-vuc`: domains, in the order of the page.
    pub domains: Vec<ChoiceView>,
    /// `co-quan`: agencies that the tasks name, by name; without the page's own.
    pub agencies: Vec<ChoiceView>,
    /// `vai-tro`: "chu-tri" and "phoi-hop" of the agencies; on an agency's page its own, "trong-nhom" among them.
    pub roles: Vec<ChoiceView>,
    /// `nam`: years, then "thuong-xuyen".
    pub years: Vec<ChoiceView>,
    /// `noi`: places of the agencies, by name.
    pub places: Vec<ChoiceView>,
}
