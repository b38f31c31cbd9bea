//! A site without the plans that have faults, for whoever has many plans and must publish the others.

use std::collections::BTreeSet;

use super::{Outcome, Ready, prepare};
use crate::content::{plan_folder, plan_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::files::Workspace;

/// Works out a site as [`prepare`] does, but leaves plans with faults out, as long as no other file has one. Their faults are
/// told with all that is told of the others; gives the folders that were left out, too.
pub(super) fn prepare_sound(workspace: &Workspace) -> (Outcome<Ready>, BTreeSet<String>) {
    let mut outcome = prepare(workspace);
    let mut sound =
        Workspace { content: workspace.content.clone(), themes: workspace.themes.clone() };
    let mut skipped = BTreeSet::new();
    let mut told = Diagnostics::new();
    while outcome.value.is_none() {
        let Some(broken) = broken_plans(&outcome.diagnostics) else { break };
        let files = sound.content.len();
        for folder in &broken {
            sound.content = sound.content.without(&plan_folder(folder));
        }
        // A fault beside the folders of plans, which no plan takes with it.
        if sound.content.len() == files {
            break;
        }
        for fault in outcome
            .diagnostics
            .iter()
            .filter(|fault| plan_of_fault(fault).is_some_and(|plan| broken.contains(&plan)))
        {
            told.push(fault.clone());
        }
        skipped.extend(broken);
        outcome = prepare(&sound);
    }
    told.extend(outcome.diagnostics);
    // A site of nothing is not what was asked for.
    let has_plans = |ready: &Ready| skipped.is_empty() || !ready.site.library.plans.is_empty();
    let value = outcome.value.filter(has_plans);
    (Outcome { value, diagnostics: told.sorted() }, skipped)
}

/// The folders of plans that have faults; nothing where there is a fault elsewhere, or none at all.
fn broken_plans(diagnostics: &Diagnostics) -> Option<BTreeSet<String>> {
    let faults = diagnostics.iter().filter(|fault| fault.code.severity() == Severity::Error);
    let plans: BTreeSet<String> = faults.map(plan_of_fault).collect::<Option<_>>()?;
    (!plans.is_empty()).then_some(plans)
}

/// The folder of the plan in whose files a fault is.
fn plan_of_fault(fault: &Diagnostic) -> Option<String> {
    let marked = fault.span.as_ref().map(|span| span.source.name.as_str());
    let named = fault.details.iter().filter(|(name, _)| ["file", "folder"].contains(name));
    let mut places = marked.into_iter().chain(named.map(|(_, place)| place.as_str()));
    places.find_map(plan_of).map(str::to_owned)
}
