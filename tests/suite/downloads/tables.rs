//! Tables of tasks against the pages that offer them.

use std::collections::BTreeSet;

use planpress::render::view;
use planpress::site::{Route, resolve};
use serde_json::Value;

use super::{Row, rows, tasks};
use crate::data::sites;
use crate::golden::{in_theme, site, split_site};
use crate::made::{Made, tasks_of_items};

/// What a page's template sees of its subject.
fn seen(made: &Made, route: &Route) -> Value {
    let (_, view) =
        view(&made.ready.site, &made.ready.theme, route).expect("no fault").expect("a page");
    let mut view: Value = serde_json::from_str(&view.to_json()).expect("JSON");
    let name = ["plan", "domain", "agency", "year"].into_iter().find(|name| !view[*name].is_null());
    view[name.expect("a page with a list")].take()
}

/// The tasks of a list that a page shows: `<plan>/<task>`.
fn listed(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("key").and_then(Value::as_str).map(str::to_owned));
            let items = fields.get("items_html").and_then(Value::as_str).unwrap_or_default();
            found.extend(tasks_of_items(items));
            fields.values().for_each(|value| listed(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| listed(value, found)),
        _ => {}
    }
}

fn key(row: &Row) -> String {
    format!("{}/{}", row["plan"], row["id"])
}

/// The table that a page offers.
fn table(made: &Made, route: &Route, subject: &Value) -> Option<Vec<Row>> {
    let links = subject["downloads"].as_array().expect("downloads");
    let addresses = links.iter().map(|link| {
        let href = link["href"].as_str().expect("an address");
        resolve(&route.path(), href).expect("an address within the site").0
    });
    let tables: Vec<String> = addresses.filter(|address| address.ends_with(".csv")).collect();
    assert!(tables.len() <= 1, "{}: {tables:?}", route.path());
    tables.first().map(|address| rows(made, address))
}

/// Fails unless a page's table has the tasks that the page lists, each once; gives the number of tables.
fn check_tables(name: &str, made: &Made) -> usize {
    let mut count = 0;
    for route in &made.ready.site.pages {
        let is_split = matches!(route, Route::Agency(id) if made.ready.site.is_split(id));
        let has_list = matches!(
            route,
            Route::Plan(_)
                | Route::Domain(..)
                | Route::Year(..)
                | Route::Agency(_)
                | Route::AgencyPlan(..)
        );
        if !has_list || is_split {
            continue;
        }
        let subject = seen(made, route);
        let mut shown = BTreeSet::new();
        listed(&subject, &mut shown);
        let Some(table) = table(made, route, &subject) else {
            assert!(shown.is_empty(), "{name}: {} offers no table", route.path());
            continue;
        };
        let keys: BTreeSet<String> = table.iter().map(key).collect();
        assert_eq!(keys, shown, "{name}: {}", route.path());
        assert_eq!(keys.len(), table.len(), "{name}: {}: a task twice", route.path());
        count += 1;
    }
    count
}

#[test]
fn a_table_has_exactly_the_tasks_of_the_list_on_its_page() {
    for (name, made) in sites() {
        assert!(check_tables(name, made) > 1, "{name}");
    }
    let split = Made::of(&in_theme(split_site(), "cong-bo"));
    assert!(check_tables("split", &split) > 3);
    // The agency's own table holds what its pages by plan hold together.
    let of_plans = ["mot", "hai", "chuong-trinh"]
        .map(|plan| rows(&split, &format!("co-quan/so-y-te-mau/{plan}.csv")).len());
    let whole = rows(&split, "du-lieu/co-quan/so-y-te-mau.csv").len();
    assert_eq!(of_plans.iter().sum::<usize>(), whole);
}

#[test]
fn the_roles_of_an_agencys_table_are_counted_as_on_its_page() {
    for (name, made) in sites() {
        for route in &made.ready.site.pages {
            let Route::Agency(_) = route else { continue };
            let subject = seen(made, route);
            let Some(table) = table(made, route, &subject) else { continue };
            let count = |test: &dyn Fn(&Row) -> bool| table.iter().filter(|row| test(row)).count();
            let has = |row: &Row, role: &str| row["role"].split("; ").any(|known| known == role);
            let direct = |row: &Row, role| row["through"].is_empty() && has(row, role);
            let counts = [
                count(&|row| direct(row, "lead")),
                count(&|row| direct(row, "coordinating")),
                count(&|row| !row["through"].is_empty()),
            ];
            let involvements = subject["involvements"].as_array().expect("three lists");
            let shown: Vec<usize> = involvements
                .iter()
                .map(|list| list["count"].as_u64().and_then(|n| usize::try_from(n).ok()))
                .map(|count| count.expect("a count"))
                .collect();
            assert_eq!(shown, counts, "{name}: {}", route.path());
        }
    }
}

