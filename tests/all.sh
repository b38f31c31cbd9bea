#!/usr/bin/env bash
# Everything that must hold before a change lands, from style to real browsers, on a Debian machine with Rust and Node.
# Installs what else it needs (Chromium, Firefox ESR, nginx, Apache, Caddy, xmllint, rustfmt, clippy, the browser suite's packages), writes only to
# target/, tests/*/node_modules/ and a temporary folder, and stops at the first step that fails.
#
#   tests/all.sh             what every change must pass
#   LONG=1 tests/all.sh      the long counts, too: every page instead of three of each kind, every hostile word, more random
#                            cases, cargo deny (compiled once, some minutes), and the scores of Lighthouse, which
#                            measures time and so wants a machine that does nothing else
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0

# step NAME COMMAND…: runs one step and says what came of it; the last line of the whole output is a count of steps.
step() {
  local name=$1 started=$SECONDS
  shift
  printf '\n==== %s\n' "$name"
  if ! "$@"; then
    printf '\n==== FAILED: %s, after %d s\n' "$name" $((SECONDS - started))
    printf 'steps: %d passed, 1 failed\n' "$passed"
    exit 1
  fi
  printf '==== passed: %s, %d s\n' "$name" $((SECONDS - started))
  passed=$((passed + 1))
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

browsers() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  [ ${#missing[@]} -gt 0 ] || return 0
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600)
  as_root "${apt[@]}" update && as_root "${apt[@]}" install -y "${missing[@]}"
}

# The servers that sites are tried on; each test starts its own, so that those of the packages need not run.
servers() {
  local missing=()
  PATH=$PATH:/usr/sbin command -v nginx >/dev/null || missing+=(nginx)
  PATH=$PATH:/usr/sbin command -v apache2 >/dev/null || missing+=(apache2)
  command -v caddy >/dev/null || missing+=(caddy)
  command -v xmllint >/dev/null || missing+=(libxml2-utils)
  [ ${#missing[@]} -gt 0 ] || return 0
  local apt=(env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -q -o DPkg::Lock::Timeout=600)
  as_root "${apt[@]}" update && as_root "${apt[@]}" install -y "${missing[@]}"
}

rust_components() {
  cargo fmt --version || rustup component add rustfmt || return
  cargo clippy --version || rustup component add clippy
}

test_packages() {
  (cd tests/browser && npm ci --no-audit --no-fund) && (cd tests/search && npm ci --no-audit --no-fund)
}

documentation() {
  RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
}

# The README's first command, into a folder of our own.
first_command() {
  cargo run --locked --release -- build --out "$work/cong-bo"
}

check_command() {
  cargo run --locked --release -- check
}

# The same content with the other shipped theme: only the one line of site.toml differs.
paper_theme() {
  mkdir "$work/site" && cp -R content "$work/site/content" &&
    sed 's/^theme = "cong-bo"$/theme = "giay"/' content/site.toml >"$work/site/content/site.toml" &&
    grep -q '^theme = "giay"$' "$work/site/content/site.toml" &&
    cargo run --locked --release -- build --root "$work/site" --out "$work/giay"
}

# The same content in both languages: again only one line differs.
both_languages() {
  mkdir "$work/two" && cp -R content "$work/two/content" &&
    sed 's/^language = "vi"$/languages = ["vi", "en"]/' content/site.toml >"$work/two/content/site.toml" &&
    grep -q '^languages = ' "$work/two/content/site.toml" &&
    cargo run --locked --release -- build --root "$work/two" --out "$work/languages"
}

# The same content after a plan, a domain, a task and an agency got other ids, with the earlier address of each beside it.
renamed_site() {
  local content=$work/renamed/content
  local plan=$content/ke-hoach/hop-tac
  mkdir "$work/renamed" && cp -R content "$content" &&
    mv "$content/ke-hoach/150-kh-ubnd-2022" "$plan" && mv "$plan/b-3" "$plan/san-xuat" &&
    mv "$plan/b-5/b-5-5.md" "$plan/b-5/b-5-1.md" &&
    alias_of "$plan/plan.md" ke-hoach/150-kh-ubnd-2022.html &&
    alias_of "$plan/san-xuat/domain.md" linh-vuc/150-kh-ubnd-2022/b-3.html &&
    alias_of "$plan/b-5/b-5-1.md" nhiem-vu/150-kh-ubnd-2022/b-5-5.html &&
    sed -i 's/"so-cong-thuong-son-la"/"cong-thuong-son-la"/' "$content/agencies.toml" &&
    sed -i 's/^id = "cong-thuong-son-la"$/&\naddresses = ["co-quan\/so-cong-thuong-son-la.html"]/' "$content/agencies.toml" &&
    grep -q '^addresses' "$content/agencies.toml" &&
    cargo run --locked --release -- check --root "$work/renamed" --published "$work/cong-bo" &&
    cargo run --locked --release -- build --root "$work/renamed" --out "$work/renamed/public"
}

# alias_of FILE ADDRESS: writes an earlier address into the head of a content file.
alias_of() {
  sed -i "1s|.*|+++\naliases = [\"$2\"]|" "$1" && grep -qF "$2" "$1"
}

# A site of as many tasks as one index may hold, for the time of a first search.
large_site() {
  cargo run --locked --example generate -- 1000 "$work/large" &&
    cargo run --locked --release -- build --root "$work/large" --out "$work/large/public"
}

# More tasks than one index may hold, in two plans, each with an index of its own.
site_of_plans() {
  cargo run --locked --example generate -- 2400 "$work/plans" &&
    cargo run --locked --release -- build --root "$work/plans" --out "$work/plans/public"
}

# Hostile words in every field of every content file, for the browsers.
hostile_site() {
  cargo run --locked --example hostile -- "$work/hostile" &&
    cargo run --locked --release -- build --quiet --root "$work/hostile" --out "$work/hostile/public"
}

# Licences, banned crates and where crates come from; what is known of holes in them needs GitHub, and is asked by hand.
supply_chain() {
  cargo deny --version || cargo install --locked cargo-deny || return
  cargo deny check licenses bans sources
}

search_suite() {
  (cd tests/search && PLANPRESS_SITE=$work/cong-bo npm test)
}

browser_suite() {
  (cd tests/browser && PLANPRESS_SITE=$work/cong-bo PLANPRESS_SITE_GIAY=$work/giay \
    PLANPRESS_SITE_LANGUAGES=$work/languages PLANPRESS_SITE_RENAMED=$work/renamed/public \
    PLANPRESS_SITE_LARGE=$work/large/public PLANPRESS_SITE_PLANS=$work/plans/public PLANPRESS_SITE_HOSTILE=$work/hostile/public npm test)
}

# Earlier addresses of every kind, at a host's root and in a folder, with compressed files and without.
hosted_sites() {
  tests/servers/sites.sh target/release/planpress "$work/renamed/content" "$work/hosted"
}

server_suite() {
  PLANPRESS_SITE=$work/cong-bo PLANPRESS_HOSTED=$work/hosted \
    node --test --test-reporter=spec --test-concurrency=2 --test-timeout=300000 \
    tests/servers/*.test.js
}

# By itself: what else ran would lower its scores.
lighthouse() {
  (cd tests/browser && PLANPRESS_SITE=$work/cong-bo PLANPRESS_SITE_GIAY=$work/giay npm run lighthouse)
}

step "set-up: browsers" browsers
step "set-up: web servers" servers
step "set-up: rustfmt and clippy" rust_components
step "set-up: packages of the search and browser suites" test_packages
step "format" cargo fmt --check
step "lints" cargo clippy --locked --all-targets -- -D warnings
step "Rust suite and doctests" cargo test --locked
step "documentation" documentation
step "release build" cargo build --locked --release
step "planpress build" first_command
step "planpress check" check_command
step "planpress build, theme giay" paper_theme
step "planpress build, two languages" both_languages
step "planpress check and build, renamed" renamed_site
step "planpress build, 1,000 tasks" large_site
step "planpress build, 2,400 tasks in two plans" site_of_plans
step "planpress build, hostile words" hostile_site
step "planpress build, for servers" hosted_sites
step "search suite" search_suite
step "browser suite" browser_suite
step "server suite" server_suite
[ -z "${LONG:-}" ] || step "supply chain" supply_chain
[ -z "${LONG:-}" ] || step "Lighthouse" lighthouse

printf '\nsteps: %d passed, 0 failed\n' "$passed"
