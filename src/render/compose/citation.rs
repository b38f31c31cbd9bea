//! How a plan, a domain and a task are cited in Vietnamese administrative documents; parts that are not known fall away.

use super::here::Here;
use super::label::{domain_place, place_in_plan};
use crate::model::{Domain, PartialDate, Plan, Precision, Task};

/// "Nhiệm vụ 3.7, mục 3, phần B, Kế hoạch số 150/KH-UBND năm 2022 của Ủy ban nhân dân tỉnh Sơn La".
pub(crate) fn task_citation(here: &Here<'_>, plan: &Plan, task: &Task) -> String {
    let place = place_in_plan(here, plan, task);
    let plan = plan_citation(here, plan);
    here.say("citation_task", &[("place", &place), ("plan", &plan)])
}

/// "Mục 3, phần B, Kế hoạch số 150/KH-UBND năm 2022 của Ủy ban nhân dân tỉnh Sơn La".
pub(crate) fn domain_citation(here: &Here<'_>, plan: &Plan, domain: &Domain) -> String {
    let place = domain_place(here, domain);
    let plan = plan_citation(here, plan);
    here.say("citation_task", &[("place", &place), ("plan", &plan)])
}

/// "Kế hoạch số 150/KH-UBND", where both are known.
pub(crate) fn numbered_plan(here: &Here<'_>, plan: &Plan) -> Option<String> {
    let (kind, number) = plan.facts.document_type.as_ref().zip(plan.facts.number.as_ref())?;
    Some(here.say("citation_plan_number", &[("type", kind), ("number", number)]))
}

/// "Kế hoạch số 150/KH-UBND năm 2022 của Ủy ban nhân dân tỉnh Sơn La".
pub(crate) fn plan_citation(here: &Here<'_>, plan: &Plan) -> String {
    let facts = &plan.facts;
    let mut citation = numbered_plan(here, plan).unwrap_or_else(|| here.plan_short(plan));
    if let Some(issued) = facts.issued {
        citation.push_str(&issued_in_words(here, issued));
    }
    if let Some(issuer) = &facts.issuer {
        citation.push_str(&here.say("citation_plan_issuer", &[("issuer", issuer)]));
    }
    if let Some(summary) = &facts.summary {
        citation.push_str(&here.say("citation_plan_abstract", &[("abstract", summary)]));
    }
    citation
}

fn issued_in_words(here: &Here<'_>, issued: PartialDate) -> String {
    let date = issued.first();
    // Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and the months 1 and 2 are written with a 0 before them.
    let day = format!("{:02}", date.day());
    let month =
        if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    let year = date.year().to_string();
    let date = here.date(issued);
    match issued.precision() {
        Precision::Day => here.say(
            "citation_plan_issued_day",
            &[("day", &day), ("month", &month), ("year", &year), ("date", &date)],
        ),
        Precision::Month => here.say(
            "citation_plan_issued_month",
            &[("month", &month), ("year", &year), ("date", &date)],
        ),
        Precision::Year => here.say("citation_plan_issued", &[("issued", &year)]),
    }
}
