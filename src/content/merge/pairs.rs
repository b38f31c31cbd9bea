//! Which task or domain of the files is which one of the document.
//!
//! A task is known by its text, never by its number alone: after a row is put in, every number behind it is another one.
//!
//! 1. The same text, the better the more of its place is the same.
//! 2. A text that is alike, the more alike the earlier, which must be more so where the place is another one.
//!
//! Tasks that an earlier import marked as withdrawn come after the others at each step. Each is paired once; where two are
//! equally good, the first is taken and both are named.

use std::collections::{BTreeMap, BTreeSet};

use crate::text;

/// How alike two texts of one place must be to be one task: half of the longer one's words. Below that, a row has more new
/// words than old ones, and is another task.
const ALIKE_IN_PLACE: usize = 500;

/// How alike they must be where domain, group or number differ. In the shipped plan the two different tasks that are most
/// alike (1.3, first and second "-") reach 718.
const ALIKE_ELSEWHERE: usize = 750;

/// More pairs than this are not looked at one by one: only texts of one place, or of about the same turn, are compared.
const MOST_PAIRS: usize = 100_000;

/// How far apart two turns may be then.
const TURNS: usize = 15;

/// Of a text that more tasks have than this, only those of one place, or of one turn, are compared.
const MOST_TWINS: usize = 50;

/// What a task is known by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sketch {
    /// The published text as `text::name_key` makes it.
    pub(super) text: String,
    /// Its domain, called alike on both sides.
    pub(super) domain: String,
    /// The title of its group, as a key.
    pub(super) group: String,
    /// The number as printed.
    pub(super) number: String,
    /// Agencies and period, as a key.
    pub(super) cells: String,
    /// Whether it is one that an earlier document had and the last one had not.
    pub(super) gone: bool,
}

/// Pairs of places in the two lists, and what was doubtful.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    /// The old one of each new one.
    pub(super) old_of: BTreeMap<usize, usize>,
    /// A new one, the old one that it was paired with, and the one that would have been as good.
    pub(super) doubts: Vec<(usize, usize, usize)>,
}

/// Tasks with their places in a list.
type Placed<'s> = Vec<(usize, &'s Sketch)>;

/// How well two tasks fit; the greater the better.
type Fit = (usize, usize);

/// Pairs the tasks of the files with those of the document.
pub(super) fn pair(old: &[Sketch], new: &[Sketch]) -> Pairs {
    let mut pairs = Pairs::default();
    for gone in [false, true] {
        pairs.add(old, new, &same_texts(old, new, &pairs, gone));
    }
    for gone in [false, true] {
        pairs.add(old, new, &alike_texts(old, new, &pairs, gone));
    }
    pairs
}

impl Pairs {
    /// Takes candidates, the best first, as long as neither side has a partner.
    fn add(&mut self, old: &[Sketch], new: &[Sketch], candidates: &[(Fit, usize, usize)]) {
        let mut sorted = candidates.to_vec();
        // Of equal ones the first of the files, then the first of the document.
        sorted.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut taken: BTreeSet<usize> = self.old_of.values().copied().collect();
        let mut rivals: BTreeMap<(usize, Fit), Vec<usize>> = BTreeMap::new();
        for (fit, old_place, new_place) in &sorted {
            rivals.entry((*new_place, *fit)).or_default().push(*old_place);
        }
        for (fit, old_place, new_place) in &sorted {
            if self.old_of.contains_key(new_place) || taken.contains(old_place) {
                continue;
            }
            let rival = rivals.get(&(*new_place, *fit)).into_iter().flatten();
            let rival = rival.copied().find(|rival| rival != old_place && !taken.contains(rival));
            // Rows that say the same in every cell are told apart by their order alone, and nothing is lost by it.
            let twins = |rival: &usize| old.get(*rival) == old.get(*old_place);
            if let Some(rival) = rival.filter(|rival| !twins(rival)) {
                self.doubts.push((*new_place, *old_place, rival));
            }
            taken.insert(*old_place);
            self.old_of.insert(*new_place, *old_place);
        }
        debug_assert!(self.old_of.len() <= old.len().min(new.len()));
    }

    fn free<'s>(
        &self,
        old: &'s [Sketch],
        new: &'s [Sketch],
        gone: bool,
    ) -> (Placed<'s>, Placed<'s>) {
        let taken: BTreeSet<usize> = self.old_of.values().copied().collect();
        let old = old.iter().enumerate();
        let old = old.filter(|(place, sketch)| !taken.contains(place) && sketch.gone == gone);
        let new = new.iter().enumerate().filter(|(place, _)| !self.old_of.contains_key(place));
        (old.collect(), new.collect())
    }
}

/// Pairs of the same text.
fn same_texts(
    old: &[Sketch],
    new: &[Sketch],
    pairs: &Pairs,
    gone: bool,
) -> Vec<(Fit, usize, usize)> {
    let (old, new) = pairs.free(old, new, gone);
    let mut by_text: BTreeMap<&str, Vec<(usize, &Sketch)>> = BTreeMap::new();
    for (place, sketch) in old {
        by_text.entry(&sketch.text).or_default().push((place, sketch));
    }
    let mut candidates = Vec::new();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (new_place, new) in new {
        let time = times.entry(&new.text).or_default();
        let same = by_text.get(new.text.as_str()).map(Vec::as_slice).unwrap_or_default();
        let few = same.len() <= MOST_TWINS;
        for (ordinal, (old_place, old)) in same.iter().enumerate() {
            if few || ordinal == *time || old.is_at_place_of(new) {
                candidates.push(((1000, common(old, new)), *old_place, new_place));
            }
        }
        *time += 1;
    }
    candidates
}

