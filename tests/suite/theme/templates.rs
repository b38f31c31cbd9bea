//! Faults of templates: each is shown with its file, its line and its characters, whichever engine finds it.

use planpress::diagnostic::{Lang, Messages, Paint, draw};
use planpress::theme::View;
use serde_json::json;
use snapbox::IntoData;
use snapbox::data::Inline;
use snapbox::str;

use super::{File, open, report, told};

/// What `home.html` of these templates is in each of the engines, or what is told when they are opened or it is rendered.
fn rendered(templates: &[File]) -> [Result<String, String>; 2] {
    ["minijinja", "tera"].map(|engine| {
        let manifest = match engine {
            "tera" => "contract = 1\nengine = 'tera'\n",
            _ => "contract = 1\nengine = 'minijinja'\n",
        };
        let common = [("a/theme.toml", manifest), ("a/i18n/vi.toml", "home = 'Trang chủ'\n")];
        let files: Vec<File> = common.into_iter().chain(templates.iter().copied()).collect();
        let (theme, diagnostics) = open(&[], &files, "a");
        let theme = theme.ok_or_else(|| report(&diagnostics))?;
        let task = json!({ "lead": "Sở Y tế", "period": null, "years": [{ "href": "2022.html" }] });
        let view = View::new().with("task", task);
        theme.render("vi", "home.html", view).map_err(|fault| told(&fault))
    })
}

#[track_caller]
fn check(templates: &[File], minijinja: Inline, tera: Inline) {
    let [by_minijinja, by_tera] =
        rendered(templates).map(|page| page.expect_err("a faulty template"));
    snapbox::assert_data_eq!(by_minijinja, minijinja.raw());
    snapbox::assert_data_eq!(by_tera, tera.raw());
}

