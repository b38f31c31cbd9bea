//! What the archives of Word and Excel have in common: [`relations`] between their parts, and [`drawing`]s.

pub(super) mod drawing;
pub(super) mod relations;
