#!/usr/bin/env bash
# Measures the import of a long plan from Word and from Excel: the whole process, from the document to the written files.
#
#   benches/import.sh 10000     a plan of 10,000 tasks (benches/generate.rs, benches/documents.rs)
#
# The register of the generated site is there, so that every name is looked up. Medians of 5 runs, or of RUNS.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

tasks=${1:?usage: benches/import.sh TASKS}
runs=${RUNS:-5}
work=${BENCH:-target/bench}/import-$tasks
programs=${CARGO_TARGET_DIR:-target}/release

. benches/measure.sh
cargo build --release --quiet --bin planpress --example generate

rm -rf "$work"
mkdir -p "$work"
"$programs/examples/generate" --documents "$tasks" "$work"

printf '%-10s %9s %9s %9s   (medians of %s runs)\n' "$tasks" 'wall s' 'CPU s' 'peak MiB' "$runs"
for kind in docx xlsx; do
    for run in $(seq "$runs"); do
        # A folder of its own each time: where files were deleted shortly before, ext4 looks long for a place for new ones.
        content=$work/$kind-$run
        mkdir "$content"
        cp "$work/agencies.toml" "$content/"
        measure "$work/$kind" "$programs/planpress" import "$work/ke-hoach.$kind" --quiet \
            --content "$content" --plan thu --place 'Sơn La' --issued 2022
    done
    row "$kind" "$work/$kind"
done
printf '%s files of tasks\n' "$(find "$content/ke-hoach" -name '*.md' | wc -l)"
