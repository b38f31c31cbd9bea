//! What is known of the shipped plan, 150/KH-UBND: its counts, its leads, and whom its names reach.

use std::collections::BTreeMap;

use planpress::model::{AgencyId, Plan, Task};
use planpress::site::Site;

use super::shipped_site;

fn plan(site: &Site) -> &Plan {
    let plan = site.library.plans.iter().find(|plan| plan.id.as_str() == "150-kh-ubnd-2022");
    plan.expect("the shipped plan")
}

fn task<'p>(plan: &'p Plan, id: &str) -> &'p Task {
    plan.tasks.iter().find(|task| task.id.as_str() == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Whom a task's mentions mean, each once.
fn agencies<'t>(mentions: impl IntoIterator<Item = &'t planpress::model::Mention>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for mention in mentions {
        if !ids.contains(&mention.agency.to_string()) {
            ids.push(mention.agency.to_string());
        }
    }
    ids
}

#[test]
fn forty_two_tasks_stand_in_the_order_of_the_document() {
    let made = shipped_site();
    let plan = plan(&made.ready.site);
    assert_eq!(plan.tasks.len(), 42);
    let orders: Vec<u32> = plan.tasks.iter().map(|task| task.order).collect();
    assert_eq!(orders, (1..=42).collect::<Vec<u32>>());
    // 5.5 is printed before 5.2, and ten tasks are bullets.
    let numbers: Vec<&str> = plan.tasks.iter().map(|task| task.number.as_str()).collect();
    let place = |number: &str| numbers.iter().position(|printed| *printed == number);
    assert_eq!(place("5.2"), place("5.5").map(|place| place + 1));
    assert_eq!(numbers.iter().filter(|number| **number == "-").count(), 10);
    assert!(plan.tasks.iter().all(|task| task.row.is_some()));
}

#[test]
fn eight_domains_and_four_groups() {
    let made = shipped_site();
    let plan = plan(&made.ready.site);
    let counts: Vec<(&str, usize)> = plan
        .domains
        .iter()
        .map(|domain| (domain.id.as_str(), plan.tasks_of(domain).count()))
        .collect();
    let expected = [
        ("a", 1),
        ("b-1", 10),
        ("b-2", 4),
        ("b-3", 8),
        ("b-4", 7),
        ("b-5", 2),
        ("b-6", 8),
        ("b-7", 2),
    ];
    assert_eq!(counts, expected);
    let groups = plan.domains.iter().flat_map(|domain| &domain.groups);
    assert_eq!(
        groups.map(|group| group.number.as_str()).collect::<Vec<_>>(),
        ["1.1", "1.2", "1.3", "1.4"]
    );
    assert_eq!(plan.parts.iter().map(|part| part.number.as_str()).collect::<Vec<_>>(), ["A", "B"]);
}

#[test]
fn eleven_tasks_are_ongoing_and_the_others_are_dated() {
    let made = shipped_site();
    let calendar = made.ready.site.calendar(0).expect("a calendar");
    assert_eq!(calendar.ongoing.len(), 11);
    let years: Vec<(i16, usize)> =
        calendar.years.iter().map(|year| (year.year, year.count())).collect();
    assert_eq!(years, [(2022, 21), (2023, 23), (2024, 22), (2025, 21)]);
    let plan = plan(&made.ready.site);
    assert!(plan.tasks.iter().all(|task| task.period.as_ref().is_some_and(|p| p.understood())));
}

#[test]
fn leads_are_counted() {
    let made = shipped_site();
    let mut leads: BTreeMap<String, usize> = BTreeMap::new();
    for task in &plan(&made.ready.site).tasks {
        for id in agencies(&task.lead) {
            *leads.entry(id).or_default() += 1;
        }
    }
    let expected = [
        ("ban-quan-ly-cac-khu-cong-nghiep-son-la", 4),
        ("bo-chi-huy-quan-su-son-la", 1),
        ("cac-so-ban-nganh-son-la", 1),
        ("cong-an-son-la", 1),
        ("so-cong-thuong-son-la", 5),
        ("so-giao-duc-va-dao-tao-son-la", 1),
        ("so-ke-hoach-va-dau-tu-son-la", 2),
        ("so-khoa-hoc-va-cong-nghe-son-la", 4),
        ("so-lao-dong-thuong-binh-va-xa-hoi-son-la", 4),
        ("so-nong-nghiep-va-ptnt-son-la", 2),
        ("so-van-hoa-the-thao-va-du-lich-son-la", 12),
        ("so-y-te-son-la", 3),
        ("ubnd-cac-huyen-thanh-pho-son-la", 1),
        ("ubnd-huyen-mai-son", 1),
        ("ubnd-huyen-song-ma", 1),
        ("ubnd-huyen-thuan-chau", 1),
    ];
    let leads: Vec<(&str, usize)> = leads.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    assert_eq!(leads, expected);
}

