//! The test suite: one binary, so that it is linked once. Each module tests one part of the program through its front door.

mod markdown;
mod theme;
