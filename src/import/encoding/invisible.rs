//! Signs that print nothing and stand within words: where a word may be parted, where no break may be. A name that holds one is
//! the same name, so they are dropped before anything is read of it.

use crate::import::table::{Block, Manuscript};

/// The soft hyphen, the blank without width, the joiner of words, and the byte order mark of a text that was put together; and
/// control characters, which steer machines and are no words (those that part lines or columns are blanks, and stay).
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// A text without them.
pub(super) fn dropped(text: String) -> String {
    if text.contains(is_invisible) { text.replace(is_invisible, "") } else { text }
}

/// A manuscript without them.
pub(super) fn dropped_from(mut manuscript: Manuscript) -> Manuscript {
    if !manuscript.visible.contains(is_invisible) {
        return manuscript;
    }
    for block in &mut manuscript.blocks {
        match block {
            Block::Text(lines) => drop_from(lines),
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| drop_from(&mut cell.lines));
            }
        }
    }
    manuscript.visible = dropped(manuscript.visible);
    manuscript
}

fn drop_from(lines: &mut Vec<String>) {
    for line in lines.iter_mut().filter(|line| line.contains(is_invisible)) {
        *line = crate::text::one_line(&line.replace(is_invisible, ""));
    }
    lines.retain(|line| !line.is_empty());
}
