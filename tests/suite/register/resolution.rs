//! The rules by which names are resolved, over a register of a few agencies.

use planpress::content::parse_register;
use planpress::model::{NameContext, NameFault, PartialDate, Register};
use planpress::tree::Tree;

use crate::made::report;

const REGISTER: &str = r#"
[[agency]]
id = "so-y-te-son-la"
name = "Sở Y tế tỉnh Sơn La"
place = "Sơn La"
kind = "so"
misprints = ["Sờ Y tế"]

# The same name before and after a merger of provinces: two agencies.
[[agency]]
id = "so-y-te-hung-yen"
name = "Sở Y tế tỉnh Hưng Yên"
place = "Hưng Yên"
kind = "so"
ended = { on = "2025-07-01", basis = "Nghị quyết" }
[[agency.successor]]
id = "so-y-te-hung-yen-2025"
since = "2025-07-01"
basis = "Nghị quyết"

[[agency]]
id = "so-y-te-hung-yen-2025"
name = "Sở Y tế tỉnh Hưng Yên"
place = "Hưng Yên"
kind = "so"

[[agency]]
id = "ubnd-huyen-mai-son"
name = "Ủy ban nhân dân huyện Mai Sơn"
place = "Sơn La"
kind = "uy-ban"
aliases = ["Huyện Mai Sơn"]

[[agency]]
id = "ubnd-thanh-pho-son-la"
name = "Ủy ban nhân dân thành phố Sơn La"
place = "Sơn La"
kind = "uy-ban"
aliases = ["Thành phố Sơn La", "UBND TP Sơn La"]

[[agency]]
id = "huyen-kim-dong"
name = "Ủy ban nhân dân huyện Kim Động"
place = "Hưng Yên"
kind = "uy-ban"
aliases = ["Huyện Kim Động"]

[[agency]]
id = "ubnd-cac-huyen-son-la"
name = "Ủy ban nhân dân các huyện, thành phố thuộc tỉnh Sơn La"
place = "Sơn La"
kind = "nhom"
aliases = ["UBND các huyện, thành phố", "UBND các huyện thành phố"]
misprints = ["UBND các huyện, thành phố thuộc Tình Sơn La"]

[[agency]]
id = "cong-an-tinh-son-la"
name = "Công an tỉnh Sơn La"
place = "Sơn La"
kind = "cong-an"
aliases = ["Công an tỉnh"]

[[agency]]
id = "bo-y-te"
name = "Bộ Y tế"
kind = "trung-uong"

# Two places, one of whose names ends in the other's.
[[agency]]
id = "so-xay-dung-nam-ninh"
name = "Sở Xây dựng tỉnh Nam Ninh"
place = "Nam Ninh"
kind = "so"

[[agency]]
id = "so-xay-dung-ha-nam-ninh"
name = "Sở Xây dựng tỉnh Hà Nam Ninh"
place = "Hà Nam Ninh"
kind = "so"
"#;

fn register() -> Register {
    let (register, diagnostics) = parse_register(&Tree::of([("agencies.toml", REGISTER)]));
    assert!(diagnostics.is_empty(), "{}", report(&diagnostics));
    register
}

