//! Ids: the parts of addresses. Given once, never changed; lower-case ASCII letters, digits and `-`. They stand in many places, which share
//! one text.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::tree::names::is_device;

/// Longest id: with it, every address of a site stays within the 140 characters that every host and system can hold.
pub const LONGEST: usize = 60;

/// Whether a text can stand as an id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let framed = text.starts_with('-') || text.ends_with('-');
    !text.is_empty()
        && text.len() <= LONGEST
        && text.chars().all(plain)
        && !framed
        && !is_device(text)
}

/// The id with a number behind it, within the longest that an id may be: `b-1-2`.
#[must_use]
pub fn numbered(id: &str, number: u32) -> String {
    let ending = format!("-{number}");
    let room = LONGEST.saturating_sub(ending.len());
    let cut: String = id.chars().take(room).collect();
    format!("{}{ending}", cut.trim_end_matches('-'))
}

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident;)*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id, if the text can stand as one.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.into()))
            }

            /// The id as it stands in addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A plan's id, the name of its folder: `150-kh-ubnd-2022`.
    PlanId;
    /// A domain's id within its plan, the name of its folder: `b-3`.
    DomainId;
    /// A task's id within its plan, the stem of its file: `b-1-1-1`.
    TaskId;
    /// An agency's id in the register: `so-y-te-son-la`.
    AgencyId;
    /// A prose page's id, the stem of its file: `gioi-thieu`.
    ProseId;
}
