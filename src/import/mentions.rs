//! From the names of a cell to mentions: which agency is meant, where the words alone would say another one.
//!
//! The register is only asked; it has no say in how the cell was cut. An id is written beside a name in two cases: the name
//! was completed from the one before it ("Sông Mã"), or a province that closes the line covers it ("- Các sở, ban,
//! ngành; UBND các huyện thành phố thuộc tỉnh Hưng Yên"). Both are noted, so that somebody may look.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::agencies::{self, Closing, Name};
use super::origin::Origin;
use super::propose::places::PROVINCES;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{DraftMention, LONGEST, NameContext, NameFault, Register};
use crate::source::Span;
use crate::text;

/// A name of the document, with the province that covers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// Where it was met first: "bảng 1, dòng 7".
    pub(super) first: String,
    pub(super) times: usize,
}

/// Whom a document names.
#[derive(Debug, Clone, Default)]
pub(super) struct Met {
    /// How many agencies.
    pub(super) agencies: usize,
    /// By which names, in the order of the document.
    pub(super) named: Vec<Named>,
}

/// Reads cells of agencies, and remembers whom it met.
pub(super) struct Mentions<'r> {
    register: &'r Register,
    context: NameContext,
    /// Keys of the provinces, those of the country and those that only the register knows.
    places: BTreeSet<String>,
    /// The names of each line, and what the register said of each name: a plan names the same few agencies over and over.
    names: BTreeMap<String, Vec<Name>>,
    answers: BTreeMap<String, Result<String, NameFault>>,
    /// Ids that were met, and names that are nobody's.
    met: BTreeSet<String>,
    /// Names as they are looked up, and their places in the list.
    named: Vec<Named>,
    places_of_names: BTreeMap<String, usize>,
    /// Warnings of names that are nobody's, by name, with the number of times that each was met.
    unknown: BTreeMap<String, (Diagnostic, usize)>,
    notes: Diagnostics,
}

/// Where a name stands.
struct At<'o> {
    origin: &'o Origin,
    column: usize,
    range: Range<usize>,
}

impl At<'_> {
    fn span(&self) -> Span {
        self.origin.span_at(self.column, self.range.clone())
    }
}

/// A cell of agencies.
#[derive(Debug, Default)]
pub(super) struct AgencyCell {
    pub(super) mentions: Vec<DraftMention>,
    /// The cell as printed, where its one mention does not say it whole.
    pub(super) printed: Option<String>,
}

impl<'r> Mentions<'r> {
    pub(super) fn new(register: &'r Register, context: NameContext) -> Self {
        let places = register.iter().filter_map(|agency| agency.place.as_deref()).chain(PROVINCES);
        Self {
            register,
            context,
            places: places.map(text::name_key).collect(),
            names: BTreeMap::new(),
            answers: BTreeMap::new(),
            met: BTreeSet::new(),
            named: Vec::new(),
            places_of_names: BTreeMap::new(),
            unknown: BTreeMap::new(),
            notes: Diagnostics::new(),
        }
    }

    /// Reads the lines of a cell that stands in this row and column.
    pub(super) fn read(&mut self, lines: &[String], origin: &Origin, column: usize) -> AgencyCell {
        let mut mentions = Vec::new();
        // A cell may print one name twice: each is looked for behind the one before.
        let mut from = 0;
        for line in lines {
            let names = self.names(line);
            let cover = names.last().and_then(|last| agencies::closing(&last.printed));
            let cover = cover.filter(|closing| !closing.address);
            let last = names.len().saturating_sub(1);
            for (place, name) in names.into_iter().enumerate() {
                let cover = cover.as_ref().filter(|_| place < last);
                let range = origin.find(column, &name.printed, from);
                from = range.end;
                mentions.push(self.mention(name, cover, &At { origin, column, range }));
            }
        }
        let whole = lines.join("\n");
        let said = match mentions.as_slice() {
            [mention] => mention.printed == whole,
            _ => whole.is_empty(),
        };
        AgencyCell { mentions, printed: (!said).then_some(whole) }
    }

    /// Whom the document names, and what there is to say about them.
    pub(super) fn finish(self) -> (Met, Diagnostics) {
        let mut diagnostics = self.notes;
        for (_, (warning, times)) in self.unknown {
            diagnostics.push(if times > 1 { warning.with("times", times) } else { warning });
        }
        (Met { agencies: self.met.len(), named: self.named }, diagnostics)
    }

