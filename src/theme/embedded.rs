//! The themes that the program carries with it: the folder `themes/` of its source. The only place that knows rust-embed.

use rust_embed::RustEmbed;

use crate::tree::{File, RelPath, Tree};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/themes"]
struct Files;

/// The shipped themes: `<theme>/theme.toml`, `<theme>/templates/…`, `<theme>/static/…`, `<theme>/i18n/<language>.toml`.
#[must_use]
pub fn shipped() -> Tree {
    let file = |path: std::borrow::Cow<'static, str>| {
        let file = Files::get(&path)?;
        Some((RelPath::new(path.into_owned())?, File::Bytes(file.data.into_owned())))
    };
    let hidden = |path: &RelPath| path.name().starts_with('.');
    Files::iter().filter_map(file).filter(|(path, _)| !hidden(path)).collect()
}
