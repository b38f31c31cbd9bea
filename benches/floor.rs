//! The floor under a build: writes files of the same number, sizes and folders, and does nothing else.
//!
//! `floor LISTING FOLDER` reads a listing of a built site, a line a file with its size and path, and writes as many bytes
//! to each path below the folder, on as many threads as there are cores. Whatever a generator does, it must do this, too.
//! `floor LISTING FOLDER hashed` also works out the SHA-256 of each file, as whoever writes a manifest must.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use planpress::hash::sha256;

/// What files are filled with: bytes that no file system stores in less room than they take.
const FILL: usize = 64 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (listing, folder, hashed) = match arguments.as_slice() {
        [listing, folder] => (listing, folder, false),
        [listing, folder, how] if how == "hashed" => (listing, folder, true),
        _ => return Err("usage: floor LISTING FOLDER [hashed]".into()),
    };
    let files = files(&fs::read_to_string(listing)?, Path::new(folder))?;
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    for folder in folders {
        fs::create_dir_all(folder)?;
    }
    let largest = files.iter().map(|(_, size)| *size).max().unwrap_or_default();
    let bytes: Vec<u8> = noise(largest);
    let threads = thread::available_parallelism()?.get();
    let share = files.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let writers: Vec<_> =
            files.chunks(share).map(|files| scope.spawn(|| write(files, &bytes, hashed))).collect();
        writers.into_iter().try_for_each(|writer| {
            writer.join().unwrap_or_else(|_| Err(io::Error::other("a thread has failed")))
        })
    })?;
    Ok(())
}

fn files(listing: &str, folder: &Path) -> Result<Vec<(PathBuf, usize)>, Box<dyn Error>> {
    let file = |line: &str| {
        let (size, path) = line.split_once(' ').ok_or("a line without a size")?;
        Ok((folder.join(path), size.parse()?))
    };
    listing.lines().map(file).collect()
}

fn write(files: &[(PathBuf, usize)], bytes: &[u8], hashed: bool) -> io::Result<()> {
    files.iter().try_for_each(|(path, size)| {
        let bytes = &bytes[..*size];
        if hashed {
            black_box(sha256(bytes));
        }
        fs::write(path, bytes)
    })
}

fn noise(size: usize) -> Vec<u8> {
    let mut state: u32 = 1;
    let next = |_| {
        // The constants of Numerical Recipes; the upper byte is the random one.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let block: Vec<u8> = (0..FILL).map(next).collect();
    block.iter().copied().cycle().take(size).collect()
}
