//! Text of a page as lines, ended where the page shows a break.

use scraper::{ElementRef, Node};

use super::element::{self, Role};
use super::grid;
use crate::text;

/// Lines, the last of which may go on.
#[derive(Debug, Default)]
pub(super) struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    /// All lines of an element. A row of a table within it is one line.
    pub(super) fn of(element: ElementRef<'_>) -> Vec<String> {
        let mut lines = Self::default();
        lines.walk_inside(element, Wraps::MeanNothing);
        lines.take()
    }

    /// Goes on with some text of the source.
    pub(super) fn push(&mut self, text: &str, wraps: Wraps) {
        if wraps == Wraps::MeanNothing {
            self.open.push_str(text);
            return;
        }
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.end();
            }
            self.open.push_str(line);
        }
    }

    /// Ends the line.
    pub(super) fn end(&mut self) {
        let line = text::one_line(&std::mem::take(&mut self.open));
        self.done.extend(Some(line).filter(|line| !line.is_empty()));
    }

    /// The lines so far.
    pub(super) fn take(&mut self) -> Vec<String> {
        self.end();
        std::mem::take(&mut self.done)
    }

    fn walk_inside(&mut self, element: ElementRef<'_>, wraps: Wraps) {
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.push(text, wraps);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.walk(child, wraps);
            }
        }
    }

    fn walk(&mut self, element: ElementRef<'_>, wraps: Wraps) {
        match element::role(element) {
            Role::Nothing | Role::Aside(_) => {}
            Role::Break => self.end(),
            Role::Inline => self.walk_inside(element, wraps),
            role @ (Role::Block | Role::Preformatted) => {
                self.end();
                self.walk_inside(element, wraps.within(role));
                self.end();
            }
            Role::Table => {
                self.end();
                for caption in grid::captions(element) {
                    self.done.extend(Self::of(caption));
                }
                for row in grid::groups(element).into_iter().flatten() {
                    let cells = grid::cells(row).into_iter().map(Self::of);
                    self.open = cells.map(|lines| lines.join(" ")).collect::<Vec<_>>().join(" ");
                    self.end();
                }
            }
        }
    }
}

/// What line breaks of the source mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wraps {
    /// No more than a blank.
    MeanNothing,
    /// They are shown.
    ArePrinted,
}

impl Wraps {
    /// What they mean within an element.
    pub(super) fn within(self, role: Role) -> Self {
        if role == Role::Preformatted { Self::ArePrinted } else { self }
    }
}
