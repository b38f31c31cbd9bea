//! The hostile words, and a site with each of them in every field that takes words.
//!
//! Every word has a plan of its own, with a domain, a task, an agency and a prose page, so that a page names the word that broke
//! it. The settings of the site, of which there are only one set, have several words at once. The suite builds the site in
//! memory; `cargo run --example hostile -- FOLDER` writes it, for real browsers.

use std::collections::BTreeSet;

use planpress::markdown::{Destination, links};
use planpress::source::{SourceFile, Span};
use planpress::text::one_line;
use planpress::tree::RelPath;

/// All words, each once, that are no blanks, which a site would refuse as empty.
pub(crate) fn words() -> Vec<String> {
    let table: toml::Table = include_str!("strings.toml").parse().unwrap_or_default();
    let kinds = table.get("kind").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let strings = kinds.iter().filter_map(|kind| kind.get("strings")?.as_array());
    let words = strings.flatten().filter_map(toml::Value::as_str);
    let mut seen = BTreeSet::new();
    words.map(one_line).filter(|word| !word.is_empty() && seen.insert(word.clone())).collect()
}

/// The files of the site of these words, by their paths.
pub(crate) fn files(words: &[String], theme: &str) -> Vec<(String, String)> {
    let mut files = vec![
        ("content/site.toml".to_owned(), settings(words, theme)),
        ("content/agencies.toml".to_owned(), words.iter().enumerate().map(agency).collect()),
        ("content/tu-viet-tat.toml".to_owned(), abbreviations(words)),
    ];
    files.extend(plan_of_all(words));
    for (place, word) in words.iter().enumerate() {
        let folder = format!("content/ke-hoach/k-{place}");
        let document = document(word);
        files.push((format!("{folder}/plan.md"), plan(word, &document)));
        files.push((format!("{folder}/nguon/{document}"), word.clone()));
        files.push((format!("{folder}/d/domain.md"), domain(word)));
        files.push((format!("{folder}/d/t-1.md"), task(place, word)));
        let page =
            format!("+++\ntitle = {}\norder = {place}\n+++\n{}\n", quoted(word), prose(word));
        files.push((format!("content/p-{place}.md"), page));
    }
    files
}

fn settings(words: &[String], theme: &str) -> String {
    let some: Vec<&str> =
        words.iter().step_by(words.len().div_ceil(6)).map(String::as_str).collect();
    let all = quoted(&some.join(" "));
    format!(
        "format = 1\ntitle = {all}\ntheme = \"{theme}\"\ndescription = {all}\npublisher = {all}\n\
         base_url = \"https://thu.example/'x'&quot;&lt;x\"\n\
         license = {{ name = {all}, url = \"https://thu.example/?'onclick='alert(1)'&lt;script&gt;\" }}\n\
         [extra]\nchu = {all}\n{all} = [{all}, {{ {all} = {all} }}]\n"
    )
}

fn agency((place, word): (usize, &String)) -> String {
    let [name, alias, misprint] =
        ["", " cũ", " sai"].map(|kind| quoted(&format!("{word} {place}{kind}")));
    let word = quoted(word);
    let successor = place.checked_sub(1).map_or_else(String::new, |next| {
        format!("[[agency.successor]]\nid = \"a-{next}\"\nsince = \"2025-03-01\"\nbasis = {word}\n")
    });
    format!(
        "[[agency]]\nid = \"a-{place}\"\nname = {name}\nplace = {word}\nkind = \"so\"\naliases = [{alias}]\n\
         misprints = [{misprint}]\nended = {{ on = \"2025-03-01\", basis = {word} }}\n{successor}"
    )
}

fn abbreviations(words: &[String]) -> String {
    let line = |word: &String| format!("{} = [{}]\n", quoted(word), quoted(word));
    let lettered = |word: &&String| word.chars().any(char::is_alphanumeric);
    let lines: BTreeSet<String> = words.iter().filter(lettered).map(line).collect();
    let lines: String = lines.into_iter().collect();
    format!("format = 1\n[abbreviations]\n{lines}")
}

