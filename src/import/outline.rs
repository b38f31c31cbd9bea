//! Which row is what: parts, domains, groups and tasks, told by the shapes of numbers and by what stands below.
//!
//! 1. [`nest`](super::nest) hangs every row below the nearest earlier one whose number has a higher shape.
//! 2. A row with agencies, a period or another cell is a task. A row of a number and a text is a title; but where
//!    nothing stands below it and its neighbours of the same shape are tasks, it is a task whose cells are empty.
//! 3. Titles numbered by letters or Roman numbers, with titles below them, are parts; the titles at the top otherwise, and
//!    those right below a part, are domains; deeper ones are groups. Tasks right below a part form a domain that bears the
//!    part's number and title; tasks below nothing form the one domain of a flat plan.
//! 4. Where the plan stands in several appendices, each heading is a part, and the titles below it begin with domains.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::Ids;
use super::nest::{Node, nest};
use super::number::Shape;
use super::order;
use super::rows::PlanRow;
use super::segments::Segment;
use super::whole_rows::Extent;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::DraftDomain;

/// What a row became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Became {
    /// A part, by its place in the plan.
    Part(usize),
    /// A domain, by its place in the plan.
    Domain(usize),
    /// A group: the place of its domain in the plan, and its own in the domain.
    Group(usize, usize),
    /// A task, by its place in the plan.
    Task(usize),
}

/// A task's place in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TaskPlace {
    /// The place of its row among the plan's rows.
    pub(super) row: usize,
    pub(super) id: String,
    /// The place of its domain in the plan.
    pub(super) domain: usize,
    pub(super) group: Option<String>,
}

/// The structure of a plan.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) parts: Vec<(String, String)>,
    pub(super) domains: Vec<DraftDomain>,
    pub(super) tasks: Vec<TaskPlace>,
    /// What each row became.
    pub(super) became: Vec<Became>,
    /// How many of the parts are headings of appendices, and no rows.
    pub(super) headings: usize,
    pub(super) diagnostics: Diagnostics,
}

/// The id of the one domain of a flat plan.
const FLAT: &str = "nhiem-vu";

/// What a row is, before places are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Part,
    Domain,
    Group,
    Task,
}

/// The structure of these rows.
pub(super) fn read(rows: &[PlanRow], segments: &[Segment]) -> Outline {
    let nodes = nest(rows, segments);
    let kinds = kinds(rows, &nodes, segments);
    let mut builder = Builder::of(rows, &nodes, &kinds, segments);
    for segment in segments {
        builder.head(segment);
        for place in segment.rows.clone() {
            builder.add(place);
        }
    }
    let mut outline = builder.outline;
    outline.diagnostics.extend(unnumbered_titles(rows, &nodes, &kinds));
    outline.diagnostics.extend(order::check(rows, &nodes));
    outline
}

fn kinds(rows: &[PlanRow], nodes: &[Node], segments: &[Segment]) -> Vec<Kind> {
    let titles = titles(rows, nodes);
    let title = |place: usize| titles.get(place).copied().unwrap_or_default();
    let headed = |node: &Node| segments.get(node.segment).is_some_and(|s| s.heading.is_some());
    let lettered = |node: &Node| {
        node.parent.is_none()
            && !headed(node)
            && matches!(node.number.shape, Shape::Letter | Shape::Roman | Shape::Other)
    };
    let parent = |node: &Node| node.parent.and_then(|place| nodes.get(place));
    // Parts are worth the name only where one of them has titles below it; else their titles are the domains.
    let parted = nodes.iter().enumerate().any(|(place, node)| {
        title(place) && node.parent.is_some_and(title) && parent(node).is_some_and(lettered)
    });
    let mut kinds: Vec<Kind> = Vec::new();
    for (place, node) in nodes.iter().enumerate() {
        let above = node.parent.and_then(|place| kinds.get(place));
        kinds.push(match above {
            _ if !title(place) => Kind::Task,
            None if parted && lettered(node) => Kind::Part,
            None | Some(Kind::Part) => Kind::Domain,
            // A title may stand below a task, too: the task's own domain is above it.
            Some(Kind::Domain | Kind::Group | Kind::Task) => Kind::Group,
        });
    }
    kinds
}