#[test]
fn two_districts_lead_task_3_8() {
    let made = shipped_site();
    let task = task(plan(&made.ready.site), "b-3-8");
    assert_eq!(agencies(&task.lead), ["ubnd-huyen-thuan-chau", "ubnd-huyen-song-ma"]);
    assert!(agencies(&task.coordinating).contains(&"ubnd-huyen-kim-dong".to_owned()));
}

#[test]
fn a_name_with_a_dash_is_never_split() {
    let made = shipped_site();
    let plan = plan(&made.ready.site);
    let mentions = plan.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.coordinating));
    let mut whole = 0;
    for mention in mentions {
        let printed = mention.printed.as_str();
        whole += usize::from(printed.starts_with("Sở Lao động - Thương binh và Xã hội"));
        assert!(!printed.starts_with("Thương binh"), "{printed}");
        assert!(!printed.ends_with("Sở Lao động"), "{printed}");
        assert!(!printed.starts_with('-') && !printed.ends_with('-'), "{printed}");
    }
    assert!(whole >= 8, "{whole}");
}

#[test]
fn tasks_4_6_and_4_7_reach_the_collectives_of_both_provinces() {
    let made = shipped_site();
    for id in ["b-4-6", "b-4-7"] {
        let coordinating = agencies(&task(plan(&made.ready.site), id).coordinating);
        for collective in [
            "cac-so-ban-nganh-son-la",
            "ubnd-cac-huyen-thanh-pho-son-la",
            "cac-so-ban-nganh-hung-yen",
            "ubnd-cac-huyen-thanh-pho-hung-yen",
        ] {
            assert!(coordinating.contains(&collective.to_owned()), "{id}: {coordinating:?}");
        }
    }
}

#[test]
fn mai_son_leads_one_task_and_is_reached_apart_through_its_collective() {
    let made = shipped_site();
    let site = &made.ready.site;
    let id = AgencyId::new("ubnd-huyen-mai-son").expect("an id");
    let involvement = site.involvement(&id);
    let led: Vec<&str> = involvement
        .led
        .iter()
        .filter_map(|at| site.task(*at))
        .map(|(_, task)| task.id.as_str())
        .collect();
    assert_eq!(led, ["b-3-7"]);
    assert!(involvement.coordinated.is_empty());
    let collective = "ubnd-cac-huyen-thanh-pho-son-la";
    assert!(involvement.through.iter().all(|through| through.collective.as_str() == collective));

    // The page says the same: the led task in one list, those through the collective in another.
    let page = made.text("co-quan/ubnd-huyen-mai-son.html");
    let (led, through) = page.split_once("id=\"trong-nhom\"").expect("a list of its own");
    // Behind the lists stand the partners, with the tasks that are shared.
    let through = through.split_once("id=\"cung-lam-h\"").map_or(through, |(list, _)| list);
    let led = led.split_once("id=\"chu-tri\"").expect("a list of what it leads").1;
    assert!(
        led.contains("b-3-7.html") && !through.contains("nhiem-vu/150-kh-ubnd-2022/b-3-7.html")
    );
    let mut rest: Vec<&str> = Vec::new();
    for through in &involvement.through {
        rest.extend(site.task(through.at).map(|(_, task)| task.id.as_str()));
    }
    assert!(rest.len() > 5, "{rest:?}");
    for id in rest {
        assert!(through.contains(&format!("nhiem-vu/150-kh-ubnd-2022/{id}.html")), "{id}");
        assert!(!led.contains(&format!("nhiem-vu/150-kh-ubnd-2022/{id}.html")), "{id}");
    }
}

#[test]
fn slips_of_the_document_are_kept() {
    let made = shipped_site();
    let plan = plan(&made.ready.site);
    let mut words: String = plan.tasks.iter().map(|task| task.text() + "\n").collect();
    for mention in plan.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.coordinating)) {
        words.push_str(&mention.printed);
        words.push('\n');
    }
    for slip in ["Tình Sơn La", "đạo tạo", "nhận rộng"] {
        assert!(words.contains(slip), "{slip}");
    }
}

#[test]
fn nothing_is_said_but_that_there_is_no_address_yet() {
    let made = shipped_site();
    let said: Vec<&str> = made.diagnostics.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(said, ["no-base-url"]);
}
