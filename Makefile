# Sayso's one way in: `make demo` to see it, `make test` before anything lands. Both work on a fresh machine with
# Python 3.11 or newer, make and a C compiler; everything else goes into .venv, pinned by hash in requirements.lock.

# The first Python that is new enough; `make PYTHON=/some/python3.12 test` takes another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check
DEMO_PAGE := build/demo.html

.PHONY: help demo test lint types layers bench lock docs clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    the brief of the example story, and its page"
	@echo "make test    lint, types, layers and the whole test suite"
	@echo "make bench   published figures, measured again (needs the shared data sets for some)"
	@echo "make docs    what the documentation quotes from the program, anew"
	@echo "make lock    requirements.lock from pyproject.toml (needs uv)"
	@echo "make clean   remove .venv, build/ and caches"

# The environment follows the lock; Sayso itself is installed in place, so edits need no reinstall.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src/sayso
	@touch $@

demo: $(READY)
	@mkdir -p $(dir $(DEMO_PAGE))
	@$(BIN)/sayso brief examples/ferry --format html -o $(DEMO_PAGE)
	@$(BIN)/sayso brief examples/ferry
	@echo
	@echo "The same brief as a page: $(abspath $(DEMO_PAGE))"

# pytest stands last, so that its closing line is the last one printed.
test: $(READY) lint types layers
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python benchmarks/brief.py examples/ferry
	$(BIN)/python benchmarks/gold.py

docs: $(READY)
	$(BIN)/python docs/refresh.py

# Universal: one file for Python 3.11 to 3.13 on any system, each line with its marker. Names no registry.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
