//! The shipped register: sound, and every doubtful fact marked.

use planpress::content;
use planpress::model::{Agency, AgencyId, NameContext, PartialDate, Register};

use super::shipped;

fn register() -> Register {
    let (library, _) = content::parse(&shipped().content);
    library.register
}

#[test]
fn every_name_leads_back_to_its_agency() {
    let register = register();
    for agency in register.iter() {
        // As of a time at which the agency was there: before the reforms of 2025, between them, or after them.
        let times = ["2022", "2025-05", "2026"].map(PartialDate::parse);
        for name in agency.names() {
            let found = times.iter().any(|issued| {
                let context = NameContext { place: agency.place.clone(), issued: *issued };
                register.resolve(name, &context) == Ok(&agency.id)
            });
            assert!(found, "{name} does not lead to {}", agency.id);
        }
    }
}

#[test]
fn no_two_agencies_of_a_place_bear_one_name_at_one_time() {
    let register = register();
    let clashes = register.clashes();
    let told = clashes.iter().map(|(a, b, name)| format!("{name}: {} and {}", a.id, b.id));
    assert_eq!(told.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_end_and_every_successor_has_a_basis() {
    for agency in register().iter() {
        let ended = agency.ended.iter().map(|end| &end.basis);
        for basis in ended.chain(agency.successors.iter().map(|successor| &successor.basis)) {
            assert!(basis.trim().chars().count() > 10, "{}: {basis:?}", agency.id);
        }
        assert!(agency.members.is_empty() || agency.members_basis.is_some(), "{}", agency.id);
    }
}

#[test]
fn both_provinces_have_their_districts_of_2022() {
    let register = register();
    let members = |id: &str| {
        let agency = register.get(&AgencyId::new(id).expect("an id")).expect("the collective");
        agency.members.iter().filter_map(|id| register.get(id)).count()
    };
    assert_eq!(members("ubnd-cac-huyen-thanh-pho-son-la"), 12);
    assert_eq!(members("ubnd-cac-huyen-thanh-pho-hung-yen"), 10);
}

#[test]
fn the_districts_ended_with_their_level() {
    let register = register();
    let districts = register.iter().filter(|agency| {
        ["ubnd-huyen-", "ubnd-thanh-pho-", "ubnd-thi-xa-"]
            .iter()
            .any(|kind| agency.id.as_str().starts_with(kind))
    });
    let districts: Vec<&Agency> = districts.collect();
    let lasting: Vec<&AgencyId> =
        districts.iter().filter(|agency| agency.ended.is_none()).map(|agency| &agency.id).collect();
    assert_eq!(lasting, Vec::<&AgencyId>::new());
    assert_eq!(districts.len(), 23, "12 and 10 of 2022, and the town that Mộc Châu became");
}
