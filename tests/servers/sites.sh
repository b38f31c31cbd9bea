#!/usr/bin/env bash
# Builds the sites of this suite: the content of a folder, with earlier addresses as hostile as a person could write them, at a
# host's root and in a folder of it, each with compressed files and without.
#
#   tests/servers/sites.sh PROGRAM CONTENT OUT
set -euo pipefail
program=$1 content=$2 out=$3

mkdir -p "$out/site"
cp -R "$content" "$out/site/content"
task=$(find "$out/site/content/ke-hoach" -name '*.md' -path '*b-1*' ! -name domain.md | sort | head -n 1)
# Quotes, variables, blocks, ends of a statement, wildcards, encoded signs, other letters.
cat >"$out/aliases" <<'EOF'
+++
aliases = ["nhiem-vu/cũ 'x' $uri ${HOME} {path} {$HOME}; return 200 `y` }.html", "nhiem-vu/50%25 #1 [a](b)^$+.html", "nhiem-vu/b&amp;`id`%{HTTP_HOST}.html", "nhiem-vu/%0d%0aX-A 1.html"]
EOF
sed -i -e "1{r $out/aliases
d}" "$task"
mkdir -p "$out/site/content/tep"
printf '# Đọc\n' >"$out/site/content/tep/Đọc trước.md"
printf '\n[hosts]\niis = ["headers", "errors"]\n' >>"$out/site/content/site.toml"

build() { "$program" build --quiet --root "$out/site" "$@"; }
build --out "$out/root"
build --out "$out/root-compressed" --precompress
sed -i '1i base_url = "https://mau.example/mot/thu-muc"' "$out/site/content/site.toml"
build --out "$out/below"
build --out "$out/below-compressed" --precompress
