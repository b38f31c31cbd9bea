//! The words and keys of search.

#![no_main]

#[path = "../laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| laws::attempt("analyzer", seed));
