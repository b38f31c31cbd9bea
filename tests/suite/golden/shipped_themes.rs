//! The structure of the shipped themes' pages, over every site of this folder.

use planpress::check::LinkSink;
use planpress::files::Workspace;
use planpress::render::{Options, render};
use planpress::site::LONGEST_LIST;
use planpress::tree::{File, RelPath};

use super::site;
use crate::made::{Made, report};
use crate::site_text::SiteText;

/// The shipped themes.
pub(crate) const THEMES: [&str; 2] = ["cong-bo", "giay"];

/// How a block of data begins, which is no script and never runs.
pub(super) const DATA_BLOCK: &str = "<script type=\"application/ld+json\">{";

/// The sites in each of the shipped themes.
fn each_shipped(look: impl Fn(&str, &Made)) {
    for name in ["every-key", "two-plans", "flat", "hostile"] {
        for theme in THEMES {
            let workspace = in_theme(site(name), theme);
            let made = Made::of(&workspace);
            assert_eq!(made.ready.theme.name(), theme);
            look(&format!("{name} in {theme}"), &made);
        }
    }
}

/// The same site in another theme.
pub(crate) fn in_theme(mut workspace: Workspace, theme: &str) -> Workspace {
    let text = workspace.content.bytes("site.toml").expect("settings").to_vec();
    let text = String::from_utf8(text).expect("UTF-8");
    let text = ["thu", "cong-bo"].iter().fold(text, |text, old| {
        text.replace(&format!("theme = \"{old}\""), &format!("theme = \"{theme}\""))
    });
    let path = RelPath::new("site.toml").expect("a path");
    workspace.content.insert(path, File::Bytes(text.into_bytes()));
    workspace
}

/// Fails unless every link of every page leads somewhere.
#[track_caller]
fn check_links(name: &str, made: &Made) {
    let sink = LinkSink::default();
    render(&made.ready.site, &made.ready.theme, &Options::default(), &sink).expect("pages");
    let (links, pages) = sink.counts();
    assert_eq!(pages, made.pages().count(), "{name}");
    assert!(links > pages, "{name}");
    let faults = sink.faults(&made.ready.site);
    assert!(faults.is_empty(), "{name}: {}", report(&faults));
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    each_shipped(check_links);
}

/// A site of three plans in which one agency has more tasks than a page takes.
pub(crate) fn split_site() -> Workspace {
    let mut text = SiteText::read("golden/flat.txt");
    for (plan, count) in [("mot", 200), ("hai", LONGEST_LIST - 199)] {
        let folder = format!("content/ke-hoach/{plan}");
        let head = "+++\nformat = 1\ntitle = \"Kế hoạch\"\nplace = \"Mẫu\"\n+++\n";
        text = text.with_file(&format!("{folder}/plan.md"), head);
        let head = "+++\nnumber = \"\"\ntitle = \"\"\norder = 1\n+++\n";
        text = text.with_file(&format!("{folder}/n/domain.md"), head);
        for order in 1..=count {
            let task =
                format!("+++\nnumber = \"\"\nlead = [\"Sở Y tế\"]\norder = {order}\n+++\nHọp.\n");
            text = text.with_file(&format!("{folder}/n/t-{order}.md"), &task);
        }
    }
    text.workspace()
}

#[test]
fn an_agency_with_hundreds_of_tasks_has_a_page_for_each_plan() {
    for theme in THEMES {
        let made = Made::of(&in_theme(split_site(), theme));
        check_links(theme, &made);
        let whole = made.text("co-quan/so-y-te-mau.html");
        assert!(!whole.contains("nhiem-vu/"), "{theme}: the tasks stand on pages of their own");
        for (plan, count) in [("mot", 200), ("hai", LONGEST_LIST - 199), ("chuong-trinh", 2)] {
            let page = made.text(&format!("co-quan/so-y-te-mau/{plan}.html"));
            let lists = page.split("id=\"thoi-gian\"").next().unwrap_or_default();
            let tasks = lists.matches(&format!("href=\"../../nhiem-vu/{plan}/")).count();
            assert_eq!(tasks, count, "{theme}: {plan}");
            assert!(
                whole.contains(&format!("href=\"so-y-te-mau/{plan}.html\"")),
                "{theme}: {plan}"
            );
        }
    }
}

#[test]
fn every_page_has_one_heading_its_language_and_a_policy() {
    each_shipped(|name, made| {
        for (path, page) in made.pages() {
            assert_eq!(page.matches("<h1").count(), 1, "{name}: {path}");
            assert_eq!(page.matches("<title>").count(), 1, "{name}: {path}");
            assert!(page.contains("<html lang=\"vi\""), "{name}: {path}");
            assert!(page.contains("http-equiv=\"Content-Security-Policy\""), "{name}: {path}");
            assert!(!page.contains("unsafe-inline"), "{name}: {path}");
        }
    });
}

#[test]
fn no_heading_stands_over_nothing() {
    each_shipped(|name, made| {
        // Its notes have headings of their own, with nothing below.
        if name.starts_with("hostile") {
            return;
        }
        for (path, page) in made.pages() {
            for end in ["</h2>", "</h3>"] {
                for behind in page.split(end).skip(1).map(str::trim_start) {
                    let closes = behind.starts_with("</section>") || behind.starts_with("</div>");
                    assert!(!closes, "{name}: {path} has a heading over nothing");
                }
            }
        }
    });
}

#[test]
fn no_page_has_a_style_or_a_script_of_its_own() {
    each_shipped(|name, made| {
        for (path, page) in made.pages() {
            assert!(!page.contains("<style"), "{name}: {path}");
            assert!(!page.contains(" style=\""), "{name}: {path}");
            let scripts = page.matches("<script").count() - page.matches(DATA_BLOCK).count();
            assert_eq!(scripts, page.matches("<script src=\"").count(), "{name}: {path}");
            assert!(scripts == 0 || !name.ends_with("giay"), "{name}: {path}");
        }
        let script = made.files.iter().find(|(path, _)| path.extension() == "js");
        assert_eq!(script.is_none(), name.ends_with("giay"), "{name}: {script:?}");
    });
}

#[test]
fn a_task_shows_its_words_as_published() {
    each_shipped(|name, made| {
        if !name.starts_with("every-key") {
            return;
        }
        let page = made.text("nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html");
        let published = [
            "Mở lớp đạo tạo nghề.",
            "## Không phải ghi chú, mà là chữ của văn bản.",
            "Sở Lao đông - Thương binh và Xã hội",
            "Sở Lao động - Thương binh và Xã hội tỉnh Mẫu",
            "Quý III/2022",
            "Từ năm 2024",
            "bảng 1, dòng 7",
            "10 lớp",
            "Báo cáo 12/BC-SLĐTBXH",
            "Công văn 5/UBND",
        ];
        for words in published {
            assert!(page.contains(words), "{name}: {words}");
        }
    });
}

#[test]
fn an_earlier_address_carries_the_page_and_names_the_new_one() {
    each_shipped(|name, made| {
        if !name.starts_with("every-key") {
            return;
        }
        let alias = made.text("nhiem-vu/12-kh-ubnd-2022/day-nghe.html");
        assert!(alias.contains("Mở lớp đạo tạo nghề."), "{name}");
        let canonical = "<link rel=\"canonical\" href=\"https://mau.example/ke-hoach/nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html\">";
        assert!(alias.contains(canonical), "{name}");
    });
}
