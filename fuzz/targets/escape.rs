//! Fields in the templates of both engines.

#![no_main]

#[path = "../laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| laws::attempt("escape", seed));
