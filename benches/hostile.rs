//! The site of hostile words, written for the browser suite: `cargo run --example hostile -- FOLDER [THEME] [EVERY]`,
//! of each word, or of every so many.
//!
//! Beside `content/` it writes `words.json`: the words, in the order of their plans `k-0`, `k-1` and so on.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

#[path = "../tests/suite/hostile/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let theme = arguments.next().unwrap_or_else(|| "cong-bo".to_owned());
    let every = arguments.next().map_or(Ok(1), |every| every.parse())?;
    let words: Vec<String> = words::words().into_iter().step_by(every).collect();
    for (path, text) in words::files(&words, &theme) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().ok_or("a file lies in a folder")?)?;
        fs::write(path, text)?;
    }
    fs::write(folder.join("words.json"), serde_json::to_string(&words)?)?;
    Ok(())
}
