#!/usr/bin/env bash
# Installs what the Makefile's targets need and is not there yet. Safe to run
# at any time: it answers in a few milliseconds when nothing is missing.
#
#   tools/setup.sh build   Rust target, wasm-pack, wasm-bindgen, npm packages
#   tools/setup.sh release the same, and cargo-cyclonedx
#   tools/setup.sh test    the same, the three browsers with their drivers, and the
#                          languages of www/examples/connexion: PHP, Python, Java
#   tools/setup.sh npm     npm packages alone
#   tools/setup.sh python  prints the Python that has its example's packages
#   tools/setup.sh php     prints the folder where Composer puts those of the example in PHP
#   tools/setup.sh java    prints the folder where Maven puts those of the example in Java
#   tools/setup.sh path    prints the PATH under which the tools are found:
#                          export PATH="$(tools/setup.sh path)"
#
# Tools that cargo must build stand outside the checkout, one folder a version,
# so that a second clone, or a return to an older commit, finds them built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cache="${FRANCECONNECT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/franceconnect-widget}"
wasm_pack=0.15.1
geckodriver=0.37.1
cargo_cyclonedx=0.5.9
# The command must be of the library's exact version: read it, so that the two
# cannot drift apart.
wasm_bindgen=$(sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml)

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
folder() { printf '%s/%s-%s' "$cache" "$1" "$2"; }

tools_path() {
  printf '%s:%s:%s:%s:%s:%s' "$PWD/node_modules/.bin" "$(folder wasm-pack "$wasm_pack")/bin" \
    "$(folder wasm-bindgen-cli "$wasm_bindgen")/bin" \
    "$(folder geckodriver "$geckodriver")/bin" "$(folder cargo-cyclonedx "$cargo_cyclonedx")/bin" "$PATH"
}

# Two installations at once (two clones, two terminals) would do the same work
# twice: the second waits here, then finds everything done.
lock() {
  [ -z "${locked:-}" ] || return 0
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  if has flock; then flock 9; fi
  locked=yes
}

# cargo_tool NAME VERSION [cargo's options…]: builds it in a temporary root and
# moves it into place whole, so that an interruption leaves nothing half done.
cargo_tool() {
  local name=$1 version=$2 target
  target=$(folder "$name" "$version")
  shift 2
  [ -d "$target/bin" ] && return
  lock
  [ -d "$target/bin" ] && return
  has cargo || fail "cargo is missing: install Rust from https://rustup.rs"
  say "building $name $version, once for every clone on this machine"
  local fresh="$cache/.new-$name-$$"
  rm -rf "$cache/.new-$name-"*
  # Quick to build rather than quick to run: these run for seconds.
  CARGO_TARGET_DIR="${TMPDIR:-/tmp}/franceconnect-tools-$(id -u)" \
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --quiet "$name" --version "=$version" --root "$fresh" "$@"
  rm -rf "$target"
  mv "$fresh" "$target"
}

rust_target() {
  # A look at the toolchain's folder is a hundred times quicker than rustup.
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ] && return
  has rustup || fail "Rust's target wasm32-unknown-unknown is missing: install it beside your rustc"
  lock
  rustup target add wasm32-unknown-unknown
}

npm_packages() {
  has npm || fail "node (20.19 or newer) and npm are missing: see https://nodejs.org"
  [ -e node_modules/.package-lock.json ] && [ ! package-lock.json -nt node_modules/.package-lock.json ] && return
  lock
  [ -e node_modules/.package-lock.json ] && [ ! package-lock.json -nt node_modules/.package-lock.json ] && return
  say "npm ci"
  npm ci --no-progress --loglevel=error >&2
  touch node_modules/.package-lock.json
}

# What the tests run that Debian packages: browsers, their drivers, and the
# languages of www/examples/connexion with the libraries that its programs use.
debian_packages() {
  local missing=() pair
  for pair in chromium:chromium chromedriver:chromium-driver firefox-esr:firefox-esr \
    WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb php:php-cli composer:composer python3:python3 javac:default-jdk-headless; do
    # Elsewhere than on Debian, Chrome and Firefox have their own names.
    case ${pair%%:*} in
      chromium) has chromium || has google-chrome || has chromium-browser || missing+=("${pair##*:}") ;;
      firefox-esr) has firefox-esr || has firefox || missing+=("${pair##*:}") ;;
      *) has "${pair%%:*}" || missing+=("${pair##*:}") ;;
    esac
  done
  # A look at files, where asking each language would take a second.
  compgen -G '/usr/lib/php/*/curl.so' >/dev/null || missing+=(php-curl)
  [ -e /usr/share/php/phpseclib3/autoload.php ] || missing+=(php-phpseclib3)
  [ -e /usr/share/java/gson.jar ] || missing+=(libgoogle-gson-java)
  if [ ! -e "$(python_path)" ] && ! python3 -c 'import ensurepip' 2>/dev/null; then missing+=(python3-venv); fi
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
    fail "these are missing; on Debian or Ubuntu: sudo apt-get install ${missing[*]}"
  fi
  # Behind a lock of its own: building the tools holds the other.
  mkdir -p "$cache"
  exec 8>"$cache/lock-apt"
  if has flock; then flock 8; fi
  say "apt-get install ${missing[*]}"
  # A machine without a single font would draw empty boxes.
  if ! { DEBIAN_FRONTEND=noninteractive apt-get -q update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qy -o DPkg::Lock::Timeout=300 \
      install --no-install-recommends "${missing[@]}" fonts-dejavu-core; } >"$cache/apt.log" 2>&1; then
    tail -n 20 "$cache/apt.log" >&2
    fail "apt-get could not install them; its whole output is in $cache/apt.log"
  fi
}

