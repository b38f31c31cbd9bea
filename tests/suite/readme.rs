//! What the README promises.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planpress::content;
use planpress::diagnostic::{Code, Diagnostics};
use planpress::tree::Tree;

use crate::cli::session::Session;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("a README")
}

/// The words between backticks of a text.
fn quoted(text: &str) -> Vec<&str> {
    named_in(text, '`')
}

/// The words between two of a sign.
fn named_in(text: &str, sign: char) -> Vec<&str> {
    text.split(sign).skip(1).step_by(2).collect()
}

/// The rows of the table of keys: the file, the cell of keys, the cell of explanations.
fn rows_of_keys(readme: &str) -> Vec<(String, String, String)> {
    let table = readme.split("| file | key | what it is |\n").nth(1).expect("a table of keys");
    let mut file = String::new();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [named, keys, meaning] = cells.as_slice() else { panic!("{row} has not three cells") };
        if !named.is_empty() {
            named.trim_matches('`').clone_into(&mut file);
        }
        (file.clone(), (*keys).to_owned(), (*meaning).to_owned())
    })
    .collect()
}

/// A key as the format knows it: `successor` for `[[agency.successor]]`, `title_by` for `title_by = "editor"`.
fn bare(key: &str) -> &str {
    let key = key.split(" = ").next().unwrap_or(key).trim_matches(['[', ']']);
    key.rsplit_once('.').map_or(key, |(_, last)| last)
}

/// The keys that the program knows in a file, by its own word on one that it does not know.
fn known_keys(path: &str, text: &str) -> BTreeSet<String> {
    let site = ("site.toml", "format = 1\ntitle = \"x\"\n");
    let plan = ("ke-hoach/k/plan.md", "+++\nformat = 1\ntitle = \"x\"\n+++\n");
    let domain = ("ke-hoach/k/d/domain.md", "+++\nnumber = \"1\"\ntitle = \"x\"\norder = 1\n+++\n");
    let others = [site, plan, domain].into_iter().filter(|(other, _)| *other != path);
    let tree = Tree::of(others.chain([(path, text)]));
    let mut faults: Diagnostics = content::parse(&tree).1;
    faults.extend(planpress::config::parse(&tree).1);
    let unknown = faults.iter().filter(|fault| fault.code == Code::UnknownKey);
    let listed = unknown.flat_map(|fault| &fault.details).filter(|(name, _)| *name == "known");
    listed.flat_map(|(_, keys)| keys.split(", ")).map(str::to_owned).collect()
}

#[test]
fn the_table_of_keys_is_the_format() {
    let files = [
        ("site.toml", "site.toml", "zzz = 1\n"),
        ("plan.md", "ke-hoach/k/plan.md", "+++\nzzz = 1\n+++\n"),
        ("domain.md", "ke-hoach/k/d/domain.md", "+++\nzzz = 1\n+++\n"),
        ("<task>.md", "ke-hoach/k/d/t.md", "+++\nzzz = 1\n+++\n"),
        ("agencies.toml", "agencies.toml", "[[agency]]\nzzz = 1\n"),
        ("prose page", "trang.md", "+++\nzzz = 1\n+++\n"),
    ];
    let readme = readme();
    let rows = rows_of_keys(&readme);
    let described: BTreeSet<&str> = rows.iter().map(|(file, ..)| file.as_str()).collect();
    assert_eq!(described, files.iter().map(|(file, ..)| *file).collect());
    for (file, path, text) in files {
        let known = known_keys(path, text);
        assert!(!known.is_empty(), "{file}");
        let of_file = || rows.iter().filter(|(of, ..)| of == file);
        let words: BTreeSet<&str> = of_file()
            .flat_map(|(_, keys, meaning)| [quoted(keys), quoted(meaning)].concat())
            .map(bare)
            .collect();
        for key in &known {
            assert!(words.contains(key.as_str()), "the README does not tell of `{key}` in {file}");
        }
        for key in of_file().flat_map(|(_, keys, _)| quoted(keys)).map(bare) {
            let is_file_itself = file == "agencies.toml" && key == "agency";
            assert!(known.contains(key) || is_file_itself, "{file} has no `{key}`");
        }
    }
}

#[test]
fn the_table_of_commands_is_the_program() {
    let help = Session::open().run("planpress --help --lang en");
    let listed = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("1>\n").next());
    let listed: BTreeSet<&str> = listed
        .expect("a list of commands")
        .lines()
        .filter_map(|line| line.strip_prefix("1>   ")?.split(' ').next())
        .collect();
    let readme = readme();
    let table = readme.split("| command | what it does |\n").nth(1).expect("a table of commands");
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let mut named: BTreeSet<&str> = rows
        .filter_map(|row| row.strip_prefix("| `planpress ")?.split([' ', '`']).next())
        .collect();
    // A document in the place of a command, of which the usage line tells.
    assert!(named.remove("DOCUMENT") && help.contains("<DOCUMENT>...  a site beside"), "{help}");
    assert_eq!(named, listed);
}

#[test]
fn five_minutes_lead_from_word_to_a_web_site() {
    let readme = readme();
    let section = readme.split("## From Word to web site").nth(1).expect("how to begin");
    let commands = section.split("```sh\n").nth(1).and_then(|block| block.split("```").next());
    let document = commands.expect("commands").lines().find(|line| line.starts_with("planpress "));
    let document = document.and_then(|line| line.split(" #").next()).expect("a document");
    let [name] = named_in(document, '"')[..] else { panic!("{document} names not one document") };

    let mut session = Session::open();
    let word = root().join("tests/suite/import/documents/plan-word.docx");
    session.put(name, &fs::read(word).expect("the document"));
    let said = session.run(document);
    assert!(said.contains("42 nhiệm vụ") && !said.contains("exit "), "{said}");
    let site = name.replace(".docx", "-trang-web");
    assert!(section.contains(&format!("`{site}/`")), "the README does not say where the site is");
    let files = session.run(&format!("files \"{site}\""));
    for file in ["public/nhiem-vu/150-kh-ubnd-2022/b-3-7.html", "content/agencies.toml"] {
        assert!(files.contains(file), "{files}");
    }
    let again = named_in(section, '`').into_iter().find(|line| line.starts_with("planpress build"));
    let said = session.run(again.expect("how to build again"));
    assert!(said.contains("42 nhiệm vụ") && !said.contains("exit "), "{said}");
}

#[test]
fn what_the_documents_link_to_is_there() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/huong-dan.md",
        "docs/themes.md",
        "docs/search.md",
    ] {
        let path = root().join(document);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{document}: {error}"));
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        for (link, _) in links.filter(|(link, _)| !link.contains("://") && !link.starts_with('#')) {
            let target =
                path.parent().expect("a folder").join(link.split('#').next().unwrap_or(link));
            assert!(target.exists(), "{document} links to {link}");
        }
    }
}
