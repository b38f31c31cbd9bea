//! `[hosts]` of `site.toml`: for which web servers a site brings the settings along, and what those of IIS say.

use super::Table;

/// A file of settings that a web server or a host reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HostFile {
    /// nginx, which includes it.
    Nginx,
    /// Apache, which reads it by itself.
    Apache,
    /// Caddy, which imports it.
    Caddy,
    /// IIS, which reads it by itself.
    Iis,
    /// Headers, for Netlify and Cloudflare Pages.
    Headers,
    /// Redirects, for the same hosts.
    Redirects,
}

impl HostFile {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Nginx, Self::Apache, Self::Caddy, Self::Iis, Self::Headers, Self::Redirects];

    /// Its name, by which servers look for it and `site.toml` chooses it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx.conf",
            Self::Apache => ".htaccess",
            Self::Caddy => "Caddyfile",
            Self::Iis => "web.config",
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
        }
    }
}

/// A part of `web.config` that is there by wish only: where an administrator has locked it, IIS answers nothing but 500.19.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IisPart {
    /// `customHeaders`
    Headers,
    /// `httpErrors`
    Errors,
}

impl IisPart {
    const ALL: [Self; 2] = [Self::Headers, Self::Errors];

    fn name(self) -> &'static str {
        match self {
            Self::Headers => "headers",
            Self::Errors => "errors",
        }
    }
}

/// What a site brings along for web servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    /// The files, each once; all unless some were chosen.
    pub files: Vec<HostFile>,
    /// What `web.config` says beside the types of files.
    pub iis: Vec<IisPart>,
}

impl Default for Hosts {
    fn default() -> Self {
        Self { files: HostFile::ALL.to_vec(), iis: Vec::new() }
    }
}

pub(super) fn read(head: &Table<'_>) -> Hosts {
    let Some(table) = head.table("hosts") else { return Hosts::default() };
    let files = chosen(&table, "files", &HostFile::ALL, HostFile::name);
    let iis = chosen(&table, "iis", &IisPart::ALL, IisPart::name).unwrap_or_default();
    Hosts { files: files.unwrap_or_else(|| HostFile::ALL.to_vec()), iis }
}

/// The values that a list names, each once, in the order of `all`; nothing where there is no list.
fn chosen<T: Copy>(
    table: &Table<'_>,
    key: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Option<Vec<T>> {
    let named = table.texts(key);
    for found in &named {
        if !all.iter().any(|value| name(*value) == found.value) {
            let allowed: Vec<&str> = all.iter().map(|value| name(*value)).collect();
            table.bad_value(key, found, &allowed.join(", "));
        }
    }
    let is_named = |value: &T| named.iter().any(|found| found.value == name(*value));
    table.has(key).then(|| all.iter().copied().filter(is_named).collect())
}
