//! The corpus of those fuzz targets that are no readers of documents (`fuzz/laws.rs`), replayed: every law holds for it.

use std::fs;

use crate::site_text::fixture;

#[path = "../../../fuzz/laws.rs"]
mod laws;

#[test]
fn every_law_holds_for_every_seed() {
    for target in laws::TARGETS {
        let folder = fixture("../../fuzz/corpus").join(target);
        let seeds = fs::read_dir(folder).expect("a target's corpus");
        let seeds: Vec<_> = seeds.map(|seed| seed.expect("a seed").path()).collect();
        assert!(!seeds.is_empty(), "{target} has no seed");
        for seed in seeds {
            let bytes = fs::read(&seed).expect("a seed");
            let tried = std::panic::catch_unwind(|| laws::attempt(target, &bytes));
            assert!(tried.is_ok(), "{}", seed.display());
        }
    }
}