/// What a name is resolved to in a plan of a place and a date: an id, "?" for nobody's, "a, b" for several.
fn check(printed: &str, place: &str, issued: &str, expected: &str) {
    let register = register();
    let place = (!place.is_empty()).then(|| place.to_owned());
    let context = NameContext { place, issued: PartialDate::parse(issued) };
    let found = match register.resolve(printed, &context) {
        Ok(id) => id.to_string(),
        Err(NameFault::Unknown(_)) => "?".to_owned(),
        Err(NameFault::Ambiguous(ids)) => {
            ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
    };
    assert_eq!(found, expected, "{printed} in a plan of {context:?}");
}

#[test]
fn a_name_without_a_place_belongs_to_the_plans_place() {
    check("Sở Y tế", "Sơn La", "2022", "so-y-te-son-la");
    check("Sở Y tế", "Hưng Yên", "2022", "so-y-te-hung-yen");
    check("Công an tỉnh", "Sơn La", "2022", "cong-an-tinh-son-la");
    check("Công an", "Sơn La", "2022", "cong-an-tinh-son-la");
    check("Công an tỉnh", "Hưng Yên", "2022", "?");
}

#[test]
fn a_bare_province_at_the_end_is_the_plans() {
    check("Sở Y tế tỉnh", "Sơn La", "2022", "so-y-te-son-la");
    check("Sở Y tế tỉnh", "Hưng Yên", "2022", "so-y-te-hung-yen");
}

#[test]
fn a_place_at_the_end_is_the_agencys() {
    for ending in
        ["tỉnh Hưng Yên", "Hưng Yên", ", tỉnh Hưng Yên", "thuộc tỉnh Hưng Yên", "(tỉnh Hưng Yên)"]
    {
        let expected = if ending.starts_with('(') { "?" } else { "so-y-te-hung-yen" };
        check(&format!("Sở Y tế {ending}"), "Sơn La", "2022", expected);
    }
    check("huyện Kim Động, tỉnh Hưng Yên", "Sơn La", "2022", "huyen-kim-dong");
    check("Huyện Mai Sơn tỉnh Hưng Yên", "Sơn La", "2022", "?");
}

#[test]
fn a_unit_owns_the_place_behind_it() {
    check("Thành phố Sơn La", "Sơn La", "2022", "ubnd-thanh-pho-son-la");
    check("thành phố Sơn La", "Hưng Yên", "2022", "?");
    check("UBND TP Sơn La", "Sơn La", "2022", "ubnd-thanh-pho-son-la");
    check("huyện Mai Sơn", "Sơn La", "2022", "ubnd-huyen-mai-son");
}

#[test]
fn the_longer_place_wins() {
    check("Sở Xây dựng tỉnh Hà Nam Ninh", "Nam Ninh", "1980", "so-xay-dung-ha-nam-ninh");
    check("Sở Xây dựng tỉnh Nam Ninh", "Hà Nam Ninh", "1980", "so-xay-dung-nam-ninh");
}

#[test]
fn an_agency_of_no_place_answers_everywhere() {
    check("Bộ Y tế", "Sơn La", "2022", "bo-y-te");
    check("Bộ Y tế", "", "2022", "bo-y-te");
}

#[test]
fn names_are_of_their_time() {
    check("Sở Y tế tỉnh Hưng Yên", "Sơn La", "2025-06-30", "so-y-te-hung-yen");
    check("Sở Y tế tỉnh Hưng Yên", "Sơn La", "2025-07-01", "so-y-te-hung-yen-2025");
    check("Sở Y tế tỉnh Hưng Yên", "Sơn La", "2026", "so-y-te-hung-yen-2025");
    // Of a year in which both bore the name, and where no date is known, either may be meant.
    let both = "so-y-te-hung-yen, so-y-te-hung-yen-2025";
    check("Sở Y tế tỉnh Hưng Yên", "Sơn La", "2025", both);
    check("Sở Y tế tỉnh Hưng Yên", "Sơn La", "", both);
}

#[test]
fn without_a_place_of_the_plan_a_name_may_be_several_agencies() {
    check("Sở Y tế", "", "2022", "so-y-te-hung-yen, so-y-te-son-la");
    check("Sở Y tế tỉnh Sơn La", "", "2022", "so-y-te-son-la");
}

#[test]
fn spelling_does_not_matter() {
    let spellings = [
        "UBND các huyện, thành phố",
        "UBND các huyện thành phố",
        "UBND các huyện, thành phố thuộc tỉnh Sơn La",
        "UBND CÁC HUYỆN, THÀNH PHỐ  tỉnh Sơn La.",
        "UBND các huyện,\nthành phố, tỉnh Sơn La;",
        "UBND các huyện, thành phố thuộc Tình Sơn La",
        "Uỷ ban nhân dân các huyện, thành phố",
    ];
    for printed in spellings {
        check(printed, "Sơn La", "2022", "ubnd-cac-huyen-son-la");
    }
    check("So\u{31b}\u{309} Y te\u{302}\u{301}", "Sơn La", "2022", "so-y-te-son-la");
    check("Sờ Y tế", "Sơn La", "2022", "so-y-te-son-la");
    check("So Y te", "Sơn La", "2022", "?");
}

#[test]
fn the_nearest_name_is_named() {
    let context = NameContext { place: Some("Sơn La".to_owned()), issued: None };
    let register = register();
    let nearest = |printed: &str| match register.resolve(printed, &context) {
        Err(NameFault::Unknown(nearest)) => nearest,
        other => panic!("{printed}: {other:?}"),
    };
    assert_eq!(nearest("Sở Y tê").as_deref(), Some("Sở Y tế tỉnh Sơn La"));
    assert_eq!(nearest("Huyện Mai Sơm").as_deref(), Some("Ủy ban nhân dân huyện Mai Sơn"));
    assert_eq!(nearest("Ngân hàng Nhà nước"), None);
    assert_eq!(register.nearest_id("so-yte-son-la"), Some("so-y-te-son-la"));
    assert_eq!(register.nearest_id("ngan-hang"), None);
}

#[test]
fn what_came_before_and_what_belongs_together_is_known() {
    let register = register();
    let id = |id: &str| planpress::model::AgencyId::new(id).expect("an id");
    let named = |agencies: Vec<&planpress::model::Agency>| -> Vec<String> {
        agencies.iter().map(|agency| agency.id.to_string()).collect()
    };
    let newer = id("so-y-te-hung-yen-2025");
    assert_eq!(named(register.predecessors_of(&newer).collect()), ["so-y-te-hung-yen"]);
    assert_eq!(register.iter().count(), 11);
    assert!(register.clashes().is_empty());
}
