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
    for _ in $(seq "$runs"); do
        rm -rf "$work/content"
        mkdir "$work/content"
        cp "$work/agencies.toml" "$work/content/"
        measure "$work/$kind" "$programs/planpress" import "$work/ke-hoach.$kind" --quiet \
            --content "$work/content" --plan thu --place 'Sơn La' --issued 2022
    done
    row "$kind" "$work/$kind"
done
printf '%s files of tasks\n' "$(find "$work/content/ke-hoach" -name '*.md' | wc -l)"
