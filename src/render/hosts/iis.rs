//! `web.config`: what IIS reads by itself.
//!
//! By default only types of files: one section that an administrator has locked makes the whole site answer 500.19, and so does a
//! type that is given twice, for which reason each is removed before it is given. Without the module URL Rewrite there are no
//! redirects; earlier addresses are pages on the disk. IIS hides the file itself.

use std::fmt::Write;

use super::rules::{REVALIDATE, Rules};
use crate::config::IisPart;

const HEAD: &str = "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- Cấu hình IIS cho trang này, planpress viết lại mỗi lần dựng; đừng sửa ở đây. IIS tự đọc tệp này.
     Mặc định chỉ có kiểu tệp. Tiêu đề HTTP và trang 404: ghi [hosts] iis = [\"headers\", \"errors\"] trong content/site.toml;
     máy chủ khóa phần nào thì cả trang báo lỗi 500.19, khi ấy bỏ phần đó.
     IIS settings of this site: types of files, and by wish headers and the page 404. -->
";

pub(super) fn text(rules: &Rules, parts: &[IisPart]) -> String {
    let errors = if parts.contains(&IisPart::Errors) { ERRORS } else { "" };
    let headers = if parts.contains(&IisPart::Headers) { headers(rules) } else { String::new() };
    let types = types(rules);
    format!(
        "{HEAD}<configuration>\n  <system.webServer>\n{types}{errors}{headers}  </system.webServer>\n</configuration>\n"
    )
}

fn types(rules: &Rules) -> String {
    let mut text = "    <staticContent>\n".to_owned();
    for (ending, media) in &rules.types {
        let _ = writeln!(text, "      <remove fileExtension=\".{ending}\" />");
        let _ =
            writeln!(text, "      <mimeMap fileExtension=\".{ending}\" mimeType=\"{media}\" />");
    }
    text + "    </staticContent>\n"
}

/// The page lies beside the settings, so that its path needs no folder of the host.
const ERRORS: &str = "    <httpErrors errorMode=\"Custom\">
      <remove statusCode=\"404\" subStatusCode=\"-1\" />
      <error statusCode=\"404\" subStatusCode=\"-1\" path=\"404.html\" responseMode=\"File\" />
    </httpErrors>
";

fn headers(rules: &Rules) -> String {
    let caching = ("Cache-Control", REVALIDATE);
    let all = rules.headers.iter().map(|(name, value)| (*name, value.as_str())).chain([caching]);
    let mut text = "    <httpProtocol>\n      <customHeaders>\n".to_owned();
    for (name, value) in all {
        let _ = writeln!(text, "        <remove name=\"{name}\" />");
        let _ = writeln!(text, "        <add name=\"{name}\" value=\"{value}\" />");
    }
    text + "      </customHeaders>\n    </httpProtocol>\n"
}
