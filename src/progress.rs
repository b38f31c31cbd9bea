//! Somebody who watches a long command, and what they are told: which step has begun, and how far it has come.

/// A step of a long command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A document is read.
    Reading,
    /// Files of the content are written.
    Writing,
    /// The site's folder is read.
    Loading,
    /// What follows from it is worked out.
    Deriving,
    /// Pages are made.
    Building,
    /// The finished site takes the place of the old one.
    Publishing,
    /// Files of a server are compared.
    Verifying,
}

impl Step {
    /// Its name in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "step-reading",
            Self::Writing => "step-writing",
            Self::Loading => "step-loading",
            Self::Deriving => "step-deriving",
            Self::Building => "step-building",
            Self::Publishing => "step-publishing",
            Self::Verifying => "step-verifying",
        }
    }
}

/// Somebody who watches.
pub trait Progress: Sync {
    /// A step begins, of about so many parts; none where they cannot be told.
    fn start(&self, step: Step, parts: usize);
    /// One more part of it is done.
    fn tick(&self);
}

/// Nobody watches.
impl Progress for () {
    fn start(&self, _step: Step, _parts: usize) {}
    fn tick(&self) {}
}
