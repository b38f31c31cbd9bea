//! The reader of web pages.

#![no_main]

#[path = "../attempt.rs"]
mod attempt;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| attempt::attempt("html", seed));
