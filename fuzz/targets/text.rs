//! The reader of dumps and tables in Markdown.

#![no_main]

#[path = "../attempt.rs"]
mod attempt;

libfuzzer_sys::fuzz_target!(|seed: &[u8]| attempt::attempt("text", seed));
