//! What was renamed and has its earlier address beside it still arrives: every page, every place within it, every file.

use std::collections::BTreeSet;

use planpress::check::published::{faults, lost};
use planpress::tree::File;
use scraper::{Html, Selector};

use super::{before, manifest};
use crate::golden::in_theme;
use crate::made::{Made, report};
use crate::site_text::SiteText;

const PLAN: &str = "content/ke-hoach/1-kh-2025";

/// Fails unless all that the site had before a change is there after it, in both themes.
#[track_caller]
fn arrives(change: impl Fn(SiteText) -> SiteText) -> Made {
    let mut last = None;
    for theme in ["giay", "cong-bo"] {
        let published = Made::of(&in_theme(before().workspace(), theme));
        let after = Made::of(&in_theme(change(before()).workspace(), theme));
        let promised = manifest(&published);
        assert_eq!(report(&faults(&lost(&promised, &after.ready.site.published()))), "");
        for (address, fragments) in &promised.addresses {
            let ids = after.paths().find(|path| path == address).map(|path| ids(&after, path));
            let ids = ids.unwrap_or_else(|| panic!("{address} is no file"));
            let gone: Vec<&String> =
                fragments.iter().filter(|place| !ids.contains(*place)).collect();
            assert!(gone.is_empty(), "{address} has no {gone:?}");
        }
        last = Some(after);
    }
    last.expect("a theme")
}

fn ids(made: &Made, path: &str) -> BTreeSet<String> {
    if !path.ends_with(".html") {
        return BTreeSet::new();
    }
    let page = Html::parse_document(made.text(path));
    let selector = Selector::parse("[id]").expect("a selector");
    let ids: Vec<&str> = page.select(&selector).filter_map(|element| element.attr("id")).collect();
    let distinct: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(distinct.len(), ids.len(), "{path} has an id twice");
    distinct
}

fn with_alias(site: SiteText, path: &str, alias: &str) -> SiteText {
    // The first key of each of these files.
    let first = if path.ends_with("plan.md") { "format = 1" } else { "number = \"" };
    let head = format!("+++\n{first}");
    site.edited(path, &head, &format!("+++\n{alias}\n{first}"))
}

#[test]
fn a_task() {
    let made = arrives(|site| {
        let to = format!("{PLAN}/a-1/mua-thuoc.md");
        let site = site.moved(&format!("{PLAN}/a-1/a-1-2.md"), &to);
        with_alias(site, &to, "aliases = [\"nhiem-vu/1-kh-2025/a-1-2.html\"]")
    });
    let page = made.text("nhiem-vu/1-kh-2025/a-1-2.html");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"mua-thuoc.html\">"),
        "the page says where it stands now"
    );
    assert!(page.contains("Mua thuốc."));
}

#[test]
fn a_domain() {
    arrives(|site| {
        let site = site.moved(&format!("{PLAN}/a-1"), &format!("{PLAN}/y-te"));
        let file = format!("{PLAN}/y-te/domain.md");
        with_alias(site, &file, "aliases = [\"linh-vuc/1-kh-2025/a-1.html\"]")
    });
}

#[test]
fn a_plan_carries_all_that_belongs_to_it() {
    let made = arrives(|site| {
        let site = site.moved(PLAN, "content/ke-hoach/1-kh-ubnd-2025");
        let file = "content/ke-hoach/1-kh-ubnd-2025/plan.md";
        with_alias(site, file, "aliases = [\"ke-hoach/1-kh-2025.html\"]")
    });
    let of =
        |path: &str| made.files.iter().find(|(own, _)| own.as_str() == path).map(|(_, file)| file);
    let document = of("van-ban/1-kh-2025/ke-hoach.txt");
    assert!(matches!(document, Some(File::Stored(_))));
    assert_eq!(document, of("van-ban/1-kh-ubnd-2025/ke-hoach.txt"));
    assert_eq!(of("du-lieu/1-kh-2025.xlsx"), of("du-lieu/1-kh-ubnd-2025.xlsx"));
}

#[test]
fn an_agency() {
    arrives(|site| {
        let address = "so-tai-chinh\"\naddresses = [\"co-quan/so-tai-chinh-mau.html\"]";
        site.edited("content/agencies.toml", "so-tai-chinh-mau\"", address)
    });
}

#[test]
fn plan_domain_task_and_agency_at_once() {
    arrives(|site| {
        let plan = "content/ke-hoach/moi";
        let site = site.moved(PLAN, plan).moved(&format!("{plan}/a-1"), &format!("{plan}/y-te"));
        let task = format!("{plan}/y-te/mua-thuoc.md");
        let site = site.moved(&format!("{plan}/y-te/a-1-2.md"), &task);
        let site =
            with_alias(site, &format!("{plan}/plan.md"), "aliases = [\"ke-hoach/1-kh-2025.html\"]");
        let domain = format!("{plan}/y-te/domain.md");
        let site = with_alias(site, &domain, "aliases = [\"linh-vuc/1-kh-2025/a-1.html\"]");
        let site = with_alias(site, &task, "aliases = [\"nhiem-vu/1-kh-2025/a-1-2.html\"]");
        site.edited(
            "content/agencies.toml",
            "so-y-te-mau\"",
            "so-y-te\"\naddresses = [\"co-quan/so-y-te-mau.html\"]",
        )
    });
}

#[test]
fn two_tasks_that_change_their_ids_with_each_other_need_no_third_address() {
    // Where an id is somebody else's now, its addresses are, too.
    let made = arrives(|site| {
        let (first, second) = (format!("{PLAN}/a-1/a-1-1.md"), format!("{PLAN}/a-1/a-1-2.md"));
        site.moved(&first, "content/x").moved(&second, &first).moved("content/x", &second)
    });
    assert!(made.text("nhiem-vu/1-kh-2025/a-1-1.html").contains("Mua thuốc."));
}
