//! planpress turns the action plans that governments sign into static sites.

pub mod diagnostic;
pub mod document;
pub mod model;
pub mod render;
pub mod source;
pub mod text;
pub mod tree;
