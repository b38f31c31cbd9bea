//! A content folder of any files.

#![no_main]

#[path = "../laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| laws::attempt("content", seed));
