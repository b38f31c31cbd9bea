//! What every web server is told of a site, whatever its language.
//!
//! What comes from the content is made harmless here: an address is percent-encoded, or a pattern that [`pattern`] wrote, and the
//! ending of a file is letters and digits. So no writer needs to know how its format quotes.

use std::collections::BTreeMap;

use crate::config::HostFile;
use crate::render::Compression;
use crate::render::compose::POLICY;
use crate::render::precompress::TEXT_KINDS;
use crate::site::{Route, Site, relative, resolve};
use crate::theme::Theme;

/// Types that servers do not know, or know differently. CSV and calendars say their encoding, since nothing within them does; web
/// pages say it themselves, and a document of the office may be in another one.
const TYPES: &[(&str, &str)] = &[
    ("br", "application/octet-stream"),
    ("csv", "text/csv; charset=utf-8"),
    ("gz", "application/gzip"),
    ("ics", "text/calendar; charset=utf-8"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("md", "text/markdown"),
    ("ndjson", "application/x-ndjson"),
    ("xml", "application/xml"),
];

/// Headers of every answer, beside the policy: <https://owasp.org/www-project-secure-headers>. Nothing of a device is asked for.
const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Caching of what may change at the same address: it is kept, and asked for again each time.
pub(super) const REVALIDATE: &str = "no-cache";

/// Caching of what has its hash in its address, as `v=`.
pub(super) const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Caching of the same files where a host cannot see the question behind an address: a host that mixes versions heals in an hour.
pub(super) const SHORT: &str = "public, max-age=3600";

/// The files whose links carry their hash, as a pattern behind a slash.
pub(super) const FINGERPRINTED: &str = r"(giao-dien/.|tim-kiem/engine\.js)";

/// The same as paths with `*`.
pub(super) const FINGERPRINTED_PATHS: [&str; 2] = ["/giao-dien/*", "/tim-kiem/engine.js"];

/// What every web server is told.
pub(super) struct Rules {
    /// Headers of every answer.
    pub(super) headers: Vec<(&'static str, String)>,
    /// Earlier addresses.
    pub(super) redirects: Vec<Redirect>,
    /// The type of each ending that files of the site have; small letters and digits.
    pub(super) types: BTreeMap<String, String>,
    /// The folder of its host in which the site will stand, as an address: "" at the root or when unknown, "/ke-hoach" else.
    pub(super) base_path: String,
    /// Whether compressed files lie beside the others.
    pub(super) compression: Compression,
}

/// An earlier address and where it leads.
pub(super) struct Redirect {
    /// The earlier address, within the site, as it is: only for [`pattern`] and comparison.
    pub(super) from: String,
    /// The same, percent-encoded.
    pub(super) from_link: String,
    /// Where it leads from there, percent-encoded: "../b/neu.html".
    pub(super) relative: String,
    /// Where it leads from the site's first folder, percent-encoded.
    pub(super) link: String,
}

impl Rules {
    pub(super) fn of(site: &Site, theme: &Theme, compression: Compression) -> Self {
        let policy = format!("{POLICY}; frame-ancestors 'self'");
        let plain = HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned()));
        Self {
            headers: [("Content-Security-Policy", policy)].into_iter().chain(plain).collect(),
            redirects: site.aliases.iter().map(redirect).collect(),
            types: types(site, theme),
            base_path: base_path(site),
            compression,
        }
    }

    /// The endings of files that may lie compressed beside themselves, and their types.
    pub(super) fn compressed_types(&self) -> impl Iterator<Item = (&str, &str)> {
        let types = self.types.iter().map(|(ending, media)| (ending.as_str(), media.as_str()));
        types.filter(|(ending, _)| TEXT_KINDS.contains(ending))
    }
}

fn redirect((from, route): &(String, Route)) -> Redirect {
    let to = route.path();
    Redirect {
        from: from.clone(),
        from_link: relative("", from),
        relative: relative(from, &to),
        link: relative("", &to),
    }
}

/// The types of all endings that the site has. An ending that nobody knows stays to the server.
fn types(site: &Site, theme: &Theme) -> BTreeMap<String, String> {
    let assets = theme.assets().iter().map(|asset| Route::Asset(asset.path.clone()).path());
    // The manifest is JSON; compressed files may come with another build.
    let own = ["manifest.json", "x.br", "x.gz"].map(str::to_owned);
    let paths = site.addresses().into_iter().chain(assets).chain(own);
    paths.filter_map(|path| media_type(path.rsplit_once('.')?.1)).collect()
}

fn media_type(ending: &str) -> Option<(String, String)> {
    let ending = ending.to_ascii_lowercase();
    if !ending.chars().all(|letter| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let own = TYPES.iter().find(|(own, _)| *own == ending).map(|(_, media)| (*media).to_owned());
    let media = own.or_else(|| mime_guess::from_ext(&ending).first_raw().map(str::to_owned))?;
    Some((ending, media))
}

/// The folder of `base_url` as an address of its own: what a person typed may be encoded or not.
fn base_path(site: &Site) -> String {
    let path = site.config.base_path().unwrap_or_default().trim_start_matches('/');
    match resolve(&Route::Home.path(), path) {
        Some((folder, _)) if !path.is_empty() => format!("/{}", relative("", &folder)),
        _ => String::new(),
    }
}

/// A regular expression for exactly this path, the same for PCRE and RE2: every sign that could mean something, to an expression
/// or to the file that holds it, is written by its number.
pub(super) fn pattern(path: &str) -> String {
    let sign = |letter: char| match letter {
        '.' => r"\.".to_owned(),
        '/' | '-' | '_' => letter.to_string(),
        letter if letter.is_ascii_alphanumeric() || !letter.is_ascii() => letter.to_string(),
        letter => format!(r"\x{:02x}", u32::from(letter)),
    };
    path.chars().map(sign).collect()
}

/// A pattern for the settings themselves, without a slash before it.
pub(super) fn hidden() -> String {
    let names: Vec<String> = HostFile::ALL.iter().map(|file| pattern(file.name())).collect();
    format!("({})", names.join("|"))
}
