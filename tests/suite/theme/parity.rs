//! One set of templates, rendered by both engines from one view: the bytes are the same.
//!
//! What is used here is what the documentation promises to authors of themes for both engines.

use planpress::theme::{View, open_over};
use planpress::tree::Tree;
use serde_json::json;

use super::{open, page, report, sound};

const BASE: &str = "<!doctype html>\n<html lang=\"{{ site.language }}\">
<title>{% block title %}{{ site.title }}{% endblock %}</title>
{%- block head %}{% endblock head %}
<main>{% block main %}Nội dung chung{% endblock main %}</main>
{% include \"parts/foot.html\" %}
{% block last %}cuối{% endblock %}
";

const FOOT: &str = "<footer>{{ words.made_by }}, {{ site.title }}</footer>\n";

const PAGE: &str = r#"{% extends "base.html" %}
{% block title %}{{ task.label }} – {{ super() }}{% endblock %}
{% block main %}
{{ super() }}
{# a comment #}
{% set label = "Nhiệm vụ " ~ task.number %}
<h1>{{ label }}</h1>
<p title="{{ hostile }}" class='{{ hostile }}'>{{ hostile }}</p>
{{ task.notes_html|safe }}
{%- if task.period and not task.withdrawn %}{{ task.period.printed }}{% else %}không có{% endif %}
{% if task.missing is defined %}có{% else %}không{% endif %}{% if task.label is defined %} có{% endif %}
{% if task.nothing %}có{% else %}trống{% endif %}{% if task.nothing or task.number == "3.7" %} một trong hai{% endif %}
{% if task.count > 3 and task.count <= 12 %}giữa{% elif task.count == 0 %}không{% endif %}
{{ "rút" if task.withdrawn else "còn" }} {{ task.label if task.nothing else "không nhãn" }}
<ul>
{% for agency in task.lead -%}
  <li{% if loop.first %} class="first"{% endif %}>{{ loop.index }}. {{ agency.printed }}{% if not loop.last %},{% endif %}</li>
{% endfor %}</ul>
{% for agency in task.nobody %}{{ agency.printed }}{% else %}chưa có ai{% endfor %}
{% for agency in task.lead %}{% for year in agency.years %}{{ year }}{{ "" if loop.last else ", " }}{% endfor %};{% endfor %}
{% raw %}{{ not.a.value }} {% if %}{% endraw %}
{{ task.label|upper }} {{ task.label|lower }} {{ "  giữa  "|trim }}| {{ task.lead|length }} {{ hostile|escape }}
{{ task.count + 2 * 3 - 1 }} {{ task["label"] }}
[{{ task.nothing }}] [{{ task.withdrawn }}] [{{ task.done }}] [{{ task.count }}] [{{ task.share }}] [{{ task.debt }}]
{% set inner %}<b>{{ hostile }}</b>{% endset %}{{ inner }}
{% for agency in task.lead %}{{ loop.index0 }}/{{ loop.length }} {% endfor %}{{ task.lead[0].printed }} {{ task.nothing or "hoặc" }}
{{ task.codes|join }} {{ task.codes|first }} {{ task.codes|last }} {{ "tỉnh sơn LA"|title }} {{ "ỦY BAN"|capitalize }} {{ -3|abs }}
{% if hostile is string and task.count is number and task.nothing is none and task.missing is not defined %}đủ{% endif %}
{% if 3 is odd and task.count not in task.codes %}lẻ{% endif %}{% filter upper %}đường {{ task.number }}{% endfilter %}
{{ task.notes_html|safe|trim }}{{ hostile|upper }}{{ "a\"b" }}
{% if "Sơn" in task.label %}Sơn La{% endif %}{% if task.label != "" %}!{% endif %}
Ủy ban nhân dân tỉnh Sơn La{{ words.and }}Hưng Yên 🏔
{% endblock main %}
{% block last %}{% include "parts/foot.html" %}{% endblock %}"#;

const WORDS: &str = "made_by = \"Làm bởi <planpress> & bạn\"\nand = ' & '\n";

fn render(engine: &str) -> String {
    let manifest = match engine {
        "tera" => "contract = 1\nengine = 'tera'\n",
        _ => "contract = 1\nengine = 'minijinja'\n",
    };
    let theme = sound(open(
        &[],
        &[
            ("thu/theme.toml", manifest),
            ("thu/templates/base.html", BASE),
            ("thu/templates/parts/foot.html", FOOT),
            ("thu/templates/task.html", PAGE),
            ("thu/i18n/vi.toml", WORDS),
        ],
        "thu",
    ));
    let hostile = "<script>alert(\"1\")</script> & 'x' / `y`";
    let view = View::new()
        .with("site", json!({ "language": "vi", "title": "Kế hoạch \"hợp tác\"" }))
        .with("hostile", hostile)
        .with(
            "task",
            json!({
                "label": "Nhiệm vụ 3.7 của Sơn La",
                "number": "3.7",
                "count": 5,
                "share": 0.5,
                "debt": -3,
                "nothing": null,
                "withdrawn": false,
                "done": true,
                "nobody": [],
                "codes": ["b", "a"],
                "period": { "printed": "2022-2025" },
                "notes_html": "<p>Đã xong <em>một phần</em></p>",
                "lead": [
                    { "printed": "Sở Y tế", "years": [2022, 2023] },
                    { "printed": "Công an <tỉnh>", "years": [] },
                ],
            }),
        );
    page(&theme, "task.html", view)
}

#[test]
fn both_engines_write_the_same_bytes() {
    let minijinja = render("minijinja");
    assert_eq!(minijinja, render("tera"));
}

#[test]
fn both_engines_speak_every_language_of_a_theme() {
    let marked = "{% for part in link.parts %}{{ part.open_html|safe }}{{ part.text }}{{ part.close_html|safe }}{% endfor %}";
    let template = format!(
        "<html lang=\"{{{{ site.language }}}}\">{{{{ words.task }}}}<p{{{{ lang_html|safe }}}}>{marked}"
    );
    let render = |engine: &str, language: &str| {
        let manifest = format!("contract = 1\nengine = '{engine}'\n");
        let theme = Tree::of([
            ("thu/theme.toml", &*manifest),
            ("thu/templates/home.html", &*template),
            ("thu/i18n/vi.toml", "task = 'Nhiệm vụ'\n"),
            ("thu/i18n/en.toml", "task = 'Task'\n"),
        ]);
        let languages = ["vi".to_owned(), "en".to_owned()];
        let (theme, faults) = open_over(&Tree::default(), &theme, "thu", &languages);
        let theme = theme.unwrap_or_else(|| panic!("{}", report(&faults)));
        let parts = json!([
            { "open_html": "", "text": "Task 1: ", "close_html": "" },
            { "open_html": "<span lang=\"vi\">", "text": "Họp <&>", "close_html": "</span>" },
        ]);
        let view = View::new()
            .with("site", json!({ "language": language }))
            .with("lang_html", " lang=\"vi\"")
            .with("link", json!({ "parts": parts }));
        theme.render(language, "home.html", view).expect("a page")
    };
    for (language, word) in [("vi", "Nhiệm vụ"), ("en", "Task")] {
        let page = render("minijinja", language);
        assert_eq!(page, render("tera", language));
        let words = "<p lang=\"vi\">Task 1: <span lang=\"vi\">Họp &lt;&amp;&gt;</span>";
        assert_eq!(page, format!("<html lang=\"{language}\">{word}{words}"));
    }
}

#[test]
fn the_bytes_are_these() {
    snapbox::assert_data_eq!(render("minijinja"), snapbox::file!["parity.html"].raw());
}
