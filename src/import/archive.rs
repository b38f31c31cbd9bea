//! The archive that a Word, Excel or LibreOffice document is. The only place that knows zip.
//!
//! Only entries that a reader asks for are unpacked, into memory and never to the disk, each within the
//! [`limits`](super::limits). What an entry claims of its own size is not believed: unpacking stops at the limit.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits;
use crate::diagnostic::{Code, Diagnostic};

/// An opened archive.
pub(super) struct Archive<'d> {
    zip: ZipArchive<Cursor<&'d [u8]>>,
    file: &'d str,
}

impl<'d> Archive<'d> {
    /// Opens the archive that a document is.
    ///
    /// # Errors
    /// When it is none, is damaged, or has more entries than a document can have.
    pub(super) fn open(document: &'d [u8], file: &'d str) -> Result<Self, Diagnostic> {
        let zip = ZipArchive::new(Cursor::new(document)).map_err(|error| broken(file, &error))?;
        if zip.len() > limits::ENTRIES {
            return Err(Diagnostic::new(Code::ImportLimit)
                .with("file", file)
                .with("entries", zip.len())
                .with("limit", limits::ENTRIES));
        }
        Ok(Self { zip, file })
    }

    /// Whether it has an entry.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of its entries; one that is not written as a name is left out.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.zip.file_names().filter_map(Result::ok).map(Cow::into_owned)
    }

    /// Makes sure that nothing in it is larger than a document needs, for a reader that unpacks by itself.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes), for any entry; and when all of them together are larger than a document may be.
    pub(super) fn expect_harmless(&mut self) -> Result<(), Diagnostic> {
        let mut unpacked = 0;
        for place in 0..self.zip.len() {
            unpacked += self.unpack(place, &mut std::io::sink())?;
            if unpacked > limits::UNPACKED {
                let fault = Diagnostic::new(Code::ImportLimit).with("file", self.file);
                let fault = fault.with("size", unpacked.div_ceil(1 << 20));
                return Err(fault.with("limit", limits::UNPACKED >> 20));
            }
        }
        Ok(())
    }

    /// An entry, unpacked; nothing where there is none of that name.
    ///
    /// # Errors
    /// When it is damaged, encrypted, or larger than an entry may be.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let Some(place) = self.zip.index_for_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.unpack(place, &mut bytes)?;
        Ok(Some(bytes))
    }

    fn unpack(&mut self, place: usize, target: &mut dyn Write) -> Result<u64, Diagnostic> {
        let file = self.file;
        let entry = self.zip.by_index(place).map_err(|error| broken(file, &error))?;
        let name = entry.name().map(Cow::into_owned).unwrap_or_default();
        let by_ratio = entry.compressed_size().saturating_mul(limits::RATIO);
        let limit = by_ratio.clamp(limits::HARMLESS, limits::ENTRY);
        let unpacked = std::io::copy(&mut entry.take(limit + 1), target)
            .map_err(|error| broken(file, &error.into()))?;
        if unpacked > limit {
            let fault = Diagnostic::new(Code::ImportLimit).with("file", file);
            return Err(fault.with("entry", name).with("limit", limit >> 20));
        }
        Ok(unpacked)
    }
}

fn broken(file: &str, error: &ZipError) -> Diagnostic {
    Diagnostic::new(Code::ImportBroken).with("file", file).with("reason", error)
}
