//! SHA-256, the one hash of everything that a site publishes. The only place that knows ring, which is half as fast again as sha2 on
//! a processor without instructions for it.

use std::io::{self, Read};

use ring::digest::{Context, Digest, SHA256, digest};

/// How much of a file is read at once.
const CHUNK: usize = 64 * 1024;

/// SHA-256 of some bytes, 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(digest(&SHA256, bytes))
}

/// SHA-256 of all that a reader gives, and how many bytes that were.
///
/// # Errors
/// When the reader fails.
pub fn sha256_of(mut reader: impl Read) -> io::Result<(String, u64)> {
    let mut hasher = Context::new(&SHA256);
    let mut buffer = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let count = reader.read(&mut buffer)?;
        let Some(read) = buffer.get(..count).filter(|read| !read.is_empty()) else {
            return Ok((hex(hasher.finish()), size));
        };
        hasher.update(read);
        size += u64::try_from(count).unwrap_or_default();
    }
}

fn hex(digest: Digest) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    digest.as_ref().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
