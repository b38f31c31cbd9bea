//! Settings for web servers, all written from one model: headers, redirects, the page 404, types of files, and what is sent
//! compressed.
//!
//! They hold no path of a machine and, where the format can, no prefix either, so that the same file works at a host's root and in
//! a folder of it. Every earlier address is a whole page on the disk, too: a host that reads none of these files still answers.
//! Nothing here turns on HTTPS or compresses on the fly, which is for the owner of the server to say.

mod apache;
mod caddy;
mod iis;
mod netlify;
mod nginx;
mod rules;

use crate::config::HostFile;
use crate::render::Compression;
use crate::site::Site;
use crate::theme::Theme;
use rules::Rules;

/// The files that a site brings along for web servers, and their text.
pub(super) fn files(
    site: &Site,
    theme: &Theme,
    compression: Compression,
) -> Vec<(HostFile, String)> {
    let rules = Rules::of(site, theme, compression);
    let text = |file: HostFile| match file {
        HostFile::Nginx => nginx::text(&rules),
        HostFile::Apache => apache::text(&rules),
        HostFile::Caddy => caddy::text(&rules),
        HostFile::Iis => iis::text(&rules, &site.config.hosts.iis),
        HostFile::Headers => netlify::headers(&rules),
        HostFile::Redirects => netlify::redirects(&rules),
    };
    site.config.hosts.files.iter().map(|file| (*file, text(*file))).collect()
}
