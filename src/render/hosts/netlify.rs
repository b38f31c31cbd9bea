//! `_headers` and `_redirects`: what Netlify, Cloudflare Pages and their like read by themselves.
//!
//! These hosts serve `404.html`, compress and let browsers ask again without being told. They join a header that two rules give,
//! so each header is given once; and they cannot see the question behind an address, so what has its hash there is kept for an
//! hour only. The site stands at the root of its host there.

use std::fmt::Write;

use super::rules::{FINGERPRINTED_PATHS, Rules, SHORT};

const HEAD: &str = "\
# Cấu hình cho Netlify, Cloudflare Pages…, planpress viết lại mỗi lần dựng; đừng sửa ở đây. Máy chủ tự đọc tệp này ở thư mục gốc.
# Settings for Netlify, Cloudflare Pages and their like, which read them in the first folder.

";

pub(super) fn headers(rules: &Rules) -> String {
    let mut text = HEAD.to_owned() + "/*\n";
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in FINGERPRINTED_PATHS {
        let _ = write!(text, "{path}\n  Cache-Control: {SHORT}\n");
    }
    for (ending, media) in &rules.types {
        let _ = write!(text, "/*.{ending}\n  Content-Type: {media}\n");
    }
    text
}

pub(super) fn redirects(rules: &Rules) -> String {
    let mut text = HEAD.to_owned();
    for redirect in &rules.redirects {
        let _ = writeln!(text, "/{} /{} 301", redirect.from_link, redirect.link);
    }
    text
}
