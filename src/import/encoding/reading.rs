//! The ways to read a text whose letters are the stand-ins of another encoding: `NhiÖm vô`, `Nhieäm vuï`, `Nhiá»‡m vá»¥`.

use super::score::{Case, Score, is_between, is_plausible};
use super::{Encoding, tcvn3, vni, windows};

/// A way to read stand-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As letters of the fonts of ABC.
    Tcvn3,
    /// As letters of the fonts of VNI.
    Vni,
    /// As bytes of UTF-8 that were taken for letters.
    Once,
}

impl Reading {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Once];

    /// The encoding whose stand-ins it reads.
    pub(super) fn encoding(self) -> Encoding {
        match self {
            Self::Tcvn3 => Encoding::Tcvn3,
            Self::Vni => Encoding::Vni,
            Self::Once => Encoding::Utf8Twice,
        }
    }

    /// The text; nothing where it cannot be read so.
    pub(super) fn read(self, text: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => Some(tcvn3::modern(text)),
            Self::Vni => Some(vni::modern(text)),
            Self::Once => windows::once(text),
        }
    }

    /// The text with only those words read that could not be Vietnamese as they are and can be so read.
    pub(super) fn read_odd_words(self, text: &str) -> String {
        let pieces = text.split_inclusive(is_between);
        let piece = |piece: &str| {
            let word = piece.trim_end_matches(is_between);
            let read = self.read(word).filter(|read| is_plausible(read, self.case()));
            match read.filter(|_| !word.is_ascii() && !is_plausible(word, Case::Written)) {
                Some(read) => read + piece.get(word.len()..).unwrap_or_default(),
                None => piece.to_owned(),
            }
        };
        pieces.map(piece).collect()
    }

    /// How Vietnamese a text is when it is read so.
    pub(super) fn score(self, text: &str) -> Score {
        self.read(text).map(|read| Score::of(&read, self.case())).unwrap_or_default()
    }

    /// What the case of the letters is worth that it gives.
    pub(super) fn case(self) -> Case {
        match self {
            Self::Tcvn3 => Case::Lost,
            Self::Vni | Self::Once => Case::Written,
        }
    }
}
