# make review   the year in security diplomacy of the examples, in the browser
# make test     all tests
# make lint     style and types
# make gold GOLD=folder   score the reader on labelled documents, and joining on the examples
# make bench    speed and memory; a register of a million engagements; takes an hour
# All of them set up what they need in .venv first.

SHELL := /bin/bash
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13,$(shell command -v $(name))))
BIN := .venv/bin
RUN := .venv/ready-to-run
DEV := .venv/ready-to-test
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: review test lint gold bench pins clean
.DELETE_ON_ERROR:

$(RUN): requirements.txt pyproject.toml
	@$(PYTHON) tools/check_python.py
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting up: installing what Mithaq runs on ..."
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@echo "Setting up: installing what tests it ..."
	@$(PIP) install -r requirements-dev.txt
	@tools/setup_browser.sh
	@touch $@

review: $(RUN)
	@mkdir -p build
	$(BIN)/mithaq add examples/ar.jsonl examples/en.jsonl examples/es.jsonl examples/fr.jsonl --register build/examples.sqlite
	$(BIN)/mithaq review --register build/examples.sqlite --year 2024 --home MAR --lang ar --out build/review.html
	@$(BIN)/python tools/open_page.py build/review.html

test: $(DEV)
	$(BIN)/pytest -n auto

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

gold: $(RUN)
	@test -n "$(GOLD)" || { echo "Name the folder of labelled documents: make gold GOLD=folder" >&2; exit 2; }
	$(BIN)/python tools/score_gold.py $(GOLD)
	$(BIN)/mithaq evaluate examples/tellings/tellings.gold.jsonl examples/tellings/tellings.jsonl --pairs --show 0

bench: $(DEV)
	$(BIN)/mithaq bench --million
	$(BIN)/mithaq bench --engagements 1000000 --exports 100000 --kills 200

# Leaves index lines and hosts out: pins hold wherever packages come from.
pins: $(DEV)
	tools/renew_pins.sh

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis .venv
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
