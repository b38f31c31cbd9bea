//! What import drafts and `content::print` writes, `content::parse` reads back as the same words.

use std::sync::Arc;

use planpress::content::{parse, print};
use planpress::diagnostic::Severity;
use planpress::model::{
    Column, Draft, DraftDocument, DraftDomain, DraftFacts, DraftMention, DraftTask, Library,
    Mention, Plan, Task, TitleBy,
};
use planpress::text::{one_line, tidy_lines};
use planpress::tree::{File, RelPath, Stored, Tree};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::{text, trial};
use crate::made::report;

/// The agencies that drafts name.
const REGISTER: &str = r#"
[[agency]]
id = "so-y-te-son-la"
name = "Sở Y tế tỉnh Sơn La"
place = "Sơn La"
kind = "so"
[[agency]]
id = "so-y-te-hung-yen"
name = "Sở Y tế tỉnh Hưng Yên"
place = "Hưng Yên"
kind = "so"
[[agency]]
id = "ubnd-cac-huyen-son-la"
name = "Ủy ban nhân dân các huyện tỉnh Sơn La"
place = "Sơn La"
kind = "nhom"
"#;

/// Printed names that resolve by themselves, and the ids that they resolve to.
const NAMES: [(&str, &str); 4] = [
    ("Sở Y tế", "so-y-te-son-la"),
    ("SỞ Y TẾ tỉnh", "so-y-te-son-la"),
    ("Sở Y tế, tỉnh Hưng Yên", "so-y-te-hung-yen"),
    ("Uỷ ban nhân dân các huyện.", "ubnd-cac-huyen-son-la"),
];

/// A text of a document: import drops the control characters that no content may hold.
fn of_document() -> impl Strategy<Value = String> {
    let is_dropped = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    text().prop_map(move |text| text.replace(is_dropped, ""))
}

/// A text on one line, not blank.
fn line() -> impl Strategy<Value = String> {
    of_document().prop_map(|text| one_line(&text)).prop_filter("blank", |line| !line.is_empty())
}

/// A text of one or more lines, not blank.
fn lines() -> impl Strategy<Value = String> {
    of_document()
        .prop_map(|text| tidy_lines(&text))
        .prop_filter("blank", |text| !text.trim().is_empty())
}

/// Distinct lines, to be numbers or names.
fn distinct(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(line(), 0..=most).prop_map(|lines| lines.into_iter().collect())
}

fn mention() -> impl Strategy<Value = DraftMention> {
    let by_name = select(&NAMES[..])
        .prop_map(|(printed, _)| DraftMention { printed: printed.to_owned(), agency: None });
    let by_id = (line(), select(&NAMES[..]))
        .prop_map(|(printed, (_, id))| DraftMention { printed, agency: Some(id.to_owned()) });
    prop_oneof![by_name, by_id]
}

fn facts() -> impl Strategy<Value = DraftFacts> {
    let dates = select(&["2022", "2022-06", "2022-06-15"][..]).prop_map(str::to_owned);
    let words = (option::of(lines()), option::of(lines()), option::of(lines()), lines());
    let by = (option::of(lines()), option::of(lines()), option::of((lines(), lines())));
    let who = (option::of(lines()), by);
    (words, any::<bool>(), who, option::of(dates), option::of(lines())).prop_map(
        |(
            (number, document_type, summary, title),
            title_by_editor,
            (issuer, (signer, signer_role, attached_to)),
            issued,
            period,
        )| {
            DraftFacts {
                number,
                document_type,
                summary,
                title,
                title_by_editor,
                issuer,
                place: Some("Sơn La".to_owned()),
                issued,
                signer,
                signer_role,
                attached_to,
                period,
            }
        },
    )
}

