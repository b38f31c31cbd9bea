#!/usr/bin/env bash
# Measures a build against the floor: a program that only writes files of the same number and sizes.
#
#   benches/run.sh 10000        a generated site of 10,000 tasks (benches/generate.rs)
#   benches/run.sh 10000 giay   the same in another theme
#   benches/run.sh shipped      the site of this repository
#
# Each build is measured whole and without the search index, each against a floor of its own files. A build hashes each file for
# its manifest and ends with one sync of the file system, which a program that only writes may leave out: the floor is taken
# bare, synced, and hashed and synced, and all ratios are printed. The programs take turns; each works in a new folder, with all that was written before on the disk (sync).
# Nothing is removed before the end: for a minute after files were removed, ext4 takes several times as long to make new ones.
#
# Medians are printed. RUNS=9 runs more often than 5 times; BENCH=DIR works elsewhere than in target/bench, such as on another
# disk, which must hold eight sites a run.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

what=${1:?usage: benches/run.sh TASKS|shipped [THEME]}
theme=${2:-cong-bo}
runs=${RUNS:-5}
work=${BENCH:-target/bench}/$what
programs=${CARGO_TARGET_DIR:-target}/release

. benches/measure.sh
cargo build --release --quiet --bin planpress --example generate --example floor --example without-search

rm -rf "$work"
mkdir -p "$work"
trap 'rm -rf "$work/sites"' EXIT
if [ "$what" = shipped ]; then
    root=.
else
    root=$work/site
    "$programs/examples/generate" "$what" "$root" "$theme"
fi

# A folder that nothing was ever written into, in $new.
place() {
    new=$work/sites/$((count += 1))
    mkdir -p "$work/sites"
}
count=0

build() { place && measure "$1" "$programs/planpress" build --quiet --root "$root" --out "$new"; }
without() { place && measure "$1" "$programs/examples/without-search" "$root" "$new"; }
floor() { place && measure "$1" "$programs/examples/floor" "$2" "$new"; }
# Words behind the listing go to the program.
floor_synced() { place && measure "$1" sh -c '"$0" "$@" && sync -f "$2"' "$programs/examples/floor" "$2" "$new" "${@:3}"; }

# The listings that the floors write by; these first runs also warm the caches up and are not counted.
listing() { find "$new" -type f -printf '%s %P\n' | sort -k 2 >"$1"; }
build "$work/warm-up" && listing "$work/listing"
without "$work/warm-up" && listing "$work/listing-without"

for _ in $(seq "$runs"); do
    build "$work/build"
    floor "$work/floor" "$work/listing"
    floor_synced "$work/floor-synced" "$work/listing"
    floor_synced "$work/floor-hashed" "$work/listing" hashed
    without "$work/without"
    floor "$work/floor-without" "$work/listing-without"
    floor_synced "$work/floor-without-synced" "$work/listing-without"
    floor_synced "$work/floor-without-hashed" "$work/listing-without" hashed
done

ratio() { awk -v build="$(median "$1" 1)" -v floor="$(median "$2" 1)" 'BEGIN { printf "%.1f", build / floor }'; }

# against NAME BUILD FLOOR: the rows of a build and of its three floors, and the ratio to each.
against() {
    row "$1" "$2"
    row 'floor' "$3"
    row 'floor, synced' "$3-synced"
    row 'floor, hashed, synced' "$3-hashed"
    printf '%-24s %9s, %s to the synced floor, %s to the hashed one\n' \
        'ratio' "$(ratio "$2" "$3")" "$(ratio "$2" "$3-synced")" "$(ratio "$2" "$3-hashed")"
}

printf '%-24s %9s %9s %9s   (medians of %s runs)\n' "$what" 'wall s' 'CPU s' 'peak MiB' "$runs"
against 'build' "$work/build" "$work/floor"
against 'without search' "$work/without" "$work/floor-without"
awk '
    { files++; bytes += $1 }
    /\.html$/ { pages++ }
    / tim-kiem\// { search += $1 }
    END { printf "%d pages, %d files, %.0f bytes, of them %.0f of search\n", pages, files, bytes, search }' "$work/listing"
