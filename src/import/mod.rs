//! Documents of offices into drafts of plans.
