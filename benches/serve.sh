#!/usr/bin/env bash
# Measures how long an edit of one task takes to be seen on its page, while `planpress serve` runs: from the moment at which the file
# is written to the one at which the page says the new words, asked for every ten milliseconds.
#
#   benches/serve.sh 10000        a generated site of 10,000 tasks
#
# Prints the median and the longest of RUNS edits (9), each made when the server has tried all pages after the last one.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

what=${1:?usage: benches/serve.sh TASKS}
runs=${RUNS:-9}
work=${BENCH:-target/bench}/serve-$what
programs=${CARGO_TARGET_DIR:-target}/release
port=${PORT:-8093}

. benches/measure.sh
cargo build --release --quiet --bin planpress --example generate
rm -rf "$work"
mkdir -p "$work"
"$programs/examples/generate" "$what" "$work/site"
"$programs/planpress" serve --quiet --root "$work/site" --port "$port" >"$work/said" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
url=http://127.0.0.1:$port
until curl -sf "$url/" >/dev/null; do sleep 0.1; done

file=$(find "$work/site/content/ke-hoach" -name '*.md' ! -name plan.md ! -name domain.md | sort | sed -n "$((what / 2))p")
plan=$(basename "$(dirname "$(dirname "$file")")")
page=$url/nhiem-vu/$plan/$(basename "$file" .md).html
cpu() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
quiet() { local before; until before=$(cpu); sleep 0.5; [ "$(cpu)" = "$before" ]; do :; done; }

for number in $(seq "$runs"); do
    quiet
    sed "s/^number = .*/&\ntitle = \"Lần sửa thứ $number\"/;/^title = /d" "$file" >"$work/edited"
    start=$EPOCHREALTIME
    cp "$work/edited" "$file"
    until grep -q "Lần sửa thứ $number<" <<<"$(curl -s "$page")"; do sleep 0.01; done
    awk -v start="$start" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", end - start }' >>"$work/times"
done
printf '%s tasks: an edit is seen after %s s (median of %s), %s s at the longest\n' \
    "$what" "$(median "$work/times" 1)" "$runs" "$(sort -n "$work/times" | tail -n 1)"
