//! The whole way from a site's folder to its published one.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Built, Outcome, Ready, built, prepare, skip};
use crate::check::published;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::{self, Stage, Swapped, Workspace};
use crate::manifest::{Manifest, digest};
use crate::model::moment;
use crate::progress::{Progress, Step};
use crate::render::{self, Compression};
use crate::tree::{File, RelPath, Sink, SinkError};

/// How a site is built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// What becomes of addresses that the folder had and the new site has not.
    pub addresses: KeepAddresses,
    /// What becomes of plans that have faults.
    pub broken_plans: BrokenPlans,
    /// The value of `SOURCE_DATE_EPOCH`, where it is set.
    pub source_date: Option<String>,
    /// Whether files lie compressed beside themselves.
    pub compression: Compression,
    /// A folder whose files are not made, for measuring what they cost. A site that is published leaves nothing out.
    pub left_out: Option<&'static str>,
}

/// What becomes of addresses that would vanish.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KeepAddresses {
    /// They are told, and vanish.
    #[default]
    Warn,
    /// Each is a fault, and nothing is published.
    Demand,
}

/// What becomes of plans that have faults.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BrokenPlans {
    /// Nothing is published.
    #[default]
    Refuse,
    /// They are told and left out, and the others are published.
    Skip,
}

/// How many lost addresses a warning names; `planpress check --published` names all.
const NAMED: usize = 5;

/// Builds the site of `root` into `out`. When there is a fault, `out` stays as it was.
#[must_use]
pub fn build(
    root: &Path,
    out: &Path,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Outcome<Built> {
    progress.start(Step::Loading, 0);
    let workspace = match files::read(root) {
        Ok(workspace) => workspace,
        Err(faults) => return Outcome::failed(faults),
    };
    let rendering = match rendering(&workspace, options) {
        Ok(rendering) => rendering,
        Err(fault) => return Outcome::failed(fault),
    };
    // Opened before anything is looked at, since it finishes what an earlier build has begun.
    let stage = match Stage::open(root, out) {
        Ok(stage) => stage,
        Err(fault) => return Outcome::failed(fault),
    };
    progress.start(Step::Deriving, 0);
    let (prepared, skipped) = match options.broken_plans {
        BrokenPlans::Refuse => (prepare(&workspace), BTreeSet::new()),
        BrokenPlans::Skip => skip::prepare_sound(&workspace),
    };
    // Pages need the room more than the files that they come from.
    drop(workspace);
    let Outcome { value, mut diagnostics } = prepared;
    let Some(ready) = value else { return Outcome::failed(diagnostics) };
    let lost = vanishing(&ready, out, options.addresses, skipped.is_empty());
    if lost.has_errors() {
        diagnostics.extend(lost);
        return Outcome::failed(diagnostics);
    }
    diagnostics.extend(lost);
    match write(&ready, stage, &rendering, options.left_out, progress) {
        Ok((files, swapped)) => {
            diagnostics.extend(swapped.note(out).map(Diagnostics::from).unwrap_or_default());
            let built = Built { skipped, ..built(&ready.site, files) };
            Outcome { value: Some(built), diagnostics }
        }
        Err(faults) => {
            diagnostics.extend(faults);
            Outcome::failed(diagnostics)
        }
    }
}

/// What the manifest will say of where the site came from.
fn rendering(workspace: &Workspace, options: &BuildOptions) -> Result<render::Options, Diagnostic> {
    let date = match &options.source_date {
        None => None,
        Some(seconds) => Some(
            moment(seconds)
                .ok_or_else(|| Diagnostic::new(Code::BadSourceDate).with("found", seconds))?,
        ),
    };
    let inputs = [("content", &workspace.content), ("themes", &workspace.themes)];
    let inputs = inputs.map(|(name, tree)| (name.to_owned(), digest(tree)));
    Ok(render::Options { inputs: inputs.into(), date, compression: options.compression })
}

/// The addresses that the folder to be replaced has and the new site has not; in short, unless plans were left out.
fn vanishing(ready: &Ready, out: &Path, addresses: KeepAddresses, in_short: bool) -> Diagnostics {
    // A folder without a manifest that can be read is none of ours, or from before there was one: nothing was promised.
    let before = files::read_manifest(out).ok().and_then(|bytes| Manifest::parse(&bytes).ok());
    let Some(before) = before else { return Diagnostics::new() };
    let lost = published::lost(&before, &ready.site.published());
    match addresses {
        KeepAddresses::Demand => published::faults(&lost),
        KeepAddresses::Warn if in_short => published::warning(&lost, NAMED),
        KeepAddresses::Warn => published::warning(&lost, usize::MAX),
    }
}

fn write(
    ready: &Ready,
    stage: Stage,
    rendering: &render::Options,
    left_out: Option<&'static str>,
    progress: &dyn Progress,
) -> Result<(usize, Swapped), Diagnostics> {
    progress.start(Step::Building, ready.site.addresses().len());
    let sink = Watched { sink: &stage, left_out, progress };
    let files = render::render(&ready.site, &ready.theme, rendering, &sink)?;
    progress.start(Step::Publishing, 0);
    Ok((files, stage.commit()?))
}

/// A Sink whose files are counted, and which may not want all of them.
struct Watched<'a> {
    sink: &'a dyn Sink,
    left_out: Option<&'static str>,
    progress: &'a dyn Progress,
}

impl Sink for Watched<'_> {
    fn wants(&self, path: &str) -> bool {
        !self.left_out.is_some_and(|folder| path.starts_with(folder)) && self.sink.wants(path)
    }

    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        self.sink.put(path, file)?;
        self.progress.tick();
        Ok(())
    }
}
