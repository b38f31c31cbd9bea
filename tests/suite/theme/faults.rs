//! Every fault of a theme, to the letter.

use planpress::theme::open_over;
use planpress::tree::{RelPath, Tree};
use snapbox::IntoData;
use snapbox::data::Inline;
use snapbox::str;

use super::{File, open, report};

const SHIPPED: &[File] = &[
    ("cong-bo/theme.toml", "contract = 1\nengine = 'minijinja'\n"),
    ("cong-bo/i18n/vi.toml", "home = 'Trang chủ'\n"),
    ("giay/theme.toml", "contract = 1\nengine = 'tera'\n"),
    ("giay/i18n/vi.toml", "home = 'Trang chủ'\n"),
];

/// Opens a theme that cannot be opened, and compares what is told.
#[track_caller]
fn check(project: &[File], name: &str, expected: Inline) {
    let (theme, diagnostics) = open(SHIPPED, project, name);
    assert!(theme.is_none());
    snapbox::assert_data_eq!(report(&diagnostics), expected.raw());
}

#[test]
fn an_unknown_theme() {
    check(
        &[],
        "cong-po",
        str![[r#"
unknown-theme
  không có giao diện `cong-po`
  gần nhất là `cong-bo`; các giao diện có: cong-bo, giay

"#]],
    );
}

#[test]
fn an_unknown_theme_unlike_all_others() {
    check(
        &[],
        "something",
        str![[r#"
unknown-theme
  không có giao diện `something`
  chọn một giao diện có sẵn (cong-bo, giay), hoặc đặt giao diện của mình vào thư mục `themes/something/`

"#]],
    );
}

#[test]
fn an_unknown_theme_that_another_extends() {
    check(
        &[("a/theme.toml", "contract = 1\nextends = 'giayy'\n")],
        "a",
        str![[r#"
unknown-theme themes/a/theme.toml:2:11
  không có giao diện `giayy`
  «'giayy'» giao diện này không có
  gần nhất là `giay`; các giao diện có: a, cong-bo, giay

"#]],
    );
}

#[test]
fn a_folder_without_description() {
    check(
        &[("a/templates/home.html", "")],
        "a",
        str![[r#"
theme-file
  thư mục `themes/a` không có tệp `theme.toml`
  thêm tệp `themes/a/theme.toml`; lệnh `planpress theme new` viết sẵn một tệp như thế

"#]],
    );
}

#[test]
fn a_foreign_contract_and_unknown_keys_at_once() {
    check(
        &[(
            "a/theme.toml",
            "contract = 2\nextends = 'giay'\ncolour = 'red'\n[scripts]\nserach = []\n",
        )],
        "a",
        str![[r#"
theme-contract themes/a/theme.toml:1:12
  giao diện viết cho giao ước 2, còn chương trình này dùng giao ước 1
  «2» giao ước 2
  dùng bản giao diện viết cho giao ước 1; nếu đã sửa các mẫu theo giao ước ấy thì ghi `contract = 1`

unknown-key themes/a/theme.toml:3:1 «colour»

unknown-key themes/a/theme.toml:5:1 «serach»

"#]],
    );
}

#[test]
fn no_contract_and_no_engine() {
    check(
        &[("a/theme.toml", "name = 'A'\n")],
        "a",
        str![[r#"
missing-key themes/a/theme.toml:1:1 «»

missing-key themes/a/theme.toml:1:1 «»

"#]],
    );
}

#[test]
fn an_unknown_engine() {
    check(
        &[("a/theme.toml", "contract = 1\nengine = 'jinja'\n")],
        "a",
        str![[r#"
bad-value themes/a/theme.toml:2:10 «'jinja'»

"#]],
    );
}

#[test]
fn a_circle() {
    check(
        &[
            ("a/theme.toml", "contract = 1\nextends = 'b'\n"),
            ("b/theme.toml", "contract = 1\nextends = 'c'\n"),
            ("c/theme.toml", "contract = 1\nextends = 'b'\n"),
        ],
        "a",
        str![[r#"
theme-chain themes/c/theme.toml:2:11
  các giao diện kế thừa nhau thành vòng: b → c → b
  «'b'» vòng khép lại ở đây
  bỏ hoặc đổi một dòng `extends` trong vòng; giao diện cuối cùng phải là `cong-bo` hoặc `giay`

"#]],
    );
}

#[test]
fn a_theme_that_extends_itself() {
    check(
        &[("a/theme.toml", "contract = 1\nextends = 'a'\n")],
        "a",
        str![[r#"
theme-chain themes/a/theme.toml:2:11
  các giao diện kế thừa nhau thành vòng: a → a
  «'a'» vòng khép lại ở đây
  bỏ hoặc đổi một dòng `extends` trong vòng; giao diện cuối cùng phải là `cong-bo` hoặc `giay`

"#]],
    );
}

#[test]
fn a_shipped_theme_that_is_led_back_to_itself() {
    check(
        &[
            ("giay/theme.toml", "contract = 1\nextends = 'a'\n"),
            ("a/theme.toml", "contract = 1\nengine = 'tera'\n"),
        ],
        "giay",
        str![[r#"
theme-chain themes/a/theme.toml:2:10
  các giao diện kế thừa nhau thành vòng: giay → a → giay
  «'tera'» vòng khép lại ở đây
  bỏ hoặc đổi một dòng `extends` trong vòng; giao diện cuối cùng phải là `cong-bo` hoặc `giay`

"#]],
    );
}

#[test]
fn two_engines() {
    check(
        &[("a/theme.toml", "contract = 1\nengine = 'tera'\nextends = 'cong-bo'\n")],
        "a",
        str![[r#"
theme-chain themes/a/theme.toml:3:11
  giao diện `a` viết cho `tera`, mà bên dưới nó là `cong-bo` viết cho `minijinja`
  «'cong-bo'» `cong-bo` viết cho `minijinja`
  kế thừa một giao diện viết cho `tera`, hoặc viết lại các mẫu cho `minijinja` và ghi `engine = "minijinja"`

"#]],
    );
}

#[test]
fn another_engine_over_a_shipped_theme() {
    check(
        &[("cong-bo/theme.toml", "contract = 1\nengine = 'tera'\n")],
        "cong-bo",
        str![[r#"
theme-chain themes/cong-bo/theme.toml:2:10
  giao diện `cong-bo` viết cho `tera`, mà bên dưới nó là `cong-bo` viết cho `minijinja`
  «'tera'» `cong-bo` viết cho `minijinja`
  kế thừa một giao diện viết cho `tera`, hoặc viết lại các mẫu cho `minijinja` và ghi `engine = "minijinja"`

"#]],
    );
}

#[test]
fn files_that_are_not_there() {
    check(
        &[
            (
                "a/theme.toml",
                "contract = 1\nextends = 'giay'\nstylesheets = ['a.css', '../b.css']\n[scripts]\nhome = ['map.js']\n",
            ),
            ("a/static/b.css", ""),
        ],
        "a",
        str![[r#"
theme-file themes/a/theme.toml:3:16
  không có tệp `static/a.css` trong giao diện này và các giao diện bên dưới
  «'a.css'» tệp này không có
  gần nhất là `b.css`

theme-file themes/a/theme.toml:3:25
  không có tệp `static/../b.css` trong giao diện này và các giao diện bên dưới
  «'../b.css'» tệp này không có
  thêm tệp ấy, hoặc bỏ tên tệp khỏi `theme.toml`

theme-file themes/a/theme.toml:5:9
  không có tệp `static/map.js` trong giao diện này và các giao diện bên dưới
  «'map.js'» tệp này không có
  thêm tệp ấy, hoặc bỏ tên tệp khỏi `theme.toml`

"#]],
    );
}

#[test]
fn toml_that_cannot_be_read() {
    check(
        &[("a/theme.toml", "contract = \nextends = 'giay'\n"), ("a/i18n/vi.toml", "home = 3\n")],
        "a",
        str![[r#"
wrong-type themes/a/i18n/vi.toml:1:8 «3»

toml-syntax themes/a/theme.toml:1:12 «»

wrong-type themes/a/theme.toml:1:12 «»

"#]],
    );
}

#[test]
fn a_language_without_words() {
    let tree = |files: &[File]| Tree::of(files.iter().copied());
    let (theme, diagnostics) =
        open_over(&tree(SHIPPED), &Tree::default(), "giay", &["en".to_owned()]);
    assert!(theme.is_none());
    snapbox::assert_data_eq!(
        report(&diagnostics),
        str![[r#"
theme-file
  giao diện không có lời bằng ngôn ngữ `en`
  thêm tệp `i18n/en.toml`, hoặc đổi ngôn ngữ trong `site.toml`; các ngôn ngữ có: vi

"#]]
        .raw()
    );
}

#[test]
fn files_that_are_no_text() {
    let mut project = Tree::default();
    for path in ["giay/templates/home.html", "giay/i18n/vi.toml"] {
        let path = RelPath::new(path).expect("a path");
        project.insert(path, planpress::tree::File::Bytes(b"\xff".to_vec()));
    }
    let shipped = Tree::of(SHIPPED.iter().copied());
    let (theme, diagnostics) = open_over(&shipped, &project, "giay", &["vi".to_owned()]);
    assert!(theme.is_none());
    assert_eq!(report(&diagnostics), "not-utf8 \n\nnot-utf8 \n");
}
