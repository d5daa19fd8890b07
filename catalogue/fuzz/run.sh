#!/bin/sh
# Runs each fuzzer for the seconds given (10 by default). A finding stops the run: its input is
# left in fuzz/artifacts, and a fixture or a test must keep it.
set -eu
cd "$(dirname "$0")"
seconds=${1:-10}
version=0.13.2
tools=${FRANCECONNECT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/franceconnect-widget}/cargo-fuzz-$version
[ -x "$tools/bin/cargo-fuzz" ] ||
  cargo install --quiet --locked --root "$tools" cargo-fuzz --version "$version"
PATH=$tools/bin:$PATH
# Coverage flags are not stable; the toolchain of the project does with them what a nightly does.
export RUSTC_BOOTSTRAP=1
cargo run --quiet --bin seeds
for target in binary markdown front_matter; do
  log=target/$target.log
  mkdir -p target
  if ! cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -max_len=8192 \
    -timeout=5 -verbosity=0 -print_final_stats=1 >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "fuzz: $target failed; an input that it found is in catalogue/fuzz/artifacts/$target" >&2
    exit 1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  memory=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
  echo "fuzz: $target: $runs runs in $seconds s, no finding, $memory MB at most"
done
