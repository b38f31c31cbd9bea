//! Pages and data of a site, made one by one.

mod compose;
pub mod view;
