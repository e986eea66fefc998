.DEFAULT_GOAL := help
.PHONY: help build test quick lint bench golden lock clean

PYTHON ?= python3
JAAR ?= 2022
VENV := .venv
BIN := $(VENV)/bin

help:  ## dit overzicht
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

$(VENV)/klaar: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

build: $(VENV)/klaar  ## the environment, then the deck and the nota of JAAR (2022)
	$(BIN)/voortgang build $(JAAR)
