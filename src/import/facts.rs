//! What is known of the document, and the plan's id: what the options say, else what the document prints. Nothing is made
//! up: a fact that neither gives stays absent and is named.

use super::facts_told::Sources;
use super::options::ImportOptions;
use super::title_block::{Fact, Found, TitleBlock};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{DraftDocument, DraftFacts, LONGEST, NameContext, PartialDate, is_id};
use crate::text;

/// What a document is taken for unless an option says otherwise: somebody's copy of the words.
const TRANSCRIPT: &str = "transcript";

/// The roles of design.md 2.
const ROLES: [&str; 3] = ["signed", "draft", TRANSCRIPT];

/// What is known of the plan.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) id: String,
    /// What is known of the document.
    pub(super) known: DraftFacts,
    /// Those of them that the document gave, with its words.
    pub(super) printed: Vec<Found>,
    pub(super) document: DraftDocument,
    /// For whom names are resolved.
    pub(super) context: NameContext,
    pub(super) diagnostics: Diagnostics,
}

/// The facts that the options and the document give.
pub(super) fn read(options: &ImportOptions, file_name: &str, printed: &TitleBlock) -> Facts {
    let given = |option: &Option<String>| {
        option.as_deref().map(text::one_line).filter(|fact| !fact.is_empty())
    };
    let mut sources = Sources::new(printed);
    let mut of = |fact: Fact, option: &Option<String>| sources.fact(fact, given(option));
    let mut facts = DraftFacts {
        number: of(Fact::Number, &options.number),
        document_type: of(Fact::Type, &options.document_type),
        title: of(Fact::Title, &options.title).unwrap_or_default(),
        title_by_editor: true,
        issuer: of(Fact::Issuer, &options.issuer),
        place: of(Fact::Place, &options.place),
        issued: of(Fact::Issued, &options.issued),
        period: of(Fact::Period, &options.period),
        summary: of(Fact::Summary, &None),
        signer: of(Fact::Signer, &None),
        signer_role: of(Fact::SignerRole, &None),
        attached_to: None,
    };
    let attached = sources.fact(Fact::AttachedTo, None);
    facts.attached_to = attached
        .zip(sources.words(Fact::AttachedTo))
        .map(|(document, words)| (document, format!("Văn bản in: “{words}”")));
    facts.title_by_editor = !sources.is_as_printed(Fact::Title, &facts.title);
    let (printed, mut diagnostics) = sources.finish();
    if facts.title.is_empty() {
        facts.title = descriptive_title(&facts, file_name);
    }
    let issued = facts.issued.as_deref().and_then(PartialDate::parse);
    if let (Some(found), None) = (&facts.issued, issued) {
        let fault = Diagnostic::new(Code::BadFact).with("option", "--issued").with("found", found);
        diagnostics.push(fault.with("expected", "2022, 2022-06, 2022-06-15"));
    }
    let role = given(&options.role).unwrap_or_else(|| TRANSCRIPT.to_owned());
    if !ROLES.contains(&role.as_str()) {
        let fault = Diagnostic::new(Code::BadFact).with("option", "--role").with("found", &role);
        diagnostics.push(fault.with("expected", ROLES.join(", ")));
    }
    let id = match plan_id(options, &facts, issued, file_name) {
        Ok(id) => id,
        Err(fault) => {
            diagnostics.push(fault);
            String::new()
        }
    };
    let document = DraftDocument { file: file_name.to_owned(), role, from: given(&options.from) };
    let context = NameContext::of_plan(&id, facts.place.clone(), issued);
    Facts { id, known: facts, printed, document, context, diagnostics }
}

/// "Kế hoạch số 150/KH-UBND của Ủy ban nhân dân tỉnh Sơn La", as far as that is known.
fn descriptive_title(facts: &DraftFacts, file_name: &str) -> String {
    let mut title = facts.document_type.clone().unwrap_or_else(|| "Văn bản".to_owned());
    match &facts.number {
        Some(number) => title.push_str(&format!(" số {number}")),
        None => title.push_str(&format!(" trong tệp {file_name}")),
    }
    if let Some(issuer) = &facts.issuer {
        title.push_str(&format!(" của {issuer}"));
    }
    title
}

/// The id that is asked for, else number and year, else the file's name.
fn plan_id(
    options: &ImportOptions,
    facts: &DraftFacts,
    issued: Option<PartialDate>,
    file_name: &str,
) -> Result<String, Diagnostic> {
    if let Some(plan) = &options.plan {
        let fault = || Diagnostic::new(Code::BadFact).with("option", "--plan").with("found", plan);
        return if is_id(plan) {
            Ok(plan.clone())
        } else {
            Err(fault().with("expected", "150-kh-ubnd-2022"))
        };
    }
    let ending = issued.map(|issued| format!("-{}", issued.year())).unwrap_or_default();
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let numbered = facts.number.as_deref().map(|number| text::slug(number, LONGEST - ending.len()));
    let candidates =
        [numbered.map(|number| format!("{number}{ending}")), Some(text::slug(stem, LONGEST))];
    let id = candidates.into_iter().flatten().find(|id| is_id(id));
    id.ok_or_else(|| Diagnostic::new(Code::ImportNoId).with("file", file_name))
}
