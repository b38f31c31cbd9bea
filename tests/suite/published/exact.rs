//! What `check --published` names, held against the made files themselves: every promised page or file that is not there any more
//! and every promised place that its page has lost, all of them and no other.

use std::collections::BTreeSet;

use planpress::check::published::{faults, lost};
use scraper::{Html, Selector};

use super::{before, gone, manifest};
use crate::made::{Made, report};
use crate::site_text::SiteText;

const PLAN: &str = "content/ke-hoach/1-kh-2025";
const AGENCIES: &str = "content/agencies.toml";
const WITHDRAWN: &str =
    "withdrawn = { on = \"2025-05-01\", reason = \"Hết vốn\", basis = \"9/QĐ\" }";

type Change = fn(SiteText) -> SiteText;

/// The promises of the site that a changed one does not keep, by a look at what it is made of; and what is told of them.
fn missed_and_told(change: Change) -> (BTreeSet<String>, BTreeSet<String>) {
    let promised = manifest(&Made::of(&before().workspace()));
    let after = Made::of(&change(before()).workspace());
    let any = Selector::parse("[id]").expect("a selector");
    let mut missed = BTreeSet::new();
    for (address, fragments) in &promised.addresses {
        if !after.paths().any(|path| path == address) {
            missed.insert(address.clone());
            continue;
        }
        // Only pages have places.
        let page = fragments.first().map(|_| Html::parse_document(after.text(address)));
        let ids = page.iter().flat_map(|page| page.select(&any)).filter_map(|it| it.attr("id"));
        let ids: BTreeSet<&str> = ids.collect();
        let gone = fragments.iter().filter(|place| !ids.contains(place.as_str()));
        missed.extend(gone.map(|place| format!("{address}#{place}")));
    }
    let told = report(&faults(&lost(&promised, &after.ready.site.published())));
    (missed, gone(&told).into_iter().collect())
}

/// Each change takes something away, which is told to the letter.
#[track_caller]
fn loses(what: &str, change: Change) {
    let (missed, told) = missed_and_told(change);
    assert!(missed.iter().any(|address| address.contains(what)), "{missed:?}");
    assert_eq!(told, missed);
}

#[track_caller]
fn keeps_all(change: Change) {
    assert_eq!(missed_and_told(change), (BTreeSet::new(), BTreeSet::new()));
}

#[test]
fn of_a_task() {
    const TASK: &str = "content/ke-hoach/1-kh-2025/a-1/a-1-1.md";
    loses("nhiem-vu/1-kh-2025/a-1-1.html", |site| site.with(&format!("=== without {TASK}")));
    loses("nhiem-vu/1-kh-2025/a-1-1.html", |site| site.moved(TASK, &format!("{PLAN}/a-1/kham.md")));
    keeps_all(|site| {
        let to = format!("{PLAN}/a-1/kham.md");
        let alias = "+++\naliases = [\"nhiem-vu/1-kh-2025/a-1-1.html\"]\nnumber";
        site.moved(TASK, &to).edited(&to, "+++\nnumber", alias)
    });
    keeps_all(|site| site.edited(TASK, "+++\nnumber", &format!("+++\n{WITHDRAWN}\nnumber")));
}

#[test]
fn of_a_domain() {
    loses("linh-vuc/1-kh-2025/a-1.html", |site| {
        let files = ["domain.md", "a-1-1.md", "a-1-2.md"];
        files.iter().fold(site, |site, file| site.with(&format!("=== without {PLAN}/a-1/{file}")))
    });
    loses("linh-vuc/1-kh-2025/a-1.html", |site| {
        site.moved(&format!("{PLAN}/a-1"), &format!("{PLAN}/y-te"))
    });
    keeps_all(|site| {
        let site = site.moved(&format!("{PLAN}/a-1"), &format!("{PLAN}/y-te"));
        let alias = "+++\naliases = [\"linh-vuc/1-kh-2025/a-1.html\"]\nnumber";
        site.edited(&format!("{PLAN}/y-te/domain.md"), "+++\nnumber", alias)
    });
    // A domain is withdrawn as all of its tasks are.
    keeps_all(|site| {
        ["a-1-1.md", "a-1-2.md"].iter().fold(site, |site, file| {
            let withdrawn = format!("+++\n{WITHDRAWN}\nnumber");
            site.edited(&format!("{PLAN}/a-1/{file}"), "+++\nnumber", &withdrawn)
        })
    });
}

#[test]
fn of_an_agency() {
    const ENTRY: &str = "[[agency]]\nid = \"so-tai-chinh-mau\"\nname = \"Sở Tài chính tỉnh Mẫu\"\nplace = \"Mẫu\"\nkind = \"so\"\n";
    loses("co-quan/so-tai-chinh-mau.html", |site| {
        let site = site.edited(AGENCIES, ENTRY, "");
        let site =
            site.edited(&format!("{PLAN}/a-1/a-1-1.md"), "coordinating = [\"Sở Tài chính\"]\n", "");
        site.edited(&format!("{PLAN}/a-2/a-2-1.md"), "Sở Tài chính", "Sở Y tế")
    });
    loses("co-quan/so-tai-chinh-mau.html", |site| {
        site.edited(AGENCIES, "so-tai-chinh-mau", "so-tai-chinh")
    });
    keeps_all(|site| {
        let renamed = "so-tai-chinh\"\naddresses = [\"co-quan/so-tai-chinh-mau.html\"]";
        site.edited(AGENCIES, "so-tai-chinh-mau\"", renamed)
    });
    // An agency that is no more keeps its page.
    keeps_all(|site| {
        let ended = format!("{ENTRY}ended = {{ on = \"2025-03-01\", basis = \"9/NQ\" }}\n");
        site.edited(AGENCIES, ENTRY, &ended)
    });
}

#[test]
fn of_a_plan() {
    loses("ke-hoach/1-kh-2025.html", |site| site.moved(PLAN, "content/ke-hoach/1-kh-ubnd-2025"));
    keeps_all(|site| {
        let to = "content/ke-hoach/1-kh-ubnd-2025";
        let alias = "aliases = [\"ke-hoach/1-kh-2025.html\"]\nformat = 1";
        site.moved(PLAN, to).edited(&format!("{to}/plan.md"), "format = 1", alias)
    });
}
