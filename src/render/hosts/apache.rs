//! `.htaccess`: what Apache reads by itself where `AllowOverride FileInfo` lets it.
//!
//! Only what `FileInfo` allows stands here, and each module's words stand under its name, since a word that is not allowed or not
//! known makes Apache answer nothing but 500. A `RewriteRule` sees paths within the folder; the way before it is taken from
//! the request.

use std::fmt::Write;

use super::rules::{FINGERPRINTED, IMMUTABLE, REVALIDATE, Rules, hidden, pattern};
use crate::render::Compression;

const HEAD: &str = "\
# Cấu hình Apache cho trang này, planpress viết lại mỗi lần dựng; đừng sửa ở đây. Apache tự đọc tệp này khi thư mục của trang
# có AllowOverride FileInfo (hoặc All). Trang trong thư mục con: ghi base_url trong content/site.toml để máy chủ biết trang 404 ở đâu.
# Apache settings of this site; they need AllowOverride FileInfo.
";

pub(super) fn text(rules: &Rules) -> String {
    let not_found = format!("\nErrorDocument 404 {}/404.html\n", rules.base_path);
    [HEAD.to_owned(), not_found, types(rules), headers(rules), rewriting(rules), compressed(rules)]
        .concat()
}

fn types(rules: &Rules) -> String {
    let line = |(ending, media): (&String, &String)| format!("  AddType \"{media}\" .{ending}\n");
    let lines: String = rules.types.iter().map(line).collect();
    format!("\n<IfModule mod_mime.c>\n{lines}</IfModule>\n")
}

fn headers(rules: &Rules) -> String {
    let mut text = "\n<IfModule mod_headers.c>\n".to_owned();
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"{REVALIDATE}\"");
    let _ = writeln!(
        text,
        "  Header set Cache-Control \"{IMMUTABLE}\" \"expr=%{{REQUEST_URI}} =~ m#/{FINGERPRINTED}# && \
        %{{QUERY_STRING}} =~ /(^|&)v=./ && %{{REQUEST_STATUS}} == '200'\""
    );
    text + "</IfModule>\n"
}

/// A folder without a first page is not there, the settings are not there, and earlier addresses lead on.
fn rewriting(rules: &Rules) -> String {
    let mut text = format!(
        "\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n  \
        RewriteRule \"(^|/){}$\" \"-\" [R=404,L]\n  \
        RewriteCond %{{REQUEST_FILENAME}} -d\n  \
        RewriteCond %{{REQUEST_FILENAME}}/index.html !-f\n  \
        RewriteRule \"^\" \"-\" [R=404,L]\n",
        hidden()
    );
    for redirect in &rules.redirects {
        let from = pattern(&redirect.from);
        // Before a digit, `%` would mean a part of the condition.
        let to = redirect.link.replace('%', r"\%");
        let _ = writeln!(text, "  RewriteCond %{{REQUEST_URI}} \"^(.*/){from}$\"");
        let _ = writeln!(text, "  RewriteRule \"^{from}$\" \"%1{to}\" [R=301,L,NE]");
    }
    if rules.compression == Compression::Beside {
        text += "  # Trang 404 giữ nguyên, vì lần chuyển nữa sẽ mất trạng thái 404.\n";
        let endings: Vec<&str> = rules.compressed_types().map(|(ending, _)| ending).collect();
        for ending in ["br", "gz"] {
            let coding = if ending == "gz" { "gzip" } else { ending };
            let _ = write!(
                text,
                "  RewriteCond %{{ENV:REDIRECT_STATUS}} !=404\n  \
                RewriteCond %{{HTTP:Accept-Encoding}} \"(^|[ ,]){coding} *(,|$|; *q=(1|0\\.0*[1-9]))\"\n  \
                RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
                RewriteRule \"\\.({})$\" \"%{{REQUEST_URI}}.{ending}\" [END]\n",
                endings.join("|")
            );
        }
    }
    text + "</IfModule>\n"
}

/// What lies compressed has the type of the file that it stands for, and says that its bytes depend on what was asked.
fn compressed(rules: &Rules) -> String {
    if rules.compression == Compression::None {
        return String::new();
    }
    let mut text = "\n<IfModule mod_headers.c>\n".to_owned();
    for (ending, media) in rules.compressed_types() {
        let _ = write!(
            text,
            "  <FilesMatch \"\\.{ending}\\.(br|gz)$\">\n    ForceType \"{media}\"\n  </FilesMatch>\n"
        );
    }
    let endings: Vec<&str> = rules.compressed_types().map(|(ending, _)| ending).collect();
    let endings = endings.join("|");
    for (ending, coding) in [("br", "br"), ("gz", "gzip")] {
        let _ = write!(
            text,
            "  <FilesMatch \"\\.({endings})\\.{ending}$\">\n    \
            Header set Content-Encoding {coding}\n    \
            SetEnv no-gzip 1\n    SetEnv no-brotli 1\n  </FilesMatch>\n"
        );
    }
    let _ = write!(
        text,
        "  <FilesMatch \"\\.({endings})(\\.(br|gz))?$\">\n    \
        Header merge Vary Accept-Encoding\n  </FilesMatch>\n"
    );
    text + "</IfModule>\n"
}
