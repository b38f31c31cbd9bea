//! Whole sites against expected files, to the byte.
//!
//! `<site>.txt` is a site, `theme.txt` the small theme that shows it, and `<site>/` holds what must come out: a few pages,
//! all data, and the list of all files. `views/` holds what templates see of each kind of page: the contract with the
//! authors of themes. The shipped themes are looked at for their structure only, so that their look can change freely.

mod counts;
mod hostile;
mod shipped_themes;
mod views;

pub(crate) use shipped_themes::{in_theme, split_site};

use planpress::files::Workspace;

use crate::expected::{difference, expect_none};
use crate::made::Made;
use crate::site_text::SiteText;

/// A site of this folder, in the theme of this folder.
pub(crate) fn site(name: &str) -> Workspace {
    let theme = std::fs::read_to_string(crate::site_text::fixture("golden/theme.txt"));
    SiteText::read(&format!("golden/{name}.txt")).with(&theme.expect("a theme")).workspace()
}

/// Whether a file is compared: data always where it is text, search and the theme's files never, of the pages those that are
/// named.
fn is_compared(path: &str, pages: &[&str]) -> bool {
    let data = path.starts_with("du-lieu/") && path != "du-lieu/schema.json";
    let data = data && !path.ends_with(".xlsx");
    data || path == "tim-kiem/docs.js" || pages.contains(&path)
}

/// A text without what changes with every version of the program: its number, and the hashes of files that name it.
fn of_any_version(path: &str, text: &str) -> String {
    let text =
        text.replace(concat!("planpress ", env!("CARGO_PKG_VERSION")), "planpress [VERSION]");
    if path != "du-lieu/chi-muc.json" {
        return of_any_client(&text);
    }
    let line = |line: &str| match line.split_once("\"sha256\": ") {
        Some((before, _)) => format!("{before}\"sha256\": [HASH],\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// A text without the version of the search client, which the program brings along.
fn of_any_client(text: &str) -> String {
    let mut parts = text.split("engine.js?v=");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        text + "engine.js?v=[HASH]" + rest
    })
}

#[track_caller]
fn check(name: &str, pages: &[&str]) {
    let made = Made::of(&site(name));
    let compared = made.paths().filter(|path| is_compared(path, pages));
    let mut differences: Vec<String> = compared
        .filter_map(|path| {
            let text = of_any_version(path, made.text(path));
            difference(&text, &format!("golden/{name}/{path}"))
        })
        .collect();
    // The theme below adds its own files, which are its own business.
    let own = |path: &&str| !path.starts_with("giao-dien/") || path.starts_with("giao-dien/thu");
    let paths: Vec<&str> = made.paths().filter(own).collect();
    let paths = paths.join("\n") + "\n";
    differences.extend(difference(&paths, &format!("golden/{name}/files.txt")));
    expect_none(differences);
    for page in pages {
        assert!(made.paths().any(|path| path == *page), "there is no {page}");
    }
}

#[test]
fn a_plan_with_every_key() {
    check(
        "every-key",
        &[
            "404.html",
            "co-quan/so-lao-dong-mau.html",
            "gioi-thieu.html",
            "ke-hoach/12-kh-ubnd-2022.html",
            "linh-vuc/12-kh-ubnd-2022/b-1.html",
            "nam/12-kh-ubnd-2022/2024.html",
            "nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html",
            "nhiem-vu/12-kh-ubnd-2022/day-nghe.html",
        ],
    );
}

#[test]
fn two_plans_that_share_agencies() {
    check(
        "two-plans",
        &[
            "co-quan.html",
            "co-quan/so-y-te-hung-yen.html",
            "co-quan/so-y-te-son-la.html",
            "co-quan/ubnd-huyen-mai-son.html",
            "index.html",
            "nhiem-vu/trao-doi-bac-si.html",
            "tim-kiem.html",
        ],
    );
}

#[test]
fn a_flat_plan() {
    check("flat", &["ke-hoach/chuong-trinh.html", "nhiem-vu/chuong-trinh/n-2.html"]);
}

#[test]
fn hostile_words() {
    check("hostile", &["gioi-thieu.html", "ke-hoach/k.html", "nhiem-vu/k/t-1.html"]);
}

#[test]
fn numbers_are_said_without_the_signs_that_close_them() {
    let made = Made::of(&site("closed-numbers"));
    let said = [
        ("nhiem-vu/k/t-1.html", "<h1>Nhiệm vụ 1.1</h1>"),
        ("nhiem-vu/k/t-1.html", "Nhiệm vụ 1.1, mục a, phần A"),
        ("nhiem-vu/k/t-1.html", ">1. Y tế</a>"),
        ("linh-vuc/k/a-1.html", "Mục 1, phần A"),
    ];
    for (page, words) in said {
        assert!(made.text(page).contains(words), "{page}: {}", made.text(page));
    }
    // The table stays as it was printed.
    assert!(made.text("ke-hoach/k.html").contains("<li>1.1: "), "{}", made.text("ke-hoach/k.html"));
}
