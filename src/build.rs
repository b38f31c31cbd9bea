//! Tells Cargo to look at the shipped themes, so that a file that is new there comes into a released program. A debug build
//! reads the folder when it runs, and need not be built again.

fn main() {
    let released = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let watched = if released { "themes" } else { "src/build.rs" };
    println!("cargo::rerun-if-changed={watched}");
}
