//! The words of a theme.

use planpress::theme::{Theme, View, Words};

use super::{open, page, report, sound};

fn theme(catalogue: &'static str) -> Theme {
    sound(open(
        &[],
        &[
            ("t/theme.toml", "contract = 1\nengine = 'tera'\n"),
            ("t/templates/home.html", "{{ words.tasks }}|{{ words.joiner }}|"),
            ("t/i18n/vi.toml", catalogue),
        ],
        "t",
    ))
}

#[test]
fn a_phrase_is_filled() {
    let theme = theme("tasks = '{count} nhiệm vụ của {agency}'\njoiner = ', '\n");
    let words = theme.words("vi").expect("words");
    let values = [("agency", "{count} Sở Y tế"), ("count", "42"), ("unused", "")];
    assert_eq!(words.phrase("tasks", &values), "42 nhiệm vụ của {count} Sở Y tế");
    assert_eq!(words.phrase("tasks", &[("count", "42")]), "{count} nhiệm vụ của {agency}");
    assert_eq!(words.phrase("nothing", &values), "nothing");
    assert_eq!(Words::default().phrase("tasks", &values), "tasks");
}

#[test]
fn blanks_at_the_ends_stay_and_letters_are_composed() {
    let theme = theme("tasks = 'nhie\u{323}\u{302}m vu\u{323}'\njoiner = ', '\n");
    assert_eq!(page(&theme, "home.html", View::new()), "nhiệm vụ|, |");
}

#[test]
fn a_missing_word_is_told_where_it_belongs() {
    let theme = theme("tasks = 'nhiệm vụ'\njoiner = ', '\nserach = 'tìm'\n");
    let missing = theme.words("vi").expect("words").missing(&["tasks", "search", "zz_unlike"]);
    assert_eq!(
        report(&missing),
        "missing-word themes/t/i18n/vi.toml:1:1
  tệp `themes/t/i18n/vi.toml` thiếu lời `search` bằng ngôn ngữ `vi`
  «» thiếu `search`
  thêm dòng `search = \"…\"`; nếu đã viết nhầm thành `serach` thì sửa tên ấy

missing-word themes/t/i18n/vi.toml:1:1
  tệp `themes/t/i18n/vi.toml` thiếu lời `zz_unlike` bằng ngôn ngữ `vi`
  «» thiếu `zz_unlike`
  thêm dòng `zz_unlike = \"…\"`
"
    );
}
