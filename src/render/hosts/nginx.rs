//! `nginx.conf`: what an owner includes in a `server` block, or in a `location` of it.
//!
//! It has no `location` of its own and no `map`, which nginx allows at one of these places only; an `if` that only sets or returns
//! is safe at both. Addresses are relative or taken by their end, so that the folder does not matter, save for the page 404.

use std::fmt::Write;

use super::rules::{FINGERPRINTED, IMMUTABLE, REVALIDATE, Rules, hidden, pattern};
use crate::render::Compression;

const HEAD: &str = "\
# Cấu hình nginx cho trang này, planpress viết lại mỗi lần dựng; đừng sửa ở đây. Đặt vào khối server { … }, sau dòng root:
#     include <thư mục của trang>/nginx.conf;
# Trang trong thư mục con: location /ke-hoach/ { alias <thư mục của trang>/; include <thư mục của trang>/nginx.conf; }
# và ghi base_url trong content/site.toml để máy chủ biết trang 404 ở đâu.
# nginx settings of this site, to be included in a server block or a location of it.
";

pub(super) fn text(rules: &Rules) -> String {
    [
        HEAD.to_owned(),
        headers(rules),
        not_found(rules),
        redirects(rules),
        types(rules),
        compression(rules),
    ]
    .concat()
}

fn headers(rules: &Rules) -> String {
    let mut text = format!(
        "\nset $planpress_cache \"{REVALIDATE}\";\n\
        set $planpress_asked \"$uri?$arg_v\";\n\
        if ($planpress_asked ~ \"/{FINGERPRINTED}[^?]*\\?.\") {{ set $planpress_cache \"{IMMUTABLE}\"; }}\n\
        add_header Cache-Control $planpress_cache;\n"
    );
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text
}

fn not_found(rules: &Rules) -> String {
    format!(
        "\nerror_page 403 404 =404 \"{}/404.html\";\nif ($uri ~ \"/{}$\") {{ return 404; }}\n",
        rules.base_path,
        hidden()
    )
}

fn redirects(rules: &Rules) -> String {
    let line = |redirect: &super::rules::Redirect| {
        format!("rewrite \"/{}$\" \"{}\" permanent;\n", pattern(&redirect.from), redirect.relative)
    };
    let lines: String = rules.redirects.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

fn types(rules: &Rules) -> String {
    let line = |(ending, media): (&String, &String)| format!("    \"{media}\" {ending};\n");
    let lines: String = rules.types.iter().map(line).collect();
    format!("\ntypes {{\n{lines}}}\n")
}

/// Only gzip: the module for Brotli is none of nginx's own, and without it its words would be a fault.
fn compression(rules: &Rules) -> String {
    match rules.compression {
        Compression::None => String::new(),
        Compression::Beside => "\ngzip_static on;\ngzip_vary on;\n\
            # Có mô-đun brotli thì bỏ dấu # (with the module for Brotli):\n# brotli_static on;\n"
            .to_owned(),
    }
}
