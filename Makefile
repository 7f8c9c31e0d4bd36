# `make demo`, `make test` and `make check` do all the set-up they need: Python 3.11 or newer and make are enough.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SERVE ?= 1
DEMO ?=
TESTS ?=
PACKAGES := graph ingest queries analysis webui export cli demo

.PHONY: help setup demo test check format lock clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

setup: $(STAMP) ## make the environment .venv and install the locked packages

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if v >= (3, 11) else "Python 3.11 or newer is needed, this is %d.%d. Say which to use: make PYTHON=python3.12" % v[:2])'
	@echo "Setting up $(VENV): about a minute the first time"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## write an invented city, import it, show one cadre, serve the viewer (SERVE=0: end after printing)
	$(BIN)/zhishi demo $(if $(filter 0 no false,$(SERVE)),--no-serve) $(DEMO)

test: $(STAMP) ## run the whole suite (TESTS=… for a part of it)
	$(BIN)/python -m pytest -n 2 $(TESTS)

check: $(STAMP) ## lint, types, import direction, schema.cypher up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/architecture

format: $(STAMP) ## put the code into its one form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements.lock

clean: ## remove the environment and every cache
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info build
