//! The visible characters of a page, and what is left out of them, by one walk along the tree that knows nothing of lines and
//! cells: the account compares the tables with it.

use scraper::{ElementRef, Node};

use super::element::{self, Role};
use crate::import::table::{Aside, AsideKind};
use crate::text;

/// The visible characters in the order in which the page shows them, and what is left out.
pub(super) fn of(root: ElementRef<'_>) -> (String, Vec<Aside>) {
    let mut shown = String::new();
    let mut asides = Vec::new();
    let mut open: Vec<Step<'_>> = vec![Step::Enter(root)];
    while let Some(step) = open.pop() {
        match step {
            Step::Text(text) => shown.push_str(text),
            // Marks that stand behind the end of a line belong to no letter before it.
            Step::Edge => shown.push('\n'),
            Step::Enter(element) => match element::role(element) {
                Role::Nothing => {}
                Role::Break => shown.push('\n'),
                Role::Aside(kind) => asides.extend(aside(kind, element)),
                Role::Inline => open.extend(inside(element)),
                Role::Block | Role::Table | Role::Preformatted => {
                    shown.push('\n');
                    open.push(Step::Edge);
                    open.extend(inside(element));
                }
            },
        }
    }
    (text::visible(&shown), asides)
}

/// Something to be done on the walk.
enum Step<'t> {
    Enter(ElementRef<'t>),
    Text(&'t str),
    Edge,
}

/// What is in an element, last to first.
fn inside(element: ElementRef<'_>) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = match element::role(element) {
        Role::Table => element::shown_order(element).into_iter().map(Step::Enter).collect(),
        _ => element
            .children()
            .filter_map(|child| match child.value() {
                Node::Text(text) => Some(Step::Text(text)),
                _ => ElementRef::wrap(child).map(Step::Enter),
            })
            .collect(),
    };
    steps.reverse();
    steps
}

/// What is left out, if it is anything: a picture says nothing here, other things what they hold.
fn aside(kind: AsideKind, element: ElementRef<'_>) -> Option<Aside> {
    if kind == AsideKind::Picture {
        return Some(Aside { kind, text: String::new() });
    }
    let text = text::one_line(&element.text().collect::<String>());
    (!text.is_empty()).then_some(Aside { kind, text })
}
