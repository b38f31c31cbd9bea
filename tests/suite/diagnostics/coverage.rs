//! Every code has a case, or stands in a short list of codes that other tests bring about.

use std::collections::BTreeSet;

use planpress::diagnostic::Code;

use super::{CASES, cases};

/// Codes that no case brings about, with the part of the suite that tests them.
const ELSEWHERE: &[(&str, &[Code])] = &[
    ("diagnostics/mod.rs", &[Code::MissingWord]),
    (
        "cli, files",
        &[
            Code::CannotRead,
            Code::NoPlainFile,
            Code::UnsafeName,
            Code::TwinNames,
            Code::CannotWrite,
            Code::NoSite,
            Code::ForeignFolder,
            Code::FolderNotEmpty,
            Code::UnknownPage,
            Code::ImportExists,
            Code::LockFile,
            Code::FileHeld,
        ],
    ),
    ("serve", &[Code::CannotServe]),
    (
        "import",
        &[
            Code::ImportKind,
            Code::ImportBroken,
            Code::ImportLimit,
            Code::ImportPassword,
            Code::ImportOldWord,
            Code::ImportEncoding,
            Code::ImportNoTable,
            Code::ImportNoHeader,
            Code::ImportLost,
            Code::ImportNoId,
            Code::RowNotUnderstood,
            Code::RowCells,
            Code::NumberOrder,
            Code::NameNotInRegister,
            Code::PlaceAssumed,
            Code::NameCompleted,
            Code::FactMissing,
            Code::BadFact,
            Code::ImportNoTasks,
            Code::TitleNumberTwice,
            Code::TaskBare,
            Code::PeriodNotRead,
            Code::TableLeftOut,
            Code::FactsDiffer,
            Code::RegisterProposed,
            Code::AgencyKindUnknown,
            Code::FrameLeftOut,
            Code::AsideLeftOut,
            Code::HiddenYetRead,
            Code::TitleCell,
            Code::RowJoined,
            Code::SameAsAbove,
            Code::NothingAbove,
            Code::CellInherited,
            Code::AssignedUnclear,
            Code::PeriodJoined,
            Code::PeriodUndatable,
            Code::ColumnUnknown,
            Code::LeadMissing,
        ],
    ),
    ("files", &[Code::FolderBusy, Code::HalfPublished, Code::HalfImported, Code::NotAtOnce]),
    (
        "published",
        &[Code::AddressLost, Code::FragmentLost, Code::AddressesVanish, Code::BadManifest],
    ),
    ("cli", &[Code::BadSourceDate]),
    (
        "merge",
        &[Code::ImportConflict, Code::ImportAmbiguous, Code::ImportNoBase, Code::ImportStrict],
    ),
];

#[test]
fn every_code_has_a_case() {
    let told: BTreeSet<Code> = cases().values().flatten().map(|fault| fault.code).collect();
    let elsewhere: BTreeSet<Code> =
        ELSEWHERE.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();

    let untested: Vec<Code> = Code::ALL
        .iter()
        .copied()
        .filter(|code| !told.contains(code) && !elsewhere.contains(code))
        .collect();
    assert!(untested.is_empty(), "no case of {CASES} brings about {untested:?}");
    let both: Vec<&Code> = told.intersection(&elsewhere).collect();
    assert!(both.is_empty(), "{both:?} have a case and need not be listed");
}

#[test]
fn a_case_brings_about_the_code_that_it_is_called_by() {
    for code in Code::ALL {
        if let Some(faults) = cases().get(code.as_str()) {
            assert!(faults.iter().any(|fault| fault.code == *code), "{code:?}");
        }
    }
}
