//! Names of files that every system can hold, and that a reader sees as they are.
//!
//! A site is copied: from a Linux machine to a shared drive of Windows, into an archive, onto a stick. There `nul.html` is a
//! device, `a:b` a hidden stream of `a`, and a dot or blank at the end is dropped, so that two names become one. Signs that
//! print nothing or turn the direction make a name look like another one.

/// Names that Windows keeps for devices: a file of such a name cannot be made there, whatever its ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Whether a name can stand for a file or folder on every system.
///
/// ```
/// use planpress::tree::names::is_portable;
/// assert!(is_portable("Kế hoạch 150 (bản ký).pdf"));
/// assert!(!is_portable("nul.html") && !is_portable("..") && !is_portable("a.") && !is_portable("a:b"));
/// ```
#[must_use]
pub fn is_portable(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let ends = name.starts_with(' ') || name.ends_with(['.', ' ']);
    !name.is_empty() && !ends && !is_device(stem.trim_end()) && name.chars().all(is_plain)
}

/// Whether a name without its ending is that of a device of Windows.
#[must_use]
pub fn is_device(stem: &str) -> bool {
    DEVICES.contains(&stem.to_ascii_lowercase().as_str())
}

/// Whether a character turns the direction in which what stands around it is read.
#[must_use]
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character may stand in a name.
fn is_plain(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let kept = matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\' | '/');
    !c.is_control() && !unseen && !kept && !turns_direction(c)
}
