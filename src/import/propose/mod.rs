//! A register of agencies, proposed from the names of a document where a content folder has none yet.
//!
//! 1. [`places`] takes the province off each name, [`abbreviations`] spells it out.
//! 2. [`group`] puts the spellings of one agency together and names it; [`kinds`] tells what kind it is of.
//! 3. Each spelling that the full name does not answer to becomes another name of it (an alias), until every one resolves.
//!
//! What the document does not say stays out: members of a collective, ends, successors. What is of no kind that is known
//! gets an entry, too, so that the site builds, and is marked.

pub(super) mod abbreviations;
mod group;
mod kinds;
pub(super) mod places;

use super::ids::Ids;
use super::mentions::Named;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Agency, AgencyKind, DraftAgency, DraftRegister, NameContext, Register};
use crate::text;
use group::Group;
use places::Places;

/// A register that is proposed, and what there is to say about it.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// The register, to be written by `content::print_register`.
    pub register: DraftRegister,
    /// A note that it is proposed, and a warning for each entry whose kind is not known.
    pub diagnostics: Diagnostics,
}

impl Proposal {
    /// The register as names are resolved by it.
    #[must_use]
    pub fn resolver(&self) -> Register {
        Register::new(self.register.agencies.iter().map(|entry| entry.agency.clone()).collect())
    }
}

/// The register for these names of a document.
pub(super) fn propose(named: &[Named], context: &NameContext, file: &str) -> Proposal {
    let printed = named.iter().map(|named| named.name.as_str());
    let places = Places::of(printed, context.place.as_deref());
    let mut ids = Ids::default();
    let entry = |group: Group| Some((group.agency(&places, &mut ids)?, group));
    let entries: Vec<(Agency, Group)> =
        group::of(named, &places).into_iter().filter_map(entry).collect();
    let mut entries = with_other_names(entries, &places, context);
    entries.sort_by(|(a, _), (b, _)| {
        order(a, &places).cmp(&order(b, &places)).then_with(|| text::compare(&a.name, &b.name))
    });
    let note = Diagnostic::new(Code::RegisterProposed)
        .with("agencies", entries.len())
        .with("names", named.len());
    let unclear =
        entries.iter().filter(|(_, group)| group.kind.is_none()).map(|(agency, group)| {
            Diagnostic::new(Code::AgencyKindUnknown)
                .with("name", &agency.name)
                .with("kind", agency.kind.as_str())
                .with("row", group.first())
        });
    let diagnostics = std::iter::once(note).chain(unclear).collect();
    let agencies =
        entries.into_iter().map(|(agency, group)| DraftAgency { remark: remark(&group), agency });
    Proposal {
        register: DraftRegister {
            remarks: remarks(file, places.home()),
            agencies: agencies.collect(),
        },
        diagnostics,
    }
}

/// How often the other names are looked through: printed without the province first, then as they stand.
const ROUNDS: [OtherName; 2] = [OtherName::Bare, OtherName::Whole];

/// How a spelling is written among the other names.
#[derive(Debug, Clone, Copy)]
enum OtherName {
    Bare,
    Whole,
}

/// The agencies with those spellings as other names that their full names do not answer to.
fn with_other_names(
    mut entries: Vec<(Agency, Group)>,
    places: &Places,
    context: &NameContext,
) -> Vec<(Agency, Group)> {
    for round in ROUNDS {
        let register = Register::new(entries.iter().map(|(agency, _)| agency.clone()).collect());
        for (agency, group) in &mut entries {
            for spelling in &group.spellings {
                let name = &spelling.named.name;
                if register.resolve(name, context).is_ok_and(|id| *id == agency.id) {
                    continue;
                }
                let (other, list) = match round {
                    _ if spelling.placed.misspelt => (name, &mut agency.misprints),
                    // What is left may end in a place again, which the register would take off, too.
                    OtherName::Bare if places.is_bare(&spelling.placed) => {
                        (&spelling.placed.bare, &mut agency.aliases)
                    }
                    OtherName::Bare | OtherName::Whole => (name, &mut agency.aliases),
                };
                let key = text::name_key(other);
                if !list.iter().any(|known| text::name_key(known) == key) {
                    list.push(other.clone());
                }
            }
        }
    }
    entries
}

/// The plan's own agencies first, then those of other places, then those of none; within a place by kind.
fn order(agency: &Agency, places: &Places) -> (u8, String, AgencyKind) {
    let place = agency.place.as_deref();
    let rank = match place {
        Some(place) if Some(place) == places.home() => 0,
        Some(_) => 1,
        None => 2,
    };
    (rank, place.map(text::name_key).unwrap_or_default(), agency.kind)
}

fn remark(group: &Group) -> String {
    let met = match group.times() {
        1 => format!("Gặp 1 lần, ở {}.", group.first()),
        times => format!("Gặp {times} lần, lần đầu ở {}.", group.first()),
    };
    if group.kind.is_some() { met } else { format!("{met} Chưa rõ loại: xem lại `kind`.") }
}

fn remarks(file: &str, home: Option<&str>) -> Vec<String> {
    let mut remarks = vec![
        format!("Sổ cơ quan do planpress đề nghị khi nhập {file}. Hãy xem lại từng mục: tên đầy đủ, nơi, loại."),
        "Mỗi mục gom các cách viết của một cơ quan trong văn bản: cách viết khác tên đầy đủ ghi ở `aliases`, chỗ in sai ghi".to_owned(),
        "ở `misprints`. Văn bản không nói nhóm (kind = \"nhom\") gồm những cơ quan nào, nên không ghi `members`.".to_owned(),
    ];
    remarks.extend(home.map(|home| {
        format!("Tên không ghi tỉnh được coi là thuộc {home}, nơi của kế hoạch; cơ quan trung ương không có nơi.")
    }));
    remarks
}
