//! An agency as an organization, and what became of it.
//!
//! schema.org knows when an organization was dissolved but not what followed it, so that its successors are said in the
//! W3C's ontology of organizations: a change, and what resulted from it. Only what the register is certain of is said.

use serde_json::{Value, json};

use super::place;
use crate::model::{Agency, AgencyKind, Successor};
use crate::render::compose::Here;
use crate::site::Route;

/// The W3C's ontology of organizations, <https://www.w3.org/TR/vocab-org/>.
pub(super) const ORGANIZATIONS: &str = "http://www.w3.org/ns/org#";

/// By which changes an agency ended, in that ontology.
const CHANGED_BY: &str = "org:changedBy";

/// An agency with all that is certain.
pub(super) fn agency(here: &Here<'_>, agency: &Agency) -> Value {
    let register = &here.site.library.register;
    let member_ids = agency.members.iter().filter(|_| agency.members_certainty.is_certain());
    let members = member_ids.filter_map(|id| register.get(id));
    let ended = agency.ended.as_ref().filter(|end| end.certainty.is_certain());
    let successors = agency.successors.iter().filter(|next| next.certainty.is_certain());
    let changes: Vec<Value> = successors.filter_map(|next| change(here, next)).collect();
    json!({
        "@type": kind(agency),
        "@id": here.address(&Route::Agency(agency.id.clone())),
        "name": agency.name,
        "alternateName": agency.aliases,
        "areaServed": place(agency.place.as_ref()),
        "dissolutionDate": ended.map(|end| end.on.to_string()),
        "member": members.map(|member| organization(here, member)).collect::<Vec<_>>(),
        CHANGED_BY: changes,
    })
}

/// An agency by its address and name.
pub(super) fn organization(here: &Here<'_>, agency: &Agency) -> Value {
    let address = here.address(&Route::Agency(agency.id.clone()));
    json!({ "@type": kind(agency), "@id": address, "name": agency.name })
}

/// An organization of which only the name is known.
pub(super) fn named(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

/// Whether a thing is an agency that something followed.
pub(super) fn has_changes(node: &Value) -> bool {
    node.get(CHANGED_BY).is_some()
}

fn change(here: &Here<'_>, successor: &Successor) -> Option<Value> {
    let followed_by = here.site.library.register.get(&successor.id)?;
    Some(json!({
        "@type": "org:ChangeEvent",
        "org:resultingOrganization": organization(here, followed_by),
    }))
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
