//! The reader of texts of LibreOffice.

#![no_main]

#[path = "../attempt.rs"]
mod attempt;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| attempt::attempt("odt", seed));
