//! The published data: plans as JSON, lists of tasks as tables, last days as calendars, the index of all plans, and the JSON
//! Schema that describes them.
//!
//! The types below *are* the format of the JSON: the schema is derived from them, so that neither can drift from the other.
//! [`file`] knows which file is what.

mod build;
mod calendar;
mod catalogue;
mod csv;
mod every_task;
mod file;
mod lines;
mod list;
mod workbook;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use std::collections::BTreeMap;

use build::plan;

pub(super) use build::{index, plan_files};
pub(super) use catalogue::{catalogue, media_type};
pub(super) use file::file;
pub(super) use lines::Lines;

/// The one version of the data's format that there is.
pub(super) const FORMAT: u32 = 1;

/// A plan as `du-lieu/<plan>.json`. Addresses are relative to the site's first folder; what is not known is null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "planpress: a plan")]
pub(super) struct PlanData {
    /// The version of this format.
    format: u32,
    /// The program that wrote it, with its version.
    generator: String,
    /// The licence of the data.
    license: Option<String>,
    /// The document.
    plan: PlanFactsData,
    /// Its domains, in the order of the document.
    domains: Vec<DomainData>,
    /// Its tasks, in the order of the document.
    tasks: Vec<TaskData>,
    /// The agencies that it names, their members and successors.
    agencies: Vec<AgencyData>,
}

