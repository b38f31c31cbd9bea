//! From the model to the published data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    AgencyData, DocumentData, DomainData, EndData, FORMAT, GroupData, IndexData, IndexEntry,
    IndexFile, MentionData, PartData, PeriodData, PlanData, PlanFactsData, RelationData,
    ResultData, SlipData, SourceData, SuccessorData, TaskData, WithdrawalData,
};
use crate::model::{
    Agency, AgencyId, Domain, Mention, Period, PeriodKind, Plan, PlanId, RelationKind, Task,
    TitleBy,
};
use crate::render::Listing;
use crate::render::compose::{GENERATOR, Here, task_label};
use crate::site::{Route, Site, relative};

/// A plan with all that it needs to be read alone.
pub(super) fn plan(here: &Here<'_>, plan: &Plan) -> PlanData {
    PlanData {
        format: FORMAT,
        generator: GENERATOR.to_owned(),
        license: license(here.site),
        plan: facts(plan),
        domains: plan.domains.iter().map(|domain| domain_data(plan, domain)).collect(),
        tasks: plan.tasks.iter().map(|task| task_data(here, plan, task)).collect(),
        agencies: agencies(here.site, plan),
    }
}

/// The index of all plans; `files` are the finished files by their addresses.
pub(in crate::render) fn index(site: &Site, files: &BTreeMap<&str, &Listing>) -> IndexData {
    let file = |route: Route| {
        let listing = files.get(route.path().as_str())?;
        Some(IndexFile {
            url: listing.path.clone(),
            sha256: listing.sha256.clone(),
            bytes: listing.size,
        })
    };
    let entry = |plan: &Arc<Plan>| IndexEntry {
        id: plan.id.to_string(),
        number: plan.facts.number.clone(),
        title: plan.facts.title.clone(),
        issuer: plan.facts.issuer.clone(),
        place: plan.facts.place.clone(),
        tasks: plan.tasks.len(),
        url: Route::Plan(plan.id.clone()).path(),
        files: plan_files(site, plan).into_iter().filter_map(file).collect(),
    };
    IndexData {
        format: FORMAT,
        generator: GENERATOR.to_owned(),
        license: license(site),
        plans: site.library.plans.iter().map(entry).collect(),
        files: [Route::AllCsv, Route::AllNdjson].into_iter().filter_map(file).collect(),
    }
}

/// The files of a plan's data. A plan without last days has no calendar.
pub(in crate::render) fn plan_files(site: &Site, plan: &Plan) -> Vec<Route> {
    let calendar = site.has_calendar(plan).then_some(Route::PlanIcs as fn(PlanId) -> Route);
    let kinds = [Route::PlanJson, Route::PlanCsv, Route::PlanXlsx].into_iter();
    kinds.chain(calendar).map(|kind| kind(plan.id.clone())).collect()
}

fn license(site: &Site) -> Option<String> {
    site.config.license.as_ref().map(|license| license.name.clone())
}

fn facts(plan: &Plan) -> PlanFactsData {
    let facts = &plan.facts;
    PlanFactsData {
        id: plan.id.to_string(),
        number: facts.number.clone(),
        document_type: facts.document_type.clone(),
        title: facts.title.clone(),
        title_by: (facts.title_by == TitleBy::Editor).then(|| "editor".to_owned()),
        summary: facts.summary.clone(),
        issuer: facts.issuer.clone(),
        place: facts.place.clone(),
        issued: facts.issued.map(|date| date.to_string()),
        signer: facts.signer.clone(),
        signer_role: facts.signer_role.clone(),
        period: facts.period.as_ref().map(period),
        parts: plan
            .parts
            .iter()
            .map(|part| PartData { number: part.number.clone(), title: part.title.clone() })
            .collect(),
        documents: plan
            .documents
            .iter()
            .map(|document| {
                let file = document.name.clone();
                DocumentData {
                    // A file's name may hold what an address may not.
                    url: relative("", &Route::Document(plan.id.clone(), file.clone()).path()),
                    role: document.role.as_str().to_owned(),
                    from: document.from.clone(),
                    sha256: document.file.sha256.clone(),
                    bytes: document.file.size,
                    file,
                }
            })
            .collect(),
        relations: facts
            .relations
            .iter()
            .map(|relation| RelationData {
                kind: match relation.kind {
                    RelationKind::AttachedTo => "attached_to",
                    RelationKind::AmendedBy => "amended_by",
                    RelationKind::ReplacedBy => "replaced_by",
                }
                .to_owned(),
                document: relation.document.clone(),
                basis: relation.basis.clone(),
            })
            .collect(),
        url: Route::Plan(plan.id.clone()).path(),
    }
}

fn domain_data(plan: &Plan, domain: &Domain) -> DomainData {
    let route = Route::Domain(plan.id.clone(), domain.id.clone());
    DomainData {
        id: domain.id.to_string(),
        number: domain.number.clone(),
        title: domain.title.clone(),
        part: domain.part.clone(),
        groups: domain
            .groups
            .iter()
            .map(|group| GroupData {
                number: group.number.clone(),
                title: group.title.clone(),
                under: group.under.clone(),
            })
            .collect(),
        url: (!domain.is_flat()).then(|| route.path()),
    }
}