#[test]
fn a_years_table_says_under_which_headings_its_tasks_stand() {
    for (name, made) in sites() {
        for route in &made.ready.site.pages {
            let Route::Year(..) = route else { continue };
            let subject = seen(made, route);
            let table = table(made, route, &subject).expect("a table");
            for section in subject["sections"].as_array().expect("sections") {
                let anchor = section["anchor"].as_str().expect("an anchor");
                let mut shown = BTreeSet::new();
                listed(section, &mut shown);
                let under =
                    table.iter().filter(|row| row["sections"].split("; ").any(|s| s == anchor));
                let under: BTreeSet<String> = under.map(key).collect();
                assert_eq!(under, shown, "{name}: {}#{anchor}", route.path());
            }
        }
    }
}

#[test]
fn the_files_of_all_plans_hold_what_each_plan_holds() {
    for (name, made) in sites() {
        let all = rows(made, "du-lieu/tat-ca.csv");
        let plans = made.ready.site.library.plans.iter();
        let single: Vec<Row> =
            plans.flat_map(|plan| rows(made, &format!("du-lieu/{}.csv", plan.id))).collect();
        assert_eq!(all.len(), single.len(), "{name}");
        for (row, own) in all.iter().zip(&single) {
            // Together they have the further columns of all plans.
            assert!(
                own.iter().all(|(column, cell)| row.get(column) == Some(cell)),
                "{name}: {own:?}"
            );
        }

        let lines = made.text("du-lieu/tat-ca.ndjson").lines();
        let lines: Vec<Value> =
            lines.map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        let tasks = tasks(made);
        assert_eq!(lines.len(), tasks.len(), "{name}");
        for (mut line, (plan, task)) in lines.into_iter().zip(tasks) {
            let own = line.as_object_mut().expect("an object").remove("plan");
            assert_eq!(own, Some(Value::from(plan)), "{name}");
            assert_eq!(line, task, "{name}");
        }
    }
}

#[test]
fn every_download_is_offered_in_both_shipped_themes() {
    for theme in ["cong-bo", "giay"] {
        let made = Made::of(&in_theme(site("flat"), theme));
        let pages = [
            ("ke-hoach/chuong-trinh.html", "../du-lieu/chuong-trinh.csv"),
            ("ke-hoach/chuong-trinh.html", "../du-lieu/chuong-trinh.xlsx"),
            ("ke-hoach/chuong-trinh.html", "../du-lieu/chuong-trinh.json"),
            ("ke-hoach/chuong-trinh.html", "../du-lieu/chuong-trinh.ics"),
            ("nam/chuong-trinh/2024.html", "../../du-lieu/chuong-trinh/nam-2024.csv"),
            ("co-quan/so-y-te-mau.html", "../du-lieu/co-quan/so-y-te-mau.csv"),
            ("co-quan/so-y-te-mau.html", "../du-lieu/co-quan/so-y-te-mau.ics"),
            ("du-lieu.html", "du-lieu/tat-ca.csv"),
            ("du-lieu.html", "du-lieu/tat-ca.ndjson"),
            ("du-lieu.html", "du-lieu/chuong-trinh.xlsx"),
            ("du-lieu.html", "du-lieu/chuong-trinh.ics"),
        ];
        for (page, file) in pages {
            let link = format!("<a href=\"{file}\" download>");
            assert!(made.text(page).contains(&link), "{theme}: {page}: {file}");
        }
        let made = Made::of(&in_theme(site("two-plans"), theme));
        let link = "<a href=\"../../du-lieu/20-kh-ubnd-2023/d-1.csv\" download>";
        assert!(made.text("linh-vuc/20-kh-ubnd-2023/d-1.html").contains(link), "{theme}");
        // No task of this plan has a last day, so that there is no calendar to offer.
        assert!(!made.text("ke-hoach/20-kh-ubnd-2023.html").contains(".ics"), "{theme}");
    }
}