/// The document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlanFactsData {
    id: String,
    /// "Số, ký hiệu".
    number: Option<String>,
    /// The type of document: "Kế hoạch".
    #[serde(rename = "type")]
    document_type: Option<String>,
    title: String,
    /// "editor" where the title is not the signed one; else null.
    title_by: Option<String>,
    /// Trích yếu, as signed.
    #[serde(rename = "abstract")]
    summary: Option<String>,
    issuer: Option<String>,
    place: Option<String>,
    /// The date of issue as far as it is known: "2022", "2022-06" or "2022-06-15".
    issued: Option<String>,
    signer: Option<String>,
    signer_role: Option<String>,
    period: Option<PeriodData>,
    parts: Vec<PartData>,
    documents: Vec<DocumentData>,
    /// What other documents have to do with it.
    relations: Vec<RelationData>,
    /// The plan's page.
    url: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PartData {
    number: String,
    title: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DocumentData {
    file: String,
    /// "signed", "draft" or "transcript".
    role: String,
    /// Where it came from.
    from: Option<String>,
    /// SHA-256 of its bytes, in hexadecimal.
    sha256: String,
    bytes: u64,
    url: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RelationData {
    /// `attached_to`, `amended_by` or `replaced_by`.
    kind: String,
    document: String,
    basis: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DomainData {
    id: String,
    /// As printed; empty in a flat plan.
    number: String,
    title: String,
    /// The number of its part.
    part: Option<String>,
    groups: Vec<GroupData>,
    /// The domain's page; null in a flat plan.
    url: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GroupData {
    number: String,
    title: String,
    /// The number of the group above it.
    under: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TaskData {
    id: String,
    /// As printed, which may be "-" or empty.
    number: String,
    /// The number read out: "Gạch đầu dòng thứ nhất, mục 1.1".
    label: String,
    /// An editor's short title.
    title: Option<String>,
    part: Option<String>,
    domain: String,
    group: Option<String>,
    /// Its place among the plan's tasks, from 1.
    order: u32,
    /// Where it stands in the document.
    row: Option<String>,
    /// Which document that is: the plan's first; null where the plan has none.
    source: Option<SourceData>,
    /// As printed, line breaks joined by one space.
    text: String,
    /// As printed, a string a paragraph.
    paragraphs: Vec<String>,
    lead: Vec<MentionData>,
    coordinating: Vec<MentionData>,
    period: Option<PeriodData>,
    /// Cells as printed, line by line, where the lists do not say them whole; by column.
    cells: BTreeMap<String, String>,
    /// Slips that an editor has marked.
    sic: Vec<SlipData>,
    /// What became of it, each with its basis.
    results: Vec<ResultData>,
    withdrawn: Option<WithdrawalData>,
    /// Further columns by their own names.
    extra: BTreeMap<String, String>,
    /// The editors' notes, Markdown; not part of the document.
    notes: Option<String>,
    /// Earlier addresses.
    aliases: Vec<String>,
    /// The task's page.
    url: String,
}

/// The document that a task was taken from, so that the task alone can be proved against it.
#[derive(Debug, Serialize, JsonSchema)]
struct SourceData {
    /// "Số, ký hiệu" of the plan.
    number: Option<String>,
    file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    sha256: String,
    /// The row, as in the task's own `row`.
    row: Option<String>,
    url: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MentionData {
    /// The agency's id in `agencies`.
    agency: String,
    /// As printed.
    published: String,
    /// The register's full name.
    name: String,
    place: Option<String>,
}

/// A period as printed and as understood; an open end is null.
#[derive(Debug, Serialize, JsonSchema)]
struct PeriodData {
    /// As printed.
    published: String,
    /// "years", "year", "half", "quarter", "month", "day", "range", "before", "from", "ongoing", "recurring", "several" or
    /// "unknown".
    kind: String,
    /// First day, ISO 8601.
    start: Option<String>,
    /// Last day, ISO 8601.
    end: Option<String>,
    /// "week", "month", "quarter" or "year"; only where the kind is "recurring".
    #[serde(skip_serializing_if = "Option::is_none")]
    every: Option<String>,
    /// The single periods; only where the kind is "several".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PeriodData>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SlipData {
    printed: String,
    read: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ResultData {
    /// "hoan-thanh-dung-han", "hoan-thanh-qua-han", "chua-hoan-thanh-trong-han" or "chua-hoan-thanh-qua-han".
    status: String,
    as_of: Option<String>,
    text: Option<String>,
    basis: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct WithdrawalData {
    on: Option<String>,
    reason: Option<String>,
    basis: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AgencyData {
    id: String,
    name: String,
    place: Option<String>,
    /// "so", "ban", "uy-ban", "cong-an", "quan-su", "bien-phong", "nganh-doc", "don-vi-su-nghiep", "doan-the", "trung-uong"
    /// or "nhom" (a collective).
    kind: String,
    aliases: Vec<String>,
    /// Ids of a collective's members.
    members: Vec<String>,
    members_basis: Option<String>,
    members_certain: bool,
    ended: Option<EndData>,
    successors: Vec<SuccessorData>,
    /// The agency's page.
    url: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct EndData {
    on: String,
    basis: String,
    certain: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SuccessorData {
    id: String,
    since: Option<String>,
    basis: String,
    certain: bool,
}

/// The index of all plans, `du-lieu/chi-muc.json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct IndexData {
    format: u32,
    generator: String,
    license: Option<String>,
    plans: Vec<IndexEntry>,
    /// Files that hold the tasks of all plans.
    files: Vec<IndexFile>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct IndexEntry {
    id: String,
    number: Option<String>,
    title: String,
    issuer: Option<String>,
    place: Option<String>,
    /// How many tasks.
    tasks: usize,
    /// The plan's page.
    url: String,
    files: Vec<IndexFile>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct IndexFile {
    url: String,
    sha256: String,
    bytes: u64,
}

/// The JSON Schema of a plan's data, `du-lieu/schema.json`.
pub(super) fn schema() -> Vec<u8> {
    // As the data is written: fields that are always written are required, those that may be left out are not.
    let settings = SchemaSettings::default().for_serialize();
    json(&settings.into_generator().into_root_schema_for::<PlanData>())
}

/// A value as readable JSON with a line break at its end.
pub(super) fn json<T: Serialize>(value: &T) -> Vec<u8> {
    // These types have string keys only and no failing parts, so that nothing can go wrong here.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
