//! The command line as transcripts: `transcripts/<name>.txt` is a session in an empty folder, with what comes of each line.
//!
//! A line that begins with `$ ` is run. Below it stand what came on standard output (`1> `), what came on standard error
//! (`2> `) and, unless it is 0, the exit code. `SNAPSHOTS=overwrite` writes them anew; other lines are for the reader.
//! Besides `planpress` a session knows the few commands of [`session`], which look at files or change them.

pub(crate) mod session;

use std::fs;

use crate::expected::{difference, expect_none, stems};
use crate::site_text::fixture;
use session::Session;

/// Where the transcripts lie.
const TRANSCRIPTS: &str = "cli/transcripts";

/// Whether a line of a transcript says what came of a command.
fn is_result(line: &str) -> bool {
    ["1>", "2>", "exit "].iter().any(|mark| line.starts_with(mark))
}

#[test]
fn every_session_goes_as_written() {
    let mut differences = Vec::new();
    for name in stems(TRANSCRIPTS, ".txt") {
        let path = format!("{TRANSCRIPTS}/{name}.txt");
        let written = fs::read_to_string(fixture(&path)).expect("a transcript");
        let mut session = Session::open();
        let mut went = String::new();
        for line in written.lines().filter(|line| !is_result(line)) {
            went.push_str(line);
            went.push('\n');
            if let Some(command) = line.strip_prefix("$ ") {
                went.push_str(&session.run(command));
            }
        }
        differences.extend(difference(&went, &path));
    }
    expect_none(differences);
}
