# Every command of the project; `make` alone lists them.
# Written for GNU make 3.81, which macOS brings. What needs more than a line is in tools/.

PORT ?= 8000
BASE ?= main
PYTHON := .venv/bin/python
NODE := .venv/bin/node

export PYTHONUTF8 := 1
# MkDocs, Material and some plugins print advice about MkDocs 2 at every start.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# The last commit's date, so that a commit always builds to the same bytes.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
endif
export SOURCE_DATE_EPOCH

.PHONY: help serve build check sync term preview-summary links guide-pictures scorecard test bench lock clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-14s %s\n", $$1, $$2 }'

serve: .venv/.runtime ## show the site on this machine and follow every edit (PORT=8000)
	@$(PYTHON) tools/serve.py $(PORT)

build: .venv/.runtime ## build the site into site/, which stays as it was when anything is wrong
	@$(PYTHON) tools/build.py

check: .venv/.runtime ## check all content in a few seconds, without building
	@$(PYTHON) hooks/check.py

sync: .venv/.runtime ## record that a page and its twin say the same (PAGE=docs/ko/…)
	@$(PYTHON) hooks/sync.py $(PAGE)

term: .venv/.runtime ## turn a filled term form into its pair of pages (FROM=form.md)
	@PYTHONPATH=hooks $(PYTHON) tools/term.py "$(FROM)"

preview-summary: .venv/.runtime ## list what a branch changes, page by page (BASE=main)
	@PYTHONPATH=hooks $(PYTHON) tools/preview_summary.py "$(BASE)"

links: .venv/.runtime ## look at every external link and list the dead ones
	@PYTHONPATH=hooks $(PYTHON) tools/links.py

scorecard: build .venv/.test node_modules/.package-lock.json ## measure search, weight and caught mistakes for the scorecard
	@PYTHONPATH=hooks:. $(PYTHON) tools/scorecard.py

guide-pictures: build .venv/.test ## take the pictures of the contributors' guide from the built site
	@tools/with-chromium $(PYTHON) tools/guide_pictures.py

test: .venv/.test node_modules/.package-lock.json ## install what the tests need and run all of them
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(NODE) node_modules/typescript/bin/tsc
	$(NODE) --test 'tests/**/*.test.mjs'
	@tools/with-chromium $(PYTHON) -m pytest

bench: .venv/.bench bench/node_modules/.package-lock.json ## measure into bench/report.md, all or some (ONLY="build serve" ROUNDS=1; tenfold, axe and mutants only by name)
	@PYTHONPATH=hooks ROUNDS=$(or $(ROUNDS),3) tools/with-chromium $(PYTHON) -m bench $(ONLY)

lock: .venv/.test ## resolve requirements*.in and package.json anew
	.venv/bin/uv pip compile -q $(COMPILE) -o requirements.txt requirements.in
	.venv/bin/uv pip compile -q $(COMPILE) -o requirements-test.txt requirements-test.in
	.venv/bin/uv pip compile -q $(COMPILE) -o bench/requirements.txt bench/requirements.in
	.venv/bin/npm install --package-lock-only
	.venv/bin/npm install --package-lock-only --prefix bench

COMPILE := --universal --python-version 3.11 --generate-hashes --emit-build-options --custom-compile-command 'make lock'

clean: ## remove everything that these commands made
	rm -rf .venv .cache site node_modules bench/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/.runtime: requirements.txt tools/install
	@tools/install requirements.txt
	@touch $@

.venv/.test: requirements-test.txt .venv/.runtime
	@tools/install requirements-test.txt
	@touch $@

.venv/.bench: bench/requirements.txt .venv/.test
	@tools/install bench/requirements.txt
	@touch $@

bench/node_modules/.package-lock.json: bench/package.json bench/package-lock.json node_modules/.package-lock.json
	.venv/bin/npm ci --prefix bench
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc .venv/.test
	.venv/bin/npm ci
	@touch $@
