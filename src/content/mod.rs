//! The content format: files to plans, and plans to files.

pub mod print;