/// Faults of rows that hold only a text, in a plan whose titles are numbered: a title whose number was lost, or the rest of
/// the row above. Which of them, nobody can tell from the table. Where titles have no numbers it is doubtful only if the text
/// begins in lower case, or nothing stands below it.
fn unnumbered_titles(rows: &[PlanRow], nodes: &[Node], kinds: &[Kind]) -> Diagnostics {
    // A title over the whole row can be no rest of another; but a group is known by its number.
    let unnumbered = |(row, (node, kind)): &(&PlanRow, (&Node, &Kind))| {
        let named = row.extent == Extent::Row && **kind == Kind::Domain;
        node.number.shape == Shape::Empty && **kind != Kind::Task && !named
    };
    let titles = || rows.iter().zip(nodes.iter().zip(kinds));
    let numbered = titles().any(|row| *row.1.1 != Kind::Task && !unnumbered(&row));
    let parents: BTreeSet<usize> = nodes.iter().filter_map(|node| node.parent).collect();
    let fault = |(place, title): (usize, (&PlanRow, (&Node, &Kind)))| {
        let row = title.0;
        let words = row.title();
        let rest = words.starts_with(char::is_lowercase) || !parents.contains(&place);
        let key = match (numbered, rest) {
            _ if !unnumbered(&title) => return None,
            (true, _) => "title",
            (false, true) => "rest",
            (false, false) => return None,
        };
        let fault = Diagnostic::new(Code::RowNotUnderstood).at(&row.origin.row_span());
        Some(fault.with("row", row.origin.place()).with(key, words))
    };
    titles().enumerate().filter_map(fault).collect()
}

/// Which rows are titles.
fn titles(rows: &[PlanRow], nodes: &[Node]) -> Vec<bool> {
    let mut has_children = vec![false; rows.len()];
    let mut shapes_of_tasks: BTreeMap<(usize, Option<usize>), Vec<Shape>> = BTreeMap::new();
    for (row, node) in rows.iter().zip(nodes) {
        if let Some(flag) = node.parent.and_then(|parent| has_children.get_mut(parent)) {
            *flag = true;
        }
        if !row.is_bare() {
            shapes_of_tasks.entry((node.segment, node.parent)).or_default().push(node.number.shape);
        }
    }
    let bare_task = |node: &Node| {
        let shapes = shapes_of_tasks.get(&(node.segment, node.parent));
        shapes.is_some_and(|shapes| shapes.contains(&node.number.shape))
    };
    let is_title = |(row, (node, parent)): (&PlanRow, (&Node, &bool))| {
        row.is_bare() && (*parent || !bare_task(node))
    };
    rows.iter().zip(nodes.iter().zip(&has_children)).map(is_title).collect()
}

struct Builder<'r> {
    rows: &'r [PlanRow],
    nodes: &'r [Node],
    kinds: &'r [Kind],
    segments: &'r [Segment],
    outline: Outline,
    domain_ids: Ids,
    task_ids: Ids,
    /// The domain that stands for a part itself, or for a whole stretch of rows, by the stretch and the place of the part's
    /// row.
    own_domains: BTreeMap<(usize, Option<usize>), usize>,
    /// Numbers of parts, and of groups by their domain, which content refers to.
    titles: BTreeSet<(Option<usize>, String)>,
}

impl<'r> Builder<'r> {
    fn of(
        rows: &'r [PlanRow],
        nodes: &'r [Node],
        kinds: &'r [Kind],
        segments: &'r [Segment],
    ) -> Self {
        Self {
            rows,
            nodes,
            kinds,
            segments,
            outline: Outline::default(),
            domain_ids: Ids::default(),
            task_ids: Ids::default(),
            own_domains: BTreeMap::new(),
            titles: BTreeSet::new(),
        }
    }

    /// The part that a stretch of rows is by its heading.
    fn head(&mut self, segment: &Segment) {
        if let Some(heading) = &segment.heading {
            self.outline.parts.push(heading.clone());
            self.outline.headings += 1;
        }
    }

    fn add(&mut self, place: usize) {
        let (Some(row), Some(node), Some(kind)) =
            (self.rows.get(place), self.nodes.get(place), self.kinds.get(place))
        else {
            return;
        };
        let became = match kind {
            Kind::Part => self.part(row),
            Kind::Domain => self.domain(row, node),
            Kind::Group => self.group(row, node),
            Kind::Task => self.task(place, row, node),
        };
        self.outline.became.push(became);
    }

