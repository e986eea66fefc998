.DEFAULT_GOAL := help
.PHONY: help build test quick lint format bench golden lock dist sbom audit fuzz inside guided mutatie clean

PYTHON ?= python3
JAAR ?= 2022
MINUTEN ?= 10
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1 /' | awk '{printf "  %s %-8s", $$1, $$2; $$1 = $$2 = ""; print}'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

build: $(READY)  ## set up the environment, then build the deck and the nota (JAAR=2022)
	$(BIN)/voortgang build $(JAAR)

test: $(READY)  ## run all tests; those that need LibreOffice or Chromium say so when they are skipped
	$(BIN)/pytest -n auto --dist loadfile

quick: $(READY)  ## run the tests that need nothing but Python, in seconds
	$(BIN)/pytest -n auto --dist worksteal --hypothesis-profile=few -m "not office and not browser and not slow"

lint: $(READY)  ## ruff (rules and format) and mypy, both strict
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(READY)  ## put the code in its format
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

bench: $(READY)  ## print the benchmark's ratios
	$(BIN)/python scripts/bench.py

golden: $(READY)  ## write the golden outlines anew; read the git diff afterwards
	$(BIN)/pytest -n auto --dist worksteal --golden $$(grep -rl 'golden(' tests --include='test_*.py')

lock: $(READY)  ## pin the newest versions that pyproject.toml allows, with hashes (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock

dist: $(READY)  ## build the wheel and the sdist twice, and compare them to the byte
	rm -rf dist build
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build -d dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build -d build/again
	@for made in dist/*.whl dist/*.tar.gz; do cmp "$$made" "build/again/$${made##*/}" || exit 1; done
	@cd dist && sha256sum *.whl *.tar.gz | tee SHA256SUMS

sbom: $(READY)  ## list all packages of the lock, as CycloneDX, in dist/sbom.json
	@mkdir -p dist
	$(PYTHON) -m venv build/tools && build/tools/bin/pip install --quiet --disable-pip-version-check "cyclonedx-bom>=7,<8"
	build/tools/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible -o dist/sbom.json requirements.lock

audit:  ## look the lock up in the database of known weaknesses (needs the network)
	$(PYTHON) -m venv build/tools && build/tools/bin/pip install --quiet --disable-pip-version-check "pip-audit>=2.9"
	build/tools/bin/pip-audit --strict --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off

guided: $(READY)  ## let coverage choose what to throw at it (atheris; MINUTEN=10 for all kinds of files)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade --target build/atheris "atheris>=3,<4"
	PYTHONPATH=build/atheris $(BIN)/python scripts/fuzz_guided.py --minutes $(MINUTEN)

fuzz: $(READY)  ## throw broken files at the program until stopped (MINUTEN=10)
	$(BIN)/python scripts/fuzz.py --minutes $(MINUTEN)

inside: $(READY)  ## throw many times as many at it, in a process that has it loaded (MINUTEN=10)
	$(BIN)/python scripts/fuzz.py --inside --minutes $(MINUTEN)

mutatie: $(READY)  ## break the code in small ways, and show which breaks no test sees
	@test -d build/mutmut || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target build/mutmut "mutmut>=3.8,<4"
	$(BIN)/python scripts/mutatie.py

clean:  ## remove what was built
	rm -rf uitvoer dist build
