//! planpress turns the action plans that governments sign into static sites.

pub mod check;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod document;
pub mod files;
pub mod hash;
pub mod import;
pub mod markdown;
pub mod model;
pub mod pipeline;
pub mod render;
pub mod serve;
pub mod site;
pub mod source;
pub mod starter;
pub mod text;
pub mod theme;
pub mod tree;