/// Pairs of texts that are alike.
fn alike_texts(
    old: &[Sketch],
    new: &[Sketch],
    pairs: &Pairs,
    gone: bool,
) -> Vec<(Fit, usize, usize)> {
    let (old, new) = pairs.free(old, new, gone);
    let few_only = old.len().saturating_mul(new.len()) > MOST_PAIRS;
    let words = |list: &[(usize, &Sketch)]| -> Vec<Vec<String>> {
        list.iter().map(|(_, sketch)| text::folded_words(&sketch.text)).collect()
    };
    let (old_words, new_words) = (words(&old), words(&new));
    let mut candidates = Vec::new();
    for (new_turn, ((new_place, new), new_words)) in new.iter().zip(&new_words).enumerate() {
        for (old_turn, ((old_place, old), old_words)) in old.iter().zip(&old_words).enumerate() {
            let in_place = old.is_at_place_of(new);
            if few_only && !in_place && old_turn.abs_diff(new_turn) > TURNS {
                continue;
            }
            let least = if in_place { ALIKE_IN_PLACE } else { ALIKE_ELSEWHERE };
            let (shorter, longer) =
                (old_words.len().min(new_words.len()), old_words.len().max(new_words.len()));
            // Texts of very different lengths cannot be alike, and need not be compared.
            if shorter * 1000 < longer * least || longer == 0 {
                continue;
            }
            let alike = text::likeness(old_words, new_words);
            if alike >= least {
                candidates.push(((alike, common(old, new)), *old_place, *new_place));
            }
        }
    }
    candidates
}

impl Sketch {
    fn is_at_place_of(&self, other: &Self) -> bool {
        self.domain == other.domain && self.group == other.group && self.number == other.number
    }
}

/// Whether two tasks of one row are one task: a person may have rewritten the text of one, but hardly every cell.
pub(super) fn is_alike_in_place(old: &Sketch, new: &Sketch) -> bool {
    let same_cells = old.number == new.number && old.cells == new.cells;
    let alike = || {
        let (old, new) = (text::folded_words(&old.text), text::folded_words(&new.text));
        text::likeness(&old, &new) >= ALIKE_IN_PLACE
    };
    old.text == new.text || same_cells || alike()
}

/// How much two tasks have in common besides their texts; the domain counts most.
fn common(old: &Sketch, new: &Sketch) -> usize {
    let worth = |same: bool, worth: usize| if same { worth } else { 0 };
    worth(old.domain == new.domain, 8)
        + worth(old.group == new.group, 4)
        + worth(old.number == new.number, 2)
        + worth(old.cells == new.cells, 1)
}

/// How well two domains fit; not at all at 0.
type DomainFit = dyn Fn(&DomainSketch, &DomainSketch) -> usize;

/// What a domain is known by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DomainSketch {
    /// The title, as a key.
    pub(super) title: String,
    /// The number as printed.
    pub(super) number: String,
    /// The title of its part, as a key.
    pub(super) part: String,
    /// The texts of its tasks, as keys.
    pub(super) texts: BTreeSet<String>,
}

/// How many texts two domains share.
fn shared(old: &DomainSketch, new: &DomainSketch) -> usize {
    old.texts.intersection(&new.texts).count()
}

/// The same, where it is most of what the smaller of the two has.
fn most_shared(old: &DomainSketch, new: &DomainSketch) -> usize {
    let shared = shared(old, new);
    if shared * 2 > old.texts.len().min(new.texts.len()) { shared } else { 0 }
}

/// Pairs the domains of the files with those of the document: by title and part, by title, by the tasks that they share
/// (a domain that is renamed keeps its folder), then by number. Gives the old one of each new one.
pub(super) fn pair_domains(old: &[DomainSketch], new: &[DomainSketch]) -> BTreeMap<usize, usize> {
    let steps: [&DomainFit; 4] = [
        &|old, new| {
            usize::from(old.title == new.title && old.part == new.part) * (1 + shared(old, new))
        },
        &|old, new| usize::from(old.title == new.title) * (1 + shared(old, new)),
        &most_shared,
        &|old, new| usize::from(old.number == new.number && old.part == new.part),
    ];
    let mut old_of: BTreeMap<usize, usize> = BTreeMap::new();
    for fit in steps {
        let taken: BTreeSet<usize> = old_of.values().copied().collect();
        let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
        for (new_place, new) in new.iter().enumerate() {
            for (old_place, old) in old.iter().enumerate() {
                let free = !taken.contains(&old_place) && !old_of.contains_key(&new_place);
                let fit = if free { fit(old, new) } else { 0 };
                if fit > 0 {
                    candidates.push((fit, old_place, new_place));
                }
            }
        }
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut taken = taken;
        for (_, old_place, new_place) in candidates {
            if !old_of.contains_key(&new_place) && taken.insert(old_place) {
                old_of.insert(new_place, old_place);
            }
        }
    }
    old_of
}
