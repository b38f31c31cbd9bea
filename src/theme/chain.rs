//! Which folders a theme is made of: the chosen one, the one it extends, and so on.
//!
//! A chain keeps one engine and ends in a shipped theme. It is followed only as long as it is sound: with a link missing,
//! every template that stands on it would be faulty, and nobody wants to read that.

use super::engine::EngineKind;
use super::layer::{Layer, Origin};
use super::layers::Layers;
use super::manifest::{EngineIs, Manifest};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Faults};
use crate::source::{Span, Spanned};
use crate::text;
use crate::tree::{RelPath, Tree};

/// All themes that there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Themes<'t> {
    /// Those that the program carries.
    pub(super) shipped: &'t Tree,
    /// Those of the project.
    pub(super) project: &'t Tree,
}

/// The next folder of a chain.
#[derive(Debug)]
struct Step {
    theme: String,
    /// The place that names it.
    named_at: Option<Span>,
    /// Whether the project's own folder of that name is passed over.
    only_shipped: bool,
}

impl Themes<'_> {
    /// The chain that begins with a theme. What is wrong with it is collected; nothing comes back when it cannot be followed
    /// to its end.
    pub(super) fn chain(self, theme: &str, faults: &Faults) -> Option<Layers> {
        let mut layers = Layers { engine: None, list: Vec::new() };
        let first = Step { theme: theme.to_owned(), named_at: None, only_shipped: false };
        let mut next = Some(first);
        while let Some(step) = next {
            let layer = self.layer(&step, faults)?;
            check_circle(&layers.list, &layer, &step, faults)?;
            check_engine(&layers, &layer, &step, faults)?;
            layers.engine = layers.engine.or_else(|| layer.manifest.engine.clone());
            next = self.below(&layer);
            layers.list.push(layer);
        }
        Some(layers)
    }

    fn layer(self, step: &Step, faults: &Faults) -> Option<Layer> {
        let project = self.project.below(&step.theme);
        let shipped = self.shipped.below(&step.theme);
        let (origin, files) = match (project.is_empty() || step.only_shipped, shipped.is_empty()) {
            (false, _) => (Origin::Project, project),
            (true, false) => (Origin::Shipped, shipped),
            (true, true) => {
                faults.push(self.unknown(step));
                return None;
            }
        };
        let mut layer =
            Layer { theme: step.theme.clone(), origin, manifest: Manifest::default(), files };
        layer.manifest = self.manifest(&layer, step, faults)?;
        Some(layer)
    }

    fn manifest(self, layer: &Layer, step: &Step, faults: &Faults) -> Option<Manifest> {
        let over_shipped = layer.origin == Origin::Project && self.ships(&layer.theme);
        let engine_is = if over_shipped { EngineIs::Known } else { EngineIs::Required };
        let path = RelPath::new("theme.toml")?;
        match layer.files.bytes(path.as_str()) {
            Some(bytes) => {
                let source = layer.source(&path, bytes, faults)?;
                Some(Manifest::read(&Document::toml(&source), engine_is, faults))
            }
            // A folder over a shipped theme may hold no more than the files that it replaces.
            None if over_shipped => Some(Manifest::default()),
            None => {
                let fault = Diagnostic::new(Code::ThemeFile)
                    .with("theme", &layer.theme)
                    .with("folder", layer.folder());
                faults.push(at(fault, step.named_at.as_ref()));
                None
            }
        }
    }

    /// What lies below a layer.
    fn below(self, layer: &Layer) -> Option<Step> {
        let own_name = |extends: &Spanned<String>| extends.value == layer.theme;
        let extends = layer.manifest.extends.as_ref();
        let over_shipped = layer.origin == Origin::Project && self.ships(&layer.theme);
        if over_shipped && extends.is_none_or(own_name) {
            return Some(Step { theme: layer.theme.clone(), named_at: None, only_shipped: true });
        }
        if let Some(extends) = extends {
            let named_at = Some(extends.span.clone());
            return Some(Step { theme: extends.value.clone(), named_at, only_shipped: false });
        }
        let engine = layer.manifest.engine.as_ref().filter(|_| layer.origin == Origin::Project)?;
        let theme = last_of(engine.value);
        let step = Step {
            theme: theme.to_owned(),
            named_at: Some(engine.span.clone()),
            only_shipped: false,
        };
        // Only a program without themes, as in tests, has none to end in.
        self.ships(theme).then_some(step)
    }

    fn ships(self, theme: &str) -> bool {
        !self.shipped.below(theme).is_empty()
    }

    fn unknown(self, step: &Step) -> Diagnostic {
        let folders = self.project.iter().chain(self.shipped.iter());
        let mut known: Vec<&str> = folders.filter_map(|(path, _)| path.names().next()).collect();
        known.sort_unstable();
        known.dedup();
        let mut fault = Diagnostic::new(Code::UnknownTheme).with("theme", &step.theme);
        if let Some(nearest) = text::nearest(&step.theme, known.iter().copied()) {
            fault = fault.with("nearest", nearest);
        }
        if !known.is_empty() {
            fault = fault.with("known", known.join(", "));
        }
        at(fault, step.named_at.as_ref())
    }
}

/// The shipped theme at the end of each engine's chains.
fn last_of(engine: EngineKind) -> &'static str {
    match engine {
        EngineKind::MiniJinja => "cong-bo",
        EngineKind::Tera => "giay",
    }
}

fn check_circle(above: &[Layer], layer: &Layer, step: &Step, faults: &Faults) -> Option<()> {
    let same = |other: &Layer| other.theme == layer.theme && other.origin == layer.origin;
    let start = above.iter().position(same);
    let Some(start) = start else { return Some(()) };
    let circle = above.iter().skip(start).chain([layer]).map(|layer| layer.theme.as_str());
    let chain = circle.collect::<Vec<_>>().join(" → ");
    let fault = Diagnostic::new(Code::ThemeChain).with("theme", &layer.theme).with("chain", chain);
    faults.push(at(fault, step.named_at.as_ref()));
    None
}

fn check_engine(above: &Layers, layer: &Layer, step: &Step, faults: &Faults) -> Option<()> {
    let (Some(upper), Some(lower)) = (&above.engine, &layer.manifest.engine) else {
        return Some(());
    };
    if upper.value == lower.value {
        return Some(());
    }
    let fault = Diagnostic::new(Code::ThemeChain)
        .with("theme", above.list.last().map_or("", |layer| layer.theme.as_str()))
        .with("engine", upper.value.as_str())
        .with("below", &layer.theme)
        .with("below_engine", lower.value.as_str());
    faults.push(at(fault, step.named_at.as_ref().or(Some(&upper.span))));
    None
}

fn at(fault: Diagnostic, span: Option<&Span>) -> Diagnostic {
    match span {
        Some(span) => fault.at(span),
        None => fault,
    }
}
