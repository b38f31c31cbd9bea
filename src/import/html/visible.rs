//! The visible characters of a page, and what is left out of them, by one walk along the tree that knows nothing of lines and
//! cells: the account compares the tables with it.

use std::collections::BTreeMap;

use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::element::{self, Role};
use crate::import::table::{Aside, AsideKind};
use crate::text;

/// The visible characters in the order in which the page shows them, and what is left out; that of one of these tables with its
/// place.
pub(super) fn of(root: ElementRef<'_>, tables: &[ElementRef<'_>]) -> (String, Vec<Aside>) {
    let mut shown = String::new();
    let mut asides = Vec::new();
    let mut rows = Rows::of(tables);
    let mut open: Vec<Step<'_>> = vec![Step::Enter(root)];
    while let Some(step) = open.pop() {
        match step {
            Step::Text(text) => shown.push_str(text),
            // Marks that stand behind the end of a line belong to no letter before it.
            Step::Edge => shown.push('\n'),
            Step::EndTable => rows.end_table(),
            Step::Enter(element) => match element::role(element) {
                Role::Nothing => {}
                Role::Break => shown.push('\n'),
                Role::Aside(kind) => {
                    asides.extend(aside(kind, element).map(|aside| rows.place(aside, element)));
                }
                Role::Inline => open.extend(inside(element)),
                role => {
                    if role == Role::Table {
                        rows.begin_table(element);
                        open.push(Step::EndTable);
                    }
                    rows.count(element);
                    shown.push('\n');
                    open.push(Step::Edge);
                    open.extend(inside(element));
                }
            },
        }
    }
    (text::visible(&shown), asides)
}

/// In which row of which table the walk is.
struct Rows {
    /// The tables of the document by their elements: their indexes.
    tables: BTreeMap<*const Element, usize>,
    current: Option<Current>,
}

struct Current {
    table: usize,
    /// How many of its rows were met.
    rows: usize,
    /// How many tables are open, itself and those within it.
    open: usize,
}

impl Rows {
    fn of(tables: &[ElementRef<'_>]) -> Self {
        let index = |(place, table): (usize, &ElementRef<'_>)| {
            (std::ptr::from_ref(table.value()), place + 1)
        };
        Self { tables: tables.iter().enumerate().map(index).collect(), current: None }
    }

    fn begin_table(&mut self, table: ElementRef<'_>) {
        if let Some(current) = &mut self.current {
            current.open += 1;
        } else {
            let index = self.tables.get(&std::ptr::from_ref(table.value()));
            self.current = index.map(|table| Current { table: *table, rows: 0, open: 1 });
        }
    }

    fn end_table(&mut self) {
        match &mut self.current {
            Some(current) if current.open > 1 => current.open -= 1,
            _ => self.current = None,
        }
    }

    /// Counts an element if it is a row of the table itself.
    fn count(&mut self, element: ElementRef<'_>) {
        if let Some(current) = &mut self.current
            && current.open == 1
            && element.value().name() == "tr"
        {
            current.rows += 1;
        }
    }

    /// What is left out, with its place. A row that is left out as a whole stands behind the one that is shown before it.
    fn place(&self, aside: Aside, element: ElementRef<'_>) -> Aside {
        let Some(Current { table, rows, .. }) = self.current else { return aside };
        let row = if element.value().name() == "tr" { "sau dòng" } else { "dòng" };
        aside.at(table, format!("bảng {table}, {row} {rows}"))
    }
}

/// Something to be done on the walk.
enum Step<'t> {
    Enter(ElementRef<'t>),
    Text(&'t str),
    Edge,
    EndTable,
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
    if kind.may_be_wordless() {
        return Some(Aside::of(kind, String::new()));
    }
    let text = text::one_line(&element.text().collect::<String>());
    (!text.is_empty()).then(|| Aside::of(kind, text))
}
