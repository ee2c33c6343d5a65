# Every goal sets up what it needs by itself (.ci/setup.sh); `make` alone says what there is.
PY := .venv/bin/python
# Tests, pictures and figures need no display; a platform named in the environment wins.
OFFSCREEN := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen}

.DEFAULT_GOAL := help
.PHONY: help run test check check-content format pictures bench lock clean set-up-run set-up-test

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: set-up-run  ## open Supportnet (ARGS="--demo" for a made-up network, ARGS="crisis --country IE" for a command)
	@$(PY) -m supportnet_gui $(ARGS)

test: set-up-test  ## run the tests (ARGS="tests/core -k rhythm" for some of them)
	$(PY) -m pytest $(ARGS)

check: set-up-test  ## lint, formatting, types, directions between modules
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -q tests/test_boundaries.py

format: set-up-test  ## put the code into its usual form
	$(PY) -m ruff check --fix-only .
	$(PY) -m ruff format .

pictures: set-up-test  ## paint every page and dialog into build/pictures/
	@mkdir -p build/pictures
	$(OFFSCREEN) $(PY) -m tests.screenshots $(ARGS)

bench: set-up-test  ## print the figures and write build/bench.md (STRICT=1: fail where a goal is missed)
	@mkdir -p build
	$(OFFSCREEN) $(PY) -m bench $(if $(filter 1,$(STRICT)),--strict) $(ARGS)

lock: set-up-test  ## choose versions again into requirements.lock (UPGRADE=1: the newest that fit)
	@.ci/lock.sh $(if $(filter 1,$(UPGRADE)),--upgrade)

check-content: set-up-test  ## list what in resources/ is damaged, and facts nobody has looked at for 180 days
	$(PY) -m tests.check_content $(ARGS)

clean:  ## remove what was made, .venv included
	rm -rf .venv build dist .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find $(wildcard supportnet_gui tests bench) -name __pycache__ -type d -prune -exec rm -rf {} +

set-up-run:
	@.ci/setup.sh run

set-up-test:
	@.ci/setup.sh test
