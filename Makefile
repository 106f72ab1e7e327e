# `make` lists what one can do. The first command that needs it sets up $(VENV), and again
# when the project's requirements change; after that nothing asks the network.
#   PYTHON=python3.13    the Python to use; without it, the first on PATH that is new enough
#   ARGS="list --json"   arguments of `make run`, `make test`, `make fuzz` and `make bench`

VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
export PYTHON

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

.PHONY: help
help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r command text; do printf '%-15s %s\n' "$$command" "$$text"; done

.PHONY: run
run: $(VENV)/ready-run ## start the reader (ARGS="…" for its arguments)
	@$(BIN)/reader $(ARGS)

.PHONY: test
test: $(VENV)/ready-dev ## run the tests (ARGS="…" for pytest's arguments)
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/ready-dev ## try inputs nobody thought of (ARGS="--minutes 1 --only texts")
	@$(BIN)/python -m tests.fuzz $(ARGS)

.PHONY: snapshots
snapshots: $(VENV)/ready-dev ## take the screens' snapshots anew, after a wanted change
	@$(BIN)/python -m pytest tests/tui/test_snapshots.py --snapshot-update $(ARGS)

.PHONY: lint
lint: $(VENV)/ready-dev ## check style, format and the floors of the house
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

.PHONY: types
types: $(VENV)/ready-dev ## check types, strictly
	@$(BIN)/python -m mypy

.PHONY: catalogs
catalogs: $(VENV)/ready-dev ## update the catalogs from code and content, check and count them
	@$(BIN)/reader catalogs update
	@$(BIN)/reader catalogs check
	@$(BIN)/reader catalogs stats

.PHONY: bench
bench: $(VENV)/ready-dev ## measure (ARGS="start" for one measure)
	@$(BIN)/python -m bench $(ARGS)

.PHONY: keys
keys: $(VENV)/ready-dev ## write docs/keys.md from the app's commands
	@$(BIN)/python tools/keys.py

.PHONY: picture
picture: $(VENV)/ready-dev ## make README's pictures from the program
	@$(BIN)/python -m tools.picture

.PHONY: cast
cast: $(VENV)/ready-dev ## make README's moving pictures from the program
	@$(BIN)/python -m tools.cast

.PHONY: clean
clean: ## remove whatever these commands have made
	@if [ -f $(VENV)/pyvenv.cfg ]; then rm -rf $(VENV); fi
	@rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .fuzz
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

REQUIREMENTS := pyproject.toml constraints.txt tools/set-up.sh

$(VENV)/ready-run: $(REQUIREMENTS)
	@sh tools/set-up.sh $(VENV) run
	@touch $@

$(VENV)/ready-dev: $(REQUIREMENTS)
	@sh tools/set-up.sh $(VENV) dev
	@touch $@ $(VENV)/ready-run

# A moved checkout, or another Python: see tools/set-up.sh.
ifneq ($(shell cat $(VENV)/place 2>/dev/null),$(CURDIR))
$(VENV)/ready-run $(VENV)/ready-dev: always
endif
ifneq ($(PYTHON),)
ifneq ($(shell cat $(VENV)/python 2>/dev/null),$(PYTHON))
$(VENV)/ready-run $(VENV)/ready-dev: always
endif
endif

.PHONY: always
always:
