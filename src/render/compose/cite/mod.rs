//! The cite box: the form of Vietnamese documents first, then APA, BibTeX, RIS and CSL-JSON, and metadata for Zotero.
//!
//! The document is Vietnamese, and so is all that names it, whatever the language of the page.
//! All of them say what a [`Reference`] holds, and a part that is not known falls away in each. What is cited is the
//! document; the note repeats the Vietnamese form, since no other has a place for "mục 3, phần B". A title that the editors
//! gave stands in brackets, as libraries write titles that they supply.

mod apa;
mod bibtex;
mod csl;
mod meta;
mod qr;
mod ris;

use super::citation::{domain_citation, numbered_plan, plan_citation, task_citation};
use super::here::Here;
use super::label::{task_excerpt, task_label};
use crate::model::{Domain, PartialDate, Plan, Task, TitleBy};
use crate::render::view::{CitationFormatView, CiteView};
use crate::site::Route;
use crate::text;

/// What the formats say of what is cited. Every text is of one line.
struct Reference<'a> {
    /// A name for programs, unique within a site: "150-kh-ubnd-2022:b-3-7".
    key: String,
    /// The title; of a task, its number and first words.
    title: String,
    /// The plan's title, where a part of it is cited.
    within: Option<String>,
    /// "Kế hoạch số 150/KH-UBND".
    numbered: Option<String>,
    /// The form of Vietnamese documents, and the row.
    note: String,
    /// The absolute address, where it is known.
    url: Option<String>,
    /// The plan, for what is known of it.
    plan: &'a Plan,
}

impl Reference<'_> {
    fn issuer(&self) -> Option<&str> {
        self.plan.facts.issuer.as_deref()
    }

    fn issued(&self) -> Option<PartialDate> {
        self.plan.facts.issued
    }
}

/// What tells plan, domain and task apart.
struct Cited {
    route: Route,
    key: String,
    title: String,
    within: Option<String>,
    citation: String,
    row: Option<String>,
}

/// How to cite a plan.
pub(super) fn plan(here: &Here<'_>, plan: &Plan) -> CiteView {
    let cited = Cited {
        route: Route::Plan(plan.id.clone()),
        key: plan.id.to_string(),
        title: plan_title(plan),
        within: None,
        citation: plan_citation(&here.quoting(), plan),
        row: None,
    };
    view(here, plan, cited)
}

/// How to cite a domain.
pub(super) fn domain(here: &Here<'_>, plan: &Plan, domain: &Domain) -> CiteView {
    let cited = Cited {
        route: Route::Domain(plan.id.clone(), domain.id.clone()),
        key: format!("{}:{}", plan.id, domain.id),
        title: here.quoting().heading(&domain.number, &domain.title),
        within: Some(plan_title(plan)),
        citation: domain_citation(&here.quoting(), plan, domain),
        row: None,
    };
    view(here, plan, cited)
}

/// How to cite a task.
pub(super) fn task(here: &Here<'_>, plan: &Plan, task: &Task) -> CiteView {
    let quoting = &here.quoting();
    let (label, excerpt) = (task_label(quoting, task), task_excerpt(task));
    let cited = Cited {
        route: Route::Task(plan.id.clone(), task.id.clone()),
        key: format!("{}:{}", plan.id, task.id),
        title: quoting.say("description_task", &[("label", &label), ("text", &excerpt)]),
        within: Some(plan_title(plan)),
        citation: task_citation(quoting, plan, task),
        row: row(quoting, plan, task),
    };
    view(here, plan, cited)
}

/// The view of what was put together while quoting: addresses are those of the page, and APA is in its language.
fn view(here: &Here<'_>, plan: &Plan, cited: Cited) -> CiteView {
    let note = cited.row.iter().fold(cited.citation.clone(), |note, row| format!("{note}; {row}"));
    let reference = Reference {
        key: cited.key,
        title: text::one_line(&cited.title),
        within: cited.within.as_deref().map(text::one_line),
        numbered: numbered_plan(&here.quoting(), plan),
        note: text::one_line(&note),
        url: here.absolute(&cited.route),
        plan,
    };
    let formats = [
        ("APA", apa::apa(here, &reference)),
        ("BibTeX", bibtex::bibtex(&reference)),
        ("RIS", ris::ris(&reference)),
        ("CSL-JSON", csl::csl(&reference)),
    ];
    CiteView {
        citation: cited.citation,
        citation_row: cited.row,
        permalink: here.permalink(&cited.route),
        citation_formats: formats
            .into_iter()
            .map(|(name, text)| CitationFormatView { name, text })
            .collect(),
        citation_qr: here.absolute(&cited.route).and_then(|address| qr::code(&address)),
        citation_meta: meta::meta(&reference),
    }
}

/// A plan's title, in brackets where it is not the signed one.
fn plan_title(plan: &Plan) -> String {
    match plan.facts.title_by {
        TitleBy::Signed => plan.facts.title.clone(),
        TitleBy::Editor => format!("[{}]", plan.facts.title),
    }
}

/// "bảng 1, dòng 7, ke-hoach.docx": where a task stands in the document that its rows are counted in.
fn row(here: &Here<'_>, plan: &Plan, task: &Task) -> Option<String> {
    let row = task.row.clone()?;
    let Some(document) = plan.documents.first() else { return Some(row) };
    Some(here.say("citation_row", &[("row", &row), ("file", &document.name)]))
}
