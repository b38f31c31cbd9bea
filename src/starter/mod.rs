//! The files of a new site: a small sample plan that builds at once and shows every kind of row.

use crate::tree::Tree;

/// The files, with their paths within the site's folder.
#[must_use]
pub fn tree() -> Tree {
    Tree::of([
        ("content/site.toml", include_str!("site.toml")),
        ("content/agencies.toml", include_str!("agencies.toml")),
        ("content/gioi-thieu.md", include_str!("gioi-thieu.md")),
        ("content/ke-hoach/mau-2025/plan.md", include_str!("plan.md")),
        ("content/ke-hoach/mau-2025/a-1/domain.md", include_str!("domain.md")),
        ("content/ke-hoach/mau-2025/a-1/a-1-1.md", include_str!("a-1-1.md")),
        ("content/ke-hoach/mau-2025/a-1/a-1-2.md", include_str!("a-1-2.md")),
    ])
}