    fn mention(&mut self, name: Name, cover: Option<&Closing>, at: &At<'_>) -> DraftMention {
        let alone = self.resolve(&name.printed).ok();
        let meant = name.completed.clone().unwrap_or_else(|| name.printed.clone());
        let covering = cover.filter(|closing| self.is_open(&meant, closing));
        let covered = covering.map(|closing| with_place(&meant, &closing.words));
        let of_unit = agencies::is_of_unit(&meant);
        self.remember(covered.as_ref().filter(|_| !of_unit).unwrap_or(&meant), at);
        let agency = match covered.as_deref().map(|covered| (covered, self.resolve(covered))) {
            Some((covered, Ok(id))) => {
                if alone.as_ref() != Some(&id) {
                    self.note(Code::PlaceAssumed, &name.printed, covered, &id, at);
                }
                Some(id)
            }
            // The province says whose it is, so that the plan's own agency of that name is not meant; a unit's name is only
            // one unit's, wherever it lies.
            Some((covered, Err(fault))) if !of_unit => {
                self.unknown(covered, fault, at);
                alone.is_some().then(|| text::slug(covered, LONGEST))
            }
            _ => match self.resolve(&meant) {
                Ok(id) => {
                    if alone.as_ref() != Some(&id) {
                        self.note(Code::NameCompleted, &name.printed, &meant, &id, at);
                    }
                    Some(id)
                }
                Err(fault) => {
                    self.unknown(&meant, fault, at);
                    None
                }
            },
        };
        self.met.insert(agency.clone().unwrap_or_else(|| text::name_key(&meant)));
        let agency = agency.filter(|id| alone.as_ref() != Some(id));
        DraftMention { printed: name.printed, agency }
    }

    fn names(&mut self, line: &str) -> Vec<Name> {
        if let Some(names) = self.names.get(line) {
            return names.clone();
        }
        let names = agencies::names(line);
        self.names.insert(line.to_owned(), names.clone());
        names
    }

    fn remember(&mut self, name: &str, at: &At<'_>) {
        let place = *self.places_of_names.entry(name.to_owned()).or_insert(self.named.len());
        if let Some(named) = self.named.get_mut(place) {
            named.times += 1;
            return;
        }
        let first = at.origin.place();
        self.named.push(Named { name: name.to_owned(), first, times: 1 });
    }

    fn resolve(&mut self, name: &str) -> Result<String, NameFault> {
        if let Some(answer) = self.answers.get(name) {
            return answer.clone();
        }
        let answer = self.register.resolve(name, &self.context).map(|id| id.as_str().to_owned());
        self.answers.insert(name.to_owned(), answer.clone());
        answer
    }

    /// Whether a province that closes the line can be said of a name, too: it has none of its own. A bare "tỉnh" means the
    /// plan's province, but the one that the whole line belongs to where "thuộc" says so.
    fn is_open(&self, name: &str, closing: &Closing) -> bool {
        let key = text::name_key(name);
        let own = self.places.iter().any(|place| key.ends_with(&format!(" {place}")));
        let bare = agencies::ends_in_bare_province(name);
        !own && agencies::closing(name).is_none() && (!bare || closing.belongs)
    }

    fn note(&mut self, code: Code, printed: &str, meant: &str, id: &str, at: &At<'_>) {
        self.notes.push(
            Diagnostic::new(code)
                .at(&at.span())
                .with("row", at.origin.place())
                .with("name", printed)
                .with("meant", meant)
                .with("agency", id),
        );
    }

    fn unknown(&mut self, meant: &str, fault: NameFault, at: &At<'_>) {
        let warning = || {
            let warning = Diagnostic::new(Code::NameNotInRegister)
                .at(&at.span())
                .with("row", at.origin.place())
                .with("name", meant);
            match fault {
                NameFault::Unknown(None) => warning,
                NameFault::Unknown(Some(nearest)) => warning.with("nearest", nearest),
                NameFault::Ambiguous(ids) => {
                    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                    warning.with("several", ids.join("`, `"))
                }
            }
        };
        self.unknown.entry(text::name_key(meant)).or_insert_with(|| (warning(), 0)).1 += 1;
    }
}

/// A name with a province behind it, a bare "tỉnh" at its end left out.
fn with_place(name: &str, place: &str) -> String {
    let bare = if agencies::ends_in_bare_province(name) {
        name.rsplit_once(' ').map_or(name, |(before, _)| before)
    } else {
        name
    };
    format!("{bare} {place}")
}
