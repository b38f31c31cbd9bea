//! Pictures: each number is that of the tasks behind its link, each drawing is well-formed, and where nothing falls on a
//! day nothing is drawn.

use planpress::pipeline::{Ready, prepare};
use planpress::render::view;
use planpress::site::resolve;
use serde_json::Value;

use crate::golden::{in_theme, site};
use crate::made::{Made, tasks_of_items};
use crate::site_text::SiteText;

fn seen(ready: &Ready, page: &str) -> Value {
    let route = ready.site.pages.iter().find(|route| route.path() == page);
    let route = route.unwrap_or_else(|| panic!("there is no {page}"));
    let (_, view) = view(&ready.site, &ready.theme, route).expect("no fault").expect("a page");
    serde_json::from_str(&view.to_json()).expect("JSON")
}

/// How many tasks stand behind a link: in the section that it names, or in all of a domain.
fn tasks_behind(ready: &Ready, from: &str, href: &str) -> usize {
    let (page, fragment) = resolve(from, href).expect("a link within the site");
    let view = seen(ready, &page);
    let Some(anchor) = fragment else {
        let rows = view["domain"]["rows"].as_array().expect("rows");
        return rows.iter().filter(|row| row["kind"] == "task").count();
    };
    let years = view["year"]["sections"].as_array().into_iter().flatten();
    let involvements = view["agency"]["involvements"].as_array().into_iter().flatten();
    let of_agency = involvements.flat_map(|list| list["sections"].as_array().expect("sections"));
    let section = years.chain(of_agency).find(|section| section["anchor"] == anchor.as_str());
    let section = section.unwrap_or_else(|| panic!("{page} has no #{anchor}"));
    tasks_of_items(section["items_html"].as_str().expect("items")).len()
}

#[test]
fn each_number_is_that_of_the_tasks_behind_its_link() {
    let mut numbers = 0;
    for name in ["every-key", "flat", "hostile", "two-plans"] {
        let ready = prepare(&site(name)).value.expect("a site without faults");
        for plan in &ready.site.library.plans {
            let page = format!("ke-hoach/{}.html", plan.id);
            let plan = seen(&ready, &page)["plan"].take();
            let mut counts: Vec<&Value> = Vec::new();
            let years = plan["timeline"]["counts"].as_array().into_iter().flatten();
            counts.extend(years.flat_map(|year| year["sections"].as_array().expect("sections")));
            counts.extend(plan["timeline"].get("ongoing"));
            let rows = plan["matrix"]["rows"].as_array().into_iter().flatten();
            for cell in rows.flat_map(|row| row["cells"].as_array().expect("cells")) {
                counts.extend([&cell["led"], &cell["coordinated"]]);
            }
            for count in counts.into_iter().filter(|count| !count.is_null()) {
                let behind = tasks_behind(&ready, &page, count["href"].as_str().expect("a link"));
                assert_eq!(count["count"], behind, "{name}: {count}");
                numbers += 1;
            }
            if plan["timeline"]["by_domain"] == true {
                for row in plan["timeline"]["rows"].as_array().expect("rows") {
                    let href = row["item"]["href"].as_str().expect("a link");
                    let behind = tasks_behind(&ready, &page, href);
                    assert_eq!(row["when"], format!("{behind} nhiệm vụ"), "{name}: {row}");
                    numbers += 1;
                }
            }
        }
    }
    assert!(numbers > 30, "only {numbers} numbers were looked at");
}

