//! A register that is proposed: `registers/<name>.in.txt` is imported where there is none, `registers/<name>.toml` is the
//! proposal, and what is said of it stands below it as comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use planpress::content;
use planpress::diagnostic::{Code, Severity};
use planpress::import::{Document, Import, ImportOptions, Proposal, import_and_propose};
use planpress::model::{
    Agency, AgencyId, AgencyKind, Certainty, DraftAgency, DraftMention, DraftRegister, NameContext,
    PartialDate, Register,
};
use planpress::tree::Tree;
use proptest::prelude::{ProptestConfig, Strategy, proptest};
use proptest::sample::select;
use proptest::{option, prop_assert, prop_assert_eq};

use super::{DUMP, dump, facts, register, sentences};
use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;

const CASES: &str = "import/registers";

fn propose(document: &[u8], options: &ImportOptions) -> (Import, Proposal) {
    let read = Document::read(document, DUMP, options)
        .and_then(|document| import_and_propose(&document, options));
    read.unwrap_or_else(|faults| panic!("{}", sentences(&faults)))
}

/// The text of a register's file.
fn printed(register: &DraftRegister) -> String {
    let files = content::print_register(register);
    String::from_utf8(files.bytes("agencies.toml").expect("a register").to_vec()).expect("UTF-8")
}

/// The names of a document that a register does not resolve.
fn unresolved(imported: &Import, register: &Register) -> Vec<String> {
    let facts = &imported.draft.facts;
    let issued = facts.issued.as_deref().and_then(PartialDate::parse);
    let context = NameContext::of_plan(&imported.draft.id, facts.place.clone(), issued);
    let tasks = imported.draft.tasks.iter();
    let mentions = tasks.flat_map(|task| task.lead.iter().chain(&task.coordinating));
    let is_lost = |mention: &&DraftMention| match &mention.agency {
        Some(id) => AgencyId::new(id).is_none_or(|id| register.get(&id).is_none()),
        None => register.resolve(&mention.printed, &context).is_err(),
    };
    mentions.filter(is_lost).map(|mention| mention.printed.clone()).collect()
}

#[test]
fn each_plan_gets_the_register_that_its_words_allow() {
    let case = |name: String| {
        let document = fs::read(fixture(&format!("{CASES}/{name}.in.txt"))).expect("a case");
        let (imported, proposal) = propose(&document, &ImportOptions::default());
        assert_eq!(unresolved(&imported, &proposal.resolver()), Vec::<String>::new(), "{name}");
        let mut told = printed(&proposal.register);
        for line in sentences(&proposal.diagnostics).lines() {
            writeln!(told, "\n# {line}").expect("written");
        }
        difference(&told, &format!("{CASES}/{name}.toml"))
    };
    expect_none(stems(CASES, ".in.txt").into_iter().filter_map(case));
}

#[test]
fn the_shipped_plan_finds_its_agencies_without_a_register() {
    let (imported, proposal) = propose(&dump(), &facts());
    assert_eq!(imported.draft.tasks.len(), 42);
    let proposed = proposal.resolver();
    assert_eq!(unresolved(&imported, &proposed), Vec::<String>::new());
    let said = sentences(&imported.diagnostics);
    assert!(!said.contains(Code::NameNotInRegister.as_str()), "{said}");
    assert_eq!(proposal.diagnostics.count(Severity::Warning), 0);

    // Whom the shipped register has as one, the proposal has as one, and the other way round.
    let by_hand = super::import_text(&String::from_utf8(dump()).expect("UTF-8")).expect("read");
    let context = NameContext::of_plan("150-kh-ubnd-2022", Some("Sơn La".to_owned()), None);
    let ids = |imported: &Import, register: &Register| -> Vec<AgencyId> {
        let tasks = imported.draft.tasks.iter();
        let mentions = tasks.flat_map(|task| task.lead.iter().chain(&task.coordinating));
        let id = |mention: &DraftMention| match &mention.agency {
            Some(id) => AgencyId::new(id).expect("an id"),
            None => register.resolve(&mention.printed, &context).expect("a name").clone(),
        };
        mentions.map(id).collect()
    };
    let (ours, theirs) = (ids(&imported, &proposed), ids(&by_hand, register()));
    assert_eq!(ours.len(), theirs.len());
    let pairs: BTreeSet<(&AgencyId, &AgencyId)> = ours.iter().zip(&theirs).collect();
    let (left, right): (BTreeSet<_>, BTreeSet<_>) = pairs.iter().copied().unzip();
    assert_eq!((pairs.len(), left.len(), right.len()), (33, 33, 33), "{pairs:#?}");
    for (ours, theirs) in pairs {
        let (ours, theirs) =
            (proposed.get(ours).expect("ours"), register().get(theirs).expect("theirs"));
        assert_eq!((&ours.place, ours.kind), (&theirs.place, theirs.kind), "{}", ours.id);
    }
}

#[test]
fn importing_by_the_proposed_register_gives_the_same_plan() {
    let (imported, proposal) = propose(&dump(), &facts());
    let files = content::print_register(&proposal.register);
    let (read_back, diagnostics) = content::parse_register(&files);
    assert!(diagnostics.is_empty(), "{}", sentences(&diagnostics));
    let again = super::import(&dump(), DUMP, &facts(), &read_back).expect("read");
    assert_eq!(again.draft, imported.draft);
    assert_eq!(sentences(&again.diagnostics), sentences(&imported.diagnostics));
}

