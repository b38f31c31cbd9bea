//! A proposed register as `agencies.toml`. What is printed is read back by `parse` as the same agencies.

use super::REGISTER;
use super::print::quoted;
use crate::model::{Agency, DraftAgency, DraftRegister};
use crate::text;
use crate::tree::{File, RelPath, Tree};

/// The file of a register. Members, ends and successors are no part of a proposal.
#[must_use]
pub fn print_register(register: &DraftRegister) -> Tree {
    let remarks = register.remarks.iter().map(|remark| comment(remark));
    let entries = register.agencies.iter().map(entry);
    let text: String = remarks.chain(["format = 1\n".to_owned()]).chain(entries).collect();
    let file = RelPath::new(REGISTER).map(|path| (path, File::Bytes(text.into_bytes())));
    file.into_iter().collect()
}

fn entry(entry: &DraftAgency) -> String {
    let DraftAgency { agency, remark } = entry;
    let Agency { id, name, place, kind, aliases, misprints, .. } = agency;
    let mut text = format!("\n{}[[agency]]\n", comment(remark));
    text.push_str(&format!("id = {}\nname = {}\n", quoted(id.as_str()), quoted(name)));
    if let Some(place) = place {
        text.push_str(&format!("place = {}\n", quoted(place)));
    }
    text.push_str(&format!("kind = {}\n", quoted(kind.as_str())));
    for (key, names) in [("aliases", aliases), ("misprints", misprints)] {
        if !names.is_empty() {
            text.push_str(&format!("{key} = {}\n", list(names)));
        }
    }
    text
}

/// A list of names, all on one line unless that becomes long.
fn list(names: &[String]) -> String {
    const LONGEST: usize = 100;
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let line = names.join(", ");
    if line.chars().count() <= LONGEST {
        format!("[{line}]")
    } else {
        format!("[\n  {},\n]", names.join(",\n  "))
    }
}

/// A line of comment. TOML allows no control characters in it.
fn comment(remark: &str) -> String {
    let plain: String = text::one_line(remark).chars().filter(|c| !c.is_control()).collect();
    if plain.is_empty() { String::new() } else { format!("# {plain}\n") }
}
