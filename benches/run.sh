#!/usr/bin/env bash
# Measures a build against the floor: a program that only writes files of the same number and sizes.
#
#   benches/run.sh 10000        a generated site of 10,000 tasks (benches/generate.rs)
#   benches/run.sh 10000 giay   the same in another theme
#   benches/run.sh shipped      the site of this repository
#
# Both programs run in turn, into a new folder each time, with everything before it on the disk (sync). Medians are
# printed. RUNS=9 runs more often than 5 times; BENCH=DIR works elsewhere than in target/bench, such as on another disk.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

what=${1:?usage: benches/run.sh TASKS|shipped [THEME]}
theme=${2:-cong-bo}
runs=${RUNS:-5}
work=${BENCH:-target/bench}/$what
programs=${CARGO_TARGET_DIR:-target}/release

. benches/measure.sh
cargo build --release --quiet --bin planpress --example generate --example floor

rm -rf "$work"
mkdir -p "$work"
if [ "$what" = shipped ]; then
    root=.
else
    root=$work/site
    "$programs/examples/generate" "$what" "$root" "$theme"
fi

build() { measure "$1" "$programs/planpress" build --quiet --root "$root" --out "$work/public"; }

# The listing that the floor writes by; this first run also warms the caches up and is not counted.
build "$work/warm-up"
find "$work/public" -type f -printf '%s %P\n' | sort -k 2 >"$work/listing"

for _ in $(seq "$runs"); do
    rm -rf "$work/public"
    build "$work/build"
    rm -rf "$work/floor-files"
    measure "$work/floor" "$programs/examples/floor" "$work/listing" "$work/floor-files"
done

printf '%-10s %9s %9s %9s   (medians of %s runs)\n' "$what" 'wall s' 'CPU s' 'peak MiB' "$runs"
row build "$work/build"
row floor "$work/floor"
awk -v build="$(median "$work/build" 1)" -v floor="$(median "$work/floor" 1)" \
    'BEGIN { printf "%-10s %9.2f\n", "ratio", build / floor }'
awk '
    { files++; bytes += $1 }
    /\.html$/ { pages++ }
    / tim-kiem\// { search += $1 }
    END { printf "%d pages, %d files, %d bytes, of them %d of search\n", pages, files, bytes, search }' "$work/listing"
