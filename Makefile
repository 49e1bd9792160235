# Every command that people and CI use. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test quick lint format bench soak requirements tools clean

SITE ?= site
TESTS ?= tests
SIZE ?= 2000
COUNT ?= 20
VENV := .venv
BIN := $(VENV)/bin
TOOLS := tests/tools/node_modules/.package-lock.json
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes --no-deps
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links
DJANGO := DJANGO_SETTINGS_MODULE=dateline.settings.testing $(BIN)/python -m django
export PIP_ROOT_USER_ACTION := ignore

# The first Python on the path that is new enough; PYTHON3=… names another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON3 ?= $(shell for each in python3 python3.11 python3.12 python3.13; do \
	"$$each" -c '$(NEW_ENOUGH)' 2>/dev/null && { echo "$$each"; break; }; done)

# $(call debian,test,package): where the test fails, install the Debian package as root,
# or else say in one line what to install.
debian = { $(1); } >/dev/null 2>&1 || { \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing the Debian package $(2)" && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2) >/dev/null; \
	else \
		echo "Dateline needs $(2): install it (on Debian: apt-get install $(2))" >&2; exit 1; \
	fi; }

help: ## List these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 20

run: $(VENV)/.base ## Install, fill the demo newsroom, press it and serve it (SITE=folder)
	@$(BIN)/dateline --site $(SITE) demo

test: $(VENV)/.test tools ## Run every test (TESTS=path for some)
	@$(BIN)/python -m pytest $(TESTS)

quick: $(VENV)/.test ## Run the tests that need no browser, server or process of their own
	@$(BIN)/python -m pytest -m "not slow and not bench and not soak" $(TESTS)

lint: $(VENV)/.test ## Check style, types, imports, templates and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	git ls-files 'dateline/*.html' | xargs -r $(BIN)/djhtml --check --tabwidth 2
	$(DJANGO) makemigrations --check --dry-run

format: $(VENV)/.test ## Lay out code and templates as `make lint` wants them
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	git ls-files 'dateline/*.html' | xargs -r $(BIN)/djhtml --tabwidth 2

bench: $(VENV)/.test ## Measure a synthetic newsroom (SIZE=articles, COUNT=edits a kind)
	@$(BIN)/python -m pytest -n0 -m bench -rP -q tests/bench
	@$(BIN)/python -m bench everything $(SIZE) --count $(COUNT)

soak: $(VENV)/.test ## Edit, press and kill for long, and compare every sheet
	@$(BIN)/python -m pytest -n0 -m soak -rP $(TESTS)

requirements: $(VENV)/.test ## Pin what requirements/*.in ask for, with hashes
	$(COMPILE) --output-file=requirements/build.txt requirements/build.in
	$(COMPILE) --output-file=requirements/base.txt requirements/base.in
	$(COMPILE) --output-file=requirements/storage.txt requirements/storage.in
	$(COMPILE) --output-file=requirements/test.txt requirements/test.in

tools: $(TOOLS)
	@$(call debian,command -v chromium || command -v chromium-browser,chromium)
	@$(call debian,command -v java,default-jre-headless)

clean: ## Remove the environment and what the tools left
	rm -rf $(VENV) tests/tools/node_modules .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis tests/screens

$(TOOLS): tests/tools/package-lock.json
	@$(call debian,command -v npm,npm)
	@echo "Installing the browser tests' tools"
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix tests/tools
	@touch $@

$(BIN)/python:
	@[ -n "$(PYTHON3)" ] || { echo "Dateline needs Python 3.11 or newer" >&2; exit 1; }
	@$(call debian,$(PYTHON3) -m ensurepip --version,python3-venv)
	@$(PYTHON3) -m venv $(VENV)

$(VENV)/.base: requirements/build.txt requirements/base.txt pyproject.toml | $(BIN)/python
	@echo "Installing Dateline into $(VENV)"
	@$(INSTALL) -r requirements/build.txt
	@$(INSTALL) -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.base
	@echo "Installing what tests and linters need into $(VENV)"
	@$(INSTALL) -r requirements/test.txt
	@touch $@
