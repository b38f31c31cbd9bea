//! The corpus of the fuzz targets (`fuzz/`), replayed: nothing in it makes import panic or lose a word.

use std::fs;

use crate::site_text::fixture;

#[path = "../../../fuzz/attempt.rs"]
mod attempt;

#[test]
fn every_seed_is_read_or_refused() {
    let root = fixture("../../fuzz/corpus");
    for (target, _) in attempt::TARGETS {
        let seeds = fs::read_dir(root.join(target)).expect("a target's corpus");
        let seeds: Vec<_> = seeds.map(|seed| seed.expect("a seed").path()).collect();
        assert!(!seeds.is_empty(), "{target} has no seed");
        for seed in seeds {
            let bytes = fs::read(&seed).expect("a seed");
            let tried = std::panic::catch_unwind(|| attempt::attempt(target, &bytes));
            assert!(tried.is_ok(), "{}", seed.display());
        }
    }
}
