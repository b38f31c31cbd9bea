//! `Caddyfile`: what an owner imports in a site's block, or in a `handle_path` of it.
//!
//! It uses no `handle_errors`, which Caddy allows in the block itself only. Within `handle_path` the folder is cut off, so paths
//! are those of the site, and redirects are relative.

use std::fmt::Write;

use super::rules::{FINGERPRINTED_PATHS, IMMUTABLE, REVALIDATE, Rules, pattern};
use crate::config::HostFile;
use crate::render::Compression;

const HEAD: &str = "\
# Cấu hình Caddy cho trang này, planpress viết lại mỗi lần dựng; đừng sửa ở đây. Đặt vào khối của tên miền:
#     root * <thư mục của trang>
#     import <thư mục của trang>/Caddyfile
# Trang trong thư mục con: đặt hai dòng ấy vào handle_path /ke-hoach/* { … }.
# Caddy settings of this site, to be imported in a site block or in a handle_path of it.
";

/// What ends both ways of answering: the first with the file that was asked for, the second with the page 404.
pub(super) fn text(rules: &Rules) -> String {
    let precompressed = match rules.compression {
        Compression::None => "",
        Compression::Beside => "\n        precompressed br gzip",
    };
    let mut text = HEAD.to_owned() + &headers(rules) + &redirects(rules);
    let hidden = HostFile::ALL.map(|file| format!("/{}", file.name())).join(" ");
    let fingerprinted = FINGERPRINTED_PATHS.join(" ");
    let _ = write!(
        text,
        "\n@planpress_there {{\n    file {{path}} {{path}}/index.html\n    not path {hidden}\n}}\n\
        handle @planpress_there {{\n    \
        @planpress_versioned {{\n        path {fingerprinted}\n        query v=*\n    }}\n    \
        header @planpress_versioned Cache-Control \"{IMMUTABLE}\"\n{}    \
        file_server {{{precompressed}\n    }}\n}}\n\
        handle {{\n    rewrite * /404.html\n    \
        file_server {{\n        status 404{precompressed}\n    }}\n}}\n",
        types(rules)
    );
    text
}

fn headers(rules: &Rules) -> String {
    let mut text = format!("\nheader {{\n    Cache-Control \"{REVALIDATE}\"\n");
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "    {name} \"{value}\"");
    }
    text + "}\n"
}

fn redirects(rules: &Rules) -> String {
    let line = |(place, redirect): (usize, &super::rules::Redirect)| {
        let (from, to) = (pattern(&redirect.from), &redirect.relative);
        let name = format!("@planpress_{}", place + 1);
        format!("{name} path_regexp \"^/{from}$\"\nredir {name} \"{to}\" 301\n")
    };
    let lines: String = rules.redirects.iter().enumerate().map(line).collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

fn types(rules: &Rules) -> String {
    let line = |(ending, media): (&String, &String)| {
        let name = format!("@planpress_{ending}");
        format!("    {name} path *.{ending}\n    header {name} Content-Type \"{media}\"\n")
    };
    rules.types.iter().map(line).collect()
}
