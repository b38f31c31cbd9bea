//! One folder of a theme's chain: whose it is, what it says of itself, and its files.

use std::sync::Arc;

use super::manifest::Manifest;
use crate::document::{self, Faults};
use crate::source::SourceFile;
use crate::tree::{File, RelPath, Tree};

/// Whose a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A folder of the project's `themes/`.
    Project,
    /// A theme that the program carries.
    Shipped,
}

/// One folder of a chain.
#[derive(Debug)]
pub(super) struct Layer {
    /// The folder's name.
    pub(super) theme: String,
    /// Whose it is.
    pub(super) origin: Origin,
    /// What its `theme.toml` says.
    pub(super) manifest: Manifest,
    /// Its files.
    pub(super) files: Tree,
}

impl Layer {
    /// Its folder, as a person knows it: `themes/cua-toi`.
    pub(super) fn folder(&self) -> String {
        match self.origin {
            Origin::Project => format!("themes/{}", self.theme),
            Origin::Shipped => format!("@shipped/{}", self.theme),
        }
    }

    /// A file as a text with the name that a person knows it by; a fault when it is none.
    pub(super) fn source(
        &self,
        path: &RelPath,
        bytes: &[u8],
        faults: &Faults,
    ) -> Option<Arc<SourceFile>> {
        let name = RelPath::new(format!("{}/{path}", self.folder()))?;
        document::decode(&name, bytes).map_err(|fault| faults.push(fault)).ok()
    }

    /// What may stand before the name of one of its templates.
    pub(super) fn prefixes(&self) -> Vec<String> {
        let mut prefixes = vec![String::new(), format!("@{}/", self.theme)];
        if self.origin == Origin::Shipped {
            prefixes.push(format!("@shipped/{}/", self.theme));
        }
        prefixes
    }

    /// The files in one of its folders that are in memory, by their path in the layer.
    pub(super) fn files_in(&self, folder: &str) -> Vec<(RelPath, &[u8])> {
        let inside = |(path, file): (&'_ RelPath, &'_ File)| match file {
            File::Bytes(_) => path.within(folder).map(|_| path.clone()),
            File::Stored(_) => None,
        };
        let paths = self.files.iter().filter_map(inside);
        paths.filter_map(|path| Some((path.clone(), self.files.bytes(path.as_str())?))).collect()
    }
}