pub(super) fn task_data(here: &Here<'_>, plan: &Plan, task: &Task) -> TaskData {
    let mentions = |list: &[Mention]| -> Vec<MentionData> {
        list.iter().filter_map(|mention| mention_data(here.site, mention)).collect()
    };
    let notes = task.notes.markdown.text();
    TaskData {
        id: task.id.to_string(),
        number: task.number.clone(),
        label: task_label(here, task),
        title: task.title.clone(),
        part: plan.domain(&task.domain).and_then(|domain| domain.part.clone()),
        domain: task.domain.to_string(),
        group: task.group.clone(),
        order: task.order,
        row: task.row.clone(),
        source: source(plan, task),
        text: task.text(),
        paragraphs: task.paragraphs.clone(),
        lead: mentions(&task.lead),
        coordinating: mentions(&task.coordinating),
        period: task.period.as_ref().map(period),
        cells: task
            .cells
            .iter()
            .map(|(column, cell)| (column.as_str().to_owned(), cell.clone()))
            .collect(),
        sic: task
            .slips
            .iter()
            .map(|slip| SlipData { printed: slip.printed.clone(), read: slip.read.clone() })
            .collect(),
        results: task
            .results
            .iter()
            .map(|result| ResultData {
                status: result.status.as_str().to_owned(),
                as_of: result.as_of.map(|date| date.to_string()),
                text: result.text.clone(),
                basis: result.basis.clone(),
            })
            .collect(),
        withdrawn: task.withdrawn.as_ref().map(|withdrawal| WithdrawalData {
            on: withdrawal.on.map(|on| on.to_string()),
            reason: withdrawal.reason.clone(),
            basis: withdrawal.basis.clone(),
        }),
        extra: task.extra.iter().cloned().collect(),
        notes: (!notes.trim().is_empty()).then(|| notes.to_owned()),
        aliases: task.aliases.clone(),
        url: Route::Task(plan.id.clone(), task.id.clone()).path(),
    }
}

/// The document whose rows are counted: the first of the plan.
fn source(plan: &Plan, task: &Task) -> Option<SourceData> {
    let document = plan.documents.first()?;
    Some(SourceData {
        number: plan.facts.number.clone(),
        url: relative("", &Route::Document(plan.id.clone(), document.name.clone()).path()),
        file: document.name.clone(),
        sha256: document.file.sha256.clone(),
        row: task.row.clone(),
    })
}

fn mention_data(site: &Site, mention: &Mention) -> Option<MentionData> {
    let agency = site.library.register.get(&mention.agency)?;
    Some(MentionData {
        agency: agency.id.to_string(),
        published: mention.printed.clone(),
        name: agency.name.clone(),
        place: agency.place.clone(),
    })
}

fn period(period: &Period) -> PeriodData {
    let reading = &period.reading;
    let every = match reading.kind {
        PeriodKind::Recurring(every) => Some(every.as_str().to_owned()),
        _ => None,
    };
    PeriodData {
        published: period.printed.clone(),
        kind: reading.kind.as_str().to_owned(),
        start: reading.start.map(|day| day.to_string()),
        end: reading.end.map(|day| day.to_string()),
        every,
        parts: reading.parts.iter().map(self::period).collect(),
    }
}

/// The agencies that a plan names, the members of collectives among them, and what followed any of these.
fn agencies(site: &Site, plan: &Plan) -> Vec<AgencyData> {
    let register = &site.library.register;
    let mentions = plan.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.coordinating));
    let mut open: Vec<&AgencyId> = mentions.map(|mention| &mention.agency).collect();
    let mut found: BTreeSet<&AgencyId> = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(agency) = register.get(id).filter(|_| found.insert(id)) else { continue };
        open.extend(&agency.members);
        open.extend(agency.successors.iter().map(|successor| &successor.id));
    }
    register.iter().filter(|agency| found.contains(&agency.id)).map(agency_data).collect()
}

fn agency_data(agency: &Agency) -> AgencyData {
    AgencyData {
        id: agency.id.to_string(),
        name: agency.name.clone(),
        place: agency.place.clone(),
        kind: agency.kind.as_str().to_owned(),
        aliases: agency.aliases.clone(),
        members: agency.members.iter().map(ToString::to_string).collect(),
        members_basis: agency.members_basis.clone(),
        members_certain: agency.members_certainty.is_certain(),
        ended: agency.ended.as_ref().map(|end| EndData {
            on: end.on.to_string(),
            basis: end.basis.clone(),
            certain: end.certainty.is_certain(),
        }),
        successors: agency
            .successors
            .iter()
            .map(|successor| SuccessorData {
                id: successor.id.to_string(),
                since: successor.since.map(|date| date.to_string()),
                basis: successor.basis.clone(),
                certain: successor.certainty.is_certain(),
            })
            .collect(),
        url: Route::Agency(agency.id.clone()).path(),
    }
}
