//! The edition of a plan on one page: nothing of the plan is missing in it, and it leads to itself.

use planpress::render::view;
use planpress::site::{Route, resolve};
use serde_json::Value;

use crate::data::sites;
use crate::register::shipped_site;

#[test]
fn an_edition_holds_the_words_of_every_task_in_the_order_of_the_document() {
    for (name, made) in sites() {
        for plan in &made.ready.site.library.plans {
            let route = Route::Edition(plan.id.clone());
            let (_, view) = view(&made.ready.site, &made.ready.theme, &route)
                .expect("no fault")
                .expect("an edition");
            let view: Value = serde_json::from_str(&view.to_json()).expect("JSON");
            let rows = view["plan"]["rows"].as_array().expect("rows");
            let tasks = rows.iter().filter(|row| !row["task"].is_null());
            let shown: Vec<Value> = tasks.map(|row| row["task"]["paragraphs"].clone()).collect();
            let printed: Vec<Value> =
                plan.tasks.iter().map(|task| Value::from(task.paragraphs.clone())).collect();
            assert_eq!(shown, printed, "{name}: {}", plan.id);

            // What stands in the view stands on the page: each row under its anchor.
            let page = made.text(&route.path());
            for row in rows {
                let anchor = row["anchor"].as_str().expect("an anchor");
                assert_eq!(
                    page.matches(&format!(" id=\"{anchor}\"")).count(),
                    1,
                    "{name}: {anchor}"
                );
            }
        }
    }
}

#[test]
fn the_page_of_a_plan_leads_to_its_edition() {
    let made = shipped_site();
    for plan in &made.ready.site.library.plans {
        let page = Route::Plan(plan.id.clone()).path();
        let edition = Route::Edition(plan.id.clone()).path();
        let hrefs = made.text(&page).split(" href=\"").skip(1);
        let targets = hrefs.filter_map(|rest| resolve(&page, rest.split('"').next()?));
        assert_eq!(targets.filter(|(path, _)| *path == edition).count(), 1, "{page}");
    }
}