#[test]
fn drawings_are_well_formed_in_both_themes() {
    for theme in ["cong-bo", "giay"] {
        let mut drawings = 0;
        for name in ["every-key", "flat", "hostile", "two-plans"] {
            let made = Made::of(&in_theme(site(name), theme));
            for (path, text) in made.pages() {
                for rest in text.split("<svg ").skip(1) {
                    let drawing = rest.split_once("</svg>").expect("an end").0;
                    let drawing = format!("<svg {drawing}</svg>");
                    let mut reader = quick_xml::Reader::from_str(&drawing);
                    loop {
                        match reader.read_event() {
                            Ok(quick_xml::events::Event::Eof) => break,
                            Ok(_) => {}
                            Err(error) => panic!("{name}, {theme}, {path}: {error}\n{drawing}"),
                        }
                    }
                    drawings += 1;
                }
            }
        }
        assert!(drawings > 10, "{theme}: only {drawings} drawings");
    }
}

/// The timeline of a flat plan whose tasks have these periods.
fn timeline(periods: &[&str]) -> Value {
    let mut text = SiteText::read("golden/flat.txt");
    let head = "+++\nformat = 1\ntitle = \"Kế hoạch\"\nplace = \"Mẫu\"\n+++\n";
    text = text.with_file("content/ke-hoach/mot/plan.md", head);
    let head = "+++\nnumber = \"\"\ntitle = \"\"\norder = 1\n+++\n";
    text = text.with_file("content/ke-hoach/mot/n/domain.md", head);
    for (index, period) in periods.iter().enumerate() {
        let order = index + 1;
        let task = format!(
            "+++\nnumber = \"{order}\"\nlead = [\"Sở Y tế\"]\nperiod = \"{period}\"\norder = {order}\n+++\nHọp.\n"
        );
        text = text.with_file(&format!("content/ke-hoach/mot/n/t-{order}.md"), &task);
    }
    let theme = std::fs::read_to_string(crate::site_text::fixture("golden/theme.txt"));
    let workspace = text.with(&theme.expect("a theme")).workspace();
    let ready = prepare(&workspace).value.expect("a site without faults");
    seen(&ready, "ke-hoach/mot.html")["plan"]["timeline"].take()
}

/// The bars of each row: its first unit and its width.
fn bars(timeline: &Value) -> Vec<Vec<(u64, u64)>> {
    let bar = |bar: &Value| (bar["x"].as_u64().expect("x"), bar["width"].as_u64().expect("width"));
    let row = |row: &Value| row["bars"].as_array().expect("bars").iter().map(bar).collect();
    timeline["rows"].as_array().expect("rows").iter().map(row).collect()
}

#[test]
fn where_no_task_has_a_day_nothing_is_drawn() {
    assert_eq!(timeline(&["Thường xuyên", "Hằng năm"]), Value::Null);
    assert_eq!(timeline(&["Sau khi có hướng dẫn"]), Value::Null);
    assert_eq!(timeline(&[]), Value::Null);
}

#[test]
fn a_plan_of_one_year_has_four_quarters() {
    let timeline = timeline(&["Quý III/2024", "Thường xuyên", "Quý I/2024"]);
    assert_eq!(timeline["width"], 40);
    assert_eq!(timeline["grid"], "");
    // By the first day; what has no end stands last and has no bar.
    assert_eq!(bars(&timeline), [vec![(0, 10)], vec![(20, 10)], vec![]]);
}

#[test]
fn open_periods_reach_to_the_ends_of_what_the_plan_names() {
    let timeline = timeline(&["Từ năm 2024", "Trước 30/9/2023", "2022-2031"]);
    assert_eq!(timeline["years"].as_array().map(Vec::len), Some(10));
    assert_eq!(bars(&timeline), [vec![(0, 70)], vec![(0, 400)], vec![(80, 320)]]);
}

#[test]
fn more_tasks_than_a_reader_takes_in_are_not_drawn_one_by_one() {
    let timeline = timeline(&["2024"; 41]);
    assert_eq!(timeline["by_domain"], true);
    // A flat plan has no page of a domain to lead to; its quarters are counted all the same.
    assert_eq!(bars(&timeline), Vec::<Vec<(u64, u64)>>::new());
    assert_eq!(timeline["counts"][0]["sections"][4]["count"], 41);
}
