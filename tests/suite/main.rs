//! The test suite: one binary, so that it is linked once. Each module tests one part of the program through its front door.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the endings are our own")]
#![allow(clippy::needless_raw_string_hashes, reason = "snapbox writes expected texts so")]

mod architecture;
mod citing;
mod cli;
mod data;
mod diagnostics;
mod downloads;
mod edition;
mod edits;
mod expected;
mod figures;
mod files;
mod golden;
mod guide;
mod hostile;
mod hosts;
mod import;
mod languages;
mod laws;
mod machines;
mod made;
mod many_plans;
mod markdown;
mod merge;
mod progress;
mod published;
mod readme;
mod register;
mod reproducible;
mod search;
mod serve;
mod site_text;
mod skipped;
mod theme;
mod verify;
