//! Which file wins, and under which names the others can still be reached.

use planpress::theme::View;

use super::{File, open, page, sound};

const SHIPPED: &[File] = &[
    (
        "cong-bo/theme.toml",
        "contract = 1\nengine = 'minijinja'\nstylesheets = ['a.css', 'b.css']\n[scripts]\nevery = ['menu.js']\nsearch = ['find.js']\n",
    ),
    ("cong-bo/templates/base.html", "<{% block main %}shipped{% endblock %}>"),
    ("cong-bo/templates/foot.html", "shipped foot"),
    (
        "cong-bo/templates/home.html",
        "{% extends 'base.html' %}{% block main %}home {% include 'foot.html' %}{% endblock %}",
    ),
    ("cong-bo/static/a.css", "shipped a"),
    ("cong-bo/static/b.css", "shipped b"),
    ("cong-bo/static/menu.js", "menu"),
    ("cong-bo/static/find.js", "find"),
    ("cong-bo/i18n/vi.toml", "home = 'Trang chủ'\nsearch = 'Tìm kiếm'\n"),
    ("giay/theme.toml", "contract = 1\nengine = 'tera'\n"),
    ("giay/templates/base.html", "({% block main %}paper{% endblock %})"),
    ("giay/i18n/vi.toml", "home = 'Trang đầu'\n"),
];

/// What `template` of the theme `name` prints.
fn printed(project: &[File], name: &str, template: &str) -> String {
    page(&sound(open(SHIPPED, project, name)), template, View::new())
}

#[test]
fn a_shipped_theme_needs_no_folder() {
    assert_eq!(printed(&[], "cong-bo", "home.html"), "<home shipped foot>");
    assert_eq!(printed(&[], "giay", "base.html"), "(paper)");
}

#[test]
fn a_folder_of_its_name_stands_over_a_shipped_theme_file_by_file() {
    let project = [("cong-bo/templates/foot.html", "own foot")];
    assert_eq!(printed(&project, "cong-bo", "home.html"), "<home own foot>");
}

#[test]
fn what_replaces_a_file_can_extend_it() {
    for own_base in [
        "{% extends '@shipped/cong-bo/base.html' %}{% block main %}own {{ super() }}{% endblock %}",
        "own <{% block main %}{% endblock %}>",
    ] {
        let project = [("cong-bo/templates/base.html", own_base)];
        let shown = printed(&project, "cong-bo", "home.html");
        assert!(shown.ends_with("<home shipped foot>"), "{shown}");
    }
    let project = [
        ("cong-bo/templates/foot.html", "own {% include '@shipped/cong-bo/foot.html' %}"),
        ("moi/theme.toml", "contract = 1\nextends = 'cong-bo'\n"),
        ("moi/templates/foot.html", "new {% include '@cong-bo/foot.html' %}"),
    ];
    assert_eq!(printed(&project, "moi", "home.html"), "<home new own shipped foot>");
}

#[test]
fn a_theme_that_extends_none_ends_in_the_shipped_theme_of_its_engine() {
    let project = [("moi/theme.toml", "contract = 1\nengine = 'tera'\n")];
    assert_eq!(printed(&project, "moi", "base.html"), "(paper)");
}

#[test]
fn a_theme_may_extend_itself_where_one_is_shipped() {
    let project = [
        ("cong-bo/theme.toml", "contract = 1\nextends = 'cong-bo'\n"),
        ("cong-bo/templates/foot.html", "own foot"),
    ];
    assert_eq!(printed(&project, "cong-bo", "home.html"), "<home own foot>");
}

#[test]
fn a_component_of_an_upper_layer_wins_in_tera() {
    let component = "{% component Mark() %}upper{% endcomponent Mark %}";
    let project = [
        ("a/theme.toml", "contract = 1\nextends = 'b'\n"),
        ("a/templates/parts.html", component),
        ("b/theme.toml", "contract = 1\nengine = 'tera'\n"),
        ("b/templates/parts.html", "{% component Mark() %}lower{% endcomponent Mark %}"),
        ("b/templates/home.html", "{{<Mark/>}}"),
    ];
    assert_eq!(printed(&project, "a", "home.html"), "upper");
}

#[test]
fn assets_win_file_by_file() {
    let project = [
        ("moi/theme.toml", "contract = 1\nextends = 'cong-bo'\n"),
        ("moi/static/a.css", "own a"),
        ("moi/static/anh/logo.svg", "<svg/>"),
    ];
    let theme = sound(open(SHIPPED, &project, "moi"));
    let assets: Vec<String> =
        theme.assets().iter().map(|asset| format!("{} {:?}", asset.path, asset.file)).collect();
    let bytes = |text: &str| format!("Bytes({:?})", text.as_bytes());
    assert_eq!(
        assets,
        [
            format!("a.css {}", bytes("own a")),
            format!("anh/logo.svg {}", bytes("<svg/>")),
            format!("b.css {}", bytes("shipped b")),
            format!("find.js {}", bytes("find")),
            format!("menu.js {}", bytes("menu")),
        ]
    );
}

#[test]
fn lists_of_files_win_list_by_list() {
    let names = |project: &[File], name| {
        let theme = sound(open(SHIPPED, project, name));
        let names = |list: &[planpress::tree::RelPath]| {
            list.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        [theme.stylesheets(), theme.scripts("home"), theme.scripts("search")].map(names)
    };
    assert_eq!(names(&[], "cong-bo"), ["a.css b.css", "menu.js", "menu.js find.js"]);
    let project = [
        (
            "moi/theme.toml",
            "contract = 1\nextends = 'cong-bo'\nstylesheets = ['a.css', 'c.css']\n[scripts]\nevery = []\nhome = ['c.js']\n",
        ),
        ("moi/static/c.css", "own c"),
        ("moi/static/c.js", "own c"),
    ];
    assert_eq!(names(&project, "moi"), ["a.css c.css", "c.js", "find.js"]);
}

#[test]
fn words_win_word_by_word() {
    let project = [
        ("moi/theme.toml", "contract = 1\nextends = 'cong-bo'\n"),
        ("moi/i18n/vi.toml", "home = 'Về nhà'\n"),
    ];
    let theme = sound(open(SHIPPED, &project, "moi"));
    assert_eq!(theme.words("vi").expect("words").get("home"), Some("Về nhà"));
    assert_eq!(theme.words("vi").expect("words").get("search"), Some("Tìm kiếm"));
    assert_eq!(theme.words("vi").expect("words").get("nothing"), None);
}

#[test]
fn other_files_of_a_theme_are_nobodys_business() {
    let project = [("cong-bo/README.md", "{{ not a template }"), ("cong-bo/anh.png", "png")];
    assert_eq!(printed(&project, "cong-bo", "home.html"), "<home shipped foot>");
}
