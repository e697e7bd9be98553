# The commands of the project. `make` alone lists them. Needs make and Python 3.11 or later, nothing else.

VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
PYTEST_ARGS ?= -n 2 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help run test explore lint bench bench-browser figures screenshots lock clean browser

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.run ## open the dashboard in a browser (ARGS="article.html" for your own)
	@$(BIN)/detente serve $(ARGS)

test: $(VENV)/.test browser lint ## check everything: style, types, rooms, tests
	@DETENTE_CHROMIUM="$$($(BIN)/python tests/chromium.py)" $(BIN)/python -m pytest $(PYTEST_ARGS)

explore: $(VENV)/.test ## look for what breaks a property, with 30 times the examples, new ones each time
	@$(BIN)/python -m pytest $(PYTEST_ARGS) --hypothesis-profile=explore -m hypothesis --timeout=0

lint: $(VENV)/.test ## check style, types and the direction of imports only
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >$(VENV)/.rooms.txt || { cat $(VENV)/.rooms.txt; exit 1; }

bench: $(VENV)/.test browser ## print how fast pages, filters and reading are, and how well dates are read
	@DETENTE_CHROMIUM="$$($(BIN)/python tests/chromium.py)" $(BIN)/python docs/bench.py

bench-browser: $(VENV)/.test browser ## print what readers wait for in a browser, beside two peers (ARGS="100 1000" events)
	@DETENTE_CHROMIUM="$$($(BIN)/python tests/chromium.py)" $(BIN)/python docs/browser_bench.py $(ARGS)

figures: $(VENV)/.test ## measure the reading and write the README's table anew
	@$(BIN)/python docs/figures.py

screenshots: $(VENV)/.test browser ## draw the pictures of the README anew
	@DETENTE_CHROMIUM="$$($(BIN)/python tests/chromium.py)" $(BIN)/python docs/screenshots.py

lock: $(VENV)/.test ## pin the newest versions of everything, with hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(PIN) pyproject.toml requirements/build.in --output-file requirements/run.txt
	@$(PIN) pyproject.toml requirements/test.in --extra images --constraints requirements/run.txt \
	  --output-file requirements/test.txt

clean: ## remove what these commands made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

PIN = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

browser: $(VENV)/.test
	@$(BIN)/python tests/chromium.py --install >/dev/null

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/pip
	$(call install,run)
	@touch $@

$(VENV)/.test: requirements/test.txt requirements/run.txt pyproject.toml | $(BIN)/pip
	$(call install,test)
	@touch $(VENV)/.run $@

define install
@echo "Installing what Détente needs into $(VENV) (once; a minute or two)..."
@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(1).txt
@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

$(BIN)/pip:
	@sh .ci/make-venv "$(VENV)"
