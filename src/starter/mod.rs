//! The files of a new site, a small sample plan that builds at once; the settings of the site of a document; and the files
//! of a new theme, which overrides nothing yet.

use crate::tree::Tree;

/// What the sample site is called.
const TITLE: &str = "Kế hoạch của chúng tôi";

/// The files of a new site, with their paths within its folder.
#[must_use]
pub fn site() -> Tree {
    Tree::of([
        ("content/site.toml", site_settings(TITLE).as_str()),
        ("content/agencies.toml", include_str!("agencies.toml")),
        ("content/gioi-thieu.md", include_str!("gioi-thieu.md")),
        ("content/ke-hoach/mau-2025/plan.md", include_str!("plan.md")),
        ("content/ke-hoach/mau-2025/a-1/domain.md", include_str!("domain.md")),
        ("content/ke-hoach/mau-2025/a-1/a-1-1.md", include_str!("a-1-1.md")),
        ("content/ke-hoach/mau-2025/a-1/a-1-2.md", include_str!("a-1-2.md")),
    ])
}

/// The settings of a site that has content of its own already, with their path within its folder.
#[must_use]
pub fn settings(title: &str) -> Tree {
    Tree::of([("content/site.toml", site_settings(title).as_str())])
}

fn site_settings(title: &str) -> String {
    include_str!("site.toml").replace("{title}", &toml::Value::from(title).to_string())
}

/// The files of a new theme over another one, with their paths within the site's folder.
#[must_use]
pub fn theme(name: &str, extends: &str) -> Tree {
    let manifest = include_str!("theme.toml").replace("{name}", name).replace("{extends}", extends);
    Tree::of([(format!("themes/{name}/theme.toml").as_str(), manifest.as_str())])
}
