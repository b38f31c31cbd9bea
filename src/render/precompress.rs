//! Compressed copies beside the files that are worth it, for servers that send such as they lie: `.gz` and `.br`.
//!
//! A [`Beside`] stands before the Sink, so that nothing is read back. Documents and other copied files stay as they are: they
//! never enter the memory, and are compressed already or hardly asked for. Same bytes in, same bytes out: a `.gz` says no
//! time and no name.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use flate2::{Compression as Level, GzBuilder};

use super::{Listing, listing_of};
use crate::tree::{File, RelPath, Sink, SinkError};

/// Endings of files that become much smaller.
pub(super) const TEXT_KINDS: &[&str] =
    &["css", "csv", "html", "ics", "js", "json", "jsonld", "ndjson", "svg", "txt", "xml"];

/// Below this size a file fits into the first packet anyhow.
const SMALLEST: usize = 1024;

/// Brotli's second-best level: the best takes several times as long for some hundredths.
const BROTLI_LEVEL: u32 = 9;

/// Brotli's usual window, 4 MB, in powers of two; browsers take no larger one.
const BROTLI_WINDOW: u32 = 22;

/// A Sink that also gets compressed copies, and the list of these.
pub(super) struct Beside<'a> {
    sink: &'a dyn Sink,
    made: Mutex<Vec<Listing>>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        Self { sink, made: Mutex::new(Vec::new()) }
    }

    /// The copies that were made.
    pub(super) fn into_listings(self) -> Vec<Listing> {
        self.made.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn put_copy(&self, path: &RelPath, ending: &str, bytes: Vec<u8>) -> Result<(), SinkError> {
        let name = format!("{path}.{ending}");
        let Some(target) = RelPath::new(name.as_str()) else { return Ok(()) };
        let listing = listing_of(&name, &bytes);
        self.sink.put(&target, File::Bytes(bytes))?;
        self.made.lock().unwrap_or_else(PoisonError::into_inner).push(listing);
        Ok(())
    }
}

impl Sink for Beside<'_> {
    fn wants(&self, path: &str) -> bool {
        self.sink.wants(path)
    }

    fn put(&self, path: &RelPath, file: File) -> Result<(), SinkError> {
        if let File::Bytes(bytes) = &file
            && bytes.len() >= SMALLEST
            && TEXT_KINDS.contains(&path.extension())
        {
            let told =
                |error: io::Error| SinkError { path: path.to_string(), reason: error.to_string() };
            let copies = [("gz", gzip(bytes)), ("br", brotli(bytes))];
            for (ending, copy) in copies {
                let copy = copy.map_err(told)?;
                if copy.len() < bytes.len() {
                    self.put_copy(path, ending, copy)?;
                }
            }
        }
        self.sink.put(path, file)
    }
}

/// The system that wrote a file is left unknown, as in RFC 1952, 2.3.1.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    const UNKNOWN_SYSTEM: u8 = 255;
    let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
    let mut writer = builder.write(Vec::new(), Level::best());
    writer.write_all(bytes)?;
    writer.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer =
        brotli::CompressorWriter::new(&mut packed, SMALLEST, BROTLI_LEVEL, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}