prop_compose! {
    /// A domain of one of the parts or of none; its groups may lie under the first of them.
    fn domain(parts: Vec<String>)(
        number in of_document(),
        title in of_document(),
        part in option::of(any::<Index>()),
        groups in distinct(3),
        under in any::<[bool; 3]>(),
    ) -> DraftDomain {
        let above = |place: usize| groups.first().filter(|_| place > 0 && under[place]).cloned();
        let group = |(place, number): (usize, &String)| {
            (number.clone(), format!("Nhóm {number}"), above(place))
        };
        DraftDomain {
            number: one_line(&number),
            title: one_line(&title),
            part: part.filter(|_| !parts.is_empty()).map(|part| part.get(&parts).clone()),
            groups: groups.iter().enumerate().map(group).collect(),
            ..DraftDomain::default()
        }
    }
}

prop_compose! {
    /// A task of one of the domains, perhaps of one of its groups.
    fn task(domains: Vec<DraftDomain>)(
        number in of_document(),
        paragraphs in prop::collection::vec(line(), 0..3),
        lead in prop::collection::vec(mention(), 0..3),
        coordinating in prop::collection::vec(mention(), 0..3),
        period in option::of(lines()),
        row in line(),
        columns in subsequence(Column::ALL.to_vec(), 0..=5),
        cells in prop::collection::vec(lines(), 5),
        names in distinct(2),
        values in prop::collection::vec(of_document(), 2),
        domain in any::<Index>(),
        group in option::of(any::<Index>()),
    ) -> DraftTask {
        let domain = domain.get(&domains);
        let group = group.filter(|_| !domain.groups.is_empty()).map(|group| group.get(&domain.groups));
        DraftTask {
            id: String::new(),
            domain: domain.id.clone(),
            number: one_line(&number),
            group: group.map(|(number, ..)| number.clone()),
            paragraphs,
            lead,
            coordinating,
            period,
            order: 0,
            row,
            cells: columns.into_iter().zip(cells).collect(),
            extra: names.into_iter().zip(values.iter().map(|value| tidy_lines(value))).collect(),
        }
    }
}

fn draft() -> impl Strategy<Value = Draft> {
    let domains = |parts: Vec<String>| {
        let domains = prop::collection::vec(domain(parts.clone()), 1..3);
        (Just(parts), domains.prop_map(numbered_domains))
    };
    let tasks = |(parts, domains): (Vec<String>, Vec<DraftDomain>)| {
        let tasks = prop::collection::vec(task(domains.clone()), 0..4);
        (Just(parts), Just(domains), tasks.prop_map(numbered_tasks))
    };
    let body = distinct(2).prop_flat_map(domains).prop_flat_map(tasks);
    (facts(), option::of(lines()), body).prop_map(|(facts, from, (parts, domains, tasks))| Draft {
        id: "k-2022".to_owned(),
        facts,
        documents: vec![DraftDocument {
            file: FILE.to_owned(),
            role: "transcript".to_owned(),
            from,
        }],
        parts: parts
            .into_iter()
            .map(|number| {
                let title = format!("Phần {number}");
                (number, title)
            })
            .collect(),
        domains,
        tasks,
    })
}

fn numbered_domains(mut domains: Vec<DraftDomain>) -> Vec<DraftDomain> {
    for (order, domain) in (1..).zip(&mut domains) {
        domain.id = format!("d-{order}");
        domain.order = order;
    }
    domains
}

fn numbered_tasks(mut tasks: Vec<DraftTask>) -> Vec<DraftTask> {
    for (order, task) in (1..).zip(&mut tasks) {
        task.id = format!("t-{order}");
        task.order = order;
    }
    tasks
}

/// The document of every draft.
const FILE: &str = "Kế hoạch 150.txt";

/// The plan that is read back from what is printed.
fn read_back(draft: &Draft) -> Result<Plan, TestCaseError> {
    let mut content = print(draft);
    let put = |content: &mut Tree, path: &str, file: File| {
        content.insert(RelPath::new(path).expect("a path"), file);
    };
    put(&mut content, "agencies.toml", File::Bytes(REGISTER.as_bytes().to_vec()));
    let document = format!("ke-hoach/{}/nguon/{FILE}", draft.id);
    let stored = Stored {
        origin: RelPath::new(format!("content/{document}")).expect("a path"),
        size: 1,
        sha256: String::new(),
    };
    put(&mut content, &document, File::Stored(stored));
    let (library, diagnostics): (Library, _) = parse(&content);
    prop_assert_eq!(diagnostics.count(Severity::Error), 0, "{}", report(&diagnostics));
    let plan = library.plans.into_iter().next().map(Arc::unwrap_or_clone);
    plan.ok_or_else(|| TestCaseError::fail("no plan was read"))
}

