//! Pages and data of a site, made one by one.

pub mod view;
