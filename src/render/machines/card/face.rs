//! The one face of the cards: Libertinus Serif, which has every letter of Vietnamese. The only place that knows
//! typst-assets, which ships it (SIL Open Font License 1.1), and skrifa, which knows how wide its letters are.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// The family's name, as the face itself gives it.
pub(super) const FAMILY: &str = "Libertinus Serif";

/// The face's file. The others that the crate ships do not end up in the program, since only the first is asked for.
pub(super) fn bytes() -> Option<&'static [u8]> {
    typst_assets::fonts().next()
}

/// How wide a text is at a size of 1. Pairs of letters that stand closer to each other do not count, so that a line is
/// never wider than this; a letter that the face lacks counts as the widest.
pub(super) fn width(text: &str) -> f32 {
    let Some(face) = bytes().and_then(|bytes| FontRef::new(bytes).ok()) else { return 0.0 };
    let (letters, widths) =
        (face.charmap(), face.glyph_metrics(Size::new(1.0), LocationRef::default()));
    let width = |letter: char| letters.map(letter).and_then(|glyph| widths.advance_width(glyph));
    text.chars().map(|letter| width(letter).unwrap_or(1.0)).sum()
}
