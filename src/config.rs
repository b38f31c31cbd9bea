//! `content/site.toml`: what the site is called, how it looks and where it will stand.

mod hosts;

use serde::Serialize;

pub use hosts::{HostFile, Hosts, IisPart};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Document, Faults, Table};
use crate::model::{VIETNAMESE, is_id};
use crate::tree::{RelPath, Tree};

/// The file, within the folder `content`.
const FILE: &str = "site.toml";
/// The same file, as faults name it.
const SHOWN: &str = "content/site.toml";

/// The settings of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The site's title.
    pub title: String,
    /// One sentence on the site.
    pub description: Option<String>,
    /// The languages of the interface, at least one, the main one first; BCP 47 tags in small letters.
    pub languages: Vec<String>,
    /// The theme's name.
    pub theme: String,
    /// Who publishes the site.
    pub publisher: Option<String>,
    /// The licence of the data.
    pub license: Option<License>,
    /// Where the site will be published, without a slash at its end.
    pub base_url: Option<String>,
    /// What it brings along for web servers.
    pub hosts: Hosts,
    /// Whether the harmless subset of raw HTML is kept in prose, introductions and notes.
    pub markdown_html: bool,
    /// The site's own settings, for its theme.
    pub extra: toml::Table,
}

/// The licence of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct License {
    /// Its name.
    pub name: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl Config {
    /// The main language, whose pages stand in the site's first folder.
    #[must_use]
    pub fn main_language(&self) -> &str {
        self.languages.first().map_or(VIETNAMESE, String::as_str)
    }

    /// The further languages; the pages of each stand in a folder of its name.
    #[must_use]
    pub fn further_languages(&self) -> &[String] {
        self.languages.get(1..).unwrap_or_default()
    }

    /// Where on its host the site will stand, if that is known: "" at the host's root, "/ke-hoach" in a folder of it.
    #[must_use]
    pub fn base_path(&self) -> Option<&str> {
        let (_, address) = self.base_url.as_ref()?.split_once("://")?;
        Some(address.find('/').and_then(|slash| address.get(slash..)).unwrap_or_default())
    }
}

/// Reads `site.toml` of a content folder. Nothing when there is no such file.
#[must_use]
pub fn parse(content: &Tree) -> (Option<Config>, Diagnostics) {
    let Some((path, bytes)) = RelPath::new(SHOWN).zip(content.bytes(FILE)) else {
        return (None, Diagnostic::new(Code::NoSite).into());
    };
    let source = match document::decode(&path, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return (None, diagnostic.into()),
    };
    let faults = Faults::default();
    let config = Document::toml(&source).read_head(&faults, read);
    (config, faults.into_diagnostics())
}

fn read(head: &Table<'_>) -> Option<Config> {
    head.expect_format();
    let title = head.required_text("title");
    let base_url = web_address(head, "base_url").map(|url| url.trim_end_matches('/').to_owned());
    Some(Config {
        description: head.plain_text("description"),
        languages: languages(head),
        theme: head.plain_text("theme").unwrap_or_else(|| "cong-bo".to_owned()),
        publisher: head.plain_text("publisher"),
        license: license(head),
        base_url,
        hosts: hosts::read(head),
        markdown_html: head.flag("markdown_html").unwrap_or_default(),
        extra: head.free_table("extra"),
        title: title?.value,
    })
}

/// `language = "vi"`, or `languages = ["vi", "en"]`. Both may be given if they agree on the main language. A language is
/// also the name of a folder, so that nothing else than a tag may stand there.
fn languages(head: &Table<'_>) -> Vec<String> {
    let single = head.text("language");
    let listed = head.texts("languages");
    let mut languages: Vec<String> = Vec::new();
    for tag in listed.iter().chain(single.iter().filter(|_| listed.is_empty())) {
        let key = if listed.is_empty() { "language" } else { "languages" };
        if !is_id(&tag.value) || languages.contains(&tag.value) {
            head.bad_value(key, tag, "[\"vi\", \"en\"]");
            continue;
        }
        languages.push(tag.value.clone());
    }
    if let (Some(single), Some(main)) = (single, listed.first())
        && single.value != main.value
    {
        head.bad_value("language", &single, &format!("\"{}\"", main.value));
    }
    if languages.is_empty() { vec![VIETNAMESE.to_owned()] } else { languages }
}

/// `license = "CC BY 4.0"`, or a table with `name` and `url`.
fn license(head: &Table<'_>) -> Option<License> {
    if head.is_text("license") {
        return head.plain_text("license").map(|name| License { name, url: None });
    }
    let table = head.table("license")?;
    let name = table.required_text("name");
    let url = web_address(&table, "url");
    Some(License { name: name?.value, url })
}

/// An address of the web; another kind of link could run a program, and signs that no address holds could end the line, the
/// header or the element that it is written into.
fn web_address(table: &Table<'_>, key: &str) -> Option<String> {
    let url = table.text(key)?;
    let host = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let foreign = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
    let allowed = host.is_some_and(|host| !host.is_empty() && !host.contains(foreign));
    if !allowed {
        table.bad_value(key, &url, "https://…");
    }
    allowed.then_some(url.value)
}