fn plan(word: &str, document: &str) -> String {
    let body = prose(word);
    let (word, document) = (quoted(word), quoted(document));
    let texts = [
        "number",
        "type",
        "abstract",
        "title",
        "issuer",
        "place",
        "signer",
        "signer_role",
        "period",
    ];
    let texts: String = texts.map(|key| format!("{key} = {word}\n")).concat();
    let relations = ["attached_to", "amended_by", "replaced_by"];
    let relations: String =
        relations.map(|key| format!("{key} = {{ document = {word}, basis = {word} }}\n")).concat();
    format!(
        "+++\nformat = 1\nissued = \"2024\"\n{texts}{relations}parts = [{{ number = {word}, title = {word} }}]\n\
         [[document]]\nfile = {document}\nrole = \"signed\"\nfrom = {word}\n+++\n{body}\n"
    )
}

/// One more plan, `moi-tu`, with a task of each word, so that there is something to filter.
fn plan_of_all(words: &[String]) -> Vec<(String, String)> {
    let folder = "content/ke-hoach/moi-tu";
    let plan = "+++\nformat = 1\nissued = \"2024\"\ntitle = \"Tất cả\"\n+++\n".to_owned();
    let domain = "+++\nnumber = \"1\"\ntitle = \"Lĩnh vực\"\norder = 1\n+++\n".to_owned();
    let task = |(place, word): (usize, &String)| {
        let name = quoted(word);
        let head = format!("number = {name}\nperiod = {name}\norder = {place}\n");
        let lead = format!("lead = [{{ printed = {name}, agency = \"a-{place}\" }}]\n");
        (format!("{folder}/d/t-{place}.md"), format!("+++\n{head}{lead}+++\n{word}\n"))
    };
    let files = [(format!("{folder}/plan.md"), plan), (format!("{folder}/d/domain.md"), domain)];
    files.into_iter().chain(words.iter().enumerate().map(task)).collect()
}

/// The name of a plan's document: the word itself where every system can hold it.
fn document(word: &str) -> String {
    let short: String = word.chars().take(40).collect();
    let name = format!("{short}.txt");
    // A name is told in precomposed form, and one that begins so is passed over as hidden or left by an office program.
    let shown = !name.starts_with(['.', '~']) && !name.contains('/');
    let portable = shown && RelPath::new(name.as_str()).is_some() && one_line(&name) == name;
    if portable { name } else { "van-ban.txt".to_owned() }
}

fn domain(word: &str) -> String {
    let body = prose(word);
    let word = quoted(word);
    format!(
        "+++\nnumber = {word}\ntitle = {word}\npart = {word}\norder = 1\n\
         groups = [{{ number = {word}, title = {word} }}]\n+++\n{body}\n"
    )
}

fn task(place: usize, word: &str) -> String {
    let escape = if word.trim_start_matches('\\').starts_with("##") { "\\" } else { "" };
    let (published, notes) = (format!("{escape}{word}"), prose(word));
    let word = quoted(word);
    let cells = ["text", "lead", "coordinating", "period"];
    let cells: String = cells.map(|cell| format!("{cell} = {word}\n")).concat();
    format!(
        "+++\nnumber = {word}\norder = 1\ngroup = {word}\ntitle = {word}\nrow = {word}\nperiod = {word}\n\
         lead = [{{ printed = {word}, agency = \"a-{place}\" }}]\n\
         coordinating = [{{ printed = {word}, agency = \"a-{place}\" }}]\n\
         sic = [{{ printed = {word}, read = {word} }}]\n\
         withdrawn = {{ on = \"2024-05-01\", reason = {word}, basis = {word} }}\n\
         [cells]\n{cells}[extra]\n{word} = {word}\n\
         [[result]]\nstatus = \"hoan-thanh-dung-han\"\ntext = {word}\nbasis = {word}\n+++\n\
         {published}\n\n## Ghi chú\n\n{notes}\n"
    )
}

/// A word as Markdown; as code where it has a link that a site refuses with a fault, which other tests look at.
fn prose(word: &str) -> String {
    let source = SourceFile::new("a.md", word);
    let found = links(&Span::new(&source, 0..word.len()));
    let allowed = |address: &str| Destination::of(address) == Destination::Elsewhere;
    if found.iter().all(|(address, _)| allowed(address)) {
        word.to_owned()
    } else {
        format!("    {word}")
    }
}

/// A TOML string on one line.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
