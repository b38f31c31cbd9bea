//! An agency as an organization, and what became of it.
//!
//! schema.org knows when an organization was dissolved but not what followed it, so that its successors are said in the
//! W3C's ontology of organizations: a change, and what resulted from it. Only what the register is certain of is said.

use super::place;
use super::thing::{Said, Thing};
use crate::model::{Agency, AgencyKind, Successor};
use crate::render::compose::Here;
use crate::site::Route;

/// The W3C's ontology of organizations, <https://www.w3.org/TR/vocab-org/>.
pub(super) const ORGANIZATIONS: &str = "http://www.w3.org/ns/org#";

/// By which changes an agency ended, in that ontology.
const CHANGED_BY: &str = "org:changedBy";

/// An agency with all that is certain.
pub(super) fn agency(here: &Here<'_>, agency: &Agency) -> Thing {
    let register = &here.site.library.register;
    let member_ids = agency.members.iter().filter(|_| agency.members_certainty.is_certain());
    let members = member_ids.filter_map(|id| register.get(id));
    let ended = agency.ended.as_ref().filter(|end| end.certainty.is_certain());
    let successors = agency.successors.iter().filter(|next| next.certainty.is_certain());
    organization(here, agency)
        .with("alternateName", agency.aliases.iter().collect::<Said>())
        .with("areaServed", place(agency.place.as_ref()))
        .with("dissolutionDate", ended.map(|end| end.on.to_string()))
        .with("member", members.map(|member| organization(here, member)).collect::<Said>())
        .with(CHANGED_BY, successors.filter_map(|next| change(here, next)).collect::<Said>())
}

/// An agency by its address and name.
pub(super) fn organization(here: &Here<'_>, agency: &Agency) -> Thing {
    let address = here.address(&Route::Agency(agency.id.clone()));
    Thing::of(kind(agency)).with("@id", address).with("name", &agency.name)
}

/// An organization of which only the name is known.
pub(super) fn named(name: &str) -> Thing {
    Thing::of("Organization").with("name", name)
}

/// Whether a thing is an agency that something followed.
pub(super) fn has_changes(thing: &Thing) -> bool {
    thing.has(CHANGED_BY)
}

fn change(here: &Here<'_>, successor: &Successor) -> Option<Thing> {
    let followed_by = here.site.library.register.get(&successor.id)?;
    let result = organization(here, followed_by);
    Some(Thing::of("org:ChangeEvent").with("org:resultingOrganization", result))
}

/// A mass organisation is no government's, a collective is several, and of what is central some are banks.
fn kind(agency: &Agency) -> &'static str {
    match agency.kind {
        AgencyKind::MassOrganisation | AgencyKind::Collective | AgencyKind::Central => {
            "Organization"
        }
        _ => "GovernmentOrganization",
    }
}