/// Whom a drafted mention means.
fn meant(mention: &DraftMention) -> (String, String) {
    let known = NAMES.iter().find(|(printed, _)| *printed == mention.printed);
    let id = mention.agency.clone().or_else(|| known.map(|(_, id)| (*id).to_owned()));
    (mention.printed.clone(), id.expect("an agency"))
}

fn drafted(task: &Task) -> DraftTask {
    let mentions = |list: &[Mention]| -> Vec<DraftMention> {
        let mention = |mention: &Mention| DraftMention {
            printed: mention.printed.clone(),
            agency: Some(mention.agency.to_string()),
        };
        list.iter().map(mention).collect()
    };
    DraftTask {
        id: task.id.to_string(),
        domain: task.domain.to_string(),
        number: task.number.clone(),
        group: task.group.clone(),
        paragraphs: task.paragraphs.clone(),
        lead: mentions(&task.lead),
        coordinating: mentions(&task.coordinating),
        period: task.period.as_ref().map(|period| period.printed.clone()),
        order: task.order,
        row: task.row.clone().unwrap_or_default(),
        cells: task.cells.clone(),
        extra: task.extra.clone(),
    }
}

/// The task with everybody's id, as it is read back.
fn resolved(task: &DraftTask) -> DraftTask {
    let ids = |list: &[DraftMention]| -> Vec<DraftMention> {
        let ids = list.iter().map(meant);
        ids.map(|(printed, id)| DraftMention { printed, agency: Some(id) }).collect()
    };
    DraftTask { lead: ids(&task.lead), coordinating: ids(&task.coordinating), ..task.clone() }
}

proptest! {
    #![proptest_config(trial(150))]

    #[test]
    fn what_is_printed_is_read_back_as_the_same_words(draft in draft()) {
        let plan = read_back(&draft)?;
        let tasks: Vec<DraftTask> = plan.tasks.iter().map(drafted).collect();
        prop_assert_eq!(tasks, draft.tasks.iter().map(resolved).collect::<Vec<_>>());
        prop_assert!(plan.tasks.iter().all(|task| task.notes.markdown.text().is_empty()));

        let domains = plan.domains.iter().map(|domain| DraftDomain {
            id: domain.id.to_string(),
            number: domain.number.clone(),
            title: domain.title.clone(),
            part: domain.part.clone(),
            order: domain.order,
            groups: domain.groups.iter().map(|group| (group.number.clone(), group.title.clone(), group.under.clone())).collect(),
        });
        prop_assert_eq!(domains.collect::<Vec<_>>(), draft.domains);
        let parts = plan.parts.iter().map(|part| (part.number.clone(), part.title.clone()));
        prop_assert_eq!(parts.collect::<Vec<_>>(), draft.parts);

        let facts = DraftFacts {
            number: plan.facts.number,
            document_type: plan.facts.document_type,
            summary: plan.facts.summary,
            title: plan.facts.title,
            title_by_editor: plan.facts.title_by == TitleBy::Editor,
            issuer: plan.facts.issuer,
            place: plan.facts.place,
            issued: plan.facts.issued.map(|date| date.to_string()),
            signer: plan.facts.signer,
            signer_role: plan.facts.signer_role,
            attached_to: plan.facts.relations.first().map(|other| (other.document.clone(), other.basis.clone())),
            period: plan.facts.period.map(|period| period.printed),
        };
        prop_assert_eq!(facts, draft.facts);
        let documents: Vec<_> = plan.documents.iter().map(|document| (document.file.origin.name(), document.from.clone())).collect();
        prop_assert_eq!(documents, vec![(FILE, draft.documents[0].from.clone())]);
    }

    #[test]
    fn equal_drafts_are_printed_alike(draft in draft()) {
        prop_assert_eq!(print(&draft), print(&draft.clone()));
    }
}