/// Beginnings of names, spelt in several ways, and what is no agency at all.
const STEMS: &[&str] = &[
    "Sở Y tế",
    "SỞ Y TẾ",
    "Sở NN&PTNT",
    "Sở Nông nghiệp và PTNT",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở LĐTBXH",
    "UBND",
    "UBND các huyện, thành phố",
    "Ủy ban nhân dân các huyện và thành phố",
    "Các sở, ban, ngành",
    "các đơn vị liên quan",
    "Huyện Mai Sơn",
    "UBND huyện Mai Sơn",
    "Sông Mã",
    "Công an",
    "Bộ Y tế",
    "Bộ CHQS",
    "Bộ",
    "Tỉnh",
    "Sơn La",
    "Thành phố Sơn La",
    "TP. Sơn La",
    "UBND thành phố Hà Nội",
    "Đoàn TNCS Hồ Chí Minh",
    "Trung tâm Giống cây tại huyện Khoái Châu",
    "Báo",
    "Hội Nông dân",
    "Đơn vị trúng thầu",
    "Cả hệ thống chính trị cùng vào cuộc",
    "…a",
    "nt",
    "VNPT",
    "con",
    "\"a\" \\b",
    "UBND xã Hội Hợp",
];

/// Ends of names: provinces in all spellings, and what looks like one.
const ENDS: &[&str] = &[
    "",
    "",
    "",
    " tỉnh",
    " Tỉnh",
    " tỉnh Sơn La",
    " Sơn La",
    ", tỉnh Hưng Yên",
    " thuộc tỉnh Hưng Yên",
    " thuộc Tình Sơn La",
    " Hưng Yên",
    " thành phố Hà Nội",
    " TP Hà Nội",
    " thành phố",
    " TP. Hồ Chí Minh",
    " huyện Sơn La",
    " tỉnh Xa Xôi",
    " Xa Xôi",
    " Việt Nam",
    " xã",
    ".",
];

const PLACES: &[&str] =
    &["Sơn La", "Hà Nội", "Hồ Chí Minh", "tỉnh Hưng Yên", "Xa Xôi", "huyện Mai Sơn"];

fn name() -> impl Strategy<Value = String> {
    (select(STEMS), select(ENDS)).prop_map(|(stem, end)| format!("{stem}{end}"))
}

fn agency() -> impl Strategy<Value = DraftAgency> {
    let text = || {
        proptest::collection::vec(
            select(&["Sở", "\"", "\\", "'", "#", "]", "Y tế", "\u{202e}", "="][..]),
            1..4,
        )
        .prop_map(|words| words.join(" "))
    };
    let names = || proptest::collection::vec(text(), 0..4);
    (text(), option::of(text()), select(&AgencyKind::ALL[..]), names(), names(), text()).prop_map(
        |(name, place, kind, aliases, misprints, remark)| {
            let agency = Agency {
                id: AgencyId::new("a").expect("an id"),
                name,
                place,
                kind,
                aliases,
                misprints,
                ended: None,
                successors: Vec::new(),
                members: Vec::new(),
                members_basis: None,
                members_certainty: Certainty::Certain,
                addresses: Vec::new(),
            };
            DraftAgency { agency, remark }
        },
    )
}

fn trial(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: proptest::test_runner::RngSeed::Fixed(7),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(trial(150))]

    #[test]
    fn every_name_of_a_document_resolves_by_the_register_that_is_proposed(
        rows in proptest::collection::vec(proptest::collection::vec(name(), 1..4), 1..7),
        place in option::of(select(PLACES)),
    ) {
        let mut text = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n".to_owned();
        for (index, names) in rows.iter().enumerate() {
            writeln!(text, "{} | Việc | Sở Y tế | {} | 2023", index + 1, names.join("; ")).expect("written");
        }
        let options = ImportOptions { place: place.map(str::to_owned), ..facts() };
        let (imported, proposal) = propose(text.as_bytes(), &options);
        prop_assert_eq!(unresolved(&imported, &proposal.resolver()), Vec::<String>::new());
        let files: Tree = content::print_register(&proposal.register);
        let (read_back, diagnostics) = content::parse_register(&files);
        prop_assert!(!diagnostics.has_errors(), "{}\n{}", sentences(&diagnostics), printed(&proposal.register));
        prop_assert_eq!(unresolved(&imported, &read_back), Vec::<String>::new());
        let said = sentences(&imported.diagnostics);
        prop_assert!(!said.contains(Code::NameNotInRegister.as_str()), "{}", said);
    }

    #[test]
    fn what_is_printed_of_a_register_is_read_back(agencies in proptest::collection::vec(agency(), 0..5)) {
        let numbered = |(index, entry): (usize, DraftAgency)| {
            let id = AgencyId::new(&format!("a-{index}")).expect("an id");
            DraftAgency { agency: Agency { id, ..entry.agency }, ..entry }
        };
        let agencies: Vec<DraftAgency> = agencies.into_iter().enumerate().map(numbered).collect();
        let register = DraftRegister { remarks: vec!["Xem lại\nsổ \u{7}".to_owned()], agencies: agencies.clone() };
        let (read_back, diagnostics) = content::parse_register(&content::print_register(&register));
        let others = diagnostics.iter().filter(|fault| fault.code != Code::NameClash);
        prop_assert_eq!(others.count(), 0, "{}\n{}", sentences(&diagnostics), printed(&register));
        let found: BTreeMap<AgencyId, Agency> = read_back.iter().map(|agency| (agency.id.clone(), agency.clone())).collect();
        prop_assert_eq!(found, agencies.into_iter().map(|entry| (entry.agency.id.clone(), entry.agency)).collect());
    }
}
