//! A build without the search index, for `benches/run.sh`: what all else costs.
//!
//! `without-search ROOT OUT`

use std::env;
use std::error::Error;
use std::path::Path;

use planpress::pipeline::{self, BuildOptions};

/// That of the program itself, so that the two can be compared.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [root, out] = arguments.as_slice() else {
        return Err("usage: without-search ROOT OUT".into());
    };
    let options = BuildOptions { left_out: Some("tim-kiem/"), ..BuildOptions::default() };
    let outcome = pipeline::build(Path::new(root), Path::new(out), &options, &());
    outcome.value.map(drop).ok_or_else(|| format!("{:?}", outcome.diagnostics).into())
}
