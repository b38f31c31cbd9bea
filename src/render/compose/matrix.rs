//! Who does what: agencies by domains, with the tasks that each leads and coordinates.
//!
//! It is a real table and no picture of one: with forty agencies and eight domains, a picture that fits a phone cannot be
//! read, while a table is its own text, and its rows become cards. Tasks that reach an agency through a collective are
//! absent: the collective has a row of its own.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::here::{Here, PlanAt};
use crate::model::{Agency, DomainId};
use crate::render::view::{
    MatrixCellView, MatrixCountView, MatrixDomainView, MatrixRowView, MatrixView,
};
use crate::site::{Route, TaskAt};
use crate::text;

/// The matrix of a plan; none where there is only one domain, since the agencies' counts say the same.
pub(super) fn matrix(here: &Here<'_>, at: PlanAt<'_>) -> Option<MatrixView> {
    let domains = at.plan.domains.iter();
    let columns: Vec<(&DomainId, MatrixDomainView)> = domains
        .filter_map(|domain| {
            let link = here.domain_link(at.plan, domain)?;
            let number = text::said_number(&domain.number);
            let label = if number.is_empty() { &domain.title } else { number };
            Some((&domain.id, MatrixDomainView { label: label.to_owned(), domain: link }))
        })
        .collect();
    if columns.len() < 2 {
        return None;
    }
    let mut shares: Vec<Share<'_>> = here
        .site
        .library
        .register
        .iter()
        .map(|agency| Share::of(here, at, agency))
        .filter(|share| share.total() != (0, 0))
        .collect();
    shares.sort_by_cached_key(|share| (Reverse(share.total()), text::sort_key(&share.agency.name)));
    let rows = shares.iter().map(|share| share.row(here, at, &columns)).collect();
    Some(MatrixView { domains: columns.into_iter().map(|(_, domain)| domain).collect(), rows })
}

/// How many tasks of a plan an agency leads and coordinates in each domain.
struct Share<'a> {
    agency: &'a Agency,
    led: BTreeMap<&'a DomainId, usize>,
    coordinated: BTreeMap<&'a DomainId, usize>,
}

impl<'a> Share<'a> {
    fn of(here: &Here<'a>, at: PlanAt<'a>, agency: &'a Agency) -> Self {
        let involvement = here.site.involvement(&agency.id);
        let counted = |tasks: &[TaskAt]| {
            let mut counts: BTreeMap<&'a DomainId, usize> = BTreeMap::new();
            for task in tasks.iter().filter(|task| task.plan == at.index) {
                if let Some(task) = at.plan.tasks.get(task.task) {
                    *counts.entry(&task.domain).or_default() += 1;
                }
            }
            counts
        };
        Self {
            agency,
            led: counted(&involvement.led),
            coordinated: counted(&involvement.coordinated),
        }
    }

    fn total(&self) -> (usize, usize) {
        (self.led.values().sum(), self.coordinated.values().sum())
    }

    fn row(
        &self,
        here: &Here<'_>,
        at: PlanAt<'_>,
        columns: &[(&DomainId, MatrixDomainView)],
    ) -> MatrixRowView {
        let id = &self.agency.id;
        let route = if here.site.is_split(id) {
            Route::AgencyPlan(id.clone(), at.plan.id.clone())
        } else {
            Route::Agency(id.clone())
        };
        let page = here.href(&route);
        let count = |role: &str, counts: &BTreeMap<&DomainId, usize>, domain: &DomainId| {
            let href = format!("{page}#{role}-{}-{domain}", at.plan.id);
            counts.get(domain).map(|count| MatrixCountView { href, count: *count })
        };
        let cell = |(domain, column): &(&DomainId, MatrixDomainView)| MatrixCellView {
            label: column.label.clone(),
            led: count("chu-tri", &self.led, domain),
            coordinated: count("phoi-hop", &self.coordinated, domain),
        };
        MatrixRowView {
            agency: here.agency_link(self.agency),
            cells: columns.iter().map(cell).collect(),
        }
    }
}