#[test]
fn syntax_in_several_files() {
    check(
        &[
            ("a/templates/home.html", "Ủy ban\n  {{ x"),
            ("a/templates/base.html", "{% if x %}\n{% endfor %}"),
            ("a/templates/foot.html", "{% extends 'base.html' %}{% block q %}{% endblock %}"),
        ],
        str![[r#"
template-error themes/a/templates/base.html:2:4
  mẫu `base.html` có lỗi: unknown statement endfor
  «endfor» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:2:6
  mẫu `home.html` có lỗi: unexpected end of input, expected end of variable block
  «x» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/base.html:2:4
  mẫu `base.html` có lỗi: unknown tag
  «endfor» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:2:6
  mẫu `home.html` có lỗi: unexpected end of input
  «x» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn unknown_filter_test_function_and_template() {
    check(
        &[(
            "a/templates/home.html",
            "Ủy {{ x | nofilter }} {{ y is notest }}\n {{ nofunc() }}\n{% include 'nope.html' %}",
        )],
        str![[r#"
template-error themes/a/templates/home.html:1:11
  mẫu `home.html` có lỗi: filter nofilter is unknown
  «nofilter» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/home.html:1:11
  mẫu `home.html` có lỗi: unknown filter `nofilter`
  «nofilter» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:1:31
  mẫu `home.html` có lỗi: unknown test `notest`
  «notest» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:2:5
  mẫu `home.html` có lỗi: unknown function `nofunc`
  «nofunc()» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:3:12
  mẫu `home.html` có lỗi: unknown template `nope.html`
  «'nope.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn templates_that_extend_what_is_not_there() {
    check(
        &[
            ("a/templates/home.html", "{% extends 'nope.html' %}"),
            ("a/templates/foot.html", "{% extends \"nein.html\" %}{% block a %}{% endblock %}"),
        ],
        str![[r#"
template-error themes/a/templates/home.html:1:4
  mẫu `home.html` có lỗi: template "nope.html" does not exist
  «extends 'nope.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/foot.html:1:12
  mẫu `foot.html` có lỗi: there is no template `nein.html`
  «"nein.html"» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

template-error themes/a/templates/home.html:1:12
  mẫu `home.html` có lỗi: there is no template `nope.html`
  «'nope.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn a_circle_of_extends() {
    check(
        &[
            ("a/templates/home.html", "{% extends 'base.html' %}"),
            ("a/templates/base.html", "{% extends 'home.html' %}"),
        ],
        str![[r#"
template-error themes/a/templates/home.html:1:4
  mẫu `home.html` có lỗi: cycle in template inheritance. "base.html" was referenced more than once
  «extends 'base.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/base.html:1:12
  mẫu `base.html` có lỗi: templates extend each other in a circle: base.html → home.html → base.html
  «'home.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn a_circle_of_includes() {
    check(
        &[
            ("a/templates/home.html", "{% include 'foot.html' %}"),
            ("a/templates/foot.html", "{% include 'home.html' %}"),
        ],
        str![[r#"
template-error themes/a/templates/foot.html:1:4
  mẫu `foot.html` có lỗi: recursion limit exceeded
  «include 'home.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/foot.html:1:12
  mẫu `foot.html` có lỗi: templates include each other in a circle: foot.html → home.html → foot.html
  «'home.html'» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn a_name_that_is_not_there_in_an_included_file() {
    check(
        &[
            ("a/templates/home.html", "{% include 'foot.html' %}"),
            ("a/templates/foot.html", "Ủy ban\n  {{ task.leed }}"),
        ],
        str![[r#"
template-error themes/a/templates/foot.html:2:6
  mẫu `foot.html` dùng `task.leed`, mà ở đây không có tên ấy
  «task.leed» không có `task.leed`
  có phải là `lead` không?

"#]],
        str![[r#"
template-error themes/a/templates/foot.html:2:11
  mẫu `foot.html` dùng `leed`, mà ở đây không có tên ấy
  «leed» không có `leed`
  có phải là `lead` không?

"#]],
    );
}

#[test]
fn a_name_that_is_not_there_in_a_parents_block() {
    check(
        &[
            (
                "a/templates/home.html",
                "{% extends 'base.html' %}{% block main %}{{ super() }}{% endblock %}",
            ),
            ("a/templates/base.html", "\n{% block main %}{{ wordz.home }}{% endblock %}"),
        ],
        str![[r#"
template-error themes/a/templates/base.html:2:20
  mẫu `base.html` dùng `wordz`, mà ở đây không có tên ấy
  «wordz.home» không có `wordz`
  có phải là `words` không?

"#]],
        str![[r#"
template-error themes/a/templates/base.html:2:20
  mẫu `base.html` dùng `wordz`, mà ở đây không có tên ấy
  «wordz» không có `wordz`
  có phải là `words` không?

"#]],
    );
}

#[test]
fn a_word_that_is_not_there() {
    check(
        &[("a/templates/home.html", "{{ words.hom }}")],
        str![[r#"
template-error themes/a/templates/home.html:1:4
  mẫu `home.html` dùng `words.hom`, mà ở đây không có tên ấy
  «words.hom» không có `words.hom`
  có phải là `home` không?

"#]],
        str![[r#"
template-error themes/a/templates/home.html:1:10
  mẫu `home.html` dùng `hom`, mà ở đây không có tên ấy
  «hom» không có `hom`
  có phải là `home` không?

"#]],
    );
}

#[test]
fn a_name_that_is_not_there_in_a_loop() {
    check(
        &[("a/templates/home.html", "{% for year in task.years %}{{ year.hrev }}{% endfor %}")],
        str![[r#"
template-error themes/a/templates/home.html:1:32
  mẫu `home.html` dùng `year.hrev`, mà ở đây không có tên ấy
  «year.hrev» không có `year.hrev`
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/home.html:1:37
  mẫu `home.html` dùng `hrev`, mà ở đây không có tên ấy
  «hrev» không có `hrev`
  có phải là `href` không?

"#]],
    );
}

#[test]
fn a_name_behind_null() {
    check(
        &[("a/templates/home.html", "{{ task.period.start.day }}")],
        str![[r#"
template-error themes/a/templates/home.html:1:15
  mẫu `home.html` dùng `task.period.start`, mà ở đây không có tên ấy
  «.start.day» không có `task.period.start`
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/home.html:1:16
  mẫu `home.html` dùng `start`, mà ở đây không có tên ấy
  «start» không có `start`
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn an_operation_that_cannot_be() {
    check(
        &[("a/templates/home.html", "{{ task.lead - 1 }}")],
        str![[r#"
template-error themes/a/templates/home.html:1:4
  mẫu `home.html` có lỗi: tried to use - operator on unsupported types string and number
  «task.lead - 1» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
        str![[r#"
template-error themes/a/templates/home.html:1:4
  mẫu `home.html` có lỗi: math operations can only be done on numbers, found `string`
  «task» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]],
    );
}

#[test]
fn no_template_of_that_name() {
    check(
        &[("a/templates/base.html", "x")],
        str![[r#"
template-error
  giao diện không có mẫu `home.html`
  thêm tệp `templates/home.html`

"#]],
        str![[r#"
template-error
  giao diện không có mẫu `home.html`
  thêm tệp `templates/home.html`

"#]],
    );
}

#[test]
fn a_block_that_the_parent_lacks_is_a_fault_in_tera_only() {
    let templates = [
        ("a/templates/home.html", "{% extends 'base.html' %}{% block mian %}x{% endblock %}"),
        ("a/templates/base.html", "{% block main %}parent{% endblock %}"),
    ];
    let [by_minijinja, by_tera] = rendered(&templates);
    assert_eq!(by_minijinja, Ok("parent".to_owned()));
    snapbox::assert_data_eq!(by_tera.expect_err("a faulty theme"), str![[r#"
template-error themes/a/templates/home.html:1:35
  mẫu `home.html` có lỗi: block `mian` is not defined in any parent template
  «mian» ở đây
  sửa mẫu tại chỗ được đánh dấu; lệnh `planpress build --view TRANG` in ra những gì mẫu của một trang nhận được

"#]].raw());
}

#[test]
fn a_fault_is_drawn_with_file_line_and_marks() {
    let templates = [("a/templates/home.html", "<h1>Ủy ban</h1>\n<p>{{ task.leed }}</p>\n")];
    let files = [("a/theme.toml", "contract = 1\nengine = 'tera'\n"), ("a/i18n/vi.toml", "")];
    let files: Vec<File> = files.into_iter().chain(templates).collect();
    let theme = super::sound(open(&[], &files, "a"));
    let view = View::new().with("task", json!({ "lead": "Sở Y tế" }));
    let fault = theme.render("vi", "home.html", view).expect_err("a faulty template");
    let drawn = draw(&fault, &Messages::of(Lang::Vi), Paint::Plain);
    let drawing = drawn.rsplit_once("╰────").map_or("", |(drawing, _)| drawing);
    snapbox::assert_data_eq!(
        drawing,
        str![[r#"
template-error

  × mẫu `home.html` dùng `leed`, mà ở đây không có tên ấy
   ╭─[themes/a/templates/home.html:2:12]
 1 │ <h1>Ủy ban</h1>
 2 │ <p>{{ task.leed }}</p>
   ·            ──┬─
   ·              ╰── không có `leed`
   
"#]]
        .raw()
    );
}
