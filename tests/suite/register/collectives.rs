//! Collectives: their tasks reach the members, once, and never those that are named themselves.

use planpress::model::AgencyId;
use planpress::site::{Role, Site};

use crate::made::Made;
use crate::site_text::SiteText;

/// Three agencies; a collective of two of them; one of that collective and the third; and two that hold each other.
const REGISTER: &str = r#"=== content/agencies.toml
[[agency]]
id = "mot"
name = "Sở Một tỉnh Mẫu"
place = "Mẫu"
kind = "so"
[[agency]]
id = "hai"
name = "Sở Hai tỉnh Mẫu"
place = "Mẫu"
kind = "so"
[[agency]]
id = "ba"
name = "Sở Ba tỉnh Mẫu"
place = "Mẫu"
kind = "so"
[[agency]]
id = "nhom-hai"
name = "Nhóm hai tỉnh Mẫu"
place = "Mẫu"
kind = "nhom"
members = ["mot", "hai"]
[[agency]]
id = "nhom-ba"
name = "Nhóm ba tỉnh Mẫu"
place = "Mẫu"
kind = "nhom"
members = ["nhom-hai", "ba"]
[[agency]]
id = "vong"
name = "Vòng một tỉnh Mẫu"
place = "Mẫu"
kind = "nhom"
members = ["vong-hai"]
[[agency]]
id = "vong-hai"
name = "Vòng hai tỉnh Mẫu"
place = "Mẫu"
kind = "nhom"
members = ["vong", "ba"]

"#;

/// The site of one task of these leads and coordinators.
fn site(lead: &str, coordinating: &str) -> Site {
    let task = format!(
        "=== content/ke-hoach/k-2025/a-1/a-1-1.md\n+++\nnumber = \"1.1\"\nlead = [{lead}]\n\
        coordinating = [{coordinating}]\norder = 1\n+++\nHọp.\n"
    );
    let text = SiteText::read("diagnostics/base.txt").with(REGISTER).with(&task);
    Made::of(&text.workspace()).ready.site
}

/// Whom the task reaches: led, coordinated, through which collective and in which role.
fn reached(site: &Site, id: &str) -> (usize, usize, Vec<(String, Role)>) {
    let involvement = site.involvement(&AgencyId::new(id).expect("an id"));
    let through = involvement.through.iter().map(|t| (t.collective.to_string(), t.role));
    (involvement.led.len(), involvement.coordinated.len(), through.collect())
}

#[test]
fn members_are_reached_through_their_collective() {
    let site = site(r#""Nhóm hai""#, r#""Sở Ba""#);
    let through = vec![("nhom-hai".to_owned(), Role::Lead)];
    assert_eq!(reached(&site, "mot"), (0, 0, through));
    assert_eq!(reached(&site, "nhom-hai"), (1, 0, vec![]));
    assert_eq!(reached(&site, "ba"), (0, 1, vec![]));
    assert_eq!(reached(&site, "nhom-ba"), (0, 0, vec![]), "it is no member of what leads");
}

#[test]
fn members_of_members_are_reached_too() {
    let site = site(r#""Nhóm ba""#, "");
    for member in ["nhom-hai", "mot", "hai", "ba"] {
        assert_eq!(
            reached(&site, member),
            (0, 0, vec![("nhom-ba".to_owned(), Role::Lead)]),
            "{member}"
        );
    }
}

#[test]
fn who_is_named_is_not_reached_a_second_time() {
    let site = site(r#""Sở Một""#, r#""Nhóm hai", "Nhóm ba""#);
    assert_eq!(reached(&site, "mot"), (1, 0, vec![]));
    let through = vec![("nhom-hai".to_owned(), Role::Coordinating)];
    assert_eq!(reached(&site, "hai"), (0, 0, through), "by the first collective alone");
}

#[test]
fn a_lead_comes_before_a_coordinator() {
    let site = site(r#""Nhóm ba""#, r#""Nhóm hai""#);
    assert_eq!(reached(&site, "mot"), (0, 0, vec![("nhom-ba".to_owned(), Role::Lead)]));
}

#[test]
fn collectives_that_hold_each_other_have_an_end() {
    let site = site(r#""Vòng một""#, "");
    let through = vec![("vong".to_owned(), Role::Lead)];
    assert_eq!(reached(&site, "vong"), (1, 0, vec![]));
    assert_eq!(reached(&site, "vong-hai"), (0, 0, through.clone()));
    assert_eq!(reached(&site, "ba"), (0, 0, through));
}
