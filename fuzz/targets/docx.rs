//! The reader of Word documents.

#![no_main]

#[path = "../attempt.rs"]
mod attempt;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| attempt::attempt("docx", seed));
