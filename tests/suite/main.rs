//! The suite.

mod import;
