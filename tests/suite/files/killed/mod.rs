//! Programs that are killed at random moments: at every moment readers find the old files or the new ones, each folder is whole
//! afterwards, and the next run succeeds.
//!
//! `LONG=1` kills 300 builds and 100 imports; the ordinary run some of each.

mod builds;
mod imports;

use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How many programs are killed: with `LONG=1`, and else.
fn count(long: usize, short: usize) -> usize {
    if env::var_os("LONG").is_some() { long } else { short }
}

fn program(arguments: &[&str], folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpress"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program")
}

/// Moments between the beginning of something and a little after its end, evenly spread in no order.
struct Moments {
    whole: Duration,
    state: u64,
}

impl Moments {
    fn within(whole: Duration) -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock");
        Self { whole, state: u64::from(now.subsec_nanos()) | 1 }
    }

    fn next(&mut self) -> Duration {
        // xorshift; the moments differ anyway, as the machine does other things.
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        let part = f64::from(u32::try_from(self.state % 1000).expect("a small number")) / 900.0;
        self.whole.mul_f64(part)
    }
}

/// Lets a program run until it is time, which is asked all the while, then kills it (SIGKILL). Gives whether it still ran.
fn kill_when(mut child: Child, is_time: &mut dyn FnMut() -> bool) -> bool {
    while !is_time() {
        if child.try_wait().expect("a state").is_some() {
            return false;
        }
        // The program wants the processor, too.
        thread::sleep(Duration::from_micros(50));
    }
    let running = child.try_wait().expect("a state").is_none();
    child.kill().expect("a kill");
    child.wait().expect("an end");
    running
}

/// How long a whole run takes now.
fn whole_run(arguments: &[&str], folder: &Path) -> Duration {
    let begun = Instant::now();
    assert!(program(arguments, folder).wait().expect("an end").success());
    begun.elapsed()
}
