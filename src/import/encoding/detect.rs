//! Which encoding of a byte a letter some bytes are in: the one in which the text is Vietnamese, clearly more than in any other.
//!
//! What a page says of its own encoding decides between two that are near each other, and nothing else: a page in an old font says
//! that it is Windows-1252.

use super::score::{Case, Score};
use super::{Decoded, Encoding, tcvn3, vni, windows};

/// How much of a text must be Vietnamese, in thousandths of its words.
const LEAST: usize = 750;
/// By how much the best encoding must be better.
const MARGIN: usize = 150;

/// A page says what it is encoded in near its beginning.
const HINT_WITHIN: usize = 2048;

/// How the bytes read in one encoding.
struct Candidate {
    encoding: Encoding,
    text: String,
    /// Thousandths of the words that can be Vietnamese.
    share: usize,
}

/// The text of the bytes.
///
/// # Errors
/// The encodings that would do, of which there are several or none.
pub(super) fn detect(bytes: &[u8], said: Option<Encoding>) -> Result<Decoded, Vec<Encoding>> {
    let western = windows::western(bytes);
    match said {
        Some(Encoding::Tcvn3) => return Ok(super::of(Encoding::Tcvn3, tcvn3::modern(&western))),
        Some(Encoding::Vni) => return Ok(super::of(Encoding::Vni, vni::modern(&western))),
        _ => {}
    }
    let mut candidates = vec![
        candidate(Encoding::Windows1258, windows::vietnamese(bytes), Case::Written),
        candidate(Encoding::Tcvn3, tcvn3::modern(&western), Case::Lost),
        candidate(Encoding::Vni, vni::modern(&western), Case::Written),
        candidate(Encoding::Windows1252, western, Case::Written),
    ];
    candidates.retain(|candidate| candidate.share >= LEAST);
    let best = candidates.iter().map(|candidate| candidate.share).max().unwrap_or_default();
    candidates.retain(|candidate| candidate.share + MARGIN > best);
    let hint = hint(bytes);
    let alike = candidates.windows(2).all(|pair| match pair {
        [one, other] => one.text == other.text,
        _ => true,
    });
    let hinted = candidates.iter().position(|candidate| Some(candidate.encoding) == hint);
    match hinted.or_else(|| alike.then_some(0)).filter(|place| *place < candidates.len()) {
        Some(place) => {
            let candidate = candidates.swap_remove(place);
            Ok(super::of(candidate.encoding, candidate.text))
        }
        None => Err(candidates.iter().map(|candidate| candidate.encoding).collect()),
    }
}

fn candidate(encoding: Encoding, text: String, case: Case) -> Candidate {
    let score = Score::of(&text, case);
    let share = (score.plausible * 1000).checked_div(score.words).unwrap_or_default();
    Candidate { encoding, text, share }
}

/// The encoding that a page says: `<meta charset="windows-1258">`, `<?xml encoding="windows-1258"?>`.
fn hint(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..HINT_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let behind = ["charset=", "encoding="].iter().find_map(|key| start.split_once(key))?.1;
    let name = behind.trim_start_matches(['"', '\'']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next()?;
    match name {
        "iso-8859-1" => Some(Encoding::Windows1252),
        name => Encoding::named(name),
    }
}
