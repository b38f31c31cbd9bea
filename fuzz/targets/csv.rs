//! The reader of separated values.

#![no_main]

#[path = "../attempt.rs"]
mod attempt;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| attempt::attempt("csv", seed));
