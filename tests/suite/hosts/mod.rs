//! Settings for web servers beside a site, to the byte; that no word of the content can get out of its place in them; and
//! compressed copies. What the servers make of them is asked in `tests/servers`.

mod compressed;

use planpress::config::HostFile;
use planpress::files::Workspace;
use planpress::pipeline::prepare;
use planpress::tree::{File, RelPath};

use crate::expected::{difference, expect_none};
use crate::golden;
use crate::made::{Made, report};

/// An earlier address that tries to end a text, a statement and a block in every format, with all signs that a path may have.
const HOSTILE: &str = "nhiem-vu/cũ ' ` $uri ${HOME} {path} {$HOME} %{HTTP_HOST} %0d%0a; } return 200 x; # -- &amp; [a](b)^+.html";

/// A golden site with words added to its settings, and with earlier addresses of its first task.
fn site(name: &str, settings: &str, aliases: &[&str]) -> Workspace {
    let mut workspace = golden::site(name);
    change(&mut workspace, "site.toml", |text| format!("{text}\n{settings}\n"));
    if !aliases.is_empty() {
        let tasks = workspace.content.iter().map(|(path, _)| path.as_str().to_owned());
        let is_task = |path: &String| {
            let is_deep = path.starts_with("ke-hoach/") && path.matches('/').count() == 3;
            is_deep && !path.ends_with("domain.md")
        };
        let task = tasks.into_iter().find(is_task).expect("a task");
        let list = toml::Value::from(aliases.to_vec()).to_string();
        change(&mut workspace, &task, |text| {
            text.replacen("+++\n", &format!("+++\naliases = {list}\n"), 1)
        });
    }
    workspace
}

fn change(workspace: &mut Workspace, path: &str, change: impl Fn(&str) -> String) {
    let bytes = workspace.content.bytes(path).expect("a file").to_vec();
    let text = change(std::str::from_utf8(&bytes).expect("UTF-8"));
    let path = RelPath::new(path).expect("a path");
    workspace.content.insert(path, File::Bytes(text.into_bytes()));
}

fn differences(made: &Made, folder: &str) -> Vec<String> {
    let files = HostFile::ALL.iter().map(|file| file.name());
    files
        .filter_map(|name| difference(made.text(name), &format!("hosts/{folder}/{name}")))
        .collect()
}

#[test]
fn a_site_in_a_folder_of_its_host_with_all_that_iis_may_be_told() {
    let made = Made::of(&site("every-key", "[hosts]\niis = [\"errors\", \"headers\"]", &[]));
    expect_none(differences(&made, "every-key"));
}

#[test]
fn a_site_that_does_not_know_where_it_will_stand() {
    expect_none(differences(&Made::of(&site("flat", "", &[HOSTILE])), "flat"));
}

/// Every sign that a format could read is written by its number, so that what comes from the content is one word everywhere.
#[test]
fn an_earlier_address_cannot_get_out_of_its_place() {
    let plain = Made::of(&site("flat", "", &[]));
    let hostile = Made::of(&site("flat", "", &[HOSTILE]));
    let signs = |text: &str| {
        let odd = |c: &char| !c.is_alphanumeric() && !"/._-%\\".contains(*c);
        text.chars().filter(odd).collect::<String>()
    };
    let added = |file: HostFile| -> Vec<&str> {
        let before: Vec<&str> = plain.text(file.name()).lines().collect();
        hostile.text(file.name()).lines().filter(|line| !before.contains(line)).collect()
    };
    let of = |file| added(file).iter().map(|line| signs(line)).collect::<Vec<_>>();
    assert_eq!(of(HostFile::Nginx), [" \"$\" \"\" ;"]);
    assert_eq!(of(HostFile::Apache), ["   {} \"^(*)$\"", "   \"^$\" \"\" [=,,]"]);
    assert_eq!(of(HostFile::Caddy), ["@  \"^$\"", " @ \"\" "]);
    assert_eq!(of(HostFile::Redirects), ["  "]);
    assert!(added(HostFile::Iis).is_empty() && added(HostFile::Headers).is_empty());
}

#[test]
fn a_hostile_base_url_cannot_get_out_of_its_place_either() {
    let settings = "base_url = \"https://mau.example/a;$x'/%7b%22(c)\"";
    let mut workspace = golden::site("flat");
    change(&mut workspace, "site.toml", |text| format!("{settings}\n{text}"));
    let made = Made::of(&workspace);
    let path = "/a%3B%24x%27/%7B%22%28c%29/404.html";
    assert!(made.text("nginx.conf").contains(&format!("error_page 403 404 =404 \"{path}\";")));
    assert!(made.text(".htaccess").contains(&format!("\nErrorDocument 404 {path}\n")));
}

#[test]
fn the_files_are_chosen_by_name_and_a_wrong_name_is_told() {
    let made = Made::of(&site("flat", "[hosts]\nfiles = [\"web.config\", \"nginx.conf\"]", &[]));
    let names = HostFile::ALL.map(HostFile::name);
    let present: Vec<&str> =
        names.into_iter().filter(|name| made.files.bytes(name).is_some()).collect();
    assert_eq!(present, ["nginx.conf", "web.config"]);
    let none = Made::of(&site("flat", "[hosts]\nfiles = []", &[]));
    assert!(names.iter().all(|name| none.files.bytes(name).is_none()));

    let wrong =
        prepare(&site("flat", "[hosts]\nfiles = [\"nginx\"]\niis = [\"mime\"]\nserver = 1", &[]));
    let told = report(&wrong.diagnostics);
    assert!(wrong.value.is_none());
    for words in [
        "`files` không nhận giá trị `nginx`",
        "nginx.conf, .htaccess",
        "`mime`",
        "headers, errors",
        "`server`",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn the_manifest_says_that_servers_hide_them() {
    let made = Made::of(&golden::site("flat"));
    let manifest = made.json("manifest.json");
    let files = manifest["files"].as_object().expect("files");
    let hidden: Vec<&String> =
        files.iter().filter(|(_, file)| file["served"] == false).map(|(path, _)| path).collect();
    let mut expected = HostFile::ALL.map(HostFile::name);
    expected.sort_unstable();
    assert_eq!(hidden, expected);
    let addresses = manifest["addresses"].as_object().expect("addresses");
    assert!(hidden.iter().all(|path| !addresses.contains_key(*path)));
}
