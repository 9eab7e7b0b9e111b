# Despatch: `make help` lists what there is. Needs Python 3.11 or later, make and git; nothing else by hand.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help python env setup chat test lint format bench reader encoder retrieval lock clean

find_python = for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done
PYTHON ?= $(shell $(find_python))

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKS := requirements-torch.lock requirements.lock
# The stamp's name holds a sum of everything that set-up reads, so a change to any of it sets up again.
SUM := $(firstword $(shell cat $(LOCKS) pyproject.toml | cksum))
READY := $(VENV)/ready-$(SUM)

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

python:
	@test -n "$(PYTHON)" || { echo "Despatch needs Python 3.11 or later with its venv module, and found none on the PATH:" \
	"install it (on Debian: apt-get install python3 python3-venv) or name it, as in 'make setup PYTHON=/path/to/python3.11'." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || { \
	echo "$(PYTHON) is not Python 3.11 or later with its venv module: name another with PYTHON=." >&2; exit 1; }
	@command -v git >/dev/null || { echo "Despatch's checks need git, and found none on the PATH: install git." >&2; exit 1; }

# torch goes in first and alone: a range on it, or another package's wish for it, may bring gigabytes of CUDA.
$(READY): | python
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { echo "Making $(VENV) with $(PYTHON)"; "$(PYTHON)" -m venv --clear $(VENV); }
	@echo "Installing torch (1 of 3)"
	@$(PIP) install --quiet --requirement requirements-torch.lock
	@echo "Installing the pinned packages (2 of 3)"
	@$(PIP) install --quiet --no-deps --require-hashes --requirement requirements.lock
	@echo "Installing Despatch (3 of 3)"
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@rm -f $(VENV)/ready-*
	@touch $@

env: $(READY)

setup: env  ## Install everything, then load the library into the record (safe to repeat)
	@if test -f bot/cli.py; then $(BIN)/despatch init; fi
	@echo "Ready: 'make chat' opens Despatch; $(BIN)/despatch --help says the rest."

chat: setup  ## Open Despatch in the browser
	$(BIN)/despatch serve

test: env  ## Run the whole test suite
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: env  ## Check style, types and the import rule
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: env  ## Put the code in the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: env  ## Measure speed and the quality of answers
	$(BIN)/python -m tests.bench

reader: env  ## Make a learned reader anew (about an hour; docs/reader.md)
	$(BIN)/python -m tests.reader.train

# What the C library gives back to the system at each step it asks for again at the next: that doubles the time. One
# thread adds up in one order, and so gives the same bytes.
encoder: env  ## Make the encoder of our own anew (about 15 minutes; docs/encoder.md)
	OMP_NUM_THREADS=1 MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=99999999999 MALLOC_TOP_PAD_=268435456 $(BIN)/python -m tests.encoder.train

retrieval: env  ## Measure what BM25, MiniLM and the encoder of our own find
	$(BIN)/python -m tests.encoder.retrieval

lock: python  ## Choose the newest versions that pyproject.toml allows, and pin them
	PYTHON="$(PYTHON)" sh .ci/lock

clean:  ## Remove what set-up and the tools made (the record stays)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build *.egg-info
	find bot corpus ui tests -name __pycache__ -type d -prune -exec rm -rf {} +
