//! planpress turns the action plans that governments sign into static sites.

pub mod content;
pub mod diagnostic;
pub mod document;
pub mod import;
pub mod markdown;
pub mod model;
pub mod render;
pub mod source;
pub mod text;
pub mod theme;
pub mod tree;