    fn part(&mut self, row: &PlanRow) -> Became {
        self.expect_new(None, row);
        self.outline.parts.push((row.number.clone(), row.title()));
        Became::Part(self.outline.parts.len() - 1)
    }

    fn domain(&mut self, row: &PlanRow, node: &Node) -> Became {
        let part = self.above(node, Kind::Part).and_then(|place| self.rows.get(place));
        let heading = self.segments.get(node.segment).and_then(|segment| segment.heading.as_ref());
        let part = part.map(|part| &part.number).or(heading.map(|(number, _)| number));
        let domain = DraftDomain {
            id: self.domain_ids.give(&node.path, "muc"),
            number: row.number.clone(),
            title: row.title(),
            part: part.cloned(),
            ..DraftDomain::default()
        };
        Became::Domain(self.push_domain(domain))
    }

    fn group(&mut self, row: &PlanRow, node: &Node) -> Became {
        let domain = self.domain_of(node);
        let under = self.above(node, Kind::Group).and_then(|place| self.rows.get(place));
        let under = under.map(|group| group.number.clone());
        self.expect_new(Some(domain), row);
        let Some(domain_drafted) = self.outline.domains.get_mut(domain) else {
            return Became::Domain(domain);
        };
        domain_drafted.groups.push((row.number.clone(), row.title(), under));
        Became::Group(domain, domain_drafted.groups.len() - 1)
    }

    fn task(&mut self, place: usize, row: &PlanRow, node: &Node) -> Became {
        if row.is_bare() {
            let warning = Diagnostic::new(Code::TaskBare).at(&row.origin.row_span());
            self.outline.diagnostics.push(warning.with("row", row.origin.place()));
        }
        let domain = self.domain_of(node);
        let group = self.above(node, Kind::Group).and_then(|place| self.rows.get(place));
        let group = group.map(|group| group.number.clone());
        let id = self.task_ids.give(&node.path, FLAT);
        self.outline.tasks.push(TaskPlace { row: place, id, domain, group });
        Became::Task(self.outline.tasks.len() - 1)
    }

    /// The place of the domain that a row belongs to; made where no title names it.
    fn domain_of(&mut self, node: &Node) -> usize {
        let named = self.above(node, Kind::Domain).and_then(|place| self.outline.became.get(place));
        if let Some(Became::Domain(domain)) = named {
            return *domain;
        }
        let part = self.above(node, Kind::Part);
        let key = (node.segment, part);
        if let Some(domain) = self.own_domains.get(&key) {
            return *domain;
        }
        let segment = self.segments.get(node.segment).cloned().unwrap_or_default();
        let row = part.and_then(|place| self.rows.get(place));
        let heading = row.map(|row| (row.number.clone(), row.title())).or(segment.heading);
        let prefix: Vec<String> = segment.prefix.into_iter().collect();
        let above = part.and_then(|place| self.nodes.get(place));
        let path = above.map_or(prefix.as_slice(), |node| &node.path);
        let part_number = heading.as_ref().map(|(number, _)| number.clone());
        let (number, title) = heading.unwrap_or_else(|| (String::new(), segment.name));
        let id = self.domain_ids.give(path, FLAT);
        let domain = DraftDomain { id, number, title, part: part_number, ..DraftDomain::default() };
        let domain = self.push_domain(domain);
        self.own_domains.insert(key, domain);
        domain
    }

    fn push_domain(&mut self, domain: DraftDomain) -> usize {
        let place = self.outline.domains.len();
        let order = u32::try_from(place + 1).unwrap_or(u32::MAX);
        self.outline.domains.push(DraftDomain { order, ..domain });
        place
    }

    /// The nearest row of a kind above another.
    fn above(&self, node: &Node, kind: Kind) -> Option<usize> {
        let mut place = node.parent;
        while let Some(above) = place {
            if self.kinds.get(above) == Some(&kind) {
                return Some(above);
            }
            place = self.nodes.get(above).and_then(|node| node.parent);
        }
        None
    }

    /// A fault where a part's number, or that of a group of this domain, was there before.
    fn expect_new(&mut self, domain: Option<usize>, row: &PlanRow) {
        if !self.titles.insert((domain, row.number.clone())) {
            let fault = Diagnostic::new(Code::TitleNumberTwice).at(&row.origin.row_span());
            let fault = fault.with("number", &row.number).with("row", row.origin.place());
            self.outline.diagnostics.push(fault);
        }
    }
}
