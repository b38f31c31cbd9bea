//! Words into the lines of a block: as large as fits, smaller where there are more, and with "…" where even the smallest
//! letters are too large. A line is never wider than it may be.

use super::face::width;

/// Where words stand on a card, and between which sizes.
pub(super) struct Block {
    /// The upper edge.
    pub(super) top: f32,
    /// How high all lines may be together.
    pub(super) height: f32,
    /// The size of few words.
    pub(super) largest: f32,
    /// The size below which nobody could read them.
    pub(super) smallest: f32,
}

/// Words in lines.
pub(super) struct Fitted {
    /// The size of the letters.
    pub(super) size: f32,
    /// The lines; none of no words.
    pub(super) lines: Vec<String>,
}

/// How far lines stand from each other, in sizes: stacked marks such as those of "Ể" need their room.
const LINE: f32 = 1.28;

/// How far the first baseline stands below the upper edge, in sizes.
const ASCENT: f32 = 0.98;

/// By how much letters shrink at a time.
const STEP: f32 = 4.0;

impl Fitted {
    /// The baseline of each line.
    pub(super) fn baselines(&self, top: f32) -> impl Iterator<Item = f32> {
        let (first, step) = (top + self.size * ASCENT, self.size * LINE);
        std::iter::successors(Some(first), move |baseline| Some(baseline + step))
    }
}

/// The words in the largest size in which they fit.
pub(super) fn fit(words: &str, measure: f32, block: &Block) -> Fitted {
    let mut size = block.largest;
    loop {
        let lines = wrap(words, measure / size);
        let room = room(block, size);
        if lines.len() <= room {
            return Fitted { size, lines };
        }
        if size <= block.smallest {
            return Fitted { size, lines: cut(lines, room, measure / size) };
        }
        size = (size - STEP).max(block.smallest);
    }
}

/// How many lines fit into a block.
fn room(block: &Block, size: f32) -> usize {
    let mut room = 0;
    let mut height = size * LINE;
    while height <= block.height {
        room += 1;
        height += size * LINE;
    }
    room
}

/// Lines of at most this width at a size of 1. A word that is wider than a line is broken between letters.
fn wrap(words: &str, measure: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace().flat_map(|word| pieces(word, measure)) {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(&word) <= measure => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word in pieces that fit into a line: one, unless it is longer than any word of Vietnamese.
fn pieces(word: &str, measure: f32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
            if width(piece) > measure && piece.chars().count() > 1 {
                piece.pop();
                pieces.push(letter.to_string());
            }
        }
    }
    pieces
}

/// The first lines, with "…" at the end of the last.
fn cut(mut lines: Vec<String>, room: usize, measure: f32) -> Vec<String> {
    lines.truncate(room);
    if let Some(last) = lines.last_mut() {
        while width(last) + width("…") > measure && last.pop().is_some() {}
        last.push('…');
    }
    lines
}
