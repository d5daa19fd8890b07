# `make help` lists the commands. Each first sets up what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo sandbox test test-native test-fuzz test-wasm test-e2e dist release check fmt bench screenshots clean setup-build setup-release setup-test

export PATH := $(shell tools/setup.sh path)
PORT ?= 8080
# Files of end to end tests at a time: one a processor. What measures time (*.speed.test.mjs) runs alone.
AT_ONCE ?= $(shell getconf _NPROCESSORS_ONLN)
# What failed is said again at the end, where a log's last page shows it.
NODE_TEST := node --test --test-reporter=tap --test-reporter-destination=stdout --test-reporter=./tools/failures.mjs --test-reporter-destination=stderr
# A busy machine may start a browser slowly; the runner's own limits are 20 s and 5 s.
export WASM_BINDGEN_TEST_TIMEOUT ?= 120
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT ?= 30

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: dist ## build, then serve index.html on http://127.0.0.1:8080/ (PORT= for another)
	node tools/serve.mjs --port $(PORT)

sandbox: PORT = 8081
sandbox: ## a FranceConnect to try your site against (CLIENT_ID=, CLIENT_SECRET=, REDIRECT_URI=, LOGOUT_URI=, JWKS_URI=, PORT=)
	@tools/setup.sh npm
	@PORT='$(PORT)' node tools/sandbox.mjs

test: test-native test-fuzz test-wasm test-e2e ## every test: native, wasm in two browsers, end to end in three

test-native: setup-build
	cargo test --workspace

test-fuzz: setup-build ## ten seconds of each fuzzer (catalogue/fuzz/run.sh 600: ten minutes)
	catalogue/fuzz/run.sh 10

test-wasm: setup-test
	wasm-pack test --mode no-install --headless --chrome --firefox

test-e2e: setup-test dist ## end to end alone (ENGINES=chromium,firefox,webkit to choose; FILES= for some files)
	$(NODE_TEST) --test-concurrency=$(AT_ONCE) $(or $(FILES),$$(find tests/e2e -name '*.test.mjs' -not -name '*.speed.test.mjs' | sort))
	$(if $(FILES),,$(NODE_TEST) --test-concurrency=1 $$(find tests/e2e -name '*.speed.test.mjs' | sort))

dist: setup-build ## write dist/, its archive (release/*.zip), and the modules of the authoring page and of the partners' pages (www/*/build/)
	node tools/dist.mjs
	node tools/release/zip.mjs
	node tools/atelier.mjs
	node tools/workbench.mjs

release: setup-release dist ## write release/: the archive, the npm package, checksums, bill of materials
	node tools/release.mjs

check: setup-build ## formats and lints, native, wasm and JavaScript, warnings as errors
	cargo fmt --all --check
	cargo clippy --quiet --workspace --all-targets -- -D warnings
	cargo clippy --quiet --package franceconnect --lib --tests --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --package franceconnect-atelier --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --package franceconnect-diagnosis --no-default-features --lib --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --package franceconnect-workbench --target wasm32-unknown-unknown -- -D warnings
	eslint --config tools/eslint.config.mjs --max-warnings 0 tools tests www
	node --test tools/circles/
	node tools/circles.mjs
	node tools/manifest.mjs --check
	node tools/verifier.mjs --check

fmt: ## format the Rust code, write README's tables and recipes, the page of rules and the list of what is checked
	cargo fmt --all
	cargo run --quiet --package franceconnect-workbench -- www/les-regles.html
	node tools/manifest.mjs --write
	node tools/verifier.mjs --write

bench: setup-test dist ## sizes against budget; first button, explainer's choices, an answer against peers; README's chart
	CHART=www/bench.svg node tools/bench.mjs

screenshots: setup-test dist ## tests/output/screenshots/, and the README's picture
	node tools/screenshots.mjs www/capture.png

clean: ## remove what was built here (tools cached outside the checkout stay)
	rm -rf target pkg dist release tests/output node_modules

setup-build:
	@tools/setup.sh build

setup-release:
	@tools/setup.sh release

setup-test:
	@tools/setup.sh test