# One folder a list of packages, as for the tools above.
python_path() {
  printf '%s/bin/python' "$(folder python "$(cksum <www/examples/connexion/python/requirements.txt | tr ' ' -)")"
}

# The packages of the example in Python, by their hashes.
python_packages() {
  local python target
  python=$(python_path)
  target=${python%/bin/python}
  [ -e "$target/ready" ] && return
  lock
  [ -e "$target/ready" ] && return
  say "pip install -r www/examples/connexion/python/requirements.txt"
  # A virtual environment knows its own place: it is made there, and marked once whole.
  rm -rf "$target"
  python3 -m venv "$target"
  "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    --requirement www/examples/connexion/python/requirements.txt >&2
  touch "$target/ready"
}

php_path() {
  printf '%s' "$(folder php "$(cksum <www/examples/connexion/php/composer.json | tr ' ' -)")"
}

# The package of the example in PHP. Where Packagist cannot be reached the tests have a stand-in
# (tests/e2e/provider/php-jwt.mjs); it is asked again after a day.
php_packages() {
  local target
  target=$(php_path)
  [ -e "$target/vendor/autoload.php" ] && return
  [ -n "$(find "$target/refused" -mmin -1440 2>/dev/null)" ] && return
  lock
  [ -e "$target/vendor/autoload.php" ] && return
  say "composer install, for www/examples/connexion/php"
  rm -rf "$target"
  mkdir -p "$target"
  cp www/examples/connexion/php/composer.json "$target"
  if ! COMPOSER_ALLOW_SUPERUSER=1 timeout 120 composer install --working-dir="$target" \
    --no-interaction --no-progress --no-plugins --no-scripts >"$target/composer.log" 2>&1; then
    touch "$target/refused"
    say "Packagist gave no firebase/php-jwt (see $target/composer.log): the tests take their stand-in"
  fi
}

java_path() {
  printf '%s' "$(folder java "$(cksum <www/examples/connexion/java/pom.xml | tr ' ' -)")"
}

# The library of the example in Java, where there is a Maven. Where it cannot reach its repository the
# tests have a stand-in (tests/e2e/provider/nimbus.mjs); it is asked again after a day.
java_packages() {
  local target
  target=$(java_path)
  [ -e "$target/ready" ] && return
  [ -n "$(find "$target/refused" -mmin -1440 2>/dev/null)" ] && return
  has mvn || return 0
  lock
  [ -e "$target/ready" ] && return
  say "mvn dependency:copy-dependencies, for www/examples/connexion/java"
  rm -rf "$target"
  mkdir -p "$target"
  if timeout 120 mvn --batch-mode --file www/examples/connexion/java/pom.xml dependency:copy-dependencies \
    -DoutputDirectory="$target/dependency" >"$target/maven.log" 2>&1; then
    touch "$target/ready"
  else
    rm -rf "$target/dependency"
    touch "$target/refused"
    say "Maven gave no nimbus-jose-jwt (see $target/maven.log): the tests take their stand-in"
  fi
}

[ -n "$wasm_bindgen" ] || fail 'Cargo.toml must pin wasm-bindgen: wasm-bindgen = "=x.y.z"'

case "${1:-}" in
  path) tools_path; echo ;;
  python) python_path; echo ;;
  php) printf '%s/vendor\n' "$(php_path)" ;;
  java) printf '%s/dependency\n' "$(java_path)" ;;
  npm) npm_packages ;;
  build | release | test)
    has rustc || fail "Rust is missing: install it from https://rustup.rs"
    if [ "$1" = test ]; then
      # Beside what cargo builds: one waits for the network, the other for the processor.
      debian_packages &
      debian=$!
    fi
    rust_target
    cargo_tool wasm-pack "$wasm_pack" --locked
    # Its own lock file names a crate version that is no longer in the index.
    cargo_tool wasm-bindgen-cli "$wasm_bindgen"
    npm_packages
    [ "$1" = build ] || cargo_tool cargo-cyclonedx "$cargo_cyclonedx" --locked
    if [ "$1" = test ]; then
      cargo_tool geckodriver "$geckodriver" --locked
      wait "$debian"
      python_packages
      php_packages
      java_packages
    fi
    ;;
  *) sed -n '2,17s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
