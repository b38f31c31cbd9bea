//! The layers of a theme, and which file wins.
//!
//! A theme is a chain of folders: the project's folder of the chosen name, the theme that it extends, and so on down to a
//! theme that the program carries. A project's folder with the name of a shipped theme stands over that one. For each file
//! the first layer that has it wins; every file keeps a name of its own besides, `@<theme>/<file>`, and a shipped one
//! `@shipped/<theme>/<file>`, so that what replaces a file can still extend it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::engine::{EngineKind, Template};
use super::layer::Layer;
use super::manifest::Named;
use crate::document::{Document, Faults};
use crate::source::Spanned;
use crate::tree::{File, RelPath};

/// The folders of a theme, uppermost first, at least one.
#[derive(Debug)]
pub(super) struct Layers {
    /// The engine that all of them are written for; absent when none says one.
    pub(super) engine: Option<Spanned<EngineKind>>,
    /// The folders.
    pub(super) list: Vec<Layer>,
}

impl Layers {
    /// The templates under every name they have. A file that is no text is a fault.
    pub(super) fn templates(&self, faults: &Faults) -> Vec<Template> {
        let mut taken = BTreeSet::new();
        let mut templates = Vec::new();
        for layer in &self.list {
            for (path, bytes) in layer.files_in("templates") {
                let Some(source) = layer.source(&path, bytes, faults) else { continue };
                let Some(file) = path.within("templates") else { continue };
                let mut known_as = None;
                for prefix in layer.prefixes() {
                    let name = format!("{prefix}{file}");
                    if taken.insert(name.clone()) {
                        let known_as = known_as.get_or_insert_with(|| name.clone()).clone();
                        let source = Arc::clone(&source);
                        templates.push(Template { name, known_as, prefix, source });
                    }
                }
            }
        }
        templates
    }

    /// The files of `static/`, by their path in it.
    pub(super) fn assets(&self) -> BTreeMap<RelPath, File> {
        let mut assets = BTreeMap::new();
        for layer in &self.list {
            for (path, file) in layer.files.below("static") {
                assets.entry(path).or_insert(file);
            }
        }
        assets
    }

    /// The catalogues of a language, the one that wins first.
    pub(super) fn catalogues(&self, language: &str, faults: &Faults) -> Vec<Document> {
        let Some(path) = RelPath::new(format!("i18n/{language}.toml")) else { return Vec::new() };
        let catalogue = |layer: &Layer| {
            let source = layer.source(&path, layer.files.bytes(path.as_str())?, faults)?;
            Some(Document::toml(&source))
        };
        self.list.iter().filter_map(catalogue).collect()
    }

    /// The languages that there are catalogues of.
    pub(super) fn languages(&self) -> BTreeSet<String> {
        let catalogues = self.list.iter().flat_map(|layer| layer.files_in("i18n"));
        catalogues.map(|(path, _)| path.stem().to_owned()).collect()
    }

    /// The stylesheets that the uppermost layer names that names any.
    pub(super) fn stylesheets(&self) -> Option<&Named> {
        self.list.iter().find_map(|layer| layer.manifest.stylesheets.as_ref())
    }

    /// The scripts of a kind of page that the uppermost layer names that names any for it.
    pub(super) fn scripts(&self, kind: &str) -> Option<&Named> {
        self.list.iter().find_map(|layer| layer.manifest.scripts.get(kind))
    }
}
